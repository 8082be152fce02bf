import { type Alias, isAlias, isMap, isScalar, isSeq, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { makeExcerpt } from '../text/quote.ts';
import type { TextDiagnostic, TextRange } from '../text/text-places.ts';
import {
  explainTag,
  explainTooDeep,
  findKeyProblem,
  findSwallowedText,
  findValueProblem,
  MAX_ALIASED_VALUES,
  MAX_DEPTH,
  refuse,
} from './refusals.ts';

/** Where a value stands and what stands within it, by key or index. */
export interface YamlPlace {
  readonly key: TextRange | null;
  /** The key where the value is empty. */
  readonly value: TextRange;
  /** A scalar as written, without its quotes; null for a mapping or a list. */
  readonly source: string | null;
  readonly children: ReadonlyMap<string, YamlPlace>;
}

interface BuiltNode {
  readonly value: unknown;
  readonly place: YamlPlace;
  /** Values within, itself included, those behind an alias as often as it is used. */
  readonly size: number;
  /** Levels of nesting within, 0 for a scalar. */
  readonly height: number;
}

/** What a value hangs on: its key, if any, and the nearest key above it by name. */
interface YamlParent {
  readonly key: TextRange | null;
  readonly name: string | null;
  readonly depth: number;
}

const NO_CHILDREN: ReadonlyMap<string, YamlPlace> = new Map();

function makeEmptyNode(key: TextRange | null, value: TextRange): BuiltNode {
  return { value: null, place: { key, value, source: null, children: NO_CHILDREN }, size: 1, height: 0 };
}

function getRange(node: { readonly range?: readonly number[] | null | undefined }, fallback: TextRange): TextRange {
  const [from, to] = node.range ?? [];
  return from === undefined || to === undefined ? fallback : { from, to };
}

/** A collection by indentation ends with its last part; the parser counts a comment behind that part in. */
function trimComment({ from, to }: TextRange, children: ReadonlyMap<string, YamlPlace>): TextRange {
  const last = [...children.values()].at(-1);
  // What stands behind an alias lies outside, and an empty value has no place but its key's.
  const isKnown = last !== undefined && last.value !== last.key && last.value.from >= from && last.value.to <= to;
  return { from, to: isKnown ? last.value.to : to };
}

/** Sets an own property, whatever its name; assigning to `__proto__` would change the prototype. */
function setOwn(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}

class YamlTreeBuilder {
  readonly faults: TextDiagnostic[] = [];
  readonly #text: string;
  /** What is marked with an anchor; null while it is still being built. */
  readonly #anchors = new Map<string, BuiltNode | null>();
  /** Anchors that no alias has used so far. */
  readonly #unused = new Map<string, TextRange>();
  #aliased = 0;
  #isTooDeep = false;

  constructor(text: string) {
    this.#text = text;
  }

  build(node: unknown, owner: YamlParent): BuiltNode {
    const fallback = owner.key ?? { from: 0, to: 0 };
    if (isAlias(node)) return this.#alias(node, getRange(node, fallback), owner);
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return makeEmptyNode(owner.key, fallback);
    const at = getRange(node, fallback);
    // A lone ! gives no type; all it does is to vanish from the text.
    if (node.tag === '!') this.#note(explainTag('!', this.#before(at.from, '!')));
    if (node.anchor === undefined)
      return isScalar(node) ? this.#scalar(node, at, owner) : this.#collection(node, at, owner);
    this.#open(node.anchor, at.from);
    const built = isScalar(node) ? this.#scalar(node, at, owner) : this.#collection(node, at, owner);
    this.#anchors.set(node.anchor, built);
    return built;
  }

  /** Where a mark stands that was read before a value. */
  #before(offset: number, mark: string): TextRange {
    const from = Math.max(0, this.#text.lastIndexOf(mark, offset));
    return { from, to: from + mark.length };
  }

  #open(anchor: string, offset: number): void {
    this.#anchors.set(anchor, null);
    this.#unused.set(anchor, this.#before(offset, `&${anchor}`));
  }

  #scalar(node: Scalar, at: TextRange, { key, name }: YamlParent): BuiltNode {
    const isEmpty = at.from === at.to;
    // An empty value stands behind its blanks, right before the hash sign of a swallowed one.
    const end = isEmpty && /[ \t]/.test(this.#text[at.to - 1] ?? '') ? at.to - 1 : at.to;
    const swallowed = node.type === 'PLAIN' ? findSwallowedText(this.#text, end, { from: at.from, name }) : null;
    this.#note(findValueProblem(node, at) ?? swallowed);
    const place = { key, value: isEmpty ? (key ?? at) : at, source: node.source ?? '', children: NO_CHILDREN };
    return { value: node.value, place, size: 1, height: 0 };
  }

  #collection(node: YAMLMap | YAMLSeq, at: TextRange, owner: YamlParent): BuiltNode {
    if (owner.depth >= MAX_DEPTH) {
      this.#tooDeep(at);
      return makeEmptyNode(owner.key, at);
    }
    const { value, parts } = isMap(node) ? this.#map(node, at, owner.depth + 1) : this.#list(node, owner);
    let [size, height] = [1, 0];
    for (const part of parts.values()) {
      size += part.size;
      height = Math.max(height, part.height);
    }
    const children = new Map([...parts].map(([name, part]) => [name, part.place]));
    const place = {
      key: owner.key,
      value: node.flow === true ? at : trimComment(at, children),
      source: null,
      children,
    };
    return { value, place, size, height: height + 1 };
  }

  #list(node: YAMLSeq, { name, depth }: YamlParent): { value: unknown[]; parts: Map<string, BuiltNode> } {
    const items = node.items.map((item) => this.build(item, { key: null, name, depth: depth + 1 }));
    return {
      value: items.map(({ value }) => value),
      parts: new Map(items.map((item, index) => [String(index), item])),
    };
  }

  #map(node: YAMLMap, within: TextRange, depth: number): { value: object; parts: Map<string, BuiltNode> } {
    const value = {};
    const parts = new Map<string, BuiltNode>();
    for (const { key, value: content } of node.items) {
      // The parser is told that keys are text and reports any other.
      if (!isScalar<string>(key) || typeof key.value !== 'string') continue;
      const name = key.value;
      const at = getRange(key, within);
      if (key.anchor !== undefined) {
        this.#open(key.anchor, at.from);
        this.#anchors.set(key.anchor, { ...makeEmptyNode(null, at), value: name });
      }
      const part = this.build(content, { key: at, name, depth });
      this.#note(findKeyProblem(key, at, { hasValue: content !== null, first: parts.get(name)?.place.key ?? null }));
      if (parts.has(name)) continue;
      parts.set(name, part);
      setOwn(value, name, part.value);
    }
    return { value, parts };
  }

  #alias({ source }: Alias, at: TextRange, { key, depth }: YamlParent): BuiltNode {
    const target = this.#anchors.get(source);
    this.#unused.delete(source);
    const name = makeExcerpt(source);
    if (target === undefined || target === null)
      // An alias of nothing above it, or of the value that it is part of.
      this.#note(
        refuse(
          'undefined-alias',
          at,
          `\`*${name}\` is an alias, and no value that ends above it is marked \`&${name}\``,
        ),
      );
    else if (depth + target.height > MAX_DEPTH) this.#tooDeep(at);
    else {
      const hadRoom = this.#aliased <= MAX_ALIASED_VALUES;
      this.#aliased += target.size;
      if (this.#aliased <= MAX_ALIASED_VALUES) return { ...target, place: { ...target.place, key } };
      if (hadRoom)
        this.#note(refuse('alias-bomb', at, `the aliases of this file repeat more than ${MAX_ALIASED_VALUES} values`));
    }
    return makeEmptyNode(key, at);
  }

  /** To be called once, at the end. */
  noteUnused(): void {
    for (const [anchor, at] of this.#unused)
      this.#note(refuse('unused-anchor', at, `\`&${makeExcerpt(anchor)}\` is read as an anchor, and no alias uses it`));
  }

  #tooDeep(at: TextRange): void {
    if (!this.#isTooDeep) this.#note(explainTooDeep(at));
    this.#isTooDeep = true;
  }

  #note(fault: TextDiagnostic | null): void {
    if (fault !== null) this.faults.push(fault);
  }
}

/**
 * The plain value of a parsed document, the place of each part, and the faults met on the way. The value shares objects
 * where aliases repeat them and never has a cycle; where there are faults it has gaps.
 */
export function buildTree(
  contents: unknown,
  text: string,
): { value: unknown; place: YamlPlace; faults: readonly TextDiagnostic[] } {
  const walk = new YamlTreeBuilder(text);
  const { value, place } = walk.build(contents, { key: null, name: null, depth: 0 });
  walk.noteUnused();
  return { value, place, faults: walk.faults };
}
