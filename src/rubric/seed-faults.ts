import type { Seeds } from '../model/rubric.ts';
import { dangling, type Fault, repeated } from './fault.ts';

/** What is wrong with the register of claims, which stands in `file`. */
export function seedFaults(seeds: Seeds, file: string): readonly Fault[] {
  const sections = Object.keys(seeds.sections);
  return [
    ...repeated(seeds.claims, file, '/claims'),
    ...seeds.claims.flatMap(({ section }, i) => dangling(file, `/claims/${i}/section`, 'section', section, sections)),
  ];
}
