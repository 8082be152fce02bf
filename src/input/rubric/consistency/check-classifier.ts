import { OUTSIDE } from '../../../classify/score-tracks.ts';
import { tokenise } from '../../../classify/tokens.ts';
import { parseConceptName } from '../../../classify/training/train-classifier.ts';
import type { ClassifierSettings, Track } from '../../../model/rubric.ts';
import { checkIdExists, FILES, type FileInconsistency, type InconsistencyText } from './inconsistency.ts';

/** What the classifier learns from: its settings, and the texts of each label. */
export interface ClassifierTrainingData {
  readonly settings: ClassifierSettings;
  readonly texts: readonly { readonly id: string; readonly texts: readonly string[] }[];
}

const isWordless = (phrase: string): boolean => tokenise(phrase).length === 0;

const explainWordless = (what: string): InconsistencyText => ({
  what: `${what} holds no word`,
  why: 'It would be heard in no text.',
  fix: 'Write a word of letters or digits, or take it out.',
});

function checkConcepts({ concepts }: ClassifierSettings): readonly FileInconsistency[] {
  return Object.entries(concepts).flatMap(([name, members]) =>
    members.flatMap((member, i) =>
      isWordless(member)
        ? [{ file: FILES.classifier, pointer: `/concepts/${name}/${i}`, ...explainWordless(`\`${member}\``) }]
        : [],
    ),
  );
}

function checkTallies({ concepts, tallies }: ClassifierSettings): readonly FileInconsistency[] {
  return Object.entries(tallies).flatMap(([name, tally]) =>
    tally.concepts.flatMap((id, i) =>
      checkIdExists(FILES.classifier, `/tallies/${name}/concepts/${i}`, 'concept', id, Object.keys(concepts)),
    ),
  );
}

function checkSignals(track: Track, concepts: readonly string[]): readonly FileInconsistency[] {
  const file = FILES.track(track.id);
  return track.models.flatMap((model, i) =>
    model.signals.flatMap(({ term }, j): readonly FileInconsistency[] => {
      const pointer = `/models/${i}/signals/${j}/term`;
      const concept = parseConceptName(term);
      if (concept !== null) return checkIdExists(file, pointer, 'concept', concept, concepts);
      return isWordless(term) ? [{ file, pointer, ...explainWordless(`the term \`${term}\``) }] : [];
    }),
  );
}

function checkUniqueTexts(trainingTexts: ClassifierTrainingData['texts']): readonly FileInconsistency[] {
  const before = new Map<string, string>();
  return trainingTexts.flatMap(({ id, texts }) => {
    const file = FILES.trainingTexts(id);
    return texts.flatMap((text, i) => {
      const key = tokenise(text)
        .map(({ stem }) => stem)
        .join(' ');
      const first = before.get(key);
      before.set(key, first ?? file);
      if (first === undefined) return [];
      const what = `this text stands already in ${first}`;
      const why = 'The classifier would count it twice, or for two tracks.';
      return [{ file, pointer: `/texts/${i}`, what, why, fix: 'Take one of the two out, or write it in fresh words.' }];
    });
  });
}

/** What is wrong with the texts that the classifier learns from: labels that nothing has, or without a text, texts said twice. */
export function checkTrainingTexts(
  trainingTexts: ClassifierTrainingData['texts'],
  tracks: readonly Track[],
): readonly FileInconsistency[] {
  const labels = [...tracks.map(({ id }) => id), OUTSIDE];
  const told = trainingTexts.map(({ id }) => id);
  return [
    ...trainingTexts.flatMap(({ id }) => checkIdExists(FILES.trainingTexts(id), '/id', 'track', id, labels)),
    ...checkUniqueTexts(trainingTexts),
    ...labels
      .filter((label) => !told.includes(label))
      .map((label) => ({
        file: FILES.trainingTexts(label),
        pointer: '',
        what: `there is no text to learn \`${label}\` from`,
        why: 'A label that nothing teaches would never be heard.',
        fix: `Write invented descriptions into ${FILES.trainingTexts(label)}: an \`id: ${label}\` and a list of \`texts\`.`,
      })),
  ];
}

/** What is wrong with the words that the classifier goes by: phrases without a word, names that no concept has. */
export function checkClassifier(settings: ClassifierSettings, tracks: readonly Track[]): readonly FileInconsistency[] {
  const concepts = Object.keys(settings.concepts);
  return [
    ...checkConcepts(settings),
    ...checkTallies(settings),
    ...tracks.flatMap((track) => checkSignals(track, concepts)),
  ];
}
