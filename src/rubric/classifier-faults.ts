import { OUTSIDE } from '../classify/score-tracks.ts';
import { tokenise } from '../classify/tokens.ts';
import { conceptOf } from '../learn/learn-classifier.ts';
import type { ClassifierSettings, Track } from '../model/rubric.ts';
import { dangling, type Fault, FILES } from './fault.ts';

/** What the classifier learns from: its settings, and the texts of each label. */
export interface Lessons {
  readonly settings: ClassifierSettings;
  readonly sentences: readonly { readonly id: string; readonly texts: readonly string[] }[];
}

const saysNothing = (phrase: string): boolean => tokenise(phrase).length === 0;

function conceptFaults({ concepts }: ClassifierSettings): readonly Fault[] {
  return Object.entries(concepts).flatMap(([name, members]) =>
    members.flatMap((member, i) =>
      saysNothing(member)
        ? [{ file: FILES.classifier, pointer: `/concepts/${name}/${i}`, what: `\`${member}\` holds no word` }]
        : [],
    ),
  );
}

function signalFaults(track: Track, concepts: readonly string[]): readonly Fault[] {
  const file = FILES.track(track.id);
  return track.models.flatMap((model, i) =>
    model.signals.flatMap(({ term }, j): readonly Fault[] => {
      const pointer = `/models/${i}/signals/${j}/term`;
      const concept = conceptOf(term);
      if (concept !== null) return dangling(file, pointer, 'concept', concept, concepts);
      return saysNothing(term) ? [{ file, pointer, what: `the term \`${term}\` holds no word` }] : [];
    }),
  );
}

function repeatedTexts(sentences: Lessons['sentences']): readonly Fault[] {
  const before = new Map<string, string>();
  return sentences.flatMap(({ id, texts }) => {
    const file = FILES.sentences(id);
    return texts.flatMap((text, i) => {
      const key = tokenise(text)
        .map(({ stem }) => stem)
        .join(' ');
      const first = before.get(key);
      before.set(key, first ?? file);
      return first === undefined
        ? []
        : [{ file, pointer: `/texts/${i}`, what: `this text stands already in ${first}` }];
    });
  });
}

/** What is wrong with the texts that the classifier learns from: labels that nothing has, or without a text, texts said twice. */
export function sentenceFaults(sentences: Lessons['sentences'], tracks: readonly Track[]): readonly Fault[] {
  const labels = [...tracks.map(({ id }) => id), OUTSIDE];
  const told = sentences.map(({ id }) => id);
  return [
    ...sentences.flatMap(({ id }) => dangling(FILES.sentences(id), '/id', 'track', id, labels)),
    ...repeatedTexts(sentences),
    ...labels
      .filter((label) => !told.includes(label))
      .map((label) => ({
        file: FILES.sentences(label),
        pointer: '',
        what: `there is no text to learn \`${label}\` from`,
      })),
  ];
}

/** What is wrong with the words that the classifier goes by: phrases without a word, concepts that nothing has. */
export function classifierFaults(settings: ClassifierSettings, tracks: readonly Track[]): readonly Fault[] {
  const concepts = Object.keys(settings.concepts);
  return [...conceptFaults(settings), ...tracks.flatMap((track) => signalFaults(track, concepts))];
}
