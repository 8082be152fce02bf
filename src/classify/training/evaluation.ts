import type { Classification } from '../../model/report.ts';
import type { ClassifierSettings } from '../../model/rubric.ts';
import { classify } from '../classify.ts';
import { type TrackModels, type TrainingExample, trainClassifier } from './train-classifier.ts';

/** A text of which the label is known, with the first answer of the classifier. */
export interface Prediction {
  readonly id: string;
  readonly label: string;
  /** Other labels that are accepted. */
  readonly also: readonly string[];
  readonly answer: string;
  readonly share: number;
  readonly status: Classification['status'];
}

/** Answers whose shares lie from `from` to the next bin's, which are as sure as `mean` on average; null where there are none. */
export interface ReliabilityBin {
  readonly from: number;
  readonly count: number;
  readonly mean: number | null;
  /** The share that was right, 0 to 1. */
  readonly right: number | null;
}

export const isCorrect = ({ label, answer }: Prediction): boolean => answer === label;

export const isAccepted = (prediction: Prediction): boolean =>
  isCorrect(prediction) || prediction.also.includes(prediction.answer);

/** The share of those for which `holds`, 0 to 1; null of none. */
export function computeShare(all: readonly Prediction[], holds: (prediction: Prediction) => boolean): number | null {
  return all.length === 0 ? null : all.filter(holds).length / all.length;
}

/** How often each label, a row, got each answer, a column, both in the order of `labels`. */
export function computeConfusionMatrix(
  all: readonly Prediction[],
  labels: readonly string[],
): readonly (readonly number[])[] {
  return labels.map((label) =>
    labels.map(
      (answer) => all.filter((prediction) => prediction.label === label && prediction.answer === answer).length,
    ),
  );
}

/** Bins of the shares that begin at each of `starts`, which rise. */
export function computeReliability(all: readonly Prediction[], starts: readonly number[]): readonly ReliabilityBin[] {
  return starts.map((from, index) => {
    const end = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    const inside = all.filter(({ share }) => share >= from && share < end);
    const sum = inside.reduce((total, { share }) => total + share, 0);
    return {
      from,
      count: inside.length,
      mean: inside.length === 0 ? null : sum / inside.length,
      right: computeShare(inside, isCorrect),
    };
  });
}

export function toPrediction(
  { ranked, status }: Classification,
  entry: Pick<Prediction, 'id' | 'label' | 'also'>,
): Prediction {
  const [first] = ranked;
  return { ...entry, answer: first?.track ?? status, share: first?.share ?? 0, status };
}

/** Each example judged by a classifier that learnt from the other folds; every `folds`th example is of one fold. */
export function crossValidate(
  examples: readonly TrainingExample[],
  tracks: readonly TrackModels[],
  settings: ClassifierSettings,
  folds: number,
): readonly Prediction[] {
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const isOut = (_: TrainingExample, index: number) => index % folds === fold;
    const others = examples.filter((_, index) => index % folds !== fold);
    const classifier = trainClassifier(others, tracks, settings);
    return examples
      .filter(isOut)
      .map(({ label, text }, index) =>
        toPrediction(classify(text, classifier), { id: `${fold}/${index}`, label, also: [] }),
      );
  });
}
