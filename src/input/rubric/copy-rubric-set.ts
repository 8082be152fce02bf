import { FILES } from './consistency/inconsistency.ts';
import { type RubricFiles, readRubricText } from './rubric-files.ts';

/** Where a copy keeps the register of claims. */
const CLAIMS = 'claims.yaml';

const CLAIMS_LINE = /^claims:[^\S\n]*(\S+)[^\S\n]*$/m;

/**
 * The YAML files of a set as they are written, by name, fit for a folder of their own: the register of claims, which may lie
 * outside, is one of them and named so. @throws Error where the set names no register that is there.
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
  const names = files.list().filter((name) => name.endsWith('.yaml') && name !== FILES.set);
  return new Map([
    ...names.map((name): [string, string] => [name, textOf(name)]),
    [FILES.set, set.replace(CLAIMS_LINE, `claims: ${CLAIMS}`)],
    [CLAIMS, textOf(claims)],
  ]);
}
