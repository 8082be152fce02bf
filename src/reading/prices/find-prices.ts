import type { QuestionQuote } from '../../model/reading.ts';
import type { Rubric } from '../../model/rubric.ts';
import { findFigures, readCellFigure } from '../../prose/find-figures.ts';
import type { Passage } from '../../prose/passage.ts';
import { findMatches, hasMatch } from '../../prose/phrase-patterns.ts';
import { findClause, type Sentence } from '../../prose/sentences.ts';
import { isDenied, isOpen, isWish } from '../../prose/stance.ts';
import { alignUnits, type Divisor, type StatedFigure } from '../../prose/stated-figure.ts';
import { getVocabulary, type Vocabulary } from '../../prose/vocabulary.ts';
import { classifySection, type DocumentProse, listSentences, quoteSpan } from '../document-prose.ts';
import type { ReadingContext } from '../reading-context.ts';
import { type PriceOwner, PriceOwners } from './price-owners.ts';
import { getPricePatterns, type PricePatterns } from './price-patterns.ts';
import { isMeasured, listPriceUnits, type PriceUnit } from './price-units.ts';

/** A price of a document, in a unit of the register or in one that is told like it. */
export interface FoundPrice extends PriceOwner {
  readonly value: number;
  readonly unit: string;
  /** The registered unit; null if the register does not have the good. */
  readonly of: PriceUnit | null;
  readonly quote: QuestionQuote;
  /** The words next to it. */
  readonly near: string;
}

/** A sum of money in its sentence, with what is told around it. */
interface Sum {
  readonly figure: StatedFigure;
  readonly sentence: Sentence;
  /** A sum on top of it, as in "2.9% + $0.30". */
  readonly plus: number;
  /** From the sum before it up to it, and behind it to the next one or the end of the clause. */
  readonly before: string;
  readonly behind: string;
  /** Of a cell: its heads, the head of its row's first cell, and its row, all of which a reader sees with it. */
  readonly heads: string;
  readonly corner: string;
  readonly row: string;
  /** What it stands under. */
  readonly above: string;
  readonly per: readonly Divisor[];
}

interface UnitMatch {
  readonly of: PriceUnit | null;
  readonly unit: string;
  readonly value: number;
}

/** What the heads of a cell, or an adjective before a sum, divide it by: "Price / Hr", "hourly rate". */
function readOtherDivisors(text: string, { figures }: Vocabulary, { rate }: PricePatterns): readonly Divisor[] {
  const found = findMatches(rate, text).flatMap(([word]) => figures.meanings.get(word.toLowerCase()) ?? []);
  if (text.length > 200) return found;
  for (let at = 0; at < text.length; at += 1) {
    figures.per.lastIndex = at;
    const word = figures.per.exec(text)?.groups?.['word'];
    if (word === undefined) continue;
    for (const part of word.toLowerCase().split('-'))
      found.push(figures.meanings.get(part) ?? { of: part.replace(/s$/, ''), times: 1 });
    at = figures.per.lastIndex - 1;
  }
  return found;
}

function listSums(
  sentence: Sentence,
  place: Pick<Sum, 'heads' | 'corner' | 'row' | 'above'>,
  vocabulary: Vocabulary,
  patterns: PricePatterns,
): readonly Sum[] {
  const { passage } = sentence;
  const cell = passage.row === null ? null : readCellFigure(passage, vocabulary.figures);
  const figures = cell === null ? findFigures(passage.text, sentence, vocabulary.figures) : [cell];
  const all = figures.filter(({ of }) => patterns.currencies.has(of) || of === 'percent');
  const isAdded = (figure: StatedFigure, before: StatedFigure | undefined) =>
    before?.of === 'percent' && figure.of !== 'percent' && /^ ?\+ ?$/.test(passage.text.slice(before.to, figure.from));
  const added = new Set(all.filter((figure, at) => isAdded(figure, all[at - 1])));
  return all.flatMap((figure, at) => {
    if (added.has(figure)) return [];
    const plus = all.slice(at + 1, at + 2).find((next) => added.has(next));
    const end = plus?.to ?? figure.to;
    const from = all.slice(0, at).findLast(({ to }) => to <= figure.from)?.to ?? sentence.from;
    const next = all.slice(at).find((other) => other.from >= end)?.from ?? sentence.to;
    const clause = findClause(passage.text, sentence, figure, vocabulary.clauseBreak);
    const before = passage.text.slice(from, figure.from);
    const behind = passage.text.slice(end, Math.max(end, Math.min(next, clause.to)));
    const told = [
      ...figure.per,
      ...readOtherDivisors(`${place.heads} ${place.corner} ${before}`, vocabulary, patterns),
    ];
    const per = told.filter(({ of }, i) => told.findIndex((other) => other.of === of) === i);
    const said = passage.text.slice(figure.from, end);
    return [{ figure: { ...figure, said }, plus: plus?.value ?? 0, sentence, before, behind, per, ...place }];
  });
}

