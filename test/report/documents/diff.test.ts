import { describe, expect, it } from 'vitest';
import { diffVersions } from '../../../src/analysis/diff/diff-versions.ts';
import { UNKNOWN_ANSWER } from '../../../src/model/description.ts';
import type { DiffJson } from '../../../src/model/diff.ts';
import { toDiffDocument } from '../../../src/report/documents/diff.ts';
import { writeMarkdown } from '../../../src/report/writers/markdown/write-markdown.ts';
import { writeTerminal } from '../../../src/report/writers/terminal/write-terminal.ts';
import { example } from '../../support/describe.ts';
import { shippedRubric } from '../../support/rubric.ts';
import { HOSTILE_TEXTS, infect, RAW_CONTROL, RUNNER_COMMAND } from '../hostile-report.ts';
import { options } from '../render-options.ts';
import { reportFile } from '../sample-report.ts';

const rubric = shippedRubric();

/** Words of the vocabulary of a diff, which no description can set. */
const FIXED: ReadonlySet<string> = new Set(['id', 'status', 'kind', 'asOf', 'exact', 'lowering', 'from', 'to']);

/** Two versions that differ in their answers, with `text` for every text that a user or a rubric can set. */
function hostileFile(text: string) {
  const old = example('grass.yaml', rubric);
  const now = {
    ...old,
    as_of: '2028-01-01',
    answers: { ...old.answers, proof: UNKNOWN_ANSWER },
  };
  const diff = diffVersions({
    old: { description: old, rubric },
    new: { description: now, rubric: { ...rubric, coverage_floor: 0.5 } },
    oldByNew: { ok: true, value: old },
  });
  const { reports: _reports, ...head } = reportFile();
  const change = infect(diff, text, FIXED) as typeof diff;
  return { change, file: { ...head, oldRubric: head.rubric, change } satisfies DiffJson };
}

describe('a diff', () => {
  it.each(HOSTILE_TEXTS)('acts on nothing with hostile text: %j', (text) => {
    const { change, file } = hostileFile(text);
    const document = toDiffDocument(change, file);
    expect(document.blocks.length).toBeGreaterThan(3);
    for (const output of [writeTerminal(document, options()), writeMarkdown(document)]) {
      expect(output).not.toMatch(RAW_CONTROL);
      expect(output).not.toMatch(RUNNER_COMMAND);
      expect(output.endsWith('\n')).toBe(true);
    }
  });
});
