import type { CheckedFile, CheckJson } from '../../../model/check.ts';
import type { CheckRenderContext } from '../../check-render-context.ts';
import {
  type CheckDiagnostic,
  formatPlace,
  SEVERITY_WORDS,
  toFindingDiagnostic,
} from '../../wording/check-diagnostics.ts';
import {
  countFindings,
  describeOutcome,
  describeStaleEntry,
  describeSuppressed,
  describeSuppression,
} from '../../wording/check-outcome.ts';
import { escapeLineStarts } from '../../writers/escape-for-terminal.ts';
import { renderCodeFrame, splitLines } from '../../writers/terminal/code-frame.ts';
import { wrap } from '../../writers/terminal/flow.ts';
import { heading, indented, interval, labelled, pageFor, type TerminalScreen } from '../../writers/terminal/screen.ts';

/** The lines of each file, split once. */
type Lines = (file: string) => readonly string[];

function linesBy(texts: CheckRenderContext['texts']): Lines {
  const known = new Map<string, readonly string[]>();
  return (file) => {
    const lines = known.get(file) ?? splitLines(texts(file) ?? '');
    known.set(file, lines);
    return lines;
  };
}

function entryLines(
  { severity, rule, file, at, what, fix }: CheckDiagnostic,
  lines: Lines,
  page: TerminalScreen,
  unicode: boolean,
) {
  const { paint, width } = page;
  const style = severity === 'error' ? paint.red : paint.yellow;
  return [
    ...wrap(
      [
        { text: formatPlace(file, at), style: paint.bold },
        ' ',
        { text: SEVERITY_WORDS[severity], style },
        ` ${rule}: `,
        { text: what, style: paint.bold },
      ],
      width,
      '  ',
    ),
    ...(at === null
      ? []
      : renderCodeFrame(lines(file), at, { paint, unicode, width: width - 2 }, true).map((one) => `  ${one}`)),
    ...labelled('fix', [fix], page, 4, 5),
  ];
}

/** How many findings of a file are set aside, with the reasons that its comments give. */
function asideLines(checked: CheckedFile, page: TerminalScreen): readonly string[] {
  const said = describeSuppressed(countFindings(checked));
  if (said === null) return [];
  const reasons = checked.findings.flatMap(({ id, setAside }) =>
    setAside?.by === 'comment' ? [`${id}: ${describeSuppression(setAside)}`] : [],
  );
  return [
    ...indented([{ text: said, style: page.paint.dim }], page),
    ...reasons.flatMap((reason) =>
      wrap([{ text: reason, style: page.paint.dim }], page.width, `    ${page.glyphs.dot} `),
    ),
  ];
}

function fileLines(
  checked: CheckedFile,
  look: CheckRenderContext,
  lines: Lines,
  page: TerminalScreen,
): readonly string[] {
  const { options } = look;
  const entries = checked.findings
    .filter(({ setAside, severity }) => setAside === null && (severity === 'error' || !options.quiet))
    .map((finding) => toFindingDiagnostic(finding, checked.file));
  const aside = options.quiet ? [] : asideLines(checked, page);
  if (entries.length + aside.length === 0) return [];
  return [
    ...wrap([{ text: checked.file, style: page.paint.bold }, ` ${checked.name}`], page.width),
    ...entries.flatMap((entry) => [...entryLines(entry, lines, page, options.unicode), '']),
    ...aside,
    ...(aside.length === 0 ? [] : ['']),
  ];
}

function verdictLines(checked: CheckedFile, page: TerminalScreen): readonly string[] {
  const { paint, glyphs } = page;
  const { error } = countFindings(checked);
  const sign = error === 0 ? paint.green(glyphs.gate.passed) : paint.red(glyphs.gate.failed);
  const index = checked.index === null ? '' : `, index ${interval(checked.index, page)}`;
  const track = checked.track === null ? '' : `, ${checked.track}`;
  return wrap(
    [`${checked.file}: `, { text: checked.verdictTitle, style: paint.bold }, index, track],
    page.width,
    `${sign} `,
  );
}

function staleLines({ check: { stale } }: CheckJson, page: TerminalScreen): readonly string[] {
  if (stale.length === 0) return [];
  return [
    ...heading('The baseline excuses what is gone', page),
    ...stale.flatMap((entry) => wrap([describeStaleEntry(entry)], page.width, `  ${page.glyphs.dot} `)),
  ];
}

/**
 * A check for the terminal: the findings by file, a line a file, and how it ended. With `quiet`, the errors and the last line.
 * Problems are counted only: they are told in full where a run tells what went wrong.
 */
export function checkInText(file: CheckJson, look: CheckRenderContext): string {
  const page = pageFor(look.options);
  const { check } = file;
  const lines = linesBy(look.texts);
  const style = check.failures.length === 0 ? page.paint.green : page.paint.red;
  const summary = look.options.quiet
    ? []
    : [...check.files.flatMap((checked) => verdictLines(checked, page)), ...staleLines(file, page), ''];
  return escapeLineStarts(
    [
      ...check.files.flatMap((checked) => fileLines(checked, look, lines, page)),
      ...summary,
      ...wrap([{ text: describeOutcome(check), style }], page.width),
    ]
      .map((line) => `${line}\n`)
      .join(''),
  );
}
