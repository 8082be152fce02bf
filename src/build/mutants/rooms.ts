import * as path from 'node:path';
import { ROOT } from '../run-built.ts';

/** Files that are changed together, and the tests that must notice. */
export interface MutantRoom {
  readonly files: readonly string[];
  readonly tests: readonly string[];
}

const score = (...names: readonly string[]) => names.map((name) => `src/score/${name}.ts`);

export const ROOMS: Readonly<Record<string, MutantRoom>> = {
  verdict: { files: score('verdict'), tests: ['test/score/verdict.test.ts'] },
  gates: { files: score('gates', 'break-even', 'marks'), tests: ['test/score/gates.test.ts', 'test/assess.test.ts'] },
  diagnosis: { files: score('diagnose'), tests: ['test/score/diagnose.test.ts'] },
  evidence: {
    files: score('evidence', 'own-hosts', 'web-location', 'registrable-domain'),
    tests: ['dates', 'sources', 'closed-sources', 'registrable-domain', 'lock'].map(
      (name) => `test/score/${name}.test.ts`,
    ),
  },
  findings: {
    files: score('findings', 'contradictions', 'main-owner', 'change-causes'),
    tests: ['contradictions', 'main-owner', 'sources', 'dates'].map((name) => `test/score/${name}.test.ts`),
  },
  criteria: { files: ['src/criteria'], tests: ['test/criteria', 'test/score/attacks.test.ts'] },
  compare: { files: ['src/analysis/compare'], tests: ['test/analysis/compare'] },
  quotes: {
    files: ['src/prose/match-quote.ts', 'src/prose/matchable-text.ts'],
    tests: ['test/prose/match-quote.test.ts', 'test/prose/quote-pairs.test.ts'],
  },
  baseline: {
    files: ['src/check/baseline.ts', 'src/check/fingerprint-findings.ts'],
    tests: ['test/check/check-description.test.ts', 'test/check/attacks.test.ts'],
  },
};

/** One change. Its switch is its id. */
export interface Mutant {
  readonly id: string;
  readonly fileName: string;
  readonly replacement: string;
  /** `Ignored` where changes of its kind are left out: the text has no switch for it. */
  readonly status?: string;
  readonly location: {
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
  };
}

/** What the run of the tests tells: a line of JSON each. */
export type MutantNote =
  | { readonly covered: readonly string[]; readonly loading: readonly string[] }
  | { readonly killed: string; readonly by: string }
  | { readonly unsteady: string };

export const MUTANT_FOLDER = path.join(ROOT, 'node_modules/.cache/demandfit/mutants');
export const CHANGED = path.join(MUTANT_FOLDER, 'changed');
export const NOTES = path.join(MUTANT_FOLDER, 'notes.jsonl');
