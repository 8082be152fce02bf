import { assess } from '../assess.ts';
import { OUTSIDE } from '../classify/score-tracks.ts';
import type { Description } from '../model/description.ts';
import type { Report } from '../model/report.ts';
import type { Criterion, Requirement, Rubric } from '../model/rubric.ts';
import { describeInterimVerdict } from '../report/wording/interim.ts';
import { CriterionForm } from './ask-criterion.ts';
import { BACK, chooseOrGoBack } from './ask-form.ts';
import { askHeadField } from './ask-head.ts';
import { askDocumentDate, type RawSource } from './ask-source.ts';
import { HEAD_FIELDS, type HeadField, type HeadValues, PLACEHOLDER_SUMMARY } from './begin-description.ts';
import { addFileEntries } from './description-file.ts';
import type { DocumentCase } from './document-case.ts';
import { type PromptChoice, type Prompter, StoppedError } from './prompter.ts';

/** The file that an interview writes: it holds every answer as soon as that is given. */
export interface InterviewFile {
  readonly name: string;
  /** What it holds; null where it is not there yet. */
  text: string | null;
  /** Its text before the first answer. */
  begin(head: HeadValues): string;
  /** Writes it, whole or not at all. */
  save(text: string): void;
  /** A text of it as a description, with the sources as the file has them. */
  read(text: string): Promise<{ readonly description: Description; readonly sources: ReadonlyMap<string, RawSource> }>;
}

export interface InterviewContext {
  readonly rubric: Rubric;
  readonly prompter: Prompter;
  readonly docs: DocumentCase | null;
  readonly today: string;
  readonly file: InterviewFile;
  /** Ends at the verdict, without asking whether to go on. */
  readonly isQuick: boolean;
  /** Shows the verdict. */
  show(description: Description): Promise<void>;
}

/** How many questions the short interview asks. */
const SHORT = 10;

function listCriteriaOf(requirement: Requirement): readonly string[] {
  if ('criterion' in requirement) return [requirement.criterion];
  return ('all' in requirement ? requirement.all : requirement.any).flatMap(listCriteriaOf);
}

/** The criteria that are asked on the track, those that decide its gates first, then the heaviest. */
function rankCriteria({ dimensions, gates, classification }: Report, rubric: Rubric): readonly Criterion[] {
  const track = rubric.tracks.find(({ id }) => id === classification.scoredAs);
  const asked = dimensions.flatMap(({ criteria }) => criteria).filter(({ status }) => status !== 'not-applicable');
  const deciding = rubric.gates
    .filter(({ id }) => gates.some((gate) => gate.id === id && gate.status !== 'not-asked'))
    .flatMap((gate) =>
      gate.kind === 'levels'
        ? listCriteriaOf(gate.require)
        : [track?.deciding.criterion ?? '', ...(gate.unless === null ? [] : listCriteriaOf(gate.unless))],
    );
  const byWeight = asked
    .flatMap((entry) => ('share' in entry ? [entry] : []))
    .sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
  const ids = [...new Set([...deciding.filter((id) => byWeight.includes(id)), ...byWeight])];
  return ids.flatMap((id) => rubric.criteria.find((criterion) => criterion.id === id) ?? []);
}

/** `25 of 25 seen, 3 answered, 22 unknown`. */
function describeProgress({ answers }: Description, ranked: readonly Criterion[]): string {
  const seen = ranked.flatMap(({ id }) => answers[id] ?? []);
  const answered = seen.filter(({ status }) => status === 'answered').length;
  return `${seen.length} of ${ranked.length} seen, ${answered} answered, ${seen.length - answered} unknown`;
}

/** ` (1 answered, 2 unknown)`: what was said in a round of questions; empty where nothing was. */
function describeCount({ answers }: Description, round: readonly Criterion[]): string {
  const counts = (['answered', 'unknown'] as const).map(
    (status) => [status, round.filter(({ id }) => answers[id]?.status === status).length] as const,
  );
  const said = counts.flatMap(([status, count]) => (count === 0 ? [] : [`${count} ${status}`]));
  return said.length === 0 ? '' : ` (${said.join(', ')})`;
}

