import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './support/rubric.ts';

const SRC = path.join(ROOT, 'src');

/**
 * What each room of `src/` may import besides itself, floor by floor from the nouns up to the command line: the pipeline
 * runs one way.
 */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  model: [],
  'check/rules': ['model'],
  criteria: ['model'],
  classify: ['model'],
  score: ['model', 'criteria', 'classify'],
  input: ['model', 'criteria', 'classify'],
  prose: ['model', 'criteria'],
  reading: ['model', 'criteria', 'classify', 'input', 'prose'],
  sources: ['model', 'input', 'prose'],
  report: ['model', 'check/rules'],
  analysis: ['model', 'criteria', 'score'],
  check: ['model', 'check/rules', 'classify', 'criteria', 'score', 'input', 'prose', 'reading'],
  'assess.ts': ['model', 'score', 'analysis'],
  'rubric-pages': ['model', 'check/rules', 'criteria', 'score', 'input', 'report'],
  browser: ['model', 'score', 'input', 'report', 'assess.ts'],
  init: ['model', 'criteria', 'classify', 'score', 'input', 'prose', 'reading', 'report', 'assess.ts', 'rubric-pages'],
  api: ['model', 'classify', 'score', 'input', 'report', 'analysis', 'assess.ts'],
  cli: [
    'model',
    'classify',
    'score',
    'input',
    'report',
    'analysis',
    'check/rules',
    'check',
    'assess.ts',
    'rubric-pages',
    'reading',
    'sources',
    'init',
  ],
  build: [
    'model',
    'classify',
    'score',
    'input',
    'prose',
    'report',
    'analysis',
    'check/rules',
    'check',
    'assess.ts',
    'reading',
    'rubric-pages',
    'init',
    'cli',
  ],
};

/** The files that may touch the process, the console and the disk. */
const OUTERMOST = /^(?:cli\/(?:main|node-host|node-git|node-threads|network\/.*)\.ts|build\/.*)$/;

/** The files that load shapes to read or describe what is in a file; every other one imports them as types alone. */
const SHAPE_READERS = [
  'check/config/config-schema.ts',
  'check/read-baseline.ts',
  'cli/schemas.ts',
  'input/lock/lock-file.ts',
  'input/rubric/golden-cases.ts',
  'input/rubric/load-rubric.ts',
];

/**
 * Files outside the writers and machine formats that escape, and why. What `cli` and `build` print besides a result,
 * they escape themselves.
 */
const ESCAPING = {
  'api/index.ts': 'is a result as JSON',
  'browser/criterion-panel.ts': 'shows a text of the description in a page',
  'init/begin-description.ts': 'writes comments of YAML',
  'report/documents/check.ts': 'has lines of its own beside its document',
  'report/documents/classification.ts': 'has lines of its own',
  'report/documents/problems.ts': 'has lines of its own',
  'report/registry.ts': 'is a result as JSON',
  'rubric-pages/description-schema.ts': 'puts Markdown into a JSON Schema',
} as const;

/** Folders of families in which each thing has a file of its own, however short. */
const FAMILIES = ['check/rules/', 'criteria/', 'reading/', 'rubric-pages/'];

/** The other files under 25 lines that have a single importing file, with the reason why they are not part of it. */
const SMALL_FILES: Readonly<Record<string, string>> = {
  'browser/rebalance-weights.ts': 'its test runs without the types of a browser',
};

function filesBelow(folder: string): readonly string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(full) : [full];
  });
}

const files = filesBelow(SRC).map((full) => ({
  name: path.relative(SRC, full).replaceAll('\\', '/'),
  text: fs.readFileSync(full, 'utf8'),
}));

function importsOf({ name, text }: { name: string; text: string }): readonly string[] {
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => match[1] ?? '');
  return found.map((target) => path.posix.normalize(path.posix.join(path.posix.dirname(name), target)));
}

/** `check/rules` is a room of its own, as the report has to know the words of the rules. */
const roomOf = (name: string) => /^check\/rules(?=\/)/.exec(name)?.[0] ?? name.split('/')[0] ?? name;

/** The files that another loads when it runs: those that it names otherwise than in `import type` or by types alone. */
function loadsOf({ name, text }: { name: string; text: string }): readonly string[] {
  const found = [...text.matchAll(/^(?:import|export) (?!type )(\{[^}]*\}|[^{]*?) from '(\.[^']+)'/gm)];
  const loaded = found.filter(([, names = '']) => !/^\{(?:\s*type \w+(?: as \w+)?,?)+\s*\}$/.test(names));
  return loaded.map(([, , target = '']) => path.posix.normalize(path.posix.join(path.posix.dirname(name), target)));
}

/** Names of the types, interfaces and classes that a file declares. */
function typesOf(text: string): readonly string[] {
  return [...text.matchAll(/^(?:export )?(?:interface|type|(?:abstract )?class) ([A-Z]\w*)/gm)].map(
    ([, name]) => name ?? '',
  );
}

