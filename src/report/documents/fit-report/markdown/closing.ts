import type { Report, ReportJson } from '../../../../model/report.ts';
import { formatPercent } from '../../../wording/figures.ts';
import { describeReportOverrides } from '../../../wording/provenance.ts';
import {
  describeClassification,
  describeDecidingWord,
  describeRubric,
  OTHER_TRACK_REASONS,
  selectStrongestWords,
} from '../../../wording/sentences.ts';
import { toWords } from '../../../wording/to-words.ts';
import { bullets, heading, paragraph, table } from '../../../writers/markdown/blocks.ts';
import { escapeForMarkdown as safe } from '../../../writers/markdown/escape-for-markdown.ts';
import { namedInterval } from './overview.ts';

/** The outcome under other tracks. */
export function otherTracks(report: Report, level: number): string[] {
  const rows = report.otherTracks.map((other) => [
    safe(other.track),
    safe(toWords(other.verdict)),
    namedInterval(other),
    OTHER_TRACK_REASONS[other.because],
  ]);
  if (rows.length === 0) return [];
  return [...heading(level + 1, 'Under another track'), ...table(['Track', 'Verdict', 'Index', 'Why shown'], rows)];
}

/** How the tracks rank by the summary, and the words that decided. */
export function track({ classification }: Report, level: number): string[] {
  const { ranked, status } = classification;
  if (status === 'skipped') return [];
  const list = selectStrongestWords(classification).map((word) => safe(describeDecidingWord(word)));
  return [
    ...heading(level + 1, 'Track by the summary'),
    ...bullets([
      `Status: ${describeClassification(classification)}`,
      `Ranking: ${ranked.map((entry) => `${safe(entry.track)} ${formatPercent(entry.share)}`).join(', ')}`,
      `Words: ${list.length === 0 ? 'none that the rubric knows' : list.join(', ')}`,
    ]),
  ];
}

/** That the reader judges otherwise than the rubric that comes with the program. */
export function judgement(reports: readonly Report[], file: ReportJson): string[] {
  const own = describeReportOverrides(reports, file);
  return own === null ? [] : paragraph(`By own judgement: ${safe(own)}.`);
}

/** What is measured and what not, and by which rubric, tool and day. */
export function scope(report: Report, file: ReportJson): string[] {
  return [...paragraph(`Scope: ${safe(report.scope)}`), ...paragraph(safe(describeRubric(report, file)))];
}

/** The files that could not be scored, each problem in a line. */
export function problems({ problems: entries }: ReportJson, level: number): string[] {
  const items = entries.map(({ file, at, code, what, fix }) => {
    const where = at === null ? file : `${file}:${at.line}:${at.column}`;
    return `${safe(where)}: ${safe(what)} ${safe(fix)} (${safe(code)})`;
  });
  return items.length === 0 ? [] : [...heading(level, 'Not scored'), ...bullets(items)];
}
