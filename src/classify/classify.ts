import type { Classifier } from '../model/classifier.ts';
import type { Classification } from '../model/report.ts';
import { listDecidingWords } from './deciding-words.ts';
import { readFeatures } from './features.ts';
import { createLookup, type Lookup } from './lookup-table.ts';
import { createPhraseLookup, findPhrases } from './phrases.ts';
import { OUTSIDE, rankTracks, scoreLabels, weighFeatures } from './score-tracks.ts';
import { tokenise } from './tokens.ts';

interface ClassifierLookups {
  readonly meaningsOf: Lookup;
  readonly learntOf: Lookup;
}

const LOOKUPS = new WeakMap<Classifier, ClassifierLookups>();

/** What reads a classifier's tables, made once for each, so that a stream of texts finds again what was found. */
function getLookups(classifier: Classifier): ClassifierLookups {
  const known = LOOKUPS.get(classifier);
  if (known !== undefined) return known;
  const made = { meaningsOf: createLookup(classifier.phrases), learntOf: createLookup(classifier.features) };
  LOOKUPS.set(classifier, made);
  return made;
}

/** The track that a text speaks for, by its words alone. Any text works; one without a known word is outside. */
export function classify(text: string, classifier: Classifier): Classification {
  const tokens = tokenise(text, classifier.most_words);
  const stems = tokens.map(({ stem }) => stem);
  const { meaningsOf, learntOf } = getLookups(classifier);
  const found = readFeatures(stems, meaningsOf, classifier);
  const weighed = weighFeatures(found, learntOf, classifier.doubt);
  const ranked = rankTracks(scoreLabels(weighed, classifier), classifier);
  const [first, second] = ranked;
  const contenders = ranked.slice(0, 2).map(({ track }) => ({ track, index: classifier.labels.indexOf(track) }));
  const basis = {
    ranked,
    margin: (first?.share ?? 0) - (second?.share ?? 0),
    words: listDecidingWords(contenders, weighed, tokens, text),
  };
  const close = second !== undefined && basis.margin < classifier.undecided_margin ? second.track : null;
  if (first === undefined || first.track === OUTSIDE) {
    return { status: 'outside', track: null, model: null, between: [], close, ...basis };
  }
  const { track } = first;
  const model = pickModel(track, stems, classifier);
  return close !== null && close !== OUTSIDE
    ? { status: 'undecided', track, model, between: [track, close], close: null, ...basis }
    : { status: 'decided', track, model, between: [], close, ...basis };
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
