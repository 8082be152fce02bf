import * as path from 'node:path';
import { ROOT } from '../run-built.ts';

/** Files that are changed together, and the tests that must notice. */
export interface MutantRoom {
  readonly files: readonly string[];
  readonly tests: readonly string[];
}

const SCORING = ['test/assess.test.ts', 'test/criteria', 'test/score', 'test/analysis/sensitivity/certainty.test.ts'];

export const ROOMS: Readonly<Record<string, MutantRoom>> = {
  verdict: { files: ['verdict', 'marks', 'diagnose'].map((name) => `src/score/${name}.ts`), tests: SCORING },
  gates: { files: ['gates', 'break-even'].map((name) => `src/score/${name}.ts`), tests: SCORING },
  evidence: { files: ['evidence', 'own-hosts', 'web-location'].map((name) => `src/score/${name}.ts`), tests: SCORING },
  score: {
    files: [
      ...['change-causes', 'contradictions', 'findings', 'main-owner', 'read-answers', 'registrable-domain'],
      ...['report-criteria', 'score-description', 'score-on-track'],
    ].map((name) => `src/score/${name}.ts`),
    tests: SCORING,
  },
  criteria: { files: ['src/criteria'], tests: SCORING },
  exact: { files: ['src/model/rational.ts', 'src/model/level.ts', 'src/model/day.ts'], tests: SCORING },
  compare: { files: ['src/analysis/compare'], tests: ['test/analysis/compare'] },
  quotes: { files: ['src/prose/match-quote.ts', 'src/prose/matchable-text.ts'], tests: ['test/prose'] },
  baseline: {
    files: ['src/check/baseline.ts', 'src/check/fingerprint-findings.ts'],
    tests: ['test/check/baseline.test.ts'],
  },
};

/** One change. Its switch is its id. */
export interface Mutant {
  readonly id: string;
  readonly fileName: string;
  readonly mutatorName: string;
  readonly replacement: string;
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
