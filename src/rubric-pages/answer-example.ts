import { Document, isCollection, isMap, isPair, isScalar, isSeq } from 'yaml';
import * as z from 'zod';
import { supportFields } from '../criteria/fields-and-thresholds.ts';
import { getCriterionKind } from '../criteria/registry.ts';
import type { Criterion, Rubric } from '../model/rubric.ts';
import { accept, REFUSED } from '../model/schema/accept.ts';
import { toZod } from '../model/schema/to-zod.ts';
import { wrap } from '../report/writers/terminal/flow.ts';

type AnswerJsonSchema = z.core.JSONSchema._JSONSchema;
type ExamplePath = readonly (string | number)[];

/** Columns of a comment, so that it stands in the narrowest page at any depth that occurs. */
const COMMENT_WIDTH = 48;

/** What any answer may carry and none needs; the example shows `sources` alone. */
const LEFT_OUT: readonly string[] = Object.keys(supportFields).filter((key) => key !== 'sources');

/** Makes a value of a JSON Schema, keeping the description of each part by its path. */
class ExampleBuilder {
  readonly comments = new Map<string, string>();
  readonly criterion: Criterion;

  constructor(criterion: Criterion) {
    this.criterion = criterion;
  }

  private number(shape: z.core.JSONSchema.JSONSchema): number {
    const threshold = this.criterion.unit === null ? null : this.criterion.levels[2]?.at_least;
    const least = shape.minimum ?? Number.NEGATIVE_INFINITY;
    const greatest = shape.maximum ?? Number.POSITIVE_INFINITY;
    return threshold ?? Math.min(Math.max(1, least), greatest);
  }

  private word(words: readonly unknown[]): unknown {
    const options = this.criterion.levels.map((level) => level.option);
    return [...options].reverse().find((option) => option !== null && words.includes(option)) ?? words[0];
  }

  /** The form of an answer that can cite sources, where it has several. */
  answer(shape: AnswerJsonSchema): unknown {
    const forms = typeof shape === 'boolean' ? undefined : shape.anyOf;
    const full = forms?.find((form) => form.type === 'object');
    return this.value(full ?? shape, []);
  }

  private value(shape: AnswerJsonSchema, path: ExamplePath): unknown {
    if (typeof shape === 'boolean') return null;
    const { description } = shape;
    if (description !== undefined && !description.includes('\n')) this.comments.set(path.join('/'), description);
    if (shape.const !== undefined) return shape.const;
    if (shape.enum !== undefined) return this.word(shape.enum);
    const [first] = shape.anyOf ?? [];
    if (first !== undefined) return this.value(first, path);
    const name = path.findLast((step) => typeof step === 'string') ?? this.criterion.id;
    switch (shape.type) {
      case 'boolean':
        return true;
      case 'integer':
      case 'number':
        return this.number(shape);
      case 'string':
        return name.toUpperCase().replace(/S$/, '');
      case 'array':
        return shape.items === undefined || Array.isArray(shape.items) ? [] : [this.value(shape.items, [...path, 0])];
      case 'object': {
        const told = Object.entries(shape.properties ?? {}).filter(([key]) => !LEFT_OUT.includes(key));
        return Object.fromEntries(told.map(([key, part]) => [key, this.value(part, [...path, key])]));
      }
      default:
        return null;
    }
  }
}

function replaceAt(value: unknown, path: ExamplePath, by: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return by;
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? replaceAt(item, rest, by) : item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, key === step ? replaceAt(part, rest, by) : part]),
  );
}

/** The value with the first part that the kind refuses, such as an unlike unit, replaced by a word that it proposes; null where there is none. */
function repairPart(value: unknown, criterion: Criterion, rubric: Rubric): unknown {
  const kind = getCriterionKind(criterion.kind);
  const shape = kind.shape(criterion, rubric);
  const issuesOf = (candidate: unknown) => {
    const answer = accept(shape, candidate);
    return answer === REFUSED ? [] : kind.check(answer as never, criterion, rubric);
  };
  const [issue] = issuesOf(value);
  if (issue === undefined) return null;
  const made = issue.candidates.map((word) => replaceAt(value, issue.at, word));
  const count = issuesOf(value).length;
  return made.find((repair) => issuesOf(repair).length < count) ?? null;
}

/** The value with all that the kind refuses repaired, as far as it proposes something. */
function repairAnswer(value: unknown, criterion: Criterion, rubric: Rubric): unknown {
  const repaired = repairPart(value, criterion, rubric);
  return repaired === null ? value : repairAnswer(repaired, criterion, rubric);
}

function addComments(node: unknown, path: ExamplePath, comments: ReadonlyMap<string, string>): void {
  if (!isCollection(node)) return;
  if (isSeq(node)) {
    node.flow = node.items.every((item) => isScalar(item));
    node.items.forEach((item, index) => {
      addComments(item, [...path, index], comments);
    });
  }
  if (!isMap(node)) return;
  for (const pair of node.items) {
    if (!isPair(pair) || !isScalar(pair.key)) continue;
    const at = [...path, String(pair.key.value)];
    const says = comments.get(at.join('/'));
    if (says !== undefined)
      pair.key.commentBefore = wrap([says], COMMENT_WIDTH)
        .map((line) => ` ${line}`)
        .join('\n');
    addComments(pair.value, at, comments);
  }
}

/** An answer to `criterion` in a description, made from the shape that its kind gives an answer, with what each of its parts is. */
function buildExample(criterion: Criterion, rubric: Rubric): { value: unknown; comments: ReadonlyMap<string, string> } {
  const sampling = new ExampleBuilder(criterion);
  const shape = z.toJSONSchema(toZod(getCriterionKind(criterion.kind).shape(criterion, rubric)), {
    io: 'input',
    unrepresentable: 'any',
  });
  return { value: repairAnswer(sampling.answer(shape), criterion, rubric), comments: sampling.comments };
}

/** An answer to `criterion` as a value. Words in capitals are to be filled in. */
export function buildAnswerValue(criterion: Criterion, rubric: Rubric): unknown {
  return buildExample(criterion, rubric).value;
}

/**
 * A YAML text that answers `criterion` in a description. Words in capitals are to be filled in.
 */
export function renderAnswerExample(criterion: Criterion, rubric: Rubric): string {
  const { value, comments } = buildExample(criterion, rubric);
  const document = new Document({ [criterion.dimension]: { [criterion.id]: value } });
  addComments(document.getIn([criterion.dimension, criterion.id]), [], comments);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** The key of an exact quote in the place of one that cites sources: `class_quote` for `class_sources`. */
const toQuoteKey = (key: string) => key.replace(/sources$/, 'quote');

function replaceCitations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(replaceCitations);
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).map(([key, part]) =>
    toQuoteKey(key) === key ? [key, replaceCitations(part)] : [toQuoteKey(key), 'QUOTE'],
  );
  return Object.fromEntries(parts);
}

/** The same for a reply that quotes documents instead of citing sources. */
export function buildQuotedValue(criterion: Criterion, rubric: Rubric): unknown {
  return replaceCitations(buildAnswerValue(criterion, rubric));
}
