import type {
  AuditFinding,
  AuditFindingId,
  GoldenCaseCheck,
  GoldenCaseOutcome,
  Influence,
  OutcomeChange,
  RubricAudit,
} from '../../../model/rubric-audit.ts';
import { formatFinePercent, formatPoints } from '../../wording/figures.ts';
import { toWords } from '../../wording/to-words.ts';

/** What a kind of finding is called. */
const TITLES = {
  'attack/deletion': 'Deleting a fact pays',
  'attack/padding': 'Adding empty sources pays',
  'attack/splitting': 'Splitting an answer or a source pays',
  'attack/rewording': 'Choosing other words pays',
  'attack/boasting': 'Answering without a source pays',
  'level/unreachable': 'Levels that nothing reaches',
  'criterion/constant': 'Criteria that never vary',
  'weight/no-influence': 'Weights without influence',
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
export interface FindingGroup extends Pick<AuditFinding, 'id' | 'severity' | 'why' | 'fix'> {
  readonly title: string;
  readonly whats: readonly string[];
}

/** The findings by kind, reason and remedy, in their own order. */
export function groupsOf(findings: readonly AuditFinding[]): readonly FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const { id, severity, why, fix, what } of findings) {
    const key = JSON.stringify([id, severity, why, fix]);
    const before = groups.get(key)?.whats ?? [];
    groups.set(key, { id, severity, why, fix, title: TITLES[id], whats: [...before, what] });
  }
  return [...groups.values()];
}

const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** How the audit ended, in one sentence. */
export function outcomeOf({ findings, descriptions, distinct }: RubricAudit): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const twins = descriptions.length - distinct;
  const told =
    twins === 0 ? '' : ` (${counted(twins, 'of them says', 'of them say')} what another says and counts once)`;
  return `${counted(errors, 'error')} and ${counted(findings.length - errors, 'warning')} over ${counted(descriptions.length, 'description')}${told}.`;
}

/** How many tries gained something. */
export function gainOf({ tried, raised }: RubricAudit['attacks'][number]): string {
  return `${counted(tried, 'try', 'tries')}, ${raised === 0 ? 'none' : raised} raised the index`;
}

/** What a weight does, as a share; `unknown` where the index does not vary. */
export function realOf({ real }: Influence): string {
  return real === null ? 'unknown' : formatFinePercent(real);
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
