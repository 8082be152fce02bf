import { describe, expect, it } from 'vitest';
import type { EntryRef } from '../../src/report/document.ts';
import { buildPage, ENTRY_KINDS, listEntries } from '../../src/rubric-pages/registry.ts';
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

  it('has no page for what nothing is called', () => {
    expect(() => buildPage(rubric, { kind: 'gate', id: 'cost' })).toThrow('unknown gate cost');
  });

  it('names on the page of a word the entries of its kind, where they are few', () => {
    const said = (id: string) => JSON.stringify(buildPage(rubric, { kind: 'word', id }).blocks);
    for (const { id, title } of rubric.gates) expect(said('gate')).toContain(`"id":"${id}"},": ${title}"`);
    expect(said('criterion')).toContain('{"command":"list criteria"}," lists them."');
    expect(said('criterion')).not.toContain(rubric.criteria[0]?.title);
  });
});
