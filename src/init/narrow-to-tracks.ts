import type { Rubric, Track } from '../model/rubric.ts';

/** The rubric as far as its registers are about these tracks, so that examples and choices are of them. */
export function narrowToTracks(rubric: Rubric, tracks: readonly Track[]): Rubric {
  const isAsked = (id: string) => tracks.some((track) => track.id === id);
  const alternatives = rubric.alternatives.filter(({ track }) => isAsked(track));
  const regulations = rubric.regulations.filter(({ duties }) =>
    duties.some((duty) => Object.keys(duty.tracks).some(isAsked)),
  );
  return { ...rubric, alternatives, regulations };
}
