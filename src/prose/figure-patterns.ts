import type { MemoGrammar } from '../model/grammar.ts';
import type { Rubric, Unit } from '../model/rubric.ts';
import {
  ALPHABETIC,
  buildPrefilter,
  LETTER,
  NOT_ALPHABETIC,
  toAlternation,
  toOptional,
  toWordAlternation,
  WORD_END,
} from './phrase-patterns.ts';

/** What a word measures, and how many of its base it is. */
export interface UnitMeaning {
  readonly of: string;
  readonly times: number;
}

/** The longest run of digits and separators; what each separator means is told from the whole. */
const NUMBER = String.raw`(?:\d{1,3}(?:[ ']\d{3}(?!\d)){1,5}(?:[.,]\d{1,9})?|\d{1,15}(?:[.,]\d{1,15}){0,6})(?![.,' ]?\d{3}(?!\d)|[.,']?\d)`;

function toLookup<T>(entries: readonly (readonly [readonly string[], T])[]): ReadonlyMap<string, T> {
  return new Map(entries.flatMap(([words, value]) => words.map((word) => [word.toLowerCase(), value] as const)));
}

/** Units of a custom rubric that are one word, such as `kWh`; prices are told by their currency. */
function collectCustomUnits(
  units: readonly Unit[],
  known: ReadonlyMap<string, UnitMeaning>,
): readonly (readonly [string[], UnitMeaning])[] {
  return units
    .filter(({ id }) => !id.includes(' ') && !known.has(id.toLowerCase()))
    .map(({ id, base, times, divided_by }) => [[id], { of: base ?? id, times: times / divided_by }]);
}

function findRent(rent: MemoGrammar['figures']['rent'], meanings: ReadonlyMap<string, UnitMeaning>) {
  const [by, as] = [meanings.get(rent.by.toLowerCase()), meanings.get(rent.as.toLowerCase())];
  return by === undefined || as === undefined || by.of !== as.of ? null : { by, times: as.times / by.times };
}

