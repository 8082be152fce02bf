import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess.ts';
import { type Answer, cite, type Description } from '../../../src/model/description.ts';
import { endNames, example, exampleNames } from '../../support/describe.ts';
import { shippedRubric } from '../../support/rubric.ts';

const rubric = shippedRubric();

/** The description with the lever pulled: the best answer there is, on evidence that carries it. */
function pulled(base: Description, id: string, level: number): Description {
  const criterion = rubric.criteria.find((entry) => entry.id === id);
  const option = criterion?.levels[level]?.option;
  const best = rubric.evidence.grades.at(-1)?.id;
  const kinds = rubric.evidence.kinds.filter((kind) => kind.grade === best && kind.only_on.length === 0);
  const kind = kinds.find((entry) => criterion?.needs.kinds.includes(entry.id))?.id ?? '';
  const proof = {
    id: 'proof',
    title: 'Proof',
    url: 'https://lab.example.edu/x',
    kind,
    published: base.as_of,
    accessed: null,
  };
  const value = { answer: option, sources: ['proof'].map(cite), disputed_by: [], note: null };
  const answer: Answer = { status: 'answered', value };
  return { ...base, sources: [...base.sources, proof], answers: { ...base.answers, [id]: answer } };
}

describe.each([...exampleNames(), ...endNames()])('the levers of examples/%s', (name) => {
  const base = example(name, rubric);
  const report = assess(base, rubric);
  const criteria = new Map(report.dimensions.flatMap((dimension) => dimension.criteria).map((c) => [c.id, c]));
  const raising = report.levers.filter(({ lifts }) => lifts.length === 0);

  it('lift first, lowest cap first, the failed gates that bind or would', () => {
    const caps = report.levers
      .flatMap(({ lifts }) => lifts.slice(0, 1))
      .map((id) => report.gates.find((g) => g.id === id)?.cap ?? 0);
    expect(caps).toEqual([...caps].sort((a, b) => a - b));
    expect(report.levers.slice(0, caps.length).every(({ lifts }) => lifts.length > 0)).toBe(true);
    const lifted = report.levers.flatMap(({ lifts }) => lifts);
    for (const { id, status, effects } of report.gates)
      if (status === 'failed' && effects?.possible.holds) expect(lifted).toContain(id);
  });

  it('then come with most points first, and raise what is known', () => {
    const points = raising.map((lever) => lever.points);
    expect(points).toEqual([...points].sort((a, b) => b - a));
    for (const { steps, pointsBeforeGates } of raising) {
      expect(pointsBeforeGates).toBeGreaterThan(0);
      expect(steps.map(({ kind }) => kind)).toEqual(['raise']);
      expect(criteria.get(steps[0]?.criterion ?? '')?.status).toBe('answered');
    }
  });

  it('add the points that they promise', () => {
    for (const { points, pointsBeforeGates, steps } of raising) {
      const [step] = steps;
      if (step === undefined || criteria.get(step.criterion)?.kind !== 'choice') continue;
      const after = assess(pulled(base, step.criterion, step.to), rubric);
      expect((after.fit?.supported ?? 0) - (report.fit?.supported ?? 0)).toBeCloseTo(points, 9);
      expect((after.fit?.uncapped ?? 0) - (report.fit?.uncapped ?? 0)).toBeCloseTo(pointsBeforeGates, 9);
    }
  });
});

describe('a lever that lifts a break-even', () => {
  it('names the price at which the switch pays, in the figures of the description', () => {
    const { levers } = assess(example('akash.yaml', rubric), rubric);
    expect(levers[0]).toMatchObject({
      lifts: ['edge-pays-for-switch'],
      steps: [
        { criterion: 'cost', ratio: 2, figure: { project: 2.58, unit: 'USD per H100-hour', against: { value: 2.4 } } },
      ],
    });
    expect(levers[0]?.steps[0]?.figure?.target).toBeCloseTo(1.2, 9);
    expect(levers[1]).toMatchObject({ lifts: ['survives-node-failure'], steps: [{ criterion: 'continuity', to: 1 }] });
  });
});
