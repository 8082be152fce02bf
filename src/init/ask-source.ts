import { type Day, listMeantDates, parseFirstDay } from '../model/day.ts';
import type { Grade, SourceKind } from '../model/evidence.ts';
import type { Rubric } from '../model/rubric.ts';
import { trimmedText, webAddress } from '../model/schema/schema.ts';
import { askText } from './ask-value.ts';
import type { Prompter } from './prompter.ts';

/** A source as a file states it. */
export type RawSource = Readonly<Record<string, string>>;

const NO_SOURCE = 'no source';
const NEW = 'new source';

/** An id made of a title's words, which nothing else has. */
function createSourceId(title: string, taken: ReadonlySet<string>): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 32)
    .replace(/-+$/, '');
  const base = /^[a-z]/.test(plain) ? plain : `source${plain === '' ? '' : `-${plain}`}`;
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(id)) return id;
  }
}

/** Why a date is not taken of a document that shows something by the day. */
function explainBadDate(text: string, asOf: Day): string | null {
  const meant = listMeantDates(text);
  if (meant.length > 1) return `${meant.join(' or ')}?`;
  const day = parseFirstDay(meant[0] ?? '');
  if (day === null) return 'A date (2026-06-29), a month (2026-06) or a quarter (2026-Q2).';
  return day > asOf ? `Not after ${asOf}, the date of the description: it would not count.` : null;
}

/** What a kind of document is, and how far the best of it can carry an answer. */
function describeSourceKind({ id, grade, means }: SourceKind, grades: readonly Grade[]): string {
  const cap = grades.find((entry) => entry.id === grade)?.cap ?? 0;
  return `${id}, up to level ${cap}: ${means}`;
}

/** Asks for a document once; `add` puts it into the file under its id. */
async function askNewSource(rubric: Rubric, asOf: Day, prompter: Prompter): Promise<RawSource> {
  const title = String(await askText(trimmedText, 'Title of the document', prompter, { example: 'Price list' }));
  const url = String(
    await askText(webAddress, 'Where can it be read?', prompter, { example: 'https://example.org/pricing' }),
  );
  const { kinds, grades } = rubric.evidence;
  const kind = await prompter.choose(
    'What kind of document is it?',
    kinds.map((entry) => ({ id: entry.id, label: describeSourceKind(entry, grades) })),
  );
  const isLive = kinds.some(({ id, live }) => id === kind && live);
  const dated = await prompter.choose('Does it have a date?', [
    { id: 'published', label: 'yes' },
    ...(isLive ? [{ id: 'accessed', label: 'no, but it is a live page and I know when it was read' }] : []),
    { id: 'none', label: 'no; it counts one grade lower' },
  ]);
  if (dated === 'none') return { title, url, kind };
  const date = await prompter.write('Which one?', {
    example: '2026-06-20',
    refuse: (text) => explainBadDate(text, asOf),
  });
  return { title, url, kind, [dated]: listMeantDates(date)[0] ?? date.trim() };
}

/**
 * Asks which document carries an answer: one that is listed already, by its id, or a new one, dated `asOf` at the latest, which
 * `add` lists. @throws Stopped.
 */
export async function askSources(
  listed: ReadonlyMap<string, string>,
  rubric: Rubric,
  asOf: Day,
  prompter: Prompter,
  add: (id: string, source: RawSource) => void,
): Promise<readonly string[]> {
  const chosen = await prompter.choose('Which document shows it?', [
    ...[...listed].map(([id, title]) => ({ id: `=${id}`, label: `${id}: ${title}` })),
    { id: NEW, label: 'a document that is not listed yet' },
    { id: NO_SOURCE, label: 'none; the answer is then not supported' },
  ]);
  if (chosen === NO_SOURCE) return [];
  if (chosen !== NEW) return [chosen.slice(1)];
  const source = await askNewSource(rubric, asOf, prompter);
  const id = createSourceId(source['title'] ?? '', new Set(listed.keys()));
  add(id, source);
  return [id];
}
