import { assess } from '../../../assess.ts';
import type { Baseline } from '../../../check/baseline.ts';
import { type CheckContext, type CheckInput, checkDescription } from '../../../check/check-description.ts';
import { mergeStrictest } from '../../../check/config/resolve-settings.ts';
import type { AcceptedFall } from '../../../check/rules/rule.ts';
import { findSuppressions, type Suppression, type SuppressionTerm } from '../../../check/suppressions.ts';
import { inferFormat, splitMemo } from '../../../input/text/front-matter.ts';
import { decodeText, MAX_BYTES } from '../../../input/text/read-text.ts';
import { refuseHostileMarkdown } from '../../../input/text/refuse-hostile-markdown.ts';
import type { CheckedFile, CheckSettings } from '../../../model/check.ts';
import type { Day } from '../../../model/day.ts';
import type { Description } from '../../../model/description.ts';
import type { Outcome } from '../../../model/diagnostic.ts';
import type { Finding } from '../../../model/finding.ts';
import type { Lock } from '../../../model/lock.ts';
import type { Rubric } from '../../../model/rubric.ts';
import type { Host } from '../../host.ts';
import { startProgress } from '../../progress.ts';
import type { CitedFiles } from '../../read-cited-files.ts';
import { explainStumble, type ProblemLog, parseDescription, readTexts } from '../../read-descriptions.ts';
import { createLockReader, nameLock } from '../../read-lock.ts';
import { UsageError } from '../../usage-error.ts';
import { type ActiveBaseline, computeNextBaseline, findBaselineEntry } from './active-baseline.ts';
import { isThere, readTextAt } from './find-config.ts';
import { createRenameFinder, type KnownFile } from './known-files.ts';
import { CHECK_EXAMPLE, type CheckOptions } from './signature.ts';

/** What a check of files needs. */
export interface CheckJob {
  readonly paths: readonly string[];
  /** True for a path that folders and globs leave out. */
  readonly isExcluded: (file: string) => boolean;
  /** True for a file that is left out though it is named. */
  readonly isLeftOut: (file: string) => boolean;
  /** The top of the repository. */
  readonly top: string;
  readonly options: CheckOptions;
  readonly overrides: { readonly asOf: Day | undefined; readonly track: string | undefined };
  readonly context: CheckContext;
  readonly settingsOf: (file: string) => CheckSettings;
  readonly activeBaseline: ActiveBaseline;
  /** True where it is fine that everything is left out, as for a hook that is given whatever changed. */
  readonly mayBeEmpty: boolean;
  /** The descriptions that the paths should lead to. */
  readonly known: readonly KnownFile[];
  /** True where the day of the run is that of the commit, which says nothing of a file that was changed since. */
  readonly isTodayCommitted: boolean;
  /** The lower index that the change accepts of a file; null for none. */
  readonly fallOf: (file: string) => AcceptedFall | null;
  /** True where lines of the file will be shown, so that its text is kept. */
  readonly isFramed: (checked: CheckedFile) => boolean;
}

/** The files as they came out, and the baseline to write; null where it stays. */
export interface CheckedFiles {
  readonly files: readonly CheckedFile[];
  /** Known files that are under another name, with that. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Known files that were not read. */
  readonly unread: readonly KnownFile[];
  readonly baseline: Baseline | null;
}

/** What was written into the base was accepted once. */
const ANY_TERM: SuppressionTerm = { day: '9999-12-31', maxDays: 0 };

export function findMemoBody(file: string, text: string): number | null {
  if (inferFormat(file) !== 'memo') return null;
  const memo = splitMemo(text, file);
  return memo.ok ? memo.value.body : null;
}

/** What is wrong with the quotes of a description; nothing is loaded for one without quotes and local documents. */
export async function findQuoteFaults(
  description: Description,
  files: CitedFiles,
  rubric: Rubric,
): Promise<readonly Finding[]> {
  if (files.size === 0 && !JSON.stringify(description.answers).includes('"quote":"')) return [];
  const { checkQuotes } = await import('../../../check/check-quotes.ts');
  return checkQuotes(description, files, rubric);
}

/** git takes a bare name from the top of the repository. */
function nameForGit(file: string): string {
  return /^\.{0,2}\//.test(file) ? file : `./${file}`;
}

/** The comments that suppress findings in the base version of a file; null where no base was given or the file has none now. */
async function readBaseSuppressions(
  file: string,
  text: string,
  { options: { base }, context: { readsComments } }: CheckJob,
  host: Host,
): Promise<readonly Suppression[] | null> {
  if (base === undefined || !readsComments || !/demandfit-ignore/.test(text)) return null;
  const shown = await host.gitShow(base, nameForGit(file), MAX_BYTES + 1);
  const before = shown.ok ? decodeText(shown.bytes, file) : null;
  if (before?.ok !== true) return [];
  return findSuppressions(before.value, findMemoBody(file, before.value), ANY_TERM).entries;
}

/** The lock of a folder as it was in the base; null where no base was given or it has none. */
async function readLockBefore(name: string, { options: { base } }: CheckJob, host: Host): Promise<Lock | null> {
  const text = base === undefined ? null : await readTextAt(name, base, host);
  if (text?.ok !== true) return null;
  const lock = (await import('../../../input/lock/lock-file.ts')).readLock(text.value, name);
  return lock.ok ? lock.value : null;
}

/** True where a file is as it was committed. */
async function isCommitted(file: string, text: string, host: Host): Promise<boolean> {
  const shown = await host.gitShow('HEAD', nameForGit(file), MAX_BYTES + 1);
  const committed = shown.ok ? decodeText(shown.bytes, file) : null;
  return committed?.ok === true && committed.value === text;
}

