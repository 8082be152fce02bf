import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './support/rubric.ts';

const SRC = path.join(ROOT, 'src');

/** What each part of `src/` may import besides itself: the pipeline runs one way, with the nouns underneath. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  model: [],
  shape: [],
  kinds: ['model', 'shape'],
  read: ['model', 'shape'],
  validate: ['model', 'shape', 'kinds', 'read'],
  classify: ['model'],
  learn: ['model', 'classify'],
  rubric: ['model', 'kinds', 'read', 'validate', 'classify', 'learn'],
  score: ['model', 'kinds'],
  memo: ['model', 'read', 'kinds', 'score'],
  diagnose: ['model', 'score'],
  robust: ['model', 'kinds', 'score'],
  compare: ['model', 'kinds', 'score', 'robust'],
  'assess.ts': ['model', 'classify', 'score', 'diagnose', 'robust'],
  audit: ['model', 'shape', 'kinds', 'score', 'assess.ts'],
  diff: ['model', 'score', 'assess.ts'],
  check: ['model', 'read', 'score', 'memo'],
  config: ['model', 'read', 'validate', 'check'],
  render: ['model'],
  page: ['model', 'read', 'validate', 'assess.ts', 'render'],
  reference: ['model', 'shape', 'kinds', 'validate', 'score', 'render'],
  draft: ['model', 'shape', 'kinds', 'read', 'classify', 'memo', 'assess.ts', 'render', 'reference'],
  commands: [
    'model',
    'read',
    'validate',
    'classify',
    'rubric',
    'assess.ts',
    'robust',
    'compare',
    'diff',
    'audit',
    'check',
    'config',
    'memo',
    'render',
    'reference',
    'draft',
  ],
  'host.ts': ['model', 'read', 'rubric', 'commands', 'host-git.ts'],
  'host-git.ts': ['read', 'rubric', 'commands'],
  'cli.ts': ['host.ts', 'commands'],
  'arguments.ts': [],
  'index.ts': ['arguments.ts', 'model', 'read', 'validate', 'classify', 'rubric', 'assess.ts', 'robust', 'render'],
  bench: ['model', 'rubric', 'host.ts', 'build'],
  build: [
    'model',
    'config',
    'classify',
    'learn',
    'read',
    'validate',
    'rubric',
    'render',
    'reference',
    'commands',
    'host.ts',
  ],
};

/** The files that may touch the process, the console and the disk. */
const OUTERMOST = /^(?:cli\.ts|host(?:-git)?\.ts|(?:build|bench)\/.*)$/;

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

const partOf = (name: string) => name.split('/')[0] ?? name;

describe('the structure of src', () => {
  it('has no part that the table does not know', () => {
    expect([...new Set(files.map(({ name }) => partOf(name)))].sort()).toEqual(Object.keys(ALLOWED).sort());
  });

  it.each(files.map((file) => [file.name, file] as const))('%s imports only what stands under it', (name, file) => {
    const allowed = [partOf(name), ...(ALLOWED[partOf(name)] ?? [])];
    expect(importsOf(file).filter((target) => !allowed.includes(partOf(target)))).toEqual([]);
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

  it('keeps process, console, disk, clock and chance to the outermost files', () => {
    const inner = files.filter(({ name }) => !OUTERMOST.test(name));
    const guilty = inner.filter(({ text }) =>
      /\bprocess\.|\bconsole\.|'node:|\bDate\.now\b|new Date\(\)|Math\.random/.test(text),
    );
    expect(guilty.map(({ name }) => name)).toEqual([]);
  });
});
