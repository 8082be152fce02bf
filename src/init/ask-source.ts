import { type Day, listMeantDates, parseFirstDay } from '../model/day.ts';
import type { Grade, SourceKind } from '../model/evidence.ts';
import type { QuestionQuote } from '../model/reading.ts';
import type { Rubric } from '../model/rubric.ts';
import { accept, REFUSED } from '../model/schema/accept.ts';
import { webAddress } from '../model/schema/schema.ts';
import { matchQuote } from '../prose/match-quote.ts';
import { listDates } from '../reading/read-facts.ts';
import { describeOrigin, nameFiles } from '../report/wording/reading.ts';
import { BACK, chooseOrGoBack, walkSteps, writeOrGoBack } from './ask-form.ts';
import type { DocumentCase } from './document-case.ts';
import type { PromptChoice, Prompter } from './prompter.ts';

/** A source as a file states it. */
export type RawSource = Readonly<Record<string, string>>;

const NONE: PromptChoice = { id: '- none', label: 'none; the answer is then not supported' };
const NEW: PromptChoice = { id: '+ new', label: 'another document' };
const LINKED = '+ link';

/** An id made of a title's words, which nothing else has. */
export function createSourceId(title: string, taken: readonly string[]): string {
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
    if (!taken.includes(id)) return id;
  }
}

/** What a document that nobody else can open counts as: the first kind of the lowest grade that carries anything. */
export function findStatementKind({ evidence: { kinds, grades } }: Rubric): SourceKind {
  const lowest = grades.find(({ cap }) => cap > 0)?.id;
  const found = kinds.find(({ grade }) => grade === lowest);
  if (found === undefined) throw new Error('the rubric has no kind of source that carries anything');
  return found;
}

