import { countSharedWords, extractKeywords } from '../../prose/keywords.ts';
import { type FigureDirection, fitsEdge, PROJECT } from '../../prose/parties.ts';
import { collectLinkedUrls, normalizeUrl, type Sentence } from '../../prose/sentences.ts';
import { isWish } from '../../prose/stance.ts';
import { agrees, hasSameUnit, type StatedFigure } from '../../prose/stated-figure.ts';
import type { LedgerFigure } from './derive-figures.ts';
import type { StatementContext, StatementFinding } from './ledger.ts';

/** The figure of the ledger that is about the same thing in the same unit, and says something else. */
function findContradiction(
  figure: StatedFigure,
  sentence: Sentence,
  { ledger, vocabulary }: StatementContext,
): LedgerFigure | null {
  const { passage } = sentence;
  const beside = `${passage.text.slice(sentence.from, figure.from)} ${passage.text.slice(figure.to, sentence.to)} ${passage.around}`;
  const words = extractKeywords(beside, vocabulary.keywords);
  const urls = collectLinkedUrls(sentence);
  const subjects = new Set(Object.values(vocabulary.statements.subjects).flat());
  const strengthOf = ({ entry, figure: other, words: known, subject }: LedgerFigure) => {
    // How many names a list has, says nothing of how many there are.
    if (other.of === 'count' && known.size > 0) {
      const isRate = other.per.length > 0 && figure.per.length > 0;
      return 1 + countSharedWords(words, known) + (isRate ? 1 : 0) + (subjects.has(other.what) ? 1 : 0);
    }
    const isTied = entry.urls.some((url) => urls.has(normalizeUrl(url)));
    return countSharedWords(words, known) + (isTied ? 1 : 0) + (countSharedWords(words, subject) > 0 ? 1 : 0);
  };
  const rivals = ledger.figures
    .filter((known) => known.derived !== 'other' && hasSameUnit(figure, known.figure))
    .map((known) => ({
      known,
      strength: strengthOf(known),
      far: Math.abs(Math.log(known.figure.value / figure.value)),
    }))
    .filter(({ strength }) => strength >= vocabulary.grammar.agreement.shared_words)
    .sort((a, b) => b.strength - a.strength || a.far - b.far);
  return rivals[0]?.known ?? null;
}

/** What the text around a figure says of whose it is and which way it goes. */
interface FigureContext {
  readonly owner: string | null;
  readonly course: FigureDirection;
  /** The parties that are named near it. */
  readonly parties: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
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
  };
}

/** True where the ledger's figure can be the one that the text tells: of the same party, going the same way, on the same matter. */
function matchesContext(known: LedgerFigure, { owner, course, parties, words }: FigureContext): boolean {
  if (known.owner !== null && owner !== null && known.owner !== owner) return false;
  if (known.rise !== null && course.rise !== null && known.rise !== course.rise) return false;
  if (known.edge !== null && !fitsEdge(course, known.edge)) return false;
  if (known.beside !== null && !parties.has(known.beside)) return false;
  const isNamed = owner !== null && owner !== PROJECT && known.owner === owner;
  return isNamed || known.words.size === 0 || countSharedWords(words, known.words) > 0;
}

/** A figure holds where an answer with a source says the same. */
export function judgeFigure(
  figure: StatedFigure,
  sentence: Sentence,
  context: StatementContext,
): StatementFinding | null {
  // Once as much as itself says nothing.
  if (figure.of === 'multiple' && figure.value === 1) return null;
  if (isWish(sentence, figure, context.vocabulary)) return null;
  const alike = context.ledger.figures.filter((known) =>
    agrees(figure, known.figure, context.vocabulary.grammar.agreement),
  );
  const figureContext = readFigureContext(figure, sentence, context);
  const supporting = alike.filter((known) => matchesContext(known, figureContext));
  if (supporting.some(({ entry }) => entry.isSourced)) return null;
  const base = { subject: figure.said.trim(), at: figure };
  const [unsourced] = supporting;
  if (unsourced !== undefined)
    return { ...base, id: 'memo/no-source', detail: { criterion: unsourced.entry.criterion } };
  const other = findContradiction(figure, sentence, context);
  if (other === null) return figure.isLoose ? null : { ...base, id: 'memo/no-entry', detail: {} };
  const detail = { criterion: other.entry.criterion, ledger: other.figure.said.trim() };
  return { ...base, id: 'memo/figure-disagrees', detail };
}
