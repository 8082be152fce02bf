import type { GateReport, GateStatus, Report } from '../../../../model/report.ts';
import { describeGateStatus } from '../../../wording/gate-sentences.ts';
import { type Html, html, NOTHING } from '../../../writers/html/html.ts';
import type { SectionContext } from '../../../writers/html/section-context.ts';
import { section } from './section.ts';

const SIGNS = { passed: '✓', failed: '✗', open: '?', 'not-applicable': '–' } as const satisfies Record<
  GateStatus,
  string
>;

/** A gate with its state, as a sign and in words. */
export function gateSign({ status }: Pick<GateReport, 'status'>): Html {
  return html`<span class="sign ${status}" aria-hidden="true">${SIGNS[status]}</span>`;
}

/** Whether each gate passes, and what it means for the index. */
export function gates({ gates: entries }: Report, context: SectionContext): Html {
  if (entries.length === 0) return NOTHING;
  const items = entries.map(
    (gate) =>
      html`<li class="${gate.status}">${gateSign(gate)}<div><p><strong>${gate.title}</strong>: ${describeGateStatus(gate)}</p><p class="aside">${gate.says}</p></div></li>`,
  );
  return section(context, 'gates', 'Gates', html`<ul class="gates">${items}</ul>`);
}
