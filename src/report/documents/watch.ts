import { BOUNDS } from '../../model/level.ts';
import type { CriterionReport, Report } from '../../model/report.ts';
import { formatInterval, namedInterval } from '../document.ts';
import type { RenderOptions } from '../format.ts';
import { toWords } from '../wording/to-words.ts';
import { wrap } from '../writers/terminal/flow.ts';
import { indented, labelled, pageFor, type TerminalScreen } from '../writers/terminal/screen.ts';
import { joinTerminalLines } from '../writers/terminal/write-terminal.ts';

type CriterionReportsById = ReadonlyMap<string, CriterionReport>;

function entriesOf({ dimensions }: Report): CriterionReportsById {
  return new Map(dimensions.flatMap(({ criteria }) => criteria.map((entry) => [entry.id, entry] as const)));
}

function verdictOf({ verdict, verdictTitle }: Report): string {
  return toWords(verdict ?? verdictTitle).toLowerCase();
}

function figuresOf({ fit }: Report, page: TerminalScreen): string {
  return fit === null ? 'no fit' : formatInterval(namedInterval(fit), page.glyphs.atMost);
}

/** `unknown` or `own-claim (level 0, claimed 1)`. */
function stateOf(entry: CriterionReport | undefined): string {
  if (entry === undefined || entry.status === 'not-applicable') return 'not asked';
  if (entry.status === 'unknown') return entry.stated ? 'unknown' : 'not said';
  const { supported, claimed } = entry.levels;
  return `${entry.said} (level ${supported}${claimed === supported ? '' : `, claimed ${claimed}`}, grade ${entry.grade})`;
}

function levelsOf(entry: CriterionReport | undefined): string {
  return entry === undefined || entry.status === 'not-applicable'
    ? ''
    : BOUNDS.map((bound) => entry.levels[bound]).join();
}

/** The criteria that say or carry something else, in the order of the report. */
function criterionLines(before: Report, after: Report, page: TerminalScreen): string[] {
  const [old, now] = [entriesOf(before), entriesOf(after)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((id) => {
    const [was, is] = [old.get(id), now.get(id)];
    const [from, to] = [stateOf(was), stateOf(is)];
    if (from === to && levelsOf(was) === levelsOf(is)) return [];
    const title = { text: (is ?? was)?.title ?? id, style: page.paint.bold };
    return indented([title, `: ${from === to ? from : `${from} to ${to}`}`], page);
  });
}

function gateLines(before: Report, after: Report, page: TerminalScreen): string[] {
  const old = new Map(before.gates.map(({ id, status }) => [id, status]));
  return after.gates.flatMap(({ id, title, status }) => {
    const was = old.get(id) ?? 'not-applicable';
    return was === status
      ? []
      : indented([{ text: title, style: page.paint.bold }, `: ${toWords(was)} to ${toWords(status)}`], page);
  });
}

/** From what to what a description moved between two reports of it, for a terminal; one line where nothing did. */
export function renderMoved(before: Report, after: Report, options: RenderOptions): string {
  const page = pageFor(options);
  const name = `${after.project.file ?? after.project.name}:`;
  const [was, is] = [before, after].map((report) => `${verdictOf(report)}, ${figuresOf(report, page)}`);
  const track =
    before.classification.scoredAs === after.classification.scoredAs
      ? []
      : indented(
          [`Track: ${before.classification.scoredAs ?? 'outside'} to ${after.classification.scoredAs ?? 'outside'}`],
          page,
        );
  const details = [...track, ...gateLines(before, after, page), ...criterionLines(before, after, page)];
  const head =
    was === is && details.length === 0
      ? wrap([`${name} nothing moved; ${is}`], page.width)
      : [
          ...wrap(
            [{ text: name, style: page.paint.bold }, was === is ? ` still ${is}` : ` ${verdictOf(after)}`],
            page.width,
          ),
          ...(was === is
            ? []
            : [...labelled('before', [was ?? ''], page, 2, 8), ...labelled('after', [is ?? ''], page, 2, 8)]),
        ];
  return joinTerminalLines([...head, ...details]);
}
