import { getCriterionKind } from '../criteria/registry.ts';
import type { Criterion, Rubric } from '../model/rubric.ts';
import { accept, REFUSED } from '../model/schema/accept.ts';
import { type AnySchema, trimmedText } from '../model/schema/schema.ts';
import { findRepairableIssue } from '../rubric-pages/answer-example.ts';
import { askText, askValue, type SourceQuestion, unwrap } from './ask-value.ts';
import { type PromptChoice, type Prompter, StoppedError } from './prompter.ts';
import type { AnswerHint } from './read-memo-hints.ts';
import { toInlineYaml } from './yaml-value.ts';

type CriterionReply = { readonly status: 'answered'; readonly value: unknown } | { readonly status: 'skipped' };

const UNKNOWN: PromptChoice = { id: 'unknown', label: 'unknown: not found or not looked for' };
const SKIP: PromptChoice = { id: 'skip', label: 'skip for now' };
const STOP: PromptChoice = { id: 'stop', label: 'stop here and save' };
const NONE = 'none';
const ANSWER_IT: readonly PromptChoice[] = [{ id: 'give', label: 'answer it' }];
const NAME_ONE: readonly PromptChoice[] = [
  { id: 'give', label: 'name one' },
  { id: NONE, label: 'none' },
];
const MEMO = 'as the memo says';

/** The shape of an answer that is one statement, with or without its sources; null for any other. */
function findStatementField(shape: AnySchema): AnySchema | null {
  if (shape.kind !== 'any-of') return null;
  const full = shape.branches.map((branch) => unwrap(branch).shape).find(({ kind }) => kind === 'mapping');
  return full?.kind === 'mapping' ? (full.fields['answer'] ?? null) : null;
}

/** What a description says where nothing is known: the search that found nothing, or `unknown` alone where there was none. */
async function askSearch(prompter: Prompter, today: string): Promise<unknown> {
  const question = 'Where did you look? Comma-separated; leave empty if nobody has looked';
  const text = await askText(trimmedText, question, prompter, { example: 'docs, forum', isOptional: true });
  const where = String(text)
    .split(',')
    .map((place) => place.trim())
    .filter((place) => place !== '');
  return where.length === 0 ? 'unknown' : { unknown: { searched: today, where } };
}

/** The words of a choice that are options of the criterion. */
function listLevelChoices({ levels }: Criterion): readonly PromptChoice[] {
  return levels.flatMap(({ option, means }) => (option === null ? [] : [{ id: option, label: `${option}: ${means}` }]));
}

/** Asks until the kind of the criterion accepts the answer; null where it can't be repaired. */
async function repairAnswer(
  value: unknown,
  criterion: Criterion,
  rubric: Rubric,
  prompter: Prompter,
): Promise<unknown> {
  const refusal = findRepairableIssue(value, criterion, rubric);
  if (refusal === null) return value;
  const { what, fix } = refusal.issue;
  prompter.tell(`${what}. ${fix}`);
  if (refusal.repairs.length === 0) return null;
  const word = await prompter.choose('Which one is it?', [
    ...refusal.repairs.map((repair) => ({ id: repair.word, label: repair.word })),
    SKIP,
  ]);
  return refusal.repairs.find((repair) => repair.word === word)?.value ?? null;
}

function isAcceptable(value: unknown, shape: AnySchema, criterion: Criterion, rubric: Rubric): boolean {
  return accept(shape, value) !== REFUSED && findRepairableIssue(value, criterion, rubric) === null;
}

/** Asks one criterion. @throws Stopped. */
export async function askAnswer(
  criterion: Criterion,
  rubric: Rubric,
  prompter: Prompter,
  sources: SourceQuestion,
  today: string,
  hints: readonly AnswerHint[] = [],
): Promise<CriterionReply> {
  const { title, question, unit } = criterion;
  const shape: AnySchema = getCriterionKind(criterion.kind).shape(criterion, rubric);
  const statement = findStatementField(shape);
  const levels = listLevelChoices(criterion);
  const sound = hints.filter(({ value }) => isAcceptable(value, shape, criterion, rubric));
  if (levels.length === 0)
    for (const { level, means } of criterion.levels) prompter.tell(`${title}, level ${level}: ${means}`);
  const chosen = await prompter.choose(`${title}. ${question}`, [
    ...sound.map(({ value }, index) => ({ id: `${MEMO} ${index}`, label: `${MEMO}: ${toInlineYaml(value)}` })),
    ...(levels.length > 0 ? levels : shape.kind === 'list' ? NAME_ONE : ANSWER_IT),
    UNKNOWN,
    SKIP,
    STOP,
  ]);
  if (chosen === STOP.id) throw new StoppedError();
  if (chosen === SKIP.id) return { status: 'skipped' };
  if (chosen === UNKNOWN.id) return { status: 'answered', value: await askSearch(prompter, today) };
  const hint = sound.find((_, index) => chosen === `${MEMO} ${index}`);
  if (statement !== null) {
    const said =
      hint?.value ??
      (levels.length > 0
        ? chosen
        : await askText(statement, unit === null ? question : `${title}, in ${unit}`, prompter));
    const ids = await sources();
    return { status: 'answered', value: ids.length === 0 ? said : { answer: said, sources: ids } };
  }
  if (hint !== undefined) return { status: 'answered', value: hint.value };
  if (chosen === NONE) return { status: 'answered', value: [] };
  const value = await repairAnswer(await askValue(shape, title, prompter, sources), criterion, rubric, prompter);
  return value === null ? { status: 'skipped' } : { status: 'answered', value };
}
