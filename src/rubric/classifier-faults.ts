import { OUTSIDE } from '../classify/score-tracks.ts';
import { tokenise } from '../classify/tokens.ts';
import { conceptOf } from '../learn/learn-classifier.ts';
import type { ClassifierSettings, Track } from '../model/rubric.ts';
import { dangling, type Fault, FILES, type Told } from './fault.ts';

/** What the classifier learns from: its settings, and the texts of each label. */
export interface Lessons {
  readonly settings: ClassifierSettings;
  readonly sentences: readonly { readonly id: string; readonly texts: readonly string[] }[];
}

const saysNothing = (phrase: string): boolean => tokenise(phrase).length === 0;

const wordless = (what: string): Told => ({
  what: `${what} holds no word`,
  why: 'It would be heard in no text.',
  fix: 'Write a word of letters or digits, or take it out.',
});

function conceptFaults({ concepts }: ClassifierSettings): readonly Fault[] {
  return Object.entries(concepts).flatMap(([name, members]) =>
    members.flatMap((member, i) =>
      saysNothing(member)
        ? [{ file: FILES.classifier, pointer: `/concepts/${name}/${i}`, ...wordless(`\`${member}\``) }]
        : [],
    ),
  );
}

function tallyFaults({ concepts, tallies }: ClassifierSettings): readonly Fault[] {
  return Object.entries(tallies).flatMap(([name, tally]) =>
    tally.concepts.flatMap((id, i) =>
      dangling(FILES.classifier, `/tallies/${name}/concepts/${i}`, 'concept', id, Object.keys(concepts)),
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
      return saysNothing(term) ? [{ file, pointer, ...wordless(`the term \`${term}\``) }] : [];
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
      if (first === undefined) return [];
      const what = `this text stands already in ${first}`;
      const why = 'The classifier would count it twice, or for two tracks.';
      return [{ file, pointer: `/texts/${i}`, what, why, fix: 'Take one of the two out, or write it in fresh words.' }];
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
        why: 'A label that nothing teaches would never be heard.',
        fix: `Write invented descriptions into ${FILES.sentences(label)}: an \`id: ${label}\` and a list of \`texts\`.`,
      })),
  ];
}

/** What is wrong with the words that the classifier goes by: phrases without a word, names that no concept has. */
export function classifierFaults(settings: ClassifierSettings, tracks: readonly Track[]): readonly Fault[] {
  const concepts = Object.keys(settings.concepts);
  return [
    ...conceptFaults(settings),
    ...tallyFaults(settings),
    ...tracks.flatMap((track) => signalFaults(track, concepts)),
  ];
}
