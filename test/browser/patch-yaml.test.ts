import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { patchYaml } from '../../src/browser/patch-yaml.ts';
import type { PlainMap } from '../../src/browser/plain-data.ts';

const TEXT = `# on top
name: Example # the project
sources:
  # why it counts
  prices: { title: Price list, kind: price-list } # beside
technical_edge:
  proof: own-claim # short
  # of two regions
  cost:
    project: 2.50 # measured
    note: >-
      Two lines
      of one note.
landmark_adoption:
  customers:
    - name: Alpha # first
    # of the second
    - { name: Beta, paid: true }
`;

const written = parse(TEXT) as PlainMap;

function patched(change: (value: Record<string, never>) => void): string {
  const next = structuredClone(written);
  change(next as Record<string, never>);
  const text = patchYaml(TEXT, written, next);
  expect(parse(text)).toEqual(next);
  return text;
}

const comments = (text: string) => [...text.matchAll(/#.*/g)].map(([comment]) => comment.trim());

describe('a changed description', () => {
  it('is the text itself where nothing is changed', () => {
    expect(patchYaml(TEXT, written, structuredClone(written))).toBe(TEXT);
  });

  it('keeps every comment of what stays', () => {
    const text = patched((value) => {
      Object.assign(value['technical_edge'] ?? {}, { capacity: 'unknown' });
      Object.assign((value['technical_edge'] as unknown as { cost: object }).cost, { project: 3 });
      Object.assign(value['sources'] ?? {}, { more: { title: 'More', kind: 'audit' } });
    });
    expect(comments(text)).toEqual(comments(TEXT));
  });

  it('lets a short answer become a long one, and items come and go', () => {
    const text = patched((value) => {
      Object.assign(value['technical_edge'] ?? {}, { proof: { answer: 'own-claim', sources: ['prices'] } });
      Object.assign(value['landmark_adoption'] ?? {}, { customers: [{ name: 'Beta', paid: false }] });
    });
    expect(comments(text)).toContain('# of two regions');
  });

  it('is written anew where an anchor would be cut off', () => {
    const text = 'a: &x { answer: one }\nb: *x\n';
    const before = parse(text) as PlainMap;
    expect(parse(patchYaml(text, before, { ...before, a: 'unknown' }))).toEqual({
      a: 'unknown',
      b: { answer: 'one' },
    });
  });

  it('reads as the value asked for, whatever that is', () => {
    const plain = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.string(),
        fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)),
        fc.boolean(),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.stringMatching(/^[a-z_]{1,8}$/), tie('value'), { maxKeys: 3, noNullPrototype: true }),
      ),
    })).value;
    fc.assert(
      fc.property(plain, plain, (technical_edge, more) => {
        const next = { ...written, technical_edge, more };
        expect(parse(patchYaml(TEXT, written, next))).toEqual(next);
      }),
      { numRuns: 200 },
    );
  });
});
