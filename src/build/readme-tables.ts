import type { Rubric } from '../model/rubric.ts';
import { rangeOf } from '../reference/bands.ts';
import { anchorOf } from '../reference/chapter.ts';
import { joined, type Ref, ref, refs, type Text, table } from '../reference/page.ts';
import { blocksInMarkdown } from '../reference/page-markdown.ts';
import { multiple, points } from '../render/figures.ts';

/** Lines of Markdown; the last one is empty. */
type MakeTable = (rubric: Rubric) => readonly string[];

const PLACE = { level: 1, hrefOf: (entry: Ref) => `rubrics/REFERENCE.md#${anchorOf(entry)}` };

function lines(columns: readonly string[], rows: readonly (readonly Text[])[]): readonly string[] {
  return blocksInMarkdown(table(columns, rows), PLACE);
}

function criteria({ dimensions, criteria: all }: Rubric): readonly string[] {
  return lines(
    ['Dimension', 'What is asked, and its weight in the dimension'],
    dimensions.map((dimension): Text[] => {
      const own = all.filter((criterion) => criterion.dimension === dimension.id);
      const asked = own.map((criterion): Text => [`${criterion.title} ${points(criterion.weight)}`]);
      return [[dimension.title], joined(asked)];
    }),
  );
}

function grades({ evidence }: Rubric): readonly string[] {
  return lines(
    ['Evidence', 'Carries at most', 'Such as'],
    evidence.grades.map((grade): Text[] => {
      const kinds = evidence.kinds.filter((kind) => kind.grade === grade.id).map(({ id }) => id);
      return [
        [grade.title],
        [`level ${grade.cap}`],
        kinds.length === 0 ? ['nothing cited'] : refs('source-kind', kinds),
      ];
    }),
  );
}

function weights({ tracks, dimensions }: Rubric): readonly string[] {
  return lines(
    ['Track', ...dimensions.map(({ title }) => title)],
    tracks.map((track): Text[] => [
      [ref('track', track.id)],
      ...dimensions.map(({ id }): Text => [points(track.weights[id]?.weight ?? 0)]),
    ]),
  );
}

function steps({ gates }: Rubric): readonly string[] {
  const rows = gates.flatMap((gate) => (gate.kind === 'break-even' ? [gate.steps] : []));
  const columns = rows[0]?.map((_, level) => String(level)) ?? [];
  return lines(
    ['Ease of switching, as a level', ...columns],
    rows.map((row): Text[] => [['gain needed'], ...row.map((step): Text => [multiple(step)])]),
  );
}

function gates({ gates: all }: Rubric): readonly string[] {
  return lines(
    ['Gate', 'Where it passes', 'Guards', 'Cap'],
    all.map((gate): Text[] => [
      [ref('gate', gate.id)],
      [gate.passed],
      gate.tracks === null ? ['all tracks'] : refs('track', gate.tracks),
      [points(gate.cap)],
    ]),
  );
}

function bands(rubric: Rubric): readonly string[] {
  return lines(
    ['Verdict', 'Index', 'Means'],
    rubric.bands.map((band): Text[] => [[band.title], [rangeOf(band, rubric)], [band.means]]),
  );
}

/** The tables that the README can ask for, by the name in its comment. */
export const README_TABLES: Readonly<Record<string, MakeTable>> = { criteria, grades, weights, steps, gates, bands };
