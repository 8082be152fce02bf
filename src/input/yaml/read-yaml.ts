import { type Document, type ErrorCode, parseDocument, type YAMLError } from 'yaml';
import { type Outcome, toProblem } from '../../model/diagnostic.ts';
import { limitProblems, MAX_PROBLEMS } from '../problems/limit-problems.ts';
import { type TextDiagnostic, TextPlaces, type TextRange } from '../text/text-places.ts';
import { createErrorExplainer, findRootProblem } from './explain-error.ts';
import { type LocatedYaml, locateYaml } from './located-yaml.ts';
import { findParseBlocker } from './refusals.ts';
import { buildTree } from './tree.ts';

/** Errors after which the parser still knows where it is. */
const RECOVERABLE: readonly ErrorCode[] = [
  'BAD_COLLECTION_TYPE',
  'MULTIPLE_DOCS',
  'NON_STRING_KEY',
  'TAG_RESOLVE_FAILED',
];

/** Faults after which nothing that the parser says of the rest can be trusted. */
const UNRECOVERABLE: readonly string[] = [
  'yaml/merge-conflict',
  'yaml/stray-bracket',
  'yaml/too-deep',
  'yaml/unclosed-bracket',
  'yaml/unclosed-quote',
];

/** Where the entries of the outermost mapping begin: lines whose first letter is that of a key. */
function findRegionStarts(text: string): readonly number[] {
  return [...text.matchAll(/^[^\s#\]}-]/gm)].map(({ index }) => index);
}

/** The number of entries that begin at or before the offset. */
function findRegion(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The first fault of each entry of the outermost mapping, as one slip makes the parser stumble over and over until it
 * meets the next one. The errors come in the order of the text, those of one place as the parser found them, which is
 * the innermost first. `spares` tells whether what was read at an offset can be trusted all the same.
 */
function explainFirstErrors(
  errors: readonly YAMLError[],
  text: string,
  doc: Document.Parsed,
): { faults: readonly TextDiagnostic[]; spares: (offset: number) => boolean } {
  const places = new TextPlaces(text);
  const starts = findRegionStarts(text);
  const damaged = new Set<number>();
  let end = Number.POSITIVE_INFINITY;
  const spares = (offset: number) => offset < end && !damaged.has(findRegion(starts, offset));
  const damage = (from: number, to: number) => {
    for (let region = findRegion(starts, from); region <= findRegion(starts, to); region += 1) damaged.add(region);
  };

  const faults: TextDiagnostic[] = [];
  const explain = createErrorExplainer(text, places, doc);
  for (const error of errors) {
    const [from, to] = error.pos;
    if (!spares(from)) continue;
    const fault = explain(error);
    faults.push(fault);
    if (faults.length > MAX_PROBLEMS) break;
    if (RECOVERABLE.includes(error.code)) continue;
    damage(from, Math.max(from, to - 1));
    damage(fault.at.from, fault.at.from);
    if (UNRECOVERABLE.includes(fault.code)) end = fault.at.from;
  }
  return { faults, spares };
}

/** How every description is parsed. */
export const PARSE_OPTIONS = {
  version: '1.2',
  // Set explicitly, as a `%YAML 1.1` line would otherwise turn NO into false and dates into objects.
  schema: 'core',
  strict: true,
  merge: false,
  resolveKnownTags: false,
  stringKeys: true,
  // Compared in `tree.ts`: here the time grows with the square of their number.
  uniqueKeys: false,
  prettyErrors: false,
  // Any lower and a second document goes unreported.
  logLevel: 'error',
} as const;

/** In the order of the text, without those that begin within another one. */
function selectProblems(faults: readonly TextDiagnostic[]): readonly TextDiagnostic[] {
  const sorted = [...faults].sort((a, b) => a.at.from - b.at.from || b.at.to - a.at.to || (a.code < b.code ? -1 : 1));
  let end = -1;
  return sorted.filter(({ at }) => {
    if (at.from < end) return false;
    end = at.to;
    return true;
  });
}

interface YamlOptions {
  /** Name for the problems. */
  readonly file: string;
  /** Where in the text the YAML begins; default: 0. */
  readonly offset?: number;
  /** Where it ends; default: the end of the text. */
  readonly end?: number;
}

/**
 * Reads one YAML document, the whole of a text or a part of it, as a plain value with places; lines and columns are
 * those of the whole text, less a byte order mark. What YAML reads as something other than its author wrote is a
 * problem too. Of problems that follow from one another only the first is reported.
 */
export function readYaml(text: string, { file, offset = 0, end = text.length }: YamlOptions): Outcome<LocatedYaml> {
  if (text.startsWith('\ufeff'))
    return readYaml(text.slice(1), { file, offset: Math.max(0, offset - 1), end: end - 1 });
  const places = new TextPlaces(text);
  const locate = ({ from, to }: TextRange) => places.span({ from: from + offset, to: to + offset });
  const part = text.slice(offset, end);
  const fail = (faults: readonly TextDiagnostic[]): Outcome<LocatedYaml> => {
    const last = part.trimEnd().length;
    const within = selectProblems(faults).map((fault) =>
      fault.at.from <= last ? fault : { ...fault, at: { from: last, to: last } },
    );
    const shown = within.slice(0, MAX_PROBLEMS + 1).map((fault) => toProblem(fault, file, locate));
    return { ok: false, problems: limitProblems(shown) };
  };

  const refusal = findParseBlocker(part);
  if (refusal !== null) return fail([refusal]);
  const doc = parseDocument(part, PARSE_OPTIONS);
  const tree = buildTree(doc.contents, part);
  const errors = [...doc.errors, ...doc.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  const tooDeep = tree.faults.find(({ code }) => code === 'yaml/too-deep');
  if (tooDeep !== undefined) {
    // Lines with two colons each open a level. Other errors are not looked into, as that would go down all levels.
    const cause = errors.find(({ code, pos }) => code === 'BLOCK_AS_IMPLICIT_KEY' && pos[0] < tooDeep.at.from);
    return fail([cause === undefined ? tooDeep : createErrorExplainer(part, new TextPlaces(part), doc)(cause)]);
  }
  const { faults, spares } = explainFirstErrors(errors, part, doc);
  const root = faults.length > 0 ? null : findRootProblem(doc.contents, part);
  if (root !== null) return fail([root]);
  const met = tree.faults.filter(
    ({ code, at }) => spares(at.from) && (faults.length === 0 || code !== 'yaml/unused-anchor'),
  );
  const all = [...faults, ...met];
  return all.length > 0 ? fail(all) : { ok: true, value: locateYaml(tree.value, tree.place, places, offset) };
}
