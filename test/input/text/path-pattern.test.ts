import { describe, expect, it } from 'vitest';
import { readPathPattern } from '../../../src/input/text/path-pattern.ts';

const match = (pattern: string, path: string, ...existing: readonly string[]) =>
  readPathPattern(pattern, (name) => existing.includes(name)).match(path);

describe('a pattern of paths', () => {
  it.each([
    ['drafts', 'drafts/x.md'],
    ['./drafts/', 'drafts/deep/x.md'],
    ['drafts/**', 'drafts/deep/x.md'],
    ['**/archive', 'p/archive/x.md'],
    ['**/archive', 'archive/deep/x.md'],
    ['**/archive/', 'p/archive/x.md'],
    ['**/archive-*', 'p/archive-2024/x.md'],
    ['p/*', 'p/x.md'],
    ['p/*/', 'p/q/x.md'],
    ['@(q)', 'q/x.md'],
    ['{p,q}/x.md', 'q/x.md'],
    ['(d)', '(d)/x.md'],
    ['(d)/**', '(d)/x.md'],
    ['../p', '../p/x.md'],
    ['../p/*.md', '../p/x.md'],
    ['.', 'p/x.md'],
    ['caf\u00e9/*.md', 'cafe\u0301/x.md'],
    ['cafe\u0301', 'caf\u00e9/x.md'],
    ['drafts', 'drafts/.hidden/x.md'],
  ])('%s holds %s', (pattern, path) => {
    expect(match(pattern, path)).not.toBeNull();
  });

  it.each([
    ['archive', 'p/archive/x.md'],
    ['p/*', 'p/q/x.md'],
    ['**/*.md', 'x.md/y.yaml'],
    ['**/archive/', 'p/archive'],
    ['(d)/**', 'd/x.md'],
    ['drafts', 'drafts-2/x.md'],
    ['.', '../x.md'],
    ['*.md', '.x.md'],
  ])('%s does not hold %s', (pattern, path) => {
    expect(match(pattern, path)).toBeNull();
  });

  it('means what exists under its name as it is written', () => {
    for (const name of ['[x]', 'x{a,b}', '@(grp)', 'a*b']) {
      expect(match(`${name}/*.md`, `${name}/y.md`, name)).toBe('itself');
      expect(match(name, `${name}/y.md`, name)).toBe('within');
    }
    expect(match('[x]/*.md', 'x/y.md')).toBe('itself');
    expect(match('[x]/*.md', 'x/y.md', '[x]')).toBeNull();
  });
});