/** The registered unit of the good that is named nearest to a sum, the words for another good, or null where none is named. */
function findGood(sum: Sum, { good, single }: PricePatterns, units: readonly PriceUnit[]) {
  const { figure, sentence, before, behind, heads, row, above } = sum;
  const nearest = (text: string) => {
    const words = findMatches(good, text).map(([word]) => word);
    return words.findLast((word) => !hasMatch(single, word.replace(/s$/, ''))) ?? words.at(-1) ?? '';
  };
  const earlier = nearest(sentence.passage.text.slice(sentence.from, figure.from));
  const texts = [figure.said, heads, nearest(before), behind, row, earlier, above];
  const goods = texts.flatMap((text) => findMatches(good, text).map(([word]) => word));
  // A word for any piece, such as "GPU", only counts where no good is named.
  const named =
    goods.map((word) => word.replace(/s$/, '')).find((word) => !hasMatch(single, word)) ?? goods[0]?.replace(/s$/, '');
  if (named === undefined) return null;
  return { named, unit: units.find(({ called }) => called !== null && named.replace(called, '') === '') ?? null };
}

/** How many of the good one sum pays for: "8x H100" in the row, or of a machine in the sentence; 1 where each is meant. */
function findMachineSize({ figure, sentence, per, heads, row, before, behind }: Sum, patterns: PricePatterns): number {
  const glued = per.map(({ of }) => /^(\d+)x/.exec(of)?.[1]).find((size) => size !== undefined);
  if (glued !== undefined) return Number(glued);
  if (per.some(({ of }) => hasMatch(patterns.single, of)) || hasMatch(patterns.single, `${heads} ${behind}`)) return 1;
  const own = `${heads} ${row} | ${before} | ${behind}`;
  // "The same machine" is as large as the one that the sentence named before.
  const earlier = hasMatch(patterns.good, own) ? '' : sentence.passage.text.slice(sentence.from, figure.from);
  const size = patterns.machine.exec(`${own} | ${earlier}`)?.groups;
  const said = size?.['n'] ?? size?.['m'] ?? '1';
  return patterns.numbers.get(said.toLowerCase()) ?? Number(said);
}

/** The value in the unit of the rubric that the text itself uses, or else in the registered one. */
function toUnit(of: PriceUnit, value: number, per: readonly Divisor[], size: number): UnitMatch | null {
  const goods = of.goods.map((good) => ({ of: size === 1 ? good : `${size}x${good}`, times: 1 }));
  const told = { ...of.figure, value, per: [...per, ...goods] };
  const keyOf = (figure: StatedFigure) =>
    figure.per
      .map(({ of: what, times }) => `${what} ${times}`)
      .sort()
      .join();
  const same = of.variants.find(({ figure }) => keyOf(figure) === keyOf(told));
  if (same !== undefined) return { of, unit: same.unit, value };
  const both = alignUnits(told, of.figure);
  return both === null ? null : { of, unit: of.unit, value: Number((both.a / both.b / size).toPrecision(6)) };
}

/** The price by time of a good: "$1.49 an hour" next to "H100". */
function matchRent(sum: Sum, units: readonly PriceUnit[], patterns: PricePatterns): UnitMatch | null {
  const time = sum.per.filter((divisor) => units[0]?.measures.some(({ of }) => of === divisor.of));
  const good = findGood(sum, patterns, units);
  const times = units.flatMap(({ variants }) => variants).flatMap(({ figure }) => figure.per.map((one) => one.times));
  // A month of a machine is a contract, and no price by the hour.
  if (time.length !== 1 || !times.includes(time[0]?.times ?? 0) || good === null) return null;
  const size = findMachineSize(sum, patterns);
  if (good.unit !== null) return toUnit(good.unit, sum.figure.value, time, size);
  const [by] = units[0]?.measures ?? [];
  const value = (sum.figure.value * (by?.times ?? 1)) / (time[0]?.times ?? 1) / size;
  const unit = units[0]?.unit.replace(new RegExp(units[0].goods.join('|'), 'i'), good.named) ?? '';
  return { of: null, unit, value: Number(value.toPrecision(6)) };
}

