import type { Rubric } from '../model/rubric.ts';
import type { EntryHead, EntryPage } from '../report/documents/rubric-entries.ts';
import { alternatives, serviceClasses, workloads } from './alternatives.ts';
import { bands } from './bands.ts';
import { createClaimKind } from './claims.ts';
import { criteria } from './criteria.ts';
import { diagnoses } from './diagnoses.ts';
import { dimensions } from './dimensions.ts';
import type { EntryKind } from './entry-kind.ts';
import { grades, sourceKinds } from './evidence.ts';
import { gates } from './gates.ts';
import { models } from './models.ts';
import { ratingRules } from './rating-rules.ts';
import { duties, regulations } from './regulations.ts';
import { rules } from './rules.ts';
import { tracks } from './tracks.ts';
import { units } from './units.ts';

/** All kinds but that of the claims, which tells what rests on them. */
const CITING_KINDS: readonly EntryKind[] = [
  criteria,
  dimensions,
  ratingRules,
  tracks,
  models,
  gates,
  grades,
  sourceKinds,
  bands,
  regulations,
  duties,
  alternatives,
  workloads,
  serviceClasses,
  diagnoses,
  units,
  rules,
];

/** The entries that rest on a claim, by kind. */
export function findEntriesOnClaim(claim: string, rubric: Rubric): readonly EntryHead[] {
  return CITING_KINDS.flatMap((kind) => {
    const resting = kind.entries(rubric).filter((entry) => entry.claims.includes(claim));
    return resting.map(({ id, title }) => ({ id, kind: kind.id, title }));
  });
}

/** Every kind of entry, in the order in which an id is looked up. A new one is a file and an entry above. */
export const ENTRY_KINDS: readonly EntryKind[] = [...CITING_KINDS, createClaimKind(findEntriesOnClaim)];

/** The entries of one kind, in the rubric's order. */
export function listKindEntries(kind: EntryKind, rubric: Rubric): readonly EntryHead[] {
  return kind.entries(rubric).map(({ id, title }) => ({ id, kind: kind.id, title }));
}

/** Everything in the rubric that has an id, by kind. */
export function listEntries(rubric: Rubric): readonly EntryHead[] {
  return ENTRY_KINDS.flatMap((kind) => listKindEntries(kind, rubric));
}

function foldId(id: string): string {
  return id.toLowerCase().replace(/_/g, '-');
}

/**
 * The entries that `id` names, alone or behind its kind (`grade/press`): exactly, else with `-` and `_` exchanged and case
 * folded. Several where kinds share an id, none where nothing has it.
 */
export function findEntries(rubric: Rubric, id: string): readonly EntryHead[] {
  const all = listEntries(rubric);
  const named = (same: (name: string) => boolean) =>
    all.filter((entry) => same(entry.id) || same(`${entry.kind}/${entry.id}`));
  const exact = named((name) => name === id);
  return exact.length > 0 ? exact : named((name) => foldId(name) === foldId(id));
}

/** The page of an entry. @throws Error when the rubric has no such entry. */
export function buildPage(rubric: Rubric, { kind, id }: Pick<EntryHead, 'kind' | 'id'>): EntryPage {
  const entry = ENTRY_KINDS.find((known) => known.id === kind)
    ?.entries(rubric)
    .find((known) => known.id === id);
  if (entry === undefined) throw new Error(`the rubric has no ${kind} ${id}`);
  return { id, kind, title: entry.title, blocks: entry.blocks() };
}

/** The page of the first entry that `id` names, null where there is none. */
export function findPage(rubric: Rubric, id: string): EntryPage | null {
  const [entry] = findEntries(rubric, id);
  return entry === undefined ? null : buildPage(rubric, entry);
}
