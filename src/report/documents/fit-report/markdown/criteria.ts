import { HIGHEST } from '../../../../model/level.ts';
import type { CriterionReport, DimensionReport, ItemReport, Report } from '../../../../model/report.ts';
import { formatFinePercent } from '../../../wording/figures.ts';
import { describeFinding, groupFindings } from '../../../wording/finding-wording.ts';
import { describeComparison } from '../../../wording/gate-sentences.ts';
import { describeUnknown, formatReportPlace, listUnknowns } from '../../../wording/sentences.ts';
import { bullets, heading, table } from '../../../writers/markdown/blocks.ts';
import { escapeForMarkdown as safe } from '../../../writers/markdown/escape-for-markdown.ts';

function row(criterion: CriterionReport): readonly string[] {
  const title = safe(criterion.title);
  const share = formatFinePercent(criterion.share);
  switch (criterion.status) {
    case 'not-applicable':
      return [title, `not applicable. ${safe(criterion.reason)}`, '', '', '', '', ''];
    case 'unknown':
    case 'answered': {
      const { supported, claimed, possible } = criterion.levels;
      const [said, grade] =
        criterion.status === 'unknown' ? ['unknown', ''] : [safe(criterion.said), safe(criterion.grade)];
      return [title, said, `${supported}`, `${claimed}`, `${possible}`, grade, share];
    }
  }
}

function itemRemark(report: Report, item: ItemReport): string {
  const { title, claimed, supported, grade, reason, note } = item;
  const at = formatReportPlace(report, item.at);
  const said = `${title}: supported ${supported} ≤ claimed ${claimed}, grade ${grade}; ${reason}`;
  return `${said}${note === null ? '' : `; note: ${note}`}${at === null ? '' : ` (${at})`}`;
}

/** What a table has no room for: the level's text and the lever, then comparison, items, disputes and note. */
function remarks(report: Report, criterion: CriterionReport): readonly string[] {
  if (criterion.status !== 'answered') return [];
  const { title, means, note, items, disputedBy, comparison, levels, raise, effort } = criterion;
  const at = formatReportPlace(report, criterion.at);
  const lever = levels.supported === HIGHEST ? '' : ` Lever: ${safe(raise)} Effort: ${safe(effort.raise)}.`;
  const below = [
    ...(comparison === null ? [] : describeComparison(comparison)),
    ...items.map((item) => itemRemark(report, item)),
    ...disputedBy.map((source) => `disputed by ${source.title}`),
    ...(note === null ? [] : [`note: ${note}`]),
  ];
  return [
    `- **${safe(title)}**: ${safe(means)}${lever}${at === null ? '' : ` (${safe(at)})`}`,
    ...below.map((text) => `  - ${safe(text)}`),
  ];
}

function dimensionBlock(report: Report, dimension: DimensionReport, level: number): string[] {
  const said = dimension.criteria.flatMap((criterion) => remarks(report, criterion));
  const titles = ['Criterion', 'Answer', 'Supported>', 'Claimed>', 'Possible>', 'Evidence', 'Share of the index>'];
  return [
    ...heading(level, safe(dimension.title)),
    ...table(titles, dimension.criteria.map(row)),
    ...(said.length === 0 ? [] : [...said, '']),
  ];
}

/** Every criterion by dimension, levels 0 to 4. */
export function criteria(report: Report, level: number): string[] {
  if (report.dimensions.length === 0) return [];
  return [
    ...heading(level + 1, 'Criteria'),
    ...report.dimensions.flatMap((dimension) => dimensionBlock(report, dimension, level + 2)),
  ];
}

/** The open questions, the largest share of the index first. */
export function unknowns(report: Report, level: number): string[] {
  const rows = listUnknowns(report).map((criterion) => [
    formatFinePercent(criterion.share),
    safe(criterion.title),
    safe([criterion.question, ...(criterion.note === null ? [] : [`Note: ${criterion.note}`])].join(' ')),
    describeUnknown(criterion),
    safe(criterion.effort.find_out),
  ]);
  const titles = ['Share of the index>', 'Criterion', 'Question', 'Why unknown', 'Finding out takes'];
  return rows.length === 0 ? [] : [...heading(level + 1, 'Unknown'), ...table(titles, rows)];
}

/** What the checks found, in the report's order. */
export function findings(report: Report, level: number): string[] {
  const items = groupFindings(report.findings).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { why, fix } = describeFinding(first);
    const told = group.map((finding) => {
      const at = formatReportPlace(report, finding.at);
      return `**${safe(describeFinding(finding).what)}**${at === null ? '' : ` (${safe(at)})`}`;
    });
    return [`${told.join(' ')} ${safe(why)} ${safe(fix)} (${first.id})`];
  });
  return items.length === 0 ? [] : [...heading(level + 1, 'Findings'), ...bullets(items)];
}
