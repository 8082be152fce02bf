import type { ClassifierSettings, ConceptNeed, Signal, Track } from '../model/rubric.ts';
import { parseTerm, readGroups, type Side } from './term.ts';
import { addPhrase, emptyNode, type PhraseNode } from './trie.ts';

/** A signal whose sides are numbers in the trie. */
export interface CompiledSignal {
  readonly left: number;
  /** The other side of a `~` term. */
  readonly right: number | null;
  readonly weight: number;
}

export interface CompiledTrack {
  readonly id: string;
  readonly signals: readonly CompiledSignal[];
  readonly needs: readonly ConceptNeed[];
  readonly models: readonly { readonly id: string; readonly signals: readonly CompiledSignal[] }[];
}

/** Everything that `classify` reads. Build it once for a rubric; nothing changes it afterwards. */
export interface ClassifierKnowledge {
  readonly settings: ClassifierSettings;
  readonly root: PhraseNode;
  readonly sideCount: number;
  readonly tracks: readonly CompiledTrack[];
  readonly evidence: ReadonlyMap<string, { readonly full: number; readonly signals: readonly CompiledSignal[] }>;
  readonly outside: readonly CompiledSignal[];
}

/** The part of a track that the classifier reads. */
export type TrackSignals = Pick<Track, 'id' | 'signals'> & {
  readonly models: readonly Pick<Track['models'][number], 'id' | 'signals'>[];
};

/**
 * Turns the signals of tracks and settings into one trie.
 * Throws on a term that `parseTerm` refuses and on a name of evidence that is not listed: the rubric's checks come first.
 */
export function compileKnowledge(tracks: readonly TrackSignals[], settings: ClassifierSettings): ClassifierKnowledge {
  const root = emptyNode();
  const groups = readGroups(settings.groups);
  const numbers = new Map<string, number>();
  const numberOf = (side: Side): number => {
    const known = numbers.get(side.key);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(side.key, number);
    for (const phrase of side.phrases) addPhrase(root, phrase, number);
    return number;
  };
  const compile = ({ term, weight }: Signal): CompiledSignal => {
    const parsed = parseTerm(term, groups);
    if (!parsed.ok) throw new Error(`Term \`${term}\`: ${parsed.fault}.`);
    const [left, right] = parsed.sides;
    return { left: numberOf(left), right: right === undefined ? null : numberOf(right), weight };
  };

  const evidence = new Map(
    Object.entries(settings.evidence).map(([id, { full, signals }]) => [id, { full, signals: signals.map(compile) }]),
  );
  for (const id of [...settings.needs, ...settings.outside.eased_by].flatMap((entry) => entry.evidence)) {
    if (!evidence.has(id)) throw new Error(`There is no evidence \`${id}\`.`);
  }
  const compiledTracks = tracks.map(({ id, signals, models }) => ({
    id,
    signals: signals.map(compile),
    needs: settings.needs.filter((need) => need.tracks.includes(id)),
    models: models.map((model) => ({ id: model.id, signals: model.signals.map(compile) })),
  }));
  const outside = settings.outside.signals.map(compile);
  return { settings, root, sideCount: numbers.size, tracks: compiledTracks, evidence, outside };
}
