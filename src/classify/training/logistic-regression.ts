import type { LearningSettings } from '../../model/classifier.ts';
import { computeExponential } from '../exponential.ts';

/** A text as the columns that it has, each with its value; the squares of the values sum to 1 at most. */
export interface TrainingRow {
  readonly columns: readonly number[];
  readonly values: readonly number[];
  /** The place of the right label. */
  readonly label: number;
}

/** Weights by column, then label, and what each label starts from. */
interface RegressionWeights {
  readonly byColumn: Float64Array;
  readonly bias: Float64Array;
}

type RegressionSettings = Pick<LearningSettings, 'rounds' | 'rate' | 'penalty'>;

/** The bias has a value of 1 in every text, so it moves in smaller steps. */
const BIAS_STEP = 0.1;

/**
 * Multinomial logistic regression by stochastic gradient descent with an L2 penalty. It uses nothing but operations that
 * IEEE 754 fixes to the last bit, in a fixed order, so that it learns the same on every machine.
 */
export function trainLogisticRegression(
  rows: readonly TrainingRow[],
  columnCount: number,
  labelCount: number,
  settings: RegressionSettings,
): RegressionWeights {
  const byColumn = new Float64Array(columnCount * labelCount);
  const bias = new Float64Array(labelCount);
  const steps = new Float64Array(labelCount);
  // All weights stand for themselves times `scale`: so the penalty costs one product a step.
  let scale = 1;
  let taken = 0;
  const random = createGenerator();
  for (let round = 0; round < settings.rounds; round += 1) {
    const slower = 1 - (0.9 * round) / settings.rounds;
    for (const index of shuffleIndices(rows.length, random)) {
      const row = rows[index];
      if (row === undefined) continue;
      const step = (settings.rate * slower) / (1 + settings.rate * settings.penalty * taken);
      taken += 1;
      scoreRow(row, byColumn, bias, scale, steps);
      computeGradientSteps(steps, row.label, step);
      scale *= 1 - step * settings.penalty;
      for (const [label, change] of steps.entries()) bias[label] = (bias[label] ?? 0) - BIAS_STEP * change;
      addRow(row, byColumn, steps, -1 / scale);
    }
  }
  return { byColumn: byColumn.map((weight) => weight * scale), bias };
}

function scoreRow(
  row: TrainingRow,
  byColumn: Float64Array,
  bias: Float64Array,
  scale: number,
  scores: Float64Array,
): void {
  scores.set(bias);
  for (let i = 0; i < row.columns.length; i += 1) {
    const value = (row.values[i] ?? 0) * scale;
    const from = (row.columns[i] ?? 0) * scores.length;
    for (let label = 0; label < scores.length; label += 1) {
      scores[label] = (scores[label] ?? 0) + value * (byColumn[from + label] ?? 0);
    }
  }
}

/** Scores become the gradient of the loss by score, times the step. */
function computeGradientSteps(scores: Float64Array, right: number, step: number): void {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) top = Math.max(top, score);
  let total = 0;
  for (const [label, score] of scores.entries()) {
    const power = computeExponential(score - top);
    scores[label] = power;
    total += power;
  }
  for (const [label, power] of scores.entries()) {
    scores[label] = (power / total - Number(label === right)) * step;
  }
}

function addRow(row: TrainingRow, byColumn: Float64Array, steps: Float64Array, factor: number): void {
  for (let i = 0; i < row.columns.length; i += 1) {
    const value = (row.values[i] ?? 0) * factor;
    const from = (row.columns[i] ?? 0) * steps.length;
    for (let label = 0; label < steps.length; label += 1) {
      byColumn[from + label] = (byColumn[from + label] ?? 0) + value * (steps[label] ?? 0);
    }
  }
}

/** Whole numbers of 32 bits, always the same ones (Numerical Recipes, "quick and dirty" generator). */
export function createGenerator(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
}

/** The numbers below `count` in the next order that `random` gives. */
export function shuffleIndices(count: number, random: () => number): readonly number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor((random() / 2 ** 32) * (last + 1));
    const [a = 0, b = 0] = [order[last], order[other]];
    order[last] = b;
    order[other] = a;
  }
  return order;
}

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

export function toHundredths(weight: number): number {
  // Not -0, which JSON would lose.
  return Math.round(weight * 100) + 0;
}

/** How much each feature that enough texts have counts, in hundredths: rare ones say more. */
export function computeInverseFrequencies(
  texts: readonly ReadonlyMap<string, unknown>[],
  least: number,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const name of text.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return new Map(
    [...counts]
      .filter(([, count]) => count >= least)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, count]) => {
        return [name, toHundredths(Math.log(1 + texts.length / count))];
      }),
  );
}
