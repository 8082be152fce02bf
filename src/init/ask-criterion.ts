import type { AnswerFields, FormContext, FormQuestion } from '../criteria/criterion-kind.ts';
import { getCriterionKind } from '../criteria/registry.ts';
import { findAnswerIssues } from '../input/description/to-description.ts';
import type { Answer, Description } from '../model/description.ts';
import { HIGHEST, LOWEST } from '../model/level.ts';
import type { PriceReading, QuestionQuote, QuestionReading } from '../model/reading.ts';
import type { Criterion, Rubric } from '../model/rubric.ts';
import { accept, REFUSED } from '../model/schema/accept.ts';
import type { AnySchema } from '../model/schema/schema.ts';
import { describePlace, nameFiles } from '../report/wording/reading.ts';
import { findGradeCap, listCarryingKinds } from '../score/evidence.ts';
import type { DescriptionEntry } from './add-entries.ts';
import { askQuestion, BACK, BACK_CHOICE, walkSteps, writeOrGoBack } from './ask-form.ts';
import { askSources, describeQuote, findStatementKind, type SourceList } from './ask-source.ts';
import { listCandidates } from './assistant/customer-names.ts';
import type { DocumentCase } from './document-case.ts';
import type { PromptChoice, Prompter } from './prompter.ts';

/** Where a criterion is asked for. */
export interface CriterionContext {
  readonly rubric: Rubric;
  readonly prompter: Prompter;
  readonly docs: DocumentCase | null;
  /** The description before the question. */
  readonly description: Description;
  /** The sources that it lists, as its file has them. */
  readonly sources: SourceList;
  readonly track: string | null;
  /** Which question it is, such as `3 of 10`. */
  readonly number: string;
  /** Puts the answer as far as it is given into the file as it was before the question; none restores that. */
  keep(entries: readonly DescriptionEntry[]): void;
}

const UNKNOWN: PromptChoice = { id: '?', label: 'unknown: nobody knows, or not found' };
const NOT_NOW = '-';
const GIVE: PromptChoice = { id: '+', label: 'answer it' };
const NAME_ONE: PromptChoice = { id: '+', label: 'name one' };
const NONE_ID = '0';
const DONE: PromptChoice = { id: '.', label: 'done' };
const DROP_ID = 'x';
/** In front of a name that the documents give, in the id of its choice. */
const NAMED_SIGN = '= ';

/** Passages that are shown with a question. */
const MAX_SHOWN = 3;

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

/** A value as a file states it: without what is empty; a citation without a quote, and an answer without sources, in their short forms. */
function toStated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toStated);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).flatMap(([key, part]) =>
    isEmpty(part) ? [] : [[key, toStated(part)] as const],
  );
  const [first] = fields;
  const isShort = fields.length === 1 && first !== undefined && (first[0] === 'answer' || first[0] === 'id');
  return isShort ? first[1] : Object.fromEntries(fields);
}

/** The fields that an answer, or an item of one, has in a file; others are there for the sake of the questions. */
function listFieldNames(shape: AnySchema): readonly string[] {
  if (shape.kind === 'list') return listFieldNames(shape.item);
  if (shape.kind === 'mapped') return listFieldNames(shape.inner);
  if (shape.kind === 'any-of') return shape.branches.flatMap(listFieldNames);
  return shape.kind === 'mapping' ? Object.keys(shape.fields) : [];
}

/** What a reading says on a question, and the figure that it has for it; nothing without documents. */
function collectPassages(criterion: Criterion, docs: DocumentCase | null) {
  const { dimensions = [], prices = [] } = docs?.reading ?? {};
  const questions = dimensions.flatMap(({ questions }) => questions);
  const { quotes = [], names = [] } = questions.find((entry) => entry.criterion === criterion.id) ?? {};
  return { quotes, names, prices: prices.filter((price) => price.criterion === criterion.id) };
}

/** The project's own figure in the unit that is asked for, as a suggestion to edit. */
function suggestFigure(question: FormQuestion, prices: readonly PriceReading[]): PriceReading | undefined {
  if (question.kind !== 'figure') return undefined;
  return prices.find(
    ({ alternative, party, quote, unit }) =>
      alternative === null &&
      party === null &&
      (quote.whose === 'project' || quote.whose === 'unsaid') &&
      unit === question.unit,
  );
}

/** Asks one criterion. */
export class CriterionForm {
  readonly #criterion: Criterion;
  readonly #context: CriterionContext;
  readonly #form: FormContext;
  readonly #quotes: readonly QuestionQuote[];
  readonly #prices: readonly PriceReading[];
  readonly #names: QuestionReading['names'];
  readonly #current: Answer | undefined;

