import { classify } from '../classify/classify.ts';
import type { Rubric, Track } from '../model/rubric.ts';
import type { MemoHints } from './hint.ts';
import { templateText } from './template.ts';
import { type Entry, withEntries } from './with-entries.ts';

/** What is known before a question is asked, such as by options of the command line; null where it is not. */
export interface Given {
  readonly name: string | null;
  readonly summary: string | null;
  readonly asOf: string | null;
  readonly offer: string | null;
  readonly website: string | null;
  readonly track: string | null;
  /** Sources and answers. */
  readonly entries: readonly Entry[];
}

/** Stands in a file that nobody was asked for yet. */
const NAMELESS = 'Name of the project';
const NOT_SUMMED_UP = 'Say here in plain words what it sells and to whom.';

/** The track to ask by: the one that is said, else the one that the words speak for, else none. */
function trackFor(said: string | null, words: string | null, rubric: Rubric): Track | null {
  const id = said ?? (words === null ? null : classify(words, rubric.classifier).track);
  return rubric.tracks.find((track) => track.id === id) ?? null;
}

/** The keys at the margin that may be left out. */
export function headEntries({ offer, website, track }: Pick<Given, 'offer' | 'website' | 'track'>): readonly Entry[] {
  return Object.entries({ offer, website, track }).flatMap(([key, value]): readonly Entry[] =>
    value === null ? [] : [{ path: [key], value }],
  );
}

/** A new description with what is given, and with the questions of the rubric as comments. `today` is the day where none is given. */
export function begin(given: Given, memo: MemoHints | null, file: string, today: string, rubric: Rubric): string {
  const name = given.name ?? memo?.name?.text ?? NAMELESS;
  const summary = given.summary ?? memo?.summary?.text ?? NOT_SUMMED_UP;
  const track = trackFor(given.track, memo?.prose ?? given.summary, rubric);
  const text = templateText({ name, summary, asOf: given.asOf ?? today, track, memo, file }, rubric);
  return withEntries(text, [...headEntries(given), ...given.entries]);
}
