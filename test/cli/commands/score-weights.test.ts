import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { run } from '../../support/run.ts';
import { buildJsonSchema } from '../../support/schemas.ts';

const EXAMPLE = 'examples/grass.yaml';
const EQUAL = 'technical_edge=20,switching_cost=20,demand_maturity=20,regulatory_pull=20,landmark_adoption=20';

function reportOf(...args: readonly string[]) {
  const { code, stdout } = run(['score', EXAMPLE, '--format', 'json', ...args]);
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

describe('--weights', () => {
  it('weighs the dimensions, and the report says so in every format', () => {
    const [report] = reportOf('--weights', EQUAL).reports;
    expect(report.weights).toEqual(Object.fromEntries(EQUAL.split(',').map((part) => [part.split('=')[0], 20])));
    const marks = report.dimensions.map(({ supported }: { supported: number }) => supported);
    const mean = marks.reduce((sum: number, mark: number) => sum + mark, 0) / 5;
    expect(report.fit.uncapped).toBeCloseTo(mean, 9);
    for (const format of ['text', 'markdown'])
      expect(run(['score', EXAMPLE, '--weights', EQUAL, '--format', format]).stdout).toContain('Custom settings');
  });

  it.each([
    ['a dimension that is missing', 'technical_edge=100', /switching_cost, demand_maturity.* are missing/],
    [
      'one dimension that is missing',
      'technical_edge=25,switching_cost=25,demand_maturity=25,regulatory_pull=25',
      /landmark_adoption is missing/,
    ],
    ['an unknown dimension', EQUAL.replace('technical_edge', 'edge'), /unknown dimension edge/],
    ['one named twice', `${EQUAL},technical_edge=20`, /technical_edge is given twice/],
    ['another sum', EQUAL.replace('=20', '=30'), /sum to 110/],
    ['a fraction', EQUAL.replace('=20', '=20.5'), /not of the form id=points/],
    ['a minus', EQUAL.replace('=20', '=-20'), /not of the form id=points/],
    ['nothing', ',', /not of the form id=points/],
  ])('refuses %s', (_, list, what) => {
    const { code, stderr, stdout } = run(['score', EXAMPLE, '--weights', list]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(what);
    expect(stderr).toContain('--weights technical_edge=20,');
  });
});

describe('--explain-verdict', () => {
  const valid = new Ajv({ strict: true, strictTypes: false, allErrors: true }).compile(buildJsonSchema('report'));

  it('is data by the schema, the same each time', () => {
    const file = reportOf('--explain-verdict');
    valid(file);
    expect(valid.errors).toBeNull();
    expect(file.reports[0].explanation.verdictFrequencies).toMatchObject({ draws: 10_000, seed: 1 });
    expect(reportOf('--explain-verdict')).toEqual(file);
    expect(reportOf().reports[0].explanation).toBeNull();
  });

  it('takes draws and a seed', () => {
    const { verdictFrequencies } = reportOf('--explain-verdict', '--draws', '400', '--seed', '9').reports[0]
      .explanation;
    expect(verdictFrequencies).toMatchObject({ draws: 400, seed: 9, error: 0.049 });
  });

  it('holds for several descriptions, references and projects outside as well', () => {
    const { code, stdout } = run(['score', 'examples', '--explain-verdict', '--draws', '50', '--format', 'jsonl']);
    expect(code).toBe(0);
    const reports = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).report);
    for (const { fit, explanation } of reports) expect(explanation === null).toBe(fit === null);
  });

  it.each([
    [['--draws', '0', '--explain-verdict'], /--draws takes a whole number from 1 to 1000000/],
    [['--seed', '1.5', '--explain-verdict'], /--seed takes a whole number/],
    [['--seed', '3'], /require --explain-verdict/],
  ])('refuses %j', (args, what) => {
    const { code, stderr } = run(['score', EXAMPLE, ...args]);
    expect(code).toBe(2);
    expect(stderr).toMatch(what);
  });

  it.each([['--draws'], ['--seed']])('shows with an error of %s a command line that works', (option) => {
    const { stderr } = run(['score', EXAMPLE, '--explain-verdict', option, 'x']);
    const [, line = ''] = /demandfit (score project\.yaml .*)/.exec(stderr) ?? [];
    expect(line).toContain(option);
    expect(run(line.replace('project.yaml', EXAMPLE).split(' ')).code).toBe(0);
  });

  it('moves with the day and the weights', () => {
    const later = reportOf('--explain-verdict', '--as-of', '2028-01-01').reports[0];
    expect(later.asOf).toBe('2028-01-01');
    for (const { day } of later.explanation.clock) expect(day > '2028-01-01').toBe(true);
    const weighed = reportOf('--explain-verdict', '--weights', EQUAL).reports[0].explanation.verdictFrequencies.shares;
    const [{ centralWeights }] = weighed.filter(({ share }: { share: number }) => share > 0.2);
    expect(centralWeights.technical_edge).toBeGreaterThan(15);
    expect(centralWeights.technical_edge).toBeLessThan(25);
  });
});
