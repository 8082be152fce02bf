import { parseDocument } from 'yaml';
import { toYamlLines } from './yaml-value.ts';

/** Something to put into a description: a key of its own, or one within a dimension or within `sources`. */
export interface DescriptionEntry {
  readonly path: readonly [string] | readonly [string, string];
  /** undefined takes away what is there. */
  readonly value: unknown;
}

const INDENT = '  ';

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A line that waits for an answer: `# track: compute` at the margin, `#   proof: unknown` within a dimension. */
function createPlaceholderPattern(key: string, isInner: boolean): RegExp {
  return new RegExp(`^#${isInner ? ' +' : ' '}${escapeRegExp(key)}:(?: |$)`);
}

function indentLines(lines: readonly string[], indent: string): readonly string[] {
  return lines.map((line) => (line === '' ? line : `${indent}${line}`));
}

/** How the keys within a mapping are indented; null where it holds nothing yet. */
function findIndent(lines: readonly string[], at: number): string | null {
  for (const line of lines.slice(at + 1)) {
    const indent = /^( +)[^\s#]/.exec(line)?.[1];
    if (indent !== undefined) return indent;
    if (/^[^\s#]/.test(line)) return null;
  }
  return null;
}

/** Where a further key goes: behind the last line that belongs to the mapping. */
function findBlockEnd(lines: readonly string[], at: number): number {
  let end = at + 1;
  for (let i = at + 1; i < lines.length && !/^[^\s#]/.test(lines[i] ?? ''); i += 1)
    if (/^\s+\S/.test(lines[i] ?? '')) end = i + 1;
  return end;
}

/** The text with one entry more, put where a line waits for it, or after what is there. */
function placeEntry(text: string, { path, value }: DescriptionEntry): string {
  const lines = text.split('\n');
  const [outer, inner] = path;
  const put = (at: number, drop: number, by: readonly string[]) =>
    [...lines.slice(0, at), ...by, ...lines.slice(at + drop)].join('\n');
  const append = (by: readonly string[]) => [...(text.trim() === '' ? [] : [text.trimEnd()]), ...by, ''].join('\n');
  if (inner === undefined) {
    const at = lines.findIndex((line) => createPlaceholderPattern(outer, false).test(line));
    return at === -1 ? append(toYamlLines(outer, value)) : put(at, 1, toYamlLines(outer, value));
  }
  const open = lines.findIndex((line) => line.trimEnd() === `${outer}:`);
  if (open === -1) {
    const at = lines.findIndex((line) => line.trimEnd() === `# ${outer}:`);
    if (at !== -1) return placeEntry(put(at, 1, [`${outer}:`]), { path, value });
    return append([`${outer}:`, ...indentLines(toYamlLines(inner, value), INDENT)]);
  }
  const by = indentLines(toYamlLines(inner, value), findIndent(lines, open) ?? INDENT);
  const next = lines.findIndex((line, i) => i > open && /^(?:[^\s#]|# [^\s#]\S*:$)/.test(line));
  const at = lines.findIndex(
    (line, i) => i > open && (next === -1 || i < next) && createPlaceholderPattern(inner, true).test(line),
  );
  return at === -1 ? put(findBlockEnd(lines, open), 0, by) : put(at, 1, by);
}

/** True where the text holds just what the one before held, and the entry. */
function hasOnlyAdded(after: string, before: string, { path, value }: DescriptionEntry): boolean {
  const [was, is] = [parseDocument(before), parseDocument(after)];
  if (is.errors.length > 0) return false;
  was.setIn(path, was.createNode(value));
  return JSON.stringify(sortKeys(was.toJS())) === JSON.stringify(sortKeys(is.toJS()));
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sortKeys(part)]));
}

/**
 * A description's text with further entries. What is there stays as it is, comments too; where a line of the template waits for
 * an entry, it takes that line's place.
 */
export function addEntries(text: string, entries: readonly DescriptionEntry[]): string {
  return entries.reduce((before, entry) => {
    if (entry.value === undefined) {
      const document = parseDocument(before);
      document.deleteIn(entry.path);
      return document.toString({ lineWidth: 0 });
    }
    const after = placeEntry(before, entry);
    if (hasOnlyAdded(after, before, entry)) return after;
    const document = parseDocument(before);
    document.setIn(entry.path, document.createNode(entry.value));
    return document.toString({ lineWidth: 0 });
  }, text);
}