/** What comes after the questions. */
const STOP: PromptChoice = { id: '.', label: 'stop here' };
const MORE_ID = '+';
const CHANGE: PromptChoice = { id: '~', label: 'change an answer' };
const REOPEN_ID = '?';
const HEAD_SIGN = '@ ';

class Interview {
  #context: InterviewContext;
  #head: HeadValues;

  constructor(head: HeadValues, context: InterviewContext) {
    this.#head = head;
    this.#context = context;
  }

  /** What the file holds by now. @throws Error before it is begun. */
  async #read() {
    const { file, rubric } = this.#context;
    const { text } = file;
    if (text === null) throw new Error('nothing is written yet');
    const { description, sources } = await file.read(text);
    const report = assess(description, rubric);
    return { text, description, sources, report, ranked: rankCriteria(report, rubric) };
  }

  #save(text: string): void {
    const { file } = this.#context;
    if (text === file.text) return;
    file.save(text);
    file.text = text;
  }

  /** Asks for fields at the top of the file. @param from the place in the list to begin at. */
  async #askHead(fields: readonly HeadField[], from = 0): Promise<void> {
    const { file } = this.#context;
    for (let at = from; at < fields.length; ) {
      const field = fields[at] ?? 'name';
      const value = await askHeadField(field, this.#head, this.#context);
      at = value === BACK ? Math.max(0, at - 1) : at + 1;
      if (value === BACK || value === this.#head[field]) continue;
      this.#head = { ...this.#head, [field]: value };
      const isBegun = file.text !== null && Object.keys((await this.#read()).description.answers).length > 0;
      if (isBegun)
        this.#save(addFileEntries(file.text ?? '', file.name, [{ path: [field], value: value ?? undefined }]));
      else if (this.#head.name !== null) this.#save(file.begin(this.#head));
    }
  }

  /** Asks once for the date of each document that states none and is not cited yet. */
  async #askDates(): Promise<void> {
    const { docs, prompter } = this.#context;
    const { description, sources } = await this.#read();
    const cited = new Set([...sources.values()].map(({ file }) => file));
    for (const document of docs?.documents ?? []) {
      if (document.date !== null || cited.has(document.file)) continue;
      const date = await askDocumentDate(document, description.as_of, prompter);
      if (date === BACK) return this.#askHead(HEAD_FIELDS, HEAD_FIELDS.length - 1).then(() => this.#askDates());
      const known = this.#context.docs;
      if (known === null) return;
      const documents = known.documents.map((one) => (one.file === document.file ? { ...one, date } : one));
      this.#context = { ...this.#context, docs: { ...known, documents } };
    }
  }

  /** Asks criteria in turn, to the end or until the verdict is settled; false where they want what was asked before the first. */
  async #askAll(criteria: readonly Criterion[], until: 'end' | 'settled' = 'end'): Promise<boolean> {
    const { rubric, prompter, docs, file } = this.#context;
    for (let at = 0; at < criteria.length; ) {
      const criterion = criteria[at];
      if (criterion === undefined) return true;
      const { text, description, sources, report } = await this.#read();
      const form = new CriterionForm(criterion, {
        rubric,
        prompter,
        docs,
        description,
        sources: new Map(sources),
        track: report.classification.scoredAs,
        number: `${at + 1} of ${criteria.length}${describeCount(description, criteria)}`,
        keep: (entries) => this.#save(addFileEntries(text, file.name, entries)),
      });
      const isOn = await form.ask();
      if (!isOn && at === 0) return false;
      at += isOn ? 1 : -1;
      const after = await this.#read();
      if (after.text !== text) prompter.tell(describeInterimVerdict(after.report));
      if (until === 'settled' && after.report.basis === 'settled') return true;
    }
    return true;
  }

  /** The questions that decide most and are still open, as long as one of them can change the verdict. */
  async #askShort(): Promise<void> {
    for (;;) {
      const { description, report, ranked } = await this.#read();
      if (report.basis === 'settled') return;
      const open = ranked.slice(0, SHORT).filter(({ id }) => description.answers[id] === undefined);
      if (await this.#askAll(open, 'settled')) return;
      await this.#askHead(HEAD_FIELDS, HEAD_FIELDS.length - 1);
    }
  }

  async #change(): Promise<void> {
    const { prompter } = this.#context;
    const { description, ranked } = await this.#read();
    const seen = ranked.filter(({ id }) => description.answers[id] !== undefined);
    const choices = [
      ...seen.map(({ id, title }) => ({ id, label: `${title} (${description.answers[id]?.status})` })),
      ...HEAD_FIELDS.map((field) => ({
        id: HEAD_SIGN + field,
        label: `${field}: ${this.#head[field] ?? 'not stated'}`,
      })),
    ];
    const chosen = await chooseOrGoBack('Which one?', choices, prompter);
    if (chosen === BACK) return;
    const field = HEAD_FIELDS.find((name) => chosen === HEAD_SIGN + name);
    if (field !== undefined) await this.#askHead([field]);
    else await this.#askAll(seen.filter(({ id }) => id === chosen));
  }

  /** After the questions: the verdict, and whether to go on. */
  async #goOn(): Promise<void> {
    const { prompter, isQuick, show } = this.#context;
    for (;;) {
      const { description, report, ranked } = await this.#read();
      await show(description);
      prompter.tell(describeProgress(description, ranked));
      if (isQuick || report.classification.declared === OUTSIDE) return;
      const open = ranked.filter(({ id }) => description.answers[id] === undefined);
      const unknown = ranked.filter(({ id }) => description.answers[id]?.status === 'unknown');
      const chosen = await prompter.choose('What next?', [
        STOP,
        ...(open.length === 0 ? [] : [{ id: MORE_ID, label: `answer more (${open.length} open)` }]),
        ...(unknown.length === 0 ? [] : [{ id: REOPEN_ID, label: `ask the unknown ones again (${unknown.length})` }]),
        CHANGE,
      ]);
      if (chosen === STOP.id) return;
      if (chosen === MORE_ID) await this.#askAll(open);
      else if (chosen === REOPEN_ID) await this.#askAll(unknown);
      else await this.#change();
    }
  }

  /** False where they stopped. */
  async run(): Promise<boolean> {
    const { file, prompter } = this.#context;
    try {
      const isNew = file.text === null;
      if (isNew) await this.#askHead(HEAD_FIELDS.filter((field) => this.#head[field] === null));
      if (file.text === null) this.#save(file.begin(this.#head));
      const { description, report, ranked } = await this.#read();
      const hasNone = report.classification.scoredAs === null && description.track === null;
      if (hasNone || description.summary === PLACEHOLDER_SUMMARY) {
        prompter.tell(
          'The summary does not match any track, so there is nothing to ask and no fit. Change the summary, or choose the track.',
        );
        await this.#askHead(['summary', 'track']);
      } else if (!isNew) prompter.tell(describeProgress(description, ranked));
      await this.#askDates();
      await this.#askShort();
      await this.#goOn();
      return true;
    } catch (error) {
      if (error instanceof StoppedError) return false;
      throw error;
    }
  }
}

/**
 * Asks for a description, a new or a begun one: what decides its verdict first. The file holds every answer at once, and can be
 * scored at any time. @param head what is known of its top. @returns false where they stopped before the end. @throws what `save` does.
 */
export function runInterview(head: HeadValues, context: InterviewContext): Promise<boolean> {
  return new Interview(head, context).run();
}
