import { classify } from '../classify/classify.ts';
import type { Classification } from '../model/report.ts';
import type { ClassifierSettings } from '../model/rubric.ts';
import { type Example, learnClassifier, type TrackModels } from './learn-classifier.ts';

/** A text of which the label is known, with the first answer of the classifier. */
export interface Judged {
  readonly id: string;
  readonly label: string;
  /** A second label that counts as right, too. */
  readonly also: string | null;
  readonly answer: string;
  /** The share of the answer, 0 to 1. */
  readonly share: number;
  readonly status: Classification['status'];
}

/** Answers whose shares lie from `from` to the next bin's, which are as sure as `mean` on average; null where there are none. */
export interface Bin {
  readonly from: number;
  readonly count: number;
  readonly mean: number | null;
  /** The share that was right, 0 to 1. */
  readonly right: number | null;
}

export const isRight = ({ label, answer }: Judged): boolean => answer === label;

export const isAccepted = (judged: Judged): boolean => isRight(judged) || judged.answer === judged.also;

/** The share of those for which `holds`, 0 to 1; null of none. */
export function shareOf(all: readonly Judged[], holds: (judged: Judged) => boolean): number | null {
  return all.length === 0 ? null : all.filter(holds).length / all.length;
}

/** How often each label, a row, got each answer, a column, both in the order of `labels`. */
export function confusionOf(all: readonly Judged[], labels: readonly string[]): readonly (readonly number[])[] {
  return labels.map((label) =>
    labels.map((answer) => all.filter((judged) => judged.label === label && judged.answer === answer).length),
  );
}

/** Bins of the shares that begin at each of `starts`, which rise. */
export function reliabilityOf(all: readonly Judged[], starts: readonly number[]): readonly Bin[] {
  return starts.map((from, index) => {
    const end = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    const inside = all.filter(({ share }) => share >= from && share < end);
    const sum = inside.reduce((total, { share }) => total + share, 0);
    return {
      from,
      count: inside.length,
      mean: inside.length === 0 ? null : sum / inside.length,
      right: shareOf(inside, isRight),
    };
  });
}

export function judge(
  { ranked, status }: Classification,
  entry: { readonly id: string; readonly label: string; readonly also: string | null },
): Judged {
  const [first] = ranked;
  return { ...entry, answer: first?.track ?? '', share: first?.share ?? 0, status };
}

/** Each example judged by a classifier that learnt from the other folds; every `folds`th example is of one fold. */
export function judgeByFolds(
  examples: readonly Example[],
  tracks: readonly TrackModels[],
  settings: ClassifierSettings,
  folds: number,
): readonly Judged[] {
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const isOut = (_: Example, index: number) => index % folds === fold;
    const others = examples.filter((_, index) => index % folds !== fold);
    const classifier = learnClassifier(others, tracks, settings);
    return examples
      .filter(isOut)
      .map(({ label, text }, index) =>
        judge(classify(text, classifier), { id: `${fold}/${index}`, label, also: null }),
      );
  });
}
