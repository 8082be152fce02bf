import { BOUNDS } from '../../model/level.ts';
import type { CriterionReport, Report } from '../../model/report.ts';
import { formatInterval, namedInterval } from '../document.ts';
import { toWords } from '../wording/to-words.ts';
import { wrap } from '../writers/terminal/flow.ts';
import type { RenderOptions } from '../writers/terminal/paint.ts';
import { createScreen, type TerminalScreen, writeIndented, writeLabelled } from '../writers/terminal/screen.ts';
import { joinTerminalLines } from '../writers/terminal/write-terminal.ts';

type CriterionReportsById = ReadonlyMap<string, CriterionReport>;

function indexCriteria({ dimensions }: Report): CriterionReportsById {
  return new Map(dimensions.flatMap(({ criteria }) => criteria.map((entry) => [entry.id, entry] as const)));
}

function nameVerdict({ verdict, verdictTitle }: Report): string {
  return toWords(verdict ?? verdictTitle).toLowerCase();
}

function formatFit({ fit }: Report, page: TerminalScreen): string {
  return fit === null ? 'no fit' : formatInterval(namedInterval(fit), page.glyphs.atMost);
}

/** `unknown` or `own-claim (level 0, claimed 1)`. */
function describeAnswer(entry: CriterionReport | undefined): string {
  if (entry === undefined || entry.status === 'not-applicable') return 'not asked';
  if (entry.status === 'unknown') return entry.stated ? 'unknown' : 'not stated';
  const { supported, claimed } = entry.levels;
  return `${entry.said} (level ${supported}${claimed === supported ? '' : `, claimed ${claimed}`}, grade ${entry.grade})`;
}

function joinLevels(entry: CriterionReport | undefined): string {
  return entry === undefined || entry.status === 'not-applicable'
    ? ''
    : BOUNDS.map((bound) => entry.levels[bound]).join();
}

/** The criteria that say or carry something else, in the order of the report. */
function writeCriterionChanges(before: Report, after: Report, page: TerminalScreen): string[] {
  const [old, now] = [indexCriteria(before), indexCriteria(after)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((id) => {
    const [was, is] = [old.get(id), now.get(id)];
    const [from, to] = [describeAnswer(was), describeAnswer(is)];
    if (from === to && joinLevels(was) === joinLevels(is)) return [];
    const title = { text: (is ?? was)?.title ?? id, style: page.paint.bold };
    return writeIndented([title, `: ${from === to ? from : `${from} to ${to}`}`], page);
  });
}

function writeGateChanges(before: Report, after: Report, page: TerminalScreen): string[] {
  const old = new Map(before.gates.map(({ id, status }) => [id, status]));
  return after.gates.flatMap(({ id, title, status }) => {
    const was = old.get(id) ?? 'not-applicable';
    return was === status
      ? []
      : writeIndented([{ text: title, style: page.paint.bold }, `: ${toWords(was)} to ${toWords(status)}`], page);
  });
}

/** From what to what a description moved between two reports of it, for a terminal; one line where nothing did. */
export function renderMoved(before: Report, after: Report, options: RenderOptions): string {
  const page = createScreen(options);
  const name = `${after.project.file ?? after.project.name}:`;
  const [was, is] = [before, after].map((report) => `${nameVerdict(report)}, ${formatFit(report, page)}`);
  const track =
    before.classification.scoredAs === after.classification.scoredAs
      ? []
      : writeIndented(
          [`Track: ${before.classification.scoredAs ?? 'none'} to ${after.classification.scoredAs ?? 'none'}`],
          page,
        );
  const details = [...track, ...writeGateChanges(before, after, page), ...writeCriterionChanges(before, after, page)];
  const head =
    was === is && details.length === 0
      ? wrap([`${name} unchanged; ${is}`], page.width)
      : [
          ...wrap(
            [{ text: name, style: page.paint.bold }, was === is ? ` still ${is}` : ` ${nameVerdict(after)}`],
            page.width,
          ),
          ...(was === is
            ? []
            : [...writeLabelled('before', [was ?? ''], page, 2, 8), ...writeLabelled('after', [is ?? ''], page, 2, 8)]),
        ];
  return joinTerminalLines([...head, ...details]);
}
