import type { Classifier } from '../model/classifier.ts';
import { rememberByObject } from '../model/remember.ts';
import type { Classification, DecidingWord } from '../model/report.ts';
import { listFunctionWords, listSellingWords, readFeatures } from './features.ts';
import { isEnglish } from './language.ts';
import { createLookup, type Lookup } from './lookup-table.ts';
import { createPhraseLookup, findPhrases } from './phrases.ts';
import {
  countSilenceAsOutside,
  lacksOffer,
  OUTSIDE,
  rankTracks,
  scoreLabels,
  type WeightedFeature,
  weighFeatures,
} from './score-tracks.ts';
import { type Token, tokenise } from './tokens.ts';

/** A label whose words are listed, with its place among the scores. */
interface CandidateLabel {
  readonly track: string;
  readonly index: number;
}

/**
 * The words behind the scores of the contenders as the text writes them, strongest first whatever their sign, ties in
 * order of track and text. One entry for each spelling and contender. The finds of a word or concept share its points
 * evenly, so that the weights of a contender add up to its score less its bias. What a text lacks stands in words of the
 * rubric.
 */
function listDecidingWords(
  contenders: readonly CandidateLabel[],
  weighed: readonly WeightedFeature[],
  tokens: readonly Token[],
  text: string,
): readonly DecidingWord[] {
  const bySpelling = new Map<string, { readonly text: string; readonly weights: number[] }>();
  const add = (spelling: string, written: string, points: readonly number[], parts: number): void => {
    const entry = bySpelling.get(spelling) ?? { text: written, weights: contenders.map(() => 0) };
    bySpelling.set(spelling, entry);
    for (const [place, { index }] of contenders.entries()) {
      entry.weights[place] = (entry.weights[place] ?? 0) + (points[index] ?? 0) / parts;
    }
  };
  for (const { places, points, lacks } of weighed) {
    // In brackets, which no spelling begins with.
    if (lacks !== null) add(`(${lacks})`, `(${lacks})`, points, 1);
    for (const { from, to } of places) {
      const written = text.slice(tokens[from]?.start, tokens[to - 1]?.end);
      add(written.toLowerCase(), written, points, places.length);
    }
  }
  return [...bySpelling.values()]
    .flatMap(({ text: written, weights }) =>
      contenders.map(({ track }, place) => ({ text: written, track, weight: weights[place] ?? 0 })),
    )
    .filter(({ weight }) => weight !== 0)
    .sort(compareByStrength);
}

function compareByStrength(a: DecidingWord, b: DecidingWord): number {
  return Math.abs(b.weight) - Math.abs(a.weight) || compareText(a.track, b.track) || compareText(a.text, b.text);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

interface ClassifierLookups {
  readonly meaningsOf: Lookup;
  readonly learntOf: Lookup;
  /** Stems of the words that every English sentence is made of. */
  readonly functionWords: ReadonlySet<string>;
  readonly sellingWords: ReadonlySet<string>;
}

/** What reads a classifier's tables, made once for each, so that a stream of texts finds again what was found. */
const getLookups = rememberByObject(
  (classifier: Classifier): ClassifierLookups => ({
    meaningsOf: createLookup(classifier.phrases),
    learntOf: createLookup(classifier.features),
    functionWords: listFunctionWords(classifier),
    sellingWords: listSellingWords(classifier),
  }),
);

/** A classification that says nothing of the track. */
function leaveUnclassified(status: 'not-english' | 'no-offer'): Classification {
  return { status, track: null, model: null, between: [], ranked: [], margin: 0, words: [] };
}

/** The track that a text speaks for, by its words alone. Any text works; one of another language or without an offer is told as such. */
export function classify(text: string, classifier: Classifier): Classification {
  const tokens = tokenise(text, classifier.most_words);
  const stems = tokens.map(({ stem }) => stem);
  const { meaningsOf, learntOf, functionWords, sellingWords } = getLookups(classifier);
  if (isEnglish(text, tokens, functionWords, learntOf, classifier) === false) return leaveUnclassified('not-english');
  const found = readFeatures(tokens, meaningsOf, functionWords, classifier);
  const weighed = weighFeatures(found, learntOf, classifier.doubt);
  const isSale = stems.some((stem) => sellingWords.has(stem));
  const learnt = scoreLabels(weighed, classifier);
  const scores = isSale ? countSilenceAsOutside(learnt, classifier) : learnt;
  if (weighed.length === 0 || (!isSale && lacksOffer(scores, classifier))) return leaveUnclassified('no-offer');
  const ranked = rankTracks(scores, classifier);
  const [first, second] = ranked;
  const contenders = ranked.slice(0, 2).map(({ track }) => ({ track, index: classifier.labels.indexOf(track) }));
  const margin = (first?.share ?? 0) - (second?.share ?? 0);
  const between = margin < classifier.undecided_margin ? contenders.map(({ track }) => track) : [];
  const track = (between.length === 0 ? ranked.slice(0, 1) : contenders).find((one) => one.track !== OUTSIDE)?.track;
  return {
    status: track === undefined ? 'outside' : between.length === 0 ? 'decided' : 'undecided',
    track: track ?? null,
    model: track === undefined ? null : pickModel(track, stems, classifier),
    between,
    ranked,
    margin,
    /** Worked out when asked for: a line has none. */
    get words() {
      return listDecidingWords(contenders, weighed, tokens, text);
    },
  };
}

/** The track of what a description offers: its offer in a few words, then its summary. */
export function classifyOffer(
  { offer, summary }: { readonly offer: string | null; readonly summary: string },
  classifier: Classifier,
): Classification {
  return classify(offer === null ? summary : `${offer}.\n\n${summary}`, classifier);
}

/**
 * The track of a document: what says in short what it is of, such as its title and the sentence that says what is sold, then its
 * passages up to the words that an opening has. What follows is how the thing is made, and by whom.
 */
export function classifyDocument(
  heads: readonly string[],
  passages: readonly string[],
  classifier: Classifier,
): Classification {
  const { words, least } = classifier.documents;
  const said: string[] = [];
  let count = 0;
  for (const passage of passages) {
    if (count >= words) break;
    const tokens = tokenise(passage, words - count);
    if (tokens.length < least) continue;
    said.push(passage.slice(0, tokens.at(-1)?.end));
    count += tokens.length;
  }
  // Short passages are labels and bylines, unless there is nothing else.
  const opening = said.length === 0 ? passages.slice(0, words) : said;
  return classify([...heads, ...opening].join('\n\n'), classifier);
}

/** The model whose phrases weigh most, each counted once, the earlier one on a tie; null where none is above 0. */
function pickModel(track: string, stems: readonly string[], { models }: Classifier): string | null {
  let best: { readonly id: string | null; readonly score: number } = { id: null, score: 0 };
  for (const { id, phrases } of models[track] ?? []) {
    const said = new Map(
      findPhrases(createPhraseLookup(phrases), stems).map(({ from, to, meant }) => [
        stems.slice(from, to).join(' '),
        meant,
      ]),
    );
    const score = [...said.values()].reduce((sum, weight) => sum + weight, 0);
    if (score > best.score) best = { id, score };
  }
  return best.id;
}
