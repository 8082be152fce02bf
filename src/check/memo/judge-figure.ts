import { findFigures } from '../../prose/find-figures.ts';
import { isFramedFigure } from '../../prose/frames.ts';
import { countSharedWords, extractKeywords } from '../../prose/keywords.ts';
import { type FigureDirection, fitsEdge, PROJECT } from '../../prose/parties.ts';
import { hasMatch } from '../../prose/phrase-patterns.ts';
import { findClause, type Sentence, sliceSentence, splitSentences } from '../../prose/sentences.ts';
import { isAboutOther, isWish } from '../../prose/stance.ts';
import { agrees, hasSameUnit, type StatedFigure } from '../../prose/stated-figure.ts';
import { findTopic, isAsideSetting, isOffHand, namesLaterYear, type Topic } from '../../prose/topic.ts';
import { isComputed, listBareNumbers, type Operand, toOperand } from './computed-figure.ts';
import type { LedgerFigure } from './derive-figures.ts';
import type { StatementContext, StatementFinding } from './ledger.ts';

/** A number in words, or one that only seems to be of the same thing, that differs from an answer by more is of something else. */
const FARTHEST = 12;

/** Words that a text and an answer have in common to be surely about one thing; one fewer lets it seem so. */
const SURE = 3;

interface Contradiction {
  readonly known: LedgerFigure;
  readonly isSure: boolean;
}

/** The figure of the ledger that is about the same thing in the same unit, and says something else: of the party that the text speaks of. */
function findContradiction(
  figure: StatedFigure,
  sentence: Sentence,
  { owner, course }: FigureContext,
  { ledger, vocabulary, told }: StatementContext,
): Contradiction | null {
  const { passage } = sentence;
  const clause = findClause(passage.text, sentence, figure, vocabulary.clauseBreak);
  const beside = `${passage.text.slice(clause.from, figure.from)} ${passage.text.slice(figure.to, clause.to)} ${passage.around}`;
  const words = extractKeywords(beside, vocabulary.keywords);
  const whole = extractKeywords(`${sliceSentence(sentence)} ${passage.around}`, vocabulary.keywords);
  const tieOf = (candidate: LedgerFigure) => {
    const { figure: other, near, owner: whose, entry } = candidate;
    if (candidate.derived !== null) return countSharedWords(words, candidate.words) + 1;
    // A side of a comparison is known by its unit and by whose it is.
    const isSide = entry.owner !== undefined;
    if (isSide && figure.per.length > 0 && hasSameUnit(figure, other))
      return owner !== null && owner === whose ? SURE : SURE - 1;
    const shared = countSharedWords(words, near);
    const more = countSharedWords(whole, near) - shared;
    const kind =
      other.of === 'count' || (other.of === 'percent' && figure.of === 'multiple')
        ? 1
        : isNearlyAll(figure) && isNearlyAll(other)
          ? SURE - 1
          : 0;
    // What the text tells nowhere else, it may tell wrongly here.
    const untold = told.has(candidate) ? 0 : 1;
    return (
      shared + Math.min(1, more) + untold + kind + (owner !== null && owner !== PROJECT && owner === whose ? 1 : 0)
    );
  };
  const forms = [figure, ...toGrowth(figure, course)];
  const [best] = ledger.figures
    .filter(
      (known) =>
        (known.derived === null || (known.derived === 'usual' && figure.of === 'multiple')) &&
        known.figure.of !== 'number' &&
        (known.near.size > 0 || known.derived !== null) &&
        forms.some((form) => (form === figure || known.rise === 'up' ? hasSameUnit(form, known.figure) : false)) &&
        (known.owner === null || owner === null || known.owner === owner),
    )
    .map((known) => ({ known, tie: tieOf(known), far: Math.abs(Math.log(known.figure.value / figure.value)) }))
    .sort(
      (a, b) => b.tie - a.tie || Number(b.known.owner === PROJECT) - Number(a.known.owner === PROJECT) || a.far - b.far,
    );
  // What differs by so much was never meant to be the same.
  if (best === undefined || best.tie < SURE - 1) return null;
  const isSure = best.tie >= SURE && !best.known.figure.isLoose;
  return best.far > Math.log(FARTHEST) && (figure.isLoose || !isSure) ? null : { known: best.known, isSure };
}

/** A multiple as the growth in percent that it tells: twice is 100 percent more. */
function toGrowth(figure: StatedFigure, { edge, rise }: FigureDirection): readonly StatedFigure[] {
  if (figure.of !== 'multiple' || (edge === null && rise === null && figure.hedge === null)) return [];
  return [{ ...figure, of: 'percent', value: (figure.value - 1) * 100, slack: figure.slack * 100 }];
}

