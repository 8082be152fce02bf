import type {
  AnswerDisagreement,
  ComparedAnswer,
  ComparisonJson,
  DescriptionPair,
  DimensionComparison,
  NamedDescription,
  NeighbourGap,
  ProjectComparison,
  RankedProject,
  ReferenceComparison,
} from '../../model/comparison.ts';
import {
  aside,
  type Block,
  type Document,
  items,
  list,
  paragraph,
  section,
  strong,
  table,
  underHeading,
} from '../document.ts';
import { formatPoints } from '../wording/figures.ts';
import { listBindingGates } from '../wording/overview.ts';
import { describeOverrides, describeProvenance } from '../wording/provenance.ts';
import { describeShares } from '../wording/sentences.ts';
import { toWords } from '../wording/to-words.ts';

/** Points with their sign and one decimal, nearest: `+8.1`. */
export function formatSignedPoints(value: number): string {
  const text = Math.abs(value).toFixed(1);
  return `${value < 0 && text !== '0.0' ? '-' : '+'}${text}`;
}

/** `1-9`, or `3` where no weights change it. */
export function formatRankRange({ best, worst }: RankedProject['shownRank']): string {
  return best === worst ? String(best) : `${best}-${worst}`;
}

/** The band at best with its index: `strong fit, 76`. */
export function describeAtBest({ index, verdictAtPossible }: RankedProject): string {
  return `${toWords(verdictAtPossible)}, ${formatPoints(index.possible)}`;
}

export function describeTracks({ track, between }: RankedProject): string {
  return between.length === 0 ? toWords(track) : `${toWords(track)}, of ${between.map(toWords).join(' or ')}`;
}

/** A name, with the file where it is known. */
export function describeName({ name, file }: NamedDescription): string {
  return file === null ? name : `${name} (${file})`;
}

function describeAnswer({ status, said, levels }: ComparedAnswer): string {
  if (status === 'not-applicable' || levels === null) return 'not asked';
  return status === 'unknown' ? 'unknown' : `${said} (level ${levels.supported}, claimed ${levels.claimed})`;
}

/** How to read the ranks. */
export function describeRanking({ weightBand, markMaps, asOf, ranked, by }: ProjectComparison): string {
  if (ranked.length === 0) return `As of ${asOf}.`;
  return `As of ${asOf}. Ranked by the ${by} index. In brackets: the best and the worst rank on the evidence shown, with each weight varied by up to ${formatPoints(weightBand)}% and ${markMaps.length} value functions; exact for each pair of projects, but not always reached against all others at once.`;
}

/** That the reader judges otherwise than the built-in rubric; null where nothing does. */
export function describeOwnJudgement(file: ComparisonJson): string | null {
  const own = describeOverrides(file.comparison.weights, file, toWords);
  return own === null ? null : `Custom settings: ${own}.`;
}

function listProjects({ ranked }: ProjectComparison): readonly Block[] {
  return table(
    ['Rank', 'Project', 'Verdict', 'Shown>', 'Claimed>', 'At best'],
    ranked.map((one) => [
      [`${one.rank} (${formatRankRange(one.shownRank)})`],
      [one.name, aside(`, ${describeTracks(one)}`)],
      [strong(one.verdictTitle.toLowerCase())],
      [formatPoints(one.index.supported)],
      [formatPoints(one.index.claimed)],
      [describeAtBest(one)],
    ]),
  );
}

/** Which projects each gate caps: what is shown of them, or else what is possible. */
function listCapped({ ranked }: ProjectComparison): readonly Block[] {
  const capped = ranked.flatMap(({ name, gates }) => listBindingGates(gates).map(({ title }) => ({ title, name })));
  const titles = [...new Set(capped.map(({ title }) => title))];
  const namesUnder = (title: string) => capped.filter((one) => one.title === title).map(({ name }) => name);
  return underHeading(
    'Capped by a gate',
    list(titles.map((title) => [strong(title), `: ${namesUnder(title).join(', ')}`])),
  );
}

