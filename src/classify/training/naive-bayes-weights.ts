import type { TrainingRow } from './logistic-regression.ts';

/**
 * How much more often the texts of each label have a column than those of the others, by column, then label, each column's sum 0:
 * the logarithm of the share of a label's texts that have it, as naive Bayes reads it, with one text more in each count. Regression
 * shares what is said among words that come together; this hears each by itself, which helps with a text in words that seldom come.
 */
export function computeNaiveBayesWeights(
  rows: readonly TrainingRow[],
  columnCount: number,
  labelCount: number,
): Float64Array {
  const texts = new Float64Array(labelCount).fill(2);
  const having = new Float64Array(columnCount * labelCount).fill(1);
  for (const { columns, label } of rows) {
    texts[label] = (texts[label] ?? 0) + 1;
    for (const column of columns) {
      const at = column * labelCount + label;
      having[at] = (having[at] ?? 0) + 1;
    }
  }
  const logarithms = having.map((count, at) => Math.log(count / (texts[at % labelCount] ?? 1)));
  return logarithms.map((logarithm, at) => {
    const from = at - (at % labelCount);
    return logarithm - logarithms.subarray(from, from + labelCount).reduce((sum, other) => sum + other, 0) / labelCount;
  });
}
