import * as fs from 'node:fs';
import * as path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import { checkMemo } from '../../src/check/memo/check-memo.ts';
import { readDescription } from '../../src/input/description/read-description.ts';
import { validateDescription } from '../../src/input/description/validate-description.ts';
import type { Rubric } from '../../src/model/rubric.ts';
import { compilePhrases, hasMatch } from '../../src/prose/phrase-patterns.ts';
import { restrictWords } from '../../src/prose/restrict-words.ts';
import { ROOT, shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();

/** What is found in a memo by the words of all texts, and by its own alone. */
function findBothWays(text: string, whole: Rubric) {
  const read = readDescription({ name: 'a.md', content: text });
  const description = read.ok ? validateDescription(read.value, whole, 'a.md') : read;
  if (!read.ok || !description.ok || read.value.body === null) throw new Error('not a memo');
  const [memo, report] = [{ text, body: read.value.body }, assess(description.value, whole)];
  // A rubric that was never used takes the words of the first text.
  const [own, all] = [{ ...whole }, whole].map((given) => checkMemo(memo, description.value, report, given));
  return { own, all };
}

describe('the words of one text', () => {
  it('find what all words find', { timeout: 120_000 }, () => {
    // From here on the shipped rubric has all of its words.
    findBothWays(fs.readFileSync(path.join(ROOT, 'examples/memo-grass.md'), 'utf8'), rubric);
    let count = 0;
    for (const folder of ['honest', 'planted'])
      for (const name of fs.readdirSync(path.join(ROOT, 'test/check/memo', folder)).filter((_, at) => at % 9 === 0)) {
        const { own, all } = findBothWays(
          fs.readFileSync(path.join(ROOT, 'test/check/memo', folder, name), 'utf8'),
          rubric,
        );
        expect([name, own]).toEqual([name, all]);
        count += all?.length ?? 0;
      }
    expect(count).toBeGreaterThan(1);
  });

  it('are all that a pattern can find in it, however it is written', () => {
    const { plans } = rubric.statements;
    const words = fc.constantFrom(...plans, 'x', '\u017f', 'PLAN', ' ', '  ', '-', ',');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), (parts) => {
        const text = parts.join(' ');
        const own = restrictWords(rubric, [text]).statements.plans;
        expect(hasMatch(compilePhrases(own), text)).toBe(hasMatch(compilePhrases(plans), text));
      }),
    );
  });
});