/** Percentages close to the whole are of how often something works. */
function isNearlyAll({ of, value }: StatedFigure): boolean {
  return of === 'percent' && value >= 98 && value < 100.01;
}

/** The numbers that a figure may follow from: those next to it in the text, and those of the answers. */
function listOperands(
  figure: StatedFigure,
  { passage, from, to }: Sentence,
  { ledger, vocabulary }: StatementContext,
): readonly Operand[] {
  const { figures } = vocabulary;
  const { context: reach } = vocabulary.grammar.reach;
  const start = Math.max(0, from - 2 * reach);
  const near = splitSentences(passage.text.slice(start, to + reach), vocabulary.abbreviations)
    .flatMap((stretch) =>
      findFigures(passage.text, { from: start + stretch.from, to: start + stretch.to }, figures, { withSmall: true }),
    )
    .filter((other) => other.from !== figure.from);
  const plain = passage.text.slice(Math.max(0, from - reach), figure.from) + passage.text.slice(figure.to, to);
  return [
    ...near.map(toOperand),
    ...listBareNumbers(plain, figures).map((value) => ({ value, of: null })),
    ...ledger.figures.filter(({ isAnswer }) => isAnswer).map((known) => toOperand(known.figure)),
  ].slice(0, MOST_OPERANDS);
}

const MOST_OPERANDS = 80;

/** What the text around a figure says of whose it is and which way it goes. */
interface FigureContext {
  readonly owner: string | null;
  readonly course: FigureDirection;
  /** The parties that are named near it. */
  readonly parties: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  /** True for "more than four fifths" and the like, which much else would fit. */
  readonly isVague: boolean;
}

/** The sentences next to one, with it: what they are about, it may be about too. */
function readNearbyText({ passage, from, to }: Sentence, reach: number): string {
  const before = passage.text.slice(Math.max(0, from - reach), from);
  const behind = passage.text.slice(to, to + reach);
  return `${passage.under} ${passage.around} ${before} ${passage.text.slice(from, to)} ${behind}`;
}

function readFigureContext(
  figure: StatedFigure,
  sentence: Sentence,
  { ledger, vocabulary }: StatementContext,
): FigureContext {
  const { parties } = ledger;
  const { text, around } = sentence.passage;
  const named = (words: string) => parties.mentionsIn(words, { from: 0, to: words.length }).map(({ party }) => party);
  const heads = new Set(named(around));
  const near = readNearbyText(sentence, vocabulary.grammar.reach.context);
  return {
    owner: parties.ownerOf(text, sentence, figure) ?? (heads.size === 1 ? ([...heads][0] ?? null) : null),
    course: parties.directionOf(text, sentence, figure),
    parties: new Set([...heads, ...named(near)]),
    words: extractKeywords(near, vocabulary.keywords),
    isVague: figure.isLoose || (figure.hedge !== null && figure.hedge !== 'about'),
  };
}

/** True where the ledger's figure can be the one that the text tells: of the same party, going the same way, on the same matter. */
function matchesContext(known: LedgerFigure, { owner, course, parties, words, isVague }: FigureContext): boolean {
  if (known.owner !== null && owner !== null && known.owner !== owner) return false;
  if (known.rise !== null && course.rise !== null && known.rise !== course.rise) return false;
  if (known.edge !== null && !fitsEdge(course, known.edge)) return false;
  if (known.beside !== null && !parties.has(known.beside)) return false;
  // A share that follows from a ratio is told as less or more.
  const isShare = known.derived !== null && known.figure.of === 'percent';
  if (isShare && (isVague || (known.edge !== null && course.edge === null))) return false;
  // What an answer says, it says in whatever words; what follows from it does so next to the words of what it follows from.
  return known.derived === null || countSharedWords(words, known.words) > 0;
}

/** True for a cell in the row or the column of somebody else, in a table of which each row or each column is somebody's. */
function isCellOfOther({ passage }: Sentence, { actors, vocabulary }: StatementContext): boolean {
  const { table, heads } = passage;
  if (table === null) return false;
  const [column = '', row = ''] = heads;
  const [corner = '', ...columns] = table.columns;
  const isOwn = (head: string) =>
    hasMatch(actors.name, head) || vocabulary.statements.us.includes(head.trim().toLowerCase());
  if (columns.some(isOwn)) return !isOwn(column);
  return (hasMatch(vocabulary.sellers, corner) || table.rows.some(isOwn)) && !isOwn(row);
}

