import { computeDutyState } from '../../criteria/duties.ts';
import { normalizeName } from '../../criteria/normalize-name.ts';
import type { Duty, Regulation } from '../../model/rubric.ts';
import { findArticles, type LawMention, matchesArticle } from '../../prose/laws.ts';
import { type PassageSpan, toMatchSpan } from '../../prose/passage.ts';
import { findMatches, hasMatch } from '../../prose/phrase-patterns.ts';
import { findClause, type Sentence, sliceSentence } from '../../prose/sentences.ts';
import { isQuestion, isWish } from '../../prose/stance.ts';
import { isOffHand } from '../../prose/topic.ts';
import type { StatementContext, StatementFinding } from './ledger.ts';

/** Whether any of the duties applies on the day; if none does, the day from which the first will. */
function findApplicability(
  duties: readonly Duty[],
  regulation: Regulation,
  asOf: string,
): { applies: boolean; from: string | null; since: string | null } {
  const states = duties.map((duty) => computeDutyState(duty, regulation, asOf));
  const days = states.flatMap((state) => (state.status === 'adopted' ? [state.from] : [])).sort();
  const past = states.flatMap((state) => (state.status === 'applies' ? [state.from] : []));
  // Without the day of each duty that applies, nobody can say which was the first.
  const since = past.includes(null) ? null : past.filter((day) => day !== null).sort()[0];
  return { applies: past.length > 0, from: days[0] ?? null, since: since ?? null };
}

/** The regulation of an article without a law, where the answers cite exactly one that has it. */
function findOnlyCited(numbers: readonly number[], { ledger, vocabulary }: StatementContext): Regulation | null {
  const cited = ledger.regulations.filter(({ duties }) =>
    duties.some((duty) => matchesArticle(duty, numbers, vocabulary.laws)),
  );
  return cited.length === 1 ? (cited[0] ?? null) : null;
}

/** The duties that a mention is judged by: those of its articles, else those that the answers cite, else all. */
function selectDuties(
  regulation: Regulation,
  numbers: readonly number[],
  { ledger, vocabulary }: StatementContext,
): readonly Duty[] {
  if (numbers.length > 0) return regulation.duties.filter((duty) => matchesArticle(duty, numbers, vocabulary.laws));
  const cited = regulation.duties.filter(({ article }) =>
    ledger.entries.some(({ names }) => names.some((name) => name.startsWith(`${regulation.title}, ${article}`))),
  );
  return cited.length > 0 ? cited : regulation.duties;
}

/** True where the words around say that the law is still to come; the sentences next to it may say so too. */
function isLater(sentence: Sentence, at: PassageSpan, { vocabulary, asOf }: StatementContext): boolean {
  const { text } = sentence.passage;
  const clause = findClause(text, sentence, at, vocabulary.clauseBreak);
  if (hasMatch(vocabulary.laws.soon, text.slice(clause.from, clause.to))) return true;
  if (hasMatch(vocabulary.laws.since, sliceSentence(sentence))) return false;
  const year = Number(asOf.slice(0, 4));
  const { dates_of_a_law: reach } = vocabulary.grammar.reach;
  const near = text.slice(Math.max(0, sentence.from - reach), Math.min(text.length, sentence.to + reach));
  const isFuture = [...near.matchAll(/(?<!\d)20\d\d(?!\d|\/)/g)].some(([digits]) => Number(digits) > year);
  return isFuture || hasMatch(vocabulary.laws.later, sliceSentence(sentence));
}

/** The year since which a sentence says that a law binds. */
function readSince(text: string, { vocabulary }: StatementContext): string | null {
  const [match] = findMatches(vocabulary.laws.since, text);
  if (match === undefined) return null;
  return /^(?: [\p{L}\d]{1,9},?){0,2} (20\d\d)(?!\d)/u.exec(text.slice(match.index + match[0].length))?.[1] ?? null;
}

/** What a sentence says of the law that the passage named before, as in "This has been binding since May". */
function findMeant(
  before: readonly LawMention[],
  sentence: Sentence,
  { vocabulary }: StatementContext,
): readonly JudgedLaw[] {
  const regulation = before.findLast((law) => law.regulation !== null)?.regulation ?? null;
  const [match] = findMatches(vocabulary.laws.since, sliceSentence(sentence));
  if (regulation === null || match === undefined) return [];
  const told = findArticles(sentence.passage.text, { from: 0, to: sentence.from }, vocabulary.laws);
  const numbers = told.at(-1)?.numbers ?? [];
  return [{ ...toMatchSpan(match, sentence.from), said: match[0], regulation, numbers }];
}

/** A law or an article of one, with its numbers. */
interface JudgedLaw extends PassageSpan {
  readonly said: string;
  readonly regulation: Regulation;
  readonly numbers: readonly number[];
}

