import type { AuditJson, GoldenCasesJson } from '../../../model/rubric-audit.ts';
import { escapeLineStarts } from '../../writers/escape-for-terminal.ts';
import { bullets, heading, paragraph, table } from '../../writers/markdown/blocks.ts';
import { escapeForMarkdown } from '../../writers/markdown/escape-for-markdown.ts';
import {
  expectedOf,
  foundOf,
  groupsOf,
  indexOf,
  noMoves,
  outcomeOf,
  shownMoves,
  vectorsOutcome,
  verdictOf,
} from './words.ts';

function head({ rubric: { title, id, version, origin } }: AuditJson | GoldenCasesJson): string[] {
  return [...heading(1, escapeForMarkdown(title)), ...paragraph(escapeForMarkdown(`${id} ${version}, ${origin}`))];
}

function finished(lines: readonly string[]): string {
  return escapeLineStarts(`${lines.join('\n').trimEnd()}\n`);
}

/** An audit as GitHub-flavoured Markdown. */
export function auditInMarkdown(file: AuditJson): string {
  const { audit } = file;
  return finished([
    ...head(file),
    ...paragraph(escapeForMarkdown(outcomeOf(audit))),
    ...groupsOf(audit.findings).flatMap(({ title, whats, why, fix }) => [
      ...heading(2, escapeForMarkdown(`${title}`)),
      ...bullets(whats.map(escapeForMarkdown)),
      ...paragraph(`**Why** ${escapeForMarkdown(why)}`),
      ...paragraph(`**Fix** ${escapeForMarkdown(fix)}`),
    ]),
  ]);
}

/** A set held against its vectors, as GitHub-flavoured Markdown. */
export function vectorsInMarkdown(file: GoldenCasesJson): string {
  const { checks, moves, unread } = file.vectors;
  const shown = shownMoves(moves ?? []);
  const moved = shown.map(({ name, before, after }) => [
    escapeForMarkdown(name),
    escapeForMarkdown(`${verdictOf(before)} -> ${verdictOf(after)}`),
    escapeForMarkdown(`${indexOf(before)} -> ${indexOf(after)}`),
  ]);
  return finished([
    ...head(file),
    ...paragraph(escapeForMarkdown(vectorsOutcome(checks))),
    ...table(
      ['Example', 'Expected', 'Found', 'Differs'],
      checks.map((check) => [
        escapeForMarkdown(check.example),
        escapeForMarkdown(expectedOf(check)),
        escapeForMarkdown(foundOf(check)),
        check.differs.join(', '),
      ]),
    ),
    ...(moves === null ? [] : heading(2, 'What the set moves against the built-in one')),
    ...(moves !== null && shown.length === 0
      ? paragraph(noMoves(moves))
      : table(['Description', 'Verdict', 'Index'], moved)),
    ...bullets(unread.map((name) => escapeForMarkdown(`${name} is no description of the built-in set.`))),
  ]);
}
