import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import { type Answer, cite, type Description, type Source } from '../../src/model/description.ts';
import { shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();

const MANUAL: Source = {
  id: 'manual',
  title: 'Manual',
  url: 'https://docs.acmegrid.io/start',
  kind: 'docs',
  published: '2026-09-01',
  accessed: null,
};
const LAB: Source = { ...MANUAL, id: 'lab', title: 'Review', url: 'https://gpu-lab.edu/acmegrid', kind: 'audit' };
const SECOND: Source = { ...LAB, id: 'second', url: 'https://city-clinic.org/gpus' };

const ASKED = rubric.criteria.filter(({ kind, needs }) => kind === 'choice' && needs.kinds.includes('audit'));

/** The best choice on the first so many criteria that an audit can answer. */
function describing(count: number, cited: readonly string[]): Description {
  return {
    name: 'AcmeGrid',
    offer: null,
    summary: 'GPU rental.',
    website: 'https://acmegrid.io',
    own_hosts: [],
    as_of: '2026-11-20',
    track: 'compute',
    reference: false,
    sources: [MANUAL, LAB, SECOND],
    answers: Object.fromEntries(
      ASKED.slice(0, count).map(({ id, levels }): [string, Answer] => {
        const value = { answer: levels[4]?.option, sources: cited.map(cite), disputed_by: [], note: null };
        return [id, { status: 'answered', value }];
      }),
    ),
    file: null,
    placeOf: () => null,
  };
}

/** What is shown before gates, and the findings about a main owner. */
function read(description: Description) {
  const { fit, findings } = assess(description, rubric);
  return {
    shown: fit?.uncapped ?? 0,
    told: findings.filter(({ id }) => /^source\/one-/.test(id)).map(({ id, subject }) => [id, subject]),
  };
}

const { one_owner_from, one_witness_from } = rubric.hosts;
const counts = ASKED.map((_, at) => at + 1);

describe('the word of one outsider', () => {
  it('weighs from where a band speaks for the offer', () => {
    expect(rubric.bands.slice(2).map(({ from }) => from)).toContain(one_witness_from);
    expect(one_witness_from).toBeGreaterThan(one_owner_from);
  });

  it('is an error where it carries so much, a warning below, and nothing where next to nothing is shown', () => {
    const steps = counts.map((count) => read(describing(count, ['lab'])));
    const [quiet, warned, wrong] = [
      steps.filter(({ shown }) => shown < one_owner_from),
      steps.filter(({ shown }) => shown >= one_owner_from && shown < one_witness_from),
      steps.filter(({ shown }) => shown >= one_witness_from),
    ];
    for (const some of [quiet, warned, wrong]) expect(some.length).toBeGreaterThan(0);
    for (const { told } of quiet) expect(told).toEqual([]);
    for (const { told } of warned) expect(told).toEqual([['source/one-owner', 'gpu-lab.edu']]);
    for (const { told } of wrong) expect(told).toEqual([['source/one-witness', 'gpu-lab.edu']]);
  });

  it('is not told where a second one shows the same', () => {
    const { shown, told } = read(describing(ASKED.length, ['lab', 'second']));
    expect(shown).toBeGreaterThanOrEqual(one_witness_from);
    expect(told).toEqual([]);
  });
});