  constructor(criterion: Criterion, context: CriterionContext) {
    const { rubric, track, description, docs } = context;
    const { quotes, names, prices } = collectPassages(criterion, docs);
    const tracks = rubric.tracks.filter(({ id }) => track === null || id === track);
    this.#criterion = criterion;
    this.#context = context;
    this.#form = { rubric, criterion, track, asOf: description.as_of };
    this.#quotes = quotes;
    this.#prices = prices;
    this.#names = listCandidates(names, description.name, tracks, rubric);
    this.#current = description.answers[criterion.id];
  }

  /** False where they want the question before. @throws Stopped. */
  async ask(): Promise<boolean> {
    const { prompter, docs, number } = this.#context;
    const { title, kind } = this.#criterion;
    const shown = this.#quotes.slice(0, MAX_SHOWN).map((quote) => describeQuote(quote, docs));
    const more = this.#quotes.length - shown.length;
    prompter.tell([`${number}  ${title}`, ...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('\n'));
    return getCriterionKind(kind).isList === true ? this.#askList() : this.#askOne();
  }

  /** The choices that every criterion has, before its own. */
  #listCommonChoices(): readonly PromptChoice[] {
    const current = this.#current;
    const label = current === undefined ? 'not now' : `leave it as it is (${current.status})`;
    return [{ id: NOT_NOW, label }, UNKNOWN, BACK_CHOICE];
  }