/** Which part of the difference adds most. */
export function describeDecider({ decides, dimensions, gates }: NeighbourGap): string {
  switch (decides.kind) {
    case 'equal':
      return 'a tie: the index is the same';
    case 'gates':
      return `the gates decide, ${formatSignedPoints(gates)}: ${decides.ids.join(', ')} ${decides.ids.length === 1 ? 'caps' : 'cap'} the lower one`;
    case 'dimension': {
      const most = dimensions.find(({ id }) => id === decides.id);
      return `${most?.title ?? decides.id} decides, ${formatSignedPoints(most?.points ?? 0)}`;
    }
  }
}

/** Points under which a difference between neighbours says nothing. */
const LEAST_GAP = 1;

function listNeighbours({ neighbours, ranked }: ProjectComparison): readonly Block[] {
  const apart = neighbours.filter(({ difference }) => difference >= LEAST_GAP);
  if (apart.length === 0) return [];
  const nameAt = (at: number) => ranked[at]?.name ?? '';
  return section(
    'neighbours',
    'What decides between neighbours',
    paragraph('Differences of 1 point or more in the supported index, by dimension, largest first:'),
    items(
      apart.map((gap) => ({
        label: formatSignedPoints(gap.difference),
        text: [strong(`${nameAt(gap.upper)} over ${nameAt(gap.lower)}`), `: ${describeDecider(gap)}`],
      })),
    ),
  );
}

function describeEffect({ bands, points, uncapped, verdictTitle }: AnswerDisagreement): string {
  const verdict = bands === 0 ? 'the verdict is unchanged' : `the verdict becomes ${verdictTitle.toLowerCase()}`;
  const before = points === uncapped ? '' : `, ${formatSignedPoints(uncapped)} before gates`;
  return `${verdict}, index ${formatSignedPoints(points)}${before}`;
}

function describeTrackDisagreement({ first, second, swap }: NonNullable<DescriptionPair['trackDisagreement']>): string {
  const apart = `They disagree on the track: ${first ?? 'none'} and ${second ?? 'none'}.`;
  if (swap === null) return apart;
  return `${apart} Scored on ${second}, the track of the second, the first would be ${swap.verdictTitle.toLowerCase()}.`;
}

/** Where two descriptions of one project disagree, and what each disagreement does to the verdict. */
export function listDisagreements({ duplicates }: ProjectComparison): readonly Block[] {
  return duplicates.flatMap(({ first, second, track, disagreements, agreed, trackDisagreement }, at) =>
    section(
      `same-${at}`,
      `Where two descriptions of ${first.name} disagree`,
      paragraph(
        `${describeName(first)} and ${describeName(second)}, both scored on ${track}: they agree on ${agreed} criteria and disagree on ${disagreements.length}.`,
        disagreements.length === 0
          ? ''
          : ' Below: the result of the first with the answer of the second, largest effect first.',
      ),
      trackDisagreement === null ? [] : paragraph(describeTrackDisagreement(trackDisagreement)),
      list(
        disagreements.map((entry) => [
          strong(entry.title),
          `: ${describeAnswer(entry.first)} or ${describeAnswer(entry.second)}; ${describeEffect(entry)}`,
        ]),
      ),
    ),
  );
}

/** On which dimensions a project is ahead or behind, once all that is open on either side is allowed for. */
function describeStanding(dimensions: ReferenceComparison['dimensions'], name: string): string {
  const isAhead = ({ project, reference }: DimensionComparison) => project.supported > reference.possible;
  const isBehind = ({ project, reference }: DimensionComparison) => project.possible < reference.supported;
  const join = (test: (entry: DimensionComparison) => boolean) =>
    dimensions
      .filter(test)
      .map(({ title }) => title)
      .join(', ');
  const open = join((entry) => !isAhead(entry) && !isBehind(entry));
  const settled = `Whatever the open answers turn out to be, ${name} is ahead on ${join(isAhead) || 'nothing'}, and behind on ${join(isBehind) || 'nothing'}.`;
  return open === '' ? settled : `${settled} Not settled by the known answers: ${open}.`;
}

