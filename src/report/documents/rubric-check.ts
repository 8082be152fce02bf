import type {
  AuditFinding,
  AuditFindingId,
  AuditJson,
  GoldenCaseCheck,
  GoldenCaseOutcome,
  GoldenCasesJson,
  OutcomeChange,
} from '../../model/rubric-audit.ts';
import {
  type Block,
  type Document,
  facts,
  list,
  paragraph,
  strong,
  type Text,
  table,
  underHeading,
} from '../document.ts';
import { formatPoints } from '../wording/figures.ts';
import { toWords } from '../wording/to-words.ts';

const TITLES = {
  'level/unreachable': 'Unreachable levels',
  'criterion/constant': 'Criteria that never vary',
  'pair/same-evidence': 'Pairs that rest on the same evidence',
  'pair/correlated': 'Pairs with the same result',
  'unit/unused': 'Unused units',
  'workload/unused': 'Unused workloads',
  'service-class/unused': 'Unused service classes',
  'source-kind/unused': 'Source kinds that are never cited',
  'alternative/not-applicable': 'Alternatives for a criterion that is not asked',
  'regulation/no-pull': 'Regulations with no pull',
  'rubric/same-version': 'The name of another rubric',
} as const satisfies Record<AuditFindingId, string>;

const count = (items: readonly unknown[], one: string, many = `${one}s`) =>
  `${items.length} ${items.length === 1 ? one : many}`;

function toHead({ rubric }: AuditJson | GoldenCasesJson): Pick<Document, 'title' | 'subtitle'> {
  return { title: [strong(rubric.title)], subtitle: [`${rubric.id} ${rubric.version}, ${rubric.origin}`] };
}

/** Findings of one kind under a heading, those with the same reason and remedy together. */
function toFindingBlocks(id: AuditFindingId, findings: readonly AuditFinding[]): readonly Block[] {
  const groups = new Map<string, AuditFinding[]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.why, finding.fix]);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  const blocks = [...groups.values()].map((group) => [
    ...list(group.map(({ what }) => [what])),
    ...facts([
      ['why', [group[0]?.why ?? '']],
      ['fix', [group[0]?.fix ?? '']],
    ]),
  ]);
  return underHeading(TITLES[id], ...blocks);
}

/** What a check of a rubric found, by kind. */
export function toRubricCheckDocument(file: AuditJson): Document {
  const { findings, descriptions, distinct, inherited } = file.audit;
  const same = descriptions.length - distinct;
  const aside = same === 0 ? '' : ` (${same} of them ${same === 1 ? 'repeats' : 'repeat'} another and counts once)`;
  const ids = [...new Set(findings.map(({ id }) => id))];
  return {
    ...toHead(file),
    blocks: [
      ...paragraph(`${count(findings, 'warning')} over ${count(descriptions, 'description')}${aside}.`),
      ...(inherited === 0 ? [] : paragraph(`Not listed: ${inherited} that the built-in rubric has too.`)),
      ...ids.flatMap((id) =>
        toFindingBlocks(
          id,
          findings.filter((finding) => finding.id === id),
        ),
      ),
    ],
  };
}

function describeVerdict({ verdict, cause }: GoldenCaseOutcome): string {
  return `${verdict === null ? 'outside' : toWords(verdict)}${cause === null ? '' : `, ${toWords(cause)}`}`;
}

function describeIndex({ index }: GoldenCaseOutcome): string {
  return index === null ? 'none' : formatPoints(index);
}

function toCaseRow({ example, expected, found, differs }: GoldenCaseCheck): readonly Text[] {
  const result: Text = differs.length === 0 ? ['nothing'] : [{ emphasis: 'bad', text: differs.join(', ') }];
  return [
    [example],
    [`${toWords(expected.verdict)}, ${toWords(expected.cause)}, ${expected.index.join(' to ')}`],
    [`${describeVerdict(found)}, ${describeIndex(found)}`],
    result,
  ];
}

/** True for a change that shows as printed. */
function isVisible({ before, after }: OutcomeChange): boolean {
  return describeVerdict(before) !== describeVerdict(after) || describeIndex(before) !== describeIndex(after);
}

function toMoveBlocks(moves: readonly OutcomeChange[], unread: readonly string[]): readonly Block[] {
  const shown = moves.filter(isVisible);
  const rows = shown.map(({ name, before, after }): Text[] => [
    [name],
    [`${describeVerdict(before)} to ${describeVerdict(after)}`],
    [`${describeIndex(before)} to ${describeIndex(after)}`],
  ]);
  const none = moves.length === 0 ? 'Nothing.' : 'No change in whole points.';
  return underHeading(
    'Changes against the built-in set',
    shown.length === 0 ? paragraph(none) : table(['Description', 'Verdict', 'Index'], rows),
    list(unread.map((name) => [`${name} is not valid under the built-in set.`])),
  );
}

/** The golden cases of a rubric set, those that fail first, and what the set moves against the built-in one. */
export function toGoldenCasesDocument(file: GoldenCasesJson): Document {
  const { checks, moves, unread } = file.vectors;
  const failing = checks.filter(({ differs }) => differs.length > 0);
  const outcome =
    failing.length === 0
      ? `${count(checks, 'expectation holds', 'expectations hold')}.`
      : `${failing.length} of ${count(checks, 'expectation fails', 'expectations fail')}.`;
  return {
    ...toHead(file),
    blocks: [
      ...paragraph(outcome),
      ...table(['Example', 'Expected', 'Found', 'Differs'], checks.map(toCaseRow)),
      ...(moves === null ? [] : toMoveBlocks(moves, unread)),
    ],
  };
}
