import { describe, expect, it } from 'vitest';
import type { QuestionQuote, QuestionReading, Reading } from '../../src/model/reading.ts';
import { listUnsaid } from '../../src/reading/list-unsaid.ts';
import { shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();

const quote = (whose: QuestionQuote['whose']): QuestionQuote => ({
  text: 'words',
  place: { file: 'memo.md', line: 1, sheet: null, section: null },
  whose,
});

/** The questions of a case with what is said on each; one that is not named is of no weight here. */
function list(
  questions: Readonly<Record<string, { share: number; quotes?: QuestionReading['quotes'] }>>,
  track = 'compute',
) {
  const dimensions: Reading['dimensions'] = rubric.dimensions.map(({ id, title }) => ({
    id,
    title,
    questions: rubric.criteria
      .filter((criterion) => criterion.dimension === id)
      .flatMap((criterion): readonly QuestionReading[] => {
        const asked = questions[criterion.id];
        const { title: name, question } = criterion;
        return asked === undefined
          ? []
          : [{ criterion: criterion.id, title: name, question, quotes: [], names: [], ...asked }];
      }),
  }));
  return listUnsaid(dimensions, { rubric, name: 'Heron', track, asOf: null });
}

describe('listUnsaid', () => {
  it('asks first for what a gate reads, that with the lowest cap before all, and then by share', () => {
    const asked = {
      urgency: { share: 0.3 },
      integration: { share: 0.02 },
      paid_use: { share: 0.1 },
      customers: { share: 0.2 },
      continuity: { share: 0.02 },
      cost: { share: 0.05 },
    };
    expect(list(asked)).toEqual(['cost', 'continuity', 'customers', 'paid_use', 'urgency', 'integration']);
  });

  it('leaves out what no gate of the track reads', () => {
    expect(list({ continuity: { share: 0.02 }, urgency: { share: 0.3 } }, 'agent-payments')).toEqual([
      'urgency',
      'continuity',
    ]);
  });

  it('takes what is said of others for nothing said, and a plan for something', () => {
    const quoted = {
      cost: { share: 0.1, quotes: [quote('rival'), quote('market')] },
      revenue: { share: 0.1, quotes: [quote('plan')] },
    };
    expect(list(quoted)).toEqual(['cost']);
  });
});
