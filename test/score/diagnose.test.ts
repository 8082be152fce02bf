import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import { type Answer, cite, type Description, UNKNOWN_ANSWER } from '../../src/model/description.ts';
import type { Condition, Diagnosis, Gate, Rubric, Track } from '../../src/model/rubric.ts';
import { diagnose } from '../../src/score/diagnose.ts';
import { scoreOnTrack } from '../../src/score/score-on-track.ts';
import { shippedRubric } from '../support/rubric.ts';

const shipped = shippedRubric();
const AS_OF = '2026-09-30';

/** A choice of level 4 or 1 on one source, or no answer. */
function urgency(answer: 'routine' | 'explored', source: 'audit' | 'statement' | null): Answer {
  const sources = source === null ? [] : [source];
  return { status: 'answered', value: { answer, sources: sources.map(cite), disputed_by: [], note: null } };
}

/** Levels at supported, claimed and possible. */
const STATES = {
  '4/4/4': urgency('routine', 'audit'),
  '1/4/4': urgency('routine', 'statement'),
  '0/4/4': urgency('routine', null),
  '1/1/1': urgency('explored', 'audit'),
  'unknown 0/0/4': UNKNOWN_ANSWER,
  'absent 0/0/4': null,
} as const satisfies Record<string, Answer | null>;

type State = keyof typeof STATES;

function describing(state: State, track: string): Description {
  const answer = STATES[state];
  const dated = { published: '2026-09-01', accessed: null };
  const outside = (['audit', 'statement'] as const).map((kind) => ({
    id: kind,
    title: kind,
    kind,
    url: 'https://lab.example.net',
    ...dated,
  }));
  // What the project itself publishes, so that its website carries a source.
  const own = { id: 'own', title: 'Manual', kind: 'docs', url: 'https://docs.example.org', ...dated };
  return {
    name: 'Example',
    offer: null,
    summary: 'A network on a chain.',
    website: 'https://example.org',
    own_hosts: [],
    reference: false,
    as_of: AS_OF,
    track,
    sources: [...outside, own],
    answers: answer === null ? {} : { urgency: answer },
    file: null,
    placeOf: () => null,
  };
}

/** Passed from level 3, on compute and storage only. */
const gate: Gate = {
  id: 'urgent',
  kind: 'levels',
  title: 'It is urgent',
  why: 'Because.',
  claims: [],
  cap: 50,
  cap_reason: 'Because.',
  tracks: ['compute', 'storage'],
  passed: 'It is.',
  failed: 'It is not.',
  require: { criterion: 'urgency', at_least: 3 },
};

function diagnosis(id: string, when: Condition): Diagnosis {
  return {
    id,
    title: `T ${id}`,
    means: 'M',
    when,
    route: 'adapt',
    advice: 'A',
    trigger: 'R',
    claims: ['no-landmark-yet'],
  };
}

function withDiagnoses(...diagnoses: readonly Diagnosis[]): Rubric {
  return { ...shipped, gates: [gate], diagnoses };
}

function trackOf(id: string): Track {
  const track = shipped.tracks.find((entry) => entry.id === id);
  if (track === undefined) throw new Error(`there is no track ${id}`);
  return track;
}

function idsFor(state: State, track: string, rubric: Rubric): readonly string[] {
  const score = scoreOnTrack(describing(state, track), rubric, trackOf(track), AS_OF);
  return diagnose(score, rubric).map(({ id }) => id);
}

function holds(when: Condition, state: State, track = 'compute'): boolean {
  return idsFor(state, track, withDiagnoses(diagnosis('it', when))).includes('it');
}

const yes: Condition = { track: ['compute'] };
const no: Condition = { track: ['storage'] };

describe('a condition on a gate', () => {
  it.each([
    ['4/4/4', 'passed'],
    ['1/4/4', 'not-shown-yet'],
    ['absent 0/0/4', 'not-shown-yet'],
    ['1/1/1', 'failed'],
  ] as const)('at %s holds for %s alone', (state, status) => {
    const all = ['passed', 'failed', 'not-shown-yet', 'not-asked'] as const;
    expect(all.filter((is) => holds({ gate: 'urgent', is: [is] }, state))).toEqual([status]);
  });

  it('holds for each status of its list', () => {
    expect(holds({ gate: 'urgent', is: ['failed', 'not-shown-yet'] }, '1/1/1')).toBe(true);
    expect(holds({ gate: 'urgent', is: ['failed', 'not-shown-yet'] }, '4/4/4')).toBe(false);
  });

  it('reads a gate that does not guard the track as not applicable', () => {
    expect(holds({ gate: 'urgent', is: ['not-asked'] }, '1/1/1', 'verification')).toBe(true);
    expect(holds({ gate: 'urgent', is: ['failed', 'not-shown-yet', 'passed'] }, '1/1/1', 'verification')).toBe(false);
  });
});

