import * as path from 'node:path';
import { folderFiles } from '../../src/host.ts';
import type { Problem } from '../../src/model/problem.ts';
import { loadRubric } from '../../src/rubric/load.ts';
import { ROOT } from '../support/rubric.ts';

const CLAIMS = '../seeds/claims.yaml';

/** The texts of a rubric set by name; the one of the claims leads out of the folder. */
export type Texts = Map<string, string>;

const shipped = folderFiles(path.join(ROOT, 'rubrics'));
const shippedTexts = [...shipped.list(), CLAIMS].map((name) => [name, shipped.read(name) ?? ''] as const);

/** A copy of the shipped set that a test may break. */
export function copyOfSet(): Texts {
  return new Map(shippedTexts);
}

export function loadTexts(texts: Texts) {
  return loadRubric({
    list: () => [...texts.keys()].filter((name) => !name.startsWith('../')),
    read: (name) => texts.get(name) ?? null,
  });
}

/** What loading tells of a broken set. @throws Error when it loads. */
export function problemsOfSet(texts: Texts): readonly Problem[] {
  const loaded = loadTexts(texts);
  if (loaded.ok) throw new Error('the broken set loads');
  return loaded.problems;
}

/** Replaces what `from` matches in a file. @throws Error where it matches nothing, so that no break goes stale. */
export function edit(texts: Texts, file: string, from: RegExp, to: string): void {
  const text = texts.get(file) ?? '';
  if (!from.test(text)) throw new Error(`${from} is not found in ${file}`);
  from.lastIndex = 0;
  texts.set(file, text.replace(from, to));
}

/** The number of a line that matches, from 1. @throws Error when none does. */
export function lineOf(texts: Texts, file: string, mark: RegExp, which: 'first' | 'last'): number {
  const lines = (texts.get(file) ?? '').split('\n').map((line) => mark.test(line));
  const index = which === 'first' ? lines.indexOf(true) : lines.lastIndexOf(true);
  if (index === -1) throw new Error(`no line of ${file} matches ${mark}`);
  return index + 1;
}
