import { assess } from '../assess.ts';
import { classify } from '../classify/classify.ts';
import { isDay, listMeantDates } from '../model/day.ts';
import type { Description } from '../model/description.ts';
import type { Criterion, Rubric } from '../model/rubric.ts';
import { type Schema, trimmedText, webAddress } from '../model/schema/schema.ts';
import { describeInferredTrack, describeInterimVerdict } from '../report/wording/interim.ts';
import { addEntries, type DescriptionEntry } from './add-entries.ts';
import { askAnswer } from './ask-answer.ts';
import { askSources } from './ask-source.ts';
import { askText } from './ask-value.ts';
import { beginDescription, type InitInput } from './begin-description.ts';
import { type Prompter, StoppedError } from './prompter.ts';
import type { MemoHints } from './read-memo-hints.ts';

export interface InterviewContext {
  readonly rubric: Rubric;
  readonly prompter: Prompter;
  readonly memo: MemoHints | null;
  readonly today: string;
  /** How the file is called. */
  readonly file: string;
  /** A text as a description. @throws Error where it is not one, since every text here is made by the program. */
  read(text: string): Promise<Description>;
}

/** Where an interview ended: the text of the file so far, null where too little was said to begin one. */
export interface InterviewResult {
  readonly text: string | null;
  readonly isStopped: boolean;
}

const INFER_TRACK = 'infer it from the summary';

/** Asks for the keys at the top of a description and puts each answer into `said`. */
async function askHead(
  said: Record<keyof Omit<InitInput, 'entries'>, string | null>,
  context: InterviewContext,
): Promise<void> {
  const { prompter, rubric, memo, today } = context;
  const askRequired = async (question: string, example: string, hint: { readonly text: string } | null | undefined) =>
    String(await askText(trimmedText, question, prompter, { example, ...(hint ? { preset: hint.text } : {}) }));
  const askOptional = async (question: string, shape: Schema<string>, example: string) =>
    String(await askText(shape, question, prompter, { example, isOptional: true })) || null;
  said.name ??= await askRequired('Name of the project', 'Example Network', memo?.name);
  said.summary ??= await askRequired(
    'What does it sell, and to whom? In plain words: the track is inferred from this',
    'Rents out idle GPUs by the hour to AI labs.',
    memo?.summary,
  );
  const heard = classify(said.summary, rubric.classifier);
  prompter.tell(describeInferredTrack(heard));
  if (said.track === null) {
    const tracks = rubric.tracks.map(({ id, means }) => ({ id, label: `${id}: ${means}` }));
    const leave = heard.status === 'outside' ? [] : [{ id: INFER_TRACK, label: INFER_TRACK }];
    const chosen = await prompter.choose('Which track is it?', [...leave, ...tracks], heard.track ?? undefined);
    said.track = chosen === INFER_TRACK ? null : chosen;
  }
  const listDays = (text: string) => listMeantDates(text).filter(isDay);
  said.asOf ??=
    listDays(
      await prompter.write('As of which date is the description true?', {
        example: today,
        preset: today,
        refuse: (text) => {
          const days = listDays(text);
          if (days.length === 1) return null;
          return days.length === 0 ? 'A full date, such as 2026-06-29.' : `${days.join(' or ')}?`;
        },
      }),
    )[0] ?? today;
  const offer = 'What can a buyer buy today? Leave empty to skip';
  said.offer ??= await askOptional(offer, trimmedText, 'On-demand H100 rental');
  const website = "The project's own website? Leave empty to skip";
  said.website ??= await askOptional(website, webAddress, 'https://example.org');
}

/** The criteria that are still open, the heaviest on the track first. */
async function listOpenCriteria(text: string, context: InterviewContext): Promise<readonly Criterion[]> {
  const { rubric } = context;
  const { dimensions } = assess(await context.read(text), rubric);
  return dimensions
    .flatMap(({ criteria }) => criteria)
    .filter((entry) => entry.status === 'unknown' && !entry.stated)
    .sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1))
    .flatMap(({ id }) => rubric.criteria.find((criterion) => criterion.id === id) ?? []);
}

/** Asks the open criteria in turn; `keep` takes the text after each answer. */
async function askCriteria(begun: string, context: InterviewContext, keep: (text: string) => void): Promise<void> {
  const { rubric, prompter, memo, today } = context;
  let text = begun;
  const open = await listOpenCriteria(text, context);
  if (open.length === 0) prompter.tell('All questions of the track are answered.');
  for (const criterion of open) {
    const hints = (memo?.answers ?? []).filter((hint) => hint.criterion === criterion.id);
    for (const { line: number, said } of hints) prompter.tell(`${memo?.file}:${number} says: ${said}`);
    const { sources, as_of: asOf } = await context.read(text);
    const listed = new Map(sources.map(({ id, title }) => [id, title]));
    const added: DescriptionEntry[] = [];
    const choose = () =>
      askSources(listed, rubric, asOf, prompter, (id, value) => {
        listed.set(id, value['title'] ?? '');
        added.push({ path: ['sources', id], value });
      });
    const said = await askAnswer(criterion, rubric, prompter, choose, today, hints);
    if (said.status === 'skipped') continue;
    text = addEntries(text, [...added, { path: [criterion.dimension, criterion.id], value: said.value }]);
    keep(text);
    prompter.tell(describeInterimVerdict(assess(await context.read(text), rubric)));
  }
}

/**
 * Asks for a description, a new or a begun one, until everything is answered or the user stops. The text holds all answers so far, and
 * can always be scored.
 */
export async function runInterview(
  before: string | null,
  given: InitInput,
  context: InterviewContext,
): Promise<InterviewResult> {
  const { memo, file, today, rubric } = context;
  const said = { ...given };
  let text = before;
  const isEnough = () => said.name !== null && said.summary !== null;
  const begun = () => beginDescription(said, memo, file, today, rubric);
  try {
    if (text === null) {
      await askHead(said, context);
      text = begun();
    }
    await askCriteria(text, context, (kept) => {
      text = kept;
    });
    return { text, isStopped: false };
  } catch (error) {
    if (!(error instanceof StoppedError)) throw error;
    if (text === null && isEnough()) text = begun();
    return { text, isStopped: true };
  }
}
