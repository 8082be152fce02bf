import { headFields } from './report.ts';
import {
  type AcceptedValue,
  annotate,
  anyOf,
  anyText,
  list,
  mapping,
  namedMapping,
  nullable,
  oneOf,
  tuple,
  wholeNumber,
} from './schema/schema.ts';
import { points, texts } from './schema/values.ts';

/** Stable ids of what an audit reports; each names the defect, never the fix. */
export type AuditFindingId = AcceptedValue<typeof auditFindingId>;

const auditFindingId = annotate(
  oneOf([
    'level/unreachable',
    'criterion/constant',
    'pair/same-evidence',
    'pair/correlated',
    'unit/unused',
    'workload/unused',
    'service-class/unused',
    'source-kind/unused',
    'alternative/not-applicable',
    'regulation/no-pull',
  ]),
  { id: 'AuditFindingId' },
);

/** A weakness of a rubric set. */
export interface AuditFinding extends AcceptedValue<typeof auditFinding> {}

const auditFinding = mapping({
  id: auditFindingId,
  /** Id of the entry that it is about; two joined by ` + ` for a pair. */
  subject: anyText,
  what: anyText,
  why: anyText,
  fix: anyText,
});

/** What a check of a rubric set found, over the descriptions that it was checked with. */
export interface RubricAudit extends AcceptedValue<typeof rubricAudit> {}

const rubricAudit = mapping({
  /** Names of the descriptions, in order. */
  descriptions: texts,
  /** Statistics are over these. */
  distinct: annotate(wholeNumber(0), { description: 'Number of descriptions that differ in what they answer.' }),
  findings: list<AuditFinding>(auditFinding),
});

/** What the description of one vector came to. */
export interface GoldenCaseOutcome extends AcceptedValue<typeof goldenCaseOutcome> {}

const goldenCaseOutcome = namedMapping('Outcome', 'All null where no track applies.', {
  /** A band's id or `not-rateable`. */
  verdict: nullable(anyText),
  /** The first diagnosis. */
  cause: nullable(anyText),
  /** Supported. */
  index: nullable(points),
});

/** One example compared with what was written down for it. */
export interface GoldenCaseCheck extends AcceptedValue<typeof goldenCaseCheck> {}

const goldenCaseCheck = mapping({
  example: anyText,
  expected: mapping({ verdict: anyText, cause: anyText, index: tuple(points, points) }),
  found: goldenCaseOutcome,
  /** What differs from what was expected; nothing where it holds. */
  differs: list(oneOf(['verdict', 'cause', 'index'])),
});

/** A description that another set judges otherwise. */
export interface OutcomeChange extends AcceptedValue<typeof outcomeChange> {}

const outcomeChange = mapping({ name: anyText, before: goldenCaseOutcome, after: goldenCaseOutcome });

/** A set compared with its vectors. */
export interface GoldenCaseRun extends AcceptedValue<typeof goldenCaseRun> {}

const goldenCaseRun = mapping({
  /** Those that differ first, each part in the order of the file. */
  checks: list<GoldenCaseCheck>(goldenCaseCheck),
  moves: annotate(nullable(list<OutcomeChange>(outcomeChange)), {
    description: 'What the set changes compared with the built-in one; null where it is that one.',
  }),
  /** Descriptions that the built-in set cannot read, so that nothing is known of their moves. */
  unread: texts,
});

/** The JSON output of `rubric check`. */
export interface AuditJson extends AcceptedValue<typeof auditFile> {}

const auditFile = annotate(mapping({ ...headFields, audit: rubricAudit }), { id: 'AuditFile' });

/** The JSON output of `rubric vectors`. */
export interface GoldenCasesJson extends AcceptedValue<typeof goldenCasesRunFile> {}

const goldenCasesRunFile = annotate(mapping({ ...headFields, vectors: goldenCaseRun }), { id: 'VectorsFile' });

export const auditOrVectorsFile = anyOf(auditFile, goldenCasesRunFile);
