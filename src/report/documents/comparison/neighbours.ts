import type { NeighbourGap, ProjectComparison } from '../../../model/comparison.ts';
import type { OutputSection } from '../../output-section.ts';
import { signed } from './sides.ts';

/** Which part of the difference adds most. */
export function deciderOf({ decides, dimensions, gates }: NeighbourGap): string {
  switch (decides.kind) {
    case 'equal':
      return 'nothing decides: the index is the same';
    case 'gates':
      return `the gates decide, ${signed(gates)}: ${decides.ids.join(', ')} ${decides.ids.length === 1 ? 'holds' : 'hold'} the lower one`;
    case 'dimension': {
      const most = dimensions.find(({ id }) => id === decides.id);
      return `${most?.title ?? decides.id} decides, ${signed(most?.points ?? 0)}`;
    }
  }
}

/** What lies between each project and the next one. */
export function neighboursPart({ neighbours, ranked }: ProjectComparison): OutputSection {
  const nameAt = (at: number) => ranked[at]?.name ?? '';
  return {
    title: 'What decides between neighbours',
    says:
      neighbours.length === 0
        ? ['There are none.']
        : ['Points of the supported index, by the dimension that adds most:'],
    items: neighbours.map((gap) => ({
      label: signed(gap.difference),
      title: `${nameAt(gap.upper)} over ${nameAt(gap.lower)}`,
      says: deciderOf(gap),
    })),
  };
}
