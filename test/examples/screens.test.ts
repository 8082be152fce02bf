import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { findNextChange } from '../../src/analysis/sensitivity/time-sensitivity.ts';
import { assess } from '../../src/assess.ts';
import { renderTerminal } from '../../src/report/documents/fit-report/terminal.ts';
import { scoreDescription } from '../../src/score/score-description.ts';
import { options } from '../report/render-options.ts';
import { reportFile } from '../report/sample-report.ts';
import { endNames, example, exampleNames, referenceNames } from '../support/describe.ts';
import { shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();
const bands = rubric.bands.map(({ id }) => id);

/** The screen of a shipped description, as the command prints it. */
function printScreen(name: string, width: number): string {
  const description = example(name, rubric);
  const report = assess(description, rubric);
  const nextChange = findNextChange(scoreDescription(description, rubric), description, rubric, report.asOf);
  return renderTerminal(reportFile({ ...report, nextChange }), options({ width, bands }), null);
}

describe.each([...exampleNames(), ...referenceNames(), ...endNames()])('the screen of %s', (name) => {
  it.each([80, 60])('has at most 24 lines of %i columns', async (width) => {
    const lines = printScreen(name, width).trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(24);
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(
      `../fixtures/screens/${name.replaceAll('/', '-').replace(/\.\w+$/, '')}-${width}.txt`,
    );
  });
});
