import type { Span } from '../model/diagnostic.ts';
import { BOUNDS, type Bounds, HIGHEST } from '../model/level.ts';
import type { GateStatus, Ratio } from '../model/report.ts';
import { formatPoints } from './wording/figures.ts';

/*
 * The document model: what every human-readable output is made of. A result becomes one document, by one function in
 * `documents/`; the writers turn it into text for a terminal, Markdown or HTML. Width, colour and escaping belong to the
 * writers alone, so all texts in here are plain and untrusted.
 */

/** An entry of the rubric that a text names; a writer may link it to its page. */
export interface EntryRef {
  readonly kind: string;
  readonly id: string;
}

/** A document on the web. The address is untrusted: writers link http and https only, and print any other. */
export interface WebLink {
  readonly says: string;
  readonly url: string;
  /** True where the words say enough without the address. */
  readonly hidesUrl?: true;
}

/** How a piece of text is set off: `strong`, `aside` (secondary), or a judgement, for writers that have colours. */
export type Emphasis = 'strong' | 'aside' | 'good' | 'fair' | 'poor' | 'bad';

/** A piece of text with its emphasis. */
export interface Emphasised {
  readonly emphasis: Emphasis;
  readonly text: string;
}

/** The three values of a figure, as `31 ≤ 48 ≤ 77`, or each with its name. */
export interface Interval {
  readonly interval: Bounds<number>;
  readonly isNamed: boolean;
}

/** A place in the output that only some writers have, such as a line of the description: they link to it by its id. */
export interface AnchorRef {
  readonly says: string;
  readonly anchor: string;
}

/** A command line of the program, without the words that start it: those are the reader's own at a terminal. */
export interface CommandRef {
  readonly command: string;
}

/** A command line as it is written where nobody knows how the program is started. */
export const spellCommand = ({ command }: CommandRef): string => `demandfit ${command}`;

/** Running text in one line. The parts are joined as they are, so they carry their own spaces. */
export type Text = readonly (string | EntryRef | WebLink | Emphasised | Interval | AnchorRef | CommandRef)[];

/** A label with what it says; labels are words of the program. */
export type Fact = readonly [label: string, value: Text];

/** An entry of a list of items: a short label, such as points gained, and the details below the text. */
export interface Item {
  /** A few words or figures; may be empty. */
  readonly label: string;
  /** A sign in front of the item; its meaning is in the text too. */
  readonly status: GateStatus | null;
  /** The criterion that it is about, by its id. A page offers to change its answer there. */
  readonly criterion?: string | undefined;
  readonly text: Text;
  readonly below: readonly Block[];
}

/** A bar of the three values of a figure. */
export interface Bar {
  readonly title: string;
  /** Marks, 0 to 100. */
  readonly values: Bounds<number>;
  /** What follows the figures, such as a weight. */
  readonly beside: string;
  /** What a writer with room adds. */
  readonly reason: string;
}

/** A band of the index, by the points at which it begins. */
export interface BandStart {
  readonly title: string;
  readonly from: number;
}

/** A judgement with the figure behind it. */
export interface Headline {
  readonly title: string;
  readonly emphasis: Emphasis;
  /** The index, 0 to 100; null where there is none. */
  readonly values: Bounds<number> | null;
  /** Best first; empty where they are not known. */
  readonly bands: readonly BandStart[];
  readonly text: Text;
}

/** Something that has three levels, 0 to 4, with its details below; a writer may fold them. */
export interface LevelEntry {
  /** The criterion. */
  readonly id: string;
  readonly title: string;
  /** null where no level applies. */
  readonly levels: Bounds<number> | null;
  readonly text: Text;
  /** Repeats a detail in one word, for writers that fold the details. */
  readonly badge: string;
  /** What follows the text, such as a share. */
  readonly beside: string;
  readonly blocks: readonly Block[];
}

/** The edge over the ease of switching: what is shown against the multiple needed. */
export interface BreakEvenChart {
  /** Levels, 0 to 4. */
  readonly ease: Bounds<number>;
  readonly shown: Bounds<Ratio | null>;
  /** The multiple needed at each level of ease that is known. */
  readonly needed: readonly (readonly [ease: number, multiple: number])[];
  /** The alternative at 1x; null where there is none. */
  readonly against: string | null;
  /** Other alternatives, each by its multiple of the one at 1x. */
  readonly others: readonly { readonly name: string; readonly multiple: number }[];
}

