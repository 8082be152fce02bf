import type { Signal, Track, TrackModel } from '../model/rubric.ts';
import { type Block, type Fact, facts, paragraph, ref, refs, underHeading } from '../report/document.ts';
import type { EntryKind } from './entry-kind.ts';

/** The words that speak for a model, the weightiest first. */
function buildSignalBlocks(signals: readonly Signal[]): readonly Block[] {
  const weights = [...new Set(signals.map((signal) => signal.weight))].sort((a, b) => b - a);
  return facts(
    weights.map((weight): Fact => {
      const terms = signals.filter((signal) => signal.weight === weight).map((signal) => signal.term);
      return [`weight ${weight}`, [terms.join(', ')]];
    }),
  );
}

function buildModelBlocks(model: TrackModel, track: Track): readonly Block[] {
  const others = track.models.filter((entry) => entry.id !== model.id).map((entry) => `${track.id}/${entry.id}`);
  return [
    ...paragraph(model.means),
    ...facts([
      ['track', [ref('track', track.id), `: ${track.title}`]],
      others.length === 0 ? null : ['other models', refs('model', others)],
    ]),
    ...underHeading('Words that speak for it', buildSignalBlocks(model.signals)),
  ];
}

export const models: EntryKind = {
  id: 'model',
  plural: 'models',
  means: 'One of the ways to run a business within a track',
  entries: (rubric) =>
    rubric.tracks.flatMap((track) =>
      track.models.map((model) => ({
        id: `${track.id}/${model.id}`,
        title: model.title,
        claims: [],
        blocks: () => buildModelBlocks(model, track),
      })),
    ),
};