/** The source that a document of the case is: a statement of the project's own, with the date of that document. */
export function toDocumentSource(file: string, { documents }: DocumentCase, rubric: Rubric): RawSource {
  const { document, date = null } = documents.find((entry) => entry.file === file) ?? {};
  return {
    title: document?.metadata.title ?? file.replace(/^.*\//, ''),
    file,
    kind: findStatementKind(rubric).id,
    ...(date === null ? {} : { published: date }),
  };
}

/** Why a date is not taken of a document that shows something by the day. */
function explainBadDate(text: string, asOf: Day): string | null {
  const meant = listMeantDates(text);
  if (meant.length > 1) return `${meant.join(' or ')}?`;
  const day = parseFirstDay(meant[0] ?? '');
  if (day === null) return 'Write a date, such as 18 Nov 2026, a month (2026-06) or a quarter (2026-Q2).';
  return day > asOf ? `Later than ${asOf}, the date of the description, so it would not count.` : null;
}

const ANOTHER_DATE: PromptChoice = { id: '+ date', label: 'another date' };
const UNDATED: PromptChoice = { id: '- undated', label: 'not known: what it says is then a claim without support' };
/** Dates of a document's text that are offered as its own. */
const MAX_DATES = 3;

/** Asks for the date of a document that states none; null where it is not known. @throws Stopped. */
export async function askDocumentDate(
  { document: { text }, file }: DocumentCase['documents'][number],
  asOf: Day,
  prompter: Prompter,
): Promise<string | null | typeof BACK> {
  const written = new Map([...listDates(text)].map((date) => [date.day, date.text.replace(/\s+/g, ' ')]));
  const days = [...written.keys()].filter((day) => day < asOf);
  const recent = days.sort().reverse().slice(0, MAX_DATES);
  const choices = recent.map((day) => ({ id: day, label: `${written.get(day)}, which is in its text` }));
  for (;;) {
    const chosen = await chooseOrGoBack(
      `${file} does not say when it was written, and an undated document supports no answer. What is its date?`,
      [UNDATED, ...choices, { id: asOf, label: `${asOf}, the day of the description` }, ANOTHER_DATE],
      prompter,
    );
    if (chosen === BACK) return BACK;
    if (chosen === UNDATED.id) return null;
    if (chosen !== ANOTHER_DATE.id) return listMeantDates(written.get(chosen) ?? '')[0] ?? chosen;
    const refuse = (said: string) => explainBadDate(said, asOf);
    const date = await writeOrGoBack('Which date?', prompter, { example: '18 Nov 2026', refuse });
    if (date !== BACK) return listMeantDates(date)[0] ?? date;
  }
}

/** What a kind of document is, and how far the best of it can carry an answer. */
function describeSourceKind({ id, grade, means }: SourceKind, grades: readonly Grade[]): string {
  const cap = grades.find((entry) => entry.id === grade)?.cap ?? 0;
  return `${id}, up to level ${cap}: ${means}`;
}

/** Where sources are asked for. */
interface SourceContext {
  readonly rubric: Rubric;
  readonly prompter: Prompter;
  readonly asOf: Day;
  /** null without documents. */
  readonly docs: DocumentCase | null;
}

/** What is known of a new source; `where` is a web address, a file, or empty for what is neither. */
interface SourceFields {
  readonly title?: string;
  readonly where?: string;
  readonly kind?: string;
  readonly dated?: string;
  readonly date?: string;
}

const isUrl = (where: string) => accept(webAddress, where) !== REFUSED;

/** Asks for what is still missing of a document; null where it is complete. */
function askNextOfSource(known: SourceFields, { rubric, prompter, asOf }: SourceContext) {
  const { kinds, grades } = rubric.evidence;
  const { title, where, dated, date } = known;
  const kind = known.kind ?? (where === undefined || isUrl(where) ? undefined : findStatementKind(rubric).id);
  const add = async (key: keyof SourceFields, reply: Promise<string | typeof BACK>) => {
    const said = await reply;
    return said === BACK ? BACK : { ...known, [key]: said };
  };
  if (title === undefined)
    return () => add('title', writeOrGoBack('Title of the document', prompter, { example: 'Price list' }));
  if (where === undefined)
    return () => {
      const refuse = (text: string) =>
        /^www\.|:\/\//i.test(text) && !isUrl(text) ? 'A web address begins with https://.' : null;
      const question = 'Web address or file, if it has one';
      return add(
        'where',
        writeOrGoBack(question, prompter, { example: 'https://example.org/pricing', isOptional: true, refuse }),
      );
    };
  if (kind === undefined) {
    const choices = kinds.map((entry) => ({ id: entry.id, label: describeSourceKind(entry, grades) }));
    return () => add('kind', chooseOrGoBack('What kind of document is it?', choices, prompter));
  }
  if (dated === undefined && where !== '') {
    const isLive = isUrl(where) && kinds.some(({ id, live }) => id === kind && live);
    const choices = [
      { id: 'published', label: 'yes' },
      ...(isLive ? [{ id: 'accessed', label: 'no, but it is a live page and I know when it was read' }] : []),
      { id: 'none', label: 'no; it counts one grade lower' },
    ];
    return () => add('dated', chooseOrGoBack('Does it have a date?', choices, prompter));
  }
  if (dated === 'none' || date !== undefined) return null;
  const refuse = (text: string) => explainBadDate(text, asOf);
  return () => add('date', writeOrGoBack('Which date?', prompter, { example: '18 Nov 2026', refuse }));
}

/** Asks for a document, of which a part may be known. @throws Stopped. */
async function askNewSource(start: SourceFields, context: SourceContext): Promise<RawSource | typeof BACK> {
  const said = await walkSteps(start, (known) => askNextOfSource(known, context));
  if (said === BACK) return BACK;
  const { title = '', where = '', date = '' } = said;
  const { kind = findStatementKind(context.rubric).id, dated = where === '' ? 'published' : 'none' } = said;
  return {
    title,
    ...(where === '' ? {} : { [isUrl(where) ? 'url' : 'file']: where }),
    kind,
    ...(date === '' ? {} : { [dated]: listMeantDates(date)[0] ?? date }),
  };
}

async function askLink({ links }: DocumentCase, prompter: Prompter): Promise<SourceFields | typeof BACK> {
  const choices = links.map(({ title, url }) => ({ id: url, label: title === url ? url : `${title}: ${url}` }));
  const chosen = await chooseOrGoBack('Which page?', choices, prompter);
  const link = links.find(({ url }) => url === chosen);
  return link === undefined ? BACK : { title: link.title, where: link.url };
}

/** The sources that a description lists, by id, and those that are added while it is asked for. */
export type SourceList = Map<string, RawSource>;

/** The id of a source, which is added to the list where it is new. */
export function listSource(source: RawSource, sources: SourceList): string {
  const known = [...sources].find(([, { url, file }]) =>
    url === undefined ? file !== undefined && file === source['file'] : url === source['url'],
  );
  if (known !== undefined) return known[0];
  const id = createSourceId(source['title'] ?? '', [...sources.keys()]);
  sources.set(id, source);
  return id;
}

/**
 * Asks which document shows an answer: a passage of a document, one that is listed, a page that a document links to or another
 * one. @param quotes what the documents say on the question. @throws Stopped.
 */
export async function askSources(
  question: string,
  quotes: readonly QuestionQuote[],
  sources: SourceList,
  context: SourceContext,
): Promise<readonly unknown[] | typeof BACK> {
  const { rubric, prompter, docs } = context;
  const files = (docs?.documents ?? []).map(({ file }) => file);
  const others = [...sources].filter(([, { file }]) => file === undefined || !files.includes(file));
  const links = docs?.links ?? [];
  const choices: readonly PromptChoice[] = [
    ...quotes.map((quote, at) => ({ id: `" ${at}`, label: describeQuote(quote, docs) })),
    ...files.map((file) => ({ id: `@ ${file}`, label: quotes.length > 0 ? `${file}, another passage` : file })),
    ...others.map(([id, { title = '' }]) => ({ id: `= ${id}`, label: `${id}: ${title}` })),
    ...(links.length === 0 ? [] : [{ id: LINKED, label: `a page that the document links to (${links.length})` }]),
    NEW,
    NONE,
  ];
  for (;;) {
    const chosen = await chooseOrGoBack(question, choices, prompter);
    if (chosen === BACK) return BACK;
    if (chosen === NONE.id) return [];
    if (chosen.startsWith('= ')) return [chosen.slice(2)];
    const quote = quotes[Number(/^" (\d+)$/.exec(chosen)?.[1] ?? Number.NaN)];
    const file = quote === undefined ? chosen.replace(/^@ /, '') : findFile(quote, docs);
    if (docs !== null && (quote !== undefined || chosen.startsWith('@ '))) {
      const written = quote === undefined ? await askPassage(file, docs, prompter) : quote.text;
      if (written === BACK) continue;
      const id = listSource(toDocumentSource(file, docs, rubric), sources);
      if (written === '') return [id];
      return [{ id, quote: written, page: quote?.place.sheet?.number }];
    }
    const start = chosen === LINKED && docs !== null ? await askLink(docs, prompter) : {};
    const source = start === BACK ? BACK : await askNewSource(start, context);
    if (source !== BACK) return [listSource(source, sources)];
  }
}

/** The words of a document that show an answer; empty where they are skipped. */
function askPassage(file: string, { documents }: DocumentCase, prompter: Prompter): Promise<string | typeof BACK> {
  const text = documents.find((entry) => entry.file === file)?.document.text ?? '';
  return writeOrGoBack('Which words of it show that? Copied from the document', prompter, {
    isOptional: true,
    refuse: (words) => {
      const { status } = matchQuote(words, text);
      if (status === 'too-short') return 'Copy more of the sentence.';
      return status === 'found' ? null : `These words are not in ${file}.`;
    },
  });
}

/** A passage with its place, and whose it is where that is not the project. */
export function describeQuote(quote: QuestionQuote, docs: DocumentCase | null): string {
  const files = (docs?.documents ?? []).map(({ document }) => document.file);
  return `${describeOrigin(quote, nameFiles(files)) || quote.place.file}: "${quote.text}"`;
}

function findFile({ place }: QuestionQuote, docs: DocumentCase | null): string {
  return docs?.documents.find(({ document }) => document.file === place.file)?.file ?? place.file;
}
