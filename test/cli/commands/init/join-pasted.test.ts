import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPasteJoiner } from '../../../../src/cli/commands/init/join-pasted.ts';

/** What prompts get of what comes from a terminal in these pieces. */
function join(...pieces: readonly string[]): string {
  const joiner = createPasteJoiner();
  const bytes = pieces.map((piece) => new TextEncoder().encode(piece));
  for (const piece of bytes) joiner(piece);
  return bytes.map((piece) => new TextDecoder().decode(piece)).join('');
}

const [BEGIN, END] = ['\u001b[200~', '\u001b[201~'] as const;

describe('pasted lines', () => {
  it.each([
    ['three lines, with the return of the terminal', 'one\rtwo\rthree', 'one two three'],
    ['three lines, with line feeds', 'one\ntwo\nthree', 'one two three'],
    ['a line end at the end, which is Enter', 'one\ntwo\n', 'one two\r'],
    ['line ends of Windows', 'one\r\ntwo\r\n', 'one  two \r'],
    ['a tab', 'one\ttwo', 'one two'],
    ['Enter that was pressed before the prompt was there', '\n\n', '\r\r'],
    ['between marks, all of it', `${BEGIN}one\ntwo\r\n${END}`, `${BEGIN}one two  ${END}`],
  ])('are put on one line: %s', (_, typed, got) => {
    expect(join(typed)).toBe(got);
  });

  it('are followed over the pieces that a marked paste comes in', () => {
    expect(join(`${BEGIN}one\r`, 'two\r', `three\r${END}`, '\r')).toBe(`${BEGIN}one two three ${END}\r`);
  });

  it.each(['\r', '\r\r', '\t', 'a', '\u001b[B\r', '\u0003', 'Heron\r'])('leave what is typed as it is: %j', (typed) => {
    expect(join(typed)).toBe(typed);
  });

  it('never answer twice: no text is behind a line end that came with it', () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '中'), minLength: 1, maxLength: 5 });
    const pasted = fc.array(fc.tuple(line, fc.constantFrom('\n', '\r', '\r\n', '\n\n')), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(pasted, (lines) => {
        const text = join(lines.map((part) => part.join('')).join(''));
        expect(text.slice(0, -1)).not.toMatch(/[\r\n]/);
        expect(text.endsWith('\r')).toBe(true);
      }),
    );
  });
});
