import type { Description } from '../model/description.ts';
import { toNumber } from '../model/rational.ts';
import type { Criterion, Rubric, Signal, Track, TrackModel } from '../model/rubric.ts';
import {
  type Block,
  type Fact,
  facts,
  list,
  paragraph,
  ref,
  refs,
  type Text,
  table,
  underHeading,
} from '../report/document.ts';
import { formatFinePercent, formatPoints } from '../report/wording/figures.ts';
import { computeShare, markDimension } from '../score/marks.ts';
import { readAnswers } from '../score/read-answers.ts';
import { createEntryKind } from './entry-kind.ts';
import { readsTrack } from './gates.ts';

/** Answers nothing, so that only the weights of the rubric are left. */
const NO_ANSWERS: Description = {
  name: '',
  offer: null,
  summary: '',
  website: null,
  own_hosts: [],
  reference: false,
  as_of: '1970-01-01',
  track: null,
  sources: [],
  answers: {},
  file: null,
  placeOf: () => null,
};

/** A criterion's share of the index on one track. */
interface CriterionShare {
  readonly criterion: Criterion;
  /** 0 to 1; null where the criterion does not apply. */
  readonly share: number | null;
}

/** The share of the index that each criterion has on `track`, in the rubric's order; taken from the scoring itself. */
export function computeShares(track: Track, rubric: Rubric): readonly CriterionShare[] {
  const readings = readAnswers(NO_ANSWERS, rubric, track, NO_ANSWERS.as_of);
  const dimensions = rubric.dimensions.map((dimension) => markDimension(dimension, track, readings, rubric.marks));
  return readings.map((reading) => ({
    criterion: reading.criterion,
    share: reading.status === 'not-applicable' ? null : toNumber(computeShare(reading, dimensions)),
  }));
}

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

/** A model, whose id begins with that of its track. */
type TrackModelEntry = TrackModel & { readonly track: Track };

function listModels(track: Track): readonly TrackModelEntry[] {
  return track.models.map((model) => ({ ...model, id: `${track.id}/${model.id}`, track }));
}

function buildModelBlocks({ track, ...model }: TrackModelEntry): readonly Block[] {
  const others = listModels(track).flatMap(({ id }) => (id === model.id ? [] : [id]));
  return [
    ...paragraph(model.means),
    ...facts([
      ['track', [ref('track', track.id), `: ${track.title}`]],
      others.length === 0 ? null : ['other models', refs('model', others)],
    ]),
    ...underHeading('Words that point to it', buildSignalBlocks(model.signals)),
  ];
}

export const models = createEntryKind({
  id: 'model',
  plural: 'models',
  means: 'One of the ways to run a business within a track',
  list: (rubric) => rubric.tracks.flatMap(listModels),
  blocks: buildModelBlocks,
});

function buildWeightRows(track: Track, rubric: Rubric): readonly Text[][] {
  return rubric.dimensions.map((dimension) => {
    const entry = track.weights[dimension.id];
    return [[ref('dimension', dimension.id)], [formatPoints(entry?.weight ?? 0)], [entry?.reason ?? '']];
  });
}

/** The claims of the track, its need and its weights, each once. */
function listTrackClaims(track: Track): readonly string[] {
  const ofWeights = Object.values(track.weights).flatMap((entry) => entry.claims);
  return [...new Set([...track.claims, ...track.need.claims, ...ofWeights])];
}

function buildShareRows(track: Track, rubric: Rubric): readonly Text[][] {
  return computeShares(track, rubric).map(({ criterion, share }) => [
    [ref('criterion', criterion.id)],
    [share === null ? `not applicable: ${criterion.not_applicable[track.id] ?? ''}` : formatFinePercent(share)],
  ]);
}

function buildDutyRows(track: Track, rubric: Rubric): readonly Text[][] {
  return rubric.regulations.flatMap((regulation) =>
    regulation.duties.flatMap((duty): Text[][] => {
      const pull = duty.tracks[track.id];
      if (pull === undefined) return [];
      return [[[ref('duty', `${regulation.id}/${duty.id}`)], [`level ${pull.level}`], [duty.title]]];
    }),
  );
}

function listReaders(track: Track, rubric: Rubric): readonly Text[] {
  const gates = rubric.gates.filter((gate) => gate.tracks === null || gate.tracks.includes(track.id));
  const diagnoses = rubric.diagnoses.filter((diagnosis) => readsTrack(diagnosis.when, track.id));
  return [
    ...gates.map((gate): Text => ['gate ', ref('gate', gate.id), `: ${gate.title}`]),
    ...diagnoses.map((entry): Text => ['diagnosis ', ref('diagnosis', entry.id), `: ${entry.title}`]),
  ];
}

function buildTrackBlocks(track: Track, rubric: Rubric): readonly Block[] {
  const { criterion, reason } = track.deciding;
  const alternatives = rubric.alternatives.filter((entry) => entry.track === track.id);
  const deciding: Text = criterion === null ? [`none. ${reason}`] : [ref('criterion', criterion), `. ${reason}`];
  const models = track.models.map(
    (model): Text => [ref('model', `${track.id}/${model.id}`), ` ${model.title}: ${model.means}`],
  );
  return [
    ...paragraph(track.means),
    ...facts([
      ['demand', [track.demand]],
      ['need (not scored)', [`level ${track.need.level} of 4. ${track.need.means}`]],
      ['incumbents', [track.incumbents.length === 0 ? 'none' : track.incumbents.join(', ')]],
      ['deciding comparison', deciding],
    ]),
    ...underHeading('Models', list(models)),
    ...underHeading('Weights, of 100', table(['Dimension', 'Weight', 'Reason'], buildWeightRows(track, rubric))),
    ...underHeading('Share of the index', table(['Criterion', 'Share'], buildShareRows(track, rubric))),
    ...underHeading('Gates and diagnoses that read it', list(listReaders(track, rubric))),
    ...underHeading('Duties with a pull', table(['Duty', 'Supports', 'Title'], buildDutyRows(track, rubric))),
    ...underHeading(
      'Registered alternatives',
      list(alternatives.map((entry) => [ref('alternative', entry.id), `: ${entry.name}`])),
    ),
  ];
}

export const tracks = createEntryKind({
  id: 'track',
  plural: 'tracks',
  means: 'A sub-track, with the demand that it meets',
  list: (rubric) => rubric.tracks.map((track) => ({ ...track, claims: listTrackClaims(track) })),
  blocks: buildTrackBlocks,
});
