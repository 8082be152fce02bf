import * as assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Nodes } from 'mdast';
import { assess } from '../../assess.ts';
import { readBaseline } from '../../check/baseline.ts';
import { readConfig } from '../../check/config/read-config.ts';
import { checkMemo } from '../../check/memo/check-memo.ts';
import { findSuppressions } from '../../check/suppressions.ts';
import { readReply } from '../../init/assistant/read-reply.ts';
import { readDescription } from '../../input/description/read-description.ts';
import { validateDescription } from '../../input/description/validate-description.ts';
import { convertDocument } from '../../input/documents/convert-document.ts';
import { readLock } from '../../input/lock/lock-file.ts';
import { splitMemo } from '../../input/text/front-matter.ts';
import { readSummaryLine } from '../../input/text/json-lines.ts';
import { refuseHostileMarkdown } from '../../input/text/refuse-hostile-markdown.ts';
import { readQuickly } from '../../input/yaml/quick-yaml.ts';
import type { Problem } from '../../model/diagnostic.ts';
import type { Rubric } from '../../model/rubric.ts';
import { matchQuote } from '../../prose/match-quote.ts';
import { parseMarkdown } from '../../prose/parse-markdown.ts';
import { readDocuments } from '../../reading/read-documents.ts';
import { renderProblems } from '../../report/documents/problems.ts';
import { createRenderContext } from '../../report/format.ts';
import { FORMATS } from '../../report/registry.ts';
import type { RenderOptions } from '../../report/writers/terminal/paint.ts';
import { plainPaint } from '../../report/writers/terminal/paint.ts';

const LOOK: RenderOptions = {
  width: 80,
  paint: plainPaint,
  unicode: true,
  links: false,
  quiet: false,
  full: true,
  bands: [],
  command: 'demandfit',
};

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

/** What each sink may not let through. */
const SINKS: Readonly<Record<string, (text: string) => void>> = {
  text: assertPlain,
  markdown: (text) => assertNoMarkup(parseMarkdown(text)),
  html: (text) => assert.doesNotMatch(text, /<\/?zq|<script>zq|href="javascript:/i, 'markup reaches HTML'),
  json: (text) => void JSON.parse(text),
};

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
  const head = { schemaVersion: 1, tool: { name: 'demandfit', version: '0' } } as const;
  const { id, version, title } = rubric;
  const file = { ...head, rubric: { id, version, title, origin: 'built-in' }, reports: [report], problems: [] };
  const context = createRenderContext(LOOK, { digest: (said) => createHash('sha256').update(said).digest('hex') });
  for (const format of FORMATS) {
    const sink = SINKS[format.id];
    const render = sink === undefined ? undefined : await format.results.report?.();
    if (render !== undefined) sink?.(await render(file as never, context));
  }
  return { description: read.value, report };
}

async function checkText(text: string, rubric: Rubric): Promise<void> {
  const scored = await scoreText('x.md', text, rubric);
  const memo = splitMemo(text, 'x.md');
  if (scored === null || !memo.ok || !refuseHostileMarkdown(text, memo.value.body, 'x.md').ok) return;
  const { body } = memo.value;
  const lines = text.split('\n').length;
  for (const { at } of checkMemo({ text, body }, scored.description, scored.report, rubric))
    assert.ok(at === undefined || at === null || (at.line >= 1 && at.endLine <= lines));
  findSuppressions(text, body, { day: '2026-06-29', maxDays: 365 });
}

async function readText(name: string, text: string, rubric: Rubric): Promise<void> {
  const document = await convertDocument(Buffer.from(text), name);
  if (document.ok) readDocuments([document.value], rubric);
  else assertPlaced(document.problems, text);
}

/** What is done with a damaged text; each throws where something breaks. */
export const TARGETS: Readonly<Record<string, (text: string, rubric: Rubric) => void | Promise<void>>> = {
  score: async (text, rubric) => void (await scoreText('x.yaml', text, rubric)),
  check: checkText,
  'read Markdown': (text, rubric) => readText('x.md', text, rubric),
  'read HTML': (text, rubric) => readText('x.html', text, rubric),
  baseline: (text) => void readBaseline(text, 'x.json'),
  config: (text) => void readConfig(text, 'x.yaml'),
  lock: (text) => void readLock(text, 'x.json'),
  lines: (text) => {
    for (const [at, written] of text.split('\n').entries())
      readSummaryLine({ written, number: at + 1, file: 'x.jsonl' });
  },
  reply: (text, rubric) => void readReply(text, 'x.md', rubric),
  quotes: (text) => {
    const half = text.length >> 1;
    matchQuote(text.slice(half, half + 80), text);
    matchQuote(`${text.slice(0, 60)} ... ${text.slice(-60)}`, text);
  },
};
