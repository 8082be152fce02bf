import type { DiagnosticText, Inconsistency } from '../../../model/diagnostic.ts';
import type { Rubric } from '../../../model/rubric.ts';
import { findNearest } from '../../problems/find-nearest.ts';

/** A contradiction between entries of a rubric set, at the JSON pointer of the part that is marked: a mapping or a list at its key. */
export interface FileInconsistency extends Inconsistency<string> {
  readonly file: string;
}

/** The folder of a set whose files hold the texts that the classifier learns from. */
export const TRAINING_TEXTS = 'classifier/texts/';

/** The folder whose files hold sentences by the questions that they bear on. */
export const TRAINING_SENTENCES = 'classifier/sentences/';

/** The folder whose files hold sentences by what they claim for an offer. */
export const TRAINING_CLAIMS = 'classifier/claims/';

/** The folders of all that the classifier learns from. */
export const TRAINING_FOLDERS = [TRAINING_TEXTS, TRAINING_SENTENCES, TRAINING_CLAIMS] as const;

/** The file of a set that holds an entry. */
export const FILES = {
  set: 'rubric.yaml',
  evidence: 'evidence.yaml',
  gates: 'gates.yaml',
  diagnoses: 'diagnoses.yaml',
  implications: 'implications.yaml',
  regulations: 'regulations.yaml',
  alternatives: 'alternatives.yaml',
  units: 'units.yaml',
  statements: 'statements.yaml',
  grammar: 'grammar.yaml',
  reading: 'reading.yaml',
  hosts: 'hosts.yaml',
  glossary: 'glossary.yaml',
  classifier: 'classifier/classifier.yaml',
  vectors: 'vectors.yaml',
  dimension: (id: string) => `dimensions/${id}.yaml`,
  track: (id: string) => `tracks/${id}.yaml`,
  trainingTexts: (label: string) => `${TRAINING_TEXTS}${label}.yaml`,
  trainingClaims: (name: string) => `${TRAINING_CLAIMS}${name}.yaml`,
  trainingSentences: (name: string) => `${TRAINING_SENTENCES}${name}.yaml`,
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

function suggestKnownIds(candidates: readonly string[]): string {
  if (candidates.length > MAX_LISTED_IDS) return 'Correct the id, or add an entry that has it.';
  return `Use one of: ${candidates.join(', ')}; or add an entry with this id.`;
}

/** Nothing, or that no `what` has the id `word`. */
export function checkIdExists(
  file: string,
  pointer: string,
  what: string,
  word: string,
  candidates: readonly string[],
): readonly FileInconsistency[] {
  if (candidates.includes(word)) return [];
  const text: DiagnosticText = {
    what: `there is no ${what} \`${word}\``,
    why: 'A reference to an unknown id would be silently ignored.',
    fix: suggestKnownIds(candidates),
  };
  return [{ file, at: pointer, ...text, suggestion: findNearest(word, candidates) }];
}

export function checkClaimIds(
  file: string,
  pointer: string,
  claims: readonly string[],
  lists: KnownIds,
): readonly FileInconsistency[] {
  return claims.flatMap((id, i) => checkIdExists(file, `${pointer}/${i}`, 'claim', id, lists.claims));
}

/** Duplicate ids in a list; `at` is the pointer of the list. */
export function checkUniqueIds(
  entries: readonly { id: string }[],
  file: string,
  at: string,
): readonly FileInconsistency[] {
  const ids = entries.map((entry) => entry.id);
  const text = (id: string): DiagnosticText => ({
    what: `duplicate id \`${id}\``,
    why: 'A reference to the id could mean either entry.',
    fix: 'Give one of the two another id, or remove one.',
  });
  return ids.flatMap((id, i) => (ids.indexOf(id) === i ? [] : [{ file, at: `${at}/${i}/id`, ...text(id) }]));
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