/** True where the figure is told of somebody or something that the answers say nothing of. */
function isOfOther(
  figure: StatedFigure,
  sentence: Sentence,
  { owner }: FigureContext,
  context: StatementContext,
): boolean {
  if (isCellOfOther(sentence, context)) return true;
  if (owner === PROJECT) return false;
  const { heads, row } = sentence.passage;
  const [, head = ''] = row === null ? [] : heads;
  const isNamed =
    context.vocabulary.customers.isName.test(head) &&
    !/\d/.test(head) &&
    !context.actors.ordinary.has(head.toLowerCase());
  if (isNamed && !hasMatch(context.actors.project, head)) return true;
  // "Acme: 1,000 employees, $870 million revenue".
  const label = /^[^\p{L}]*(\p{Lu}[\p{Ll}-]+):/u.exec(sliceSentence(sentence))?.[1] ?? head;
  const isWord = context.actors.ordinary.has(label.toLowerCase()) || context.vocabulary.plain.test(label);
  if (row === null && label !== '' && !isWord && !hasMatch(context.actors.project, label)) return true;
  // "More than twice" compares it with nobody.
  const { hedge, grammar } = context.vocabulary.figures;
  const lead = sentence.passage.text.slice(Math.max(sentence.from, figure.from - grammar.reach.hedge), figure.from);
  const from = figure.from - (lead.length - (hedge.exec(lead)?.index ?? lead.length));
  return isAboutOther(sentence, { from, to: figure.to }, context.actors, context.vocabulary);
}

/** True for a figure of a note on revenue that is lower than the answer, such as that of the year before: it boasts of nothing. */
function isLesser({ figure, entry }: LedgerFigure, all: readonly LedgerFigure[]): boolean {
  return all.some(
    (other) => other.isAnswer && other.entry.criterion === entry.criterion && figure.value < other.figure.value,
  );
}

/** What the answers say of revenue, where the figure is told as such: a note does not count as an answer. */
function judgeTakings(figure: StatedFigure, sentence: Sentence, context: StatementContext): StatementFinding | null {
  const { ledger, vocabulary } = context;
  const { revenue } = vocabulary.statements.roles;
  const known = ledger.figures.filter(
    (other) =>
      revenue.includes(other.entry.criterion) &&
      (other.isAnswer || other.derived !== null || isLesser(other, ledger.figures)),
  );
  const base = { subject: figure.said.trim(), at: figure };
  const [answer] = known.filter(({ isAnswer }) => isAnswer);
  const unknown = ledger.entries.find(({ criterion, said }) => revenue.includes(criterion) && said === 'unknown');
  if (answer === undefined)
    return unknown === undefined
      ? { ...base, id: 'memo/no-entry', detail: {} }
      : { ...base, id: 'memo/figure-disagrees', detail: { criterion: unknown.criterion, ledger: unknown.said } };
  if (known.some((other) => agrees(figure, other.figure, vocabulary.grammar.agreement)))
    return answer.entry.isSourced
      ? null
      : { ...base, id: 'memo/no-source', detail: { criterion: answer.entry.criterion } };
  const isOfPart = isComputed(figure, listOperands(figure, sentence, context)) || isOfAnotherYear(sentence, context);
  if (isOfPart) return null;
  return {
    ...base,
    id: 'memo/figure-disagrees',
    detail: { criterion: answer.entry.criterion, ledger: answer.figure.said.trim() },
  };
}

/** True where the sentence tells an earlier year: an answer is on the last one. */
function isOfAnotherYear({ passage, from, to }: Sentence, { asOf }: StatementContext): boolean {
  const years = passage.text.slice(from, to).match(/(?<!\d)20\d\d(?!\d)/g) ?? [];
  return years.some((year) => Number(year) < Number(asOf.slice(0, 4)) - 1);
}

/** True where a year after the day stands in the clause: "1.3 billion by 2028". */
function isOfLaterYear(figure: StatedFigure, sentence: Sentence, { asOf, vocabulary }: StatementContext): boolean {
  const { text } = sentence.passage;
  const clause = findClause(text, sentence, figure, vocabulary.clauseBreak);
  return namesLaterYear(text.slice(clause.from, clause.to), asOf);
}

/** "Acme came to 91%, Birch to 83%": a name that no answer has, with a figure and no more than a word between. */
function isOfAnotherName(
  figure: StatedFigure,
  { passage, from }: Sentence,
  { ledger, actors, vocabulary }: StatementContext,
): boolean {
  const before = passage.text.slice(from, figure.from);
  const name = /, (?:\p{Ll}{2,5} )?(\p{Lu}[\p{L}\p{N}-]{2,30}) (?:\p{Ll}{1,8} )?$/u.exec(before)?.[1];
  if (name === undefined || vocabulary.customers.isNoName.test(name) || hasMatch(actors.project, name)) return false;
  return !ledger.figures.some(({ owner }) => owner?.toLowerCase().includes(name.toLowerCase()));
}

