import { describe, expect, it } from 'vitest';
import type { CheckJson } from '../../../../src/model/check.ts';
import { renderCheckText } from '../../../../src/report/documents/check.ts';
import type { Paint } from '../../../../src/report/writers/terminal/paint.ts';
import { options } from '../../render-options.ts';
import { BROKEN, CLEAN, COMMENT, checked, checkFile, FAILING, finding, look } from './fixtures.ts';

const FEW = checkFile(
  [
    checked({
      findings: [
        finding({ id: 'gate/not-passed', severity: 'error', subject: 'somebody pays' }),
        finding({ id: 'website/missing', at: null }),
        finding({ id: 'gate/not-passed', setAside: COMMENT }),
        finding({ id: 'source/stale', setAside: { by: 'baseline' } }),
      ],
    }),
    checked({ file: 'b.yaml', status: 'outside', track: null, verdictTitle: 'Outside', index: null }),
  ],
  [],
  { stale: [{ file: 'c.yaml', rule: 'gate/not-passed', subject: '' }] },
);

const FULL = { options: options({ full: true }) };

describe('renderCheckText', () => {
  it('has a line for each finding, what does not count, and how it ended', () => {
    expect(
      renderCheckText(FEW, look()),
    ).toBe(`projects/acme.yaml:2:8 error gate/not-passed: Failed gate: somebody pays. It caps the index at 44.
projects/acme.yaml warning website/missing: The description has no \`website\`.
No longer matched by anything: c.yaml: gate/not-passed
2 findings suppressed: 1 by a comment, 1 by the baseline.
Settings: default; baseline: none; base: none.
More: --full (lines and fixes), demandfit explain RULE
failed: 1 error, 1 warning: projects/acme.yaml
`);
  });

  it('has the findings by file with their lines, and a line a file, in full', () => {
    expect(renderCheckText(FEW, look(FULL))).toBe(`projects/acme.yaml Acme
  · projects/acme.yaml:2:8 error gate/not-passed: Failed gate: somebody pays. It
    caps the index at 44.
    1 │ name: Acme
    2 │ offer: "GPU 東京 hours"
      │        ^^^^^^^^^^^^^^^^
    3 │ track: compute
    fix        Answer what the gate requires, with a source; \`demandfit explain\`
               with its id shows what that is. Where it fails, the facts have to
               change.

  · projects/acme.yaml warning website/missing: The description has no
    \`website\`.
    fix        Add \`website\`.

  2 findings suppressed: 1 by a comment, 1 by the baseline.

  · gate/not-passed: Until 2027-01-01: The audit is under way.

Baseline entries that no longer match
  · c.yaml: gate/not-passed

        File                Verdict           Index  Track    Errors  Warnings
failed  projects/acme.yaml  Weak fit, so far     41  compute       1         1
passed  b.yaml              Outside            none                0         0

failed: 1 error, 1 warning: projects/acme.yaml
`);
  });

  it('has what fails the check alone when quiet, and always what is suppressed', () => {
    const quiet = (file: CheckJson) => renderCheckText(file, look({ options: options({ quiet: true }) }));
    expect(quiet(FEW).split('\n')).toEqual([
      expect.stringContaining('error gate/not-passed'),
      '2 findings suppressed: 1 by a comment, 1 by the baseline.',
      'failed: 1 error, 1 warning: projects/acme.yaml',
      '',
    ]);
    const strict = checkFile(FEW.check.files, [], {
      failures: [
        { kind: 'errors', count: 1 },
        { kind: 'warnings', count: 1, most: 0 },
      ],
    });
    expect(quiet(strict)).toContain('warning website/missing');
    expect(quiet(strict)).toContain('failed: 1 error, 1 warning (at most 0 warnings allowed): projects/acme.yaml\n');
    expect(quiet(CLEAN)).toBe('passed: 2 descriptions\n');
  });

  it('says passed, or what can not be read', () => {
    expect(renderCheckText(CLEAN, look()).endsWith('passed: 2 descriptions\n')).toBe(true);
    expect(renderCheckText(BROKEN, look())).toContain('failed: 2 files cannot be read as a description\n');
  });

  it('does without a frame where the text is not known, and keeps to ASCII where it has to', () => {
    expect(renderCheckText(FEW, look({ ...FULL, texts: () => null }))).not.toContain('│');
    expect(renderCheckText(FEW, look({ texts: () => null, options: options({ full: true, unicode: false }) }))).toMatch(
      /^[ -~\n]*$/,
    );
  });

  it('asks for the text of each file once', () => {
    const asked: string[] = [];
    const texts = (file: string) => {
      asked.push(file);
      return '';
    };
    renderCheckText(FAILING, look({ ...FULL, texts }));
    expect(asked).toEqual([...new Set(asked)]);
  });

  it('paints without changing a letter', () => {
    const code = (number: number) => (text: string) => `\u001b[${number}m${text}\u001b[0m`;
    const paint: Paint = {
      bold: code(1),
      dim: code(2),
      red: code(31),
      green: code(32),
      yellow: code(33),
      cyan: code(36),
    };
    const painted = renderCheckText(FEW, look({ options: options({ paint }) }));
    expect(painted).toContain(`${paint.red('error')} `);
    expect(painted).toContain(`${paint.yellow('warning')} `);
    expect(painted).toContain(paint.red('failed: 1 error, 1 warning'));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
    expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(renderCheckText(FEW, look()));
  });
});
