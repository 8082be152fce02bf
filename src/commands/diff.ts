import { changeOf } from '../diff/change-of.ts';
import type { ChangeFile } from '../model/change.ts';
import type { Description } from '../model/description.ts';
import type { Outcome } from '../model/problem.ts';
import type { Rubric } from '../model/rubric.ts';
import { expandPaths } from '../read/inputs.ts';
import { decodeText, fileProblem, MOST_BYTES, readText } from '../read/read-text.ts';
import { renderChangeMarkdown } from '../render/change/markdown.ts';
import { renderChangeText } from '../render/change/text.ts';
import type { RenderOptions } from '../render/format.ts';
import { safeJson } from '../render/safe-json.ts';
import type { Command } from './command.ts';
import { asOfOption, outputOptions, RUBRIC, SCORING } from './common-options.ts';
import { deliver } from './deliver.ts';
import { UsageError } from './exit.ts';
import type { Host } from './host.ts';
import { textOption, trackOption } from './option-of.ts';
import { prepare } from './prepare.ts';
import { descriptionIn } from './read-descriptions.ts';
import { tellProblems } from './tell-problems.ts';
import { useRubric } from './use-rubric.ts';

const EXAMPLE = 'demandfit diff HEAD~1:memo.md memo.md';

interface Format {
  readonly id: string;
  readonly title: string;
  readonly render: (file: ChangeFile, options: RenderOptions) => string;
}

const FORMATS: readonly [Format, ...Format[]] = [
  { id: 'text', title: 'For the terminal', render: renderChangeText },
  { id: 'markdown', title: 'For a pull request', render: renderChangeMarkdown },
  { id: 'json', title: 'As data', render: safeJson },
];

/** `REV:path` taken apart; null for what names a file, or begins with the letter of a drive. */
function revisionIn(name: string, host: Host): { readonly revision: string; readonly path: string } | null {
  const [, revision = '', path = ''] = /^([^:]+):(.+)$/s.exec(name) ?? [];
  const isDrive = /^[A-Za-z]:[\\/]/.test(name);
  return revision === '' || isDrive || host.disk.stat(name) !== null ? null : { revision, path };
}

/** Why git has not got it, and what to do. */
const NOT_IN_GIT = {
  'no-git': { what: 'git can not be run', fix: 'Install git, or name a file: what is no file is taken for REV:path.' },
  'no-repository': {
    what: 'there is no git repository around this folder',
    fix: 'Run it inside the repository that has the revision, or name a file: what is no file is taken for REV:path.',
  },
  'no-file': {
    what: 'git has no such file',
    fix: 'Check revision and path: git takes a path from the top of the repository, or from here behind ./',
  },
} as const;

/** The text of a file, or of one as it was in a git revision. */
async function textOf(name: string, host: Host): Promise<Outcome<string>> {
  const found = revisionIn(name, host);
  if (found === null) {
    const { problems } = await expandPaths([name], host.disk);
    return problems.length > 0 ? { ok: false, problems } : readText(name, host.disk);
  }
  const shown = await host.gitShow(found.revision, found.path, MOST_BYTES + 1);
  if (shown.ok) return decodeText(shown.bytes, name);
  const why = 'What is compared with is read from the git repository around this folder.';
  const { what, fix } = NOT_IN_GIT[shown.cause];
  return { ok: false, problems: [fileProblem(name, 'input/not-in-git', `${what}: ${shown.said}`, why, fix)] };
}

/** True for a path that does not begin at the folder that the command runs in. */
function isRooted(name: string): boolean {
  return /^(?:[\\/]|[A-Za-z]:[\\/])/.test(name);
}

/** The two names. @throws UsageError unless there are two, or one beside --since. */
function namesOf(args: readonly string[], since: string | undefined): readonly [string, string] {
  const [first, second, ...more] = args;
  if (since?.trim() === '')
    throw new UsageError('--since takes a git revision, not nothing', 'demandfit diff --since HEAD~1 memo.md');
  if (first === undefined || more.length > 0) throw new UsageError('diff takes an old and a new description', EXAMPLE);
  if (since !== undefined && second === undefined) return [`${since}:${isRooted(first) ? first : `./${first}`}`, first];
  if (since !== undefined) throw new UsageError('--since names the old one, so one file is enough', EXAMPLE);
  if (second === undefined) throw new UsageError('diff takes an old and a new description', EXAMPLE);
  return [first, second];
}

/** `demandfit diff`: why index and verdict changed between two versions of a description. */
export const diffCommand: Command = {
  signature: {
    args: [
      { name: '<old>', about: 'the old description: a file, or REV:path of a git revision' },
      { name: '[new]', about: 'the new description; left out with --since' },
    ],
    options: [
      { name: 'since', value: 'rev', about: 'take the old version of the one file from this git revision' },
      ...SCORING,
      RUBRIC,
      { name: 'old-rubric', value: 'dir', about: 'the rubric set that the old one was scored with' },
      ...outputOptions(FORMATS),
    ],
    examples: [
      'demandfit diff old.yaml new.yaml',
      EXAMPLE,
      'demandfit diff --since origin/main memo.md --format markdown',
      'demandfit diff memo.md memo.md --old-rubric ./rubric-1 --rubric ./rubric-2',
    ],
  },

  async run(args, options, host) {
    const [oldName, newName] = namesOf(args, textOption(options, 'since'));
    const asOf = asOfOption(options, EXAMPLE);
    const prepared = await prepare(FORMATS, options, EXAMPLE, host);
    if (!prepared.ok) return prepared.code;
    const { format, look, rubric, head } = prepared;
    const ownFolder = textOption(options, 'oldRubric');
    const used =
      ownFolder === undefined
        ? await useRubric(textOption(options, 'rubric'), host)
        : await useRubric(ownFolder, host, '--old-rubric');
    if (!used.ok) return tellProblems(used.problems, options, host, used.texts);
    trackOption(options, used.value.rubric, EXAMPLE);
    const track = trackOption(options, rubric, EXAMPLE);

    const [oldText, newText] = [await textOf(oldName, host), await textOf(newName, host)];
    const read = (name: string, text: Outcome<string>, of: Rubric): Promise<Outcome<Description>> =>
      descriptionIn(name, text, of);
    const old = await read(oldName, oldText, used.value.rubric);
    const now = await read(newName, newText, rubric);
    const oldByNew = await read(oldName, oldText, rubric);
    const problems = [...(old.ok ? [] : old.problems), ...(now.ok ? [] : now.problems)];
    const change =
      old.ok && now.ok
        ? changeOf(
            {
              old: { description: old.value, rubric: used.value.rubric },
              new: { description: now.value, rubric },
              oldByNew,
            },
            { asOf, track },
          )
        : null;
    const file: ChangeFile = {
      ...head,
      oldRubric: used.value.info,
      change,
      problems,
    };
    const files = [oldName, newName].filter((name) => revisionIn(name, host) === null);
    if (change !== null || format.id === 'json')
      deliver(format.render(file, look), textOption(options, 'output'), host, files);
    const texts = new Map<string, string>();
    if (oldText.ok) texts.set(oldName, oldText.value);
    if (newText.ok) texts.set(newName, newText.value);
    return tellProblems(problems, options, host, texts);
  },
};
