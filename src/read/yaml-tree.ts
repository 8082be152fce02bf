import { type Alias, isAlias, isMap, isScalar, isSeq, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Fault } from './fault.ts';
import type { Range } from './text-places.ts';
import { keyFault } from './yaml-keys.ts';
import {
  aliasBombFault,
  aliasCycleFault,
  DEEPEST,
  MOST_ALIASED,
  tooDeepFault,
  undefinedAliasFault,
  unusedAnchorFault,
} from './yaml-limits.ts';
import { swallowedFault, tagFault, valueFault } from './yaml-scalars.ts';

/** Where a value stands and what stands within it, by key or index. */
export interface Place {
  readonly key: Range | null;
  /** The key where the value is empty. */
  readonly value: Range;
  /** A scalar as written, without its quotes; null for a mapping or a list. */
  readonly source: string | null;
  readonly children: ReadonlyMap<string, Place>;
}

interface Built {
  readonly value: unknown;
  readonly place: Place;
  /** Values within, itself included, those behind an alias as often as it is used. */
  readonly size: number;
  /** Levels of nesting within, 0 for a scalar. */
  readonly height: number;
}

/** What a value hangs on: its key, if any, and the nearest key above it by name. */
interface Owner {
  readonly key: Range | null;
  readonly name: string | null;
  readonly depth: number;
}

const NO_CHILDREN: ReadonlyMap<string, Place> = new Map();

function nothing(key: Range | null, value: Range): Built {
  return { value: null, place: { key, value, source: null, children: NO_CHILDREN }, size: 1, height: 0 };
}

function rangeOf(node: { readonly range?: readonly number[] | null | undefined }, fallback: Range): Range {
  const [from, to] = node.range ?? [];
  return from === undefined || to === undefined ? fallback : { from, to };
}

/** A collection by indentation ends with its last part; the parser counts a comment behind that part in. */
function lessComment({ from, to }: Range, children: ReadonlyMap<string, Place>): Range {
  const last = [...children.values()].at(-1);
  // What stands behind an alias lies outside, and an empty value has no place but its key's.
  const isKnown = last !== undefined && last.value !== last.key && last.value.from >= from && last.value.to <= to;
  return { from, to: isKnown ? last.value.to : to };
}

/** Sets an own property, whatever its name; assigning to `__proto__` would change the prototype. */
function setOwn(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}

class Walk {
  readonly faults: Fault[] = [];
  readonly #text: string;
  /** What is marked with an anchor; null while it is still being built. */
  readonly #anchors = new Map<string, Built | null>();
  /** Anchors that no alias has used so far. */
  readonly #unused = new Map<string, Range>();
  #aliased = 0;
  #isTooDeep = false;

  constructor(text: string) {
    this.#text = text;
  }

  build(node: unknown, owner: Owner): Built {
    const fallback = owner.key ?? { from: 0, to: 0 };
    if (isAlias(node)) return this.#alias(node, rangeOf(node, fallback), owner);
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return nothing(owner.key, fallback);
    const at = rangeOf(node, fallback);
    // A lone ! gives no type; all it does is to vanish from the text.
    if (node.tag === '!') this.#note(tagFault('!', this.#before(at.from, '!')));
    if (node.anchor === undefined)
      return isScalar(node) ? this.#scalar(node, at, owner) : this.#collection(node, at, owner);
    this.#open(node.anchor, at.from);
    const built = isScalar(node) ? this.#scalar(node, at, owner) : this.#collection(node, at, owner);
    this.#anchors.set(node.anchor, built);
    return built;
  }

  /** Where a mark stands that was read before a value. */
  #before(offset: number, mark: string): Range {
    const from = Math.max(0, this.#text.lastIndexOf(mark, offset));
    return { from, to: from + mark.length };
  }