  /** Asks what comes first: the choices of the question itself, or whether there is something to say. */
  #askFirst(own: readonly PromptChoice[], question = this.#criterion.question): Promise<string> {
    return this.#context.prompter.choose(question, [...this.#listCommonChoices(), ...own]);
  }

  async #askOne(): Promise<boolean> {
    const { kind } = this.#criterion;
    const { askNext } = getCriterionKind(kind);
    const first = askNext({}, this.#form);
    const choices = first?.kind === 'choice' ? first.choices : [];
    for (;;) {
      const chosen =
        first?.kind === 'choice' && choices.length > 0
          ? await this.#askFirst(choices, first.question)
          : await this.#askFirst([GIVE]);
      if (chosen === NOT_NOW) return true;
      if (chosen === BACK_CHOICE.id) return false;
      if (chosen === UNKNOWN.id) {
        this.#keepStated('unknown', []);
        return true;
      }
      const start = choices.find(({ id }) => id === chosen)?.fields ?? {};
      const keep = (given: AnswerFields) => this.#keepValue(given);
      keep(start);
      if ((await this.#askRest(start, keep)) !== BACK) return true;
      this.#context.keep([]);
    }
  }

  #askRest(start: AnswerFields, keep: (given: AnswerFields) => void): Promise<AnswerFields | typeof BACK> {
    const { askNext } = getCriterionKind(this.#criterion.kind);
    return walkSteps(
      start,
      (given) => {
        const next = askNext(given, this.#form);
        return next === null ? null : () => this.#askNext(next, given);
      },
      keep,
    );
  }

  async #askNext(question: FormQuestion, given: AnswerFields): Promise<AnswerFields | typeof BACK> {
    const { prompter, docs } = this.#context;
    const price = suggestFigure(question, this.#prices);
    if (price !== undefined) prompter.tell(`A figure to check: ${describeQuote(price.quote, docs)}`);
    if (question.kind === 'sources') prompter.tell(this.#describeCarrying(given['answer']));
    const sources = (asked: string) => this.#askSources(asked, given['name']);
    const fields = await askQuestion(question, given, prompter, sources, price && String(price.value));
    return fields === BACK ? BACK : { ...given, ...fields };
  }

  /** Which kinds of sources support the level that was chosen, or else the best one, and how far the project's own word goes. */
  #describeCarrying(answer: unknown): string {
    const { rubric } = this.#context;
    const criterion = this.#criterion;
    const level = criterion.levels.find(({ option }) => option !== null && option === answer)?.level ?? HIGHEST;
    if (level === LOWEST) return 'A document has to show it, however it is known.';
    const kinds = listCarryingKinds(level, criterion, rubric);
    const { id, grade } = findStatementKind(rubric);
    const own = rubric.evidence.grades.find((entry) => entry.id === grade);
    const most = own === undefined || !criterion.needs.kinds.includes(id) ? LOWEST : findGradeCap(own, criterion);
    const further = kinds.includes(id)
      ? ''
      : `\nA ${id}, the word of the project, supports ${most === LOWEST ? 'none' : `level ${most} at most`}.`;
    return `Level ${level} is supported by: ${kinds.join(', ')}.${further}`;
  }

  /** @param name of the item that is asked for; the passages that name it come first. */
  #askSources(question: string, name: unknown): Promise<readonly unknown[] | typeof BACK> {
    const { rubric, prompter, docs, sources, description } = this.#context;
    const asked = docs?.reading.dimensions.flatMap(({ questions }) => questions.flatMap(({ quotes }) => quotes)) ?? [];
    const naming = typeof name === 'string' ? asked.filter(({ text }) => text.includes(name)) : [];
    const quotes = [...new Map([...naming, ...this.#quotes].map((quote) => [quote.text, quote])).values()];
    return askSources(question, quotes, sources, { rubric, prompter, docs, asOf: description.as_of });
  }

  async #askList(): Promise<boolean> {
    let items: readonly AnswerFields[] =
      this.#current?.status === 'answered' ? (toStated(this.#current.value) as readonly AnswerFields[]) : [];
    const none = this.#criterion.levels[0]?.means ?? '';
    for (;;) {
      const count = items.length === 1 ? '1 entry' : `${items.length} entries`;
      const named = this.#listNamed(items);
      const chosen =
        items.length === 0
          ? await this.#askFirst([...named, NAME_ONE, { id: NONE_ID, label: `none: ${none}` }])
          : await this.#context.prompter.choose(`${this.#criterion.title}: ${count}`, [
              DONE,
              BACK_CHOICE,
              ...named,
              { ...NAME_ONE, label: 'another one' },
              { id: DROP_ID, label: `remove the last one, ${Object.values(items.at(-1) ?? {})[0]}` },
            ]);
      if (chosen === DONE.id || chosen === NOT_NOW) return true;
      if (chosen === BACK_CHOICE.id) return false;
      if (chosen === UNKNOWN.id) {
        this.#keepStated('unknown', []);
        return true;
      }
      if (chosen === NONE_ID) {
        this.#keepValue([]);
        return true;
      }
      if (chosen === DROP_ID) items = items.slice(0, -1);
      const before = items;
      const name = chosen.startsWith(NAMED_SIGN) ? chosen.slice(NAMED_SIGN.length) : null;
      if (chosen === NAME_ONE.id || name !== null) {
        const said = await this.#askItem(name, (item) => this.#keepItems([...before, item]));
        if (said === null && items.length > 0) return true;
        if (said !== null && said !== BACK) items = [...items, said];
      }
      this.#keepItems(items);
    }
  }

  /** The names that the documents give and nobody has confirmed yet, each the beginning of a form. */
  #listNamed(items: readonly AnswerFields[]): readonly PromptChoice[] {
    const taken = items.map(({ name }) => name);
    const nameFile = nameFiles(this.#context.docs?.documents.map(({ document }) => document.file) ?? []);
    return this.#names
      .filter(({ name }) => !taken.includes(name))
      .map(({ name, quote }) => ({
        id: NAMED_SIGN + name,
        label: `${name}, named in ${describePlace(quote.place, nameFile) || 'the document'}: ask about it`,
      }));
  }

  /** One entry of a list, of which the name may be known; null where an empty name says that there is none. */
  async #askItem(known: string | null, keep: (item: AnswerFields) => void): Promise<AnswerFields | null | typeof BACK> {
    const { prompter } = this.#context;
    const first = getCriterionKind(this.#criterion.kind).askNext({}, this.#form);
    if (first?.kind !== 'text') return this.#askRest({}, keep);
    if (known !== null) return this.#askRest(first.fieldsOf(known), keep);
    for (;;) {
      const { question, example } = first;
      const text = await writeOrGoBack(question, prompter, { example, isOptional: true });
      if (text === BACK || text === '') return text === BACK ? BACK : null;
      const start = first.fieldsOf(text);
      keep(start);
      const said = await this.#askRest(start, keep);
      if (said !== BACK) return said;
    }
  }

  #keepItems(items: readonly AnswerFields[]): void {
    if (items.length > 0) this.#keepValue(items);
    else if (this.#current?.status === 'answered') this.#keepStated(undefined, []);
    else this.#context.keep([]);
  }

  /** Keeps an answer where it is already one, and takes it back where it is not. */
  #keepValue(given: unknown): void {
    const { rubric, sources, keep } = this.#context;
    const criterion = this.#criterion;
    const kind = getCriterionKind(criterion.kind);
    const shape: AnySchema = kind.shape(criterion, rubric);
    const names = listFieldNames(shape);
    const pick = (fields: AnswerFields) =>
      Object.fromEntries(Object.entries(fields).filter(([key]) => names.includes(key)));
    const stated = toStated(Array.isArray(given) ? given.map(pick) : pick(given as AnswerFields));
    const value = accept(shape, stated);
    const answer: Answer = { status: 'answered', value };
    const isSound =
      value !== REFUSED && findAnswerIssues({ criterion, answer }, new Set(sources.keys()), rubric).length === 0;
    if (isSound)
      this.#keepStated(
        stated,
        kind.citations(value as never).map(({ id }) => id),
      );
    else keep([]);
  }

  #keepStated(value: unknown, cited: readonly string[]): void {
    const { description, sources, keep } = this.#context;
    const { dimension, id } = this.#criterion;
    const listed = new Set(description.sources.map((source) => source.id));
    const added = [...sources].filter(([source]) => cited.includes(source) && !listed.has(source));
    keep([
      ...added.map(([source, fields]): DescriptionEntry => ({ path: ['sources', source], value: fields })),
      { path: [dimension, id], value },
    ]);
  }
}
