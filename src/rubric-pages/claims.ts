import type { Claim, Rubric } from '../model/rubric.ts';
import { type Block, facts, list, ref, type Text, underHeading } from '../report/document.ts';
import type { EntryHead } from '../report/documents/rubric-entries.ts';
import type { EntryKind } from './entry-kind.ts';

/** The entries of all other kinds that rest on a claim. */
export type ClaimUseLookup = (claim: string, rubric: Rubric) => readonly EntryHead[];

function buildClaimBlocks(claim: Claim, rubric: Rubric, restingOn: ClaimUseLookup): readonly Block[] {
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
    ...underHeading('What rests on it', list(resting)),
    ...underHeading('Where it can be read', list(source.urls.map((url) => [{ says: url, url }]))),
  ];
}

/** The kind of the claims, given what rests on each. */
export function createClaimKind(restingOn: ClaimUseLookup): EntryKind {
  return {
    id: 'claim',
    plural: 'claims',
    means: 'A statement of the article that the rubric rests on',
    entries: (rubric) =>
      rubric.seeds.claims.map((claim) => ({
        id: claim.id,
        title: claim.text,
        claims: [],
        blocks: () => buildClaimBlocks(claim, rubric, restingOn),
      })),
  };
}
