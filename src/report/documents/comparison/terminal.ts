import type { ComparisonJson } from '../../../model/comparison.ts';
import type { RenderOptions } from '../../format.ts';
import { describeProvenance } from '../../wording/provenance.ts';
import { toWords } from '../../wording/to-words.ts';
import { escapeLineStarts } from '../../writers/escape-for-terminal.ts';
import { columnLines } from '../../writers/terminal/columns.ts';
import { indented, interval, pageFor } from '../../writers/terminal/screen.ts';
import { partLines } from '../../writers/terminal/sections.ts';
import { ownSays, partsOf, rankNote, rankRange } from './parts.ts';

const TITLES = ['', 'As shown', 'Verdict', 'Index', 'At best', 'Track', 'Project'] as const;
const VERDICT = 2;

/** The ranked table and the parts below it, for a terminal. */
export function renderComparisonText(file: ComparisonJson, options: RenderOptions): string {
  const page = pageFor(options);
  const { comparison } = file;
  const rows = comparison.ranked.map((one) => [
    String(one.rank),
    rankRange(one.shownRank.best, one.shownRank.worst),
    one.verdictTitle,
    interval(one.index, page),
    toWords(one.verdictAtPossible),
    one.between.length === 0 ? one.track : `${one.track}, of ${one.between.join(' or ')}`,
    one.name,
  ]);
  const isNarrow = page.width < 80;
  const limits = isNarrow ? [4, 5, 11, 8, 11, 8] : [4, 8, 11, 13, 11, 12];
  const own = ownSays(file);
  const lines = [
    ...(own === null ? [] : [...indented([own], page, 0), '']),
    ...(rows.length === 0 ? [] : [...columnLines({ titles: TITLES, rows, limits, strong: VERDICT }, page), '']),
    ...indented([{ text: rankNote(comparison), style: page.paint.dim }], page, 0),
    ...partLines(partsOf(comparison), page),
    '',
    ...indented([{ text: comparison.scope, style: page.paint.dim }], page, 0),
    ...indented([describeProvenance(file)], page, 0),
  ];
  return escapeLineStarts(lines.map((line) => `${line}\n`).join(''));
}
