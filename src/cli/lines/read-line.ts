import { classifyOffer } from '../../classify/classify.ts';
import { toDescription } from '../../input/description/to-description.ts';
import { type InputLine, readLineContent, readSummaryLine, spanLine } from '../../input/text/json-lines.ts';
import type { ClassifiedProject } from '../../model/classification.ts';
import type { Description } from '../../model/description.ts';
import type { Outcome, Problem, Span } from '../../model/diagnostic.ts';
import type { Rubric } from '../../model/rubric.ts';
import { isMapping } from '../../model/schema/accept.ts';
import { parseDescription } from '../read-descriptions.ts';
import type { LineFilter, LineOutput } from './filter-lines.ts';

/** A description of a line. */
export interface LineDescription {
  readonly description: Description;
  /** The text of the file that it is in; empty for an object, which has neither prose nor comments. */
  readonly text: string;
  /** The line's own file, or the one that it names. */
  readonly file: string;
}

/** What a track is read from. */
type OfferWords = Pick<Description, 'offer' | 'summary'>;

/** What the strict reader refuses, or reads in another way than `JSON.parse` does. */
const UNUSUAL = /[\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]|"\s+:|[:[,]\s*(?:-0|-?[\d.]+[eE]|-?[\d.]{16})|__proto__/u;

/** Letters of a line that may have as many signs as the strict reader refuses. */
const LONGEST = 40_000;

/** Keys of an object, at any depth, of which a duplicate counts once. */
function countKeys(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, entry) => sum + countKeys(entry), 0);
  if (!isMapping(value)) return 0;
  let count = 0;
  for (const key of Object.keys(value)) count += 1 + countKeys(value[key]);
  return count;
}

/** How often a quotation mark is followed by a colon: once for each key, and for a text that begins with a colon. */
function countColons(written: string): number {
  let count = 0;
  for (let at = written.indexOf('":'); at !== -1; at = written.indexOf('":', at + 2))
    if (written[at - 1] !== '\\') count += 1;
  return count;
}

/** A problem of the one line that was read, in the line of the file. */
function moveProblem(problem: Problem, number: number): Problem {
  const move = (span: Span) => ({ ...span, line: number, endLine: number });
  const { at, related } = problem;
  return {
    ...problem,
    at: at === null ? null : move(at),
    related: related === null ? null : { ...related, at: move(related.at) },
  };
}

/** The description that an object of a line is; whatever is unusual is read strictly, as the same object in a file would be. */
async function readObject(value: object, line: InputLine, rubric: Rubric): Promise<Outcome<Description>> {
  const { written, number, file } = line;
  const placeOf = () => spanLine(line);
  if (written.length <= LONGEST && !UNUSUAL.test(written)) {
    const description = toDescription({ value, placeOf }, rubric, file);
    if (description !== null && countKeys(value) === countColons(written)) return { ok: true, value: description };
  }
  const { readDescription } = await import('../../input/description/read-description.ts');
  const { validateDescription } = await import('../../input/description/validate-description.ts');
  const read = readDescription({ name: file, content: written, format: 'yaml' });
  const found = read.ok ? validateDescription(read.value, rubric, file) : read;
  if (found.ok) return { ok: true, value: { ...found.value, placeOf } };
  return { ok: false, problems: found.problems.map((problem) => moveProblem(problem, number)) };
}

/** The description in a line: an object of JSON as it would be in a file, or the text of a file. */
async function readDescriptionLine(line: InputLine, rubric: Rubric): Promise<Outcome<LineDescription>> {
  const content = readLineContent(line);
  if (!content.ok) return content;
  const { file, text } = content.value.kind === 'text' ? content.value : { file: line.file, text: '' };
  const found =
    content.value.kind === 'text'
      ? await parseDescription(file, { ok: true, value: text }, rubric)
      : await readObject(content.value.value, line, rubric);
  return found.ok ? { ok: true, value: { description: found.value, text, file } } : found;
}

/** A filter of descriptions. */
export function filterDescriptions(
  rubric: Rubric,
  write: (read: LineDescription) => Outcome<LineOutput> | Promise<Outcome<LineOutput>>,
): LineFilter {
  return async (line) => {
    const read = await readDescriptionLine(line, rubric);
    return read.ok ? write(read.value) : read;
  };
}

/** A filter that classifies summaries and descriptions. */
export function filterSummaries(rubric: Rubric): LineFilter {
  const write = (name: string, file: string, declared: string | null, said: OfferWords): Outcome<LineOutput> => {
    const project: ClassifiedProject = { name, file, declared, classification: classifyOffer(said, rubric.classifier) };
    return { ok: true, value: { entry: { project } } };
  };
  const classifyDescription = filterDescriptions(rubric, ({ description, file }) =>
    write(description.name, file, description.track, description),
  );
  return (line) => {
    const read = readSummaryLine(line);
    // What has more keys than a summary is a description.
    if (!read.ok && /"(?:as_of|text)"\s*:/.test(line.written)) return classifyDescription(line);
    if (!read.ok) return read;
    const { name, summary } = read.value;
    return write(name ?? `line ${line.number}`, line.file, null, { offer: null, summary });
  };
}
