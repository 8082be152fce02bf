import { HIGHEST } from '../../../model/level.ts';
import type { QuoteState } from '../../../model/lock.ts';
import type { CriterionReport, DimensionReport, ItemReport, Report, SourceUse } from '../../../model/report.ts';
import type { CitedQuote } from '../../../model/report-criterion.ts';
import {
  aside,
  type Block,
  type Fact,
  facts,
  interval,
  items,
  list,
  paragraph,
  strong,
  type Text,
} from '../../document.ts';
import { formatFinePercent, formatPoints } from '../../wording/figures.ts';
import { describeComparison } from '../../wording/gate-sentences.ts';
import { describeSource, describeUnknown, placeIn, refLine } from '../../wording/sentences.ts';

type AnsweredCriterionReport = Extract<CriterionReport, { status: 'answered' }>;

/** A part of a text fragment, in which dashes and commas have a meaning. */
function encodeFragment(text: string): string {
  return encodeURIComponent(text).replace(/-/g, '%2D');
}

/** The address at which a browser shows a quote: its page, or the words by a text fragment. */
function linkToQuote(url: string, { text, prefix, suffix, page }: CitedQuote): string {
  const [base = '', anchor = ''] = url.split('#', 2);
  if (page !== null) return `${base}#page=${page}`;
  const parts = text.split(/(?:(?<!\s)\s+)?(?:\[?\.{3}\]?|\[?\u2026\]?)\s*/).filter((part) => part !== '');
  const words = [parts[0] ?? '', ...(parts.length > 1 ? [parts.at(-1) ?? ''] : [])].map(encodeFragment);
  const before = prefix === null ? [] : [`${encodeFragment(prefix)}-`];
  const behind = suffix === null ? [] : [`-${encodeFragment(suffix)}`];
  return `${base}#${anchor}:~:text=${[...before, ...words, ...behind].join(',')}`;
}

const QUOTE_STATES: Readonly<Record<Exclude<QuoteState, 'found'>, string>> = {
  'wording-differs': 'not word for word in its document',
  'not-on-page': 'not in its document',
};

function describeQuoteState({ seen }: CitedQuote, file: string | null): string {
  if (seen === undefined) return 'not verified';
  if (seen !== 'found') return QUOTE_STATES[seen];
  return file === null ? 'verified' : `verified in ${file}`;
}

function describeQuote(quote: CitedQuote, { url, file }: SourceUse): Text {
  // Letters that are not printed could show the words in another order.
  const says = `"${quote.text.replace(/\p{Default_Ignorable_Code_Point}/gu, '')}"`;
  const page = quote.page === null ? '' : `page ${quote.page}, `;
  const state = describeQuoteState(quote, file);
  return [': ', url === null ? says : { says, url: linkToQuote(url, quote), hidesUrl: true }, ` (${page}${state})`];
}

function describeUse(source: SourceUse): Text {
  const at: Text =
    source.at === null ? [] : [', ', { says: `line ${source.at.line}`, anchor: `line-${source.at.line}` }];
  const { title, url, quotes } = source;
  return [
    url === null ? title : { says: title, url },
    ` (${describeSource(source)}`,
    ...at,
    ')',
    ...quotes.flatMap((quote) => describeQuote(quote, source)),
  ];
}

function describeItem(report: Report, { title, claimed, supported, grade, reason, note, sources, at }: ItemReport) {
  const levels = claimed === supported ? `level ${supported}` : `level ${supported}, claimed ${claimed}`;
  return {
    text: [strong(title), `: ${levels}, grade ${grade}; ${reason}`, ...placeIn(report, at)],
    below: [...list(sources.map(describeUse)), ...(note === null ? [] : paragraph(`note: ${note}`))],
  };
}

/** The sources that no item cites, each once; those of an item are listed with it. */
function listOwnSources({ sources, items }: AnsweredCriterionReport): readonly SourceUse[] {
  const listed = new Set(items.flatMap((item) => item.sources.map(({ id }) => id)));
  return sources.filter(({ id }) => !listed.has(id) && listed.add(id));
}

function listAnswerFacts(report: Report, criterion: AnsweredCriterionReport): readonly (Fact | null)[] {
  const { question, means, grade, cap, comparison, sources, disputedBy, note, levels, raise, effort } = criterion;
  const evidence =
    sources.length === 0
      ? 'no source is cited, so nothing is supported'
      : `grade ${grade}, which supports level ${cap} at most`;
  const at = refLine(report, criterion.at);
  return [
    ['question', [question]],
    ['means', [means]],
    ['evidence', [evidence]],
    comparison === null ? null : ['compared', [describeComparison(comparison).join('; ')]],
    ...listOwnSources(criterion).map((source): Fact => ['source', describeUse(source)]),
    ...disputedBy.map((source): Fact => ['disputed', describeUse(source)]),
    note === null ? null : ['note', [note]],
    levels.supported === HIGHEST ? null : ['lever', [`${raise} Effort: ${effort.raise}.`]],
    at === null ? null : ['at', [at]],
  ];
}

function toEntry(report: Report, criterion: CriterionReport): Block {
  const { id, status } = criterion;
  const title = `${criterion.title} (${criterion.id})`;
  if (status === 'not-applicable')
    return {
      kind: 'entry',
      id,
      title,
      levels: null,
      text: [aside('not applicable')],
      badge: '',
      beside: '',
      blocks: facts([
        ['question', [criterion.question]],
        ['why', [criterion.reason, ...placeIn(report, criterion.at)]],
      ]),
    };
  const beside = `${formatFinePercent(criterion.share)} of the index`;
  const { levels } = criterion;
  if (status === 'unknown')
    return {
      kind: 'entry',
      id,
      title,
      levels,
      text: [aside('unknown')],
      badge: '',
      beside,
      blocks: facts([
        ['question', [criterion.question]],
        ['why', [describeUnknown(criterion), ...placeIn(report, criterion.at)]],
        ['takes', [criterion.effort.find_out]],
        criterion.note === null ? null : ['note', [criterion.note]],
      ]),
    };
  return {
    kind: 'entry',
    id,
    title,
    levels,
    text: [criterion.said],
    badge: criterion.grade,
    beside,
    blocks: [
      ...facts(listAnswerFacts(report, criterion)),
      ...items(criterion.items.map((item) => describeItem(report, item))),
    ],
  };
}

/** Every criterion of a dimension with its answer, levels, evidence, sources, disputes, items and place. */
export function describeDimension(report: Report, dimension: DimensionReport): readonly Block[] {
  const { title, weight, reason, criteria } = dimension;
  return [
    { kind: 'heading', text: title },
    ...paragraph(interval(dimension), `, weight ${formatPoints(weight)} of 100. `, aside(reason)),
    ...criteria.map((criterion) => toEntry(report, criterion)),
  ];
}
