import type { Rubric } from '../../model/rubric.ts';
import { FILES, TRAINING_TEXTS } from './consistency/inconsistency.ts';
import { type RubricFiles, readRubricText } from './rubric-files.ts';

/** A set that was loaded before: its classifier serves wherever it would be learnt from the same texts. */
export interface KnownSet {
  readonly files: RubricFiles;
  readonly rubric: Pick<Rubric, 'classifier'>;
}

function listNames(folder: string, files: RubricFiles): readonly string[] {
  return files
    .list()
    .filter((name) => name.startsWith(folder))
    .sort();
}

/** Whether a set has the texts of a known one to learn from, word for word, for tracks of the same names. */
export function hasSameTrainingTexts(files: RubricFiles, known: KnownSet): boolean {
  const texts = listNames(TRAINING_TEXTS, files);
  return (
    listNames('tracks/', files).join() === listNames('tracks/', known.files).join() &&
    texts.join() === listNames(TRAINING_TEXTS, known.files).join() &&
    [FILES.classifier, ...texts].every((name) => readRubricText(files, name) === readRubricText(known.files, name))
  );
}
