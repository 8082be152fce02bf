import type { QuestionReading, Reading } from '../model/reading.ts';
import type { Gate, Requirement } from '../model/rubric.ts';
import type { ReadingContext } from './reading-context.ts';

function listCriteria(requirement: Requirement): readonly string[] {
  if ('criterion' in requirement) return [requirement.criterion];
  return ('all' in requirement ? requirement.all : requirement.any).flatMap(listCriteria);
}

/** The criteria that a gate reads; a break-even reads the comparison that decides on the track. */
function listGated(gate: Gate, { rubric, track }: ReadingContext): readonly string[] {
  if (gate.kind === 'levels') return listCriteria(gate.require);
  return rubric.tracks
    .filter(({ id }) => track === null || id === track)
    .flatMap(({ deciding }) => (deciding.criterion === null ? [] : [deciding.criterion]));
}

/** Above every cap: the criterion is read by no gate. */
const UNCAPPED = 101;

/** What a document says of others is not said of the project. */
function saysNothing({ quotes }: QuestionReading): boolean {
  return quotes.every(({ whose }) => whose === 'rival' || whose === 'market');
}

/**
 * The criteria on which the documents say nothing of the project, in the order in which to ask: what a gate reads first, the lowest cap
 * before all others, then by share of the weight, then what is found out sooner.
 */
export function listUnsaid(dimensions: Reading['dimensions'], context: ReadingContext): readonly string[] {
  const { rubric, track } = context;
  const caps = new Map<string, number>();
  for (const gate of rubric.gates)
    if (track === null || gate.tracks === null || gate.tracks.includes(track))
      for (const id of listGated(gate, context)) caps.set(id, Math.min(gate.cap, caps.get(id) ?? gate.cap));
  const capOf = ({ criterion }: QuestionReading) => caps.get(criterion) ?? UNCAPPED;
  const hoursOf = ({ criterion }: QuestionReading) => {
    const asked = rubric.criteria.find(({ id }) => id === criterion);
    return asked === undefined ? 0 : rubric.effort_hours[asked.effort.find_out];
  };
  return dimensions
    .flatMap(({ questions }) => questions)
    .filter(saysNothing)
    .sort((a, b) => capOf(a) - capOf(b) || b.share - a.share || hoursOf(a) - hoursOf(b))
    .map(({ criterion }) => criterion);
}
