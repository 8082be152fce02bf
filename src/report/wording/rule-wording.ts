import type { RuleFinding, RuleId } from '../../model/check.ts';
import type { Finding, FindingId } from '../../model/report.ts';
import { formatPoints } from './figures.ts';
import { FINDING_WORDING, type FindingText, type FindingWording, formatDetail } from './finding-wording.ts';
import { toWords } from './to-words.ts';

type CheckOnlyRuleId = Exclude<RuleId, FindingId>;

function formatDetailPoints(finding: RuleFinding, key: string): string {
  const value = finding.detail[key];
  return typeof value === 'number' ? formatPoints(value) : 'not stated';
}

function describeUnderMinimum(f: RuleFinding, what: string): string {
  return `The ${what} is ${formatDetailPoints(f, 'found')} of 100, under the ${formatDetailPoints(f, 'least')} that is asked for.`;
}

const WHY_MINIMUM = 'Whoever runs this check asks for it of every description.';

const CHECK_RULE_WORDING: Readonly<Record<CheckOnlyRuleId, FindingWording<RuleFinding>>> = {
  'answer/required': {
    title: 'An answer that is asked for is missing',
    what: (f) => `There is no answer on ${f.subject}.`,
    why: 'Whoever runs this check asks every description for it; an unknown one says that nobody knows.',
    fix: 'Answer it, with a source.',
  },
  'as-of/after-today': {
    title: 'The description is of a day to come',
    what: (f) => `The description is as of ${f.subject}, which is after ${formatDetail(f, 'today')}.`,
    why: 'Evidence and laws are judged on that day, and nobody knows yet what will hold on it.',
    fix: 'Set `as_of` to the day that the answers were checked on.',
  },
  'baseline/stale': {
    title: 'The baseline excuses something that is gone',
    what: (f) => `The baseline still excuses ${f.subject} (${formatDetail(f, 'rule')}), which is not found any more.`,
    why: 'An excuse without a fault would let the fault come back unseen.',
    fix: 'Run the check with --update-baseline, which only takes out.',
  },
  'fit/not-rateable': {
    title: 'Too little has a source to give a verdict',
    what: (f) => `The description is not rateable: ${formatDetailPoints(f, 'coverage')}% of the weight has a source.`,
    why: 'With so little shown, what is supported and what is possible fall into different bands.',
    fix: 'Cite sources for the heaviest answers first; `demandfit score` lists them.',
  },
  'fit/not-rated': {
    title: 'There is no fit to hold against what is asked for',
    what: (f) => `The description has no fit (${f.subject}), and a minimum or a gate is asked for.`,
    why: 'What is never rated would reach every minimum.',
    fix: 'Describe a project of a track; let an override of the config turn this off for references.',
  },
  'fit/under-min-coverage': {
    title: 'Less has a source than is asked for',
    what: (f) => describeUnderMinimum(f, 'share of weight with a source'),
    why: WHY_MINIMUM,
    fix: 'Cite sources for the answers that have none.',
  },
  'fit/under-min-dimension': {
    title: 'A dimension is under its minimum',
    what: (f) => describeUnderMinimum(f, `mark of ${f.subject}`),
    why: WHY_MINIMUM,
    fix: 'See in `demandfit score` which answers of the dimension carry little.',
  },
  'fit/under-min-index': {
    title: 'The index is under its minimum',
    what: (f) => describeUnderMinimum(f, 'supported index'),
    why: WHY_MINIMUM,
    fix: 'See in `demandfit score --explain-verdict` what would raise it.',
  },
  'fit/under-min-verdict': {
    title: 'The verdict is under its minimum',
    what: (f) =>
      `The verdict is ${toWords(formatDetail(f, 'found'))}; at least ${toWords(formatDetail(f, 'least'))} is asked for.`,
    why: WHY_MINIMUM,
    fix: 'See in `demandfit score --explain-verdict` what would raise it.',
  },
  'fit/worse-than-baseline': {
    title: 'The description came out better before',
    what: (f) =>
      `The supported index is ${formatDetailPoints(f, 'found')} of 100; it was ${formatDetailPoints(f, 'before')} when the baseline was written.`,
    why: 'A description that loses what it had lost evidence, facts or time.',
    fix: 'See with `demandfit diff` what changed. Where the loss is right, write the baseline anew with --write-baseline.',
  },
  'gate/failed': {
    title: 'A gate is failed',
    what: (f) => `The gate fails: ${f.subject}. The index is at most ${formatDetailPoints(f, 'cap')}.`,
    why: 'Nothing that is still open would let it pass, and no other strength makes up for it.',
    fix: 'Nothing in the text mends this; the facts have to change.',
  },
  'gate/open': {
    title: 'A gate is open',
    what: (f) =>
      `The gate is open: ${f.subject}. Until it is shown to pass, the supported index is at most ${formatDetailPoints(f, 'cap')}.`,
    why: 'What is not shown does not pass.',
    fix: 'Find out what the gate asks for; `demandfit explain` with its id says what that is.',
  },
  'memo/customer-not-in-ledger': {
    title: 'The memo names a customer that the answers do not',
    what: (f) => `The text names ${f.subject} as a customer; no answer does.`,
    why: 'A customer in the text counts for nothing until the answers list it, with a source that names it.',
    fix: 'Add it to the customers in the front matter, with a source, or take it out of the text.',
  },
  'memo/figure-disagrees': {
    title: 'A figure of the memo differs from the answers',
    what: (f) =>
      `The text says ${f.subject}; the answer on ${formatDetail(f, 'criterion')} says ${formatDetail(f, 'ledger')}.`,
    why: 'A reader takes the figure from the text, and the score takes the one from the answers.',
    fix: 'Correct whichever of the two the source does not bear out.',
  },
  'memo/law-not-in-force': {
    title: 'A law is told as in force before its day',
    what: (f) =>
      f.detail['from'] === undefined
        ? `The text tells ${f.subject} as in force; it is not by the register.`
        : `The text tells ${f.subject} as in force; by the register it applies from ${formatDetail(f, 'from')}.`,
    why: 'Nobody has to buy for a law before it applies.',
    fix: 'Say from when it applies.',
  },
  'memo/no-entry': {
    title: 'The memo says something that no answer carries',
    what: (f) => `No answer carries what the text says: ${f.subject}.`,
    why: 'What stands in the text alone has no source, and neither the score nor a reader can check it.',
    fix: 'Put it into the note of the answer that it belongs to, with a source, or take it out of the text.',
  },
  'memo/no-source': {
    title: 'The memo says something whose answer has no source',
    what: (f) =>
      `The text says ${f.subject}; the answer on ${formatDetail(f, 'criterion')} says so too, without a source.`,
    why: 'Repeating an answer is no evidence for it.',
    fix: 'Cite a source under the answer.',
  },
  'memo/too-strong': {
    title: 'The memo words something more strongly than its evidence',
    what: (f) =>
      `"${f.subject}" asks for evidence of the grade ${formatDetail(f, 'needs')} or better; the answer on ${formatDetail(f, 'criterion')} rests on ${formatDetail(f, 'grade')}.`,
    why: 'Words such as these promise a reader more than anybody has shown.',
    fix: 'Say who says so, or say less.',
  },
  'source/not-public': {
    title: 'A source that the public can not open',
    what: (f) => `The source ${f.subject} is at ${formatDetail(f, 'host')}, which the public can't open.`,
    why: 'Evidence that nobody else can read can not be checked.',
    fix: 'Cite a public copy of it.',
  },
  'source/same-origin': {
    title: 'Many sources of one origin',
    what: (f) => `${formatDetail(f, 'count')} of the sources of ${f.subject} are from ${formatDetail(f, 'origin')}.`,
    why: 'Many pages by one hand look like many voices; the best of them counts, once.',
    fix: 'Keep the one that says most, and look for somebody else who says so.',
  },
  'suppression/expired': {
    title: 'A comment that sets a rule aside has expired',
    what: (f) => `The comment that sets ${f.subject} aside held until ${formatDetail(f, 'until')}.`,
    why: 'An exception is made for a time, so that somebody looks again.',
    fix: 'Mend what it sets aside, or take it out.',
  },
  'suppression/malformed': {
    title: 'A comment sets a rule aside in no way that counts',
    what: (f) => `The comment sets nothing aside: ${f.subject}.`,
    why: 'An exception needs a rule, a day until which it holds, and a reason.',
    fix: 'Write it as: demandfit-ignore RULE until YYYY-MM-DD: reason',
  },
  'suppression/unused': {
    title: 'A comment sets aside what is not there',
    what: (f) => `The comment sets ${f.subject} aside, which is not found here.`,
    why: 'An exception without a fault would let the fault come back unseen.',
    fix: 'Take the comment out.',
  },
  'track/outside': {
    title: 'No track fits',
    what: () => 'The summary describes no crypto+AI project of any track, so there is no fit.',
    why: 'What can not be rated can not be held to a minimum either.',
    fix: 'Say in the summary what the offer sells and to whom, or declare `track`.',
  },
};

function isReportFinding(finding: RuleFinding): finding is RuleFinding & Finding {
  return Object.hasOwn(FINDING_WORDING, finding.id);
}

/** What a finding of a check says, why it matters and what to do, as plain text that a format has yet to escape. */
export function describeRuleFinding(finding: RuleFinding): FindingText {
  if (isReportFinding(finding)) {
    const { what, why, fix } = FINDING_WORDING[finding.id];
    return { what: what(finding), why, fix };
  }
  const { what, why, fix } = CHECK_RULE_WORDING[finding.id as CheckOnlyRuleId];
  return { what: what(finding), why, fix };
}

/** What a rule is about, whatever it finds. */
export function describeRule(id: RuleId): { readonly title: string; readonly why: string; readonly fix: string } {
  const { title, why, fix } = { ...FINDING_WORDING, ...CHECK_RULE_WORDING }[id];
  return { title, why, fix };
}
