import type { Report } from '../../../../model/report.ts';
import { formatPointsGained, LEVER_WORDS } from '../../../wording/sentences.ts';
import { bullets, heading } from '../../../writers/markdown/blocks.ts';
import { escapeForMarkdown as safe } from '../../../writers/markdown/escape-for-markdown.ts';

/** The most that are told; all of them are in the data. */
const TOLD = 5;

/** What would raise the supported index most, before gates. */
export function levers(report: Report, level: number): readonly string[] {
  if (report.levers.length === 0) return [];
  const told = report.levers.slice(0, TOLD).map((lever) => {
    const says = `${LEVER_WORDS[lever.kind]} ${lever.effort}. ${lever.how}`;
    return `${safe(`${formatPointsGained(lever)} ${lever.title}`)}: ${safe(says)}`;
  });
  return [...heading(level + 1, 'What would raise supported most, in points before gates'), ...bullets(told)];
}
