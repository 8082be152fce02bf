import type {
  BesideReference,
  Comparison,
  ComparisonFile,
  Disagreement,
  NeighbourGap,
  RankedProject,
  SameProject,
  Side,
} from '../../model/comparison-report.ts';
import { points } from '../figures.ts';
import { ownJudgement } from '../judged-by.ts';
import type { Part, Told } from '../part.ts';
import { words } from '../words.ts';

/** Points with their sign and one decimal, nearest: `+8.1`. */
function signed(value: number): string {
  const text = Math.abs(value).toFixed(1);
  return `${value < 0 && text !== '0.0' ? '-' : '+'}${text}`;
}

function named({ name, file }: { readonly name: string; readonly file: string | null }): string {
  return file === null ? name : `${name} (${file})`;
}

function deciderOf({ decides, dimensions, gates }: NeighbourGap): string {
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

function neighboursPart({ neighbours, ranked }: Comparison): Part {
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

function dominanceItems({ ranked }: Comparison, one: RankedProject): readonly Told[] {
  const list = (whateverIsOpen: boolean) =>
    one.dominates
      .filter((entry) => entry.whateverIsOpen === whateverIsOpen)
      .map(({ project }) => ranked[project]?.name ?? '')
      .join(', ');
  const [firmly, shown] = [list(true), list(false)];
  return [
    ...(firmly === '' ? [] : [{ label: '', title: one.name, says: `${firmly}, whatever is still open` }]),
    ...(shown === '' ? [] : [{ label: '', title: one.name, says: `${shown}, by what is shown` }]),
  ];
}

function dominancePart(comparison: Comparison): Part {
  const items = comparison.ranked.flatMap((one) => dominanceItems(comparison, one));
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

function said({ status, said: text, levels }: Side): string {
  if (status === 'not-applicable' || levels === null) return 'not asked';
  return status === 'unknown' ? 'unknown' : `${text} (level ${levels.supported}, claimed ${levels.claimed})`;
}

function effectOf({ bands, points: moved, uncapped, verdictTitle }: Disagreement): string {
  const verdict = bands === 0 ? 'the verdict stays' : `the verdict becomes ${verdictTitle.toLowerCase()}`;
  return `${verdict}, index ${signed(moved)}${moved === uncapped ? '' : `, ${signed(uncapped)} before gates`}`;
}

function tracksSay({ first, second, swap }: NonNullable<SameProject['trackDisagreement']>): string {
  const apart = `They disagree on the track: ${first ?? 'outside'} and ${second ?? 'outside'}.`;
  if (swap === null) return apart;
  return `${apart} Scored on ${second}, the track of the second, the first would come to ${swap.verdictTitle.toLowerCase()}.`;
}

function samePart(same: SameProject): Part {
  const { first, second, disagreements, agreed, trackDisagreement } = same;
  const tracks = trackDisagreement === null ? [] : [tracksSay(trackDisagreement)];
  const follows =
    disagreements.length === 0
      ? ''
      : " What follows is what the first would come to with the second one's answer, most effect first.";
  return {
    title: `Where two descriptions of ${first.name} disagree`,
    says: [
      `${named(first)} and ${named(second)}, both read on ${same.track}: they agree on ${agreed} criteria and disagree on ${disagreements.length}.${follows}`,
      ...tracks,
    ],
    items: disagreements.map((entry) => ({
      label: '',
      title: entry.title,
      says: `${said(entry.first)} or ${said(entry.second)}; ${effectOf(entry)}`,
    })),
  };
}

/** Where the project is, once all that is open on either side is allowed for. */
function isAhead({ project, reference }: BesideReference['dimensions'][number]): boolean {
  return project.supported > reference.possible;
}

function isBehind({ project, reference }: BesideReference['dimensions'][number]): boolean {
  return project.possible < reference.supported;
}

function standingSays(dimensions: BesideReference['dimensions'], name: string): string {
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

function besidePart(beside: BesideReference, { ranked }: Comparison): Part {
  const { dimensions, apart } = beside;
  const name = ranked[beside.project]?.name ?? '';
  const interval = ({ supported, possible }: { readonly supported: number; readonly possible: number }) =>
    `${points(supported)} to ${points(possible)}`;
  return {
    title: `${name} beside ${beside.reference.name}`,
    says: [
      `What the buyer has without a chain, over the questions that both can be asked, from supported to possible. ${standingSays(dimensions, name)}`,
    ],
    items: [
      ...dimensions.map(({ title, project, reference, known }) => ({
        label: '',
        title,
        says: `${interval(project)} against ${interval(reference)}; ${
          known === null
            ? 'no question is answered for both'
            : `where both are answered (${known.criteria}), ${points(known.project)} against ${points(known.reference)}`
        }`,
      })),
      ...apart.map(({ title, project, reference }) => ({
        label: '',
        title,
        says: `${said(project)} against ${said(reference)}`,
      })),
    ],
  };
}

/** `1-9`, or `3` where no reading moves it. */
export function rankRange(best: number, worst: number): string {
  return best === worst ? String(best) : `${best}-${worst}`;
}

/** How the ranks are to be read. */
export function rankNote({ weightBand, markMaps, asOf, ranked }: Comparison): string {
  if (ranked.length === 0) return `As of ${asOf}.`;
  return `As of ${asOf}. Ranked by the supported index. "As shown" is the best and the worst rank on the evidence as it stands, over each weight up to ${points(weightBand)}% up or down and ${markMaps.length} mark scales; "could be" is the same with every answer that is still open, of each project. Both are exact for each pair, and not always reached against all others at once.`;
}

/** Everything but the table, part by part. */
export function partsOf(comparison: Comparison): readonly Part[] {
  const { ranked, outside, references, same, beside } = comparison;
  const list = (title: string, says: string, names: readonly string[]): readonly Part[] =>
    names.length === 0
      ? []
      : [{ title, says: [says], items: names.map((name) => ({ label: '', title: name, says: '' })) }];
  return [
    ...(ranked.length < 2 ? [] : [neighboursPart(comparison), dominancePart(comparison)]),
    ...same.map(samePart),
    ...beside.map((entry) => besidePart(entry, comparison)),
    ...list('Outside', 'No track fits these, so they have no rank.', outside.map(named)),
    ...list(
      'References',
      'What buyers have without a chain; they get no verdict and no rank.',
      references.map((entry) => `${named(entry)}, ${words(entry.track)}`),
    ),
  ];
}

/** That the reader judges otherwise than the rubric that comes with the program; null where nothing does. */
export function ownSays(file: ComparisonFile): string | null {
  const own = ownJudgement(file.comparison.weights, file, words);
  return own === null ? null : `By own judgement: ${own}.`;
}
