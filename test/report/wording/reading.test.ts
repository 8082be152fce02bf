import { describe, expect, it } from 'vitest';
import { letterFiles, nameFiles } from '../../../src/report/wording/reading.ts';

describe('what a document is called in a place', () => {
  const files = Array.from({ length: 28 }, (_, at) => `room/${at}.md`);

  it('is a letter, and a number behind the last one', () => {
    const letter = letterFiles(files);
    expect(['room/0.md', 'room/25.md', 'room/26.md', 'room/27.md'].map(letter)).toEqual(['A', 'Z', '#27', '#28']);
  });

  it('is nothing where there is one, and no longer than tells it apart', () => {
    expect(letterFiles(['a.md'])('a.md')).toBe('');
    expect(nameFiles(['room/a.md'])('room/a.md')).toBe('');
    expect(nameFiles(['room/a.md', 'room/b.md'])('room/b.md')).toBe('b.md');
    expect(nameFiles(['one/a.md', 'two/a.md'])('two/a.md')).toBe('two/a.md');
  });
});
