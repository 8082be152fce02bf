import type { DocumentQuote } from '../model/reading.ts';
import type { Rubric } from '../model/rubric.ts';
import type { Passage, PassageSpan } from '../prose/passage.ts';
import { compilePhrases, hasMatch, listBothCases, toAlternation, WORD_END } from '../prose/phrase-patterns.ts';
import { classifySection, type DocumentProse, listSentences, quoteSpan, toBareHeading } from './document-prose.ts';

/** What speaks for a sentence as the one that says what is sold, in points. */
const POINTS = {
  /** The project or who writes does something for somebody. */
  named: 4,
  subject: 2.5,
  labelled: 3,
  section: 1.5,
  opening: 1,
  /** The first sentence of its paragraph. */
  first: 0.5,
  /** Right under a heading, as the line under a title: "A ledger for machines". */
  tagline: 1.5,
  quoted: -1,
  item: -1,
  against: -1.5,
  /** For each passage that is before it. */
  later: -0.005,
} as const;
const LEAST_POINTS = 1;
const FEWEST_WORDS = 5;
const MOST_WORDS = 70;

function toOfferPatterns(name: string | null, { reading: { offers } }: Rubric) {
  const [short = ''] = name?.split(' ') ?? [];
  const names = name === null ? [] : [name, ...(short.length > 3 || /\d/.test(short) ? [short] : [])];
  const aside = '(?:,? \\([^()]{1,60}\\))?(?:, [^,]{1,80},)?';
  const does = `(?:'s|\\u2019s)?${aside} (?:${toAlternation(offers.adverbs)} ){0,4}${toAlternation(offers.verbs)}${WORD_END}`;
  const lead = '(?:[^,]{1,60}, )?(?:[Tt]he |[Oo]ur )?(?:\\p{L}{1,12} ){0,3}?';
  const heading = (phrases: readonly string[]) => new RegExp(`^${toAlternation(phrases)}${WORD_END}`, 'iu');
  return {
    named: names.length === 0 ? null : new RegExp(`^${lead}${toAlternation(names)}${does}`, 'u'),
    subject: new RegExp(`^(?:[^,]{1,60}, )?${toAlternation(listBothCases(offers.subjects))}${does}`, 'u'),
    label: new RegExp(`^(?:an? )?${toAlternation(offers.labels)}\\s*[:?]\\s*`, 'iu'),
    otherLabel: /^\p{L}[^:.!?]{1,40}:\s/u,
    isSection: heading(offers.sections),
    isNotSection: heading(offers.not_sections),
    against: compilePhrases(offers.against),
  };
}

type OfferPatterns = ReturnType<typeof toOfferPatterns>;

interface OfferCandidate {
  readonly passage: Passage;
  readonly span: PassageSpan;
  readonly points: number;
}

/** A heading in the order of the passages counts as the label of what is right under it. */
function rateSentence(
  text: string,
  passage: Passage,
  isLabelled: boolean,
  isFirst: boolean,
  isUnderHeading: boolean,
  at: number,
  patterns: OfferPatterns,
): number {
  const words = text.split(/\s+/).length;
  if (words < FEWEST_WORDS || words > MOST_WORDS || text.endsWith('?') || text.endsWith(':')) return 0;
  const heading = toBareHeading(passage.sections.at(-1) ?? '');
  const isOpening = passage.sections.length < 2;
  const isTold = isLabelled || patterns.isSection.test(heading);
  let points = at * POINTS.later;
  if (patterns.named !== null && hasMatch(patterns.named, text)) points += POINTS.named;
  else if (hasMatch(patterns.subject, text)) points += POINTS.subject;
  else if (isFirst && isUnderHeading && (isTold || isOpening)) points += POINTS.tagline;
  else if (!isLabelled) return 0;
  if (isLabelled) points += POINTS.labelled;
  if (patterns.isSection.test(heading)) points += POINTS.section;
  if (isOpening) points += POINTS.opening;
  if (isFirst) points += POINTS.first;
  if (passage.quoted.some(({ from, to }) => from === 0 && to === passage.text.length)) points += POINTS.quoted;
  if (passage.isItem) points += POINTS.item;
  return points + new Set(text.toLowerCase().match(patterns.against)).size * POINTS.against;
}

function listCandidates(
  { passages }: DocumentProse,
  rubric: Rubric,
  patterns: OfferPatterns,
): readonly OfferCandidate[] {
  return passages.flatMap((passage, at) => {
    if (passage.depth !== null || passage.row !== null || classifySection(passage, rubric) !== null) return [];
    if (passage.sections.some((heading) => patterns.isNotSection.test(toBareHeading(heading)))) return [];
    const label = patterns.label.exec(passage.text)?.[0] ?? '';
    const isLabelled = label !== '';
    const isUnderHeading = at === 0 || passages[at - 1]?.depth !== null;
    if (!isLabelled && patterns.otherLabel.test(passage.text) && passage.text.length < 120) return [];
    return listSentences(passage, rubric).map((sentence, place) => {
      const from = place === 0 ? Math.max(sentence.from, label.length) : sentence.from;
      const text = passage.text.slice(from, sentence.to).trim();
      const points = rateSentence(text, passage, isLabelled, place === 0, isUnderHeading, at, patterns);
      return { passage, span: { from, to: sentence.to }, points };
    });
  });
}

/** The sentence that says what is sold; null where none does. */
export function findOffer(proses: readonly DocumentProse[], name: string | null, rubric: Rubric): DocumentQuote | null {
  const patterns = toOfferPatterns(name, rubric);
  for (const prose of proses) {
    const best = listCandidates(prose, rubric, patterns).reduce<OfferCandidate | null>(
      (most, one) => (one.points > (most?.points ?? LEAST_POINTS) ? one : most),
      null,
    );
    if (best !== null) return quoteSpan(prose, best.passage, best.span);
  }
  return null;
}
