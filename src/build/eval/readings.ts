import * as fs from 'node:fs';
import * as path from 'node:path';
import * as z from 'zod';
import { type Prediction, toPrediction } from '../../classify/training/evaluation.ts';
import { convertDocument } from '../../input/documents/convert-document.ts';
import { parseFirstDay } from '../../model/day.ts';
import type { Reading } from '../../model/reading.ts';
import type { Rubric } from '../../model/rubric.ts';
import { readDocuments } from '../../reading/read-documents.ts';
import { selectTelling } from '../../report/documents/reading.ts';
import { formatFinePercent } from '../../report/wording/figures.ts';
import { alignColumns } from '../align-columns.ts';

// Measures readings against what two raters, each alone, marked in public documents. The documents are not part of the
// project: they are read from a folder that holds each as `<id>.md`.

const pointer = z.array(
  z.object({
    id: z.string(),
    repository: z.string(),
    path: z.string(),
    commit: z.string(),
    /** The track of what is sold, `outside`, or `not-english`; then others that are accepted. */
    label: z.string(),
    also: z.array(z.string()),
  }),
);

const marks = z.array(
  z.object({
    id: z.string(),
    /** The name, and others that are accepted. */
    name: z.array(z.string()),
    website: z.string().nullable(),
    date: z.string().nullable(),
    /** Lines with a sentence that says what is sold. */
    offer: z.array(z.number()),
    /** The last line that was marked. */
    until: z.number().optional(),
    /** `45 paid_use plain project`: line, criterion, whether it bears on the question directly or only touches it, and whose it is. */
    statements: z.array(z.string()),
  }),
);

type DocumentMarks = z.infer<typeof marks>[number];

interface MarkedStatement {
  readonly line: number;
  readonly criterion: string;
  readonly isPlain: boolean;
}

function parseStatement(text: string): MarkedStatement {
  const [line, criterion = '', kind] = text.split(' ');
  return { line: Number(line), criterion, isPlain: kind === 'plain' };
}

/** Something that is right in some cases of all. */
class Tally {
  right = 0;
  all = 0;
  readonly wrong: string[] = [];

  add(isRight: boolean, what: string): void {
    this.all += 1;
    if (isRight) this.right += 1;
    else this.wrong.push(what);
  }

  toString(): string {
    return this.all === 0 ? '-' : `${formatFinePercent(this.right / this.all)} (${this.right} of ${this.all})`;
  }
}

