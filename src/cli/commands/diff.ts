import { diffVersions } from '../../analysis/diff/diff-versions.ts';
import { expandPaths } from '../../input/text/expand-paths.ts';
import {
  createFileProblem,
  decodeText,
  MAX_BYTES,
  MAX_DOCUMENT_BYTES,
  readFileBeside,
  readText,
} from '../../input/text/read-text.ts';
import type { Description } from '../../model/description.ts';
import type { Outcome, Problem } from '../../model/diagnostic.ts';
import type { DiffJson } from '../../model/diff.ts';
import type { Rubric } from '../../model/rubric.ts';
import { listFormats } from '../../report/registry.ts';
import { defineCommand } from '../command.ts';
import { deliver } from '../deliver.ts';
import type { Host } from '../host.ts';
import { buildOutputOptions, parseDayOption, RUBRIC, SCORING } from '../line/common-options.ts';
import { parseTrackOption } from '../line/read-options.ts';
import { prepareCommand } from '../prepare-command.ts';
import { parseDescription } from '../read-descriptions.ts';
import { createLockReader, type LockReader } from '../read-lock.ts';
import { reportProblems } from '../report-problems.ts';
import { selectRubric } from '../select-rubric.ts';
import { UsageError } from '../usage-error.ts';

const EXAMPLE = 'demandfit diff HEAD~1:memo.md memo.md';

const FORMATS = listFormats('diff');

/** `REV:path` taken apart, `:path` for what is staged; null for what names a file, or begins with the letter of a drive. */
function parseRevision(name: string, host: Host): { readonly revision: string; readonly path: string } | null {
  const [, revision = '', path = ''] = /^([^:]*):(.+)$/s.exec(name) ?? [];
  const isDrive = /^[A-Za-z]:[\\/]/.test(name);
  return path === '' || isDrive || host.disk.stat(name) !== null ? null : { revision, path };
}

/** Why git does not have the file, and what to do. */
const NOT_IN_GIT = {
  'no-git': { what: 'cannot run git', fix: 'Install git, or name a file: any other argument is read as REV:path.' },
  'no-repository': {
    what: 'this folder is not in a git repository',
    fix: 'Run it inside the repository that has the revision, or name a file: any other argument is read as REV:path.',
  },
  owner: {
    what: 'git does not open a repository of another user',
    fix: 'Allow it: `git config --global --add safe.directory DIRECTORY`, with the directory that git names.',
  },
  shallow: { what: 'this clone is shallow', fix: 'Fetch the rest: `git fetch --unshallow`.' },
  unreadable: {
    what: 'git cannot read the file',
    fix: 'In a partial or shallow clone, fetch the revision with its files first.',
  },
  'no-file': {
    what: 'no such file in git',
    fix: 'Check revision and path: a path is relative to the top of the repository, or to the current directory if it begins with ./',
  },
} as const;

/** The text of a file, or of one as it was in a git revision. */
async function readVersion(name: string, host: Host): Promise<Outcome<string>> {
  const found = parseRevision(name, host);
  if (found === null) {
    const { problems } = await expandPaths([name], host.disk);
    return problems.length > 0 ? { ok: false, problems } : readText(name, host.disk);
  }
  const shown = await host.gitShow(found.revision, found.path, MAX_BYTES + 1);
  if (shown.ok) return decodeText(shown.bytes, name);
  const why = 'REV:path is read from the git repository of the current directory.';
  const { what, fix } = NOT_IN_GIT[shown.cause];
  return { ok: false, problems: [createFileProblem(name, 'input/not-in-git', `${what}: ${shown.said}`, why, fix)] };
}

/** The lock files next to versions, as they were in the same revision. */
function createVersionLocks(host: Host, rubric: Rubric): LockReader {
  return createLockReader(host, rubric, async (name) => {
    const found = parseRevision(name, host);
    if (found === null) return readFileBeside(name, MAX_DOCUMENT_BYTES, host.disk);
    const shown = await host.gitShow(found.revision, found.path, MAX_DOCUMENT_BYTES);
    return shown.ok ? shown.bytes : null;
  });
}

