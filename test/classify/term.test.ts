import { describe, expect, it } from 'vitest';
import { parseTerm, readGroups } from '../../src/classify/term.ts';

const groups = readGroups({ machine: ['gpu', 'graphics card'] });
const stem = (word: string) => ({ kind: 'stem', stem: word });

describe('parseTerm', () => {
  it('reads words as a phrase of stems', () => {
    expect(parseTerm('on-chain storage', groups)).toEqual({
      ok: true,
      sides: [{ key: 'on-chain storage', phrases: [[stem('on'), stem('chain'), stem('storag')]] }],
    });
  });

  it('reads a prefix and a word that may be any', () => {
    expect(parseTerm('own * annotat*', groups)).toEqual({
      ok: true,
      sides: [
        { key: 'own * annotat*', phrases: [[stem('own'), { kind: 'any' }, { kind: 'prefix', prefix: 'annotat' }]] },
      ],
    });
  });

  it('puts every member in the place of its group', () => {
    expect(parseTerm('idle <machine>', groups)).toEqual({
      ok: true,
      sides: [
        {
          key: 'idle <machine>',
          phrases: [
            [stem('idl'), stem('gpu')],
            [stem('idl'), stem('graphic'), stem('card')],
          ],
        },
      ],
    });
  });

  it('reads two sides', () => {
    const parsed = parseTerm('rent ~ <machine>', groups);
    expect(parsed.ok && parsed.sides.map(({ key }) => key)).toEqual(['rent', '<machine>']);
  });

  it.each([
    ['<robot>', 'there is no group `robot`'],
    ['<toString>', 'there is no group `toString`'],
    ['idle --', '`--` holds no word'],
    ['', '`` holds no word'],
    ['* gpu', '`* gpu` must begin and end with a word'],
    ['gpu *', '`gpu *` must begin and end with a word'],
    ['a ~ b ~ c', 'a term has one side, or two around one ` ~ `'],
  ])('refuses %j', (term, fault) => {
    expect(parseTerm(term, groups)).toEqual({ ok: false, fault });
  });
});
