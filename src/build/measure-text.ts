import { confusionOf, isAccepted, isRight, type Judged, reliabilityOf, shareOf } from '../learn/measure.ts';
import { finePercent } from '../render/figures.ts';

const BINS = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

const percent = (share: number | null) => (share === null ? '-' : finePercent(share));

function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
  );
}

/** What is measured on one set of texts, as lines; with `showErrors` the wrong answers by id. */
export function measureLines(
  title: string,
  all: readonly Judged[],
  labels: readonly string[],
  showErrors: boolean,
): readonly string[] {
  const wrong = all.filter((judged) => !isRight(judged));
  const confusion = confusionOf(all, labels);
  return [
    `${title}: ${all.length} texts`,
    `right at the first answer ${percent(shareOf(all, isRight))}, with the second label ${percent(shareOf(all, isAccepted))}, ` +
      `undecided ${percent(shareOf(all, ({ status }) => status === 'undecided'))}`,
    '',
    ...columns([
      ['label \\ answer', ...labels],
      ...labels.map((label, i) => [label, ...(confusion[i] ?? []).map(String)]),
    ]),
    '',
    ...columns([
      ['share from', 'texts', 'mean share', 'right'],
      ...reliabilityOf(all, BINS).map((bin) => [
        percent(bin.from),
        String(bin.count),
        percent(bin.mean),
        percent(bin.right),
      ]),
    ]),
    ...(showErrors
      ? [
          '',
          ...wrong.map(
            (judged) =>
              `${judged.id}: ${judged.label}, answered ${judged.answer} ${percent(judged.share)}` +
              `${isAccepted(judged) ? ', its second label' : ''}`,
          ),
        ]
      : []),
  ];
}
