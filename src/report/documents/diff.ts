import type {
  CriterionChange,
  CriterionState,
  DescriptionDiff,
  DiffJson,
  DiffObstacle,
  DiffPart,
  DiffPartId,
  DiffVersion,
  ExactPoints,
  VerdictRuleChange,
} from '../../model/diff.ts';
import { BOUNDS } from '../../model/level.ts';
import { aside, type Block, type Document, facts, type Item, items, paragraph, section, strong } from '../document.ts';
import { apportion } from '../wording/apportion.ts';
import { describeCause, describeGateChange } from '../wording/causes.ts';
import { formatPercent, formatPoints } from '../wording/figures.ts';
import { describeProvenance } from '../wording/provenance.ts';
import { describeShares } from '../wording/sentences.ts';

/** Whole tenths of a point with their sign: `+0.3`. */
function formatSignedTenths(tenths: number): string {
  return `${tenths < 0 ? '-' : '+'}${formatTenths(Math.abs(tenths))}`;
}

function formatTenths(tenths: number): string {
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

/** Points in whole tenths, rounded down as everywhere, exactly. */
function floorToTenths({ exact }: ExactPoints): number {
  const [top = '0', bottom = '1'] = exact.split('/');
  return Number((BigInt(top) * 10n) / BigInt(bottom));
}

/** The title of each part, and what it comes of. */
const PARTS = {
  rubric: { title: 'The rubric', means: 'same text, different rules' },
  track: { title: 'The track', means: 'same text, different weights and questions' },
  time: { title: 'Time alone', means: 'evidence aged or became available, laws took effect' },
  facts: { title: 'The facts', means: 'the description changed' },
} as const satisfies Record<DiffPartId, { title: string; means: string }>;

const NOTHING = 'No change in levels, evidence grades, gates or rules.';

function describeState(state: CriterionState): string {
  switch (state.status) {
    case 'absent':
      return 'not in the rubric';
    case 'not-applicable':
      return 'not asked';
    case 'unknown':
      return 'unknown';
    case 'answered':
      return `${state.said} (level ${state.levels.supported}, grade ${state.grade})`;
  }
}

function describeCriterion({ before, after, causes }: CriterionChange): string {
  const [was, is] = [describeState(before), describeState(after)];
  const moved = was === is ? was : `${was} to ${is}`;
  const [from, to] = [before, after].map((state) => ('share' in state ? formatPercent(state.share) : null));
  const weighed = from === to || from === null || to === null ? [] : [`share ${from} to ${to}`];
  return [moved, ...weighed, ...causes.map(describeCause)].join('; ');
}

function toItem(label: string, title: string, says: string): Item {
  return { label, status: null, text: [strong(title), ...(says === '' ? [] : [`: ${says}`])], below: [] };
}

function toRuleItem(rule: VerdictRuleChange): Item {
  if (rule.kind === 'coverage-floor')
    return toItem('', 'Minimum coverage', `${formatPercent(rule.from)} of the weight, now ${formatPercent(rule.to)}`);
  const from = (at: number | null) => (at === null ? 'not in the rubric' : `from ${formatPoints(at)}`);
  return toItem('', 'Bands', `${rule.title.toLowerCase()} ${from(rule.from)}, now ${from(rule.to)}`);
}

/** What moved in a part. @param total its change as printed, in tenths: the items sum to it. */
function listPartItems({ criteria, gates, change, rules }: DiffPart, total: number): readonly Item[] {
  if (change.exact === '0' && criteria.length === 0 && gates.statuses.length === 0) return rules.map(toRuleItem);
  const tenths = apportion([...criteria.map((entry) => entry.change), gates.change], total);
  const statuses = gates.statuses.map(describeGateChange);
  const [was, is] = [gates.before, gates.after].map((cap) =>
    cap === null ? 'no gate' : `${cap.title}, ${formatPoints(cap.cap)}`,
  );
  const binding = was === is ? [] : [`capped by ${was} before, by ${is} after`];
  const own = tenths.at(-1) ?? 0;
  const says = [...statuses, ...binding].join('; ');
  // Most points first as printed too, whatever rounding did to them.
  const lines = criteria
    .map((entry, at) => ({ entry, tenths: tenths[at] ?? 0 }))
    .sort((a, b) => Math.abs(b.tenths) - Math.abs(a.tenths));
  return [
    ...lines.map(({ entry, tenths: moved }) =>
      toItem(entry.change.exact === '0' ? '' : formatSignedTenths(moved), entry.title, describeCriterion(entry)),
    ),
    ...(own === 0 && says === '' ? [] : [toItem(formatSignedTenths(own), 'Gates', says)]),
    ...rules.map(toRuleItem),
  ];
}

function describeVersion(end: DiffVersion): string {
  const track = end.track === null ? 'no track' : end.track;
  const file = end.file === null ? '' : ` (${end.file})`;
  if (end.status !== 'fit') return `${end.name}${file}, as of ${end.asOf}: ${track}`;
  const { supported, claimed, possible } = end.index;
  const index = [supported, claimed, possible].map((figure) => formatTenths(floorToTenths(figure)));
  const covered = end.coverage === null ? '' : `, ${formatPercent(end.coverage)} of the weight with a source`;
  return `${end.name}${file}, as of ${end.asOf}: ${end.verdict.title.toLowerCase()}, supported ${index[0]}, claimed ${index[1]}, possible ${index[2]} (${describeShares(end.shares)}), ${track}${covered}`;
}

function describeObstacle(obstacle: DiffObstacle): string {
  switch (obstacle.kind) {
    case 'outside':
      return `The ${obstacle.end} version has no track and so no index.`;
    case 'no-track':
      return `The new rubric has no track ${obstacle.track}.`;
    case 'refused':
      return `The old file is not valid under the new rubric: ${obstacle.problems.map(({ what }) => what).join('; ')}.`;
  }
}

type Rated = Extract<DiffVersion, { status: 'fit' }>;

function hasSameFigures(before: Rated, after: Rated): boolean {
  return (
    before.coverage === after.coverage &&
    BOUNDS.every((bound) => before.index[bound].exact === after.index[bound].exact)
  );
}

/** The parts of the change, or why it has none; printed figures sum as the exact ones do. */
function listChangeBlocks({ before, after, split }: DescriptionDiff): readonly Block[] {
  if (split.status === 'not-told' || before.status !== 'fit' || after.status !== 'fit') {
    const because = split.status === 'not-told' ? split.because.map(describeObstacle) : [];
    return section(
      'why',
      'Why',
      ...['The change cannot be split into parts.', ...because].map((says) => paragraph(says)),
    );
  }
  const total = floorToTenths(after.index.supported) - floorToTenths(before.index.supported);
  const tenths = apportion(
    split.parts.map(({ change }) => change),
    total,
  );
  const title = `Supported index ${formatSignedTenths(total)}`;
  const details = split.parts.map((part, at) => listPartItems(part, tenths[at] ?? 0));
  const verdicts = [before.verdict, ...split.parts.map(({ verdict }) => verdict)];
  const isStill = details.map((entries, at) => entries.length === 0 && verdicts[at]?.id === verdicts[at + 1]?.id);
  if (!isStill.includes(false) && hasSameFigures(before, after)) return section('index', title, paragraph(NOTHING));
  const summary = split.parts.map(({ id, verdict }, at) =>
    toItem(
      formatSignedTenths(tenths[at] ?? 0),
      PARTS[id].title,
      isStill[at] ? 'no effect' : `${PARTS[id].means}; then ${verdict.title.toLowerCase()}`,
    ),
  );
  return [
    ...section('index', title, items(summary)),
    ...split.parts.flatMap(({ id }, at) =>
      section(id, `${PARTS[id].title} ${formatSignedTenths(tenths[at] ?? 0)}`, items(details[at] ?? [])),
    ),
  ];
}

/** How index and verdict changed between two versions of a description, and why. */
export function toDiffDocument(diff: DescriptionDiff, file: DiffJson): Document {
  return {
    title: [`Change of ${diff.after.name}`],
    subtitle: null,
    blocks: [
      ...facts([
        ['old', [describeVersion(diff.before)]],
        ['new', [describeVersion(diff.after)]],
      ]),
      ...listChangeBlocks(diff),
      ...section('scope', 'Scope', paragraph(aside(diff.scope)), paragraph(describeProvenance(file, file.oldRubric))),
    ],
  };
}
