import type { DocumentQuote } from '../model/reading.ts';
import type { Rubric } from '../model/rubric.ts';
import type { Passage, PassageSpan } from '../prose/passage.ts';
import { compilePhrases, hasMatch, listBothCases, toAlternation, WORD_END } from '../prose/phrase-patterns.ts';
import { classifySection, type DocumentProse, listSentences, quoteSpan, toBareHeading } from './document-prose.ts';
import { isKindOfDocument } from './read-facts.ts';

/** What speaks for a sentence as the one that says what is sold, in points. */
const POINTS = {
  /** The project or who writes does something for somebody. */
  named: 4,
  subject: 2.5,
  /** Users can do something. */
  audience: 1.5,
  labelled: 3,
  section: 1.5,
  opening: 1,
  /** The first sentence of its paragraph. */
  first: 0.5,
  /** A thing that is for something: "A ledger that keeps receipts". */
  thing: 2,
  /** Right under a heading, as the line under a title: "A ledger for machines". */
  tagline: 1.5,
  quoted: -1,
  item: -1,
  against: -1.5,
  /** For each passage that is before it. */
  later: -0.015,
  latest: -2.5,
} as const;
/** An item with a label further down is about something else than the whole. */
const FIRST_PASSAGES = 15;
const LEAST_POINTS = 1;
const FEWEST_WORDS = 5;
const FEWEST_SUBTITLE_WORDS = 3;
const MOST_WORDS = 70;

function toOfferPatterns(offerers: readonly string[], { reading, statements }: Rubric) {
  const { offers } = reading;
  const names = offerers.flatMap((name) => {
    const [short = ''] = name.split(' ');
    return short.length > 3 || /\d/.test(short) ? [name, short] : [name];
  });
  const aside = '(?:,? \\([^()]{1,60}\\))?(?:, [^,]{1,80},)?';
  const isDenied = `(?! ${toAlternation(statements.negations)}${WORD_END})`;
  const does = `(?:'s|\\u2019s)?${aside} (?:${toAlternation(offers.adverbs)} ){0,4}${toAlternation(offers.verbs)}${WORD_END}${isDenied}`;
  // "Heron \u2013 a ledger for machines".
  const isThing = `(?:${does}| ?[\\u2013\\u2014=:-] (?:[Aa]n?|[Tt]he)${WORD_END})`;
  const lead = '(?:[^,]{1,60}, )?(?:[Tt]he |[Oo]ur )?(?:\\p{L}{1,12} ){0,3}?';
  const heading = (phrases: readonly string[]) => new RegExp(`^${toAlternation(phrases)}${WORD_END}`, 'iu');
  return {
    named: names.length === 0 ? null : new RegExp(`^${lead}${toAlternation(names)}${isThing}`, 'u'),
    subject: new RegExp(
      `^(?:[^,]{1,60}, |${toAlternation(listBothCases(offers.means))},? )?${toAlternation(listBothCases(offers.subjects))}${does}` +
        `|^${toAlternation(listBothCases(offers.means))},? ${toAlternation([...offers.subjects, ...offers.audiences])} `,
      'u',
    ),
    audience: new RegExp(
      `^${toAlternation(listBothCases(offers.audiences))} (?:\\p{L}{1,20} ){0,3}?${toAlternation(offers.adverbs)} `,
      'u',
    ),
    thing: new RegExp(
      `^(?:An?|The) (?:[\\p{L}\\p{N}-]{1,24},? ){0,7}${toAlternation(statements.things)}${WORD_END}`,
      'iu',
    ),
    isLabel: new RegExp(`^(?:an? )?${toAlternation(offers.labels)}$`, 'iu'),
    label: new RegExp(`^(?:an? )?${toAlternation(offers.labels)}\\s*[:?]\\s*`, 'iu'),
    isForm: compilePhrases(reading.noise.form.filter((phrase) => !/[*.]/.test(phrase))),
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
  if (words < FEWEST_WORDS || words > MOST_WORDS || text.endsWith('?')) return 0;
  const isNamed = patterns.named !== null && hasMatch(patterns.named, text);
  if (text.endsWith(':') && !isNamed) return 0;
  if (hasMatch(patterns.isForm, text)) return 0;
  const heading = toBareHeading(passage.sections.at(-1) ?? '');
  const isOpening = passage.sections.length < 2;
  const isTold = isLabelled || patterns.isSection.test(heading);
  let points = Math.max(at * POINTS.later, POINTS.latest);
  if (isNamed) points += POINTS.named;
  else if (hasMatch(patterns.subject, text)) points += POINTS.subject;
  else if (hasMatch(patterns.audience, text)) points += POINTS.audience;
  else if ((isTold || isOpening) && hasMatch(patterns.thing, text)) points += POINTS.thing;
  else if (isFirst && (isUnderHeading ? isTold || isOpening : isOpening && at < FIRST_PASSAGES))
    points += POINTS.tagline;
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
    const isUnderHeading = at === 0 || passages[at - 1]?.depth !== null;
    const heading = isUnderHeading ? toBareHeading(passage.sections.at(-1) ?? '') : '';
    const label = patterns.label.exec(passage.text)?.[0] ?? '';
    const isFar = passage.isItem && at > FIRST_PASSAGES;
    const isLabelled = (label !== '' && !isFar) || patterns.isLabel.test(heading);
    if (!isLabelled && patterns.otherLabel.test(passage.text)) return [];
    return listSentences(passage, rubric).map((sentence, place) => {
      const from = place === 0 ? Math.max(sentence.from, label.length) : sentence.from;
      const text = passage.text.slice(from, sentence.to).trim();
      const points = rateSentence(text, passage, isLabelled, place === 0, isUnderHeading, at, patterns);
      return { passage, span: { from, to: sentence.to }, points };
    });
  });
}

/** What a title says behind the name: "Heron: a ledger for machines". */
function findSubtitle(prose: DocumentProse, name: string, rubric: Rubric): DocumentQuote | null {
  for (const passage of prose.passages.slice(0, 6)) {
    const at = passage.text.indexOf(name);
    const end = passage.lines.find((line) => line > at) ?? passage.text.length;
    const behind = at === -1 ? '' : passage.text.slice(at + name.length, end);
    const lead = /^\s*[:\u2013\u2014|-]\s+/.exec(behind)?.[0] ?? '';
    if (
      lead !== '' &&
      !isKindOfDocument(behind.slice(lead.length), rubric) &&
      behind.trim().split(/\s+/).length > FEWEST_SUBTITLE_WORDS
    )
      return quoteSpan(prose, passage, { from: at + name.length + lead.length, to: end });
  }
  return null;
}

/** The sentence that says what is sold; null where none does. @param team that may be named as who sells it. */
export function findOffer(
  proses: readonly DocumentProse[],
  name: string | null,
  team: string | null,
  rubric: Rubric,
): DocumentQuote | null {
  const patterns = toOfferPatterns(
    [name, team].filter((one) => one !== null),
    rubric,
  );
  for (const prose of proses) {
    const best = listCandidates(prose, rubric, patterns).reduce<OfferCandidate | null>(
      (most, one) => (one.points > (most?.points ?? LEAST_POINTS) ? one : most),
      null,
    );
    if (best !== null) return quoteSpan(prose, best.passage, best.span);
  }
  for (const prose of proses) {
    const subtitle = name === null ? null : findSubtitle(prose, name, rubric);
    if (subtitle !== null) return subtitle;
  }
  return null;
}
