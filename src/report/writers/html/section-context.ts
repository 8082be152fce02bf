import type { Band, Rubric } from '../../../model/rubric.ts';

/** What a section knows beside its report. */
export interface SectionContext {
  /** Begins every id of the project's part of the page, so that two projects do not share one. */
  readonly prefix: string;
  /** Level of the project's heading, 1 or 2; its sections stand one below. */
  readonly level: 1 | 2;
  /** Best first; none where the page has no rubric. */
  readonly bands: readonly Band[];
  /** The multiples that the break-even asks for at ease 0 to 4; none where the page has no rubric. */
  readonly steps: readonly number[];
}

/** What the charts take from a rubric. */
export function scalesOf(rubric: Rubric | null): Pick<SectionContext, 'bands' | 'steps'> {
  const gate = rubric?.gates.find(({ kind }) => kind === 'break-even');
  const bands = [...(rubric?.bands ?? [])].sort((a, b) => b.from - a.from);
  return { bands, steps: gate?.kind === 'break-even' ? gate.steps : [] };
}
