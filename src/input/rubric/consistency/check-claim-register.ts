import type { SourceArticle } from '../../../model/rubric.ts';
import { checkIdExists, checkUniqueIds, type FileInconsistency } from './inconsistency.ts';

/** What is wrong with the register of claims, which stands in `file`. */
export function checkClaimRegister(seeds: SourceArticle, file: string): readonly FileInconsistency[] {
  const sections = Object.keys(seeds.sections);
  return [
    ...checkUniqueIds(seeds.claims, file, '/claims'),
    ...seeds.claims.flatMap(({ section }, i) =>
      checkIdExists(file, `/claims/${i}/section`, 'section', section, sections),
    ),
  ];
}
