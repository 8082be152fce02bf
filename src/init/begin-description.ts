import { classify } from '../classify/classify.ts';
import type { Rubric, Track } from '../model/rubric.ts';
import { addEntries, type DescriptionEntry } from './add-entries.ts';
import type { MemoHints } from './hint.ts';
import { renderTemplate } from './template.ts';

/** What is known before a question is asked, such as by options of the command line; null where it is not. */
export interface InitInput {
  readonly name: string | null;
  readonly summary: string | null;
  readonly asOf: string | null;
  readonly offer: string | null;
  readonly website: string | null;
  readonly track: string | null;
  /** Sources and answers. */
  readonly entries: readonly DescriptionEntry[];
}

/** Stands in a file that nobody was asked for yet. */
const PLACEHOLDER_NAME = 'Name of the project';
const PLACEHOLDER_SUMMARY = 'Say here in plain words what it sells and to whom.';

/** The track to ask by: the one that is said, else the one that the words speak for, else none. */
function chooseTrack(said: string | null, words: string | null, rubric: Rubric): Track | null {
  const id = said ?? (words === null ? null : classify(words, rubric.classifier).track);
  return rubric.tracks.find((track) => track.id === id) ?? null;
}

/** The keys at the margin that may be left out. */
export function listHeadEntries({
  offer,
  website,
  track,
}: Pick<InitInput, 'offer' | 'website' | 'track'>): readonly DescriptionEntry[] {
  return Object.entries({ offer, website, track }).flatMap(([key, value]): readonly DescriptionEntry[] =>
    value === null ? [] : [{ path: [key], value }],
  );
}

/** A new description with what is given, and with the questions of the rubric as comments. `today` is the day where none is given. */
export function beginDescription(
  given: InitInput,
  memo: MemoHints | null,
  file: string,
  today: string,
  rubric: Rubric,
): string {
  const name = given.name ?? memo?.name?.text ?? PLACEHOLDER_NAME;
  const summary = given.summary ?? memo?.summary?.text ?? PLACEHOLDER_SUMMARY;
  const track = chooseTrack(given.track, memo?.prose ?? given.summary, rubric);
  const text = renderTemplate({ name, summary, asOf: given.asOf ?? today, track, memo, file }, rubric);
  return addEntries(text, [...listHeadEntries(given), ...given.entries]);
}
