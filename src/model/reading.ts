import { classificationFields } from './classification.ts';
import { DOCUMENT_FORMATS, documentPlace } from './document.ts';
import { headFields } from './report.ts';
import * as s from './schema/schema.ts';
import { problem, share, texts } from './schema/values.ts';

/** Whose a statement is where the text says so; `unsaid` where it does not. */
const STATEMENT_OWNERS = ['project', 'rival', 'market', 'plan', 'unsaid'] as const;

/** Words of a document, exactly as it has them, with their place. */
export interface DocumentQuote extends s.AcceptedValue<typeof documentQuote> {}

const documentQuote = s.namedMapping('Quote', 'Words of a document, as it has them.', {
  text: s.anyText,
  place: documentPlace,
});

/** What a document says on a question. */
export interface QuestionQuote extends s.AcceptedValue<typeof questionQuote> {}

const questionQuote = s.mapping({
  ...documentQuote.fields,
  whose: s.oneOf(STATEMENT_OWNERS),
});

/** What the documents say on the question of one criterion. */
export interface QuestionReading extends s.AcceptedValue<typeof questionReading> {}

const questionReading = s.mapping({
  criterion: s.anyText,
  title: s.anyText,
  /** As it is sent to the project. */
  question: s.anyText,
  /** Share of the weight on the track that was heard, or on all tracks where none was. */
  share,
  /** The most telling first; empty where the documents say nothing. */
  quotes: s.list<QuestionQuote>(questionQuote),
  /** Whom the quotes name as customers, where the question asks for them. */
  names: s.list(s.mapping({ name: s.anyText, quote: questionQuote })),
});

/** A price in the documents, compared with the register of alternatives. */
export interface PriceReading extends s.AcceptedValue<typeof priceReading> {}

const priceReading = s.mapping({
  criterion: s.anyText,
  quote: questionQuote,
  value: s.numberWithin(),
  unit: s.anyText,
  /** Whose price it is, as the document names them; null for the project, and where nobody is named. */
  party: s.nullable(s.anyText),
  /** The registered alternative whose price it is; null for the project's own and for anybody who is not registered. */
  alternative: s.nullable(s.anyText),
  /** What the register has for the same: of an alternative its price today; of the project the cheapest alternative like it. */
  registered: s.nullable(
    s.mapping({
      id: s.anyText,
      name: s.anyText,
      value: s.numberWithin(),
      unit: s.anyText,
      asOf: s.nullable(s.anyText),
    }),
  ),
  /** How many times better the project's price is than the registered one; null for a price of somebody else. */
  ratio: s.nullable(s.numberWithin()),
  /** The multiple that the track asks for where the switch is hardest; null for a price of somebody else. */
  needed: s.nullable(s.numberWithin()),
});

/** Figures of the documents for one thing that contradict each other after conversion of units. */
export interface ContradictionReading extends s.AcceptedValue<typeof contradictionReading> {}

const contradictionReading = s.mapping({
  /** What is measured, in words, such as `revenue a year`. */
  of: s.anyText,
  statements: s.list(s.mapping({ ...documentQuote.fields, said: s.anyText })),
});

/** What the documents of one case say, quoted; nothing is scored, and nothing is answered. */
export interface Reading extends s.AcceptedValue<typeof reading> {}

export const reading = s.namedMapping('Reading', 'What the documents of one case say, in their own words.', {
  documents: s.list(
    s.mapping({
      file: s.anyText,
      format: s.oneOf(DOCUMENT_FORMATS),
      words: s.wholeNumber(0),
      /** Pages or slides; 0 where the document has none. */
      sheets: s.wholeNumber(0),
      /** null where there are too few words to tell. */
      isEnglish: s.nullable(s.booleanValue),
    }),
  ),
  name: s.nullable(documentQuote),
  website: s.nullable(documentQuote),
  /** The date of the documents, as written and as a day. */
  asOf: s.nullable(s.mapping({ ...documentQuote.fields, day: s.anyText })),
  /** The sentence that says what is sold. */
  offer: s.nullable(documentQuote),
  classification: s.mapping(classificationFields),
  dimensions: s.list(
    s.mapping({ id: s.anyText, title: s.anyText, questions: s.list<QuestionReading>(questionReading) }),
  ),
  prices: s.list<PriceReading>(priceReading),
  contradictions: s.list<ContradictionReading>(contradictionReading),
  /** Criteria on which the documents say nothing, in the order in which to ask. */
  unsaid: texts,
});

/** The JSON output of `read`. */
export interface ReadingJson extends s.AcceptedValue<typeof readingFile> {}

export const readingFile = s.mapping({
  ...headFields,
  readings: s.list<Reading>(reading),
  problems: s.list(problem),
});