/** True for a path that does not begin at the folder that the command runs in. */
function isAbsolutePath(name: string): boolean {
  return /^(?:[\\/]|[A-Za-z]:[\\/])/.test(name);
}

/** The two names. @throws UsageError unless there are two, or one with --since. */
function resolveVersionNames(args: readonly string[], since: string | undefined): readonly [string, string] {
  const [first, second, ...more] = args;
  if (since?.trim() === '')
    throw new UsageError('--since needs a git revision', 'demandfit diff --since HEAD~1 memo.md');
  if (first === undefined || more.length > 0) throw new UsageError('diff needs an old and a new description', EXAMPLE);
  if (since !== undefined && second === undefined)
    return [`${since}:${isAbsolutePath(first) ? first : `./${first}`}`, first];
  if (since !== undefined) throw new UsageError('--since takes one file, the new one', EXAMPLE);
  if (second === undefined) throw new UsageError('diff needs an old and a new description', EXAMPLE);
  return [first, second];
}

/** `demandfit diff`: why index and verdict changed between two versions of a description. */
export const diffCommand = defineCommand({
  args: [
    { name: '<old>', about: 'the old description: a file, REV:path of a git revision, or :path as staged' },
    { name: '[new]', about: 'the new description; omit with --since' },
  ],
  options: [
    { name: 'since', value: 'rev', about: 'compare a single file with its version in this git revision' },
    ...SCORING,
    RUBRIC,
    { name: 'old-rubric', value: 'dir', about: 'rubric set with which the old version was scored' },
    ...buildOutputOptions(FORMATS),
  ],
  examples: [
    'demandfit diff old.yaml new.yaml',
    EXAMPLE,
    'demandfit diff --since origin/main memo.md --format markdown',
    'demandfit diff memo.md memo.md --old-rubric ./rubric-1 --rubric ./rubric-2',
  ],

  async run(args, options, host) {
    const [oldName, newName] = resolveVersionNames(args, options.since);
    const asOf = parseDayOption(options.asOf, 'as-of', EXAMPLE);
    const prepared = await prepareCommand(FORMATS, options, EXAMPLE, host);
    if (!prepared.ok) return prepared.result;
    const { format, destination, render, rubric, head } = prepared;
    const ownFolder = options.oldRubric;
    const selected =
      ownFolder === undefined
        ? await selectRubric(options.rubric, host)
        : await selectRubric(ownFolder, host, '--old-rubric');
    if (!selected.ok) return reportProblems(selected, options, host);
    parseTrackOption(options.track, selected.value.rubric, EXAMPLE);
    const track = parseTrackOption(options.track, rubric, EXAMPLE);

    const [oldText, newText] = [await readVersion(oldName, host), await readVersion(newName, host)];
    const locks = createVersionLocks(host, rubric);
    const read = async (name: string, text: Outcome<string>, of: Rubric): Promise<Outcome<Description>> => {
      const parsed = await parseDescription(name, text, of);
      if (!parsed.ok) return parsed;
      const problems: Problem[] = [];
      const seen = await locks.add(parsed.value, name, problems);
      return seen === null ? { ok: false, problems } : { ok: true, value: seen };
    };
    const old = await read(oldName, oldText, selected.value.rubric);
    const now = await read(newName, newText, rubric);
    const oldByNew = await read(oldName, oldText, rubric);
    const problems = [...(old.ok ? [] : old.problems), ...(now.ok ? [] : now.problems)];
    const change =
      old.ok && now.ok
        ? diffVersions(
            {
              old: { description: old.value, rubric: selected.value.rubric },
              new: { description: now.value, rubric },
              oldByNew,
            },
            { asOf, track },
          )
        : null;
    const file: DiffJson = {
      ...head,
      oldRubric: selected.value.info,
      change,
      problems,
    };
    const files = [oldName, newName].filter((name) => parseRevision(name, host) === null);
    if (change !== null || format.isData) deliver(await render(file), destination, host, files);
    const texts = new Map<string, string>();
    if (oldText.ok) texts.set(oldName, oldText.value);
    if (newText.ok) texts.set(newName, newText.value);
    return reportProblems({ problems, texts }, options, host);
  },
});
