import { describe, expect, it } from 'vitest';
import type { EntryRef } from '../../src/report/document.ts';
import { buildPage, ENTRY_KINDS, findEntries, findPage, listEntries } from '../../src/rubric-pages/registry.ts';
import { shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();
const entries = listEntries(rubric);

/** Every entry that a page names. */
function refsIn(value: unknown): readonly EntryRef[] {
  if (Array.isArray(value)) return value.flatMap(refsIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('id' in value && 'kind' in value) return [value as EntryRef];
  return Object.values(value).flatMap(refsIn);
}

describe('the registry of entries', () => {
  it('has kinds with an id and a plural of their own', () => {
    expect(new Set(ENTRY_KINDS.map((kind) => kind.id)).size).toBe(ENTRY_KINDS.length);
    expect(new Set(ENTRY_KINDS.map((kind) => kind.plural)).size).toBe(ENTRY_KINDS.length);
  });

  it('finds every id, alone and behind its kind', () => {
    for (const { id, kind, title } of entries) {
      expect(findEntries(rubric, id)).toContainEqual({ id, kind, title });
      expect(findEntries(rubric, `${kind}/${id}`)).toEqual([{ id, kind, title }]);
    }
  });

  it('gives every entry a page that says something', () => {
    for (const entry of entries) {
      const page = buildPage(rubric, entry);
      expect(page).toMatchObject(entry);
      expect(page.blocks.length, `${entry.kind} ${entry.id}`).toBeGreaterThan(0);
    }
  });

  it('names no entry that does not exist', () => {
    const known = new Set(entries.map(({ kind, id }) => `${kind} ${id}`));
    for (const entry of entries) {
      const missing = refsIn(buildPage(rubric, entry).blocks).filter(({ kind, id }) => !known.has(`${kind} ${id}`));
      expect(missing, `${entry.kind} ${entry.id}`).toEqual([]);
    }
  });

  it.each([
    ['landmark-adoption', 'landmark_adoption'],
    ['Paid-Use', 'paid_use'],
    ['COMPUTE/pooled_gpus', 'compute/pooled-gpus'],
    ['Criterion/unmet-need', 'unmet_need'],
    ['usd per tb-month', 'USD per TB-month'],
  ])('takes %s for %s', (written, id) => {
    expect(findEntries(rubric, written).map((entry) => entry.id)).toEqual([id]);
  });

  it('gives all entries of an id that kinds share, and the page of the first', () => {
    expect(findEntries(rubric, 'press').map((entry) => entry.kind)).toEqual(['grade', 'source-kind']);
    expect(findPage(rubric, 'press')).toMatchObject({ kind: 'grade', id: 'press' });
  });

  it('has no page for what nothing is called', () => {
    expect(findPage(rubric, 'price')).toBeNull();
    expect(findPage(rubric, '')).toBeNull();
    expect(() => buildPage(rubric, { kind: 'gate', id: 'cost' })).toThrow('no gate cost');
  });
});
