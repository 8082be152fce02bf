import type { AuditJson, GoldenCasesJson, RubricAudit } from '../../../model/rubric-audit.ts';
import type { RenderOptions } from '../../format.ts';
import { formatFinePercent } from '../../wording/figures.ts';
import { escapeLineStarts } from '../../writers/escape-for-terminal.ts';
import { pad, wrap } from '../../writers/terminal/flow.ts';
import { heading, indented, labelled, pageFor, type TerminalScreen } from '../../writers/terminal/screen.ts';
import {
  expectedOf,
  type FindingGroup,
  foundOf,
  gainOf,
  groupsOf,
  indexOf,
  noMoves,
  outcomeOf,
  realOf,
  shownMoves,
  vectorsOutcome,
  verdictOf,
} from './words.ts';

const NAME = 28;
const SHARE = 9;

function headLines({ rubric }: AuditJson | GoldenCasesJson, page: TerminalScreen): readonly string[] {
  const { title, id, version, origin } = rubric;
  return wrap([{ text: title, style: page.paint.bold }, `  ${id} ${version}, ${origin}`], page.width);
}

function attackLines({ attacks }: RubricAudit, page: TerminalScreen): readonly string[] {
  const { glyphs, paint } = page;
  return attacks.flatMap((attack) => {
    const sign = attack.raised === 0 ? paint.green(glyphs.gate.passed) : paint.red(glyphs.gate.failed);
    return wrap([gainOf(attack)], page.width, `  ${sign} ${pad(attack.title, NAME)} `);
  });
}

function influenceLines({ influence }: RubricAudit, page: TerminalScreen): readonly string[] {
  return influence.flatMap((entry) => {
    const name = entry.of === 'dimension' ? { text: entry.id, style: page.paint.bold } : `  ${entry.id}`;
    const inner = entry.of === 'dimension' ? '  ' : '    ';
    const shares = `${formatFinePercent(entry.nominal).padStart(SHARE)}${realOf(entry).padStart(SHARE)}`;
    const text = typeof name === 'string' ? entry.id : name.text;
    const first = wrap([typeof name === 'string' ? entry.id : name], page.width - shares.length, inner);
    const last = first.pop() ?? '';
    return [...first, `${last}${' '.repeat(Math.max(1, NAME + 2 - inner.length - text.length))}${shares}`];
  });
}

function groupLines({ severity, title, whats, why, fix }: FindingGroup, page: TerminalScreen): readonly string[] {
  const { paint, glyphs } = page;
  const style = severity === 'error' ? paint.red : paint.yellow;
  return [
    '',
    ...wrap([{ text: severity, style }, ' ', { text: title, style: paint.bold }], page.width),
    ...whats.flatMap((what) => wrap([what], page.width, `  ${glyphs.dot} `)),
    ...labelled('why', [why], page, 2, 5),
    ...labelled('fix', [fix], page, 2, 5),
  ];
}

function finished(lines: readonly string[]): string {
  return escapeLineStarts(lines.map((line) => `${line}\n`).join(''));
}

/** An audit for the terminal. */
export function auditInText(file: AuditJson, options: RenderOptions): string {
  const page = pageFor(options);
  const { audit } = file;
  return finished([
    ...headLines(file, page),
    ...indented([outcomeOf(audit)], page),
    ...heading('Attacks', page),
    ...attackLines(audit, page),
    ...heading('Weight, and the share of the differences between the indices that it makes', page),
    ...influenceLines(audit, page),
    ...groupsOf(audit.findings).flatMap((group) => groupLines(group, page)),
  ]);
}

function checkLines({ vectors: { checks } }: GoldenCasesJson, page: TerminalScreen): readonly string[] {
  const { glyphs, paint } = page;
  return checks.flatMap((check) => {
    const holds = check.differs.length === 0;
    const sign = holds ? paint.green(glyphs.gate.passed) : paint.red(glyphs.gate.failed);
    const differs = holds ? [] : labelled('differs', [check.differs.join(', ')], page, 4);
    return [
      ...wrap([{ text: check.example, style: paint.bold }], page.width, `  ${sign} `),
      ...labelled('expected', [expectedOf(check)], page, 4),
      ...labelled('found', [foundOf(check)], page, 4),
      ...differs,
    ];
  });
}

function moveLines({ vectors: { moves, unread } }: GoldenCasesJson, page: TerminalScreen): readonly string[] {
  if (moves === null) return [];
  const shown = shownMoves(moves);
  const none = shown.length === 0 ? indented([noMoves(moves)], page) : [];
  return [
    ...heading('What the set moves against the built-in one', page),
    ...none,
    ...shown.flatMap(({ name, before, after }) => [
      ...wrap([{ text: name, style: page.paint.bold }], page.width, '  '),
      ...labelled('verdict', [`${verdictOf(before)} -> ${verdictOf(after)}`], page, 4),
      ...labelled('index', [`${indexOf(before)} -> ${indexOf(after)}`], page, 4),
    ]),
    ...unread.flatMap((name) => indented([`${name} is no description of the built-in set.`], page)),
  ];
}

/** A set held against its vectors, for the terminal. */
export function vectorsInText(file: GoldenCasesJson, options: RenderOptions): string {
  const page = pageFor(options);
  return finished([
    ...headLines(file, page),
    ...indented([vectorsOutcome(file.vectors.checks)], page),
    '',
    ...checkLines(file, page),
    ...moveLines(file, page),
  ]);
}
