import { headFields } from './report.ts';
import * as s from './schema/schema.ts';
import { points, texts } from './schema/values.ts';

/** Stable ids of what an audit reports; each names the defect, never the fix. */
export type AuditFindingId = s.AcceptedValue<typeof auditFindingId>;

const auditFindingId = s.annotate(
  s.oneOf([
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
    'rubric/same-version',
  ]),
  { id: 'AuditFindingId' },
);

/** A weakness of a rubric set. */
export interface AuditFinding extends s.AcceptedValue<typeof auditFinding> {}

const auditFinding = s.mapping({
  id: auditFindingId,
  /** Id of the entry that it is about; two joined by ` + ` for a pair. */
  subject: s.anyText,
  what: s.anyText,
  why: s.anyText,
  fix: s.anyText,
});

/** What a check of a rubric set found, over the descriptions that it was checked with. */
export interface RubricAudit extends s.AcceptedValue<typeof rubricAudit> {}

const rubricAudit = s.mapping({
  /** Names of the descriptions, in order. */
  descriptions: texts,
  /** Statistics are over these. */
  distinct: s.annotate(s.wholeNumber(0), { description: 'Number of descriptions that differ in what they answer.' }),
  findings: s.list<AuditFinding>(auditFinding),
  inherited: s.annotate(s.wholeNumber(0), {
    description: 'Number of findings that the built-in set has too; they are left out.',
  }),
});

/** What the description of one vector came to. */
export interface GoldenCaseOutcome extends s.AcceptedValue<typeof goldenCaseOutcome> {}

const goldenCaseOutcome = s.namedMapping('Outcome', 'All null where no track applies.', {
  /** A band's id or `not-rateable`. */
  verdict: s.nullable(s.anyText),
  /** The first diagnosis. */
  cause: s.nullable(s.anyText),
  /** Supported. */
  index: s.nullable(points),
});

/** One example compared with what was written down for it. */
export interface GoldenCaseCheck extends s.AcceptedValue<typeof goldenCaseCheck> {}

const goldenCaseCheck = s.mapping({
  example: s.anyText,
  expected: s.mapping({ verdict: s.anyText, cause: s.anyText, index: s.tuple(points, points) }),
  found: goldenCaseOutcome,
  /** What differs from what was expected; nothing where it holds. */
  differs: s.list(s.oneOf(['verdict', 'cause', 'index'])),
});

/** A description that another set judges otherwise. */
export interface OutcomeChange extends s.AcceptedValue<typeof outcomeChange> {}

const outcomeChange = s.mapping({ name: s.anyText, before: goldenCaseOutcome, after: goldenCaseOutcome });

/** A set compared with its vectors. */
export interface GoldenCaseRun extends s.AcceptedValue<typeof goldenCaseRun> {}

const goldenCaseRun = s.mapping({
  /** Those that differ first, each part in the order of the file. */
  checks: s.list<GoldenCaseCheck>(goldenCaseCheck),
  moves: s.annotate(s.nullable(s.list<OutcomeChange>(outcomeChange)), {
    description: 'What the set changes compared with the built-in one; null where it is that one.',
  }),
  /** Descriptions that the built-in set cannot read, so that nothing is known of their moves. */
  unread: texts,
});

/** The JSON output of `rubric check`. */
export interface AuditJson extends s.AcceptedValue<typeof auditFile> {}

const auditFile = s.annotate(s.mapping({ ...headFields, audit: rubricAudit }), { id: 'AuditFile' });

/** The JSON output of `rubric vectors`. */
export interface GoldenCasesJson extends s.AcceptedValue<typeof goldenCasesRunFile> {}

const goldenCasesRunFile = s.annotate(s.mapping({ ...headFields, vectors: goldenCaseRun }), { id: 'VectorsFile' });

export const auditOrVectorsFile = s.anyOf(auditFile, goldenCasesRunFile);
