import type { Report, ReportJson } from '../../../model/report.ts';
import { formatInterval, namedInterval } from '../../document.ts';
import { rankReports } from '../../rank-reports.ts';
import { formatCount, formatPoints } from '../../wording/figures.ts';
import {
  describeEvidence,
  describeNextChange,
  describePlacement,
  describePrice,
  describeQuotes,
  describeWeakest,
  isHeldByGates,
  listCapsAhead,
  listHindrances,
} from '../../wording/overview.ts';
import { describeReportOverrides } from '../../wording/provenance.ts';
import { rateVerdict } from '../../wording/rate-verdict.ts';
import { toWords } from '../../wording/to-words.ts';
import { writeBars, writeShares } from '../../writers/terminal/bars.ts';
import { joinParts, SCREEN_LINES, type ScreenPart, writeRows } from '../../writers/terminal/first-screen.ts';
import { type Flow, type Run, toOneLine, wrap, wrapAtMost } from '../../writers/terminal/flow.ts';
import type { RenderOptions } from '../../writers/terminal/paint.ts';
import { createScreen, type TerminalScreen } from '../../writers/terminal/screen.ts';
import { joinTerminalLines, judge, selectSign, writeTerminalBlocks } from '../../writers/terminal/write-terminal.ts';
import { summariseLever, summariseStake } from '../call-sheet.ts';
import {
  type ExplanationSections,
  toCertaintySection,
  toDetailSections,
  toReportsTable,
} from './to-report-document.ts';

const MAX_STEPS = 3;
const MAX_GATES = 3;
/** How much is left out so that the rest fits: the cause, the last gate, a line of the sentence, caps ahead, the second line of a row. */
const TIGHTNESS = [0, 1, 2, 3, 4] as const;
/** Blank lines that are worth the cause and the last gate. */
const ROOMY_GAPS = 2;
const ONE_IS_TOO_LITTLE = 'No single change raises the verdict. First steps:';

function toVerdictFlow({ fit, verdict, verdictTitle }: Report, screen: TerminalScreen): Flow {
  const title = judge(verdictTitle.toUpperCase(), rateVerdict(verdict, screen.bands), screen);
  if (fit === null) return [title];
  const figures: Run = { text: formatInterval(namedInterval(fit), screen.glyphs.atMost), style: screen.paint.bold };
  return [title, ': ', figures];
}

function writeVerdict(report: Report, screen: TerminalScreen, tightness: number): readonly string[] {
  const { fit, basis, sentence, verdictAtPossible } = report;
  const isOpen = verdictAtPossible !== null && basis !== 'settled';
  const atPossible = isOpen ? ` At best: ${toWords(verdictAtPossible)}.` : '';
  return [
    ...wrap(toVerdictFlow(report, screen), screen.width),
    ...wrapAtMost([sentence, atPossible], screen, tightness > 2 ? 3 : 4, '  '),
    ...(fit === null ? [] : writeShares(fit.shares, screen)),
  ];
}

/** The lines of a row: what it says is whole, unless there is no other way to fit. */
const limitLines = (tightness: number) => (tightness > 4 ? 1 : 2);

/** What explains the verdict: the gates that hold it, where most points are missing, the cause and the price in words. */
function writeReasons(report: Report, screen: TerminalScreen, tightness: number): readonly string[] {
  const gates = listHindrances(report).slice(0, tightness > 1 ? MAX_GATES - 1 : MAX_GATES);
  const rows = gates.map(({ status, title, says }): Flow => {
    const { style } = selectSign(status, screen);
    return [{ text: screen.glyphs.gate[status], style }, ` ${title}: `, { text: says, style }];
  });
  const [weakest, price] = [describeWeakest(report), describePrice(report)];
  const ahead = listCapsAhead(report).map(({ cap, gates: idle }): string => {
    const named = idle.map(({ status, title }) => `${screen.glyphs.gate[status]} ${title}`);
    return `${formatPoints(cap)}: ${named.join(', ')}`;
  });
  const { diagnosis } = report;
  const most = limitLines(tightness);
  return [
    ...writeRows('Limits', rows, screen, most),
    ...(weakest === null ? [] : writeRows('Weakest', [[weakest]], screen, most)),
    ...(diagnosis === null || rows.length > 0 || tightness > 0
      ? []
      : writeRows('Diagnosis', [[`${diagnosis.title}; route: ${diagnosis.route}`]], screen, most)),
    ...(price === null ? [] : writeRows('Price', [[price.row]], screen, most)),
    ...(ahead.length === 0 || tightness > 3 ? [] : writeRows('Next caps', [[ahead.join('; ')]], screen, most)),
  ];
}

