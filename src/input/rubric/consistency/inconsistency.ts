import type { Rubric } from '../../../model/rubric.ts';

/** What is wrong with an entry, why that matters and what to do. */
export interface InconsistencyText {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

/** A contradiction between entries of a rubric set, with the file and the JSON pointer where it shows. */
export interface FileInconsistency extends InconsistencyText {
  readonly file: string;
  /** What it leads to shows the fault: a mapping or a list at its key. */
  readonly pointer: string;
  /** The id that was written and those that exist, for a suggestion. */
  readonly word?: string;
  readonly candidates?: readonly string[];
}

/** The folder of a set whose files hold the texts that the classifier learns from. */
export const TRAINING_TEXTS = 'classifier/texts/';

/** The file of a set that holds an entry. */
export const FILES = {
  set: 'rubric.yaml',
  evidence: 'evidence.yaml',
  gates: 'gates.yaml',
  diagnoses: 'diagnoses.yaml',
  regulations: 'regulations.yaml',
  alternatives: 'alternatives.yaml',
  units: 'units.yaml',
  statements: 'statements.yaml',
  grammar: 'grammar.yaml',
  hosts: 'hosts.yaml',
  classifier: 'classifier/classifier.yaml',
  vectors: 'vectors.yaml',
  dimension: (id: string) => `dimensions/${id}.yaml`,
  track: (id: string) => `tracks/${id}.yaml`,
  trainingTexts: (label: string) => `${TRAINING_TEXTS}${label}.yaml`,
} as const;

/** The ids of a set that entries may name. */
export interface KnownIds {
  readonly criteria: readonly string[];
  readonly dimensions: readonly string[];
  readonly tracks: readonly string[];
  readonly grades: readonly string[];
  readonly kinds: readonly string[];
  readonly gates: readonly string[];
  readonly claims: readonly string[];
}

export function collectKnownIds(rubric: Rubric): KnownIds {
  const idsOf = (entries: readonly { id: string }[]) => entries.map((entry) => entry.id);
  return {
    criteria: idsOf(rubric.criteria),
    dimensions: idsOf(rubric.dimensions),
    tracks: idsOf(rubric.tracks),
    grades: idsOf(rubric.evidence.grades),
    kinds: idsOf(rubric.evidence.kinds),
    gates: idsOf(rubric.gates),
    claims: idsOf(rubric.seeds.claims),
  };
}

/** Ids that a message lists in full. */
const MAX_LISTED_IDS = 12;

function suggestKnownIds(what: string, candidates: readonly string[]): string {
  if (candidates.length > MAX_LISTED_IDS) return `Correct the id, or add a ${what} that has it.`;
  return `Name one that exists (${candidates.join(', ')}), or add a ${what} that has this id.`;
}

export function checkIdExists(
  file: string,
  pointer: string,
  what: string,
  word: string,
  candidates: readonly string[],
): readonly FileInconsistency[] {
  if (candidates.includes(word)) return [];
  const told: InconsistencyText = {
    what: `there is no ${what} \`${word}\``,
    why: 'What names nothing would count for nothing, without notice.',
    fix: suggestKnownIds(what, candidates),
  };
  return [{ file, pointer, ...told, word, candidates }];
}

export function checkClaimIds(
  file: string,
  pointer: string,
  claims: readonly string[],
  lists: KnownIds,
): readonly FileInconsistency[] {
  return claims.flatMap((id, i) => checkIdExists(file, `${pointer}/${i}`, 'claim', id, lists.claims));
}

/** Ids that stand twice in a list of their own; `at` is the pointer of the list. */
export function checkUniqueIds(
  entries: readonly { id: string }[],
  file: string,
  at: string,
): readonly FileInconsistency[] {
  const ids = entries.map((entry) => entry.id);
  const told = (id: string): InconsistencyText => ({
    what: `the id \`${id}\` stands twice`,
    why: 'What names the id could mean either entry.',
    fix: 'Give one of the two another id, or take one out.',
  });
  return ids.flatMap((id, i) => (ids.indexOf(id) === i ? [] : [{ file, pointer: `${at}/${i}/id`, ...told(id) }]));
}

/** The places of those that do not follow the one before as they should; the first follows none. */
export function findOutOfOrder(
  values: readonly number[],
  follows: (value: number, before: number) => boolean,
): readonly number[] {
  return values.flatMap((value, i) => {
    const before = values[i - 1];
    return before === undefined || follows(value, before) ? [] : [i];
  });
}
