import type { FigurePatterns } from './figure-patterns.ts';
import { isWithin, overlaps, type Passage, type PassageSpan } from './passage.ts';
import { hasAny, toWordSet } from './phrase-patterns.ts';
import type { Divisor, StatedFigure } from './stated-figure.ts';

/** Not a number: an unreadable figure agrees with nothing. */
const UNREADABLE = 'NaN';

type MatchGroups = Readonly<Record<string, string | undefined>>;

/** "Five hundred", "twenty-five"; undefined for anything else. */
function readNumberWords(said: string, { numbers }: FigurePatterns): number | undefined {
  const lower = said.toLowerCase().replace(/ +/g, ' ');
  const whole = numbers.get(lower);
  if (whole !== undefined) return whole;
  const values = lower.split(/ and |[ -]/).map((word) => numbers.get(word));
  let sum = 0;
  for (const value of values) {
    if (value === undefined) return undefined;
    sum = value >= 100 ? Math.max(1, sum) * value : sum + value;
  }
  return sum;
}

/** The value of digits or of a number word; the slack is half of the last place that is stated. */
function parseAmount(digits: string, patterns: FigurePatterns, isSum = false) {
  const word = readNumberWords(digits, patterns);
  const { small_number_words: small, number_words: other } = patterns.grammar.agreement;
  if (word !== undefined) return { value: word, slack: word < 1 ? small : other };
  const plain = normalizeDigits(digits.replace(/[ ']/g, ''), isSum);
  const decimals = plain.split('.')[1]?.length ?? 0;
  return { value: Number(plain), slack: 0.5 * 10 ** -decimals };
}

/**
 * Digits with one point at most: what each separator of `2.400,50` and `2,400.50` means is told by all of them. A sum of money
 * has no three decimals, so `730.000` is thousands.
 */
function normalizeDigits(digits: string, isSum: boolean): string {
  const marks = digits.match(/[.,]/g) ?? [];
  if (marks.length === 0) return digits;
  const last = marks.at(-1) ?? '.';
  const isOnce = marks.filter((mark) => mark === last).length === 1;
  const [head = '', ...groups] = digits.split(/[.,]/);
  if (!isOnce || marks.length > 1) {
    const thousands = isOnce ? groups.slice(0, -1) : groups;
    if (head.length > 3 || thousands.some(({ length }) => length !== 3)) return UNREADABLE;
    return [head, ...thousands].join('') + (isOnce ? `.${groups.at(-1) ?? ''}` : '');
  }
  const isThousands = (last === ',' || isSum) && groups[0]?.length === 3 && head.length <= 3 && head !== '0';
  return isThousands ? digits.replace(last, '') : digits.replace(',', '.');
}

const isYear = (digits: string | undefined) => digits !== undefined && /^(?:19|20)\d\d$/.test(digits);

/** What follows a unit: `per H100-hour`, `/TB/month`, `a year`. The end is where the unit ends as a whole. */
function readDivisors(
  text: string,
  from: number,
  { per, meanings, magnitudes }: FigurePatterns,
): { per: Divisor[]; to: number } {
  const found: Divisor[] = [];
  let to = from;
  for (let i = 0; i < 3; i += 1) {
    per.lastIndex = to;
    const match = per.exec(text);
    const { n, k, word } = match?.groups ?? {};
    if (match === null || word === undefined) break;
    const scale = k === undefined ? 1 : (magnitudes.get(k.toLowerCase()) ?? 1);
    const count = n === undefined ? 1 : Number(n.replaceAll(',', '')) * scale;
    to = per.lastIndex;
    const parts = word.toLowerCase().split('-');
    // "Per GPU hour" is written with a blank too.
    const [next = ''] = meanings.has(parts.at(-1) ?? '')
      ? []
      : (/^ \p{L}{1,12}(?![\p{L}\p{N}-])/u.exec(text.slice(to)) ?? []);
    if (meanings.has(next.trim().toLowerCase())) {
      parts.push(next.trim().toLowerCase());
      to += next.length;
    }
    for (const part of parts) {
      const meaning = meanings.get(part);
      found.push({ of: meaning?.of ?? part.replace(/s$/, ''), times: (meaning?.times ?? 1) * count });
    }
  }
  return { per: found, to };
}

function findHedge(text: string, at: number, { hedge, grammar }: FigurePatterns): StatedFigure['hedge'] {
  const groups = hedge.exec(text.slice(Math.max(0, at - grammar.reach.hedge), at))?.groups ?? {};
  if (groups['about'] !== undefined) return 'about';
  if (groups['over'] !== undefined) return 'over';
  return groups['under'] === undefined ? null : 'under';
}

/** The month or the quarter that a sum is told of: "monthly revenue is", "in October", "in the third quarter". */
function findPeriod(
  text: string,
  sentence: PassageSpan,
  from: number,
  to: number,
  { meanings, period, grammar: { reach, figures } }: FigurePatterns,
): readonly Divisor[] {
  const before = text.slice(Math.max(sentence.from, from - reach.period_before), from);
  const behind = text.slice(to, Math.min(sentence.to, to + reach.period_behind));
  const groups = [...before.matchAll(period.before)].at(-1)?.groups ?? period.behind.exec(behind)?.groups;
  if (groups === undefined) return [];
  const word = groups['word'] ?? groups['noun'] ?? (groups['month'] === undefined ? figures.quarter : figures.month);
  const meaning = meanings.get(word.toLowerCase());
  return meaning === undefined ? [] : [meaning];
}

/** What the unit of a match measures; null where it is not a figure. */
function resolveMeasure(
  groups: MatchGroups,
  { meanings, currencies, statements }: FigurePatterns,
): { of: string; what: string; times: number } | null {
  const money = groups['sign']?.trim() || (groups['money'] ?? groups['behind']);
  const currency = money === undefined ? undefined : currencies.get(money.toLowerCase());
  if (currency !== undefined) return { ...currency, what: '' };
  if (groups['span'] !== undefined)
    return { of: 'span', what: '', times: meanings.get(groups['span'].toLowerCase())?.times ?? 1 };
  if (groups['percent'] !== undefined) return { of: 'percent', what: '', times: 1 };
  if (groups['times'] !== undefined) return { of: 'multiple', what: '', times: 1 };
  const meaning = groups['unit'] === undefined ? undefined : meanings.get(groups['unit'].toLowerCase());
  if (meaning !== undefined) return { ...meaning, what: '' };
  if (groups['count'] !== undefined)
    return { of: 'count', what: findCountedNoun(groups['count'], statements), times: 1 };
  return groups['mag'] === undefined && groups['mag2'] === undefined ? null : { of: 'number', what: '', times: 1 };
}

/** What is counted, without what describes it. */
function findCountedNoun(counted: string, { counts, count_names }: FigurePatterns['statements']): string {
  const lower = counted.toLowerCase().replace(/ +/g, ' ');
  const noun = counts.map((word) => word.toLowerCase()).find((word) => lower === word || lower.endsWith(` ${word}`));
  return count_names[noun ?? lower]?.toLowerCase() ?? noun ?? lower;
}

/** True where the number is a name or a label: a year, a tier, the number of a product. */
function isLabel(
  text: string,
  start: number,
  sentence: PassageSpan,
  groups: MatchGroups,
  patterns: FigurePatterns,
): boolean {
  const before = text.slice(sentence.from, start);
  if (patterns.label.test(before.slice(-patterns.grammar.reach.label))) return true;
  const isTime = patterns.meanings.get(groups['unit']?.toLowerCase() ?? '')?.of === 'time';
  if (isTime || (groups['count'] === undefined && groups['unit'] === undefined)) return false;
  if (isYear(groups['a']) && groups['b'] !== undefined) return false;
  if (isYear(groups['a']) && groups['count'] !== undefined && groups['mag'] === undefined) return true;
  // "RTX 4090 GPUs": a capitalised word within a sentence makes the number part of a name.
  return !/[,']/.test(groups['a'] ?? '') && /[^\s"'“„(]\s+\p{Lu}[\p{L}\p{N}]* $/u.test(before);
}

/** A smaller number in words is one of the many that prose is full of. */
const LEAST_TOLD = 20;

function* findPlainFigures(text: string, sentence: PassageSpan, patterns: FigurePatterns): Generator<StatedFigure> {
  for (const match of text.slice(sentence.from, sentence.to).matchAll(patterns.figure)) {
    const groups: MatchGroups = match.groups ?? {};
    const measured = resolveMeasure(groups, patterns);
    const first = groups['a'] ?? '';
    if (measured === null) continue;
    const start = sentence.from + match.index + (match[0].length - match[0].trimStart().length);
    if (isLabel(text, start, sentence, groups, patterns)) continue;
    const isSpelt = !/\d/.test(first);
    const magnitude = groups['mag'] ?? groups['mag2'] ?? groups['mag3'];
    const isSmall = ['count', 'number', 'span'].includes(measured.of) || groups['unit'] !== undefined;
    const scale =
      measured.times * (magnitude === undefined ? 1 : (patterns.magnitudes.get(magnitude.toLowerCase()) ?? 1));
    const { per: told, to } = readDivisors(text, sentence.from + match.index + match[0].length, patterns);
    const stretch = { from: start, to: Math.min(to, sentence.to) };
    const said = text.slice(stretch.from, stretch.to);
    const hedge = findHedge(text, start, patterns);
    const isMoney = [groups['sign'], groups['money'], groups['behind']].some(
      (unit) => unit !== undefined && unit !== '',
    );
    const per = isMoney && told.length === 0 ? findPeriod(text, sentence, start, to, patterns) : told;
    const make = (digits: string): StatedFigure => {
      const { value, slack: half } = parseAmount(digits, patterns, isMoney && magnitude === undefined);
      // "Four dollars" are not 4.50, though 4.50 rounds to it.
      const slack = isMoney ? Math.min(half, value * patterns.grammar.agreement.money) : half;
      const { of, what } = measured;
      const amount = { of, what, value: value * scale, slack: slack * scale, per, hedge };
      const isLoose =
        (isSpelt && magnitude === undefined && isSmall && value < LEAST_TOLD) || groups['span'] !== undefined;
      return { ...stretch, said, ...amount, isPart: false, isLoose };
    };
    const second = groups['b'];
    if (second !== undefined && isYear(first)) {
      const skipped = text.indexOf(second, start + first.length);
      yield { ...make(second), from: skipped, said: text.slice(skipped, stretch.to) };
    } else {
      yield make(first);
      if (second !== undefined) yield make(second);
    }
  }
}

/** "Thousands of customers", "three times faster", "half the price". */
function* findWordedFigures(text: string, sentence: PassageSpan, patterns: FigurePatterns): Generator<StatedFigure> {
  const { statements, grammar } = patterns;
  const loosely = grammar.agreement.number_words;
  const slice = text.slice(sentence.from, sentence.to);
  const make = (match: RegExpExecArray, of: string, value: number, more: Partial<StatedFigure> = {}): StatedFigure => {
    const said = match[0].trim();
    const from = sentence.from + match.index;
    const place = { from, to: from + said.length, said };
    const hedge = more.hedge ?? findHedge(text, from, patterns);
    return { ...place, of, what: '', value, slack: loosely, per: [], isPart: false, isLoose: false, ...more, hedge };
  };
  const valueIn = (table: Readonly<Record<string, number>>, word = '') =>
    table[word.toLowerCase().replace(/ +/g, ' ')] ?? 1;
  for (const match of slice.matchAll(patterns.crowd)) {
    const noun = match.groups?.['count'] ?? '';
    const word = match[0].slice(0, match[0].length - noun.length).replace(patterns.crowdEnd, '');
    const what = findCountedNoun(noun, statements);
    yield make(match, 'count', valueIn(statements.crowds, word), { what, hedge: 'over' });
  }
  for (const match of slice.matchAll(patterns.multiple)) {
    const { whole, n, again } = match.groups ?? {};
    const repeats = valueIn(statements.repeats, again);
    if (whole !== undefined) yield make(match, 'multiple', valueIn(statements.multiples, whole));
    else if (n !== undefined) {
      const { value, slack } = parseAmount(n, patterns);
      yield make(match, 'multiple', value * repeats, { slack });
      // "Times" without a number says nothing.
    } else if (repeats !== 1) yield make(match, 'multiple', repeats);
  }
  for (const match of slice.matchAll(patterns.partOfSum)) {
    const { part, mag, money } = match.groups ?? {};
    const value = valueIn(statements.parts, part) * (patterns.magnitudes.get((mag ?? '').toLowerCase()) ?? 1);
    const currency = money === undefined ? undefined : patterns.currencies.get(money.toLowerCase());
    const { per, to } = readDivisors(text, sentence.from + match.index + match[0].length, patterns);
    const place = { to, said: text.slice(sentence.from + match.index, to) };
    yield make(match, currency?.of ?? 'number', value, { ...place, per, slack: 0.03 * value });
  }
  for (const match of [...slice.matchAll(patterns.fraction), ...slice.matchAll(patterns.portion)])
    yield make(match, 'multiple', valueIn(statements.fractions, match.groups?.['part']), { isPart: true });
  for (const match of slice.matchAll(patterns.share)) {
    const { n, m, by, than, part = by ?? than } = match.groups ?? {};
    const whole = m === undefined ? 1 : parseAmount(m, patterns).value;
    const value = n === undefined ? valueIn(statements.parts, part) : parseAmount(n, patterns).value / whole;
    const slack = n === undefined ? grammar.agreement.shares : 50 / whole;
    if (value > 0 && value <= 1) yield make(match, 'percent', value * 100, { slack, isLoose: true });
  }
}

/** The figures of a stretch of text. @param options `withSmall` for small numbers in words and spans of time too, each of them loose. */
export function findFigures(
  text: string,
  sentence: PassageSpan,
  patterns: FigurePatterns,
  { withSmall = false } = {},
): readonly StatedFigure[] {
  const slice = text.slice(sentence.from, sentence.to);
  if (!/\d/.test(slice) && !hasAny(toWordSet(slice), patterns.keys)) return [];
  const plain = [...findPlainFigures(text, sentence, patterns)].filter(({ isLoose }) => withSmall || !isLoose);
  const found = [...plain, ...findWordedFigures(text, sentence, patterns)];
  // The records of "1.50 USD per 1,000 records" are part of the price, and the dollars of "two in three dollars" of the share.
  const isPart = (a: StatedFigure) =>
    found.some((b) => {
      if (a === b || !overlaps(a, b)) return false;
      return a.isLoose === b.isLoose ? isWithin(a, b) && !isWithin(b, a) : a.isLoose === (a.isPart || b.isPart);
    });
  return found.filter((figure) => !isPart(figure)).sort((a, b) => a.from - b.from || a.to - b.to);
}

/** A sum in a cell by what its column is by: `$4` under `Storage /TB-month`. */
export function addHeadDivisors(
  figure: StatedFigure,
  { heads }: Pick<Passage, 'heads'>,
  patterns: FigurePatterns,
): StatedFigure {
  if (figure.per.length > 0 || figure.of === 'percent' || figure.of === 'multiple') return figure;
  for (const head of heads) {
    const at = head.search(/ ?\/| per /);
    const { per } = at === -1 ? { per: [] } : readDivisors(`${head} `, at, patterns);
    if (per.length > 0) return { ...figure, per };
  }
  return figure;
}

const BARE_NUMBER_CELL = /^[~≈<>+ ]*(?:\d|[.,'\d][\d.,' ]*\d)[ x×]*$/;

/** The figure of a cell that holds a bare number, in the unit that the headings give it. */
export function readCellFigure(
  { text, unit, around, heads }: Pick<Passage, 'text' | 'unit' | 'around' | 'heads'>,
  patterns: FigurePatterns,
): StatedFigure | null {
  if (!BARE_NUMBER_CELL.test(text.trim())) return null;
  const from = text.search(/\S/);
  // A heading may name the unit without brackets: "USD per hour", "Times", or what is behind "Price".
  const ofHeads = heads.map((head) => patterns.unitHead.exec(head)?.[0]);
  for (const word of [unit, ...ofHeads, patterns.counted.exec(around)?.[0]]) {
    if (word === undefined || word === null) continue;
    // As prose would write it behind a number: `USD M` and `$M` with the magnitude before the currency.
    const proseUnit = word.replace(patterns.columnMagnitude, '$2 $1').replace(patterns.columnTimes, 'x');
    const whole = `${text.trim()} ${proseUnit}`;
    const [figure] = findFigures(whole, { from: 0, to: whole.length }, patterns);
    if (figure !== undefined) return { ...figure, from, to: text.trimEnd().length };
  }
  return null;
}
