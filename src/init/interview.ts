import { assess } from '../assess.ts';
import { classify } from '../classify/classify.ts';
import { parseFirstDay } from '../model/day.ts';
import type { Description } from '../model/description.ts';
import type { Criterion, Rubric } from '../model/rubric.ts';
import { type Schema, trimmedText, webAddress } from '../model/schema/schema.ts';
import { describeInferredTrack, describeInterimVerdict } from '../report/wording/interim.ts';
import { addEntries, type DescriptionEntry } from './add-entries.ts';
import { askAnswer } from './ask-answer.ts';
import { askSources } from './ask-source.ts';
import { askText } from './ask-value.ts';
import { beginDescription, type InitInput } from './begin-description.ts';
import type { MemoHints } from './hint.ts';
import { type Prompter, StoppedError } from './prompter.ts';

export interface InterviewContext {
  readonly rubric: Rubric;
  readonly asker: Prompter;
  readonly memo: MemoHints | null;
  readonly today: string;
  /** How the file is called. */
  readonly file: string;
  /** A text as a description. @throws Error where it is none, since every text here is made by the program. */
  read(text: string): Promise<Description>;
}

/** Where an interview ended: the text of the file so far, null where too little was said to begin one. */
export interface InterviewResult {
  readonly text: string | null;
  readonly isStopped: boolean;
}

const INFER_TRACK = 'leave it to the summary';

/** A text that may be left out. */
async function askOptional(
  question: string,
  shape: Schema<string>,
  example: string,
  asker: Prompter,
): Promise<string | null> {
  const text = await askText(shape, question, asker, { example, isOptional: true });
  return text === '' ? null : String(text);
}

/** Asks for what is said at the top of a description, keeping it in `said` as it comes. */
async function askHead(
  said: Record<keyof Omit<InitInput, 'entries'>, string | null>,
  setting: InterviewContext,
): Promise<void> {
  const { asker, rubric, memo, today } = setting;
  said.name ??= String(
    await askText(trimmedText, 'Name of the project', asker, {
      example: 'Example Network',
      ...(memo?.name ? { preset: memo.name.text } : {}),
    }),
  );
  said.summary ??= String(
    await askText(trimmedText, 'What does it sell, and to whom? In plain words: the track is heard in this', asker, {
      example: 'Rents out idle GPUs by the hour to AI labs.',
      ...(memo?.summary ? { preset: memo.summary.text } : {}),
    }),
  );
  const heard = classify(said.summary, rubric.classifier);
  asker.tell(describeInferredTrack(heard));
  if (said.track === null) {
    const tracks = rubric.tracks.map(({ id, means }) => ({ id, label: `${id}: ${means}` }));
    const leave = heard.status === 'outside' ? [] : [{ id: INFER_TRACK, label: INFER_TRACK }];
    const chosen = await asker.choose('Which track do you say it is?', [...leave, ...tracks], heard.track ?? undefined);
    said.track = chosen === INFER_TRACK ? null : chosen;
  }
  const isDay = (text: string) => text.length === 10 && parseFirstDay(text) === text;
  said.asOf ??= await asker.write('The day that the description is true for', {
    example: today,
    preset: today,
    refuse: (text) => (isDay(text) ? null : 'A whole day, such as 2026-06-29.'),
  });
  said.offer ??= await askOptional(
    'What can a buyer buy today? Empty for not now',
    trimmedText,
    'On-demand H100 rental',
    asker,
  );
  said.website ??= await askOptional(
    "The project's own website? Empty for not now",
    webAddress,
    'https://example.org',
    asker,
  );
}

/** The criteria that are still open, the heaviest on the track first. */
async function listOpenCriteria(text: string, setting: InterviewContext): Promise<readonly Criterion[]> {
  const { rubric } = setting;
  const { dimensions } = assess(await setting.read(text), rubric);
  return dimensions
    .flatMap(({ criteria }) => criteria)
    .filter((entry) => entry.status === 'unknown' && !entry.stated)
    .sort((a, b) => readShare(b) - readShare(a) || (a.id < b.id ? -1 : 1))
    .flatMap(({ id }) => rubric.criteria.find((criterion) => criterion.id === id) ?? []);
}

function readShare(entry: object): number {
  return 'share' in entry && typeof entry.share === 'number' ? entry.share : 0;
}

/** Walks the open criteria and hands over the text after each answer. */
async function askCriteria(begun: string, setting: InterviewContext, keep: (text: string) => void): Promise<void> {
  const { rubric, asker, memo } = setting;
  let text = begun;
  const open = await listOpenCriteria(text, setting);
  if (open.length === 0) asker.tell('Every question of the track has an answer.');
  for (const criterion of open) {
    const hints = (memo?.answers ?? []).filter((hint) => hint.criterion === criterion.id);
    for (const { line: number, said } of hints) asker.tell(`${memo?.file}:${number} says: ${said}`);
    const { sources, as_of: asOf } = await setting.read(text);
    const listed = new Map(sources.map(({ id, title }) => [id, title]));
    const added: DescriptionEntry[] = [];
    const choose = () =>
      askSources(listed, rubric, asOf, asker, (id, value) => {
        listed.set(id, value['title'] ?? '');
        added.push({ path: ['sources', id], value });
      });
    const said = await askAnswer(criterion, rubric, asker, choose, hints);
    if (said.status === 'skipped') continue;
    text = addEntries(text, [...added, { path: [criterion.dimension, criterion.id], value: said.value }]);
    keep(text);
    asker.tell(describeInterimVerdict(assess(await setting.read(text), rubric)));
  }
}

/**
 * Asks for a description, a new one or one that was begun, until everything has an answer or they stop. What was answered by then is
 * in the text; it is always a description that can be scored.
 */
export async function runInterview(
  before: string | null,
  given: InitInput,
  setting: InterviewContext,
): Promise<InterviewResult> {
  const { memo, file, today, rubric } = setting;
  const said = { ...given };
  let text = before;
  const isEnough = () => said.name !== null && said.summary !== null;
  const begun = () => beginDescription(said, memo, file, today, rubric);
  try {
    if (text === null) {
      await askHead(said, setting);
      text = begun();
    }
    await askCriteria(text, setting, (kept) => {
      text = kept;
    });
    return { text, isStopped: false };
  } catch (error) {
    if (!(error instanceof StoppedError)) throw error;
    if (text === null && isEnough()) text = begun();
    return { text, isStopped: true };
  }
}
