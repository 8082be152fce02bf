import { expect, it } from 'vitest';
import { packTrie, unpackTrie } from '../../src/build/suffix-list.ts';

it('gives back the list that it packed', async () => {
  const file = new URL('../../node_modules/tldts/dist/es6/src/data/trie.js', import.meta.url);
  const trie = { ...(await import(file.href)) };
  const packed = JSON.stringify(packTrie(trie));
  expect(unpackTrie(JSON.parse(packed))).toEqual(trie);
  expect(packed.length).toBeLessThan(110_000);
});
