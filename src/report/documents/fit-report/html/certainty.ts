import type { Certainty, Extremes, Report } from '../../../../model/report.ts';
import { listCertaintyFacts } from '../../../wording/certainty.ts';
import { bandScale, rangeBar } from '../../../writers/html/bars.ts';
import { type Html, html, NOTHING } from '../../../writers/html/html.ts';
import type { SectionContext } from '../../../writers/html/section-context.ts';
import { section } from './section.ts';

const NAMES: Readonly<Record<string, string>> = {
  judgement: 'Judgement alone',
  facts: 'Open facts alone',
  both: 'Both together',
};

function rangesOf(certainty: Certainty): Readonly<Record<string, Extremes>> {
  return { judgement: certainty.byJudgement, facts: certainty.byFacts, both: certainty };
}

function row(
  certainty: Certainty,
  { label, says }: ReturnType<typeof listCertaintyFacts>[number],
  context: SectionContext,
): Html {
  const name = NAMES[label] ?? label;
  const range = rangesOf(certainty)[label];
  const bar = range === undefined ? null : rangeBar(name, range.worst.index, range.best.index, context.bands);
  return html`<li><strong>${name}</strong>${bar}<span>${says}</span></li>`;
}

/** Whether the verdict holds against all that a reasonable reader could hold against it. */
export function sure({ certainty }: Report, context: SectionContext): Html {
  if (certainty === null) return NOTHING;
  const says = certainty.certain
    ? 'The verdict is certain: no admissible reading of the rubric and no answer still open changes it.'
    : 'The verdict is not certain: another reading of the rubric, or an answer that is still open, can change it.';
  return section(
    context,
    'sure',
    'How sure is the verdict?',
    html`<p>${says}</p><ul class="ranges">${listCertaintyFacts(certainty).map((fact) => row(certainty, fact, context))}</ul>${bandScale(context)}`,
  );
}