/** A figure that is told of the offer holds where an answer with a source says the same. */
export function judgeFigure(
  figure: StatedFigure,
  sentence: Sentence,
  context: StatementContext,
): StatementFinding | null {
  const { ledger, vocabulary } = context;
  if (isOfLaterYear(figure, sentence, context)) return null;
  // Once as much as itself says nothing.
  if (figure.of === 'multiple' && figure.value === 1) return null;
  if (isWish(sentence, figure, vocabulary) || isOffHand(sentence, figure, vocabulary)) return null;
  const figureContext = readFigureContext(figure, sentence, context);
  const isOther = isOfOther(figure, sentence, figureContext, context);
  if (isOfAnotherName(figure, sentence, context)) return null;
  const topic = findTopic(sentence, figure, vocabulary);
  const isMoney = vocabulary.figures.currencyIds.has(figure.of) || figure.of === 'number';
  if (sentence.passage.depth !== null && topic !== 'takings') return null;
  // What suppliers earn is not revenue of the offer.
  const isOfSuppliers = vocabulary.customers.paid.test(sentence.passage.text.slice(sentence.from, figure.from));
  if (topic === 'takings' && isMoney && isOfSuppliers) return null;
  if (topic === 'takings' && isMoney && !isOther && isOfTime(figure)) return judgeTakings(figure, sentence, context);
  const alike = ledger.figures.filter((known) => agrees(figure, known.figure, vocabulary.grammar.agreement));
  const supporting = alike.filter((known) => matchesContext(known, figureContext));
  if (supporting.some(({ entry }) => entry.isSourced)) return null;
  // What is counted has many names.
  const isCounted = figure.of === 'count' || figure.of === 'span';
  if (isCounted && supporting.length === 0 && figure.value >= 100 && ledger.numbers.has(figure.value)) return null;
  const base = { subject: figure.said.trim(), at: figure };
  const [unsourced] = supporting;
  if (unsourced !== undefined)
    return { ...base, id: 'memo/no-source', detail: { criterion: unsourced.entry.criterion } };
  const other = judgeUnsupported(figure, sentence, topic, isOther, figureContext, context);
  return other ?? (isOfDemand(figure, sentence, topic, context) ? { ...base, id: 'memo/no-entry', detail: {} } : null);
}

/** True where the sentence ties the figure to what buyers do with the offer, whatever else it speaks of. */
function isOfDemand(figure: StatedFigure, sentence: Sentence, topic: Topic, context: StatementContext): boolean {
  const { passage } = sentence;
  if (topic === 'aside' || figure.of === 'span' || passage.row !== null || isAsideSetting(sentence, context.vocabulary))
    return false;
  return (
    isFramedFigure(figure, sentence, context, context.vocabulary) &&
    !isComputed(figure, listOperands(figure, sentence, context))
  );
}

/** What is wrong with a figure that no answer gives: it differs from one, or is told of the offer all the same. */
function judgeUnsupported(
  figure: StatedFigure,
  sentence: Sentence,
  topic: Topic,
  isOther: boolean,
  figureContext: FigureContext,
  context: StatementContext,
): StatementFinding | null {
  const { vocabulary } = context;
  const base = { subject: figure.said.trim(), at: figure };
  const isAside = topic === 'aside' || isAsideSetting(sentence, vocabulary);
  if (topic === 'aside' && figureContext.owner !== PROJECT) return null;
  const other = findContradiction(figure, sentence, figureContext, context);
  if (isAside && figureContext.owner !== PROJECT && other?.isSure !== true) return null;
  if (figure.per.length === 0 && isCellOfOther(sentence, context)) return null;
  const { owner } = figureContext;
  if ((isOther || (owner !== null && owner !== PROJECT)) && (owner === null || other?.known.owner !== owner))
    return null;
  if (other === null && (isAside || isOther || figure.isLoose)) return null;
  // How often something works is told of what is sold.
  const isOwn = figureContext.owner === PROJECT || sentence.passage.row !== null || isNearlyAll(figure);
  if (other === null && !isOwn) return null;
  const computed = !figure.isLoose && isComputed(figure, listOperands(figure, sentence, context));
  if (computed) return null;
  if (other?.isSure !== true) return isAside || figure.isLoose ? null : { ...base, id: 'memo/no-entry', detail: {} };
  const detail = { criterion: other.known.entry.criterion, ledger: other.known.figure.said.trim() };
  return { ...base, id: 'memo/figure-disagrees', detail };
}

/** True for a sum as such, or one by a span of time: revenue is not told by the customer or the record. */
function isOfTime({ per }: StatedFigure): boolean {
  return per.every(({ of }) => of === 'time');
}
