import { type Alias, isAlias, isMap, isScalar, isSeq, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { excerpt, type Fault } from './fault.ts';
import type { Range } from './text-places.ts';
import { swallowedFault, valueFault } from './yaml-scalars.ts';

/** Where a value stands and what stands within it, by key or index. */
export interface Place {
  readonly key: Range | null;
  readonly value: Range;
  /** A scalar as written, without quotes; null for a mapping or a list. */
  readonly source: string | null;
  readonly children: ReadonlyMap<string, Place>;
}

interface Built {
  readonly value: unknown;
  readonly place: Place;
  /** Values within, itself included, each alias counted as often as it is used. */
  readonly size: number;
  /** Levels of nesting within, 0 for a scalar. */
  readonly height: number;
}

/** Deeper than any description; what is deeper was made to exhaust a reader. */
const DEEPEST = 64;
/** Values that all aliases of a file may stand for together. */
const MOST_ALIASED = 10_000;
/** As long as YAML lets a key be that has no question mark before it. */
const LONGEST_KEY = 1024;

const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/u;
const NO_CHILDREN: ReadonlyMap<string, Place> = new Map();

type Node = { readonly range?: readonly number[] | null | undefined };

function rangeOf(node: Node, fallback: Range): Range {
  const [from, to] = node.range ?? [];
  return from === undefined || to === undefined ? fallback : { from, to };
}

/** Turns the nodes of a parsed document into plain values and their places, noting what YAML allows and we don't. */
class Walk {
  readonly faults: Fault[] = [];
  readonly #text: string;
  /** Built values by anchor; null while the anchored value is still being built. */
  readonly #anchors = new Map<string, Built | null>();
  #aliased = 0;
  #isTooDeep = false;

  constructor(text: string) {
    this.#text = text;
  }

  build(node: unknown, key: Range | null, name: string | null, depth: number): Built {
    const fallback = key ?? { from: 0, to: 0 };
    if (isAlias(node)) return this.#alias(node, rangeOf(node, fallback), key, depth);
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor !== undefined) this.#anchors.set(anchor, null);
    const built = this.#plain(node, fallback, key, name, depth);
    if (anchor !== undefined) this.#anchors.set(anchor, built);
    return built;
  }

  #plain(node: unknown, fallback: Range, key: Range | null, name: string | null, depth: number): Built {
    if (isMap(node) || isSeq(node)) {
      const at = rangeOf(node, fallback);
      if (depth >= DEEPEST) {
        this.#tooDeep(at);
        return this.#nothing(key, at);
      }
      return isMap(node) ? this.#map(node, at, key, depth) : this.#list(node, at, key, name, depth);
    }
    return isScalar(node) ? this.#scalar(node, rangeOf(node, fallback), key, name) : this.#nothing(key, fallback);
  }

  #nothing(key: Range | null, value: Range): Built {
    return { value: null, place: { key, value, source: null, children: NO_CHILDREN }, size: 1, height: 0 };
  }

  #scalar(node: Scalar, at: Range, key: Range | null, name: string | null): Built {
    const isPlain = node.type === 'PLAIN' || node.type === undefined;
    const isEmpty = at.from === at.to;
    // An empty value stands behind its blanks, where the hash sign of a swallowed one begins.
    const before = isEmpty && /[ \t]/.test(this.#text[at.from - 1] ?? '') ? { from: at.from - 1, to: at.from - 1 } : at;
    const fault = valueFault(node, at) ?? (isPlain ? swallowedFault(this.#text, before, name) : null);
    if (fault !== null) this.faults.push(fault);
    const place = { key, value: isEmpty ? (key ?? at) : at, source: node.source ?? '', children: NO_CHILDREN };
    return { value: node.value, place, size: 1, height: 0 };
  }

  #list(node: YAMLSeq, at: Range, key: Range | null, name: string | null, depth: number): Built {
    const items = node.items.map((item) => this.build(item, null, name, depth + 1));
    const children = new Map(items.map(({ place }, index) => [String(index), place]));
    return this.#group(items, items.map(({ value }) => value), { key, value: at, source: null, children });
  }

  #map(node: YAMLMap, at: Range, key: Range | null, depth: number): Built {
    const value: Record<string, unknown> = {};
    const children = new Map<string, Place>();
    const items: Built[] = [];
    for (const pair of node.items) {
      // Other keys are reported by the parser, which is told that keys are text.
      if (!isScalar(pair.key) || typeof pair.key.value !== 'string') continue;
      const word = pair.key.value;
      const place = rangeOf(pair.key, at);
      const item = this.build(pair.value, place, word, depth + 1);
      if (pair.key.anchor !== undefined) this.#anchors.set(pair.key.anchor, this.#scalar(pair.key, place, null, null));
      const fault = this.#keyFault(pair.key, word, place, pair.value === null, children.get(word)?.key ?? null);
      if (fault !== null) this.faults.push(fault);
      if (children.has(word)) continue;
      children.set(word, item.place);
      items.push(item);
      // Assigning to `__proto__` would set the prototype.
      Object.defineProperty(value, word, { value: item.value, writable: true, enumerable: true, configurable: true });
    }
    return this.#group(items, value, { key, value: at, source: null, children });
  }

  #group(items: readonly Built[], value: unknown, place: Place): Built {
    let [size, height] = [1, 0];
    for (const item of items) {
      size += item.size;
      height = Math.max(height, item.height);
    }
    return { value, place, size, height: height + 1 };
  }

  #alias(node: Alias, at: Range, key: Range | null, depth: number): Built {
    const target = this.#anchors.get(node.source);
    const before = this.#aliased;
    if (target) this.#aliased += target.size;
    if (target && depth + target.height > DEEPEST) this.#tooDeep(at);
    else if (target && this.#aliased <= MOST_ALIASED) return { ...target, place: { ...target.place, key } };
    const fault = target ? null : this.#aliasFault(node.source, at, target === null);
    if (fault !== null) this.faults.push(fault);
    else if (before <= MOST_ALIASED && this.#aliased > MOST_ALIASED) {
      this.faults.push({
        code: 'yaml/alias-bomb',
        at,
        what: `the aliases of this file stand for more than ${MOST_ALIASED} values`,
        why: 'Aliases that repeat aliases grow without bound, and no description needs them.',
        fix: 'Write the values out where they are used.',
      });
    }
    return this.#nothing(key, at);
  }

  #aliasFault(name: string, at: Range, isOpen: boolean): Fault {
    if (isOpen) {
      return {
        code: 'yaml/alias-cycle',
        at,
        what: `the alias \`*${excerpt(name)}\` stands within the value that it repeats`,
        why: 'The value would have no end.',
        fix: 'Write the value out where it is used.',
      };
    }
    return {
      code: 'yaml/undefined-alias',
      at,
      what: `\`*${excerpt(name)}\` repeats a value, and no value above is marked \`&${excerpt(name)}\``,
      why: 'A * at the start of a value makes it an alias, which is a copy of a value marked with & before.',
      fix: 'Put the value in quotes if the * is part of the text; begin the items of a list with "- ".',
    };
  }

  #tooDeep(at: Range): void {
    if (!this.#isTooDeep) this.faults.push(tooDeepFault(at));
    this.#isTooDeep = true;
  }

  #keyFault(key: Scalar, word: string, at: Range, hasNoColon: boolean, first: Range | null): Fault | null {
    if (word === '<<' && key.type === 'PLAIN') {
      return {
        code: 'yaml/merge-key',
        at,
        what: '`<<` asks to merge the keys of another mapping, which is not done here',
        why: 'Merging is no part of YAML 1.2, and a reader would not see which keys are set.',
        fix: 'Write the keys out.',
      };
    }
    if (word === '') {
      return {
        code: 'yaml/empty-key',
        at: { from: at.from, to: at.from + 1 },
        what: 'a colon stands here with no key before it',
        why: 'A value without a key belongs to nothing.',
        fix: 'Write the key before the colon, or put the text in quotes.',
      };
    }
    if (word.length > LONGEST_KEY) return longKeyFault(at);
    if (UNSEEN.test(word)) {
      return {
        code: 'yaml/invisible-character',
        at,
        what: 'this key holds a character that can not be seen, such as a no-break space',
        why: 'Such characters come with text copied from a web page or a document, and make the key another one.',
        fix: 'Delete the blanks around the key and type them again.',
      };
    }
    const glued = hasNoColon && key.type === 'PLAIN' ? /^([\w-]+):(?!\/\/)(.+)/s.exec(word) : null;
    if (glued !== null) return missingSpaceFault(word, at);
    if (first !== null) {
      return {
        code: 'yaml/duplicate-key',
        at,
        what: `the key \`${excerpt(word)}\` is here for the second time`,
        why: 'Only one of the two values could count, and the file does not say which.',
        fix: 'Remove one of the two, or rename it.',
        related: { at: first, what: `\`${excerpt(word)}\` was first used here` },
      };
    }
    return null;
  }
}

