import type { GateReport, Report, ReportJson } from '../../../model/report.ts';
import { formatInterval, namedInterval } from '../../document.ts';
import type { RenderOptions } from '../../format.ts';
import { rankReports } from '../../rank-reports.ts';
import { describeCertainty } from '../../wording/certainty.ts';
import { formatPercent, formatPoints } from '../../wording/figures.ts';
import { describeBreakEven, describeClaimedBreakEven, describeGateStatus } from '../../wording/gate-sentences.ts';
import { describeReportOverrides } from '../../wording/provenance.ts';
import { rateVerdict } from '../../wording/rate-verdict.ts';
import { describeTrack } from '../../wording/sentences.ts';
import { toWords } from '../../wording/to-words.ts';
import { writeBars } from '../../writers/terminal/bars.ts';
import { oneLine, pad, widthOf, wrap } from '../../writers/terminal/flow.ts';
import { createScreen, type TerminalScreen, writeIndented, writeLabelled } from '../../writers/terminal/screen.ts';
import { joinTerminalLines, judge, selectSign, writeTerminalBlocks } from '../../writers/terminal/write-terminal.ts';
import { type ExplanationSections, toDetailSections, toReportsDocument } from './to-report-document.ts';

const WIDEST_GATE_TITLE = 34;
/** Where the text beside the labels of the first screen begins, behind its indent. */
const LABEL_COLUMN = 12;

function writeVerdict(report: Report, screen: TerminalScreen): readonly string[] {
  const { fit, verdict, verdictTitle, sentence, verdictAtPossible } = report;
  const { paint, width } = screen;
  const atPossible = verdictAtPossible === null ? '' : ` At possible: ${toWords(verdictAtPossible)}.`;
  const figures =
    fit === null ? [] : [' ', { text: formatInterval(namedInterval(fit), screen.glyphs.atMost), style: paint.bold }];
  const title = `${verdictTitle.toUpperCase()}${fit === null ? '' : ':'}`;
  return [
    '',
    ...wrap([judge(title, rateVerdict(verdict, screen.bands), screen), ...figures], width),
    ...writeIndented([sentence, { text: atPossible, style: paint.dim }], screen),
  ];
}

function writeGate(gate: GateReport, column: number, screen: TerminalScreen): readonly string[] {
  const { sign, style } = selectSign(gate.status, screen);
  const [first = '', ...more] = wrap([gate.title], column);
  const [status = '', ...below] = wrap([{ text: describeGateStatus(gate), style }], screen.width - column - 6);
  return [
    `  ${sign} ${pad(first, column)}  ${status}`,
    ...more.map((line) => `    ${line}`),
    ...below.map((line) => `${' '.repeat(column + 6)}${line}`),
  ];
}

/** The facts that decide the verdict: break-even, diagnosis and certainty. */
function writeOverviewFacts(report: Report, screen: TerminalScreen): readonly string[] {
  const { breakEven, diagnosis, certainty, coverage, verdict } = report;
  const claimed = describeClaimedBreakEven(breakEven);
  const line = (label: string, text: string, more: string, style = screen.paint.bold) =>
    writeLabelled(label, [{ text, style }, more], screen, 2, LABEL_COLUMN);
  return [
    ...line('Break-even', describeBreakEven(breakEven), claimed === null ? '' : `; claimed: ${claimed}`),
    ...(diagnosis === null
      ? []
      : [
          ...line('Diagnosis', diagnosis.title, `; route: ${diagnosis.route}`),
          ...writeLabelled('Watch', [diagnosis.trigger], screen, 2, LABEL_COLUMN),
        ]),
    ...(certainty === null || coverage === null
      ? []
      : line('How sure', describeCertainty(certainty, verdict), `; ${formatPercent(coverage)} of weight sourced`)),
  ];
}

/** What a reader with ten minutes needs; fits a screen of 24 lines by 80 columns unless the texts are long. */
function writeFirstScreen(report: Report, screen: TerminalScreen): readonly string[] {
  const { project, dimensions, gates, fit } = report;
  const { paint, glyphs, width } = screen;
  const offer = project.offer === null ? '' : ` ${glyphs.dot} ${project.offer}`;
  const bars = dimensions.map((dimension) => ({
    title: dimension.title,
    values: dimension,
    beside: `weight ${formatPoints(dimension.weight)}`,
    reason: '',
  }));
  const column = Math.max(0, ...gates.flatMap(({ title }) => wrap([title], WIDEST_GATE_TITLE)).map(widthOf));
  return [
    ...wrap([{ text: project.name, style: paint.bold }, offer], width),
    ...wrap([{ text: 'Track ', style: paint.dim }, describeTrack(report)], width),
    ...writeVerdict(report, screen),
    ...(bars.length === 0 ? [] : ['', ...writeBars(bars, screen)]),
    ...(fit === null || gates.length === 0 ? [] : ['', ...gates.flatMap((gate) => writeGate(gate, column, screen))]),
    ...(fit === null ? [] : writeOverviewFacts(report, screen)),
  ];
}

/** `weak-fit 31 Example Network`: one line a project. */
function writeQuietLine({ verdict, basis, fit, project }: Report): string {
  return oneLine(
    `${verdict === null ? 'outside' : verdict === basis ? verdict : `${verdict},${basis}`} ${fit === null ? '-' : formatPoints(fit.supported)} ${project.name}`,
  );
}

/**
 * The reports for a terminal, best first, under a table of all where there are several: for each a first screen and the
 * details below it, or one line when quiet. No line is wider than the width, but for those of `quiet`.
 */
export function renderTerminal(file: ReportJson, options: RenderOptions, sections: ExplanationSections | null): string {
  const screen = createScreen(options);
  const ranked = rankReports(file.reports);
  const own = describeReportOverrides(ranked, file);
  const rule = ['', screen.paint.dim(screen.glyphs.rule.repeat(screen.width)), ''];
  const judgement = (reports: readonly Report[]) => {
    const said = describeReportOverrides(reports, file);
    return said === null ? [] : writeLabelled('Custom settings:', [said], screen, 0, 18);
  };
  const lines = options.quiet
    ? [...(own === null ? [] : [oneLine(`Custom settings: ${own}`)]), ...ranked.map(writeQuietLine)]
    : [
        ...(ranked.length < 2
          ? []
          : [
              ...judgement(ranked),
              ...writeTerminalBlocks(
                toReportsDocument(ranked, file, options.bands).blocks.filter(({ kind }) => kind === 'table'),
                screen,
                0,
              ),
            ]),
        ...ranked.flatMap((report, at) => [
          ...(at === 0 && ranked.length < 2 ? [] : rule),
          ...judgement([report]),
          ...writeFirstScreen(report, screen),
          ...writeTerminalBlocks(toDetailSections(report, file, sections), screen),
        ]),
      ];
  return joinTerminalLines(lines);
}
