import type { ProjectComparison, RankedProject } from '../../../model/comparison.ts';
import type { OutputSection } from '../../document.ts';

/** Those that a project dominates, in words: whatever is still open, and by what is shown. */
export function dominanceSays({ ranked }: ProjectComparison, { dominates }: RankedProject): readonly string[] {
  const list = (whateverIsOpen: boolean) =>
    dominates
      .filter((entry) => entry.whateverIsOpen === whateverIsOpen)
      .map(({ project }) => ranked[project]?.name ?? '')
      .join(', ');
  const [firmly, shown] = [list(true), list(false)];
  return [
    ...(firmly === '' ? [] : [`${firmly}, whatever is still open`]),
    ...(shown === '' ? [] : [`${shown}, by what is shown`]),
  ];
}

/** Which projects are never below another of their track, whatever the weights. */
export function dominancePart(comparison: ProjectComparison): OutputSection {
  const items = comparison.ranked.flatMap((one) =>
    dominanceSays(comparison, one).map((says) => ({ label: '', title: one.name, says })),
  );
  return {
    title: 'Dominance within a track',
    says: [
      items.length === 0
        ? 'No project is at least as good as another of its track on every criterion and better on one.'
        : 'At least as good on every criterion of the track and better on one, so never below it, whatever the weights:',
    ],
    items,
  };
}
