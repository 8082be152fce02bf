import type { Report } from '../../../../model/report.ts';
import type { Html } from '../../../writers/html/html.ts';
import type { SectionContext } from '../../../writers/html/section-context.ts';
import { breakEven } from './break-even.ts';
import { sure } from './certainty.ts';
import { cause } from './diagnosis.ts';
import { gates } from './gates.ts';
import { levers } from './levers.ts';
import { profile } from './profile.ts';
import type { PageSectionId } from './section.ts';
import { verdict } from './verdict.ts';

/** The parts that follow a change at once, in order: the page and its program make them by the same functions. */
export const LIVE = {
  verdict,
  profile,
  'break-even': breakEven,
  gates,
  sure,
  cause,
  levers,
} as const satisfies Partial<Record<PageSectionId, (report: Report, context: SectionContext) => Html>>;
