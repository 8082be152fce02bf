import {
  computeConfusionMatrix,
  computeReliability,
  computeShare,
  isAccepted,
  isCorrect,
  type Prediction,
} from '../classify/training/evaluation.ts';
import { formatFinePercent } from '../report/wording/figures.ts';

const BINS = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

const formatShare = (share: number | null) => (share === null ? '-' : formatFinePercent(share));

function alignColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
  );
}

/** What is measured on one set of texts, as lines; with `showErrors` the wrong answers by id. */
export function renderMeasures(
  title: string,
  all: readonly Prediction[],
  labels: readonly string[],
  showErrors: boolean,
): readonly string[] {
  const wrong = all.filter((judged) => !isCorrect(judged));
  const confusion = computeConfusionMatrix(all, labels);
  return [
    `${title}: ${all.length} texts`,
    `right at the first answer ${formatShare(computeShare(all, isCorrect))}, with the second label ${formatShare(computeShare(all, isAccepted))}, ` +
      `undecided ${formatShare(computeShare(all, ({ status }) => status === 'undecided'))}`,
    '',
    ...alignColumns([
      ['label \\ answer', ...labels],
      ...labels.map((label, i) => [label, ...(confusion[i] ?? []).map(String)]),
    ]),
    '',
    ...alignColumns([
      ['share from', 'texts', 'mean share', 'right'],
      ...computeReliability(all, BINS).map((bin) => [
        formatShare(bin.from),
        String(bin.count),
        formatShare(bin.mean),
        formatShare(bin.right),
      ]),
    ]),
    ...(showErrors
      ? [
          '',
          ...wrong.map(
            (judged) =>
              `${judged.id}: ${judged.label}, answered ${judged.answer} ${formatShare(judged.share)}` +
              `${isAccepted(judged) ? ', its second label' : ''}`,
          ),
        ]
      : []),
  ];
}
