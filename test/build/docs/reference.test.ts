import { describe, expect, it } from 'vitest';
import { findAnchorOf, findPageOf } from '../../../src/build/docs/reference-page.ts';
import { renderReference } from '../../../src/build/docs/render-reference.ts';
import { listEntries } from '../../../src/rubric-pages/registry.ts';
import { shippedRubric } from '../../support/rubric.ts';

const rubric = shippedRubric();
const pages = renderReference(rubric);

function anchorsOf(page: string): readonly string[] {
  return [...(pages.get(page) ?? '').matchAll(/<a id="([^"]+)"><\/a>/g)].map(([, id]) => id ?? '');
}

describe('the reference', () => {
  it('has each anchor of a page once', () => {
    for (const page of pages.keys()) {
      const anchors = anchorsOf(page);
      expect(anchors.filter((id, index) => anchors.indexOf(id) !== index)).toEqual([]);
    }
  });

  it('links to pages and anchors that exist', () => {
    for (const [page, text] of pages)
      for (const [, target = '', anchor] of text.matchAll(/\]\(([\w-]+\.md)?(?:#([^)]+))?\)/g)) {
        const file = target === '' ? page : target;
        expect([...pages.keys()], `${page} to ${target}`).toContain(file);
        if (anchor !== undefined) expect(anchorsOf(file), `${page} to ${target}#${anchor}`).toContain(anchor);
      }
  });

  it('has a place for every entry, which names its id, and the index names it too', () => {
    for (const entry of listEntries(rubric)) {
      const page = `${findPageOf(entry, rubric)}.md`;
      const anchor = findAnchorOf(entry);
      if (anchor !== null) expect(anchorsOf(page)).toContain(anchor);
      // A level is with its criterion, by its number and its option; a track, and a dimension, is the whole page.
      if (['level', 'track', 'dimension'].includes(entry.kind)) expect([...pages.keys()]).toContain(page);
      else expect(pages.get(page)).toContain(`\`${entry.id}\``);
    }
  });

  it('holds every criterion in full, on the page of its dimension', () => {
    for (const { id } of rubric.dimensions) {
      const own = rubric.criteria.filter(({ dimension }) => dimension === id);
      expect(anchorsOf(`${id.replace(/_/g, '-')}.md`)).toEqual(
        own.map((entry) => `criterion-${entry.id.replace(/_/g, '-')}`),
      );
    }
  });

  it('has the weights of all tracks in one table', () => {
    for (const track of rubric.tracks) {
      const weights = rubric.dimensions.map(({ id }) => track.weights[id]?.weight).join(' | ');
      expect(pages.get('weights.md')).toContain(`| [\`${track.id}\`](track-${track.id}.md) | ${weights} |`);
    }
  });

  it('is the same each time, and each page ends in one newline', () => {
    expect([...renderReference(rubric)]).toEqual([...pages]);
    for (const text of pages.values()) expect(text).toMatch(/[^\n]\n$/);
  });
});
