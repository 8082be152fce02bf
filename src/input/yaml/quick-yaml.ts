import {
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
  YAMLException,
} from 'js-yaml';
import { inferFormat, splitMemo } from '../text/front-matter.ts';
import { TextPlaces, type TextRange } from '../text/text-places.ts';
import { type LocatedYaml, locateYaml } from './located-yaml.ts';
import { findParseBlocker, findSwallowedText, MAX_DEPTH } from './refusals.ts';
import type { YamlPlace } from './tree.ts';

/** What readers of YAML disagree on, or what only the strict reader explains. */
const UNUSUAL = /[\t\r\u0085\u2028\u2029\ufeff]|\\U/;

/** Keys that every reader takes for the same text. */
const KEY = /^(?!__proto__$)[a-z0-9_][\w./-]{0,99}$/i;

const WHOLE_NUMBER = /^-?(?:0|[1-9]\d{0,14})$/;
const DECIMAL_NUMBER = /^-?(?:0|[1-9]\d{0,7})\.\d{1,7}$/;

/** Words that are read as something other than text, or were under older rules. */
const NOT_TEXT = /^(?:[-+]?(?:0[xo][\da-f]+|(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?|\.inf|\.nan)|~|null|true|false)$/i;

/** Thrown within this file for a document that only the strict reader reads. */
class UnusualYaml extends Error {}

interface QuickYaml {
  readonly value: unknown;
  readonly place: YamlPlace;
}

const NO_CHILDREN: ReadonlyMap<string, YamlPlace> = new Map();

/** Builds a value and its places from the events of one document. */
class QuickYamlBuilder {
  readonly #text: string;
  readonly #events: readonly Event[];
  #next = 0;

  constructor(text: string) {
    this.#text = text;
    this.#events = parseEvents(text, { filename: '' });
  }

  document(): QuickYaml {
    const [first] = this.#events;
    const isPlain =
      first?.type === EVENT_ID.DOCUMENT && !first.explicitStart && !first.explicitEnd && first.directives.length === 0;
    this.#next = 1;
    const root = this.#events[1];
    if (!isPlain || root?.type !== EVENT_ID.MAPPING) throw new UnusualYaml();
    const built = this.#value(null, 0);
    if (this.#events[this.#next]?.type !== EVENT_ID.POP || this.#events.length !== this.#next + 1)
      throw new UnusualYaml();
    return built;
  }

  #value(key: TextRange | null, depth: number): QuickYaml {
    const event = this.#events[this.#next];
    this.#next += 1;
    if (depth >= MAX_DEPTH) throw new UnusualYaml();
    switch (event?.type) {
      case EVENT_ID.SCALAR:
        return this.#scalar(event, key);
      case EVENT_ID.MAPPING:
        return this.#mapping(event, key, depth + 1);
      case EVENT_ID.SEQUENCE:
        return this.#list(event, key, depth + 1);
      default:
        throw new UnusualYaml();
    }
  }

  #isAtEnd(): boolean {
    if (this.#events[this.#next]?.type !== EVENT_ID.POP) return false;
    this.#next += 1;
    return true;
  }

  #mapping(event: MappingEvent, key: TextRange | null, depth: number): QuickYaml {
    rejectAnchorsAndTags(event);
    const value: Record<string, unknown> = {};
    const children = new Map<string, YamlPlace>();
    let from: number | null = null;
    let to = event.start + 1;
    while (!this.#isAtEnd()) {
      const { name, at } = this.#key();
      if (children.has(name)) throw new UnusualYaml();
      const part = this.#value(at, depth);
      value[name] = part.value;
      children.set(name, part.place);
      from ??= at.from;
      to = part.place.value.to;
    }
    return { value, place: { key, value: this.#rangeOf(event, from, to, '}'), source: null, children } };
  }

  #list(event: SequenceEvent, key: TextRange | null, depth: number): QuickYaml {
    rejectAnchorsAndTags(event);
    const value: unknown[] = [];
    const children = new Map<string, YamlPlace>();
    let to = event.start + 1;
    while (!this.#isAtEnd()) {
      const item = this.#value(null, depth);
      children.set(String(value.length), item.place);
      value.push(item.value);
      to = item.place.value.to;
    }
    return { value, place: { key, value: this.#rangeOf(event, event.start, to, ']'), source: null, children } };
  }

  /** A collection in brackets ends behind its bracket, any other with its last part. */
  #rangeOf(event: MappingEvent | SequenceEvent, from: number | null, to: number, bracket: string): TextRange {
    if (event.style !== COLLECTION_STYLE.FLOW) {
      if (from === null) throw new UnusualYaml();
      return { from, to };
    }
    const gap = /[ \n]*,?[ \n]*/y;
    gap.lastIndex = to;
    gap.exec(this.#text);
    if (this.#text[gap.lastIndex] !== bracket) throw new UnusualYaml();
    return { from: event.start, to: gap.lastIndex + 1 };
  }

  #key(): { readonly name: string; readonly at: TextRange } {
    const event = this.#events[this.#next];
    this.#next += 1;
    if (event?.type !== EVENT_ID.SCALAR || event.style !== SCALAR_STYLE.PLAIN) throw new UnusualYaml();
    rejectAnchorsAndTags(event);
    const at = { from: event.valueStart, to: event.valueEnd };
    const name = this.#text.slice(at.from, at.to);
    if (!KEY.test(name) || NOT_TEXT.test(name) || this.#text[at.to] !== ':') throw new UnusualYaml();
    return { name, at };
  }

  #scalar(event: ScalarEvent, key: TextRange | null): QuickYaml {
    rejectAnchorsAndTags(event);
    if (event.valueStart === -1) throw new UnusualYaml();
    const source = getScalarValue(this.#text, event);
    const value = this.#rangeOfScalar(event);
    const place = { key, value, source, children: NO_CHILDREN };
    if (event.style !== SCALAR_STYLE.PLAIN) return { value: source, place };
    if (findSwallowedText(this.#text, value.to, { from: value.from, name: null }) !== null) throw new UnusualYaml();
    return { value: parsePlainScalar(source), place };
  }

  #rangeOfScalar({ style, valueStart, valueEnd }: ScalarEvent): TextRange {
    if (style === SCALAR_STYLE.PLAIN) return { from: valueStart, to: valueEnd };
    if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED)
      return { from: valueStart - 1, to: valueEnd + 1 };
    const sign = style === SCALAR_STYLE.LITERAL_BLOCK ? '|' : '>';
    const from = this.#text.lastIndexOf(sign, valueStart - 1);
    if (from === -1 || !/^.[-+]? *\n$/.test(this.#text.slice(from, valueStart))) throw new UnusualYaml();
    return { from, to: valueEnd };
  }
}

function rejectAnchorsAndTags(event: ScalarEvent | MappingEvent | SequenceEvent): void {
  if (event.anchorStart !== -1 || event.tagStart !== -1) throw new UnusualYaml();
}

/** A scalar without quotes as the value that every reader takes it for. @throws UnusualYaml if they may not agree. */
function parsePlainScalar(source: string): unknown {
  if (source === 'true') return true;
  if (source === 'false') return false;
  if (source === 'null') return null;
  if (WHOLE_NUMBER.test(source) || DECIMAL_NUMBER.test(source)) return Number(source);
  if (NOT_TEXT.test(source) || source === '') throw new UnusualYaml();
  return source;
}

/** The value and places of a document in the plain part of YAML; null for any other. */
function parseQuickly(text: string): QuickYaml | null {
  if (UNUSUAL.test(text) || findParseBlocker(text) !== null) return null;
  try {
    return new QuickYamlBuilder(text).document();
  } catch (error) {
    if (error instanceof UnusualYaml || error instanceof YAMLException) return null;
    throw error;
  }
}

/**
 * A description in the plain part of YAML that nearly all files keep to, alone or as the front matter of a memo, read
 * several times as fast as `readDescription` does; null for any other, sound or not. A result is the one that
 * `readDescription` gives.
 */
export function readQuickly(name: string, text: string): LocatedYaml | null {
  let [from, to] = [0, text.length];
  if (inferFormat(name) === 'memo') {
    const memo = splitMemo(text, name);
    if (!memo.ok) return null;
    ({ from, to } = memo.value.yaml);
  }
  const read = parseQuickly(text.slice(from, to));
  return read === null ? null : locateYaml(read.value, read.place, new TextPlaces(text), from);
}
