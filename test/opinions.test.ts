import * as fs from 'node:fs';
import * as path from 'node:path';
import { parseAst } from 'rolldown/parseAst';
import { describe, expect, it } from 'vitest';
import { ROOT, shippedRubric } from './support/rubric.ts';

// rubrics/README.md says that the program holds no opinion: no id, host or English word list of the rubric is in its code.

const SRC = path.join(ROOT, 'src');

/** Files that write descriptions for the shipped rubric, and so know it. */
const WRITES_FOR_SHIPPED_SET = /^build\/bench\//;

/** Ids of the rubric that the program uses as words of its own, with what they are there. */
const OWN_WORDS: Readonly<Record<string, string>> = {
  customers: 'a kind of criterion',
  duties: 'a kind of criterion',
  none: 'what a list or a status without anything says',
  code: 'a kind of block in a document, an HTML tag, and the key of an error of Node',
  exit: 'the name of a part of the program',
  record: 'a kind of schema',
  audit: 'the schema of what `rubric check` prints',
};

/** Hosts that are reserved for examples (RFC 2606), the one that publishes the schema of SARIF, and the example of a host with a path. */
const ALLOWED_HOST =
  /^(?:[\w-]+\.)*(?:example\.(?:com|org|net)|invalid|json\.schemastore\.org)(?:\/|$)|^github\.com\/example$/;

/** Parts of web addresses. */
const ALLOWED_WORD = /^(?:https?|www)$/;

interface AstNode {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

interface LiteralText {
  readonly line: number;
  /** The string as it reads, or the source of the regular expression. */
  readonly text: string;
  readonly isPattern: boolean;
}

const isNode = (value: unknown): value is AstNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** The text of a literal that code can compare or print; null for any other node. */
function readLiteral(node: AstNode): Omit<LiteralText, 'line'> | null {
  const { value, regex } = node as { value?: unknown; regex?: { pattern: string } };
  if (regex !== undefined) return { text: regex.pattern, isPattern: true };
  if (node.type === 'Literal') return typeof value === 'string' ? { text: value, isPattern: false } : null;
  if (node.type !== 'TemplateElement') return null;
  return { text: (value as { cooked: string | null }).cooked ?? '', isPattern: false };
}

/** Every literal of a source but for names of modules and types. */
function literalsOf(source: string): readonly LiteralText[] {
  const found: LiteralText[] = [];
  const visit = (value: unknown, inPattern: boolean): void => {
    if (Array.isArray(value)) for (const entry of value) visit(entry, inPattern);
    if (!isNode(value) || /^(?:Import|ExportAll|TSLiteralType|TSInterface|TSTypeAlias)/.test(value.type)) return;
    const literal = readLiteral(value);
    if (literal !== null)
      found.push({
        ...literal,
        isPattern: literal.isPattern || inPattern || /\(\?|\\p\{/.test(literal.text),
        line: source.slice(0, value.start).split('\n').length,
      });
    const { callee, arguments: given } = value as { callee?: { name?: string }; arguments?: readonly unknown[] };
    if (value.type === 'NewExpression' && callee?.name === 'RegExp') visit(given?.[0], true);
    else
      for (const [key, child] of Object.entries(value)) {
        const isModule = key === 'source' && /^Export/.test(value.type);
        if (!isModule && typeof child === 'object') visit(child, inPattern);
      }
  };
  visit(parseAst(source, { lang: 'ts' }).body, false);
  return found;
}

const rubric = shippedRubric();
const IDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    dimension: rubric.dimensions,
    criterion: rubric.criteria,
    track: rubric.tracks,
    model: rubric.tracks.flatMap(({ models }) => models),
    gate: rubric.gates,
    band: rubric.bands,
    'evidence grade': rubric.evidence.grades,
    'source kind': rubric.evidence.kinds,
    diagnosis: rubric.diagnoses,
    regulation: rubric.regulations,
    alternative: rubric.alternatives,
    workload: rubric.workloads,
    'service class': rubric.service_classes,
  }).flatMap(([what, entries]) => entries.map(({ id }) => [id, what] as const)),
);

