import * as path from 'node:path';
import { expect } from 'vitest';
import { openRubricFolder } from '../../../src/cli/node-host.ts';
import { loadRubric } from '../../../src/input/rubric/load-rubric.ts';
import { type RubricFiles, readRubricText } from '../../../src/input/rubric/rubric-files.ts';
import { ROOT, shippedRubric } from '../../support/rubric.ts';

/** The texts of a rubric set by name; the one of the claims leads out of the folder. */
export type Texts = Map<string, string>;

/** What is changed in a set, and where and how that is told. */
export interface Break {
  readonly name: string;
  /** The file that is changed: the first match of `from`, or each of a global pattern, becomes `to`. */
  readonly file: string;
  readonly from: RegExp;
  readonly to: string;
  readonly says: RegExp;
  readonly suggestion: string | null;
  /** The first line that matches, once broken; where it is left out, the line that was changed. */
  readonly line?: RegExp;
  /** What to do about it, where the row is about that. */
  readonly fix?: RegExp;
  /** Where another file than the changed one is told. */
  readonly toldIn?: string;
}

/** Names of files that tests break. */
export const FILE = {
  edge: 'dimensions/technical_edge.yaml',
  demand: 'dimensions/demand_maturity.yaml',
  pull: 'dimensions/regulatory_pull.yaml',
  landmark: 'dimensions/landmark_adoption.yaml',
  storage: 'tracks/storage.yaml',
  texts: 'classifier/texts/storage.yaml',
  claims: '../seeds/claims.yaml',
  vectors: 'vectors.yaml',
} as const;

const shipped = openRubricFolder(path.join(ROOT, 'rubrics'));
const shippedTexts = [...shipped.list(), FILE.claims].map(
  (name) => [name, readRubricText(shipped, name) ?? ''] as const,
);

/** A copy of the shipped set that a test may break. */
export function copyOfSet(): Texts {
  return new Map(shippedTexts);
}

/** The files of a set whose texts are in memory. */
export function filesOf(texts: Texts): RubricFiles {
  return {
    list: () => [...texts.keys()].filter((name) => !name.startsWith('../')),
    read: (name) => (texts.has(name) ? { ok: true, value: texts.get(name) ?? '' } : null),
  };
}

const known = { files: filesOf(copyOfSet()), rubric: shippedRubric() };

/** Loads a set. The classifier is trained only where its training texts are not the shipped ones. */
export function loadTexts(texts: Texts) {
  return loadRubric(filesOf(texts), undefined, known);
}

function problemsOf(texts: Texts) {
  const loaded = loadTexts(texts);
  if (loaded.ok) throw new Error('the broken set loads');
  return loaded.problems.map(({ file, at, what, suggestion, fix }) => ({
    file,
    line: at?.line ?? null,
    what,
    suggestion,
    fix,
  }));
}

/** The problems of a broken set, without the advice. @throws Error when it loads. */
export function toldOf(texts: Texts) {
  return problemsOf(texts).map(({ fix: _, ...told }) => told);
}

export function broken(
  name: string,
  file: string,
  from: RegExp,
  to: string,
  says: RegExp,
  more: Partial<Pick<Break, 'suggestion' | 'line' | 'toldIn' | 'fix'>> = {},
): Break {
  return { name, file, from, to, says, suggestion: null, ...more };
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

/** Breaks a set and gives the line that was changed. @throws Error where nothing matches, so that no break goes stale. */
export function apply(texts: Texts, { file, from, to }: Pick<Break, 'file' | 'from' | 'to'>): number {
  const text = texts.get(file) ?? '';
  const index = text.search(from);
  if (index === -1) throw new Error(`${from} is not found in ${file}`);
  texts.set(file, text.replace(from, to));
  return lineAt(text, index);
}

/** Holds that a broken set tells the break in its place. */
export function expectTold(row: Break): void {
  const texts = copyOfSet();
  const changed = apply(texts, row);
  const file = row.toldIn ?? row.file;
  const text = texts.get(file) ?? '';
  const line = row.line === undefined ? changed : lineAt(text, text.search(row.line));
  expect(problemsOf(texts)).toContainEqual({
    file,
    line,
    what: expect.stringMatching(row.says),
    suggestion: row.suggestion,
    fix: expect.stringMatching(row.fix ?? ''),
  });
}
