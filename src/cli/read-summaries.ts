import { expandPaths, STDIN } from '../input/text/expand-paths.ts';
import { isBlankLine, isJsonLines, readSummaryLine } from '../input/text/json-lines.ts';
import { explainUnreadable } from '../input/text/read-text.ts';
import type { Rubric } from '../model/rubric.ts';
import type { Host } from './host.ts';
import { type ProblemLog, readDescriptions, type TextOptions } from './read-descriptions.ts';

/** A summary to classify, with what its file says of it. */
export interface SummaryInput {
  readonly name: string;
  readonly file: string;
  readonly offer: string | null;
  readonly summary: string;
  /** The track that the author declared. */
  readonly declared: string | null;
}

/** The summaries of lines, as they are asked for; a line without one is put into `problemLog`. */
function* parseSummaries(
  blocks: Iterable<readonly string[]>,
  file: string,
  problemLog: ProblemLog,
): Generator<SummaryInput> {
  let number = 0;
  for (const lines of blocks)
    for (const written of lines) {
      number += 1;
      if (isBlankLine(written)) continue;
      const read = readSummaryLine({ written, number, file });
      if (read.ok)
        yield {
          name: read.value.name ?? `line ${number}`,
          file,
          offer: null,
          summary: read.value.summary,
          declared: null,
        };
      else problemLog.problems.push(...read.problems);
    }
}

function* readSummaryFile(file: string, host: Host, problemLog: ProblemLog): Generator<SummaryInput> {
  try {
    yield* parseSummaries(host.disk.lines(file), file, problemLog);
  } catch (error) {
    problemLog.problems.push(explainUnreadable(file, error));
  }
}

/**
 * Every summary that the arguments name, one at a time: those of descriptions, and those of files of lines, which are read
 * piece by piece. What is wrong is put into `problemLog`. @throws UsageError for arguments that clash.
 */
export async function* readSummaries(
  args: readonly string[],
  options: TextOptions,
  rubric: Rubric,
  host: Host,
  problemLog: ProblemLog,
): AsyncGenerator<SummaryInput> {
  const stdinName = options.stdinFilename;
  if (args.length === 1 && args[0] === STDIN && stdinName !== undefined && isJsonLines(stdinName)) {
    yield* parseSummaries(host.stdinLines(), stdinName, problemLog);
    return;
  }
  const listed = args.filter(isJsonLines);
  const { files, problems } = await expandPaths(listed, host.disk);
  problemLog.problems.push(...problems);
  problemLog.files.push(...files);
  for (const file of files) yield* readSummaryFile(file, host, problemLog);
  const others = args.filter((name) => !isJsonLines(name));
  if (listed.length > 0 && others.length === 0) return;
  for await (const { name, file, offer, summary, track } of readDescriptions(others, options, rubric, host, problemLog))
    yield { name, file: file ?? '', offer, summary, declared: track };
}
