/** The files of a rubric set, by name relative to its folder, with `/` between the parts. */
export interface RubricFiles {
  /** Every file below the folder. */
  list(): readonly string[];
  /** The text of a file, null when there is none. The name may lead out of the folder, as that of the claims does. */
  read(name: string): string | null;
}
