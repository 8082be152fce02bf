import { formatPlace, type Span } from '../../model/diagnostic.ts';
import type {
  Classification,
  CriterionReport,
  DecidingWord,
  FitShares,
  LoweringReason,
  OtherTrack,
  Report,
  ReportHead,
  SourceUse,
} from '../../model/report.ts';
import type { AnchorRef, Text } from '../document.ts';
import { formatContribution, formatPercent } from './figures.ts';
import { toWords } from './to-words.ts';

/*
 * Sentences of plain text, which may contain text of the user: the writers escape them.
 */

/** Where something is written: `memo.yaml:12:3`, or `line 12` where the file is unknown; null without a place. */
export function refLine({ project: { file } }: Report, at: Span | null): AnchorRef | null {
  if (at === null) return null;
  return { says: file === null ? `line ${at.line}` : formatPlace(file, at), anchor: `line-${at.line}` };
}

/** The same in brackets, behind a text. */
export function placeIn(report: Report, at: Span | null): Text {
  const place = refLine(report, at);
  return place === null ? [] : [' (', place, ')'];
}

/** What a text says of its track, behind its subject: `reads as compute`. */
export function describeHeardTrack({ status, track, between }: Classification): string {
  switch (status) {
    case 'decided':
      return `reads as ${track === null ? 'no track' : toWords(track)}`;
    case 'undecided':
      return `is undecided between ${between.map(toWords).join(' and ')}`;
    case 'outside':
      return 'reads as outside the tracks';
    case 'not-english':
      return 'is not in English, so it is not classified';
    case 'no-offer':
      return 'says nothing of an offer';
    case 'skipped':
      return 'is not read';
  }
}

/** `share 84%, margin 70%`: how sure a classification is; empty where nothing was classified. */
export function describeCertainty({ ranked, margin }: Classification): string {
  const [first] = ranked;
  return first === undefined ? '' : `share ${formatPercent(first.share)}, margin ${formatPercent(margin)}`;
}

/** The track, whether the caller, the author or the summary says so, and how sure the summary is. */
export function describeTrack({ classification: c }: Report): string {
  if (c.status === 'skipped') return `${c.declared}, declared`;
  const certainty = describeCertainty(c);
  const first = c.track === null ? 'outside the tracks' : c.model === null ? c.track : `${c.track} (${c.model})`;
  const heard = `the summary ${describeHeardTrack(c)}${certainty === '' ? '' : `: ${certainty}`}`;
  if (c.setTo !== null) return `${c.setTo}, set by --track; the description declares ${c.declared ?? 'none'}, ${heard}`;
  if (c.declared !== null) {
    const agrees = c.declared === (c.status === 'decided' ? c.track : c.status);
    const declared = agrees && c.track !== null ? first : c.declared;
    return `${declared}, declared; ${agrees ? `the summary agrees: ${certainty}` : heard}`;
  }
  if (c.status === 'undecided') {
    const lower = c.between.every((track) => track !== 'outside') ? ', the lower' : '';
    return `undecided between ${c.between.join(' and ')}: ${certainty}; scored as ${c.scoredAs}${lower}`;
  }
  if (certainty === '') return `none is declared, and ${heard}`;
  return `${first}, decided by the summary: ${certainty}; not declared`;
}

export function describeCoverage({ coverage }: Report): string {
  return coverage === null ? 'not asked' : `${formatPercent(coverage)} of the weight has an answer with a source`;
}

/** `31 shown, 12 claimed only, 40 open, 17 ruled out`. */
export function describeShares({ shown, claimedOnly, open, ruledOut }: FitShares): string {
  return `${shown} shown, ${claimedOnly} claimed only, ${open} open, ${ruledOut} ruled out`;
}

const LOWERING_REASONS = {
  stale: 'older than the criterion allows, so one grade lower',
  undated: 'without a date, so one grade lower',
  'own-host': "on the project's own host, so it counts as the project's own word",
  'not-public': 'so it counts as a statement',
  'host-unknown': "it is not known which pages are the project's own, so it counts as press at best",
  'owner-hidden': 'its address hides its owner, so it counts as press at best',
  'kind-unlikely': 'its address contradicts its kind, so it counts as a statement',
  'own-word': "the project's own word on its buyers or its market, so it counts as a statement",
  'kind-off-criterion': 'its kind does not answer this question, so it counts as a statement',
  'after-as-of': 'dated after the description, so it does not count',
  gone: 'its page is gone, so it does not count',
  'quote-missing': 'the quoted words are not on its page, so it does not count',
} as const satisfies Record<LoweringReason, string>;

/** Kind, date, grade and what lowered it: `price-list, 2026-06-20, checkable`. */
export function describeSource({ url, file, kind, date, grade, lowered }: SourceUse): string {
  const closed = url === null ? [...(file === null ? [] : [file]), 'nobody else can open it'] : [];
  const facts = [
    kind,
    date ?? 'no date',
    `grade ${grade}`,
    ...closed,
    ...lowered.map((reason) => LOWERING_REASONS[reason]),
  ];
  return facts.join(', ');
}

/** Why the outcome under another track is shown. */
export const OTHER_TRACK_REASONS = {
  undecided: 'the summary is undecided',
  disagreement: 'which the summary suggests',
} as const satisfies Record<OtherTrack['because'], string>;

export type UnknownCriterionReport = Extract<CriterionReport, { status: 'unknown' }>;

/** Whether somebody looked for it, and where, or the description is silent. */
export function describeUnknown({ stated, searched, where }: UnknownCriterionReport): string {
  if (searched !== null) return `searched for on ${searched} in ${where.join(', ')}: not found`;
  return `${stated ? 'unknown' : 'not stated'}, no search recorded`;
}

/** By which rubric, for which day and by which version of the tool. */
export function describeRubric({ asOf }: Report, { rubric, tool }: ReportHead): string {
  const { id, version, title, origin } = rubric;
  return `Rubric ${id} ${version} (${title}; ${origin}), as of ${asOf}; ${tool.name} ${tool.version}`;
}

/** A deciding word as it is written, in quotes; what a text lacks is in brackets, not in quotes. */
export function quoteWord({ text }: Pick<DecidingWord, 'text'>): string {
  return text.startsWith('(') ? text : `"${text}"`;
}

/** `"GPU" +1.09 for compute`. */
export function describeDecidingWord(word: DecidingWord): string {
  return `${quoteWord(word)} ${formatContribution(word.weight)} for ${word.track}`;
}

/** The words behind a classification that a report prints; the JSON format has all of them. */
export function selectStrongestWords({ words: all }: Pick<Classification, 'words'>): readonly DecidingWord[] {
  return all.slice(0, 12);
}