describe('the structure of src', () => {
  it('has no room that the table does not know', () => {
    expect([...new Set(files.map(({ name }) => roomOf(name)))].sort()).toEqual(Object.keys(ALLOWED).sort());
  });

  it.each(files.map((file) => [file.name, file] as const))('%s imports only what stands under it', (name, file) => {
    const allowed = [roomOf(name), ...(ALLOWED[roomOf(name)] ?? [])];
    expect(importsOf(file).filter((target) => !allowed.includes(roomOf(target)))).toEqual([]);
  });

  it('makes use of every allowance of the table', () => {
    const used = new Set(
      files.flatMap((file) => importsOf(file).map((target) => `${roomOf(file.name)} > ${roomOf(target)}`)),
    );
    const allowed = Object.entries(ALLOWED).flatMap(([room, others]) => others.map((other) => `${room} > ${other}`));
    expect(allowed.filter((edge) => !used.has(edge))).toEqual([]);
  });

  it('escapes in the writers and the machine formats alone', () => {
    const inside = /^(?:report\/(?:writers|machine)|cli|build)\//;
    const users = files
      .filter(({ name }) => !inside.test(name))
      .filter((file) => importsOf(file).some((target) => /\/(?:escape-for-\w+|safe-\w+)\.ts$/.test(target)));
    expect(users.map(({ name }) => name).sort()).toEqual(Object.keys(ESCAPING).sort());
  });

  it('declares each type name once', () => {
    const declared = files.flatMap(({ name, text }) => typesOf(text).map((type) => ({ type, name })));
    const twice = declared.filter(({ type }) => declared.filter((other) => other.type === type).length > 1);
    expect(twice.map(({ type, name }) => `${type} in ${name}`)).toEqual([]);
  });

  it('loads the shapes of rubrics and outputs only where they are read or described, for the sake of a quick start', () => {
    const shapes = files
      .filter((file) => /^model\/[^/]+$/.test(file.name) && loadsOf(file).includes('model/schema/schema.ts'))
      .map(({ name }) => name);
    expect(shapes).toEqual(expect.arrayContaining(['model/report.ts', 'model/rubric.ts', 'model/check.ts']));
    const readers = files.filter(
      (file) => roomOf(file.name) !== 'model' && loadsOf(file).some((target) => shapes.includes(target)),
    );
    expect(readers.map(({ name }) => name).sort()).toEqual(SHAPE_READERS);
  });

  it('folds every file under 25 lines that a single file imports into that file, unless it is loaded on demand', () => {
    const onDemand = files.flatMap(({ name, text }) =>
      [...text.matchAll(/\bimport\('(\.[^']+)'\)/g)].map(([, to = '']) =>
        path.posix.join(path.posix.dirname(name), to),
      ),
    );
    const found = files.filter(
      ({ name, text }) =>
        text.split('\n').length - 1 < 25 &&
        !FAMILIES.some((folder) => name.startsWith(folder)) &&
        !onDemand.includes(name) &&
        files.filter((file) => importsOf(file).includes(name)).length === 1,
    );
    expect(found.map(({ name }) => name).sort()).toEqual(Object.keys(SMALL_FILES).sort());
  });

  it('has no cycle between files', () => {
    const graph = new Map(files.map((file) => [file.name, importsOf(file)]));
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (name: string, trail: readonly string[]): void => {
      if (state.get(name) === 'open') cycles.push([...trail, name].join(' -> '));
      if (state.has(name)) return;
      state.set(name, 'open');
      for (const next of graph.get(name) ?? []) visit(next, [...trail, name]);
      state.set(name, 'done');
    };
    for (const name of graph.keys()) visit(name, []);
    expect(cycles).toEqual([]);
  });

  it('connects to the network in one folder, which one command loads', () => {
    const connecting =
      /'(?:node:)?(?:https?|http2|net|tls|dns|dgram|dns\/promises)'|\bfetch\(|\b(?:WebSocket|EventSource|XMLHttpRequest)\b|'undici'/;
    const inner = files.filter(({ name }) => !name.startsWith('cli/network/'));
    expect(inner.filter(({ text }) => connecting.test(text)).map(({ name }) => name)).toEqual([]);
    const loading = inner.filter((file) => importsOf(file).some((target) => target.startsWith('cli/network/')));
    expect(loading.map(({ name }) => name)).toEqual(['cli/node-host.ts']);
    const using = files.filter(({ text }) => /\.connect\(/.test(text));
    expect(using.map(({ name }) => name)).toEqual(['cli/commands/sources/refresh-sources.ts']);
  });

  it('keeps process, console, disk, clock and chance to the outermost files', () => {
    const inner = files.filter(({ name }) => !OUTERMOST.test(name));
    const guilty = inner.filter(({ text }) =>
      /\bprocess\.|\bconsole\.|'node:|\bDate\.now\b|new Date\(\)|Math\.random/.test(text),
    );
    expect(guilty.map(({ name }) => name)).toEqual([]);
  });
});
