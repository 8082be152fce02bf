import { readWrittenNumber } from '../input/problems/written-number.ts';
import { accept, REFUSED } from '../model/schema/accept.ts';
import type { AnySchema, Schema } from '../model/schema/schema.ts';
import type { PromptChoice, Prompter } from './prompter.ts';

/** Fields of an answer that no question is asked for: they can be written into the file. */
const OMITTED_FIELDS = ['disputed_by', 'note', 'class_sources'];

/** What stands for a field that is left out. */
const NOT_STATED = 'not stated';
const ANOTHER = 'another';

/** How the sources of an answer are asked for. */
export type SourceQuestion = () => Promise<readonly string[]>;

interface UnwrappedField {
  readonly shape: AnySchema;
  readonly isOptional: boolean;
  readonly description: string | null;
}

/** The shape of what is written, without what is made of it. */
export function unwrap(shape: AnySchema): UnwrappedField {
  const description = shape.about?.description ?? null;
  switch (shape.kind) {
    case 'mapped':
    case 'nullable':
    case 'optional':
    case 'defaulted': {
      const inner = unwrap(shape.inner);
      const isOptional = inner.isOptional || shape.kind !== 'mapped';
      return { ...inner, isOptional, description: description ?? inner.description };
    }
    default:
      return { shape, isOptional: false, description };
  }
}

/** The words that a value can be, each with the value; null where it can be anything else. */
function listValueChoices(shape: AnySchema): readonly (PromptChoice & { readonly value: unknown })[] | null {
  switch (shape.kind) {
    case 'truth':
      return [
        { id: 'yes', label: 'yes', value: true },
        { id: 'no', label: 'no', value: false },
      ];
    case 'word':
      return [{ id: String(shape.word), label: String(shape.word), value: shape.word }];
    case 'one-of':
      return shape.words.map((word, index) => {
        const means = shape.about?.words?.[index]?.means;
        return { id: String(word), label: means === undefined ? String(word) : `${word}: ${means}`, value: word };
      });
    default:
      return null;
  }
}

/** What a text must be, in a sentence. */
function describeText(shape: AnySchema): string {
  switch (shape.kind) {
    case 'number': {
      const least = shape.least === null ? '' : `, ${shape.least} or more`;
      const most = shape.most === null ? '' : `, ${shape.most} or less`;
      return `A number${least}${most}, such as 2.65.`;
    }
    case 'web-address':
      return 'A full address, such as https://example.org.';
    case 'text':
      return 'At least one letter.';
    case 'tested':
      return `This is ${shape.test.what}. ${shape.test.fix}`;
    default:
      return 'Not valid here.';
  }
}

/** A number as it is typed. */
function parseNumber(text: string): number {
  return text.trim() === '' ? Number.NaN : (readWrittenNumber(text)?.value ?? Number(text));
}

/** Asks for one text or figure that fits a shape; an empty text is none where it is optional. */
export async function askText(
  shape: AnySchema,
  question: string,
  prompter: Prompter,
  {
    isOptional = false,
    ...more
  }: { readonly example?: string; readonly preset?: string; readonly isOptional?: boolean } = {},
): Promise<string | number> {
  const inner = unwrap(shape).shape;
  const read = inner.kind === 'number' ? parseNumber : (text: string) => text.trim();
  const isFit = (text: string) =>
    (isOptional && text.trim() === '') || accept(inner as Schema<unknown>, read(text)) !== REFUSED;
  const refuse = (text: string) => (isFit(text) ? null : describeText(inner));
  const text = await prompter.write(question, { ...more, refuse });
  return read(text);
}

async function askMapping(
  fields: Readonly<Record<string, AnySchema>>,
  prompter: Prompter,
  sources: SourceQuestion,
): Promise<Record<string, unknown>> {
  const answer: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(fields)) {
    if (OMITTED_FIELDS.includes(key)) continue;
    const { shape, isOptional, description } = unwrap(field);
    if (key === 'sources') {
      const ids = await sources();
      if (ids.length > 0) answer[key] = ids;
      continue;
    }
    const isOpen = shape.kind !== 'any-of' && listValueChoices(shape) === null;
    if (isOptional && (isOpen || shape.kind === 'word')) continue;
    const value = await askValue(field, description === null ? key : `${key}: ${description}`, prompter, sources);
    if (value !== undefined) answer[key] = value;
  }
  return answer;
}

async function askList(
  item: AnySchema,
  question: string,
  prompter: Prompter,
  sources: SourceQuestion,
): Promise<readonly unknown[]> {
  const items: unknown[] = [];
  const choices = ['no', 'yes'].map((id) => ({ id, label: id }));
  for (;;) {
    items.push(await askValue(item, question, prompter, sources));
    if ((await prompter.choose('Add another one?', choices)) === 'no') return items;
  }
}

/** Asks for a value of a shape as a file would state it; undefined for a field that is left out. @throws Stopped. */
export async function askValue(
  field: AnySchema,
  question: string,
  prompter: Prompter,
  sources: SourceQuestion,
): Promise<unknown> {
  const { shape, isOptional } = unwrap(field);
  switch (shape.kind) {
    case 'mapping':
      return askMapping(shape.fields, prompter, sources);
    case 'list':
      return askList(shape.item, question, prompter, sources);
    case 'text':
    case 'web-address':
    case 'number':
      return askText(field, question, prompter);
    case 'record':
      throw new Error('no answer is a mapping with free keys');
    default: {
      const branches = shape.kind === 'any-of' ? shape.branches.map((branch) => unwrap(branch).shape) : [shape];
      const words = branches.flatMap((branch) => listValueChoices(branch) ?? []);
      const open = branches.find((branch) => listValueChoices(branch) === null);
      const hasUnknown = words.some(({ id }) => id === 'unknown');
      const chosen = await prompter.choose(question, [
        ...words,
        ...(open === undefined ? [] : [{ id: ANOTHER, label: 'another one, to be named' }]),
        ...(isOptional && !hasUnknown ? [{ id: NOT_STATED, label: NOT_STATED }] : []),
      ]);
      if (chosen === NOT_STATED) return undefined;
      if (chosen === ANOTHER && open !== undefined) return askValue(open, question, prompter, sources);
      return words.find(({ id }) => id === chosen)?.value;
    }
  }
}
