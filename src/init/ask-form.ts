import type { AnswerFields, FormChoice, FormQuestion } from '../criteria/criterion-kind.ts';
import { readWrittenNumber } from '../input/problems/written-number.ts';
import { accept, REFUSED } from '../model/schema/accept.ts';
import type { AnySchema } from '../model/schema/schema.ts';
import type { PromptChoice, Prompter } from './prompter.ts';

/** They want the question before. */
export const BACK: unique symbol = Symbol('back');

/** A choice that is on every list. Its sign keeps its id apart from all ids of a rubric. */
export const BACK_CHOICE: PromptChoice = { id: '<', label: 'back' };

/** What is typed where there is no list. */
const BACK_HINT = `${BACK_CHOICE.id} to go back`;

/**
 * Asks step by step, until there is none left; the way back leads to the step before, and from the first one out of the whole.
 * @param next the step to take by what is known; null where nothing is missing.
 */
export async function walkSteps<T>(
  start: T,
  next: (known: T) => (() => Promise<T | typeof BACK>) | null,
  keep: (known: T) => void = () => {},
): Promise<T | typeof BACK> {
  const trail = [start];
  for (;;) {
    const known = trail.at(-1);
    if (known === undefined) return BACK;
    const step = next(known);
    if (step === null) return known;
    const reply = await step();
    if (reply === BACK) trail.pop();
    else trail.push(reply);
    keep(trail.at(-1) ?? start);
  }
}

/** Asks for a choice, with the way back on top; `preset` is where the cursor is, by default on the first choice. */
export async function chooseOrGoBack(
  question: string,
  choices: readonly PromptChoice[],
  prompter: Prompter,
  preset: string | undefined = choices[0]?.id,
): Promise<string | typeof BACK> {
  const chosen = await prompter.choose(question, [BACK_CHOICE, ...choices], preset);
  return chosen === BACK_CHOICE.id ? BACK : chosen;
}

interface TextPrompt {
  readonly example?: string;
  readonly preset?: string | undefined;
  readonly isOptional?: boolean;
  readonly refuse?: (text: string) => string | null;
}

/** Asks for a text, trimmed; an empty one is refused unless it is optional. */
export async function writeOrGoBack(
  question: string,
  prompter: Prompter,
  { example, preset, isOptional = false, refuse: check }: TextPrompt = {},
): Promise<string | typeof BACK> {
  const text = await prompter.write(`${question} (${isOptional ? 'empty to skip, ' : ''}${BACK_HINT})`, {
    ...(example === undefined ? {} : { example }),
    ...(preset === undefined ? {} : { preset }),
    refuse(written) {
      const plain = written.trim();
      if (plain === BACK_CHOICE.id) return null;
      if (plain === '') return isOptional ? null : 'Write something, or go back.';
      return check?.(plain) ?? null;
    },
  });
  return text.trim() === BACK_CHOICE.id ? BACK : text.trim();
}

/** True where a word is short for another: `hr` for hour, `mo` for month. */
function isShortFor(short: string, word: string): boolean {
  if (short[0] !== word[0]) return false;
  let at = 0;
  for (const letter of word) if (letter === short[at]) at += 1;
  return at === short.length;
}

const splitWords = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];

/** What a figure is of, as written, that the unit asked for does not say; null where it says all of it. */
function findForeignUnit(text: string, written: string, unit: string): string | null {
  const known = splitWords(unit);
  const [sign] = /[€£]/.exec(text) ?? [];
  if (sign !== undefined && !unit.includes(sign)) return sign;
  const [currency] = /^\p{Lu}{3}(?= ?\d)|(?<=\d ?)\p{Lu}{3}\b/u.exec(text) ?? [];
  if (currency !== undefined && !known.includes(currency.toLowerCase())) return currency;
  if (written === '%') return /%|per ?cent/i.test(unit) ? null : written;
  const isKnown = splitWords(written).every((word) => known.some((own) => isShortFor(word, own)));
  return isKnown ? null : written;
}