/** The description of a file as it was in the base; null where there is none, or the same. */
async function assessBefore(file: string, text: string, { known, context: { rubric }, overrides }: CheckJob) {
  const before = known.find((one) => one.file === file)?.text ?? null;
  if (before === null || before === text) return null;
  const read = await parseDescription(file, { ok: true, value: before }, rubric);
  return read.ok ? { description: read.value, report: assess(read.value, rubric, overrides) } : null;
}

/** The descriptions one at a time; what keeps a file from being one, and the texts of those that are shown, are put into `problemLog`. */
async function* readCheckInputs(
  job: CheckJob,
  nameAtBase: (file: string, text: Outcome<string>) => string,
  host: Host,
  problemLog: ProblemLog,
): AsyncGenerator<CheckInput> {
  const { rubric } = job.context;
  const { isExcluded, isLeftOut, top } = job;
  const options = { ...job.options, isExcluded, isLeftOut, top };
  const locks = createLockReader(host, rubric);
  const locksBefore = new Map<string, Promise<Lock | null>>();
  for await (const { file, text } of readTexts(job.paths, options, rubric, host, problemLog)) {
    const before = nameAtBase(file, text);
    const read = await parseDescription(file, text, rubric);
    const body = read.ok && text.ok ? findMemoBody(file, text.value) : null;
    const prose = body === null || !text.ok ? text : refuseHostileMarkdown(text.value, body, file);
    if (read.ok && text.ok && prose.ok) {
      const description = await locks.add(read.value, file, problemLog.problems);
      if (description === null) continue;
      const lockName = nameLock(before);
      const lockBefore = locksBefore.get(lockName) ?? readLockBefore(lockName, job, host);
      locksBefore.set(lockName, lockBefore);
      yield {
        file,
        description,
        report: assess(description, rubric, job.overrides),
        text: text.value,
        body,
        quotes: await findQuoteFaults(description, locks.filesOf(description), rubric),
        baseSuppressions: await readBaseSuppressions(before, text.value, job, host),
        before: await assessBefore(host.nameFrom('.', before), text.value, job),
        lockBefore: await lockBefore,
        fall: job.fallOf(file),
      };
      continue;
    }
    if (!read.ok) problemLog.problems.push(...read.problems);
    else if (!prose.ok) problemLog.problems.push(...prose.problems);
    if (text.ok) problemLog.texts.set(file, text.value);
  }
}

/** Checks every file, one held at a time; where the baseline is to be written, all of them, as they are judged by the new one. @throws UsageError where nothing is left to check. */
export async function checkFiles(job: CheckJob, host: Host, problemLog: ProblemLog): Promise<CheckedFiles> {
  const { activeBaseline, context, known } = job;
  const bands = context.rubric.bands.map(({ id }) => id);
  const read = new Set<string>();
  const renames = createRenameFinder(known, host);
  const formerNames = new Map<string, KnownFile>();
  const nameAtBase = (file: string, text: Outcome<string>): string => {
    const name = host.nameFrom('.', file);
    const former = text.ok ? renames.find(name, text.value) : null;
    read.add(name);
    if (former !== null) formerNames.set(file, former);
    return former?.file ?? file;
  };
  // A move does not lower what the base asks of a file.
  const settingsOf = (file: string) => {
    const former = formerNames.get(file);
    const settings = job.settingsOf(file);
    const counts = former !== undefined && former.text !== null;
    return counts ? mergeStrictest(settings, job.settingsOf(former.file), bands) : settings;
  };
  const check = (input: CheckInput, by: Baseline) =>
    checkDescription(
      input,
      settingsOf(input.file),
      findBaselineEntry({ ...activeBaseline, baseline: by }, input.file, input.description.name, host),
      edited.has(input.file) ? { ...context, today: null } : context,
    );
  const edited = new Set<string>();
  const held: CheckInput[] = [];
  const files: CheckedFile[] = [];
  const progress = startProgress(host, 'checked');
  for await (const input of readCheckInputs(job, nameAtBase, host, problemLog)) {
    let checked: CheckedFile;
    const { today } = context;
    const isLater = job.isTodayCommitted && today !== null && input.report.asOf > today;
    if (isLater && !(await isCommitted(input.file, input.text, host))) edited.add(input.file);
    try {
      checked = check(input, activeBaseline.baseline);
    } catch (error) {
      problemLog.problems.push(explainStumble(input.file, error));
      continue;
    }
    files.push(checked);
    if (activeBaseline.becomes !== null) held.push(input);
    if (job.isFramed(checked)) problemLog.texts.set(input.file, input.text);
    progress.step();
  }
  progress.end();
  const gone = [...formerNames].filter(([, former]) => !isThere(former.file, host));
  const renamed = new Map(gone.map(([file, former]) => [former.file, file]));
  const unread = known.filter(({ file }) => !read.has(file) && !renamed.has(file));
  const changes = { renamed, unread };
  if (files.length === 0 && unread.length === 0 && problemLog.problems.length === 0 && !job.mayBeEmpty)
    throw new UsageError('all given paths are excluded, so nothing would be checked', CHECK_EXAMPLE);
  if (activeBaseline.becomes === null) return { files, ...changes, baseline: null };
  const { listLaterIndices } = await import('./list-later-indices.ts');
  const recorded = files.map((checked, at) => {
    const { description, report } = held[at] as CheckInput;
    return { checked, asOf: report.asOf, later: listLaterIndices(description, report, context.rubric, job.overrides) };
  });
  const unreadNames = unread.map(({ file }) => file);
  const baseline = computeNextBaseline(activeBaseline, recorded, { renamed, unread: unreadNames }, host);
  return { files: held.map((input) => check(input, baseline)), ...changes, baseline };
}