const toLetters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const toHost = (address: string | null | undefined) =>
  address == null
    ? null
    : address
        .replace(/^https?:\/\//, '')
        .replace(/^www\./, '')
        .replace(/\/.*$/, '')
        .toLowerCase();

const toDay = (date: string | null) =>
  date === null ? null : /^\d{4}$/.test(date) ? `${date}-01-01` : (parseFirstDay(date) ?? date);

/** For each line, the first one of its paragraph; an item, a row and a heading are paragraphs of their own. */
function listParagraphStarts(text: string): readonly number[] {
  const starts: number[] = [0];
  let start = 1;
  let isOpen = false;
  for (const [at, line] of text.split('\n').entries()) {
    const isOwn = /^\s*(?:[-*+•|>#]|\d{1,2}[.)]\s|✅)/u.test(line);
    if (!isOpen || isOwn) start = at + 1;
    isOpen = line.trim() !== '' && !/^\s*[#|]/.test(line);
    starts.push(start);
  }
  return starts;
}

/** True for lines of one paragraph that are next to each other, or of which one is its first. */
function isSamePlace(a: number, b: number, starts: readonly number[]): boolean {
  const start = starts[a] ?? a;
  return start === (starts[b] ?? b) && (Math.abs(a - b) <= 1 || a === start || b === start);
}

/** What was measured over all documents. */
function createTallies() {
  return {
    name: new Tally(),
    website: new Tally(),
    date: new Tally(),
    sentence: new Tally(),
    found: new Tally(),
    whole: new Tally(),
    screen: new Tally(),
    agreedStatements: new Tally(),
    agreedFacts: new Tally(),
    agreedOffers: new Tally(),
  };
}

function measureDocument(
  id: string,
  text: string,
  reading: Reading,
  [one, other]: readonly [DocumentMarks, DocumentMarks],
  tallies: ReturnType<typeof createTallies>,
): void {
  const raters = [one, other];
  const starts = listParagraphStarts(text);
  const last = Math.min(...raters.map(({ until }) => until ?? Number.POSITIVE_INFINITY));
  const name = reading.name?.text ?? '';
  tallies.name.add(
    raters.some((rater) => rater.name.some((accepted) => toLetters(accepted) === toLetters(name))),
    `${id}: ${name}`,
  );
  const website = toHost(reading.website?.text);
  tallies.website.add(
    raters.some((rater) => toHost(rater.website) === website),
    `${id}: ${website}`,
  );
  const day = reading.asOf?.day ?? null;
  tallies.date.add(
    raters.some((rater) => toDay(rater.date) === day),
    `${id}: ${day}`,
  );
  const offer = reading.offer?.place.line ?? null;
  tallies.sentence.add(
    raters.some((rater) => rater.offer.some((line) => offer !== null && isSamePlace(line, offer, starts))),
    `${id}: line ${offer}`,
  );

  const [marked, markedByOther] = raters.map(({ statements }) =>
    statements.map(parseStatement).filter(({ line }) => line <= last),
  ) as [MarkedStatement[], MarkedStatement[]];
  const isLike = (a: Pick<MarkedStatement, 'criterion' | 'line'>, b: MarkedStatement) =>
    a.criterion === b.criterion && isSamePlace(a.line, b.line, starts);
  const quotes = reading.dimensions.flatMap(({ questions }) =>
    questions.flatMap(({ criterion, quotes: said }) =>
      said.flatMap(({ place, text: words }) => (place.line === null ? [] : [{ criterion, line: place.line, words }])),
    ),
  );
  const asked = new Set(reading.dimensions.flatMap(({ questions }) => questions.map(({ criterion }) => criterion)));
  for (const statement of marked.filter(({ isPlain, criterion }) => isPlain && asked.has(criterion))) {
    if (!markedByOther.some((like) => like.isPlain && isLike(statement, like))) continue;
    tallies.found.add(
      quotes.some((quote) => isLike(quote, statement)),
      `${id}: ${statement.criterion} line ${statement.line}`,
    );
  }
  const toPoint = (quote: Pick<MarkedStatement, 'criterion' | 'line'>) =>
    [...marked, ...markedByOther].some((statement) => isLike(quote, statement));
  for (const quote of quotes.filter(({ line }) => line <= last))
    tallies.whole.add(toPoint(quote), `${id}: ${quote.criterion} line ${quote.line}`);
  for (const { questions } of reading.dimensions) {
    const telling = selectTelling(questions);
    const line = telling?.quote.place.line ?? null;
    if (telling !== null && line !== null && line <= last)
      tallies.screen.add(
        toPoint({ criterion: telling.question.criterion, line }),
        `${id}: ${telling.question.criterion} line ${line}`,
      );
  }

  for (const [own, others] of [
    [marked, markedByOther],
    [markedByOther, marked],
  ] as const)
    for (const statement of own.filter(({ isPlain }) => isPlain))
      tallies.agreedStatements.add(
        others.some((like) => isLike(statement, like)),
        '',
      );
  tallies.agreedFacts.add(
    one.name.some((a) => other.name.some((b) => toLetters(a) === toLetters(b))),
    '',
  );
  tallies.agreedFacts.add(toHost(one.website) === toHost(other.website), '');
  tallies.agreedFacts.add(toDay(one.date) === toDay(other.date), '');
  const [best] = one.offer;
  tallies.agreedOffers.add(best !== undefined && other.offer.some((line) => isSamePlace(best, line, starts)), '');
}

/** The figures as lines, with `showsErrors` what was wrong; and how each document was classified by its opening. */
export async function measureReadings(
  folder: string,
  fixtures: string,
  rubric: Rubric,
  showsErrors: boolean,
): Promise<{ readonly lines: readonly string[]; readonly openings: readonly Prediction[] }> {
  const load = <T>(schema: z.ZodType<T>, name: string) =>
    schema.parse(JSON.parse(fs.readFileSync(path.join(fixtures, name), 'utf8')));
  const documents = load(pointer, 'documents.json');
  const raters = ['first-rater.json', 'second-rater.json'].map((name) => load(marks, name));
  const tallies = createTallies();
  const missing: string[] = [];
  const openings: Prediction[] = [];
  let count = 0;
  for (const { id, label, also } of documents) {
    const file = path.join(folder, `${id}.md`);
    const [one, other] = raters.map((rater) => rater.find((entry) => entry.id === id));
    if (!fs.existsSync(file)) {
      missing.push(id);
      continue;
    }
    const bytes = fs.readFileSync(file);
    const document = await convertDocument(bytes, `${id}.md`);
    if (!document.ok) throw new Error(`${file} is not read`);
    const reading = readDocuments([document.value], rubric);
    openings.push(toPrediction(reading.classification, { id, label, also }));
    // Not every document that has a label was marked.
    if (one === undefined || other === undefined) continue;
    count += 1;
    measureDocument(id, bytes.toString('utf8'), reading, [one, other], tallies);
  }
  if (openings.length === 0) {
    const lines = [
      `Readings were not measured: there is no document in ${folder}. Fetch those of test/fixtures/readings/documents.json, each as <id>.md, and name the folder with --documents.`,
    ];
    return { lines, openings };
  }
  const { found, whole, screen, name, website, date, sentence } = tallies;
  const lines = [
    `readings of ${count} documents that two readers marked by hand, each alone${missing.length === 0 ? '' : `; not there: ${missing.join(', ')}`}`,
    ...alignColumns(
      [
        ['name right', String(name)],
        ['website right', String(website)],
        ['date right', String(date)],
        ['sentence that says what is sold', String(sentence)],
        ['plain statements of both readers that are quoted', String(found)],
        ['quotes to the point, of all', String(whole)],
        ['quotes to the point, on the first screen', String(screen)],
        ['plain statements of one reader that the other has too', String(tallies.agreedStatements)],
        ['name, website and date alike', String(tallies.agreedFacts)],
        ['best sentence of one that the other accepts', String(tallies.agreedOffers)],
      ],
      'left',
    ),
    ...(showsErrors
      ? Object.entries({ name, website, date, sentence, found, screen, whole }).flatMap(([key, { wrong }]) =>
          wrong.map((what) => `  ${key} ${what}`),
        )
      : []),
  ];
  return { lines, openings };
}
