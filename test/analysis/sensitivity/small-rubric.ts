import type { Answer, Description } from '../../../src/model/description.ts';
import type { Rubric } from '../../../src/model/rubric.ts';
import { type Score, scoreOnTrack } from '../../../src/score/score-on-track.ts';
import { shippedRubric } from '../../support/rubric.ts';

const shipped = shippedRubric();

/** Two answers a dimension at most, so that every combination can be tried. */
const KEPT = ['cost', 'proof', 'integration', 'paid_use', 'duties', 'customers', 'mainstream_integration'];

/** The shipped rubric with a few criteria of equal weight, and with gates and bands of the caller's where they are given. */
export function smallRubric(change: Partial<Rubric> = {}): Rubric {
  const criteria = shipped.criteria.filter(({ id }) => KEPT.includes(id)).map((entry) => ({ ...entry, weight: 1 }));
  return { ...shipped, criteria, ...change };
}

export const AS_OF = '2026-09-30';

const SOURCES = [
  { id: 'said', kind: 'statement' },
  { id: 'told', kind: 'press' },
  { id: 'seen', kind: 'code' },
  { id: 'measured', kind: 'analytics' },
].map(({ id, kind }) => ({
  id,
  kind,
  title: id,
  url: `https://${id}.example.net/`,
  published: '2026-09-01',
  accessed: null,
}));

export function describedAs(answers: Readonly<Record<string, Answer>>, track = 'compute'): Description {
  return {
    name: 'Example',
    offer: null,
    summary: 'A marketplace on a chain.',
    website: 'https://example.org',
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
  return { [id]: { status: 'answered', value: { answer: option, sources, disputed_by: [], note: null } } };
}

export function scored(description: Description, rubric: Rubric): Score {
  const track = rubric.tracks.find(({ id }) => id === description.track);
  if (track === undefined) throw new Error('the description declares no track of the rubric');
  return scoreOnTrack(description, rubric, track, description.as_of);
}
