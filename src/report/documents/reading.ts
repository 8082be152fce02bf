import type { QuestionQuote, QuestionReading, Reading, ReadingJson } from '../../model/reading.ts';
import { type Block, type Document, type Fact, facts, items, list, paragraph, section, strong } from '../document.ts';
import type { RenderContext } from '../format.ts';
import { formatCount } from '../wording/figures.ts';
import {
  describeOrigin,
  describePlace,
  describePriceReading,
  letterFiles,
  type NameFile,
  nameFiles,
  showQuote,
  toBaseName,
} from '../wording/reading.ts';
import { describeHeardTrack, selectStrongestWords } from '../wording/sentences.ts';
import { joinParts, SCREEN_LINES, type ScreenPart, writeRows } from '../writers/terminal/first-screen.ts';
import { type Flow, wrapAtMost } from '../writers/terminal/flow.ts';
import { createScreen, type TerminalScreen } from '../writers/terminal/screen.ts';
import { joinTerminalLines } from '../writers/terminal/write-terminal.ts';

const NO_NAME = 'No name stated';
const NO_OFFER = 'No sentence says what is sold.';
const NOT_ENGLISH = 'not in English, so it was not read further';
const LABEL_COLUMN = 19;
const MOST_WORDS = 4;
/** How many lines, rows or words of a kind the screen has: the first that fits is taken. */
const ROOM = [
  { sold: 3, words: MOST_WORDS, quote: 2, prices: 2, unsaid: 3 },
  { sold: 3, words: MOST_WORDS, quote: 2, prices: 1, unsaid: 3 },
  { sold: 2, words: 0, quote: 2, prices: 1, unsaid: 3 },
  { sold: 2, words: 0, quote: 2, prices: 1, unsaid: 2 },
  { sold: 2, words: 0, quote: 2, prices: 1, unsaid: 1 },
  { sold: 2, words: 0, quote: 1, prices: 1, unsaid: 1 },
] as const;

/** What the screen of a reading is made with. */
type ScreenContext = Pick<RenderContext, 'options' | 'nextStep'>;

type ScreenRoom = (typeof ROOM)[number];

const listFiles = ({ documents }: Reading) => documents.map(({ file }) => file);

/** @param letter for the letter by which places name a file. */
function describeSources({ documents, asOf, website }: Reading, letter: NameFile): string {
  const read = documents.map(({ file }) => `${letter(file)} ${toBaseName(file)}`.trim()).join(', ');
  const words = documents.reduce((sum, one) => sum + one.words, 0);
  const known = [website?.text, asOf === null ? null : `dated ${asOf.day}`].filter((part) => part != null);
  return [...known, `read from ${read}, ${formatCount(words, 'word')}`].join(', ');
}

/** The track that was heard, with the words that decided: `reads as compute, based on "rents" and "H100"`. */
function describeReadTrack({ classification }: Reading, most: number = MOST_WORDS): string {
  const { track } = classification;
  const words = selectStrongestWords(classification)
    .filter((word) => word.weight > 0 && (track === null || word.track === track))
    .slice(0, most)
    .map(({ text }) => (text.startsWith('(') ? text : `"${text}"`));
  return `${describeHeardTrack(classification)}${words.length === 0 ? '' : `, based on ${words.join(', ')}`}`;
}

const isForeign = ({ classification }: Reading) => classification.status === 'not-english';

/** A plan or a remark about the market says less about the offer than a statement about it. */
const TELLS = { project: 1, unsaid: 1, rival: 0.5, market: 0.5, plan: 0.5 } as const;

/** The quote of a dimension that tells most: the first on the question with the most weight, those of the project before others. */
export function selectTelling(
  questions: readonly QuestionReading[],
): { readonly question: QuestionReading; readonly quote: QuestionQuote } | null {
  const said = questions.flatMap((question) =>
    question.quotes.slice(0, 1).map((quote) => ({ question, quote, tells: question.share * TELLS[quote.whose] })),
  );
  return said.reduce<(typeof said)[number] | null>(
    (best, one) => (best === null || one.tells > best.tells ? one : best),
    null,
  );
}

function listUnsaidQuestions({ dimensions, unsaid }: Reading): readonly QuestionReading[] {
  const questions = new Map(dimensions.flatMap((one) => one.questions).map((one) => [one.criterion, one]));
  return unsaid.map((id) => questions.get(id)).filter((one) => one !== undefined);
}

function writeDimensions(reading: Reading, screen: TerminalScreen, { quote: most }: ScreenRoom): readonly string[] {
  return reading.dimensions.flatMap(({ title, questions }) => {
    const telling = selectTelling(questions);
    const row: Flow =
      telling === null
        ? [{ text: 'nothing said', style: screen.paint.dim }]
        : [
            `${telling.question.title}, `,
            { text: describeOrigin(telling.quote, letterFiles(listFiles(reading))), style: screen.paint.dim },
            `: ${showQuote(telling.quote)}`,
          ];
    return writeRows(title, [row], screen, most, LABEL_COLUMN);
  });
}

