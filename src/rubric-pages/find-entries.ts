import { findNearest } from '../input/problems/find-nearest.ts';
import type { Rubric } from '../model/rubric.ts';
import type { ListedEntry } from '../report/documents/rubric-entries.ts';
import type { EntryKind, RubricEntry } from './entry-kind.ts';
import { ENTRY_KINDS, toListedEntry } from './registry.ts';

/** How an entry is found, closest first. */
const RANKS = ['id', 'name', 'singular', 'beginning', 'fragment', 'words', 'meaning'] as const;

type Rank = (typeof RANKS)[number];

/** The ranks at which the text is a whole name. */
const WHOLE_NAME: readonly Rank[] = ['id', 'name', 'singular'];

/** The ranks at which nothing has the text in its name: its words are scattered, or only begin those of the entry. */
const NEAR: readonly Rank[] = ['words', 'meaning'];

/** Words of a name; a longer title is a sentence, and a part of it names nothing. */
const LONGEST_NAME = 8;

/** As many entries of one name are shown together. */
const MAX_NAMESAKES = 3;

/** The kinds that a report names by title, and so a reader means first. */
const MAIN_KINDS: readonly string[] = ['word', 'criterion', 'dimension', 'track', 'gate', 'band', 'diagnosis'];

/** Letters and digits alone, in lower case, a blank between words. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function toSingular(folded: string): string {
  return folded.replace(/s$/, '');
}

/** The names of an entry. One that belongs to another, such as a duty, goes by the last part of its id too. */
function listNames({ id, title, also }: RubricEntry, kind: EntryKind): readonly string[] {
  return [id, `${kind.id}/${id}`, id.split(/[/.]/).at(-1) ?? id, title, ...also];
}

/** How a text names an entry; null where it does not. */
function rankEntry(text: string, entry: RubricEntry, kind: EntryKind): Rank | null {
  if (text === entry.id || text === `${kind.id}/${entry.id}`) return 'id';
  const folded = fold(text);
  if (folded === '') return null;
  const names = listNames(entry, kind).map(fold);
  if (names.includes(folded)) return 'name';
  if (names.some((name) => toSingular(name) === toSingular(folded))) return 'singular';
  const hasWords = (within: string) => folded.split(' ').every((word) => ` ${within}`.includes(` ${word}`));
  const short = names.filter((name) => name.split(' ').length <= LONGEST_NAME);
  if (short.some((name) => name.startsWith(`${folded} `))) return 'beginning';
  if (short.some((name) => ` ${name} `.includes(` ${folded} `))) return 'fragment';
  if (hasWords(names.join(' '))) return 'words';
  return hasWords(fold(entry.means)) ? 'meaning' : null;
}

/** The entries that a text is closest to: those to show, and what else it may mean. Without any to show, it is not clear which is meant. */
export interface EntryMatches {
  readonly shown: readonly ListedEntry[];
  readonly others: readonly ListedEntry[];
  /** True where nothing is called so, not even in part. */
  readonly isNear: boolean;
}

/**
 * The entries that a text names by id, alone or behind its kind (`grade/press`), by title, by another name, or by a part of
 * these or of the meaning; case and signs between words are ignored.
 */
export function findEntries(rubric: Rubric, text: string): EntryMatches {
  const ranked = ENTRY_KINDS.flatMap((kind) =>
    kind.entries(rubric).map((entry) => ({ rank: rankEntry(text, entry, kind), entry, kind })),
  );
  const bestOf = (entries: typeof ranked) => RANKS.find((one) => entries.some(({ rank }) => rank === one));
  const whole = bestOf(ranked);
  const isWhole = whole !== undefined && WHOLE_NAME.includes(whole);
  const ofMain = bestOf(ranked.filter(({ kind }) => MAIN_KINDS.includes(kind.id)));
  const rank = isWhole ? whole : (ofMain ?? whole);
  const isNear = rank !== undefined && NEAR.includes(rank);
  const found = ranked.filter((one) => one.rank === rank).map(({ entry, kind }) => toListedEntry(entry, kind));
  if (rank === undefined) return { shown: [], others: [], isNear: false };
  if (!isNear && (found.length === 1 || (isWhole && found.length <= MAX_NAMESAKES)))
    return { shown: found, others: [], isNear };
  const main = found.filter(({ kind }) => MAIN_KINDS.includes(kind));
  // What belongs to an entry is on its page.
  const isPart = (id: string) => main.some((owner) => id.startsWith(`${owner.id}/`));
  const others = found.filter((entry) => !main.includes(entry) && !isPart(entry.id));
  return main.length === 1 && !isNear
    ? { shown: main, others, isNear }
    : { shown: [], others: [...main, ...others], isNear };
}

/** How many near names are proposed. */
const MAX_PROPOSALS = 3;

/** The names nearest to a text that names nothing, the nearest first. */
export function proposeNames(rubric: Rubric, text: string): readonly string[] {
  let names = ENTRY_KINDS.flatMap((kind) =>
    kind.entries(rubric).flatMap(({ id, title, also }) => [id, title, ...also]),
  );
  const near: string[] = [];
  for (let name = findNearest(text, names); name !== null && near.length < MAX_PROPOSALS; ) {
    near.push(name);
    names = names.filter((other) => fold(other) !== fold(near.at(-1) ?? ''));
    name = findNearest(text, names);
  }
  return near;
}
