import * as fs from 'node:fs';
import * as path from 'node:path';
import { assess } from '../../assess.ts';
import { checkMemo } from '../../check/memo/check-memo.ts';
import { getRule } from '../../check/rules/registry.ts';
import { readDescription } from '../../input/description/read-description.ts';
import { validateDescription } from '../../input/description/validate-description.ts';
import type { Finding } from '../../model/finding.ts';
import type { Rubric } from '../../model/rubric.ts';

// Measures the reader of memos on a folder with `honest/*.md`, `faults/*.md` and `index.tsv`: the file of a fault, its honest base,
// its kind, and the sentence that is planted.

/** @throws Error for a file that is not a memo with answers. */
function findIn(file: string, rubric: Rubric): readonly Finding[] {
  const read = readDescription({ name: file, content: fs.readFileSync(file, 'utf8') });
  const description = read.ok ? validateDescription(read.value, rubric, file) : read;
  if (!read.ok || !description.ok || read.value.body === null) throw new Error(`${file} is not a memo with answers`);
  const { text, body } = read.value;
  return checkMemo({ text, body }, description.value, assess(description.value, rubric), rubric);
}

const severityOf = ({ id }: Finding) => getRule(id).severity;
const describe = ({ id, subject, at }: Finding) => `${id} ${at?.line ?? ''} ${JSON.stringify(subject)}`;

/** The first and the last line of a sentence in a text, however its lines are broken. */
function findLines(text: string, sentence: string): readonly [number, number] {
  const words = sentence
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const match = new RegExp(words.join('\\s+')).exec(text);
  if (match === null) return [0, -1];
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  return [lineOf(match.index), lineOf(match.index + match[0].length)];
}

/** What is found in honest memos, and how many of the planted faults are: by a finding in their lines that the honest base has not. */
export function measureMemos(folder: string, rubric: Rubric): readonly string[] {
  const honest = new Map(
    fs
      .readdirSync(path.join(folder, 'honest'))
      .sort()
      .map((name) => [name, findIn(path.join(folder, 'honest', name), rubric)] as const),
  );
  const [, ...rows] = fs.readFileSync(path.join(folder, 'index.tsv'), 'utf8').trimEnd().split('\n');
  const missed = rows.flatMap((row) => {
    const [name = '', base = '', kind = '', sentence = ''] = row.split('\t');
    const file = path.join(folder, 'faults', name);
    const [first, last] = findLines(fs.readFileSync(file, 'utf8'), sentence);
    const known = (honest.get(base) ?? []).map(({ id, subject }) => `${id} ${subject}`);
    const isFound = findIn(file, rubric).some(
      ({ id, subject, at }) =>
        at !== null && at.line <= last && at.endLine >= first && !known.includes(`${id} ${subject}`),
    );
    return isFound ? [] : [`missed ${name} (${kind}): ${sentence}`];
  });
  const all = [...honest].flatMap(([name, findings]) => findings.map((finding) => ({ name, finding })));
  const count = (severity: string) => all.filter(({ finding }) => severityOf(finding) === severity).length;
  return [
    `${honest.size} honest memos: ${count('error')} errors, ${count('warn')} warnings, ${count('note')} notes`,
    ...all.map(({ name, finding }) => `${severityOf(finding)} ${name} ${describe(finding)}`),
    `${rows.length - missed.length} of ${rows.length} faults found`,
    ...missed,
  ];
}
