import type { Cue } from '../model/criterion.ts';
import { rememberByObject } from '../model/remember.ts';
import type { Rubric } from '../model/rubric.ts';
import type { PassageSpan } from '../prose/passage.ts';
import { PhraseIndex } from '../prose/phrase-index.ts';

/** A cue with the criterion that it is of. */
export interface CriterionCue extends Cue {
  readonly criterion: string;
}

const CUE_PARTS = ['says', 'with', 'under', 'unless'] as const;
const OWNERS = ['rival', 'market', 'plan', 'present'] as const;
const NOISE = ['always', 'form'] as const;

type CuePart = (typeof CUE_PARTS)[number];
/** Where the parts of a cue are in a text. */
export interface HeardCue extends Partial<Record<CuePart, PassageSpan>> {}

type SentenceMark = (typeof OWNERS)[number] | (typeof NOISE)[number];

/** What the phrases of a text are for. */
export interface HeardPhrases {
  /** By the number of a cue: which of its parts are there, and where. */
  readonly cues: ReadonlyMap<number, HeardCue>;
  readonly marks: Partial<Record<SentenceMark, PassageSpan>>;
}

type PhraseUse = { readonly cue: number; readonly part: CuePart } | { readonly mark: SentenceMark };

/** The phrases by which a reading tells what a sentence is about, whose it is, and whether it is a fact at all, in one index. */
export class CueIndex {
  readonly cues: readonly CriterionCue[];
  readonly #uses: readonly (readonly PhraseUse[])[];
  readonly #index: PhraseIndex;

  constructor({ criteria, reading: { groups, noise, owners } }: Rubric) {
    this.cues = criteria.flatMap(({ id, cues }) => cues.map((cue) => ({ ...cue, criterion: id })));
    const uses = new Map<string, PhraseUse[]>();
    const add = (phrases: readonly string[] | null, use: PhraseUse) => {
      for (const phrase of phrases ?? []) uses.set(phrase, [...(uses.get(phrase) ?? []), use]);
    };
    for (const [number, cue] of this.cues.entries())
      for (const part of CUE_PARTS) add(cue[part], { cue: number, part });
    for (const mark of OWNERS) add(owners[mark], { mark });
    for (const mark of NOISE) add(noise[mark], { mark });
    this.#uses = [...uses.values()];
    this.#index = new PhraseIndex([...uses.keys()], groups);
  }

  hear(text: string): HeardPhrases {
    const cues = new Map<number, HeardCue>();
    const marks: Partial<Record<SentenceMark, PassageSpan>> = {};
    for (const { phrase, from, to } of this.#index.find(text))
      for (const use of this.#uses[phrase] ?? []) {
        if ('mark' in use) marks[use.mark] ??= { from, to };
        else cues.set(use.cue, { [use.part]: { from, to }, ...cues.get(use.cue) });
      }
    return { cues, marks };
  }
}

/** The index of a rubric, built once. */
export const getCueIndex = rememberByObject((rubric: Rubric) => new CueIndex(rubric));
