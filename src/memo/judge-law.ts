import { dutyState } from '../kinds/duties.ts';
import type { Duty, Regulation } from '../model/rubric.ts';
import { articlesIn, type Law } from './laws.ts';
import { plainName } from './names.ts';
import type { Stretch } from './passage.ts';
import { has } from './pattern.ts';
import { clauseAround } from './sentences.ts';
import { isQuestion, type Sentence } from './stance.ts';
import { type Judged, type Judging, textOf } from './statement.ts';

/** The numbers that a duty's article names first: `Art. 18, with Art. 11` is 18, `Art. 23 to 30` all of them. */
export function isArticle({ article }: Duty, numbers: readonly number[]): boolean {
  const [, first, last] = /^Art\. (\d+)(?: to (\d+))?/.exec(article) ?? [];
  return first !== undefined && numbers.some((n) => n >= Number(first) && n <= Number(last ?? first));
}

/** Whether any of the duties applies on the day, and if none does, from when the first will. */
function standing(
  duties: readonly Duty[],
  regulation: Regulation,
  asOf: string,
): { applies: boolean; from: string | null } {
  const states = duties.map((duty) => dutyState(duty, regulation, asOf));
  const days = states.flatMap((state) => (state.status === 'adopted' ? [state.from] : [])).sort();
  return { applies: states.some(({ status }) => status === 'applies'), from: days[0] ?? null };
}

/** The regulation that an article without a law belongs to, where the answers cite one alone that has it. */
function onlyCited(numbers: readonly number[], { ledger }: Judging): Regulation | null {
  const cited = ledger.regulations.filter(({ duties }) => duties.some((duty) => isArticle(duty, numbers)));
  return cited.length === 1 ? (cited[0] ?? null) : null;
}

/** The duties that a mention is judged by: those of its articles, else those that the answers cite, else all. */
function dutiesFor(regulation: Regulation, numbers: readonly number[], { ledger }: Judging): readonly Duty[] {
  if (numbers.length > 0) return regulation.duties.filter((duty) => isArticle(duty, numbers));
  const cited = regulation.duties.filter(({ article }) =>
    ledger.carriers.some(({ names }) => names.some((name) => name.startsWith(`${regulation.title}, ${article}`))),
  );
  return cited.length > 0 ? cited : regulation.duties;
}

/** True where the words around say that the law is still to come; the sentences beside it may say so too. */
function isLater(sentence: Sentence, at: Stretch, { vocabulary, asOf }: Judging): boolean {
  const { text } = sentence.passage;
  const clause = clauseAround(text, sentence, at);
  if (has(vocabulary.laws.soon, text.slice(clause.from, clause.to))) return true;
  const year = Number(asOf.slice(0, 4));
  const near = text.slice(Math.max(0, sentence.from - 200), Math.min(text.length, sentence.to + 200));
  const isFuture = [...near.matchAll(/(?<!\d)20\d\d(?!\d|\/)/g)].some(([digits]) => Number(digits) > year);
  return isFuture || has(vocabulary.laws.later, textOf(sentence));
}

/** Finds a law or an article that the sentence tells as in force and that is not on the day. */
function notInForce(
  said: string,
  at: Stretch,
  regulation: Regulation,
  numbers: readonly number[],
  sentence: Sentence,
  judging: Judging,
): Judged | null {
  const { laws } = judging.vocabulary;
  const text = textOf(sentence);
  if (!has(laws.told, text) || isQuestion(sentence) || isLater(sentence, at, judging)) return null;
  // What is voluntary obliges nobody, on whatever day.
  if (regulation.status === 'voluntary') {
    const isBinding = has(laws.binding, text) && !has(judging.vocabulary.negation, text) && !/voluntar/i.test(text);
    return isBinding ? { id: 'memo/law-not-in-force', subject: said, detail: {}, at } : null;
  }
  const duties = dutiesFor(regulation, numbers, judging);
  if (duties.length === 0) return null;
  const { applies, from } = standing(duties, regulation, judging.asOf);
  if (applies) return null;
  // A law is in force before its duties apply, and a text may say so.
  const isStanding =
    regulation.status === 'in-force' && regulation.in_force !== null && regulation.in_force <= judging.asOf;
  if (numbers.length === 0 && isStanding && /\bin force\b/.test(text)) return null;
  return { id: 'memo/law-not-in-force', subject: said, detail: from === null ? {} : { from }, at };
}

/** "Neither the Data Act nor any other rule is named": nothing is said to follow from it. */
function isLeftOut(law: Law, sentence: Sentence, { vocabulary }: Judging): boolean {
  const { text } = sentence.passage;
  const { from, to } = clauseAround(text, sentence, law);
  const clause = text.slice(from, to);
  return isQuestion(sentence) || has(vocabulary.negation, clause) || /(?<![\p{L}])whether(?![\p{L}])/iu.test(clause);
}

/** True for somebody of the memo, or a word that is no name: they may force others too, and are no law. */
function isSomebody({ said, isGuess }: Law, { ledger, vocabulary, actors }: Judging): boolean {
  if (!isGuess) return false;
  const whole = { from: 0, to: said.length };
  const isWord = !said.includes(' ') && actors.ordinary.has(said.toLowerCase());
  return isWord || vocabulary.customers.isNoName.test(said) || ledger.parties.mentionsIn(said, whole).length > 0;
}

function carried({ said, regulation }: Law, { ledger }: Judging): boolean {
  return (regulation !== null && ledger.laws.has(regulation.id)) || ledger.allText.includes(` ${plainName(said, [])} `);
}

/** The laws of a sentence, judged; `before` are those that the passage named earlier, for an article that stands alone. */
export function judgeLaws(
  laws: readonly Law[],
  before: readonly Law[],
  sentence: Sentence,
  judging: Judging,
): readonly Judged[] {
  const articles = articlesIn(sentence.passage.text, sentence, judging.vocabulary.laws);
  const known = [...before, ...laws].filter(({ regulation }) => regulation !== null);
  const ofArticles = articles.flatMap(({ said, numbers, from, to }) => {
    const far = (law: Law) => Math.min(Math.abs(law.from - to), Math.abs(from - law.to));
    const [nearest] = [...known].sort((a, b) => far(a) - far(b));
    const regulation = nearest?.regulation ?? onlyCited(numbers, judging);
    return regulation === null ? [] : [{ said, numbers, from, to, regulation }];
  });
  const named = new Set(ofArticles.map(({ regulation }) => regulation.id));
  return [
    ...ofArticles.flatMap(({ said, numbers, from, to, regulation }) => {
      const found = notInForce(said, { from, to }, regulation, numbers, sentence, judging);
      return found === null ? [] : [found];
    }),
    ...laws.flatMap((law): readonly Judged[] => {
      const { regulation, said } = law;
      if (regulation !== null && !named.has(regulation.id)) {
        const found = notInForce(said, law, regulation, [], sentence, judging);
        if (found !== null) return [found];
      }
      if (isLeftOut(law, sentence, judging) || isSomebody(law, judging)) return [];
      if (!carried(law, judging)) return [{ id: 'memo/no-entry', subject: said, detail: {}, at: law }];
      const carrier = regulation === null ? undefined : judging.ledger.laws.get(regulation.id);
      if (carrier === undefined || carrier.isSourced) return [];
      return [{ id: 'memo/no-source', subject: said, detail: { criterion: carrier.criterion }, at: law }];
    }),
  ];
}
