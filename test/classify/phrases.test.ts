import { describe, expect, it } from 'vitest';
import { addPhrase, createPhraseLookup, findPhrases } from '../../src/classify/phrases.ts';

function tableOf(phrases: readonly (readonly [string, string])[]) {
  const table = new Map<string, string[]>();
  for (const [phrase, meant] of phrases) addPhrase(table, phrase, meant);
  return createPhraseLookup(Object.fromEntries(table));
}

const TABLE = tableOf([
  ['gpu', 'card'],
  ['graphics cards', 'card'],
  ['key', 'secret'],
  ['key card', 'card'],
  ['key', 'tool'],
]);

const found = (text: string) =>
  findPhrases(TABLE, text.split(' ')).map(({ meant, from, to }) => `${meant} ${from}-${to}`);

describe('findPhrases', () => {
  it.each([
    ['gpu', ['card 0-1']],
    ['a gpu or graphic card', ['card 1-2', 'card 3-5']],
    ['graphic gpu', ['card 1-2']],
    ['key', ['secret 0-1', 'tool 0-1']],
    ['key card', ['secret 0-1', 'tool 0-1', 'card 0-2']],
    ['graphic', []],
    ['constructor toString', []],
    ['', []],
  ])('finds in `%s`', (text, hits) => {
    expect(found(text)).toEqual(hits);
  });

  it('takes the longest of those that mean the same', () => {
    const table = tableOf([
      ['smart', 'chain'],
      ['smart contract', 'chain'],
    ]);
    expect(findPhrases(table, ['smart', 'contract'])).toEqual([{ meant: 'chain', from: 0, to: 2 }]);
  });
});
