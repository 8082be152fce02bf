import type { Rubric } from '../../model/rubric.ts';
import { FILES } from './consistency/inconsistency.ts';
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
  const lessons = listNames('sentences/', files);
  return (
    listNames('tracks/', files).join() === listNames('tracks/', known.files).join() &&
    lessons.join() === listNames('sentences/', known.files).join() &&
    [FILES.classifier, ...lessons].every((name) => readRubricText(files, name) === readRubricText(known.files, name))
  );
}
