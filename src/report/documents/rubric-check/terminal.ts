import type { AuditJson, GoldenCasesJson } from '../../../model/rubric-audit.ts';
import type { RenderOptions } from '../../format.ts';
import { escapeLineStarts } from '../../writers/escape-for-terminal.ts';
import { wrap } from '../../writers/terminal/flow.ts';
import { heading, indented, labelled, pageFor, type TerminalScreen } from '../../writers/terminal/screen.ts';
import {
  expectedOf,
  type FindingGroup,
  foundOf,
  groupsOf,
  indexOf,
  noMoves,
  outcomeOf,
  shownMoves,
  vectorsOutcome,
  verdictOf,
} from './words.ts';

function headLines({ rubric }: AuditJson | GoldenCasesJson, page: TerminalScreen): readonly string[] {
  const { title, id, version, origin } = rubric;
  return wrap([{ text: title, style: page.paint.bold }, `  ${id} ${version}, ${origin}`], page.width);
}

function groupLines({ title, whats, why, fix }: FindingGroup, page: TerminalScreen): readonly string[] {
  const { paint, glyphs } = page;
  return [
    '',
    ...wrap([{ text: 'warning', style: paint.yellow }, ' ', { text: title, style: paint.bold }], page.width),
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