/** The payment of which a fee in the unit is a part, as in `USD fee on a 0.05 USD payment`; null for any other unit. */
function findFixedAmount(unit: string): number | null {
  const [, currency, amount] = /^(\p{Lu}{3}) fee on an? (\d+(?:\.\d+)?) \1\b/u.exec(unit) ?? [];
  return currency === undefined ? null : Number(amount);
}

/** A figure in a unit as people write it, such as `$1.49/hour` or `4k`, or why it is not one. */
export function readFigure(
  text: string,
  unit: string,
  shape: AnySchema,
  example?: string,
): { readonly value: number } | { readonly refusal: string } {
  const written = readWrittenNumber(text);
  const part = written?.unit === '%' ? findFixedAmount(unit) : null;
  if (written !== null && part !== null) return { value: Number(((written.value * part) / 100).toPrecision(12)) };
  const value = written?.value ?? Number(text.trim() === '' ? Number.NaN : text);
  if (Number.isNaN(value)) return { refusal: 'Write a number, such as 2.65, $1.49 or 4k.' };
  const foreign = written === null ? null : findForeignUnit(text.trim(), written.unit, unit);
  if (foreign !== null)
    return {
      refusal: `Convert it first: the figure must be in ${unit}, not ${foreign}.${example === undefined ? '' : ` Write a number such as ${example}.`}`,
    };
  if (accept(shape, value) !== REFUSED) return { value };
  const { least = null, most = null } = shape.kind === 'number' ? shape : {};
  const isTooLow = least !== null && value < least;
  return {
    refusal: isTooLow
      ? least < 1e-6 && least > 0
        ? 'The figure has to be above 0.'
        : `At least ${least}.`
      : `At most ${most}.`,
  };
}

/** How the sources of an answer are asked for; the value goes into the field that cites them. */
export type SourceAsker = (question: string) => Promise<readonly unknown[] | typeof BACK>;

/** Puts a value at a key, or at a key within a key. */
function placeField(given: AnswerFields, key: string, value: unknown): AnswerFields {
  const [outer = '', inner] = key.split('.');
  if (inner === undefined) return { [outer]: value };
  return { [outer]: { ...(given[outer] as AnswerFields), [inner]: value } };
}

/** The choices of a question of its own kind, to be put behind those that every question has. */
function toPromptChoices(choices: readonly FormChoice[]): readonly PromptChoice[] {
  return choices.map(({ id, label }) => ({ id, label }));
}

/** Asks one question of a form for the fields that it fills. @throws Stopped. */
export async function askQuestion(
  question: FormQuestion,
  given: AnswerFields,
  prompter: Prompter,
  sources: SourceAsker,
  preset?: string,
): Promise<AnswerFields | typeof BACK> {
  switch (question.kind) {
    case 'choice': {
      const chosen = await chooseOrGoBack(question.question, toPromptChoices(question.choices), prompter);
      return chosen === BACK ? BACK : (question.choices.find(({ id }) => id === chosen)?.fields ?? {});
    }
    case 'text': {
      const text = await writeOrGoBack(question.question, prompter, { example: question.example, preset });
      return text === BACK ? BACK : question.fieldsOf(text);
    }
    case 'figure': {
      const { unit, shape, example } = question;
      const refuse = (text: string) => {
        const read = readFigure(text, unit, shape, example);
        return 'refusal' in read ? read.refusal : null;
      };
      const text = await writeOrGoBack(question.question, prompter, {
        ...(example === undefined ? {} : { example }),
        preset,
        refuse,
      });
      if (text === BACK) return BACK;
      const read = readFigure(text, unit, shape);
      return 'value' in read ? question.fieldsOf(read.value) : {};
    }
    case 'sources': {
      const cited = await sources(question.question);
      return cited === BACK ? BACK : placeField(given, question.key, cited);
    }
  }
}
