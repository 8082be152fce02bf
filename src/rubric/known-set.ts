import type { Rubric } from '../model/rubric.ts';
import { FILES } from './fault.ts';
import { type RubricFiles, textIn } from './rubric-files.ts';

/** A set that was loaded before: its classifier serves wherever it would be learnt from the same texts. */
export interface KnownSet {
  readonly files: RubricFiles;
  readonly rubric: Pick<Rubric, 'classifier'>;
}

function namesIn(folder: string, files: RubricFiles): readonly string[] {
  return files
    .list()
    .filter((name) => name.startsWith(folder))
    .sort();
}

/** Whether a set has the texts of a known one to learn from, word for word, for tracks of the same names. */
export function hasSameLessons(files: RubricFiles, known: KnownSet): boolean {
  const lessons = namesIn('sentences/', files);
  return (
    namesIn('tracks/', files).join() === namesIn('tracks/', known.files).join() &&
    lessons.join() === namesIn('sentences/', known.files).join() &&
    [FILES.classifier, ...lessons].every((name) => textIn(files, name) === textIn(known.files, name))
  );
}
