import type { DimensionComparison, ProjectComparison, ReferenceComparison } from '../../../model/comparison.ts';
import type { OutputSection } from '../../output-section.ts';
import { formatPoints } from '../../wording/figures.ts';
import { said } from './sides.ts';

/** What the figures beside a reference are of. */
export const BESIDE_SAYS =
  'What the buyer has without a chain, over the questions that both can be asked, from supported to possible.';

/** Where the project is, once all that is open on either side is allowed for. */
function isAhead({ project, reference }: DimensionComparison): boolean {
  return project.supported > reference.possible;
}

function isBehind({ project, reference }: DimensionComparison): boolean {
  return project.possible < reference.supported;
}

/** On which dimensions a project is ahead or behind for certain. */
export function standingSays(dimensions: ReferenceComparison['dimensions'], name: string): string {
  const titles = (of: (entry: (typeof dimensions)[number]) => boolean) =>
    dimensions
      .filter(of)
      .map(({ title }) => title)
      .join(', ');
  const [ahead, behind] = [titles(isAhead), titles(isBehind)];
  const open = titles((entry) => !isAhead(entry) && !isBehind(entry));
  return [
    `Whatever is still open, ${name} is ahead on ${ahead === '' ? 'nothing' : ahead}, and behind on ${behind === '' ? 'nothing' : behind}.`,
    ...(open === '' ? [] : [`Not settled by what is known of both: ${open}.`]),
  ].join(' ');
}

/** `37 to 68`. */
export function intervalOf({ supported, possible }: DimensionComparison['project']): string {
  return `${formatPoints(supported)} to ${formatPoints(possible)}`;
}

/** The marks over the questions that both answer. */
export function knownSays({ known }: DimensionComparison): string {
  return known === null
    ? 'no question is answered for both'
    : `where both are answered (${known.criteria}), ${formatPoints(known.project)} against ${formatPoints(known.reference)}`;
}

/** A project held against what its buyer has without a chain. */
export function besidePart(beside: ReferenceComparison, { ranked }: ProjectComparison): OutputSection {
  const { dimensions, apart } = beside;
  const name = ranked[beside.project]?.name ?? '';
  return {
    title: `${name} beside ${beside.reference.name}`,
    says: [`${BESIDE_SAYS} ${standingSays(dimensions, name)}`],
    items: [
      ...dimensions.map((entry) => ({
        label: '',
        title: entry.title,
        says: `${intervalOf(entry.project)} against ${intervalOf(entry.reference)}; ${knownSays(entry)}`,
      })),
      ...apart.map(({ title, project, reference }) => ({
        label: '',
        title,
        says: `${said(project)} against ${said(reference)}`,
      })),
    ],
  };
}
