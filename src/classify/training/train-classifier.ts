import type { LearningSettings } from '../../model/classifier.ts';
import type { Classifier, ClassifierSettings, Concepts, PhraseTable, Track } from '../../model/rubric.ts';
import { listFunctionWords, readFeatures } from '../features.ts';
import { listRows, writeTable } from '../lookup-table.ts';
import { addPhrase, createPhraseLookup } from '../phrases.ts';
import { computeSmoothedNorm, NO_OFFER, OUTSIDE } from '../score-tracks.ts';
import { tokenise } from '../tokens.ts';
import {
  computeInverseFrequencies,
  computeNaiveBayesWeights,
  type TrainingRow,
  toHundredths,
  trainLogisticRegression,
} from './logistic-regression.ts';
import { type TrainingSentence, trainSentences } from './train-sentences.ts';

/** A text that is known to belong to a label: a track's id, `outside` or `no-offer`. */
export interface TrainingExample {
  readonly label: string;
  readonly text: string;
}

/** The part of a track that the classifier reads. */
export type TrackModels = Pick<Track, 'id'> & {
  readonly models: readonly Pick<Track['models'][number], 'id' | 'signals'>[];
};

/** The name of the concept that a term stands for, or null for a word or phrase. */
export function parseConceptName(term: string): string | null {
  return /^<(.*)>$/u.exec(term)?.[1] ?? null;
}

/**
 * Documents as a classifier meets them, made of the texts: several of one label, with what says nothing of an offer between them, so
 * that long texts are learnt as well as short ones, and words of forms and plans speak for no label.
 */
function composeDocuments(
  examples: readonly TrainingExample[],
  { each, texts, fillers }: LearningSettings['documents'],
): readonly TrainingExample[] {
  const textsOf = (label: string) => examples.filter((one) => one.label === label).map(({ text }) => text);
  const filling = textsOf(NO_OFFER);
  const pick = (from: readonly string[], count: number, start: number) =>
    Array.from({ length: Math.min(count, from.length) }, (_, i) => from[(start * count + i) % from.length] ?? '');
  const labels = [...new Set(examples.map(({ label }) => label))].filter((label) => label !== NO_OFFER);
  return labels.flatMap((label) => {
    const own = textsOf(label);
    return Array.from({ length: each }, (_, n) => {
      const said = pick(own, texts, n);
      const between = pick(filling, fillers, n);
      return { label, text: said.flatMap((text, i) => [...between.slice(i, i + 1), text]).join('\n\n') };
    });
  });
}

/**
 * Learns from examples what the words and concepts of a text say about its track, and from sentences on which questions one bears.
 * Their order matters; nothing else does.
 */
export function trainClassifier(
  examples: readonly TrainingExample[],
  tracks: readonly TrackModels[],
  settings: ClassifierSettings,
  sentences: readonly TrainingSentence[] = [],
  claims: readonly TrainingSentence[] = [],
): Classifier {
  const { learning, concepts, sentences: sentenceSettings, claims: claimSettings, ...kept } = settings;
  const { most_words, doubt } = settings;
  const tells = examples.some(({ label }) => label === NO_OFFER);
  const labels = [...tracks.map(({ id }) => id).sort(), OUTSIDE, ...(tells ? [NO_OFFER] : [])];
  const phrases = readConcepts(concepts);
  const meaningsOf = createPhraseLookup(phrases);
  const functionWords = listFunctionWords(settings);
  const all = [...examples, ...composeDocuments(examples, learning.documents)];
  const texts = all.map(({ text }) => {
    return readFeatures(tokenise(text, most_words), meaningsOf, functionWords, settings);
  });
  const sizes = computeInverseFrequencies(texts, learning.least_texts);
  const names = [...sizes.keys()];
  const columns = new Map(names.map((name, column) => [name, column]));
  const rows = texts.map((text, index) => {
    const known = [...text].filter(([name]) => columns.has(name));
    const values = known.map(([name, { value }]) => value * (sizes.get(name) ?? 0));
    const squares = values.reduce((sum, value) => sum + value * value, 0);
    const length = computeSmoothedNorm(squares, doubt);
    return {
      columns: known.map(([name]) => columns.get(name) ?? 0),
      values: values.map((value) => value / length),
      label: labels.indexOf(all[index]?.label ?? OUTSIDE),
    } satisfies TrainingRow;
  });
  const { byColumn, bias } = trainLogisticRegression(rows, names.length, labels.length, learning);
  const counted = computeNaiveBayesWeights(rows, names.length, labels.length);
  const features = names.map((name, column) => {
    const from = column * labels.length;
    const weights = labels.map((_, label) => {
      return (byColumn[from + label] ?? 0) + learning.counts * (counted[from + label] ?? 0);
    });
    return [name, [sizes.get(name) ?? 0, ...weights.map(toHundredths)]] as const;
  });
  return {
    ...kept,
    labels,
    bias: Array.from(bias, toHundredths),
    phrases: writeTable(Object.entries(phrases)),
    features: writeTable(features),
    models: readModels(tracks, settings),
    sentences: trainSentences(sentences, sentenceSettings),
    // What bears on no question claims nothing either.
    claims: trainSentences([...claims, ...sentences.filter(({ of }) => of.length === 0)], claimSettings),
  };
}

/** What tells the models of each track apart, which is not learnt. */
export function readModels(
  tracks: readonly TrackModels[],
  { concepts }: Pick<ClassifierSettings, 'concepts'>,
): Classifier['models'] {
  return Object.fromEntries(
    tracks.map(({ id, models }) => [
      id,
      models.map((model) => ({ id: model.id, phrases: readSignals(model, concepts) })),
    ]),
  );
}

/** A classifier without the tracks that a set does not have. What was learnt of the others stays. */
export function keepTracks(classifier: Classifier, tracks: readonly Pick<Track, 'id'>[]): Classifier {
  const { labels, bias, features } = classifier;
  const isKept = (label: string) => label === OUTSIDE || label === NO_OFFER || tracks.some(({ id }) => id === label);
  if (labels.every(isKept)) return classifier;
  const pick = <T>(values: readonly T[]) => values.filter((_, index) => isKept(labels[index] ?? ''));
  const rows = listRows(features).map(([key, [size = '', ...weights]]) => [key, [size, ...pick(weights)]] as const);
  return { ...classifier, labels: pick(labels), bias: pick(bias), features: writeTable(rows) };
}

function readConcepts(concepts: Concepts): PhraseTable<string> {
  const table = new Map<string, string[]>();
  for (const [concept, members] of Object.entries(concepts)) {
    for (const member of members) addPhrase(table, member, concept);
  }
  return Object.fromEntries(table);
}

function readSignals({ signals }: TrackModels['models'][number], concepts: Concepts): PhraseTable<number> {
  const table = new Map<string, number[]>();
  for (const { term, weight } of signals) {
    const concept = parseConceptName(term);
    for (const phrase of concept === null ? [term] : (concepts[concept] ?? [])) addPhrase(table, phrase, weight);
  }
  return Object.fromEntries(table);
}
