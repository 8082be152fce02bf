import type { Outcome } from '../../model/diagnostic.ts';
import { FILES, TRAINING_FOLDERS } from './consistency/inconsistency.ts';

/** The files of a rubric set, by name relative to its folder, with `/` between the parts. */
export interface RubricFiles {
  /** Every file below the folder, and each folder in it that stands for its files, as it may not be listed or is called like one. */
  list(): readonly string[];
  /**
   * The text of a file, null when there is none; problems, under the same name, where it is not a text or can't be read. The name may
   * lead out of the folder, as that of the claims does.
   */
  read(name: string): Outcome<string> | null;
}

/** The text of a file that was read before without a problem; null when there is none. */
export function readRubricText(files: Pick<RubricFiles, 'read'>, name: string): string | null {
  const text = files.read(name);
  return text?.ok === true ? text.value : null;
}

/** Where a copy keeps the register of claims. */
const CLAIMS = 'claims.yaml';

const CLAIMS_LINE = /^claims:[^\S\n]*(\S+)[^\S\n]*$/m;

/**
 * The YAML files of a set as they are written, by name, fit for a folder of their own: the register of claims, which may lie
 * outside, is one of them and named so. Without training texts it takes the classifier as it is. @throws Error where the set names no register that is there.
 */
export function copyRubricSet(files: RubricFiles): ReadonlyMap<string, string> {
  const textOf = (name: string): string => {
    const text = readRubricText(files, name);
    if (text === null) throw new Error(`the rubric set has no ${name}`);
    return text;
  };
  const set = textOf(FILES.set);
  const claims = CLAIMS_LINE.exec(set)?.[1];
  if (claims === undefined) throw new Error(`${FILES.set} names no register of claims`);
  const isTaught = (name: string) => TRAINING_FOLDERS.some((folder) => name.startsWith(folder));
  const isCopied = (name: string) => name.endsWith('.yaml') && name !== FILES.set && !isTaught(name);
  const names = files.list().filter(isCopied);
  return new Map([
    ...names.map((name): [string, string] => [name, textOf(name)]),
    [FILES.set, set.replace(CLAIMS_LINE, `claims: ${CLAIMS}`)],
    [CLAIMS, textOf(claims)],
  ]);
}
