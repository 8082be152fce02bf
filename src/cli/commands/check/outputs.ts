import type { CheckedFile, CheckJson } from '../../../model/check.ts';
import type { Rubric } from '../../../model/rubric.ts';
import { createRenderContext, type RenderContext, type ResultFormat } from '../../../report/format.ts';
import { listFormats } from '../../../report/registry.ts';
import { formatPoints } from '../../../report/wording/figures.ts';
import { escapeForTerminal } from '../../../report/writers/escape-for-terminal.ts';
import { explainWriteError, tellWritten } from '../../deliver.ts';
import type { Host, Sink } from '../../host.ts';
import { resolveRenderOptions } from '../../line/render-options.ts';
import { chooseFormat, refuseIdleOptions } from '../../prepare-command.ts';
import { UsageError } from '../../usage-error.ts';
import type { CheckOptions } from './signature.ts';

/** The file with the lowest supported index; one without a fit is lower than any. null where there is no file. */
function findLowestFile(files: readonly CheckedFile[]): CheckedFile | null {
  const indexOf = ({ index }: CheckedFile) => index?.supported ?? -1;
  return files.reduce<CheckedFile | null>(
    (lowest, file) => (lowest === null || indexOf(file) < indexOf(lowest) ? file : lowest),
    null,
  );
}

/** What the findings call the criteria and dimensions that they are about. */
export function listTitles({ dimensions, criteria }: Rubric): RenderContext['titles'] {
  return new Map([...dimensions, ...criteria].map(({ id, title }) => [id, title]));
}

/**
 * Tells the runner of GitHub Actions, where there is one, what the check came to: the summary of the job in Markdown, and the
 * outputs `index` and `verdict` of the lowest description, `passed`, and `report-path` of the first file written.
 */
export async function writeGithubOutputs(
  file: CheckJson,
  outputs: readonly CheckOutput[],
  rubric: Rubric,
  host: Host,
): Promise<void> {
  const append = (variable: string, text: string) => {
    try {
      host.appendFile(host.env(variable) ?? '', text);
    } catch (error) {
      const reason = explainWriteError(error);
      host.stderr.write(escapeForTerminal(`warning: cannot write the file of ${variable} (${reason})`).concat('\n'));
    }
  };
  if ((host.env('GITHUB_STEP_SUMMARY') ?? '') !== '') {
    const { renderCheckMarkdown } = await import('../../../report/documents/check.ts');
    append('GITHUB_STEP_SUMMARY', renderCheckMarkdown(file, { titles: listTitles(rubric) }));
  }
  if ((host.env('GITHUB_OUTPUT') ?? '') === '') return;
  // Between delimiters that no value can foresee.
  const delimiter = `demandfit-${host.randomId()}`;
  const lowest = findLowestFile(file.check.files);
  const values = {
    index: lowest?.index == null ? '' : formatPoints(lowest.index.supported),
    verdict: lowest?.verdict ?? (lowest === null ? '' : 'outside'),
    passed: String(file.check.failures.length === 0),
    'report-path': outputs.find((entry) => entry.file !== null)?.file ?? '',
  };
  const lines = Object.entries(values).map(([name, value]) => `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
  append('GITHUB_OUTPUT', lines.join(''));
}

/** A format with the file that it goes to; null for standard output. */
export interface CheckOutput {
  readonly format: ResultFormat<CheckJson>;
  readonly file: string | null;
}

/** What the output needs of the run. */
export interface CheckOutputContext {
  readonly options: CheckOptions;
  readonly texts: (file: string) => string | null;
  readonly fromRoot: (file: string) => string;
  readonly rubric: Rubric;
  /** Names of what was read, which no output may take the place of. */
  readonly inputs: readonly string[];
}

const EXAMPLE = 'demandfit check --format text --format sarif=check.sarif';

/** The outputs that `--format name[=file]` and `--output` ask for, the text to standard output where none is asked for. @throws UsageError for an unknown format and for two of one place. */
export function parseOutputs(
  { format: given, output, quiet }: Pick<CheckOptions, 'format' | 'output' | 'quiet'>,
  host: Host,
): readonly CheckOutput[] {
  const outputs = (given.length === 0 ? [''] : given).map((entry): CheckOutput => {
    const [, name = '', file = output] = /^([^=]*)(?:=(.*))?$/s.exec(entry) ?? [];
    if (file === '') throw new UsageError(`--format ${name}= needs a file name`, EXAMPLE);
    return {
      format: chooseFormat(listFormats('check'), { format: name || undefined, output: file }, EXAMPLE),
      file: file === '-' ? null : (file ?? null),
    };
  });
  refuseIdleOptions(
    outputs.map(({ format }) => format),
    { quiet },
    EXAMPLE,
  );
  for (const [at, { file, format }] of outputs.entries()) {
    const earlier = outputs.slice(0, at);
    const isTaken = earlier.some((other) =>
      file === null || other.file === null ? file === other.file : host.isSameFile(other.file, file),
    );
    if (isTaken)
      throw new UsageError(
        `two formats cannot both be written to ${file ?? 'standard output'}`,
        `${EXAMPLE} --format ${format.id}=other`,
      );
  }
  return outputs;
}

/** Writes every file, or none. @throws UsageError where one can't be written, or is what was read. */
function writeFiles(texts: ReadonlyMap<string, string>, inputs: readonly string[], host: Host): void {
  const opened: { readonly file: string; readonly sink: Sink }[] = [];
  try {
    for (const [file, text] of texts) {
      const input = inputs.find((name) => host.isSameFile(name, file));
      if (input !== undefined) throw new Error(`it is an input file (${input}) and would be overwritten`);
      opened.push({ file, sink: host.createFile(file) });
      opened.at(-1)?.sink.write(text);
    }
    while (opened.length > 0) {
      opened[0]?.sink.close();
      opened.shift();
    }
  } catch (error) {
    for (const { sink } of opened) sink.discard();
    const file = [...texts.keys()][opened.length] ?? opened[0]?.file ?? '';
    throw new UsageError(`--format: cannot write ${file} (${explainWriteError(error)})`, EXAMPLE);
  }
}

/** Hands a check over in every format that was asked for: what is for standard output first, then `problems`, then the files, whole or not at all. */
export async function deliverCheck(
  outputs: readonly CheckOutput[],
  file: CheckJson,
  { options, texts, fromRoot, rubric, inputs }: CheckOutputContext,
  problems: () => Promise<unknown>,
  host: Host,
): Promise<void> {
  const files = new Map<string, string>();
  const titles = listTitles(rubric);
  let shown = '';
  for (const { format, file: name } of outputs) {
    const renderOptions = await resolveRenderOptions(
      name === null ? options : { ...options, output: name },
      host,
      host.stdout,
    );
    const text = await format.render(
      file,
      createRenderContext(renderOptions, {
        texts,
        fromRoot,
        titles,
        digest: host.digest,
        homepage: host.homepage,
        compressedSize: host.compressedSize,
        tell: (notice) => host.stderr.write(`warning: ${notice}\n`),
      }),
    );
    if (name === null) shown = text;
    else files.set(name, `${format.fileStart ?? ''}${text}`);
  }
  try {
    host.stdout.write(shown);
    await problems();
  } finally {
    writeFiles(files, inputs, host);
  }
  for (const { format, file: name } of outputs) if (name !== null) tellWritten(name, format.id, host);
}
