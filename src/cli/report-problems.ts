import { quoteForShell } from '../input/text/quote.ts';
import type { Problem } from '../model/diagnostic.ts';
import { escapeForTerminal } from '../report/writers/escape-for-terminal.ts';
import type { Host } from './host.ts';
import type { RunResult } from './line/exit.ts';
import { spellCommands } from './line/name-command.ts';
import { type DisplayOptions, resolveRenderOptions } from './line/render-options.ts';
import type { UnansweredDocument } from './read-descriptions.ts';

/** Problems of one file that are printed; all of them are in the JSON output. */
const MAX_REPORTED = 50;

/** Says which documents without answers a command had no use for. */
function tellDocuments(documents: readonly UnansweredDocument[], host: Host): void {
  const [first] = documents;
  if (first === undefined) return;
  const command = spellCommands(`demandfit read ${quoteForShell(first.file)}`, host.command);
  const count = documents.length === 1 ? '1 document' : `${documents.length} documents`;
  const which = documents.length === 1 ? '' : ', for one';
  host.stderr.write(`${escapeForTerminal(`Left out ${count} without answers. Read it${which}: ${command}`)}\n`);
}

/** Reports on stderr what is wrong in the user's files, with lines of their `texts`. @returns the result of a run that is over then. */
export async function reportProblems(
  {
    problems,
    texts,
    documents = [],
  }: {
    readonly problems: readonly Problem[];
    readonly texts?: ReadonlyMap<string, string>;
    readonly documents?: readonly UnansweredDocument[];
  },
  options: DisplayOptions,
  host: Host,
): Promise<RunResult> {
  const result: RunResult = { kind: 'done', problems };
  tellDocuments(documents, host);
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
