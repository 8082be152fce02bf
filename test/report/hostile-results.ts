import { diffVersions } from '../../src/analysis/diff/diff-versions.ts';
import type { Problem } from '../../src/model/diagnostic.ts';
import type { Reading } from '../../src/model/reading.ts';
import type { ResultKind, Results } from '../../src/report/format.ts';
import { buildPage, ENTRY_KINDS, listKindEntries } from '../../src/rubric-pages/registry.ts';
import { hostileRubric } from '../rubric-pages/hostile-rubric.ts';
import { example } from '../support/describe.ts';
import { shippedRubric } from '../support/rubric.ts';
import { hostileFile } from './documents/check/fixtures.ts';
import { hostileComparison } from './documents/comparison-page/sample-comparison.ts';
import { hostileReport, infect } from './hostile-report.ts';
import { readingFile, sampleReading } from './sample-reading.ts';
import { reportFile } from './sample-report.ts';

const { reports: _reports, problems: _problems, ...head } = reportFile();

function hostileProblem(text: string): Problem {
  return { code: text, file: text, at: null, what: text, why: text, fix: text, suggestion: text, related: null };
}

/** Words of a diff's own vocabulary, which no description can set. */
const FIXED: ReadonlySet<string> = new Set(['id', 'status', 'kind', 'exact', 'asOf', 'lowering']);

/** The same of a reading; what is asked is found by its id. */
const READING_WORDS: ReadonlySet<string> = new Set([...FIXED, 'format', 'whose', 'criterion', 'unsaid']);

const rubric = shippedRubric();
const older = example('x402.yaml', rubric);
const newer = { ...example('grass.yaml', rubric), track: older.track };
const change = diffVersions(
  { old: { description: older, rubric }, new: { description: newer, rubric }, oldByNew: { ok: true, value: older } },
  {},
);

/** A result of each kind with `text` in place of everything that a user or a rubric can write. */
export const HOSTILE_RESULTS: { readonly [K in ResultKind]: (text: string) => Results[K] } = {
  report: (text) => ({
    ...reportFile(hostileReport(text), hostileReport(text)),
    problems: [hostileProblem(text)],
  }),

  'call-sheet': (text) => ({ ...reportFile(hostileReport(text)), problems: [hostileProblem(text)] }),

  comparison: hostileComparison,

  diff: (text) => ({
    ...head,
    oldRubric: { ...head.rubric, title: text },
    change: infect(change, text, FIXED) as typeof change,
    problems: [hostileProblem(text)],
  }),

  check: hostileFile,

  'rubric-check': (text) => ({
    ...head,
    rubric: { id: text, version: text, title: text, origin: text },
    audit: {
      descriptions: [text, text],
      distinct: 1,
      findings: [{ id: 'criterion/constant', subject: text, what: text, why: text, fix: text }],
      inherited: 1,
    },
  }),

  'golden-cases': (text) => {
    const outcome = { verdict: text, cause: text, index: 12.5 };
    return {
      ...head,
      rubric: { id: text, version: text, title: text, origin: text },
      vectors: {
        checks: [
          { example: text, expected: { ...outcome, index: [10, 20] }, found: outcome, differs: [] },
          { example: text, expected: { ...outcome, index: [20, 30] }, found: outcome, differs: ['index'] },
        ],
        moves: [{ name: text, before: outcome, after: { verdict: null, cause: null, index: null } }],
        unread: [text],
      },
    };
  },

  classification: (text) => ({
    ...head,
    projects: (['decided', 'undecided', 'outside'] as const).map((status) => ({
      name: text,
      file: text,
      declared: text,
      classification: {
        status,
        track: status === 'decided' ? text : null,
        model: text,
        between: [text, text],
        close: text,
        ranked: [{ track: text, share: 0.75 }],
        margin: 0.5,
        words: [{ text, track: text, weight: 1.5 }],
      },
    })),
    problems: [hostileProblem(text)],
  }),

  reading: (text) => ({
    ...readingFile(infect(sampleReading(), text, READING_WORDS) as Reading),
    problems: [hostileProblem(text)],
  }),

  sources: (text) => ({
    ...head,
    lists: [
      {
        name: text,
        file: text,
        verified: 0.5,
        sources: (['read', 'unclear', 'closed'] as const).map((state) => ({
          id: text,
          title: text,
          kind: text,
          url: state === 'closed' ? null : text,
          archive: text,
          criteria: [text],
          carries: 0.25,
          alone: 0.25,
          state,
          day: text,
          reason: 'refused',
          status: 403,
          isChanged: true,
          pin: state === 'read' ? { day: text, by: text } : null,
          published: text,
          modified: text,
          quotes: [{ text, state: 'wording-differs', nearest: text }],
        })),
      },
    ],
    problems: [hostileProblem(text)],
  }),

  'entry-pages': (text) => {
    const hostile = hostileRubric(text);
    // One page of each kind: `rubric-entries.test.ts` has all of them.
    const entries = ENTRY_KINDS.flatMap((kind) => listKindEntries(kind, hostile).slice(0, 1));
    return { ...head, unmatched: null, pages: entries.map((entry) => buildPage(hostile, entry)), others: entries };
  },

  'entry-list': (text) => ({
    ...head,
    list: 'units',
    groupedBy: 'track',
    entries: [{ id: text, kind: 'unit', title: text, means: text, columns: { track: text, unit: text } }],
  }),
};
