import { createHash } from 'node:crypto';
import { RULE_IDS } from '../../../../src/check/rules/registry.ts';
import type {
  CheckedFile,
  CheckFinding,
  CheckJson,
  CheckResult,
  SuppressionReason,
} from '../../../../src/model/check.ts';
import type { Problem } from '../../../../src/model/diagnostic.ts';
import { createRenderContext, type RenderContext } from '../../../../src/report/format.ts';
import { options } from '../../render-options.ts';

/** 64 hexadecimal digits that differ for different texts. */
const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** A description whose second line has the value that findings point at. */
export const TEXT = 'name: Acme\noffer: "GPU 東京 hours"\ntrack: compute\n';

/** The value of `offer`, in UTF-16 units. */
export const OFFER = { line: 2, column: 8, endLine: 2, endColumn: 22 };

const DETAIL = {
  best: 'Cloud B',
  bestRatio: 0.8,
  before: 61.2,
  cap: 44,
  count: 4,
  coverage: 12.5,
  criterion: 'price',
  customer: 'A DAO',
  date: '2025-01-01',
  duty: 'AI Act',
  found: 41.9,
  from: '2027-08-02',
  grade: 'stated',
  groups: 2,
  host: '10.0.0.1',
  ledger: '3 USD',
  least: 50,
  named: 'Cloud A',
  needs: 'checkable',
  origin: 'acme.example',
  ratio: 1.5,
  rule: 'gate/not-passed',
  source: 'audit',
  status: 'failed',
  unit: 'USD/h',
  until: '2026-01-01',
  words: 'compute',
} as const;

export function finding(change: Partial<CheckFinding> & Pick<CheckFinding, 'id'>): CheckFinding {
  const print = [...JSON.stringify(change)].reduce((sum, char) => (sum * 33 + char.charCodeAt(0)) % 2 ** 40, 7);
  return {
    subject: 'unit price',
    detail: DETAIL,
    at: OFFER,
    severity: 'warn',
    fingerprint: print.toString(16).padStart(32, '0'),
    setAside: null,
    ...change,
  };
}

export function checked(change: Partial<CheckedFile> = {}): CheckedFile {
  return {
    file: 'projects/acme.yaml',
    name: 'Acme',
    status: 'fit',
    track: 'compute',
    verdict: 'weak-fit',
    verdictTitle: 'Weak fit, so far',
    basis: 'so-far',
    shares: { shown: 42, claimedOnly: 13, open: 15, ruledOut: 30 },
    index: { supported: 41.9, claimed: 55, possible: 70 },
    coverage: 0.5,
    off: [],
    findings: [],
    ...change,
  };
}

export function problem(change: Partial<Problem> = {}): Problem {
  return {
    code: 'yaml/duplicate-key',
    file: 'projects/broken.yaml',
    at: OFFER,
    what: 'the key `offer` is there twice',
    why: 'YAML has no rule on which of them counts.',
    fix: 'Take one of them out.',
    suggestion: null,
    related: null,
    ...change,
  };
}

/** A file of a check whose counts and failures follow from what it holds. */
export function checkFile(
  files: readonly CheckedFile[],
  problems: readonly Problem[] = [],
  more: Partial<CheckResult> = {},
) {
  const counts = { error: 0, warn: 0, note: 0, comment: 0, baseline: 0 };
  for (const { setAside, severity } of files.flatMap(({ findings }) => findings)) counts[setAside?.by ?? severity] += 1;
  const unreadable = new Set(problems.map(({ file }) => file)).size;
  const file: CheckJson = {
    schemaVersion: 2,
    tool: { name: 'demandfit', version: '0.1.0' },
    rubric: { id: 'built-in', version: '1.0.0', title: 'Demand fit', origin: 'built-in' },
    check: {
      files,
      others: [],
      counts,
      stale: [],
      skipped: [],
      failures: [
        ...(counts.error > 0 ? [{ kind: 'errors', count: counts.error } as const] : []),
        ...(unreadable > 0 ? [{ kind: 'unreadable', count: unreadable } as const] : []),
      ],
      config: null,
      baseline: null,
      base: null,
      today: null,
      ...more,
    },
    problems,
  };
  return file;
}

export const COMMENT: SuppressionReason = { by: 'comment', reason: 'The audit is under way.', until: '2027-01-01' };

const memoRules = RULE_IDS.filter((id) => id.startsWith('memo/'));
const otherRules = RULE_IDS.filter((id) => !id.startsWith('memo/'));

const outside = checked({
  file: 'b.yaml',
  status: 'outside',
  track: null,
  verdict: null,
  verdictTitle: 'Outside',
  basis: null,
  shares: null,
  index: null,
});

export const CLEAN = checkFile([checked(), outside]);

/** Every rule found something, as an error or as a warning; some are set aside. */
export const FAILING = checkFile(
  [
    checked({
      findings: [
        ...otherRules.map((id, index) => finding({ id, severity: index % 2 === 0 ? 'error' : 'warn' })),
        finding({ id: 'website/missing', at: null, severity: 'error', setAside: { by: 'baseline' } }),
        finding({ id: 'gate/not-passed', subject: 'the other gate', severity: 'error', setAside: COMMENT }),
      ],
    }),
    checked({ file: 'memo.md', findings: memoRules.map((id) => finding({ id, severity: 'error' })) }),
    checked({
      file: 'outside.yaml',
      status: 'outside',
      track: null,
      verdict: null,
      verdictTitle: 'Outside',
      index: null,
      coverage: null,
      findings: [finding({ id: 'track/outside', at: null, setAside: { by: 'baseline' } })],
    }),
  ],
  [],
  { stale: [{ file: 'projects/acme.yaml', rule: 'source/stale', subject: 'old prices' }] },
);

/** Nothing could be read. */
export const BROKEN = checkFile(
  [],
  [
    problem(),
    problem(),
    problem({
      at: null,
      code: 'file/unreadable',
      file: 'gone.yaml',
      what: 'there is no such file',
      suggestion: 'acme.yaml',
    }),
  ],
);

/** Two files beside a problem, with more warnings than may be. */
export const MIXED = checkFile([checked({ findings: [finding({ id: 'source/stale' })] })], [problem()], {
  failures: [
    { kind: 'warnings', count: 1, most: 0 },
    { kind: 'unreadable', count: 1 },
  ],
});

export const SITUATIONS = [
  ['clean', CLEAN],
  ['failing', FAILING],
  ['broken', BROKEN],
  ['mixed', MIXED],
  ['empty', checkFile([])],
] as const;

/** `text` in place of everything that a user can write. */
export function hostileFile(text: string): CheckJson {
  const own = (id: CheckFinding['id'], setAside: SuppressionReason | null) =>
    finding({
      id,
      subject: text,
      detail: Object.fromEntries(Object.keys(DETAIL).map((key) => [key, text])),
      severity: 'error',
      setAside,
    });
  const file = checked({
    file: text,
    name: text,
    track: text,
    verdictTitle: text,
    findings: [
      ...RULE_IDS.map((id) => own(id, null)),
      own('memo/too-strong', { by: 'comment', reason: text, until: '2027-01-01' }),
    ],
  });
  const bad = problem({ code: 'yaml/syntax', file: `${text}.md`, what: text, why: text, fix: text, suggestion: text });
  return checkFile([file], [bad], { stale: [{ file: text, rule: text, subject: text }] });
}

export function look({ options: own = options(), ...change }: Partial<RenderContext> = {}): RenderContext {
  return createRenderContext(own, { texts: () => TEXT, digest, ...change });
}