function toParts(
  reading: Reading,
  screen: TerminalScreen,
  room: ScreenRoom,
  context: ScreenContext,
): readonly ScreenPart[] {
  const { paint } = screen;
  const { name, offer, prices, contradictions } = reading;
  const letter = letterFiles(listFiles(reading));
  const rows = (label: string, flows: readonly Flow[], most: number) =>
    writeRows(label, flows, screen, most, LABEL_COLUMN);
  const sold: Flow =
    offer === null
      ? [NO_OFFER]
      : [{ text: `${describePlace(offer.place, letter)}: `, style: paint.dim }, showQuote(offer)];
  return [
    {
      lines: [
        ...wrapAtMost([{ text: name?.text ?? NO_NAME, style: paint.bold }], screen, 1, ''),
        ...wrapAtMost([{ text: describeSources(reading, letter), style: paint.dim }], screen, 2, ''),
      ],
    },
    {
      lines: isForeign(reading)
        ? rows('Text', [[NOT_ENGLISH]], 2)
        : [...rows('Sells', [sold], room.sold), ...rows('Track', [[describeReadTrack(reading, room.words)]], 2)],
    },
    { lines: isForeign(reading) ? [] : writeDimensions(reading, screen, room) },
    {
      lines: [
        ...rows(
          'Prices',
          prices.slice(0, room.prices).map((price): Flow => [describePriceReading(price)]),
          3,
        ),
        ...rows(
          'Contradiction',
          contradictions
            .slice(0, 1)
            .map(
              ({ of, statements }): Flow => [
                `${of}: ${statements.map(({ said, place }) => `${said} (${describePlace(place, letter)})`).join(', ')}`,
              ],
            ),
          2,
        ),
        ...listUnsaidQuestions(reading)
          .slice(0, room.unsaid)
          .flatMap(({ question }, at) =>
            wrapAtMost([question], screen, 2, `  ${paint.dim(at === 0 ? 'Ask' : '   ')} ${at + 1} `),
          ),
      ],
    },
    {
      lines: wrapAtMost(
        [
          {
            text: `All quotes: --full. ${context.nextStep(reading)}`,
            style: paint.dim,
          },
        ],
        screen,
        4,
        '',
      ),
    },
  ];
}

/** What the documents of a case say, on one screen of 24 lines. */
function writeReadingScreen(reading: Reading, screen: TerminalScreen, context: ScreenContext): readonly string[] {
  const laid = ROOM.map((room) => toParts(reading, screen, room, context));
  const count = (parts: readonly ScreenPart[]) => parts.reduce((sum, { lines }) => sum + lines.length, 0);
  return joinParts(laid.find((parts) => count(parts) <= SCREEN_LINES) ?? laid.at(-1) ?? []);
}

/** Each reading on a screen of its own. */
export function renderReadingScreens({ readings }: ReadingJson, context: ScreenContext): string {
  const screen = createScreen(context.options);
  return joinTerminalLines(
    readings.flatMap((reading, at) => [...(at === 0 ? [] : ['']), ...writeReadingScreen(reading, screen, context)]),
  );
}

function toQuestionBlocks({ title, question, quotes }: QuestionReading, nameFile: NameFile): readonly Block[] {
  return items([
    {
      text: [strong(`${title}: `), question],
      below: list(
        quotes.length === 0
          ? [['nothing said']]
          : quotes.map((quote) => [`${describeOrigin(quote, nameFile)}: ${showQuote(quote)}`]),
      ),
    },
  ]);
}

/** All that the documents of a case say. */
export function toReadingDocument(reading: Reading): Document {
  const nameFile = nameFiles(listFiles(reading));
  const { name, website, asOf, offer, dimensions, prices, contradictions } = reading;
  const stated = (label: string, quote: Reading['name'], says: string): Fact | null =>
    quote === null ? null : [label, [`${says} (${describePlace(quote.place, nameFile)})`]];
  return {
    title: [strong(name?.text ?? NO_NAME)],
    subtitle: [describeSources(reading, () => '')],
    blocks: [
      ...facts([
        stated('website', website, website?.text ?? ''),
        stated('date', asOf, asOf?.day ?? ''),
        offer === null ? ['sells', [NO_OFFER]] : stated('sells', offer, showQuote(offer)),
        ['track', [isForeign(reading) ? NOT_ENGLISH : describeReadTrack(reading)]],
      ]),
      ...dimensions.flatMap(({ id, title, questions }) =>
        section(id, title, ...questions.map((question) => toQuestionBlocks(question, nameFile))),
      ),
      ...section(
        'prices',
        'Prices compared with the register',
        list(prices.map((price) => [`${describeOrigin(price.quote, nameFile)}: ${describePriceReading(price)}`])),
      ),
      ...section(
        'contradictions',
        'Figures that contradict each other',
        ...contradictions.map(({ of, statements }) =>
          items([
            {
              text: [strong(of)],
              below: list(
                statements.map((one) => [`${describePlace(one.place, nameFile)}: ${one.said}, ${showQuote(one)}`]),
              ),
            },
          ]),
        ),
      ),
      ...section(
        'unsaid',
        'What it does not say',
        list(listUnsaidQuestions(reading).map(({ title, question }) => [strong(`${title}: `), question])),
      ),
      ...paragraph('Nothing has been scored or answered yet.'),
    ],
  };
}
