import { holdsAnswers } from '../input/text/front-matter.ts';
import { quoteForShell } from '../input/text/quote.ts';
import { readText } from '../input/text/read-text.ts';
import type { ClassifiedProject } from '../model/classification.ts';
import type { DocumentText } from '../model/document.ts';
import type { Reading } from '../model/reading.ts';
import type { ReportHead } from '../model/report.ts';
import type { Rubric } from '../model/rubric.ts';
import { readProse } from '../reading/document-prose.ts';
import { describeAddressed } from '../reading/find-addressed.ts';
import { listProjectNames, readDocuments } from '../reading/read-documents.ts';
import { createRenderContext } from '../report/format.ts';
import { listFormats } from '../report/registry.ts';
import { escapeForTerminal } from '../report/writers/escape-for-terminal.ts';
import type { RenderOptions } from '../report/writers/terminal/paint.ts';
import { type Destination, deliver } from './deliver.ts';
import type { Host } from './host.ts';
import type { ProblemLog } from './read-descriptions.ts';
import { readDocument } from './read-documents.ts';

/** What a command settles before it renders. */
interface ReadingOutput {
  readonly rubric: Rubric;
  readonly head: ReportHead;
  readonly destination: Destination;
  readonly renderOptions: RenderOptions;
}

/** The description next to a document that has answers already, as a shell takes it; null where there is none. */
function findAnswers(document: string, { dimensions }: Rubric, host: Host): string | null {
  const file = `${document.replace(/\.[^./\\]*$/, '')}.yaml`;
  if (file === document || host.disk.stat(file)?.kind !== 'file') return null;
  const text = readText(file, host.disk);
  const keys = dimensions.map(({ id }) => id);
  return text.ok && holdsAnswers(text.value, keys) ? quoteForShell(file) : null;
}

/** What to do after a reading: to the verdict where there are answers already, and nothing where there would be no verdict. */
function describeNextStep({ documents, classification }: Reading, rubric: Rubric, host: Host): string {
  const { command } = host;
  const [answers] = documents.flatMap(({ file }) => findAnswers(file, rubric, host) ?? []);
  if (answers !== undefined) return `Answers are in ${answers}. Next: ${command} ${answers}`;
  if (classification.status === 'not-english') return 'Not scored. Translate it into English first.';
  const isFile = documents.every(({ file }) => host.disk.stat(file) !== null);
  const files = isFile ? documents.map(({ file }) => quoteForShell(file)).join(' ') : 'FILE';
  const saved = isFile ? '' : 'Save it as FILE. ';
  if (classification.status === 'outside')
    return `${saved}Outside the tracks there is no verdict. If it is on one: ${command} init ${files} --track ID (${command} list tracks).`;
  return `Not scored yet. ${saved}Next: ${command} init ${files} asks you; ${command} brief ${files} asks an assistant.`;
}

/** Says on stderr which documents speak to whoever reads them. */
export function tellAddressed(documents: readonly DocumentText[], rubric: Rubric, host: Host): void {
  for (const document of documents) {
    const told = describeAddressed(readProse(document, rubric), rubric);
    if (told !== null) host.stderr.write(`${escapeForTerminal(`${document.file}: ${told}`)}\n`);
  }
}

/** Says on stderr where documents that are read as one case name different projects. */
function tellDifferentProjects(documents: readonly DocumentText[], rubric: Rubric, host: Host): void {
  const names = documents.length < 2 ? [] : listProjectNames(documents, rubric);
  if (names.length === 0) return;
  const list = names.map(({ name, file }) => `${name} (${file})`).join(', ');
  const told = `These documents name different projects: ${list}; read them one at a time.`;
  host.stderr.write(`${escapeForTerminal(told)}\n`);
}

/** Hands over what the documents of one case say. */
export async function deliverReading(
  documents: readonly DocumentText[],
  { rubric, head, destination, renderOptions }: ReadingOutput,
  host: Host,
  { files, problems }: Pick<ProblemLog, 'files' | 'problems'>,
): Promise<void> {
  const formats = listFormats('reading');
  const format = formats.find(({ id }) => id === destination.format);
  if (format === undefined) throw new Error(`no reading in ${destination.format}`);
  tellDifferentProjects(documents, rubric, host);
  tellAddressed(documents, rubric, host);
  const readings = documents.length === 0 ? [] : [readDocuments(documents, rubric)];
  if (readings.length === 0 && !format.isData) return;
  const nextStep = (reading: Reading) => describeNextStep(reading, rubric, host);
  const text = await format.render({ ...head, readings, problems }, createRenderContext(renderOptions, { nextStep }));
  deliver(text, destination, host, files);
  // The screen says it itself.
  if (format === formats[0] && !renderOptions.full) return;
  for (const reading of readings) host.stderr.write(`${escapeForTerminal(nextStep(reading))}\n`);
}

/** The documents that stand in the place of descriptions, taken out of the log, and what is wrong with them put into it. */
async function* takeNamedDocuments(host: Host, { documents, problems }: ProblemLog): AsyncGenerator<DocumentText> {
  const all = documents.splice(0);
  documents.push(...all.filter(({ isNamed }) => !isNamed));
  for (const { file, bytes, isNamed } of all) {
    if (!isNamed) continue;
    const read = await readDocument(file, bytes, host);
    if (read.ok) yield read.value;
    else problems.push(...read.problems);
  }
}

/**
 * Reads the documents without answers that stand in the place of descriptions, as one case, where the format has a reading for
 * people; in any other they stay in the log. Call it where nothing was scored.
 */
export async function deliverReadingInstead(output: ReadingOutput, host: Host, problemLog: ProblemLog): Promise<void> {
  const format = listFormats('reading').find(({ id }) => id === output.destination.format);
  if (format === undefined || format.isData || output.renderOptions.quiet) return;
  const documents: DocumentText[] = [];
  for await (const document of takeNamedDocuments(host, problemLog)) documents.push(document);
  await deliverReading(documents, output, host, problemLog);
}

/** The track that each document speaks for which stands in the place of a description. */
export async function* classifyDocuments(
  rubric: Rubric,
  host: Host,
  problemLog: ProblemLog,
): AsyncGenerator<ClassifiedProject> {
  for await (const document of takeNamedDocuments(host, problemLog)) {
    const { name, classification } = readDocuments([document], rubric);
    yield { name: name?.text ?? document.file, file: document.file, declared: null, classification };
  }
}