/** A picture, for writers that draw: it adds nothing to the words around it. */
export interface Chart {
  readonly kind: 'chart';
  readonly chart: BreakEvenChart;
  /** What a reader who can't see the picture hears. */
  readonly alternative: string;
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: Text }
  | ({ readonly kind: 'headline' } & Headline)
  | ({ readonly kind: 'entry' } & LevelEntry)
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | { readonly kind: 'items'; readonly items: readonly Item[] }
  | { readonly kind: 'facts'; readonly title: Text | null; readonly facts: readonly Fact[] }
  | {
      readonly kind: 'table';
      /** A title that ends in `>` aligns its column to the right. */
      readonly columns: readonly string[];
      readonly rows: readonly (readonly Text[])[];
    }
  | { readonly kind: 'bars'; readonly bars: readonly Bar[] }
  | { readonly kind: 'code'; readonly language: string; readonly text: string }
  | { readonly kind: 'note'; readonly text: Text }
  /** Lines of a user's file around a place; only a terminal shows them. */
  | { readonly kind: 'excerpt'; readonly lines: readonly string[]; readonly at: Span }
  | Chart
  /** A part under its own heading, one level below that of the part around it; `id` is its anchor where a writer has anchors. */
  | { readonly kind: 'section'; readonly id: string; readonly title: string; readonly blocks: readonly Block[] };

/** A whole output. */
export interface Document {
  readonly title: Text;
  /** What the document is about, below the title; null where there is nothing to say. */
  readonly subtitle: Text | null;
  readonly blocks: readonly Block[];
}

/** A piece of text that stands out. */
export function strong(text: string): Emphasised {
  return { emphasis: 'strong', text };
}

/** A piece of secondary text. */
export function aside(text: string): Emphasised {
  return { emphasis: 'aside', text };
}

export function interval({ supported, claimed, possible }: Bounds<number>): Interval {
  return { interval: { supported, claimed, possible }, isNamed: false };
}

export function namedInterval({ supported, claimed, possible }: Bounds<number>): Interval {
  return { interval: { supported, claimed, possible }, isNamed: true };
}

/** `31 ≤ 48 ≤ 77`, or with the name of each value. @param atMost the sign between two of them. */
export function formatInterval({ interval, isNamed }: Interval, atMost = '≤'): string {
  return BOUNDS.map((bound) => `${isNamed ? `${bound} ` : ''}${formatPoints(interval[bound])}`).join(` ${atMost} `);
}

/** `level 2 of 4`, or `level 1 ≤ 2 ≤ 4 of 4` where the three values differ. */
export function formatLevels(levels: Bounds<number>, atMost?: string): string {
  const isOne = levels.supported === levels.claimed && levels.claimed === levels.possible;
  return `level ${isOne ? levels.supported : formatInterval(interval(levels), atMost)} of ${HIGHEST}`;
}

export function ref(kind: string, id: string): EntryRef {
  return { kind, id };
}

/** The texts one after another with `between` between them. */
export function joinTexts(texts: readonly Text[], between = ', '): Text {
  return texts.flatMap((text, index) => (index === 0 ? text : [between, ...text]));
}

/** Entries of one kind, named one after another. */
export function refs(kind: string, ids: readonly string[], between = ', '): Text {
  return joinTexts(
    ids.map((id) => [ref(kind, id)]),
    between,
  );
}

export function paragraph(...text: Text): readonly Block[] {
  return [{ kind: 'paragraph', text }];
}

export function list(items: readonly Text[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

/** Items; what is left out is empty. */
export function items(entries: readonly (Pick<Item, 'text'> & Partial<Item>)[]): readonly Block[] {
  const whole = entries.map((entry) => ({ label: '', status: null, below: [], ...entry }));
  return whole.length === 0 ? [] : [{ kind: 'items', items: whole }];
}

/** Facts in the order given; those that are null are left out. */
export function facts(entries: readonly (Fact | null)[], title: Text | null = null): readonly Block[] {
  const given = entries.filter((fact) => fact !== null);
  return given.length === 0 ? [] : [{ kind: 'facts', title, facts: given }];
}

export function table(columns: readonly string[], rows: readonly (readonly Text[])[]): readonly Block[] {
  return rows.length === 0 ? [] : [{ kind: 'table', columns, rows }];
}

/** Blocks under a heading without an anchor; nothing where there are none. */
export function underHeading(title: string, ...blocks: readonly (readonly Block[])[]): readonly Block[] {
  const below = blocks.flat();
  return below.length === 0 ? [] : [{ kind: 'heading', text: title }, ...below];
}

/** A section with an anchor; nothing where it would be empty. */
export function section(id: string, title: string, ...blocks: readonly (readonly Block[])[]): readonly Block[] {
  const below = blocks.flat();
  return below.length === 0 ? [] : [{ kind: 'section', id, title, blocks: below }];
}

/** The words of a text alone. */
export function toPlainText(text: Text): string {
  return text
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('text' in part) return part.text;
      if ('interval' in part) return formatInterval(part);
      if ('anchor' in part) return part.says;
      if ('command' in part) return spellCommand(part);
      return 'id' in part ? part.id : part.url;
    })
    .join('');
}
