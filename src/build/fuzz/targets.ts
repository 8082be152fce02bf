import * as assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import * as path from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { XmlDocument } from 'libxml2-wasm';
import type { Nodes } from 'mdast';
import { assess } from '../../assess.ts';
import { serializeBaseline } from '../../check/baseline.ts';
import { checkDescription } from '../../check/check-description.ts';
import { readConfig } from '../../check/config/read-config.ts';
import { resolveSettings } from '../../check/config/resolve-settings.ts';
import { checkMemo } from '../../check/memo/check-memo.ts';
import { readBaseline } from '../../check/read-baseline.ts';
import { openRubricFolder } from '../../cli/node-host.ts';
import type { DescriptionEntry } from '../../init/add-entries.ts';
import { readReply } from '../../init/assistant/read-reply.ts';
import { verifyReply } from '../../init/assistant/verify-reply.ts';
import { beginDescription } from '../../init/begin-description.ts';
import { readDescription } from '../../input/description/read-description.ts';
import { validateDescription } from '../../input/description/validate-description.ts';
import { convertDocument } from '../../input/documents/convert-document.ts';
import { readLock, serializeLock } from '../../input/lock/lock-file.ts';
import { loadRubric } from '../../input/rubric/load-rubric.ts';
import { splitMemo } from '../../input/text/front-matter.ts';
import { readSummaryLine } from '../../input/text/json-lines.ts';
import { refuseHostileMarkdown } from '../../input/text/refuse-hostile-markdown.ts';
import { readQuickly } from '../../input/yaml/quick-yaml.ts';
import type { CheckedFile, CheckJson } from '../../model/check.ts';
import type { Problem } from '../../model/diagnostic.ts';
import type { DocumentText } from '../../model/document.ts';
import type { Rubric } from '../../model/rubric.ts';
import { matchQuote } from '../../prose/match-quote.ts';
import { parseMarkdown } from '../../prose/parse-markdown.ts';
import { readDocuments } from '../../reading/read-documents.ts';
import { renderProblems } from '../../report/documents/problems.ts';
import { toReplyDocument } from '../../report/documents/reply.ts';
import { createRenderContext } from '../../report/format.ts';
import { FORMATS } from '../../report/registry.ts';
import { escapeForTerminal } from '../../report/writers/escape-for-terminal.ts';
import { escapeForHtml } from '../../report/writers/html/html.ts';
import { escapeForMarkdown } from '../../report/writers/markdown/escape-for-markdown.ts';
import { toSafeJsonLine } from '../../report/writers/safe-json.ts';
import { PLAIN_TERMINAL } from '../../report/writers/terminal/paint.ts';
import { writeTerminalDocuments } from '../../report/writers/terminal/write-terminal.ts';
import { ROOT } from '../run-built.ts';

const LOOK = { ...PLAIN_TERMINAL, full: true };

/** What a terminal obeys or a reader cannot see. */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

function assertPlain(text: string): void {
  assert.equal(UNSAFE.exec(text.replaceAll('\n', '')), null, 'a control character reaches the terminal');
  assert.equal(/^\s*::/m.exec(text), null, 'a command of a runner reaches the log');
}

function assertNoMarkup(node: Nodes): void {
  if (node.type === 'html') assert.doesNotMatch(node.value, /zq/, 'markup reaches Markdown');
  if ('url' in node) assert.doesNotMatch(node.url, /^javascript:/i, 'an address of a script reaches Markdown');
  if ('children' in node) for (const child of node.children) assertNoMarkup(child);
}

function assertNoControls(text: string): void {
  assert.equal(UNSAFE.exec(text.replaceAll('\n', '')), null, 'a control character reaches a program');
}

/** The commands that the format for GitHub writes itself, whose text cannot open another. */
const OWN_COMMAND = /^::(?:error|warning|notice) (?:(?!::).)*::/gm;

