import { expect, it } from 'vitest';
import { LETTER } from '../../src/prose/phrase-patterns.ts';

it('takes for letters and digits what Unicode takes for them, in the scripts that memos are written in', () => {
  const [ours, theirs] = [new RegExp(LETTER, 'u'), /[\p{L}\p{N}]/u];
  const differs = Array.from({ length: 0x250 }, (_, code) => String.fromCharCode(code)).filter(
    (letter) => ours.test(letter) !== theirs.test(letter) && !/[\u02e5-\u02ff]/.test(letter),
  );
  expect(differs).toEqual([]);
  for (const letter of 'αΩжЯ漢あ한אع१Å\u{20000}') expect(ours.test(letter), letter).toBe(true);
  for (const sign of '–—’“”…•™€₿→×✓\u0301\u00a0\u2003\ufe0f\ufffc\u{1f600}') expect(ours.test(sign), sign).toBe(false);
});
