import type {
  CriterionChange,
  CriterionState,
  DescriptionDiff,
  DiffObstacle,
  DiffPart,
  DiffPartId,
  DiffVersion,
  ExactPoints,
  VerdictRuleChange,
} from '../../../model/diff.ts';
import { BOUNDS } from '../../../model/level.ts';
import type { OutputItem, OutputSection } from '../../output-section.ts';
import { apportion } from '../../wording/apportion.ts';
import { describeCause, describeGateChange } from '../../wording/causes.ts';
import { formatPercent, formatPoints } from '../../wording/figures.ts';

/** Whole tenths of a point with their sign: `+0.3`. */
function signedTenths(tenths: number): string {
  return `${tenths < 0 ? '-' : '+'}${tenthsText(Math.abs(tenths))}`;
}

function tenthsText(tenths: number): string {
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

/** Points in whole tenths, rounded down as everywhere, exactly. */
function flooredTenths({ exact }: ExactPoints): number {
  const [top = '0', bottom = '1'] = exact.split('/');
  return Number((BigInt(top) * 10n) / BigInt(bottom));
}

/** What each part is called, and what it comes of. */
const PARTS = {
  rubric: { title: 'The rubric', means: 'other rules for the same text' },
  track: { title: 'The track', means: 'other weights and questions for the same text' },
  time: { title: 'Time alone', means: 'evidence got old or became known, laws came to apply' },
  facts: { title: 'The facts', means: 'the description says otherwise' },
} as const satisfies Record<DiffPartId, { title: string; means: string }>;

const NOTHING = 'Nothing moved: no level, grade of evidence, gate or rule.';

function stateSays(state: CriterionState): string {
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

function criterionSays({ before, after, causes }: CriterionChange): string {
  const [was, is] = [stateSays(before), stateSays(after)];
  const moved = was === is ? was : `${was} to ${is}`;
  const [from, to] = [before, after].map((state) => ('share' in state ? formatPercent(state.share) : null));
  const weighed = from === to || from === null || to === null ? [] : [`share ${from} to ${to}`];
  return [moved, ...weighed, ...causes.map(describeCause)].join('; ');
}

/** `weak fit from 20, now from 31`. */
function ruleSays(rule: VerdictRuleChange): OutputItem {
  if (rule.kind === 'coverage-floor')
    return {
      label: '',
      title: 'The floor of coverage',
      says: `${formatPercent(rule.from)} of the weight, now ${formatPercent(rule.to)}`,
    };
  const from = (at: number | null) => (at === null ? 'not in the rubric' : `from ${formatPoints(at)}`);
  return { label: '', title: 'Bands', says: `${rule.title.toLowerCase()} ${from(rule.from)}, now ${from(rule.to)}` };
}

function itemsOf({ criteria, gates, change, rules }: DiffPart, total: number): readonly OutputItem[] {
  if (change.exact === '0' && criteria.length === 0 && gates.statuses.length === 0) return rules.map(ruleSays);
  const tenths = apportion([...criteria.map((entry) => entry.change), gates.change], total);
  const statuses = gates.statuses.map(describeGateChange);
  const held = ({ before, after }: typeof gates) =>
    [before, after].map((cap) => (cap === null ? 'no gate' : `${cap.title}, ${formatPoints(cap.cap)}`));
  const [was, is] = held(gates);
  const holding = was === is ? [] : [`held by ${was} before, by ${is} after`];
  const own = tenths.at(-1) ?? 0;
  const says = [...statuses, ...holding].join('; ');
  // Most points first as printed too, whatever rounding did to them.
  const lines = criteria
    .map((entry, at) => ({ entry, tenths: tenths[at] ?? 0 }))
    .sort((a, b) => Math.abs(b.tenths) - Math.abs(a.tenths));
  return [
    ...lines.map(({ entry, tenths: moved }) => ({
      label: entry.change.exact === '0' ? '' : signedTenths(moved),
      title: entry.title,
      says: criterionSays(entry),
    })),
    ...(own === 0 && says === '' ? [] : [{ label: signedTenths(own), title: 'Gates', says }]),
    ...rules.map(ruleSays),
  ];
}

function endSays(end: DiffVersion): string {
  const track = end.track === null ? 'outside' : end.track;
  const file = end.file === null ? '' : ` (${end.file})`;
  if (end.status !== 'fit') return `${end.name}${file}, as of ${end.asOf}: ${end.status}, ${track}`;
  const { supported, claimed, possible } = end.index;
  const index = [supported, claimed, possible].map((figure) => tenthsText(flooredTenths(figure)));
  const covered = end.coverage === null ? '' : `, ${formatPercent(end.coverage)} of weight sourced`;
  return `${end.name}${file}, as of ${end.asOf}: ${end.verdict.title.toLowerCase()}, supported ${index[0]}, claimed ${index[1]}, possible ${index[2]}, ${track}${covered}`;
}

function obstacleSays(obstacle: DiffObstacle): string {
  switch (obstacle.kind) {
    case 'outside':
      return `The ${obstacle.end} one is outside the tracks and has no index.`;
    case 'reference':
      return `The ${obstacle.end} one is a reference and has no index.`;
    case 'no-track':
      return `The new rubric has no track ${obstacle.track}.`;
    case 'refused':
      return `By the new rubric the old file is no description: ${obstacle.problems.map(({ what }) => what).join('; ')}.`;
  }
}

type Rated = Extract<DiffVersion, { status: 'fit' }>;

function hasSameFigures(before: Rated, after: Rated): boolean {
  return (
    before.coverage === after.coverage &&
    BOUNDS.every((bound) => before.index[bound].exact === after.index[bound].exact)
  );
}

/** The two ends, and the parts of what lies between them; printed figures sum as the exact ones do. */
export function partsOf({ before, after, split }: DescriptionDiff): readonly OutputSection[] {
  const ends: OutputSection = {
    title: 'What became of it',
    says: [],
    items: [
      { label: 'old', title: '', says: endSays(before) },
      { label: 'new', title: '', says: endSays(after) },
    ],
  };
  if (split.status === 'not-told' || before.status !== 'fit' || after.status !== 'fit') {
    const because = split.status === 'not-told' ? split.because.map(obstacleSays) : [];
    return [ends, { title: 'Why', says: ["The parts can't be told.", ...because], items: [] }];
  }
  const total = flooredTenths(after.index.supported) - flooredTenths(before.index.supported);
  const tenths = apportion(
    split.parts.map(({ change }) => change),
    total,
  );
  const title = `Supported index ${signedTenths(total)}`;
  const details = split.parts.map((part, at) => itemsOf(part, tenths[at] ?? 0));
  const verdicts = [before.verdict, ...split.parts.map(({ verdict }) => verdict)];
  const isStill = details.map((items, at) => items.length === 0 && verdicts[at]?.id === verdicts[at + 1]?.id);
  if (!isStill.includes(false) && hasSameFigures(before, after)) return [ends, { title, says: [NOTHING], items: [] }];
  const summary: OutputSection = {
    title,
    says: [],
    items: split.parts.map(({ id, verdict }, at) => ({
      label: signedTenths(tenths[at] ?? 0),
      title: PARTS[id].title,
      says: isStill[at] ? 'moved nothing' : `${PARTS[id].means}; then ${verdict.title.toLowerCase()}`,
    })),
  };
  const told = split.parts.flatMap(({ id }, at): readonly OutputSection[] => {
    const items = details[at] ?? [];
    if (items.length === 0) return [];
    return [{ title: `${PARTS[id].title} ${signedTenths(tenths[at] ?? 0)}`, says: [], items }];
  });
  return [ends, summary, ...told];
}
