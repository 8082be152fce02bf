import { NO_OFFER, OUTSIDE } from '../../../classify/score-tracks.ts';
import { tokenise } from '../../../classify/tokens.ts';
import { parseConceptName } from '../../../classify/training/train-classifier.ts';
import type { trainingClaimsFile, trainingSentencesFile } from '../../../model/classifier.ts';
import type { ClassifierSettings, Criterion, Track } from '../../../model/rubric.ts';
import type { AcceptedValue } from '../../../model/schema/schema.ts';
import { checkIdExists, FILES, type FileInconsistency } from './inconsistency.ts';

/** What the classifier learns from: its settings, and the texts of each label. */
export interface ClassifierTrainingData {
  readonly settings: ClassifierSettings;
  readonly texts: readonly { readonly id: string; readonly texts: readonly string[] }[];
}

function* checkWord(phrase: string, name: string, file: string, pointer: string): Generator<FileInconsistency> {
  if (tokenise(phrase).length > 0) return;
  const why = 'It would never match.';
  yield {
    file,
    at: pointer,
    what: `${name} contains no word`,
    why,
    fix: 'Write a word of letters or digits, or remove it.',
  };
}

/** What is wrong with the words that the classifier goes by: phrases without a word, names that no concept has. */
export function* checkClassifier(settings: ClassifierSettings, tracks: readonly Track[]): Generator<FileInconsistency> {
  const concepts = Object.keys(settings.concepts);
  for (const [name, members] of Object.entries(settings.concepts))
    for (const [i, member] of members.entries())
      yield* checkWord(member, `\`${member}\``, FILES.classifier, `/concepts/${name}/${i}`);
  for (const [name, tally] of Object.entries(settings.tallies))
    for (const [i, id] of tally.concepts.entries())
      yield* checkIdExists(FILES.classifier, `/tallies/${name}/concepts/${i}`, 'concept', id, concepts);
  for (const track of tracks)
    for (const [i, model] of track.models.entries())
      for (const [j, { term }] of model.signals.entries()) {
        const [file, pointer] = [FILES.track(track.id), `/models/${i}/signals/${j}/term`];
        const concept = parseConceptName(term);
        if (concept === null) yield* checkWord(term, `the term \`${term}\``, file, pointer);
        else yield* checkIdExists(file, pointer, 'concept', concept, concepts);
      }
}

/** What is wrong with the texts that the classifier learns from: unknown labels, labels without a text, duplicate texts. */
export function* checkTrainingTexts(
  trainingTexts: ClassifierTrainingData['texts'],
  tracks: readonly Track[],
): Generator<FileInconsistency> {
  const labels = [...tracks.map(({ id }) => id), OUTSIDE];
  const known = new Map<string, string>();
  for (const { id, texts } of trainingTexts) {
    const file = FILES.trainingTexts(id);
    yield* checkIdExists(file, '/id', 'track', id, [...labels, NO_OFFER]);
    for (const [i, text] of texts.entries()) {
      const key = tokenise(text)
        .map(({ stem }) => stem)
        .join(' ');
      const first = known.get(key);
      known.set(key, first ?? file);
      if (first !== undefined)
        yield {
          file,
          at: `/texts/${i}`,
          what: `duplicate text, already in ${first}`,
          why: 'The classifier would count it twice, or for two tracks.',
          fix: 'Remove one of the two, or rewrite it.',
        };
    }
  }
  for (const label of labels)
    if (!trainingTexts.some(({ id }) => id === label))
      yield {
        file: FILES.trainingTexts(label),
        at: '',
        what: `there is no training text for \`${label}\``,
        why: 'The classifier could never choose it.',
        fix: `Write invented descriptions into ${FILES.trainingTexts(label)}: an \`id: ${label}\` and a list of \`texts\`.`,
      };
}

/** Sentences that are said to claim an option that the set does not have. */
export function* checkTrainingClaims(
  files: readonly AcceptedValue<typeof trainingClaimsFile>[],
  criteria: readonly Pick<Criterion, 'id' | 'levels'>[],
): Generator<FileInconsistency> {
  const ids = criteria.map(({ id }) => id);
  for (const { id, claims, less } of files) {
    const file = FILES.trainingClaims(id);
    for (const [i, { criterion }] of less.entries())
      yield* checkIdExists(file, `/less/${i}/criterion`, 'criterion', criterion, ids);
    for (const [i, { criterion, option }] of claims.entries()) {
      yield* checkIdExists(file, `/claims/${i}/criterion`, 'criterion', criterion, ids);
      const options = criteria.find((entry) => entry.id === criterion)?.levels.flatMap((level) => level.option ?? []);
      if (option !== undefined && options !== undefined)
        yield* checkIdExists(file, `/claims/${i}/option`, 'option', option, options);
    }
  }
}

/** Sentences that are said to bear on the question of a criterion that the set does not have. */
export function* checkTrainingSentences(
  files: readonly AcceptedValue<typeof trainingSentencesFile>[],
  criteria: readonly string[],
): Generator<FileInconsistency> {
  for (const { id, sentences } of files)
    for (const [i, { of }] of sentences.entries())
      for (const [j, criterion] of of.entries())
        yield* checkIdExists(FILES.trainingSentences(id), `/sentences/${i}/of/${j}`, 'criterion', criterion, criteria);
}
