import type { Claim, Rubric } from '../model/rubric.ts';
import { type Block, type EntryKind, facts, list, ref, section, type Text } from './page.ts';

function restingItems(claim: Claim, rubric: Rubric, citing: readonly EntryKind[]): readonly Text[] {
  return citing.flatMap((kind) =>
    kind
      .entries(rubric)
      .filter((entry) => entry.claims.includes(claim.id))
      .map((entry): Text => [`${kind.id} `, ref(kind.id, entry.id), `: ${entry.title}`]),
  );
}

function blocksOf(claim: Claim, rubric: Rubric, citing: readonly EntryKind[]): Block[] {
  const { source, sections } = rubric.seeds;
  return [
    ...facts([
      ['part', [sections[claim.section] ?? claim.section]],
      ['article', [`${source.title}, by ${source.authors.join(' and ')}, ${source.published}`]],
      claim.context === null ? null : ['kept because', [claim.context]],
    ]),
    ...section('What rests on it', list(restingItems(claim, rubric, citing))),
    ...section('Where it can be read', list(source.urls.map((url) => [{ says: url, url }]))),
  ];
}

/** The claims, with the entries of the `citing` kinds that rest on each. */
export function claimsCitedBy(citing: readonly EntryKind[]): EntryKind {
  return {
    id: 'claim',
    plural: 'claims',
    title: 'Claims',
    entries: (rubric) =>
      rubric.seeds.claims.map((claim) => ({
        id: claim.id,
        title: claim.text,
        claims: [],
        blocks: () => blocksOf(claim, rubric, citing),
      })),
  };
}
