import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess.ts';
import { EXIT } from '../../../src/cli/line/exit.ts';
import { toWords } from '../../../src/report/wording/to-words.ts';
import { example, exampleNames } from '../../support/describe.ts';
import { shippedRubric } from '../../support/rubric.ts';
import { run } from '../../support/run.ts';

const rubric = shippedRubric();

const ask = (...args: readonly string[]) => run(['ask', ...args]);

describe('ask', () => {
  it('prints one sheet a project, headed by name, offer, verdict and basis', () => {
    const { code, stdout, stderr } = ask('examples/x402.yaml', 'examples/grass.yaml');
    expect([code, stderr]).toEqual([EXIT.done, '']);
    for (const name of ['x402.yaml', 'grass.yaml']) {
      const { project, verdictTitle } = assess(example(name, rubric), rubric);
      expect(stdout).toContain(`${project.name}\n${project.offer?.slice(0, 40)}`);
      expect(stdout).toContain(`  ${verdictTitle}. `);
    }
    expect(stdout.split('\nWhat to ask\n').length - 1).toBe(2);
  });

  it('asks in the order of the report, and says what the answer moves the verdict to', () => {
    const { questions } = assess(example('grass.yaml', rubric), rubric);
    const { stdout } = ask('examples/grass.yaml');
    const said = stdout.replace(/\s+/g, ' ');
    const places = questions.map(({ question }, at) =>
      said.indexOf(`${at + 1}. ${question.replaceAll('`as_of`', '2026-11-22')}`),
    );
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(said).toContain(`The best answer, with evidence, makes the verdict ${toWords(questions[0]?.ifBest ?? '')}`);
  });

  it('says where no answer can change the verdict, and what would have to change', () => {
    const { stdout } = ask('examples/akash.yaml');
    const said = stdout.replace(/\s+/g, ' ');
    expect(said).toContain('What to ask No answer that is still open can change the verdict.');
    expect(said).toContain('What would have to change');
    expect(said).toContain('From 2.58 to 1.2 USD per H100-hour or less: a 2.0x gain over');
    expect(stdout).not.toMatch(/^ +1\. /m);
  });

  it('takes the scoring options, and prints Markdown and JSON', () => {
    expect(ask('examples/x402.yaml', '--as-of', '2026-12-01').stdout).toContain('As of 2026-12-01.');
    expect(ask('examples/x402.yaml', '--format', 'markdown').stdout).toMatch(/\n## What to ask\n\n1\. \*\*/);
    const { reports } = JSON.parse(ask('examples/x402.yaml', '--format', 'json').stdout);
    const { questions, levers } = assess(example('x402.yaml', rubric), rubric);
    expect(reports[0]).toMatchObject({ questions, levers });
    expect(ask('examples/x402.yaml', '--track', 'nothing').stderr).toContain('nothing');
  });

  it('ends with the code of a file that could not be read', () => {
    const { code, stderr } = ask('examples/nothing.yaml');
    expect(code).not.toBe(EXIT.done);
    expect(stderr).toContain('nothing.yaml');
  });

  it('has a sheet of every example', () => {
    const { stdout } = ask('examples');
    expect(stdout.split('\nWhat would have to change\n').length - 1).toBeGreaterThanOrEqual(exampleNames().length);
  });
});
