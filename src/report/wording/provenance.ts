import type { ReportHead, RubricInfo } from '../../model/report.ts';
import type { Weights } from '../../model/track.ts';
import { formatPoints } from './figures.ts';

/** By which rubrics, in the order of their use, and which version of the tool. */
export function describeProvenance({ rubric, tool }: ReportHead, earlier: RubricInfo = rubric): string {
  const [old, now] = [earlier, rubric].map(({ id, version, origin }) => `${id} ${version} (${origin})`);
  return `Rubric ${old === now ? now : `${old}, then ${now}`}; ${tool.name} ${tool.version}`;
}

/** What of the rubric's judgement the reader set aside: weights and rules of their own; null where nothing. */
export function describeOverrides(
  weights: Weights | null,
  { rubric }: ReportHead,
  titleOf: (dimension: string) => string,
): string | null {
  const own = Object.entries(weights ?? {}).map(([id, weight]) => `${titleOf(id)} ${formatPoints(weight)}`);
  const told = [
    ...(own.length === 0 ? [] : [`weights ${own.join(', ')}`]),
    ...(rubric.origin === 'built-in' ? [] : [`rubric ${rubric.id} ${rubric.version} from ${rubric.origin}`]),
  ];
  return told.length === 0 ? null : told.join('; ');
}

interface WeightedReport {
  readonly weights: Weights | null;
  readonly dimensions: readonly { readonly id: string; readonly title: string }[];
}

/** The same of reports, which have the titles; the caller's weights are one for all of them. */
export function describeReportOverrides(reports: readonly WeightedReport[], head: ReportHead): string | null {
  const weights = reports.find((report) => report.weights !== null)?.weights ?? null;
  const titles = reports.flatMap(({ dimensions }) => dimensions);
  return describeOverrides(weights, head, (id) => titles.find((entry) => entry.id === id)?.title ?? id);
}