export function buildFigurePatterns({ statements, grammar, units }: Rubric) {
  const s = statements;
  const g = grammar.figures;
  const measured = s.measures.map((m) => [m.words, { of: m.of, times: m.times }] as const);
  const own = collectCustomUnits(units, toLookup(measured));
  const meanings = toLookup([...measured, ...own]);
  const currencies = toLookup(
    s.currencies.map((c) => [[...c.words, ...c.signs], { of: c.id, times: c.times }] as const),
  );
  const magnitudes = toLookup(s.magnitudes.map((m) => [m.words, m.times] as const));
  const numbers = new Map(Object.entries(s.number_words));
  const words = (magnitude: { words: readonly string[] }) => magnitude.words;
  const numberWord = toAlternation(Object.keys(s.number_words));
  // Four, since V8 writes out a loop of up to three times, which makes these patterns take five times as long to compile.
  const spelt = `(?:${numberWord}(?:(?: and |[ -])${numberWord}){0,4})`;
  const sign = toAlternation(s.currencies.flatMap(({ signs }) => signs));
  const currency = toAlternation(s.currencies.flatMap((c) => c.words));
  const scale = toAlternation(s.magnitudes.flatMap(words));
  // "20 MUSD" is written as one word.
  const mag = `(?<mag>${scale})(?:${WORD_END}|\\.(?= ?${currency}${WORD_END})|(?=${currency}${WORD_END}))`;
  const alone = [...s.measures.filter((m) => m.alone).flatMap(words), ...own.flatMap(([ids]) => ids)];
  // One letter is too close to a name or a decade, as in "the 1990s".
  const unit = `(?:${toAlternation(alone.filter((word) => word.length > 1))}|(?<= )${toAlternation(alone.filter((word) => word.length === 1))})`;
  const spans = toAlternation(
    s.measures
      .filter((m) => !m.alone)
      .flatMap(words)
      .filter((word) => word.length > 3),
  );
  const counted = `${toOptional(g.counted)}(?:${toAlternation(s.qualities)} ){0,4}${toAlternation(s.counts)}`;
  const parts = toWordAlternation(Object.keys(s.fractions));
  const parted = toAlternation(Object.keys(s.parts));
  const prices = toAlternation(s.prices);
  const first = `(?<sign>${sign} ?|(?<!${LETTER})(?<code>${currency}) ?|(?<!${LETTER}|[.,/:#_-]|${ALPHABETIC} ?-))(?<a>${NUMBER}|(?<!${LETTER}|-)${spelt}(?!${LETTER}|-))`;
  const second = `(?:(?: ?[-\\u2013\\u2014] ?${sign}?| ${toAlternation(g.ranges)} ${sign}?| ${toAlternation(g.pairs)} )(?<b>${NUMBER}))?`;
  const multiple = `[x×](?!${LETTER})(?! ?${ALPHABETIC}{1,12}\\p{N})`;
  const tail = `\\+?(?: ?${mag}| ?-(?<mag2>${scale})${WORD_END})?(?: ?-? ?(?:(?<percent>${toAlternation(s.percents)})|(?<times>${multiple})|(?<money>${currency})${WORD_END}(?: (?<mag3>${scale})${WORD_END})?|(?<behind>${sign})|(?<unit>${unit})${WORD_END}|(?<span>${spans})${WORD_END}|(?<count>${counted})${WORD_END}))?`;
  const span = `(?:(?<month>${toAlternation([g.month, ...s.months])})|(?<quarter>${toAlternation(g.quarters)}))${WORD_END}`;
  return {
    meanings,
    currencies,
    currencyIds: new Set(s.currencies.map(({ id }) => id)),
    magnitudes,
    numbers,
    statements,
    grammar,
    /** A figure, with the groups `sign`, `a`, `b`, `mag`, `unit` and so on. */
    figure: new RegExp(first + second + tail, 'giu'),
    /** Words without one of which, or a digit, no figure is there. */
    keys: buildPrefilter([s.number_words, s.crowds, s.multiples, s.repeats, s.fractions].flatMap(Object.keys)),
    crowd: new RegExp(
      `${toWordAlternation(Object.keys(s.crowds))} ${toAlternation(g.crowds_of)} (?<count>${counted})${WORD_END}`,
      'giu',
    ),
    multiple: new RegExp(
      `(?<whole>${toWordAlternation(Object.keys(s.multiples))})|(?:(?<n>${NUMBER}|${spelt}) )?(?<again>${toWordAlternation(Object.keys(s.repeats))}) (?=${toAlternation(s.comparatives)}${WORD_END})`,
      'giu',
    ),
    fraction: new RegExp(
      `(?<part>${parts}) ${toAlternation(g.parts_of)} (?:(?:${ALPHABETIC}|-){1,20} )?${prices}${WORD_END}`,
      'giu',
    ),
    /** "A third of a million dollars". */
    partOfSum: new RegExp(
      `(?<part>${toWordAlternation(Object.keys(s.parts))}) of a (?<mag>${scale})${WORD_END}(?: (?<money>${currency})${WORD_END})?`,
      'giu',
    ),
    /** "Costs a tenth of AWS"; a capital tells a name, so it minds them. */
    portion: new RegExp(
      `(?<!${LETTER})${prices} ${toOptional(g.portion_adverbs)}(?<part>${parts}) (?=${toOptional(g.portion_of)}\\p{Lu}|${toAlternation(g.portion_theirs)})`,
      'gu',
    ),
    /** "Seven in ten", "three quarters of what is paid". */
    share: new RegExp(
      `(?:(?<!${LETTER}|[.,/-])(?<n>\\d{1,3}|${spelt})(?: \\p{Ll}{1,20})? ${toAlternation(g.shares_in)} (?<m>\\d{1,3}|${spelt})(?!${LETTER}|%|[.,]\\d)|(?<!${LETTER}|-)(?:(?<part>${parted}) ${toAlternation(g.shares_of)} (?=${toAlternation(g.wholes)}(?!${ALPHABETIC}))|(?<than>${parted}) (?=${toAlternation(g.parts_than)}(?!${ALPHABETIC}))|(?<=(?<!${ALPHABETIC})${toAlternation(g.parts_by)} )(?<by>${parted})(?!${ALPHABETIC}|-|,? ${toAlternation(g.shares_of)} )))`,
      'giu',
    ),
    per: new RegExp(
      `(?: ?/ ?| ${toAlternation(g.per)} | (?:${toAlternation(g.per_one)}|(?<=${ALPHABETIC} )${toAlternation(g.per_and)}) (?=(?:${LETTER}{1,12}-)?${toAlternation([...meanings.keys()])}${WORD_END}))(?:(?<n>\\d[\\d,]{0,9})(?<k>[km])? )?(?<word>${LETTER}{1,24}(?:-${LETTER}{1,24}){0,2})`,
      'iuy',
    ),
    hedge: new RegExp(
      `(?:^|${NOT_ALPHABETIC})(?:(?<about>${toAlternation(s.hedges.about)})|(?<over>${toAlternation(s.hedges.over)})|(?<under>${toAlternation(s.hedges.under)})) ?${toOptional(g.hedged)}$`,
      'iu',
    ),
    /** What makes a sum one of a week, a month or a quarter, before it and behind it. */
    period: {
      before: new RegExp(
        `(?:(?<!${ALPHABETIC})(?<word>${toAlternation(g.period_adjectives)}) (?:(?:${ALPHABETIC}|-){1,20} ){0,2}|${toAlternation(g.periods_before)} ${span})[^.;,]{0,32}$|(?<!${ALPHABETIC})(?<noun>${toAlternation(g.period_nouns)})(?::| \\p{Ll}{1,8}){0,2} $`,
        'giu',
      ),
      behind: new RegExp(
        `^ (?:(?:${toAlternation(g.periods_behind)} )?(?<word>${toAlternation([...g.period_adjectives, ...g.period_nouns])})${WORD_END}|(?:${toAlternation(g.period_of)} (?:${ALPHABETIC}){1,20} )?${toAlternation(g.periods_behind)} ${span})`,
        'iu',
      ),
    },
    label: new RegExp(`${toWordAlternation(s.labels)} $`, 'iu'),
    /** A unit of money, or of how many times, in a heading. */
    unitHead: new RegExp(
      `(?:(?<!${LETTER})${currency}|${sign})(?: ?${scale}${WORD_END})?(?: ?(?:/|${toAlternation(g.column_per)}) ?(?:${LETTER}|-){1,24}){0,2}|^${toAlternation(g.column_times)}(?!${ALPHABETIC})|%`,
      'iu',
    ),
    /** What is counted, in the heading of a row or a column. */
    counted: new RegExp(`(?<!${LETTER})${counted}${WORD_END}`, 'iu'),
    /** In such a heading: how many times, and a currency with a magnitude behind it. */
    columnTimes: new RegExp(`^${toAlternation(g.column_times)}$`, 'i'),
    columnMagnitude: new RegExp(`^(${sign}|[A-Z]{3}) ?(${toAlternation(g.column_magnitudes)})(?![\\p{L}])`, 'u'),
    /** Prices by one measure are given by another too, this many times as high; null where the measures are not of one kind. */
    rent: findRent(g.rent, meanings),
    /** What is between a word for many and what is counted. */
    crowdEnd: new RegExp(`(?<! ) +${toAlternation(g.crowds_of)} +$`, 'i'),
  };
}

export type FigurePatterns = ReturnType<typeof buildFigurePatterns>;