/** The questions that settle most; where nothing open can change the verdict, what would have to change in the project. */
function writeNextSteps(report: Report, screen: TerminalScreen, most: number): readonly string[] {
  const { basis, questions, levers, verdict } = report;
  const bold = (text: string): Run => ({ text, style: screen.paint.bold });
  if (basis !== 'settled') {
    const rows = questions
      .slice(0, MAX_STEPS)
      .map((one, at): Flow => [`${at + 1} `, bold(one.title), ` (${one.effort}): ${summariseStake(one)}`]);
    return writeRows('Ask first', rows, screen, most);
  }
  const first = levers
    .filter((lever) => lever.points > 0 || lever.lifts.length > 0)
    .slice(0, MAX_STEPS - 1)
    .map((lever): Flow => [summariseLever(lever, report)]);
  const isTop = screen.bands.at(-1) === verdict;
  const isEnough = isTop || levers.some((lever) => lever.verdict !== verdict);
  return writeRows('Levers', isEnough || first.length === 0 ? first : [[ONE_IS_TOO_LITTLE], ...first], screen, most);
}

/** What the screen leaves out and how to see it, or what to do first. */
function describePointers({ fit, findings, classification }: Report, { command }: TerminalScreen): string {
  if (fit !== null) {
    const count = findings.length === 0 ? '' : `, ${formatCount(findings.length, 'finding')}`;
    return `More: --full (answers, sources${count}), ${command} ask`;
  }
  if (classification.status === 'no-offer')
    return `Next: answer its questions, in an editor or with ${command} init and --continue.`;
  return 'More: --full (the words that decided). If the track is wrong, set `track`.';
}

function writePointers(report: Report, screen: TerminalScreen): readonly string[] {
  return wrapAtMost([{ text: describePointers(report, screen), style: screen.paint.dim }], screen, 2, '');
}

function writeOverrides(reports: readonly Report[], file: ReportJson, screen: TerminalScreen): readonly string[] {
  const own = describeReportOverrides(reports, file);
  return own === null ? [] : wrapAtMost([`Custom settings: ${own}`], screen, 2, '');
}

/** What a reader with ten minutes needs, on one screen of 24 lines. @param isWhole where all else follows. */
function writeFirstScreen(
  report: Report,
  file: ReportJson,
  screen: TerminalScreen,
  isWhole: boolean,
): readonly string[] {
  const { project, dimensions } = report;
  const { paint, glyphs } = screen;
  const offer = project.offer === null ? '' : ` ${glyphs.dot} ${project.offer}`;
  const bars = dimensions.map((dimension) => ({
    title: dimension.title,
    values: dimension,
    beside: `weight ${formatPoints(dimension.weight)}`,
    reason: '',
  }));
  const next = describeNextChange(report);
  const evidence = describeEvidence(report);
  const toParts = (tightness: number): readonly ScreenPart[] => [
    {
      lines: [
        ...writeOverrides([report], file, screen),
        ...wrapAtMost([{ text: project.name, style: paint.bold }, offer], screen, 1, ''),
        ...wrapAtMost([{ text: describePlacement(report), style: paint.dim }], screen, 2, ''),
      ],
    },
    { lines: writeVerdict(report, screen, tightness) },
    {
      lines: writeBars(bars, screen, false),
      heading: isHeldByGates(report) ? `  ${paint.dim('Dimensions, before gates')}` : '',
    },
    { lines: writeReasons(report, screen, tightness) },
    {
      lines: [
        ...writeNextSteps(report, screen, limitLines(tightness)),
        ...(next === null ? [] : writeRows('Next date', [[next]], screen, limitLines(tightness))),
        ...(evidence === null ? [] : writeRows('Evidence', [[evidence]], screen, limitLines(tightness))),
        ...(isWhole && report.quotes !== null
          ? writeRows('Quotes', [[describeQuotes(report.quotes)]], screen, limitLines(tightness))
          : []),
      ],
    },
    { lines: isWhole ? [] : writePointers(report, screen) },
  ];
  const count = (parts: readonly ScreenPart[]) => parts.reduce((sum, { lines }) => sum + lines.length, 0);
  const room = isWhole ? SCREEN_LINES - 1 : SCREEN_LINES;
  const isRoomy = (one: number) => count(toParts(one)) <= room - (one < 2 ? ROOMY_GAPS : 0);
  const tightness = TIGHTNESS.find(isRoomy) ?? TIGHTNESS.length;
  return joinParts(toParts(tightness));
}

