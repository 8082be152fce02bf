import type {
  AuditFinding,
  AuditFindingId,
  GoldenCaseCheck,
  GoldenCaseOutcome,
  OutcomeChange,
  RubricAudit,
} from '../../../model/rubric-audit.ts';
import { formatPoints } from '../../wording/figures.ts';
import { toWords } from '../../wording/to-words.ts';

/** What a kind of finding is called. */
const TITLES = {
  'level/unreachable': 'Levels that nothing reaches',
  'criterion/constant': 'Criteria that never vary',
  'pair/same-evidence': 'Pairs that rest on the same evidence',
  'pair/correlated': 'Pairs that come out the same',
  'unit/unused': 'Units that nothing uses',
  'workload/unused': 'Workloads that nothing has',
  'service-class/unused': 'Service classes that nothing has',
  'source-kind/unused': 'Kinds of source that nothing cites',
  'alternative/not-applicable': 'Alternatives of a criterion that is not asked',
  'regulation/no-pull': 'Regulations without a pull',
} as const satisfies Record<AuditFindingId, string>;

/** Findings of one kind, with what holds for all of them. */
export interface FindingGroup extends Pick<AuditFinding, 'id' | 'why' | 'fix'> {
  readonly title: string;
  readonly whats: readonly string[];
}

/** The findings by kind, reason and remedy, in their own order. */
export function groupsOf(findings: readonly AuditFinding[]): readonly FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const { id, why, fix, what } of findings) {
    const key = JSON.stringify([id, why, fix]);
    const before = groups.get(key)?.whats ?? [];
    groups.set(key, { id, why, fix, title: TITLES[id], whats: [...before, what] });
  }
  return [...groups.values()];
}

const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** How the audit ended, in one sentence. */
export function outcomeOf({ findings, descriptions, distinct }: RubricAudit): string {
  const twins = descriptions.length - distinct;
  const told =
    twins === 0 ? '' : ` (${counted(twins, 'of them says', 'of them say')} what another says and counts once)`;
  return `${counted(findings.length, 'warning')} over ${counted(descriptions.length, 'description')}${told}.`;
}

/** An outcome in words, without its index. */
export function verdictOf({ verdict, cause }: GoldenCaseOutcome): string {
  return `${verdict === null ? 'outside' : toWords(verdict)}${cause === null ? '' : `, ${toWords(cause)}`}`;
}

/** The index in whole points. */
export function indexOf({ index }: GoldenCaseOutcome): string {
  return index === null ? 'none' : formatPoints(index);
}

/** What was written down. */
export function expectedOf({ expected }: GoldenCaseCheck): string {
  return `${toWords(expected.verdict)}, ${toWords(expected.cause)}, ${expected.index.join(' to ')}`;
}

/** What was found. */
export function foundOf({ found }: GoldenCaseCheck): string {
  return `${verdictOf(found)}, ${indexOf(found)}`;
}

/** How the vectors came out, in one sentence. */
export function vectorsOutcome(checks: readonly GoldenCaseCheck[]): string {
  const failing = checks.filter(({ differs }) => differs.length > 0).length;
  return failing === 0
    ? `${counted(checks.length, 'expectation holds', 'expectations hold')}.`
    : `${failing} of ${counted(checks.length, 'expectation fails', 'expectations fail')}.`;
}

/** The moves that show as printed. */
export function shownMoves(moves: readonly OutcomeChange[]): readonly OutcomeChange[] {
  return moves.filter(
    ({ before, after }) => verdictOf(before) !== verdictOf(after) || indexOf(before) !== indexOf(after),
  );
}

/** What is said where none shows. */
export function noMoves(moves: readonly OutcomeChange[]): string {
  return moves.length === 0 ? 'Nothing.' : 'Nothing that shows in whole points.';
}