/** Ids of the rubric among the literals. */
function idsIn(source: string): readonly string[] {
  return literalsOf(source).flatMap(({ text, line, isPattern }) => {
    const what = IDS.get(text.trim());
    return isPattern || what === undefined || text.trim() in OWN_WORDS ? [] : [`${line}: ${what} ${text.trim()}`];
  });
}

/** Names of hosts that somebody owns among the literals. */
function hostsIn(source: string): readonly string[] {
  const host =
    /(?<![\w.@-])(?:[a-z0-9-]+\.)+(?:com|org|net|io|co|eu|gov|cn|de|dev|ai|xyz|today|ph|is)(?![\w-]|\.\w)(?:\/[a-z]+)?/gi;
  return literalsOf(source).flatMap(({ text, line }) =>
    [...text.replaceAll('\\.', '.').matchAll(host)]
      .filter(([name]) => !ALLOWED_HOST.test(name.toLowerCase()))
      .map(([name]) => `${line}: ${name}`),
  );
}

/** English words in regular expressions: runs of letters that are no escape, no class and no name of a group. */
function wordsIn(source: string): readonly string[] {
  return literalsOf(source).flatMap(({ text, line, isPattern }) => {
    if (!isPattern) return [];
    const bare = text.replace(/\\[pP]\{[^}]*\}|\\u[\da-fA-F]{4}|\\./g, ' ').replace(/\[[^\]]*\]|\(\?<\w+>/g, ' ');
    return [...bare.matchAll(/[A-Za-z]{2,}/g)].flatMap(([word]) =>
      ALLOWED_WORD.test(word) ? [] : [`${line}: ${word}`],
    );
  });
}

const files = fs
  .readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts') && !WRITES_FOR_SHIPPED_SET.test(name))
  .map((name) => ({ name, source: fs.readFileSync(path.join(SRC, name), 'utf8') }));

const guiltyOf = (find: (source: string) => readonly string[], within = /(?:)/) =>
  files
    .filter(({ name }) => within.test(name))
    .flatMap(({ name, source }) => find(source).map((hit) => `${name}:${hit}`));

describe('the code', () => {
  it('names no id of the shipped rubric', () => {
    expect(guiltyOf(idsIn)).toEqual([]);
  });

  it('names no host', () => {
    expect(guiltyOf(hostsIn)).toEqual([]);
  });

  it('has no English word in a regular expression of the reader of memos', () => {
    expect(guiltyOf(wordsIn, /^check\/memo\//)).toEqual([]);
  });
});

describe('what the tests of the code find', () => {
  it.each([
    ["const band = 'strong-fit';", ['1: band strong-fit']],
    ["// 'strong-fit'\nif (id === 'paid_use') run();", ['2: criterion paid_use']],
    ["const COLOURS = { 'weak-fit': 'yellow' };", ['1: band weak-fit']],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code
    ['const line = `track: ${name}` + `compute`;', ['1: track compute']],
    ["import { x } from 'compute';\ntype Track = 'compute';\nconst kind = 'customers';", []],
  ])('ids in %j', (source, hits) => {
    expect(idsIn(source)).toEqual(hits);
  });

  it.each([
    ["const SHARED = ['github.com', 'x.com'];", ['1: github.com', '1: x.com']],
    ['const ARCHIVED = /^https?:\\/\\/web\\.archive\\.org\\//;', ['1: web.archive.org']],
    ["const example = 'https://docs.example.org/pricing'; const file = 'rubric.yaml';", []],
  ])('hosts in %j', (source, hits) => {
    expect(hostsIn(source)).toEqual(hits);
  });

  it.each([
    ['const A = /(?:who|that) (?:\\p{Ll}+ ){0,4}$/u;', ['1: who', '1: that']],
    ["const B = new RegExp('^the ', 'u');", ['1: the']],
    ["const C = '(?:among|by) \\\\p{Lu}';", ['1: among', '1: by']],
    ['const D = /\\p{Lu}[\\p{L}\\d-]{0,24}(?<name>\\u2013)\\bx/u;', []],
    ["const E = 'The project';", []],
  ])('words in %j', (source, hits) => {
    expect(wordsIn(source)).toEqual(hits);
  });
});
