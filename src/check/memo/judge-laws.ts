import { computeDutyState } from '../../criteria/duties.ts';
import { normalizeName } from '../../criteria/normalize-name.ts';
import type { Duty, Regulation } from '../../model/rubric.ts';
import { findArticles, type LawMention, matchesArticle } from '../../prose/laws.ts';
import type { PassageSpan } from '../../prose/passage.ts';
import { hasMatch } from '../../prose/phrase-patterns.ts';
import { findClause, type Sentence, sliceSentence } from '../../prose/sentences.ts';
import { isQuestion } from '../../prose/stance.ts';
import type { StatementContext, StatementFinding } from './ledger.ts';

/** Whether any of the duties applies on the day; if none does, the day from which the first will. */
function findApplicability(
  duties: readonly Duty[],
  regulation: Regulation,
  asOf: string,
): { applies: boolean; from: string | null } {
  const states = duties.map((duty) => computeDutyState(duty, regulation, asOf));
  const days = states.flatMap((state) => (state.status === 'adopted' ? [state.from] : [])).sort();
  return { applies: states.some(({ status }) => status === 'applies'), from: days[0] ?? null };
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
  const year = Number(asOf.slice(0, 4));
  const { dates_of_a_law: reach } = vocabulary.grammar.reach;
  const near = text.slice(Math.max(0, sentence.from - reach), Math.min(text.length, sentence.to + reach));
  const isFuture = [...near.matchAll(/(?<!\d)20\d\d(?!\d|\/)/g)].some(([digits]) => Number(digits) > year);
  return isFuture || hasMatch(vocabulary.laws.later, sliceSentence(sentence));
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
  // What is voluntary obliges nobody, on whatever day.
  if (regulation.status === 'voluntary') {
    const isBinding =
      hasMatch(laws.binding, text) && !hasMatch(context.vocabulary.negation, text) && !hasMatch(laws.voluntary, text);
    return isBinding ? [{ id: 'memo/law-not-in-force', subject: said, detail: {}, at }] : [];
  }
  const duties = selectDuties(regulation, numbers, context);
  if (duties.length === 0) return [];
  const { applies, from } = findApplicability(duties, regulation, context.asOf);
  if (applies) return [];
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
  const clause = text.slice(from, to);
  return isQuestion(sentence) || hasMatch(vocabulary.negation, clause) || hasMatch(vocabulary.laws.whether, clause);
}

/** True for a party of the memo, or a word that is not a name: they may oblige others too, and are not laws. */
function isFalseGuess({ said, isGuess }: LawMention, { ledger, vocabulary, actors }: StatementContext): boolean {
  if (!isGuess) return false;
  const whole = { from: 0, to: said.length };
  const isWord = !said.includes(' ') && actors.ordinary.has(said.toLowerCase());
  return isWord || vocabulary.customers.isNoName.test(said) || ledger.parties.mentionsIn(said, whole).length > 0;
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
  const named = new Set(ofArticles.map(({ regulation }) => regulation.id));
  return [
    ...ofArticles.flatMap((article) => judgeInForce(article, sentence, context)),
    ...laws.flatMap((law): readonly StatementFinding[] => {
      const { regulation, said } = law;
      if (regulation !== null && !named.has(regulation.id)) {
        const found = judgeInForce({ ...law, regulation, numbers: [] }, sentence, context);
        if (found.length > 0) return found;
      }
      if (isLeftOut(law, sentence, context) || isFalseGuess(law, context)) return [];
      if (!isInLedger(law, context)) return [{ id: 'memo/no-entry', subject: said, detail: {}, at: law }];
      const entry = regulation === null ? undefined : context.ledger.laws.get(regulation.id);
      if (entry === undefined || entry.isSourced) return [];
      return [{ id: 'memo/no-source', subject: said, detail: { criterion: entry.criterion }, at: law }];
    }),
  ];
}