/** The price of an amount, such as a terabyte, with or without a time. */
function matchAmount(sum: Sum, unit: PriceUnit, vocabulary: Vocabulary): UnitMatch | null {
  const { figure, before, behind, heads, corner, row, above } = sum;
  const near = `${heads} ${corner} ${before} ${behind}`;
  if (unit.beside !== null && !hasMatch(unit.beside, `${near} ${above}`)) return null;
  const measured = sum.per.filter((divisor) => isMeasured(divisor, vocabulary));
  if (measured.some(({ of }) => !unit.measures.some((other) => other.of === of))) return null;
  const missing = unit.measures.filter(({ of }) => !measured.some((other) => other.of === of));
  const isNamed = unit.called === null || [near, row, above].some((text) => hasMatch(unit.called ?? /$^/, text));
  if (measured.length === 0 || (missing.length > 0 && !isNamed)) return null;
  const isTime = (of: string) => unit.measures.length > 1 && of === 'time';
  if (missing.every(({ of }) => isTime(of))) return toUnit(unit, figure.value, [...measured, ...missing], 1);
  const text = `${before} | ${behind} | ${row}`;
  const amounts = findFigures(text, { from: 0, to: text.length }, vocabulary.figures).filter((amount) =>
    missing.some(({ of }) => of === amount.of),
  );
  const [amount] = amounts;
  if (amount === undefined || amounts.some(({ value }) => value !== amount.value)) return null;
  return toUnit(unit, figure.value, [...measured, { of: amount.of, times: amount.value }], 1);
}

/** A fee on a payment, as a sum or in per cent. */
function matchFee(
  { figure, plus, before, behind, heads, corner, per, above }: Sum,
  unit: PriceUnit,
  vocabulary: Vocabulary,
): UnitMatch | null {
  const told = `${before} ${behind} ${heads} ${corner}`;
  const isFee = unit.beside !== null && hasMatch(unit.beside, figure.of === 'percent' ? told : `${told} ${above}`);
  const isNamed = unit.called !== null && hasMatch(unit.called, `${figure.said} ${behind} ${heads} ${corner}`);
  if (!isFee || !isNamed || per.some((divisor) => isMeasured(divisor, vocabulary))) return null;
  const value = figure.of === 'percent' ? (figure.value / 100) * (unit.size ?? Number.NaN) + plus : figure.value;
  return Number.isFinite(value) ? { of: unit, unit: unit.unit, value: Number(value.toPrecision(6)) } : null;
}

function matchUnit(sum: Sum, units: readonly PriceUnit[], vocabulary: Vocabulary, patterns: PricePatterns) {
  const { before, behind, heads } = sum;
  const isFor = (unit: PriceUnit) =>
    unit.notBeside === null || !hasMatch(unit.notBeside, `${before} ${behind} ${heads}`);
  const open = units.filter(isFor);
  const fees = open.filter(({ figure }) => figure.per.length === 0);
  const [fee] = fees.map((unit) => matchFee(sum, unit, vocabulary)).filter((match) => match !== null);
  if (fee !== undefined) return fee;
  if (sum.figure.of === 'percent') return null;
  const rents = open.filter(({ goods, measures }) => goods.length > 0 && measures.length === 1);
  const rent = rents.length === 0 ? null : matchRent(sum, rents, patterns);
  if (rent !== null) return rent;
  const amounts = open.filter(({ goods, measures }) => goods.length === 0 && measures.length > 0);
  return amounts.map((unit) => matchAmount(sum, unit, vocabulary)).find((match) => match !== null) ?? null;
}

/** The sum next to another, of those that have a unit, that tells the unit of both: "$1.49 an hour against $3.93 on AWS". */
function findNeighbour<T>(at: number, matches: readonly (T | null)[]): number | null {
  const order = matches.map((_, i) => i).sort((a, b) => Math.abs(a - at) - Math.abs(b - at) || a - b);
  return order.find((i) => matches[i] !== null) ?? null;
}

