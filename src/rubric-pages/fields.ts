import { getDescriptionSchema } from '../input/description/description-schema.ts';
import type { Rubric } from '../model/rubric.ts';
import type { AnySchema, SchemaAnnotations } from '../model/schema/schema.ts';
import { type Block, facts, list, paragraph, refs, type Text, underHeading } from '../report/document.ts';
import { createEntryKind } from './entry-kind.ts';

/** A key of a description with what its shape says of it. */
interface SchemaKey extends Pick<SchemaAnnotations, 'title' | 'description' | 'examples'> {
  /** From the top of the description, or of the answer, without the places in lists and the ids that users choose. */
  readonly path: string;
  /** null where it depends on the form of the answer. */
  readonly isRequired: boolean | null;
  /** What it takes, with the meaning of each where that is written; empty where it takes more than some words. */
  readonly words: readonly { readonly word: string; readonly means: string }[];
}

/** The shape without what only says whether a value may be missing or what is made of it, with the outermost annotation. */
function unwrap(shape: AnySchema): AnySchema {
  switch (shape.kind) {
    case 'nullable':
    case 'optional':
    case 'defaulted':
    case 'tested':
    case 'mapped': {
      const inner = unwrap(shape.inner);
      return { ...inner, about: { ...inner.about, ...shape.about } };
    }
    case 'lazy':
      return unwrap(shape.of());
    default:
      return shape;
  }
}

function listWords(shape: AnySchema): SchemaKey['words'] {
  const { kind, about } = shape;
  if (kind === 'one-of')
    return shape.words.map((word, at) => ({ word: String(word), means: about?.words?.[at]?.means ?? '' }));
  return kind === 'any-of' ? shape.branches.map(unwrap).flatMap(listWords) : [];
}

/** The keys within a shape, those of an outer mapping before those of an inner one. */
function* walkKeys(shape: AnySchema, path: readonly string[], isOneForm = true): Generator<SchemaKey> {
  const inner = unwrap(shape);
  switch (inner.kind) {
    case 'list':
      yield* walkKeys(inner.item, path, isOneForm);
      break;
    case 'record':
      yield* walkKeys(inner.value, path, isOneForm);
      break;
    case 'any-of':
      for (const branch of inner.branches) yield* walkKeys(branch, path, false);
      break;
    case 'mapping':
      for (const [key, field] of Object.entries(inner.fields)) {
        const { about = {}, ...value } = unwrap(field);
        const isRequired = isOneForm ? field.kind !== 'optional' && field.kind !== 'defaulted' : null;
        yield { ...about, path: [...path, key].join('.'), isRequired, words: listWords({ ...value, about }) };
        yield* walkKeys(field, [...path, key], isOneForm);
      }
      break;
    default:
  }
}

/** A key as it is looked up, with each of its uses: one name may mean different things at the top and in an answer. */
interface FieldEntry {
  readonly id: string;
  readonly title: string;
  readonly means: string;
  readonly uses: readonly FieldUse[];
}

interface FieldUse extends SchemaKey {
  /** Ids of the criteria whose answers have it; empty for a key at the top. */
  readonly criteria: readonly string[];
}

/** The keys of all answers; those of one path are joined unless they say different things. */
function joinAnswerKeys(rubric: Rubric): readonly FieldUse[] {
  const joined: FieldUse[] = [];
  for (const [criterion, shape] of getDescriptionSchema(rubric).answers)
    for (const key of walkKeys(shape, [])) {
      const says = ({ description }: SchemaKey) => description ?? key.description;
      const at = joined.findIndex((use) => use.path === key.path && says(use) === (key.description ?? says(use)));
      const { criteria, ...known } = joined[at] ?? { ...key, criteria: [] };
      const use: FieldUse = { ...known, criteria: [...new Set([...criteria, criterion])] };
      // What an answer takes is told on the page of the criterion.
      if (at === -1) joined.push(use);
      else joined[at] = { ...use, words: use.criteria.length > 1 ? [] : use.words };
    }
  return joined;
}

/** Keys of one criterion's answers go by its name: `customers.stage`. */
function listFields(rubric: Rubric): readonly FieldEntry[] {
  const { whole } = getDescriptionSchema(rubric);
  const dimensions = new Set(rubric.dimensions.map(({ id }) => id));
  const top = [...walkKeys(whole, [])].filter(({ path }) => !dimensions.has(path.split('.')[0] ?? ''));
  const answers = joinAnswerKeys(rubric).map((use) => ({
    ...use,
    path: use.criteria.length === 1 ? `${use.criteria[0]}.${use.path}` : use.path,
  }));
  const uses: readonly FieldUse[] = [...top.map((key) => ({ ...key, criteria: [] })), ...answers];
  return [...new Set(uses.map(({ path }) => path))].map((id) => {
    const own = uses.filter(({ path }) => path === id);
    const [first] = own;
    return { id, title: first?.title ?? id, means: first?.description ?? '', uses: own };
  });
}

function describePlace({ path, criteria }: FieldUse, rubric: Rubric): Text {
  if (criteria.length === 0) return [path.includes('.') ? `in an entry under ${path.split('.')[0]}` : 'at the top'];
  if (criteria.length === rubric.criteria.length) return ['in any answer'];
  return ['in answers on ', ...refs('criterion', criteria)];
}

function buildUseBlocks(use: FieldUse, rubric: Rubric): readonly Block[] {
  const { description, isRequired, examples = [], words } = use;
  return [
    ...(description === undefined ? [] : paragraph(description)),
    ...facts([
      ['where', describePlace(use, rubric)],
      isRequired === null ? null : ['required', [isRequired ? 'yes' : 'no']],
      examples.length === 0
        ? null
        : ['such as', [examples.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('; ')]],
    ]),
    ...underHeading('Takes', list(words.map(({ word, means }) => [means === '' ? word : `${word}: ${means}`]))),
  ];
}

export const fields = createEntryKind({
  id: 'field',
  plural: 'fields',
  means: 'A key of a description',
  list: listFields,
  blocks: ({ uses }, rubric) => uses.flatMap((use) => buildUseBlocks(use, rubric)),
  columns: ({ means }) => ({ meaning: means }),
});
