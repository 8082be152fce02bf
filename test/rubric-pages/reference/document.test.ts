import { describe, expect, it } from 'vitest';
import { renderReference } from '../../../src/build/reference.ts';
import { toAnchor } from '../../../src/rubric-pages/reference/chapter.ts';
import { listEntries } from '../../../src/rubric-pages/registry.ts';
import { shippedRubric } from '../../support/rubric.ts';

const rubric = shippedRubric();
const document = renderReference(rubric);
const anchors = [...document.matchAll(/<a id="([^"]+)"><\/a>/g)].map(([, id]) => id ?? '');

describe('the reference document', () => {
  it('has each anchor once', () => {
    expect(anchors.filter((id, index) => anchors.indexOf(id) !== index)).toEqual([]);
  });

  it('links to anchors that exist', () => {
    const targets = [...document.matchAll(/\]\(#([^)]+)\)/g)].map(([, id]) => id ?? '');
    expect(targets.filter((id) => !anchors.includes(id))).toEqual([]);
  });

  it('has a place for every entry, which names its id', () => {
    for (const entry of listEntries(rubric)) {
      expect(anchors).toContain(toAnchor(entry));
      // A level is on the page of its criterion, by its number and its option.
      if (entry.kind !== 'level') expect(document).toContain(`\`${entry.id}\``);
    }
  });

  it('holds every criterion in full, below its dimension', () => {
    const order = rubric.dimensions.flatMap(({ id }) => [
      `dimension-${id.replace(/_/g, '-')}`,
      ...rubric.criteria
        .filter(({ dimension }) => dimension === id)
        .map((criterion) => `criterion-${criterion.id.replace(/_/g, '-')}`),
    ]);
    expect(anchors.filter((id) => order.includes(id))).toEqual(order);
  });

  it('has the weights of all tracks in one table', () => {
    for (const track of rubric.tracks) {
      const weights = rubric.dimensions.map(({ id }) => track.weights[id]?.weight).join(' | ');
      expect(document).toContain(`| [\`${track.id}\`](#track-${track.id}) | ${weights} |`);
    }
  });

  it('is the same each time and ends in one newline', () => {
    expect(renderReference(rubric)).toBe(document);
    expect(document).toMatch(/[^\n]\n$/);
  });
});
