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

function sentenceFaults(sentences: Lessons['sentences'], labels: readonly string[]): readonly Fault[] {
  const before = new Map<string, string>();
  return sentences.flatMap(({ id, texts }) => {
    const file = FILES.sentences(id);
    const repeats = texts.flatMap((text, i) => {
      const key = tokenise(text)
        .map(({ stem }) => stem)
        .join(' ');
      const first = before.get(key);
      before.set(key, first ?? file);
      return first === undefined
        ? []
        : [{ file, pointer: `/texts/${i}`, what: `this text stands already in ${first}` }];
    });
    return [...dangling(file, '/id', 'track', id, labels), ...repeats];
  });
}

/** What is wrong with what the classifier learns from: phrases without a word, names that nothing has, texts said twice. */
export function classifierFaults({ settings, sentences }: Lessons, tracks: readonly Track[]): readonly Fault[] {
  const labels = [...tracks.map(({ id }) => id), OUTSIDE];
  const told = sentences.map(({ id }) => id);
  return [
    ...conceptFaults(settings),
    ...tracks.flatMap((track) => signalFaults(track, Object.keys(settings.concepts))),
    ...sentenceFaults(sentences, labels),
    ...labels
      .filter((label) => !told.includes(label))
      .map((label) => ({
        file: FILES.sentences(label),
        pointer: '',
        what: `there is no text to learn \`${label}\` from`,
      })),
  ];
}
