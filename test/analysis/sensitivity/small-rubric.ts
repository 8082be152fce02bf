import { type Answer, cite, type Description } from '../../../src/model/description.ts';
import type { Rubric } from '../../../src/model/rubric.ts';
import { type Score, scoreOnTrack } from '../../../src/score/score-on-track.ts';
import { shippedRubric } from '../../support/rubric.ts';

const shipped = shippedRubric();

/** Two answers a dimension at most, so that every combination can be tried. */
const KEPT = ['cost', 'proof', 'integration', 'paid_use', 'duties', 'customers', 'mainstream_integration'];

/** Of the dimensions on each track, so that cases worked by hand hold whatever the shipped tracks weigh. */
const WEIGHTS: Readonly<Record<string, number>> = {
  technical_edge: 40,
  switching_cost: 10,
  demand_maturity: 30,
  regulatory_pull: 5,
  landmark_adoption: 15,
};

/** The shipped rubric with a few criteria of equal weight, with weights of its own, and with gates and bands of the caller's where they are given. */
export function smallRubric(change: Partial<Rubric> = {}): Rubric {
  const criteria = shipped.criteria.filter(({ id }) => KEPT.includes(id)).map((entry) => ({ ...entry, weight: 1 }));
  const tracks = shipped.tracks.map((track) => ({
    ...track,
    weights: Object.fromEntries(
      Object.entries(track.weights).map(([id, own]) => [id, { ...own, weight: WEIGHTS[id] ?? own.weight }]),
    ),
  }));
  return { ...shipped, criteria, tracks, ...change };
}

export const AS_OF = '2026-09-30';

const WEBSITE = 'https://example.org';

/** One of them on the project's own website, without which nobody could tell that the others are somebody else's. */
const SOURCES = [
  { id: 'said', kind: 'statement', url: WEBSITE },
  { id: 'told', kind: 'press', url: 'https://press.example.net' },
  { id: 'seen', kind: 'code', url: 'https://github.com/somebody/code' },
  { id: 'measured', kind: 'analytics', url: 'https://tracker.example.com' },
].map((source) => ({
  ...source,
  title: source.id,
  published: '2026-09-01',
  accessed: null,
}));

export function describedAs(answers: Readonly<Record<string, Answer>>, track = 'compute'): Description {
  return {
    name: 'Example',
    offer: null,
    summary: 'A marketplace on a chain.',
    website: WEBSITE,
    own_hosts: [],
    reference: false,
    as_of: AS_OF,
    track,
    sources: SOURCES,
    answers,
    file: null,
    placeOf: () => null,
  };
}

/** An answer of the option at `level` on a criterion of choices. */
export function choice(id: string, level: number, sources: readonly string[]): Record<string, Answer> {
  const option = shipped.criteria.find((entry) => entry.id === id)?.levels[level]?.option;
  if (option == null) throw new Error(`${id} has no option at level ${level}`);
  return {
    [id]: { status: 'answered', value: { answer: option, sources: sources.map(cite), disputed_by: [], note: null } },
  };
}

export function scored(description: Description, rubric: Rubric): Score {
  const track = rubric.tracks.find(({ id }) => id === description.track);
  if (track === undefined) throw new Error('the description declares no track of the rubric');
  return scoreOnTrack(description, rubric, track, description.as_of);
}
