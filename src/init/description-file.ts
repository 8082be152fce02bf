import { inferFormat, isMeantAsMemo, opensWithFence, splitMemo } from '../input/text/front-matter.ts';
import type { Rubric } from '../model/rubric.ts';
import { addEntries, type DescriptionEntry } from './add-entries.ts';

/** Where the YAML of a description is in a file's text: in front of the prose of a memo, or all of it. */
interface FileParts {
  readonly before: string;
  readonly yaml: string;
  readonly after: string;
  /** How the lines of the file end. */
  readonly lineEnd: '\n' | '\r\n';
}

const BYTE_ORDER_MARK = '\ufeff';

/** The parts of a file; a memo without front matter has empty YAML between two fences that are put there. */
function splitFile(text: string, file: string): FileParts {
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  const body = text.slice(mark.length);
  const lineEnd = /^[^\n]*\r\n/.test(body) ? '\r\n' : '\n';
  if (inferFormat(file) === 'yaml') return { before: mark, yaml: body, after: '', lineEnd };
  const fence = `---${lineEnd}`;
  const memo = splitMemo(body, file);
  if (!memo.ok) return { before: mark + fence, yaml: '', after: fence + body, lineEnd };
  const { from, to } = memo.value.yaml;
  return { before: mark + body.slice(0, from), yaml: body.slice(from, to), after: body.slice(to), lineEnd };
}

/** What is at the top of a memo: nothing, answers, or what something else keeps there, such as the generator of a site. */
export function tellFrontMatter(text: string, { dimensions }: Rubric): 'none' | 'answers' | 'foreign' {
  const body = text.replace(BYTE_ORDER_MARK, '');
  if (!opensWithFence(body)) return 'none';
  const keys = dimensions.map(({ id }) => id);
  return isMeantAsMemo(body, keys) ? 'answers' : 'foreign';
}

/** The YAML of a description's file, with `\n` at the end of each line. */
export function readYamlPart(text: string, file: string): string {
  return splitFile(text, file).yaml.replaceAll('\r\n', '\n');
}

/** The file's text with other YAML; the mark at its start, the ends of its lines and the prose of a memo stay as they are. */
export function replaceYamlPart(text: string, file: string, yaml: string): string {
  const { before, after, lineEnd } = splitFile(text, file);
  const lines = yaml.endsWith('\n') ? yaml : `${yaml}\n`;
  return before + (lineEnd === '\n' ? lines : lines.replaceAll('\n', lineEnd)) + after;
}

/** The file's text with further entries in its YAML. */
export function addFileEntries(text: string, file: string, entries: readonly DescriptionEntry[]): string {
  return entries.length === 0 ? text : replaceYamlPart(text, file, addEntries(readYamlPart(text, file), entries));
}