/** Finds a law or an article that the sentence reports as in force, and that is not in force on the day. */
function judgeInForce(
  { said, regulation, numbers, from: start, to }: JudgedLaw,
  sentence: Sentence,
  context: StatementContext,
): readonly StatementFinding[] {
  const at = { from: start, to };
  const { laws } = context.vocabulary;
  const text = sliceSentence(sentence);
  if (!hasMatch(laws.told, text) || isQuestion(sentence) || isLater(sentence, at, context)) return [];
  if (isWish(sentence, at, context.vocabulary) || isOffHand(sentence, at, context.vocabulary)) return [];
  // What is voluntary obliges nobody, on whatever day.
  if (regulation.status === 'voluntary') {
    const isBinding =
      hasMatch(laws.binding, text) && !hasMatch(context.vocabulary.negation, text) && !hasMatch(laws.voluntary, text);
    return isBinding ? [{ id: 'memo/law-not-in-force', subject: said, detail: {}, at }] : [];
  }
  const duties = selectDuties(regulation, numbers, context);
  if (duties.length === 0) return [];
  const { applies, from, since } = findApplicability(duties, regulation, context.asOf);
  if (applies) {
    const year = readSince(text, context);
    const first = [since, regulation.in_force].filter((day) => day !== null).sort()[0];
    const isEarly = year !== null && since !== null && first !== undefined && year < first.slice(0, 4);
    return isEarly ? [{ id: 'memo/law-not-in-force', subject: said, detail: { from: since }, at }] : [];
  }
  // A law is in force before its duties apply, and a text may say so.
  const isStanding =
    regulation.status === 'in-force' && regulation.in_force !== null && regulation.in_force <= context.asOf;
  if (numbers.length === 0 && isStanding && hasMatch(laws.inForce, text)) return [];
  return [{ id: 'memo/law-not-in-force', subject: said, detail: from === null ? {} : { from }, at }];
}

/** "Neither the Data Act nor any other rule is named": nothing is said to follow from it. */
function isLeftOut(law: LawMention, sentence: Sentence, { vocabulary }: StatementContext): boolean {
  const { text } = sentence.passage;
  const { from, to } = findClause(text, sentence, law, vocabulary.clauseBreak);
  const clause = text.slice(from, to).replace(vocabulary.notNegation, '');
  if (isWish(sentence, law, vocabulary) || isOffHand(sentence, law, vocabulary)) return true;
  return isQuestion(sentence) || hasMatch(vocabulary.negation, clause) || hasMatch(vocabulary.laws.whether, clause);
}

/** True for a party of the memo, or a word that is not a name: they may oblige others too, and are not laws. */
function isFalseGuess({ said, isGuess }: LawMention, { ledger, vocabulary, actors }: StatementContext): boolean {
  if (!isGuess) return false;
  const whole = { from: 0, to: said.length };
  const isWord = !said.includes(' ') && actors.ordinary.has(said.toLowerCase());
  return isWord || vocabulary.customers.isNoName.test(said) || ledger.parties.mentionsIn(said, whole).length > 0;
}

/** True where the sentence has somebody do something because of the law; a law that is only mentioned asks for nothing. */
function isDemanding({ to }: LawMention, sentence: Sentence, { vocabulary: { laws } }: StatementContext): boolean {
  return (
    hasMatch(laws.forcing, sliceSentence(sentence)) || laws.demanding.test(sentence.passage.text.slice(to, sentence.to))
  );
}

function isInLedger({ said, regulation }: LawMention, { ledger, vocabulary }: StatementContext): boolean {
  return (
    (regulation !== null && ledger.laws.has(regulation.id)) ||
    ledger.allText.includes(` ${normalizeName(said, { ...vocabulary.noise, forms: [] })} `)
  );
}

/** Judges the laws of a sentence. @param before laws that the passage names earlier, for an article without a law. */
export function judgeLaws(
  laws: readonly LawMention[],
  before: readonly LawMention[],
  sentence: Sentence,
  context: StatementContext,
): readonly StatementFinding[] {
  const articles = findArticles(sentence.passage.text, sentence, context.vocabulary.laws);
  const known = [...before, ...laws].filter(({ regulation }) => regulation !== null);
  const ofArticles = articles.flatMap((article) => {
    const far = (law: LawMention) => Math.min(Math.abs(law.from - article.to), Math.abs(article.from - law.to));
    const [nearest] = [...known].sort((a, b) => far(a) - far(b));
    const regulation = nearest?.regulation ?? findOnlyCited(article.numbers, context);
    return regulation === null ? [] : [{ ...article, regulation }];
  });
  const meant = laws.length + articles.length === 0 ? findMeant(before, sentence, context) : [];
  const named = new Set(ofArticles.map(({ regulation }) => regulation.id));
  return [
    ...[...ofArticles, ...meant].flatMap((article) => judgeInForce(article, sentence, context)),
    ...laws.flatMap((law): readonly StatementFinding[] => {
      const { regulation, said } = law;
      if (regulation !== null && !named.has(regulation.id)) {
        const found = judgeInForce({ ...law, regulation, numbers: [] }, sentence, context);
        if (found.length > 0) return found;
      }
      if (isLeftOut(law, sentence, context) || isFalseGuess(law, context)) return [];
      if (!isInLedger(law, context))
        return !law.isGuess && !isDemanding(law, sentence, context)
          ? []
          : [{ id: 'memo/no-entry', subject: said, detail: {}, at: law }];
      const entry = regulation === null ? undefined : context.ledger.laws.get(regulation.id);
      if (entry === undefined || entry.isSourced) return [];
      return [{ id: 'memo/no-source', subject: said, detail: { criterion: entry.criterion }, at: law }];
    }),
  ];
}