  #open(anchor: string, offset: number): void {
    this.#anchors.set(anchor, null);
    this.#unused.set(anchor, this.#before(offset, `&${anchor}`));
  }

  #scalar(node: Scalar, at: Range, { key, name }: Owner): Built {
    const isEmpty = at.from === at.to;
    // An empty value stands behind its blanks, right before the hash sign of a swallowed one.
    const end = isEmpty && /[ \t]/.test(this.#text[at.to - 1] ?? '') ? at.to - 1 : at.to;
    const swallowed = node.type === 'PLAIN' ? swallowedFault(this.#text, end, { from: at.from, name }) : null;
    this.#note(valueFault(node, at) ?? swallowed);
    const place = { key, value: isEmpty ? (key ?? at) : at, source: node.source ?? '', children: NO_CHILDREN };
    return { value: node.value, place, size: 1, height: 0 };
  }

  #collection(node: YAMLMap | YAMLSeq, at: Range, owner: Owner): Built {
    if (owner.depth >= DEEPEST) {
      this.#tooDeep(at);
      return nothing(owner.key, at);
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
      value: node.flow === true ? at : lessComment(at, children),
      source: null,
      children,
    };
    return { value, place, size, height: height + 1 };
  }

  #list(node: YAMLSeq, { name, depth }: Owner): { value: unknown[]; parts: Map<string, Built> } {
    const items = node.items.map((item) => this.build(item, { key: null, name, depth: depth + 1 }));
    return {
      value: items.map(({ value }) => value),
      parts: new Map(items.map((item, index) => [String(index), item])),
    };
  }

  #map(node: YAMLMap, within: Range, depth: number): { value: object; parts: Map<string, Built> } {
    const value = {};
    const parts = new Map<string, Built>();
    for (const { key, value: content } of node.items) {
      // The parser is told that keys are text and reports any other.
      if (!isScalar<string>(key) || typeof key.value !== 'string') continue;
      const name = key.value;
      const at = rangeOf(key, within);
      if (key.anchor !== undefined) {
        this.#open(key.anchor, at.from);
        this.#anchors.set(key.anchor, { ...nothing(null, at), value: name });
      }
      const part = this.build(content, { key: at, name, depth });
      this.#note(keyFault(key, at, { hasValue: content !== null, first: parts.get(name)?.place.key ?? null }));
      if (parts.has(name)) continue;
      parts.set(name, part);
      setOwn(value, name, part.value);
    }
    return { value, parts };
  }

  #alias({ source }: Alias, at: Range, { key, depth }: Owner): Built {
    const target = this.#anchors.get(source);
    this.#unused.delete(source);
    if (target === undefined) this.#note(undefinedAliasFault(source, at));
    else if (target === null) this.#note(aliasCycleFault(source, at));
    else if (depth + target.height > DEEPEST) this.#tooDeep(at);
    else {
      const hadRoom = this.#aliased <= MOST_ALIASED;
      this.#aliased += target.size;
      if (this.#aliased <= MOST_ALIASED) return { ...target, place: { ...target.place, key } };
      if (hadRoom) this.#note(aliasBombFault(at));
    }
    return nothing(key, at);
  }

  /** To be called once, at the end. */
  noteUnused(): void {
    for (const [anchor, at] of this.#unused) this.#note(unusedAnchorFault(anchor, at));
  }

  #tooDeep(at: Range): void {
    if (!this.#isTooDeep) this.#note(tooDeepFault(at));
    this.#isTooDeep = true;
  }

  #note(fault: Fault | null): void {
    if (fault !== null) this.faults.push(fault);
  }
}

/**
 * The plain value of a parsed document, the place of each part, and the faults met on the way. The value shares objects
 * where aliases repeat them and never has a cycle; where there are faults it has gaps.
 */
export function buildTree(contents: unknown, text: string): { value: unknown; place: Place; faults: readonly Fault[] } {
  const walk = new Walk(text);
  const { value, place } = walk.build(contents, { key: null, name: null, depth: 0 });
  walk.noteUnused();
  return { value, place, faults: walk.faults };
}
