import type { Rubric } from '../model/rubric.ts';

/** A contradiction between entries of a rubric set: the file and the JSON pointer where it shows, and what is wrong. */
export interface Fault {
  readonly file: string;
  readonly pointer: string;
  readonly what: string;
  /** The id that was written and those that exist, for a suggestion. */
  readonly word?: string;
  readonly candidates?: readonly string[];
}

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
  classifier: 'classifier.yaml',
  vectors: 'vectors.yaml',
  dimension: (id: string) => `dimensions/${id}.yaml`,
  track: (id: string) => `tracks/${id}.yaml`,
  sentences: (label: string) => `sentences/${label}.yaml`,
} as const;

/** The ids of a set that entries may name. */
export interface Lists {
  readonly criteria: readonly string[];
  readonly dimensions: readonly string[];
  readonly tracks: readonly string[];
  readonly grades: readonly string[];
  readonly kinds: readonly string[];
  readonly gates: readonly string[];
  readonly claims: readonly string[];
}

export function listsOf(rubric: Rubric): Lists {
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

export function dangling(
  file: string,
  pointer: string,
  what: string,
  word: string,
  candidates: readonly string[],
): readonly Fault[] {
  return candidates.includes(word)
    ? []
    : [{ file, pointer, what: `there is no ${what} \`${word}\``, word, candidates }];
}

export function claimFaults(file: string, pointer: string, claims: readonly string[], lists: Lists): readonly Fault[] {
  return claims.flatMap((id, i) => dangling(file, `${pointer}/${i}`, 'claim', id, lists.claims));
}

/** Ids that stand twice in a list of their own; `at` is the pointer of the list. */
export function repeated(entries: readonly { id: string }[], file: string, at: string): readonly Fault[] {
  const ids = entries.map((entry) => entry.id);
  return ids.flatMap((id, i) =>
    ids.indexOf(id) === i ? [] : [{ file, pointer: `${at}/${i}/id`, what: `the id \`${id}\` stands twice` }],
  );
}

export function rising(values: readonly number[]): boolean {
  return values.every((value, i) => i === 0 || value > (values[i - 1] ?? value));
}
