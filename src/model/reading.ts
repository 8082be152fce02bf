import { classificationFields } from './classification.ts';
import { DOCUMENT_FORMATS, documentPlace } from './document.ts';
import { headFields } from './report.ts';
import {
  type AcceptedValue,
  anyText,
  booleanValue,
  list,
  mapping,
  namedMapping,
  nullable,
  numberWithin,
  oneOf,
  wholeNumber,
} from './schema/schema.ts';
import { problem, share, texts } from './schema/values.ts';

/** Whose a statement is where the text says so; `unsaid` where it does not. */
const STATEMENT_OWNERS = ['project', 'rival', 'market', 'plan', 'unsaid'] as const;

/** Words of a document, exactly as it has them, with their place. */
export interface DocumentQuote extends AcceptedValue<typeof documentQuote> {}

const documentQuote = namedMapping('Quote', 'Words of a document, as it has them.', {
  text: anyText,
  place: documentPlace,
});

/** What a document says on a question. */
export interface QuestionQuote extends AcceptedValue<typeof questionQuote> {}

const questionQuote = mapping({
  ...documentQuote.fields,
  whose: oneOf(STATEMENT_OWNERS),
});

/** What the documents say on the question of one criterion. */
export interface QuestionReading extends AcceptedValue<typeof questionReading> {}

const questionReading = mapping({
  criterion: anyText,
  title: anyText,
  question: anyText,
  /** Share of the weight on the track that was heard, or on all tracks where none was. */
  share,
  /** The most telling first; empty where the documents say nothing. */
  quotes: list<QuestionQuote>(questionQuote),
});

/** A price in the documents, compared with the register of alternatives. */
export interface PriceReading extends AcceptedValue<typeof priceReading> {}

const priceReading = mapping({
  criterion: anyText,
  quote: questionQuote,
  value: numberWithin(),
  unit: anyText,
  /** Whose price it is, as the document names them; null for the project, and where nobody is named. */
  party: nullable(anyText),
  /** The registered alternative whose price it is; null for the project's own and for anybody who is not registered. */
  alternative: nullable(anyText),
  /** What the register has for the same: of an alternative its price today; of the project the cheapest alternative like it. */
  registered: nullable(
    mapping({ id: anyText, name: anyText, value: numberWithin(), unit: anyText, asOf: nullable(anyText) }),
  ),
  /** How many times better the project's price is than the registered one; null for a price of somebody else. */
  ratio: nullable(numberWithin()),
  /** The multiple that the track asks for where the switch is hardest; null for a price of somebody else. */
  needed: nullable(numberWithin()),
});

/** Figures of the documents for one thing that contradict each other after conversion of units. */
export interface ContradictionReading extends AcceptedValue<typeof contradictionReading> {}

const contradictionReading = mapping({
  /** What is measured, in words, such as `revenue a year`. */
  of: anyText,
  statements: list(mapping({ ...documentQuote.fields, said: anyText })),
});

/** What the documents of one case say, quoted; nothing is scored, and nothing is answered. */
export interface Reading extends AcceptedValue<typeof reading> {}

const reading = namedMapping('Reading', 'What the documents of one case say, in their own words.', {
  documents: list(
    mapping({
      file: anyText,
      format: oneOf(DOCUMENT_FORMATS),
      words: wholeNumber(0),
      /** Pages or slides; 0 where the document has none. */
      sheets: wholeNumber(0),
      /** null where there are too few words to tell. */
      isEnglish: nullable(booleanValue),
    }),
  ),
  name: nullable(documentQuote),
  website: nullable(documentQuote),
  /** The date of the documents, as written and as a day. */
  asOf: nullable(mapping({ ...documentQuote.fields, day: anyText })),
  /** The sentence that says what is sold. */
  offer: nullable(documentQuote),
  classification: mapping(classificationFields),
  dimensions: list(mapping({ id: anyText, title: anyText, questions: list<QuestionReading>(questionReading) })),
  prices: list<PriceReading>(priceReading),
  contradictions: list<ContradictionReading>(contradictionReading),
  /** Criteria on which the documents say nothing, in the order in which to ask. */
  unsaid: texts,
});

/** The JSON output of `read`. */
export interface ReadingJson extends AcceptedValue<typeof readingFile> {}

export const readingFile = mapping({
  ...headFields,
  readings: list<Reading>(reading),
  problems: list(problem),
});
