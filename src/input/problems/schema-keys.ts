import { getValueAt, type ValuePath } from '../../model/pointer.ts';
import type { AnySchema } from '../../model/schema/schema.ts';

/** The shapes behind wrappers and unions. */
function unwrapShape(shape: AnySchema): readonly AnySchema[] {
  switch (shape.kind) {
    case 'any-of':
      return shape.branches.flatMap(unwrapShape);
    case 'lazy':
      return unwrapShape(shape.of());
    case 'nullable':
    case 'optional':
    case 'defaulted':
    case 'tested':
    case 'mapped':
      return unwrapShape(shape.inner);
    default:
      return [shape];
  }
}

function stepInto(shape: AnySchema, segment: PropertyKey): readonly AnySchema[] {
  switch (shape.kind) {
    case 'mapping':
      return Object.entries(shape.fields).flatMap(([key, field]) => (key === segment ? unwrapShape(field) : []));
    case 'list':
      return unwrapShape(shape.item);
    case 'record':
      return unwrapShape(shape.value);
    default:
      return [];
  }
}

/** Every shape that a value at `path` may have. */
function findShapes(shape: AnySchema, path: ValuePath): readonly AnySchema[] {
  return path.reduce((shapes, segment) => shapes.flatMap((one) => stepInto(one, segment)), unwrapShape(shape));
}

function listKeys(shape: AnySchema): readonly string[] {
  if (shape.kind === 'mapping') return Object.keys(shape.fields);
  return shape.kind === 'record' && shape.key.kind === 'one-of' ? shape.key.words.map(String) : [];
}

/** The keys that a mapping at `path` may have, over all branches of a union, in the order of the shape. */
export function listKnownKeys(shape: AnySchema, path: ValuePath): readonly string[] {
  return [...new Set(findShapes(shape, path).flatMap(listKeys))];
}

/** True where a mapping has neither the `answer` that it needs nor `unknown` in its place, so that another key must be meant as the answer. */
export function takesAnswer(shape: AnySchema, path: ValuePath, file: unknown): boolean {
  const isFree = (one: AnySchema) =>
    one.kind === 'mapping' && one.fields['answer'] !== undefined && one.fields['answer'].kind !== 'word';
  const says = (key: string) => getValueAt(file, [...path, key]) !== undefined;
  return !says('answer') && !says('unknown') && findShapes(shape, path).some(isFree);
}

/** What a key of a mapping may say, for one whose value fits on a line; null where the shape has no such example. */
export function findExample(shape: AnySchema, path: ValuePath): string | null {
  const fields = findShapes(shape, path.slice(0, -1)).flatMap((one) =>
    one.kind === 'mapping' ? Object.entries(one.fields).filter(([key]) => key === path.at(-1)) : [],
  );
  const [example] = fields.flatMap(([, field]) => field.about?.examples ?? []);
  return typeof example === 'string' && example.length <= 60 ? example : null;
}

/** The branch of a union that one of its keys identifies by its word. */
export interface DiscriminatedBranch {
  readonly key: string;
  readonly word: string;
  /** All keys of the branch. */
  readonly keys: readonly string[];
}

/** The branch at `path` that a word in the value identifies; null where none does. */
export function findDiscriminatedBranch(shape: AnySchema, path: ValuePath, value: unknown): DiscriminatedBranch | null {
  if (typeof value !== 'object' || value === null) return null;
  const given = new Map(Object.entries(value));
  for (const branch of findShapes(shape, path)) {
    for (const [key, field] of branch.kind === 'mapping' ? Object.entries(branch.fields) : []) {
      const word: unknown = given.get(key);
      if (field.kind === 'word' && typeof word === 'string' && field.word === word)
        return { key, word, keys: listKeys(branch) };
    }
  }
  return null;
}