describe('a condition on a level', () => {
  it.each([
    ['4/4/4', 'supported', 4],
    ['1/4/4', 'supported', 1],
    ['1/4/4', 'claimed', 4],
    ['0/4/4', 'supported', 0],
    ['0/4/4', 'possible', 4],
    ['1/1/1', 'possible', 1],
    ['unknown 0/0/4', 'claimed', 0],
    ['absent 0/0/4', 'claimed', 0],
    ['absent 0/0/4', 'possible', 4],
  ] as const)('at %s reads %s as %i', (state, bound, level) => {
    const limits = [1, 2, 3, 4];
    const below = limits.filter((limit) => holds({ criterion: 'urgency', bound, below: limit }, state));
    const reached = limits.filter((limit) => holds({ criterion: 'urgency', bound, at_least: limit }, state));
    expect(below).toEqual(limits.filter((limit) => level < limit));
    expect(reached).toEqual(limits.filter((limit) => level >= limit));
  });
});

describe('a condition on an answer', () => {
  it.each([
    ['4/4/4', true],
    ['0/4/4', true],
    ['unknown 0/0/4', false],
    ['absent 0/0/4', false],
  ] as const)('at %s is answered: %s', (state, answered) => {
    expect(holds({ criterion: 'urgency', answered: true }, state)).toBe(answered);
    expect(holds({ criterion: 'urgency', answered: false }, state)).toBe(!answered);
  });
});

describe('a condition on a criterion that does not apply on the track', () => {
  const never: readonly Condition[] = [
    { criterion: 'cost', bound: 'claimed', below: 4 },
    { criterion: 'cost', bound: 'possible', at_least: 1 },
    { criterion: 'cost', answered: true },
    { criterion: 'cost', answered: false },
  ];

  it.each(never)('never holds: %j', (when) => {
    expect(shipped.criteria.find(({ id }) => id === 'cost')?.not_applicable).toHaveProperty('verification');
    expect(holds(when, 'absent 0/0/4', 'verification')).toBe(false);
    expect(holds({ not: when }, 'absent 0/0/4', 'verification')).toBe(true);
  });
});

describe('a condition on the track', () => {
  it('holds on each track of its list', () => {
    const when: Condition = { track: ['compute', 'storage'] };
    const held = shipped.tracks.map(({ id }) => id).filter((track) => holds(when, '1/1/1', track));
    expect([...held].sort()).toEqual(['compute', 'storage']);
  });
});

describe('conditions put together', () => {
  it.each([
    [{ all: [yes, yes] }, true],
    [{ all: [yes, no] }, false],
    [{ all: [no, no] }, false],
    [{ any: [yes, no] }, true],
    [{ any: [no, yes] }, true],
    [{ any: [no, no] }, false],
    [{ not: no }, true],
    [{ not: yes }, false],
    [{ not: { not: yes } }, true],
    [{ not: { any: [no, { all: [yes, no] }] } }, true],
    [{ all: [{ any: [no, yes] }, { not: { all: [yes, no] } }] }, true],
  ] satisfies readonly (readonly [Condition, boolean])[])('%j is %s', (when, held) => {
    expect(holds(when, '1/1/1')).toBe(held);
  });
});

describe('the diagnoses', () => {
  const table = [diagnosis('b', yes), diagnosis('x', no), diagnosis('a', yes), diagnosis('c', { not: no })];

  it('stand in the order of the table, whatever their ids are', () => {
    expect(idsFor('1/1/1', 'compute', withDiagnoses(...table))).toEqual(['b', 'a', 'c']);
    expect(idsFor('1/1/1', 'compute', withDiagnoses(...[...table].reverse()))).toEqual(['c', 'a', 'b']);
  });

  it('are the first as the diagnosis and the rest as other causes in a report', () => {
    const report = assess(describing('1/1/1', 'compute'), { ...withDiagnoses(...table), coverage_floor: 0 });
    const { when: _when, ...first } = diagnosis('b', yes);
    expect(report.diagnosis).toEqual(first);
    expect(report.otherCauses.map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('are none where no condition holds', () => {
    const report = assess(describing('1/1/1', 'compute'), withDiagnoses(diagnosis('x', no)));
    expect(report).toMatchObject({ diagnosis: null, otherCauses: [] });
  });
});

describe('the shipped table', () => {
  it('takes nothing that is merely unknown for a cause, but for the landmark, what is not disclosed and a level field', () => {
    for (const { id } of shipped.tracks) {
      const silent = ['not-disclosed', 'no-landmark'];
      const known = id === 'agent-payments' ? ['level-field', ...silent] : silent;
      expect(idsFor('absent 0/0/4', id, shipped)).toEqual(known);
    }
  });
});
