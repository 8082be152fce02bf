import { quoteForShell } from '../input/text/quote.ts';
import type { Problem } from '../model/diagnostic.ts';
import { describeSkipped, type SkippedPath } from '../model/skipped.ts';
import { escapeForTerminal } from '../report/writers/escape-for-terminal.ts';
import type { Host } from './host.ts';
import type { RunResult } from './line/exit.ts';
import { spellCommands } from './line/name-command.ts';
import { type DisplayOptions, resolveRenderOptions } from './line/render-options.ts';
import type { UnansweredDocument } from './read-descriptions.ts';

/** Problems of one file that are printed; all of them are in the JSON output. */
const MAX_REPORTED = 50;

/** Says what a command had no use for: documents without answers that were named, and what else folders and globs hold. */
function tellLeftOut(documents: readonly UnansweredDocument[], skipped: readonly SkippedPath[], host: Host): void {
  const named = documents.filter(({ isNamed }) => isNamed);
  const count = named.length === 1 ? '1 document' : `${named.length} documents`;
  const first = named[0] ?? skipped.find(({ reason }) => reason === 'no-answers');
  const readable = named.length + skipped.filter(({ reason }) => reason === 'no-answers').length;
  const command = first === undefined ? '' : spellCommands(`demandfit read ${quoteForShell(first.file)}`, host.command);
  const hint = first === undefined ? '' : ` Read it${readable === 1 ? '' : ', for one'}: ${command}`;
  const parts = [
    ...(named.length === 0 ? [] : [`${count} without answers`]),
    ...(skipped.length === 0 ? [] : [describeSkipped(skipped)]),
  ];
  if (parts.length > 0) host.stderr.write(`${escapeForTerminal(`Left out ${parts.join(', ')}.${hint}`)}\n`);
}

/** Reports on stderr what is wrong in the user's files, with lines of their `texts`. @returns the result of a run that is over then. */
export async function reportProblems(
  {
    problems,
    texts,
    documents = [],
    skipped = [],
  }: {
    readonly problems: readonly Problem[];
    readonly texts?: ReadonlyMap<string, string>;
    readonly documents?: readonly UnansweredDocument[];
    readonly skipped?: readonly SkippedPath[];
  },
  options: DisplayOptions,
  host: Host,
): Promise<RunResult> {
  const result: RunResult = { kind: 'done', problems };
  tellLeftOut(documents, skipped, host);
  if (problems.length === 0) return result;
  const renderOptions = await resolveRenderOptions(options, host, host.stderr);
  const { renderProblems } = await import('../report/documents/problems.ts');
  const spelled = problems.map((problem) => ({ ...problem, fix: spellCommands(problem.fix, host.command) }));
  const shown = spelled.filter((problem, i) => i < MAX_REPORTED || problem.file !== problems[i - MAX_REPORTED]?.file);
  host.stderr.write(renderProblems(shown, (file) => texts?.get(file) ?? null, renderOptions));
  const left = problems.length - shown.length;
  if (left > 0) host.stderr.write(`\n... and ${left} more problems in the same files\n`);
  return result;
}