/** The comparisons of one project, by its position, with what its buyer has without a chain. */
export function listReferenceComparisons(
  { referenceComparisons, ranked }: ProjectComparison,
  project: number,
): readonly Block[] {
  const name = ranked[project]?.name ?? '';
  const formatRange = ({ supported, possible }: DimensionComparison['project']) =>
    `${formatPoints(supported)} to ${formatPoints(possible)}`;
  return referenceComparisons
    .filter((entry) => entry.project === project)
    .flatMap(({ reference, dimensions, differences }, at) =>
      section(
        `beside-${project}-${at}`,
        `${name} compared with ${reference.name}`,
        paragraph(
          `What buyers have without a blockchain, on the questions asked of both, from supported to possible. ${describeStanding(dimensions, name)}`,
        ),
        table(
          ['Dimension', `${name}>`, `${reference.name}>`, 'Where both are answered'],
          dimensions.map(({ title, project: own, reference: other, known }) => [
            [title],
            [formatRange(own)],
            [formatRange(other)],
            [
              known === null
                ? 'no shared question'
                : `${formatPoints(known.project)} against ${formatPoints(known.reference)} (${known.criteria === 1 ? '1 question' : `${known.criteria} questions`})`,
            ],
          ]),
        ),
        differences.length === 0 ? [] : paragraph('Levels two or more apart:'),
        list(
          differences.map((entry) => [
            strong(entry.title),
            `: ${describeAnswer(entry.project)} against ${describeAnswer(entry.reference)}`,
          ]),
        ),
      ),
    );
}

function listUnranked(id: string, title: string, says: string, names: readonly string[]): readonly Block[] {
  return names.length === 0 ? [] : section(id, title, paragraph(says), list(names.map((name) => [name])));
}

/** `Object storage (s3.yaml), storage: strong fit, settled; 71 shown, 4 claimed only, 5 open, 20 ruled out`. */
export function describeReference(entry: ProjectComparison['references'][number]): string {
  return `${describeName(entry)}, ${toWords(entry.track)}: ${entry.verdictTitle.toLowerCase()}; ${describeShares(entry.shares)}`;
}

/** Projects that are few enough to print how each compares with its references, unasked. */
const FEW_PROJECTS = 3;

/** Projects by rank, with what decides between them, where descriptions disagree, and how they compare with references: of many, in full only. */
export function toComparisonDocument(file: ComparisonJson, isFull = true): Document {
  const { comparison } = file;
  const { outside, references, ranked, scope } = comparison;
  const own = describeOwnJudgement(file);
  const isWhole = isFull || ranked.length <= FEW_PROJECTS;
  return {
    title: ['Comparison by demand fit'],
    subtitle: own === null ? null : [own],
    blocks: [
      ...listProjects(comparison),
      ...listCapped(comparison),
      ...paragraph(aside(describeRanking(comparison))),
      ...listNeighbours(comparison),
      ...listDisagreements(comparison),
      ...(isWhole ? ranked.flatMap((_, project) => listReferenceComparisons(comparison, project)) : []),
      ...listUnranked(
        'outside',
        'Without a track',
        'These declare no track, and none fits what their summary says, so they have no rank.',
        outside.map(describeName),
      ),
      ...listUnranked(
        'references',
        'References',
        'What buyers have without a blockchain, scored without the break-even and not ranked.',
        references.map(describeReference),
      ),
      ...section('scope', 'Scope', paragraph(aside(scope)), paragraph(describeProvenance(file))),
      ...(isWhole ? [] : paragraph(aside('More: --full compares each project with what its buyers use today.'))),
    ],
  };
}
