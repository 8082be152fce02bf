import type { CheckedFile, CheckFile } from '../../model/check.ts';
import { codeFrame, linesIn } from '../code-frame.ts';
import { safeLineStarts } from '../safe-text.ts';
import { wrap } from '../text/flow.ts';
import { heading, indented, interval, labelled, type Page, pageFor } from '../text/page.ts';
import { type Entry, entryOf, placeOf, SEVERITY_WORDS } from './entries.ts';
import type { CheckLook } from './look.ts';
import { outcomeOf, reasonOf, setAsideOf, staleText, tallyOf } from './outcome.ts';

/** The lines of each file, split once. */
type Lines = (file: string) => readonly string[];

function linesBy(texts: CheckLook['texts']): Lines {
  const known = new Map<string, readonly string[]>();
  return (file) => {
    const lines = known.get(file) ?? linesIn(texts(file) ?? '');
    known.set(file, lines);
    return lines;
  };
}

function entryLines({ severity, rule, file, at, what, fix }: Entry, lines: Lines, page: Page, unicode: boolean) {
  const { paint, width } = page;
  const style = severity === 'error' ? paint.red : paint.yellow;
  return [
    ...wrap(
      [
        { text: placeOf(file, at), style: paint.bold },
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
      : codeFrame(lines(file), at, { paint, unicode, width: width - 2 }, true).map((one) => `  ${one}`)),
    ...labelled('fix', [fix], page, 4, 5),
  ];
}

/** How many findings of a file are set aside, with the reasons that its comments give. */
function asideLines(checked: CheckedFile, page: Page): readonly string[] {
  const said = setAsideOf(tallyOf(checked));
  if (said === null) return [];
  const reasons = checked.findings.flatMap(({ id, setAside }) =>
    setAside?.by === 'comment' ? [`${id}: ${reasonOf(setAside)}`] : [],
  );
  return [
    ...indented([{ text: said, style: page.paint.dim }], page),
    ...reasons.flatMap((reason) =>
      wrap([{ text: reason, style: page.paint.dim }], page.width, `    ${page.glyphs.dot} `),
    ),
  ];
}

function fileLines(checked: CheckedFile, look: CheckLook, lines: Lines, page: Page): readonly string[] {
  const { options } = look;
  const entries = checked.findings
    .filter(({ setAside, severity }) => setAside === null && (severity === 'error' || !options.quiet))
    .map((finding) => entryOf(finding, checked.file));
  const aside = options.quiet ? [] : asideLines(checked, page);
  if (entries.length + aside.length === 0) return [];
  return [
    ...wrap([{ text: checked.file, style: page.paint.bold }, ` ${checked.name}`], page.width),
    ...entries.flatMap((entry) => [...entryLines(entry, lines, page, options.unicode), '']),
    ...aside,
    ...(aside.length === 0 ? [] : ['']),
  ];
}

function verdictLines(checked: CheckedFile, page: Page): readonly string[] {
  const { paint, glyphs } = page;
  const { error } = tallyOf(checked);
  const sign = error === 0 ? paint.green(glyphs.gate.passed) : paint.red(glyphs.gate.failed);
  const index = checked.index === null ? '' : `, index ${interval(checked.index, page)}`;
  const track = checked.track === null ? '' : `, ${checked.track}`;
  return wrap(
    [`${checked.file}: `, { text: checked.verdictTitle, style: paint.bold }, index, track],
    page.width,
    `${sign} `,
  );
}

function staleLines({ check: { stale } }: CheckFile, page: Page): readonly string[] {
  if (stale.length === 0) return [];
  return [
    ...heading('The baseline excuses what is gone', page),
    ...stale.flatMap((entry) => wrap([staleText(entry)], page.width, `  ${page.glyphs.dot} `)),
  ];
}

/**
 * A check for the terminal: the findings by file, a line a file, and how it ended. With `quiet`, the errors and the last line.
 * Problems are counted only: they are told in full where a run tells what went wrong.
 */
export function checkInText(file: CheckFile, look: CheckLook): string {
  const page = pageFor(look.options);
  const { check } = file;
  const lines = linesBy(look.texts);
  const style = check.failures.length === 0 ? page.paint.green : page.paint.red;
  const summary = look.options.quiet
    ? []
    : [...check.files.flatMap((checked) => verdictLines(checked, page)), ...staleLines(file, page), ''];
  return safeLineStarts(
    [
      ...check.files.flatMap((checked) => fileLines(checked, look, lines, page)),
      ...summary,
      ...wrap([{ text: outcomeOf(check), style }], page.width),
    ]
      .map((line) => `${line}\n`)
      .join(''),
  );
}
