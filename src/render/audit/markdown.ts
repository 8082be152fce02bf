import type { AuditFile, VectorsFile } from '../../model/audit.ts';
import { finePercent } from '../figures.ts';
import { bullets, heading, paragraph, table } from '../markdown/blocks.ts';
import { safeForMarkdown } from '../safe-markdown.ts';
import { safeLineStarts } from '../safe-text.ts';
import {
  expectedOf,
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

function head({ rubric: { title, id, version, origin } }: AuditFile | VectorsFile): string[] {
  return [...heading(1, safeForMarkdown(title)), ...paragraph(safeForMarkdown(`${id} ${version}, ${origin}`))];
}

function finished(lines: readonly string[]): string {
  return safeLineStarts(`${lines.join('\n').trimEnd()}\n`);
}

/** An audit as GitHub-flavoured Markdown. */
export function auditInMarkdown(file: AuditFile): string {
  const { audit } = file;
  return finished([
    ...head(file),
    ...paragraph(safeForMarkdown(outcomeOf(audit))),
    ...heading(2, 'Attacks'),
    ...bullets(audit.attacks.map((attack) => safeForMarkdown(`${attack.title}: ${gainOf(attack)}`))),
    ...heading(2, 'Weights'),
    ...table(
      ['Entry', 'Kind', 'Weight>', 'Share of the differences>'],
      audit.influence.map((entry) => [safeForMarkdown(entry.id), entry.of, finePercent(entry.nominal), realOf(entry)]),
    ),
    ...groupsOf(audit.findings).flatMap(({ severity, title, whats, why, fix }) => [
      ...heading(2, safeForMarkdown(`${title} (${severity})`)),
      ...bullets(whats.map(safeForMarkdown)),
      ...paragraph(`**Why** ${safeForMarkdown(why)}`),
      ...paragraph(`**Fix** ${safeForMarkdown(fix)}`),
    ]),
  ]);
}

/** A set held against its vectors, as GitHub-flavoured Markdown. */
export function vectorsInMarkdown(file: VectorsFile): string {
  const { checks, moves, unread } = file.vectors;
  const shown = shownMoves(moves ?? []);
  const moved = shown.map(({ name, before, after }) => [
    safeForMarkdown(name),
    safeForMarkdown(`${verdictOf(before)} -> ${verdictOf(after)}`),
    safeForMarkdown(`${indexOf(before)} -> ${indexOf(after)}`),
  ]);
  return finished([
    ...head(file),
    ...paragraph(safeForMarkdown(vectorsOutcome(checks))),
    ...table(
      ['Example', 'Expected', 'Found', 'Differs'],
      checks.map((check) => [
        safeForMarkdown(check.example),
        safeForMarkdown(expectedOf(check)),
        safeForMarkdown(foundOf(check)),
        check.differs.join(', '),
      ]),
    ),
    ...(moves === null ? [] : heading(2, 'What the set moves against the built-in one')),
    ...(moves !== null && shown.length === 0
      ? paragraph(noMoves(moves))
      : table(['Description', 'Verdict', 'Index'], moved)),
    ...bullets(unread.map((name) => safeForMarkdown(`${name} is no description of the built-in set.`))),
  ]);
}
