import type { Report } from '../../model/report.ts';
import { breakEven } from './break-even.ts';
import { cause } from './cause.ts';
import type { SectionContext } from './context.ts';
import { gates } from './gates.ts';
import type { Html } from './html.ts';
import { levers } from './levers.ts';
import { profile } from './profile.ts';
import type { PageSectionId } from './section.ts';
import { sure } from './sure.ts';
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
