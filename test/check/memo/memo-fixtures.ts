import * as fs from 'node:fs';
import * as path from 'node:path';
import { assess } from '../../../src/assess.ts';
import { checkMemo } from '../../../src/check/memo/check-memo.ts';
import { readDescription } from '../../../src/input/description/read-description.ts';
import { validateDescription } from '../../../src/input/description/validate-description.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { ROOT, shippedRubric } from '../../support/rubric.ts';

export const rubric = shippedRubric();

/** What is found in a memo. @throws Error where its front matter is no description. */
export function findingsOf(text: string, name = 'memo.md'): readonly Finding[] {
  const read = readDescription({ name, content: text });
  const description = read.ok ? validateDescription(read.value, rubric, name) : read;
  if (!read.ok || !description.ok) {
    const problems = description.ok ? [] : description.problems;
    throw new Error(problems.map(({ at, what }) => `${name}:${at?.line} ${what}`).join('\n'));
  }
  const { text: whole, body } = read.value;
  if (body === null) throw new Error(`${name} has no prose`);
  return checkMemo({ text: whole, body }, description.value, assess(description.value, rubric), rubric);
}

/** Findings in short: line, rule and subject. */
export function inShort(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ at, id, subject }) => `${at?.line} ${id} ${subject}`);
}

export function readMemo(file: string): string {
  return fs.readFileSync(path.join(ROOT, file), 'utf8');
}

/** The memos of a folder beside the tests, by name. */
export function memosIn(folder: string): readonly string[] {
  return fs
    .readdirSync(path.join(ROOT, 'test/check/memo', folder))
    .filter((name) => name.endsWith('.md'))
    .sort();
}
