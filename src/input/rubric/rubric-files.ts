import type { Outcome } from '../../model/diagnostic.ts';

/** The files of a rubric set, by name relative to its folder, with `/` between the parts. */
export interface RubricFiles {
  /** Every file below the folder, and each folder in it that stands for its files, as it may not be listed or is called like one. */
  list(): readonly string[];
  /**
   * The text of a file, null when there is none; problems, under the same name, where it is no text or can't be read. The name may
   * lead out of the folder, as that of the claims does.
   */
  read(name: string): Outcome<string> | null;
}

/** The text of a file that was read before without a problem; null when there is none. */
export function readRubricText(files: Pick<RubricFiles, 'read'>, name: string): string | null {
  const text = files.read(name);
  return text?.ok === true ? text.value : null;
}
