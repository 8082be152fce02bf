import { Document, isCollection, isMap, isPair, isScalar, isSeq } from 'yaml';
import * as z from 'zod';
import type { AnswerIssue } from '../kinds/kind.ts';
import { kindOf } from '../kinds/registry.ts';
import { supportFields } from '../kinds/shapes.ts';
import type { Criterion, Rubric } from '../model/rubric.ts';
import { wrap } from '../render/text/flow.ts';
import { accept, REFUSED } from '../shape/accept.ts';
import { zodOf } from '../shape/to-zod.ts';

type JsonSchema = z.core.JSONSchema._JSONSchema;
type Path = readonly (string | number)[];

/** Columns of a comment, so that it stands in the narrowest page at any depth that occurs. */
const COMMENT_WIDTH = 48;

/** What any answer may carry and none needs; the example shows `sources` alone. */
const LEFT_OUT: readonly string[] = Object.keys(supportFields).filter((key) => key !== 'sources');

/** Makes a value of a JSON Schema, keeping the description of each part by its path. */
class Sampling {
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
  answer(shape: JsonSchema): unknown {
    const forms = typeof shape === 'boolean' ? undefined : shape.anyOf;
    const full = forms?.find((form) => form.type === 'object');
    return this.value(full ?? shape, []);
  }

  private value(shape: JsonSchema, path: Path): unknown {
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

function replaced(value: unknown, path: Path, by: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return by;
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? replaced(item, rest, by) : item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, key === step ? replaced(part, rest, by) : part]),
  );
}

/** What a kind refuses in an answer of the right shape, and the words that it proposes with the answers that they make. */
export interface Refusal {
  readonly issue: AnswerIssue;
  readonly repairs: readonly { readonly word: string; readonly value: unknown }[];
}

/** The first thing that the kind refuses in an answer, such as an unlike unit; null where there is none. */
export function refusalIn(value: unknown, criterion: Criterion, rubric: Rubric): Refusal | null {
  const kind = kindOf(criterion.kind);
  const shape = kind.shape(criterion, rubric);
  const issuesOf = (candidate: unknown) => {
    const answer = accept(shape, candidate);
    return answer === REFUSED ? [] : kind.check(answer as never, criterion, rubric);
  };
  const [issue] = issuesOf(value);
  if (issue === undefined) return null;
  const made = issue.candidates.map((word) => ({ word, value: replaced(value, issue.path, word) }));
  return { issue, repairs: made.filter((repair) => issuesOf(repair.value).length === 0) };
}

/** The value with a part that the kind refuses replaced by a word that the kind proposes. */
function mended(value: unknown, criterion: Criterion, rubric: Rubric): unknown {
  return refusalIn(value, criterion, rubric)?.repairs[0]?.value ?? value;
}

function comment(node: unknown, path: Path, comments: ReadonlyMap<string, string>): void {
  if (!isCollection(node)) return;
  if (isSeq(node)) {
    node.flow = node.items.every((item) => isScalar(item));
    node.items.forEach((item, index) => {
      comment(item, [...path, index], comments);
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
    comment(pair.value, at, comments);
  }
}

/** An answer to `criterion` in a description, made from the shape that its kind gives an answer, with what each of its parts is. */
function sampleOf(criterion: Criterion, rubric: Rubric): { value: unknown; comments: ReadonlyMap<string, string> } {
  const sampling = new Sampling(criterion);
  const shape = z.toJSONSchema(zodOf(kindOf(criterion.kind).shape(criterion, rubric)), {
    io: 'input',
    unrepresentable: 'any',
  });
  return { value: mended(sampling.answer(shape), criterion, rubric), comments: sampling.comments };
}

/** An answer to `criterion` as a value. Words in capitals are to be filled in. */
export function answerValue(criterion: Criterion, rubric: Rubric): unknown {
  return sampleOf(criterion, rubric).value;
}

/**
 * A YAML text that answers `criterion` in a description. Words in capitals are to be filled in.
 */
export function answerExample(criterion: Criterion, rubric: Rubric): string {
  const { value, comments } = sampleOf(criterion, rubric);
  const document = new Document({ [criterion.dimension]: { [criterion.id]: value } });
  comment(document.getIn([criterion.dimension, criterion.id]), [], comments);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