/** `weak-fit 31 Example Network`: one line a project. */
function writeQuietLine({ verdict, basis, fit, project, classification }: Report): string {
  return toOneLine(
    `${verdict === null ? classification.status : verdict === basis ? verdict : `${verdict},${basis}`} ${fit === null ? '-' : formatPoints(fit.supported)} ${project.name}`,
  );
}

/** How many reports have each verdict, best first: `2 conditional fit, so far`. */
function countVerdicts(ranked: readonly Report[]): string {
  const titles = ranked.map(({ verdictTitle }) => verdictTitle.toLowerCase());
  return [...new Set(titles)].map((title) => `${titles.filter((one) => one === title).length} ${title}`).join('; ');
}

/** Several reports as a table, best first, with counts below it. */
function writeTable(ranked: readonly Report[], file: ReportJson, screen: TerminalScreen): readonly string[] {
  return [
    ...writeOverrides(ranked, file, screen),
    ...writeTerminalBlocks(toReportsTable(ranked, screen.bands), screen, 0),
    '',
    ...wrap([`${ranked.length} projects: ${countVerdicts(ranked)}.`], screen.width),
  ];
}

/** One report whole: the first screen, all sections, and the verdict again as the last line. */
function writeWhole(
  report: Report,
  file: ReportJson,
  screen: TerminalScreen,
  sections: ExplanationSections | null,
): readonly string[] {
  return [
    ...writeFirstScreen(report, file, screen, true),
    ...writeTerminalBlocks(toDetailSections(report, file, sections), screen),
    '',
    ...wrap(
      [{ text: report.project.name, style: screen.paint.bold }, ': ', ...toVerdictFlow(report, screen)],
      screen.width,
    ),
  ];
}

/**
 * One report on one screen, several as a table, best first; or each whole; or one line each when quiet. No line is wider than the
 * width, but for those of `quiet`.
 */
export function renderTerminal(file: ReportJson, options: RenderOptions, sections: ExplanationSections | null): string {
  const screen = createScreen(options);
  const ranked = rankReports(file.reports);
  const rule = ['', screen.paint.dim(screen.glyphs.rule.repeat(screen.width)), ''];
  if (options.quiet) {
    const own = describeReportOverrides(ranked, file);
    const head = own === null ? [] : [toOneLine(`Custom settings: ${own}`)];
    return joinTerminalLines([...head, ...ranked.map(writeQuietLine)]);
  }
  const [only] = ranked;
  if (options.full)
    return joinTerminalLines([
      ...(ranked.length < 2 ? [] : [...writeTable(ranked, file, screen), ...rule]),
      ...ranked.flatMap((report, at) => [...(at === 0 ? [] : rule), ...writeWhole(report, file, screen, sections)]),
    ]);
  if (only === undefined) return '';
  if (ranked.length > 1) return joinTerminalLines(writeTable(ranked, file, screen));
  const explained =
    sections === null || only.explanation === null
      ? []
      : [...toCertaintySection(only), ...sections.toCalendarSection(only), ...sections.toChangesSection(only)];
  return joinTerminalLines([...writeFirstScreen(only, file, screen, false), ...writeTerminalBlocks(explained, screen)]);
}
