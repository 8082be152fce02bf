import type { Span } from '../../model/diagnostic.ts';
import type { TextPlaces } from '../text/text-places.ts';
import type { YamlPlace } from './tree.ts';

/** A YAML text as a plain value, with the places of its parts by JSON pointer (RFC 6901); the whole is ''. */
export interface LocatedYaml {
  readonly value: unknown;
  /**
   * Where a value stands: its key where it is empty, and for one that is missing the key of the nearest mapping or list
   * that exists. Behind an alias it is the place of the value repeated. The start of the text when nothing is nearer.
   */
  readonly span: (pointer: string) => Span;
  /** Where a key stands; null for an item of a list, for the whole and for what is missing. */
  readonly keySpan: (pointer: string) => Span | null;
  /** The key's place, that of the value where it has none, and null for what is missing. */
  readonly placeOf: (pointer: string) => Span | null;
  /** A scalar as written, less its quotes; null for a mapping, a list and what is missing. */
  readonly source: (pointer: string) => string | null;
}

function parsePointer(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Places by JSON pointer, from the tree of a parsed text; `shift` is added to the offsets of the tree. */
export function locateYaml(value: unknown, root: YamlPlace, places: TextPlaces, shift: number): LocatedYaml {
  const spanOf = ({ from, to }: { from: number; to: number }) => places.span({ from: from + shift, to: to + shift });
  const find = (pointer: string): { nearest: YamlPlace; isExact: boolean } => {
    let nearest = root;
    for (const part of parsePointer(pointer)) {
      const child = nearest.children.get(part);
      if (child === undefined) return { nearest, isExact: false };
      nearest = child;
    }
    return { nearest, isExact: true };
  };
  const exact = (pointer: string): YamlPlace | null => {
    const { nearest, isExact } = find(pointer);
    return isExact ? nearest : null;
  };
  return {
    value,
    span: (pointer) => {
      const { nearest, isExact } = find(pointer);
      if (isExact) return spanOf(nearest.value);
      // An item of a list has no key; its first letter stands for it, as does that of the whole.
      return spanOf(nearest.key ?? { from: nearest.value.from, to: nearest.value.from + 1 });
    },
    keySpan: (pointer) => {
      const key = exact(pointer)?.key ?? null;
      return key === null ? null : spanOf(key);
    },
    placeOf: (pointer) => {
      const place = exact(pointer);
      return place === null ? null : spanOf(place.key ?? place.value);
    },
    source: (pointer) => exact(pointer)?.source ?? null,
  };
}
