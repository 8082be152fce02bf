import { BOUNDS, type Bounds } from '../../../../model/level.ts';
import type { DiagnosisReport, Report } from '../../../../model/report.ts';
import { describeCertainty } from '../../../wording/certainty.ts';
import { formatPoints } from '../../../wording/figures.ts';
import {
  describeBreakEven,
  describeClaimedBreakEven,
  describeGateStatus,
  findUncappedFit,
} from '../../../wording/gate-sentences.ts';
import { describeCoverage, describeTrack } from '../../../wording/sentences.ts';
import { toWords } from '../../../wording/to-words.ts';
import { bullets, heading, paragraph, table } from '../../../writers/markdown/blocks.ts';
import { renderMarkdownLink, escapeForMarkdown as safe } from '../../../writers/markdown/escape-for-markdown.ts';

/** `supported 31 ≤ claimed 48 ≤ possible 77`. */
export function namedInterval(values: Bounds<number>): string {
  return BOUNDS.map((bound) => `${bound} ${formatPoints(values[bound])}`).join(' ≤ ');
}

function verdictBlock({ fit, verdictTitle, verdictMeans, verdictAtPossible }: Report): string[] {
  if (fit === null) return paragraph(`**${safe(verdictTitle)}.** ${safe(verdictMeans)}`);
  const uncapped = findUncappedFit(fit);
  return [
    ...paragraph(`**${safe(verdictTitle)}**: ${namedInterval(fit)}, of 100`),
    ...paragraph(
      [
        safe(verdictMeans),
        ...(verdictAtPossible === null ? [] : [`At possible: ${safe(toWords(verdictAtPossible))}.`]),
        ...(uncapped === null ? [] : [`Without gates: ${namedInterval(uncapped)}.`]),
      ].join(' '),
    ),
  ];
}

function factsBlock(report: Report): string[] {
  const { project, breakEven, diagnosis, fit, certainty } = report;
  const claimed = describeClaimedBreakEven(breakEven);
  const more = claimed === null ? '' : `; claimed: ${claimed}`;
  return bullets([
    ...(project.offer === null ? [] : [`Offer: ${safe(project.offer)}`]),
    ...(project.website === null ? [] : [`Website: ${renderMarkdownLink(project.website, project.website)}`]),
    `Track: ${safe(describeTrack(report))}`,
    ...(fit === null
      ? []
      : [
          `Coverage: ${describeCoverage(report)}`,
          `Break-even: ${safe(describeBreakEven(breakEven) + more)}`,
          ...(certainty === null ? [] : [`How sure: ${safe(describeCertainty(certainty, report.verdict))}`]),
        ]),
    ...(diagnosis === null
      ? []
      : [`Diagnosis: **${safe(diagnosis.title)}**; route: ${diagnosis.route}`, `Watch: ${safe(diagnosis.trigger)}`]),
  ]);
}

/** The project with its verdict, and the facts that decide it. */
export function overview(report: Report, level: number): string[] {
  return [...heading(level, safe(report.project.name)), ...verdictBlock(report), ...factsBlock(report)];
}

/** The five dimensions with weight and three values. */
export function dimensions({ dimensions: entries }: Report, level: number): string[] {
  const rows = entries.map((entry) => [
    safe(entry.title),
    formatPoints(entry.weight),
    ...BOUNDS.map((bound) => formatPoints(entry[bound])),
    safe(entry.reason),
  ]);
  const titles = ['Dimension', 'Weight>', 'Supported>', 'Claimed>', 'Possible>', 'Why this weight'];
  return rows.length === 0 ? [] : [...heading(level + 1, 'Dimensions'), ...table(titles, rows)];
}

/** The gates, and the break-even at each of the three values. */
export function gates({ gates: entries, breakEven, fit }: Report, level: number): string[] {
  if (fit === null) return [];
  const rows = entries.map((gate) => [safe(gate.title), describeGateStatus(gate), safe(gate.says)]);
  const even =
    breakEven.status === 'not-applicable'
      ? []
      : BOUNDS.map((bound) => [bound, `${breakEven.ease[bound]} of 4`, safe(describeBreakEven(breakEven, bound))]);
  return [
    ...(rows.length === 0 ? [] : [...heading(level + 1, 'Gates'), ...table(['Gate', 'Status', 'What it means'], rows)]),
    ...(even.length === 0 ? [] : [...heading(level + 1, 'Break-even'), ...table(['At', 'Ease>', 'Edge'], even)]),
  ];
}

function cause({ title, means, route, advice, trigger }: DiagnosisReport): string[] {
  return [
    ...paragraph(`**${safe(title)}.** ${safe(means)}`),
    ...bullets([`Route: ${route}. ${safe(advice)}`, `Watch: ${safe(trigger)}`]),
  ];
}

/** The diagnosis and the further causes that hold. */
export function diagnosis({ diagnosis: first, otherCauses }: Report, level: number): string[] {
  return [
    ...(first === null ? [] : [...heading(level + 1, 'Diagnosis'), ...cause(first)]),
    ...(otherCauses.length === 0 ? [] : heading(level + 1, 'What else holds it back')),
    ...otherCauses.flatMap(cause),
  ];
}
