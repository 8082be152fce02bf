import type { ComparisonJson, ProjectComparison } from '../../../model/comparison.ts';
import type { OutputSection } from '../../output-section.ts';
import { formatPoints } from '../../wording/figures.ts';
import { describeOverrides } from '../../wording/provenance.ts';
import { toWords } from '../../wording/to-words.ts';
import { besidePart } from './beside-reference.ts';
import { neighboursPart } from './neighbours.ts';
import { samePart } from './same-project.ts';
import { named } from './sides.ts';

/** `1-9`, or `3` where no reading moves it. */
export function rankRange(best: number, worst: number): string {
  return best === worst ? String(best) : `${best}-${worst}`;
}

/** How to read the table. */
export function rankNote({ weightBand, markMaps, asOf, ranked }: ProjectComparison): string {
  if (ranked.length === 0) return `As of ${asOf}.`;
  return `As of ${asOf}. Ranked by the supported index. "As shown" is the best and the worst rank on the evidence shown, with each weight up to ${formatPoints(weightBand)}% higher or lower and ${markMaps.length} mark scales; it is exact for each pair of projects, and not always reached against all others at once. "At best" is the band of the possible index.`;
}

/** Everything but the table, part by part. */
export function partsOf(comparison: ProjectComparison): readonly OutputSection[] {
  const { ranked, outside, references, same, beside } = comparison;
  const list = (title: string, says: string, names: readonly string[]): readonly OutputSection[] =>
    names.length === 0
      ? []
      : [{ title, says: [says], items: names.map((name) => ({ label: '', title: name, says: '' })) }];
  return [
    ...(ranked.length < 2 ? [] : [neighboursPart(comparison)]),
    ...same.map(samePart),
    ...beside.map((entry) => besidePart(entry, comparison)),
    ...list('Outside', 'No track fits these, so they have no rank.', outside.map(named)),
    ...list(
      'References',
      'What buyers have without a chain; they get no verdict and no rank.',
      references.map((entry) => `${named(entry)}, ${toWords(entry.track)}`),
    ),
  ];
}

/** That the reader judges otherwise than the rubric that comes with the program; null where nothing does. */
export function ownSays(file: ComparisonJson): string | null {
  const own = describeOverrides(file.comparison.weights, file, toWords);
  return own === null ? null : `By own judgement: ${own}.`;
}
