import { describe, expect, it } from 'vitest';
import { findingsOf, inShort, memosIn, readMemo } from './memo-fixtures.ts';

const honest = [...memosIn('honest').map((name) => `test/check/memo/honest/${name}`), 'examples/memo-grass.md'];

describe('an honest memo', () => {
  it('is there for each of six tracks and more', () => {
    const tracks = honest.map((file) => /^track: (.*)$/m.exec(readMemo(file))?.[1]);
    expect(new Set(tracks).size).toBe(6);
  });

  it.each(honest)('%s has nothing found in it', (file) => {
    expect(inShort(findingsOf(readMemo(file), file))).toEqual([]);
  });

  it.each(honest)('%s has nothing found in it with the line ends of Windows', (file) => {
    expect(inShort(findingsOf(readMemo(file).replaceAll('\n', '\r\n'), file))).toEqual([]);
  });

  it.each(honest)('%s is not quiet for want of reading: without its answers there are findings', (file) => {
    const [, head = '', body = ''] = /^---\r?\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readMemo(file)) ?? [];
    const name = /^name: .*$/m.exec(head)?.[0] ?? '';
    const bare = `---\n${name}\nsummary: A network that sells something to somebody.\nas_of: 2026-09-30\n---\n${body}`;
    expect(findingsOf(bare)).not.toEqual([]);
  });
});
