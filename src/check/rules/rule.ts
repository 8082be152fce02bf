import type { BaselineEntry, CheckSettings, Severity } from '../../model/check.ts';
import type { Day } from '../../model/day.ts';
import type { Description } from '../../model/description.ts';
import type { Span } from '../../model/diagnostic.ts';
import type { Finding, RuleId } from '../../model/finding.ts';
import type { Lock } from '../../model/lock.ts';
import type { Report } from '../../model/report.ts';
import type { Rubric } from '../../model/rubric.ts';

/** A finding as the words of its rule read it. A detail that is missing reads `not stated`. */
export interface FindingView extends Pick<Finding, 'subject' | 'detail'> {
  /** The criteria or the dimension that it is about, each as `Who pays (paid_use)`. */
  readonly on: string;
  text(key: string): string;
  /** Points or per cent, rounded down. */
  points(key: string): string;
  /** A multiple, rounded down. */
  ratio(key: string): string;
  /** An id of the rubric, as words. */
  words(key: string): string;
}

/** What a rule found; without a place it is about the description as a whole. */
export interface RuleMatch {
  readonly subject: string;
  readonly detail?: Finding['detail'];
  readonly at?: Span | null;
  /** The sentence that it is about, as far as a fingerprint is concerned; none where it is about an answer or a source. */
  readonly sentence?: string;
}

/** Something found in the prose of a memo, with the sentence around it. */
export interface MemoFinding extends Finding {
  readonly sentence: string;
}

/** What a rule may look at in a description. */
export interface RuleContext {
  readonly description: Description;
  readonly report: Report;
  readonly rubric: Rubric;
  readonly settings: CheckSettings;
  /** The day of the run; null where none was given. */
  readonly today: Day | null;
  /** What the prose of a memo says and its answers don't; none without prose. */
  readonly memo: readonly MemoFinding[];
  /** What is wrong with quotes, and with the local documents that they are from. */
  readonly quotes: readonly Finding[];
  /** The host of an address that only some can open; null for one that the public can. */
  findPrivateHost(url: string): string | null;
  /** True for a name with letters of two alphabets in one word. */
  mixesScripts(name: string): boolean;
  /** Whose pages an address is among. */
  findOrigin(url: string): string;
}

/** A comment that suppresses rules, and what became of it. */
export interface SuppressionUse {
  readonly rules: readonly RuleId[];
  readonly until: Day;
  readonly at: Span;
  readonly state: 'active' | 'expired' | 'unused';
  readonly reason: string;
  /** False where the base has it too, or no base was given. */
  readonly isNew: boolean;
}

/** A description with what it comes to. */
export type AssessedDescription = Pick<RuleContext, 'description' | 'report'>;

/** A lower index that a change accepts. */
export interface AcceptedFall {
  /** Points that it may fall to, 0 to 100. */
  readonly to: number;
  readonly reason: string;
}

/** What a rule may look at once the description has been checked. */
export interface CheckedContext extends RuleContext {
  /** As it is in the base; null without a base, for what is new there and for what cannot be read. */
  readonly before: AssessedDescription | null;
  /** What the lock of the base says of sources; null without a base, or without a lock there. */
  readonly lockBefore: Lock | null;
  /** What the config of the change accepts; null for nothing. */
  readonly fall: AcceptedFall | null;
  /** What the baseline holds of the file; null for nothing. */
  readonly baseline: BaselineEntry | null;
  /** Fingerprints of what was found in the description. */
  readonly fingerprints: ReadonlySet<string>;
  readonly suppressions: readonly SuppressionUse[];
  /** Comments that are meant to suppress a rule and don't, with what is wrong with each. */
  readonly malformed: readonly { readonly fault: string; readonly at: Span }[];
}

/**
 * What a rule has that finds what an author admits, or evidence that is weak and so lowers the marks. To leave that out would remove the
 * finding, so it is a note, whatever a config says: honesty must never fail a check that silence passes.
 */
export const DISCLOSURE = { severity: 'note', isDisclosure: true } as const;

export interface RuleText {
  /** Public: never renamed, never used again. Names the defect. */
  readonly id: RuleId;
  /** By default. */
  readonly severity: Severity;
  /** Given in `DISCLOSURE`. */
  readonly isDisclosure?: true;
  /** What it is about, whatever is found. */
  readonly title: string;
  /** What was found, in a sentence. */
  what(finding: FindingView): string;
  /** Why it matters to the result. */
  readonly why: string;
  /** What to do about it. */
  readonly fix: string;
  /** Given where it finds nothing without this. */
  readonly needs?: 'fit' | 'memo';
  /** Given where the subject is the id of a source. */
  readonly subject?: 'source';
}

/** A rule that looks at a description. */
export interface DescriptionRule extends RuleText {
  /** `run` for a bar that whoever runs the check sets: an author can't suppress it, a baseline can excuse it. */
  readonly scope: 'description' | 'run';
  find(context: RuleContext, id: RuleId): readonly RuleMatch[];
}

/** A rule that looks at the check itself, which neither a comment nor a baseline excuses. */
export interface CheckRule extends RuleText {
  readonly scope: 'check';
  find(context: CheckedContext, id: RuleId): readonly RuleMatch[];
}

/** A rule on files that are not checked descriptions; the run itself finds what it is about, and nothing in a file excuses it. */
export interface FileRule extends RuleText {
  readonly scope: 'files';
}

export type Rule = DescriptionRule | CheckRule | FileRule;
