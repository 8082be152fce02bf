import type { Claim, Rubric } from '../model/rubric.ts';
import { type Block, type Entry, type EntryKind, facts, list, ref, section, type Text } from './page.ts';

/** The entries of all other kinds that rest on a claim. */
export type Resting = (claim: string, rubric: Rubric) => readonly Entry[];

function blocksOf(claim: Claim, rubric: Rubric, restingOn: Resting): Block[] {
  const resting = restingOn(claim.id, rubric).map(
    ({ kind, id, title }): Text => [`${kind} `, ref(kind, id), `: ${title}`],
  );
  const { source, sections } = rubric.seeds;
  return [
    ...facts([
      ['part', [sections[claim.section] ?? claim.section]],
      ['article', [`${source.title}, by ${source.authors.join(' and ')}, ${source.published}`]],
      claim.context === null ? null : ['kept because', [claim.context]],
    ]),
    ...section('What rests on it', list(resting)),
    ...section('Where it can be read', list(source.urls.map((url) => [{ says: url, url }]))),
  ];
}

/** The kind of the claims, given what rests on each. */
export function claimsWith(restingOn: Resting): EntryKind {
  return {
    id: 'claim',
    plural: 'claims',
    means: 'A statement of the article that the rubric rests on',
    entries: (rubric) =>
      rubric.seeds.claims.map((claim) => ({
        id: claim.id,
        title: claim.text,
        claims: [],
        blocks: () => blocksOf(claim, rubric, restingOn),
      })),
  };
}