/** What each sum in a sentence is the price of; null if it is not a price. */
function matchSums(
  sums: readonly Sum[],
  units: readonly PriceUnit[],
  vocabulary: Vocabulary,
  patterns: PricePatterns,
): readonly (UnitMatch | null)[] {
  const isPrice = ({ figure, sentence, before, behind, heads }: Sum) =>
    !hasMatch(patterns.notPrice, `${heads} ${before} ${behind}`) &&
    !isOpen(sentence, figure, vocabulary) &&
    !isWish(sentence, figure, vocabulary) &&
    !isDenied(sentence, figure, vocabulary);
  const first = sums.map((sum, at) => {
    // What is in brackets behind a sum that is not a price explains that sum: "spend $40,000 (8x H100 at $16 an hour)".
    const isExplained = /\([^)]*$/.test(sum.before) && !sums.slice(0, at).every(isPrice);
    return isPrice(sum) && !isExplained ? matchUnit(sum, units, vocabulary, patterns) : null;
  });
  return sums.map((sum, at) => {
    const known = first[at] ?? null;
    const beside = known === null && sum.figure.per.length === 0 && isPrice(sum) ? findNeighbour(at, first) : null;
    if (beside === null || sum.figure.of === 'percent') return known;
    const per = sums[beside]?.per ?? [];
    const own = matchUnit({ ...sum, per }, units, vocabulary, patterns);
    const other = first[beside] ?? null;
    return own ?? (other === null ? null : { ...other, value: sum.figure.value });
  });
}

/** True where the sum is as much as registered prices of the like are, within a wide margin. */
function isLikePrice(
  { of, unit, value }: UnitMatch,
  units: readonly PriceUnit[],
  { alternatives, reading }: Rubric,
): boolean {
  const most = reading.prices.most_apart;
  const alike = of === null ? units.filter(({ goods }) => goods.length > 0) : [of];
  const scale = of?.variants.find((variant) => variant.unit === unit)?.figure ?? null;
  const both = of === null || scale === null ? null : alignUnits({ ...scale, value }, of.figure);
  const comparable = both === null ? value : both.a / both.b;
  return alternatives
    .filter((entry) => alike.some((one) => one.unit === entry.unit))
    .flatMap(({ figures }) => figures)
    .some((figure) => comparable <= figure.value * most && comparable >= figure.value / most);
}

/** Of a range the higher end counts, as both have the same words. */
function mergeRanges(prices: readonly (FoundPrice & { readonly from: number })[]): readonly FoundPrice[] {
  return prices.filter(
    (price) => !prices.some((other) => other !== price && other.from === price.from && other.value > price.value),
  );
}

/** The price list of one document: each sum of money that is a price of what the registered units count. */
export function findPrices(prose: DocumentProse, context: ReadingContext): readonly FoundPrice[] {
  const { rubric } = context;
  const vocabulary = getVocabulary(rubric);
  const patterns = getPricePatterns(rubric);
  const units = listPriceUnits(rubric, context.track);
  const owners = new PriceOwners(context, patterns);
  const rows = new Map<number, Passage[]>();
  for (const passage of prose.passages)
    if (passage.row !== null) rows.set(passage.row, [...(rows.get(passage.row) ?? []), passage]);
  let caption = '';
  return prose.passages.flatMap((passage) => {
    const { text, row, depth, isHeading } = passage;
    if (depth !== null || (!isHeading && !passage.isItem)) caption = text.length <= 80 ? text : '';
    const section = classifySection(passage, rubric);
    if (section === 'unread' || (isHeading && depth === null && row === null)) return [];
    const cells = row === null ? [] : (rows.get(row) ?? []);
    const place = {
      heads: row === null ? '' : passage.heads.join(' | '),
      corner: cells[0]?.heads[0] ?? '',
      row: cells.map((cell) => cell.text.trim()).join(' | '),
      above: row === null ? passage.under : `${caption} | ${passage.sections.at(-1) ?? ''}`,
    };
    if (!patterns.money.test(`${text} ${place.heads}`)) return [];
    return listSentences(passage, rubric).flatMap((sentence) => {
      const sums = listSums(sentence, place, vocabulary, patterns);
      const matches = matchSums(sums, units, vocabulary, patterns);
      const prices = sums.flatMap((sum, i) => {
        const match = matches[i] ?? null;
        if (match === null || !isLikePrice(match, units, rubric)) return [];
        const owner = owners.tell({ sentence, at: sum.figure, section, caption });
        const quote = { ...quotePrice(prose, sentence, cells), whose: owner.whose };
        const near = `${sum.before} ${sum.behind} ${sum.heads}`;
        return [{ ...match, ...owner, quote, near, from: sum.figure.from }];
      });
      return mergeRanges(prices);
    });
  });
}

/** The sentence of a price, or the row of its cell. */
function quotePrice(prose: DocumentProse, sentence: Sentence, cells: readonly Passage[]) {
  const [first] = cells;
  const last = cells.at(-1);
  if (first === undefined || last === undefined) return quoteSpan(prose, sentence.passage, sentence);
  const { place } = quoteSpan(prose, first, { from: 0, to: first.text.length });
  const text = prose.document.text.slice(first.offsets[0] ?? 0, last.ends.at(-1) ?? 0);
  return { text: text.trim(), place };
}
