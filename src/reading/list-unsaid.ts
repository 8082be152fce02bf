import type { Reading } from '../model/reading.ts';
import type { Requirement } from '../model/rubric.ts';
import type { ReadingContext } from './reading-context.ts';

function listCriteria(requirement: Requirement): readonly string[] {
  if ('criterion' in requirement) return [requirement.criterion];
  return ('all' in requirement ? requirement.all : requirement.any).flatMap(listCriteria);
}

/** The criteria on which the documents say nothing: those that a gate reads first, then by share. */
export function listUnsaid(dimensions: Reading['dimensions'], { rubric, track }: ReadingContext): readonly string[] {
  const gated = new Set(
    rubric.gates
      .filter(({ tracks }) => track === null || tracks === null || tracks.includes(track))
      .flatMap((gate) => (gate.kind === 'levels' ? listCriteria(gate.require) : [])),
  );
  return dimensions
    .flatMap(({ questions }) => questions)
    .filter(({ quotes }) => quotes.length === 0)
    .sort((a, b) => Number(gated.has(b.criterion)) - Number(gated.has(a.criterion)) || b.share - a.share)
    .map(({ criterion }) => criterion);
}