/** What each sink may not let through. */
const SINKS: Readonly<Record<string, (text: string) => void>> = {
  text: assertPlain,
  lines: assertPlain,
  github: (text) => assertPlain(text.replace(OWN_COMMAND, '')),
  markdown: (text) => assertNoMarkup(parseMarkdown(text)),
  html: (text) => assert.doesNotMatch(text, /<\/?zq|<script>zq|href="javascript:/i, 'markup reaches HTML'),
  csv: (text) => {
    assertNoControls(text.replaceAll('\r\n', '\n'));
    const rows: string[][] = parseCsv(text, { record_delimiter: '\r\n' });
    // `+1` and `-1` are numbers, which no spreadsheet runs.
    const formula = rows.flat().find((cell) => /^\s*[=+\-@](?![\d.])/.test(cell));
    assert.equal(formula, undefined, 'a formula reaches a table');
  },
  junit: (text) => {
    assertNoControls(text);
    assert.doesNotMatch(text, /<\/?(?:zq|script)|<!--/, 'markup reaches XML');
    XmlDocument.fromString(text).dispose();
  },
};

/** What a format for programs may not: it is JSON whose lines no log acts on. */
function assertJson(text: string): void {
  assertNoControls(text);
  for (const entry of text.startsWith('{"') ? text.trimEnd().split('\n') : [text]) JSON.parse(entry);
}

const digest = (said: string) => createHash('sha256').update(said).digest('hex');
const context = createRenderContext(LOOK, { digest });

/** Every format of a result, through its sink. */
async function renderAll(kind: 'report' | 'check', result: unknown): Promise<void> {
  for (const { id, results } of FORMATS) {
    const render = await results[kind]?.();
    if (render !== undefined) (SINKS[id] ?? assertJson)(await render(result as never, context));
  }
}

function toHead({ id, version, title }: Rubric) {
  const tool = { name: 'demandfit', version: '0' } as const;
  return { schemaVersion: 1, tool, rubric: { id, version, title, origin: 'built-in' } } as const;
}

function toCheckJson(files: readonly CheckedFile[], problems: readonly Problem[], rubric: Rubric): CheckJson {
  const counts = { error: 1, warn: 0, note: 0, comment: 0, baseline: 0 };
  const rest = { config: null, baseline: null, base: null, today: null };
  const check = { files, others: [], counts, stale: [], failures: [], skipped: [], ...rest };
  return { ...toHead(rubric), schemaVersion: 2, check, problems };
}

function assertPlaced(problems: readonly Problem[], text: string): void {
  assert.ok(problems.length > 0 && problems.length <= 60, `${problems.length} problems`);
  const lines = text.split('\n').length;
  for (const { at } of problems) assert.ok(at === null || (at.line >= 1 && at.line <= lines + 1 && at.column >= 1));
  assertPlain(renderProblems(problems, () => text, LOOK));
}

/** The two readers of YAML are of one mind. */
function compareReaders(name: string, text: string): void {
  const quick = readQuickly(name, text);
  if (quick === null) return;
  const strict = readDescription({ name, content: text });
  assert.ok(strict.ok, 'the strict reader refuses what the quick one reads');
  assert.deepEqual(quick.value, strict.value.value);
}

async function scoreText(name: string, text: string, rubric: Rubric) {
  compareReaders(name, text);
  const located = readDescription({ name, content: text });
  const read = located.ok ? validateDescription(located.value, rubric, name) : located;
  if (!read.ok) {
    assertPlaced(read.problems, text);
    await renderAll('check', toCheckJson([], read.problems, rubric));
    return null;
  }
  const report = assess(read.value, rubric);
  if (report.fit !== null) {
    const { supported, claimed, possible } = report.fit;
    assert.ok(
      0 <= supported && supported <= claimed && claimed <= possible && possible <= 100,
      'the order of the values',
    );
  }
  assert.deepEqual(assess(read.value, rubric), report, 'the same input gives the same report');
  await renderAll('report', { ...toHead(rubric), reports: [report], problems: [] });
  return { description: read.value, report };
}

async function checkText(text: string, rubric: Rubric): Promise<void> {
  const scored = await scoreText('x.md', text, rubric);
  const memo = splitMemo(text, 'x.md');
  if (scored === null || !memo.ok || !refuseHostileMarkdown(text, memo.value.body, 'x.md').ok) return;
  const lines = text.split('\n').length;
  const settings = resolveSettings(null, {})('x.md');
  const shared = { rubric, today: '2026-06-29', readsComments: true, digest, memoFindings: checkMemo };
  const checked = checkDescription({ ...scored, text, body: memo.value.body, file: 'x.md' }, settings, null, shared);
  for (const { at } of checked.findings)
    assert.ok(at === null || (at.line >= 1 && at.endLine <= lines), 'a finding outside the text');
  await renderAll('check', toCheckJson([checked], [], rubric));
}

async function readText(name: string, text: string, rubric: Rubric): Promise<void> {
  const document = await convertDocument(Buffer.from(text), name);
  if (document.ok) readDocuments([document.value], rubric);
  else assertPlaced(document.problems, text);
}

/** A text as the words of a problem, in every format, and through every function that escapes. */
async function writeText(text: string, rubric: Rubric): Promise<void> {
  const said = { what: text, why: text, fix: text, file: text, code: text, at: null, suggestion: null, related: null };
  await renderAll('check', toCheckJson([], [said], rubric));
  const plain = escapeForTerminal(text);
  assertPlain(plain);
  assert.equal(escapeForTerminal(plain), plain, 'escaping twice changes something');
  assertNoMarkup(parseMarkdown(escapeForMarkdown(text)));
  assert.doesNotMatch(escapeForHtml(text), /[<>"']/, 'markup reaches HTML');
  assert.equal(JSON.parse(toSafeJsonLine(text)), text, 'JSON changes a text');
}

const BRIEF = `Lantern sells rented GPUs to hospitals. One hour of an H100 costs 2.65 USD. Acme Hospital pays for it in production.
Anyone can read the code. A node that drops out loses the job. As of 2026-06-29 the service is open to everybody.`;

const ASKED: DocumentText = {
  file: 'x.md',
  format: 'markdown',
  text: BRIEF,
  metadata: { title: null, date: null, website: null },
  sheets: [],
  hasLines: true,
  notes: [],
};

/** What a reply adds has its quotes in the document, and is a sound description. */
function verifyText(text: string, rubric: Rubric): void {
  const read = readReply(text, 'x.md', rubric);
  if (!read.ok) return;
  const verified = verifyReply(read.value, [ASKED], 'Lantern', ['doc'], null, rubric);
  assertPlain(writeTerminalDocuments([toReplyDocument(verified, (file) => file)], LOOK));
  for (const { quotes } of verified.taken)
    for (const quote of quotes) assert.ok(BRIEF.includes(quote.text), 'a quote that is not in the document is taken');
  const source: DescriptionEntry = {
    path: ['sources', 'doc'],
    value: { title: 'Brief', file: 'x.md', kind: rubric.evidence.kinds[0]?.id },
  };
  const answers = rubric.criteria
    .filter(({ id }) => verified.answers.has(id))
    .map(({ id, dimension }): DescriptionEntry => ({ path: [dimension, id], value: verified.answers.get(id) }));
  const written = beginDescription({ head: verified.head, entries: [source, ...answers] }, '2026-06-29');
  const located = readDescription({ name: 'x.yaml', content: written });
  const described = located.ok ? validateDescription(located.value, rubric, 'x.yaml') : located;
  assert.ok(described.ok, described.ok ? '' : `init writes what is refused: ${described.problems[0]?.what}`);
}

/** A rubric set with one damaged file, which the first line of the text names. */
function loadText(text: string, rubric: Rubric): void {
  const files = openRubricFolder(path.join(ROOT, 'rubrics'));
  const name = /^# (\S+)\n/.exec(text)?.[1] ?? 'gates.yaml';
  const damaged = {
    ...files,
    read: (one: string) => (one === name ? ({ ok: true, value: text } as const) : files.read(one)),
  };
  const loaded = loadRubric(damaged, undefined, { files, rubric });
  if (!loaded.ok) assertPlain(renderProblems(loaded.problems.slice(0, 60), () => text, LOOK));
}

/** What is read and written again is the same. */
function assertRoundTrip<T>(
  text: string,
  read: (text: string) => { ok: true; value: T } | { ok: false },
  write: (value: T) => string,
) {
  const first = read(text);
  if (!first.ok) return;
  const again = read(write(first.value));
  assert.ok(again.ok, 'what was written is refused');
  assert.deepEqual(again.value, first.value);
}

/** What is done with a damaged text; each throws where something breaks. */
export const TARGETS: Readonly<Record<string, (text: string, rubric: Rubric) => void | Promise<void>>> = {
  score: async (text, rubric) => void (await scoreText('x.yaml', text, rubric)),
  check: checkText,
  'read Markdown': (text, rubric) => readText('x.md', text, rubric),
  'read HTML': (text, rubric) => readText('x.html', text, rubric),
  rubric: loadText,
  write: writeText,
  'read YAML': (text) => compareReaders('x.yaml', text),
  baseline: (text) => assertRoundTrip(text, (one) => readBaseline(one, 'x.json'), serializeBaseline),
  config: (text) => void readConfig(text, 'x.yaml'),
  lock: (text) => assertRoundTrip(text, (one) => readLock(one, 'x.json'), serializeLock),
  lines: (text) => {
    for (const [at, written] of text.split('\n').entries())
      readSummaryLine({ written, number: at + 1, file: 'x.jsonl' });
  },
  reply: verifyText,
  quotes: (text) => {
    const half = text.length >> 1;
    matchQuote(text.slice(half, half + 80), text);
    matchQuote(`${text.slice(0, 60)} ... ${text.slice(-60)}`, text);
  },
};
