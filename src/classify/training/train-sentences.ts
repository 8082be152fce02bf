import type { SentenceModel, SentenceSettings } from '../../model/classifier.ts';
import { computeExponential } from '../exponential.ts';
import { writeTable } from '../lookup-table.ts';
import { readSentence, writeWeights } from '../sentences.ts';
import { computeInverseFrequencies, createGenerator, shuffleIndices, toHundredths } from './logistic-regression.ts';

/** A sentence with the criteria on whose questions it bears. */
export interface TrainingSentence {
  readonly text: string;
  readonly of: readonly string[];
}

/** What parts the heading of a training sentence from the sentence. */
const HEADING_END = ' > ';

function computeShare(score: number): number {
  const power = computeExponential(-Math.abs(score));
  return score < 0 ? power / (1 + power) : 1 / (1 + power);
}

/** Learns one logistic regression for each criterion, since a sentence may bear on several questions. The order of the sentences matters. */
export function trainSentences<S extends SentenceSettings>(
  sentences: readonly TrainingSentence[],
  settings: S,
): SentenceModel & Omit<S, 'learning'> {
  const { learning, ...kept } = settings;
  const criteria = [...new Set(sentences.flatMap(({ of }) => of))].sort();
  const texts = sentences.map(({ text }) => {
    const at = text.indexOf(HEADING_END);
    const under = at === -1 ? '' : text.slice(0, at);
    return readSentence({ text: at === -1 ? text : text.slice(at + HEADING_END.length), under }, settings);
  });
  const sizes = computeInverseFrequencies(
    texts.map((names) => new Map([...names].map((name) => [name, null]))),
    learning.least_sentences,
  );
  const names = [...sizes.keys()];
  const columns = new Map(names.map((name, column) => [name, column]));
  const rows = texts.map((text, i) => {
    const known = [...text].filter((name) => columns.has(name));
    const values = known.map((name) => (sizes.get(name) ?? 0) / 100);
    const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, kept.doubt * kept.doubt));
    return {
      columns: known.map((name) => columns.get(name) ?? 0),
      values: values.map((value) => value / length),
      of: criteria.map((criterion) => sentences[i]?.of.includes(criterion) ?? false),
    };
  });
  const width = criteria.length;
  const weights = new Float64Array(names.length * width);
  const bias = new Float64Array(width).fill(learning.start);
  const random = createGenerator();
  for (let round = 0; round < learning.rounds; round += 1) {
    const step = learning.rate * (1 - (0.9 * round) / learning.rounds);
    for (const index of shuffleIndices(rows.length, random)) {
      const row = rows[index];
      if (row === undefined) continue;
      for (let label = 0; label < width; label += 1) {
        let score = bias[label] ?? 0;
        for (let i = 0; i < row.columns.length; i += 1)
          score += (row.values[i] ?? 0) * (weights[(row.columns[i] ?? 0) * width + label] ?? 0);
        const isRight = row.of[label] ?? false;
        const change = step * (computeShare(score) - Number(isRight)) * (isRight ? learning.right : 1);
        bias[label] = (bias[label] ?? 0) - change / 10;
        for (let i = 0; i < row.columns.length; i += 1) {
          const at = (row.columns[i] ?? 0) * width + label;
          weights[at] = (weights[at] ?? 0) - change * (row.values[i] ?? 0);
        }
      }
    }
    for (let at = 0; at < weights.length; at += 1) weights[at] = (weights[at] ?? 0) * (1 - step * learning.penalty);
  }
  const features = names.map(
    (name, column) =>
      [
        name,
        [
          sizes.get(name) ?? 0,
          ...writeWeights([...weights.slice(column * width, (column + 1) * width)], kept.least_weight),
        ],
      ] as const,
  );
  return { ...kept, criteria, bias: Array.from(bias, toHundredths), features: writeTable(features) };
}