export function tooDeepFault(at: Range): Fault {
  return {
    code: 'yaml/too-deep',
    at: { from: at.from, to: at.from + 1 },
    what: `the values are nested more than ${DEEPEST} levels deep`,
    why: 'No description needs that many levels, and reading them could exhaust the program.',
    fix: 'Take levels out; most often a bracket or an indentation was repeated by mistake.',
  };
}

export function longKeyFault({ from }: Range): Fault {
  return {
    code: 'yaml/long-key',
    at: { from, to: from + 40 },
    what: `the key that begins here is longer than ${LONGEST_KEY} characters`,
    why: 'No key is that long; a text with a colon in it was taken for one.',
    fix: 'Put the text in quotes.',
  };
}

export function missingSpaceFault(word: string, at: Range): Fault {
  const [, key = '', rest = ''] = /^([^:]+):\s*(.*)/s.exec(word) ?? [];
  return {
    code: 'yaml/missing-space',
    at,
    what: `no blank follows the colon in \`${excerpt(word)}\``,
    why: 'Without the blank YAML reads all of it as one text, not as a key and its value.',
    fix: `Write \`${excerpt(`${key}: ${rest}`)}\`.`,
  };
}

/**
 * The plain value of a parsed document with the place of each part, and the faults found on the way, in the order of
 * the file. The value may share objects where aliases repeat them, never without end; where there are faults it has gaps.
 */
export function buildTree(contents: unknown, text: string): { value: unknown; place: Place; faults: readonly Fault[] } {
  const walk = new Walk(text);
  const { value, place } = walk.build(contents, null, null, 0);
  return { value, place, faults: walk.faults };
}
