import type { Rubric, Track } from '../model/rubric.ts';
import { type Block, facts, list, paragraph, ref, type Text, table, underHeading } from '../report/document.ts';
import { formatFinePercent, formatPoints } from '../report/wording/figures.ts';
import { readsTrack } from './conditions.ts';
import { claimsSection, type EntryKind } from './entry-kind.ts';
import { computeShares } from './shares.ts';

function buildWeightRows(track: Track, rubric: Rubric): readonly Text[][] {
  return rubric.dimensions.map((dimension) => {
    const entry = track.weights[dimension.id];
    return [[ref('dimension', dimension.id)], [formatPoints(entry?.weight ?? 0)], [entry?.reason ?? '']];
  });
}

function listWeightClaims(track: Track): readonly string[] {
  return Object.values(track.weights).flatMap((entry) => entry.claims);
}

/** What the track's own claims and those of its weights come to, each once. */
function listTrackClaims(track: Track): readonly string[] {
  return [...new Set([...track.claims, ...listWeightClaims(track)])];
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
      ['incumbents', [track.incumbents.length === 0 ? 'none' : track.incumbents.join(', ')]],
      ['deciding comparison', deciding],
    ]),
    ...underHeading('Models', list(models)),
    ...underHeading('Weights, of 100', table(['Dimension', 'Weight', 'Reason'], buildWeightRows(track, rubric))),
    ...underHeading('Share of the index', table(['Criterion', 'Share'], buildShareRows(track, rubric))),
    ...underHeading('Gates and diagnoses that read it', list(listReaders(track, rubric))),
    ...underHeading('Duties that pull', table(['Duty', 'Carries', 'Title'], buildDutyRows(track, rubric))),
    ...underHeading(
      'Registered alternatives',
      list(alternatives.map((entry) => [ref('alternative', entry.id), `: ${entry.name}`])),
    ),
    ...claimsSection(rubric, listTrackClaims(track)),
  ];
}

export const tracks: EntryKind = {
  id: 'track',
  plural: 'tracks',
  means: 'A sub-track, with the demand that it meets',
  entries: (rubric) =>
    rubric.tracks.map((track) => ({
      id: track.id,
      title: track.title,
      claims: listTrackClaims(track),
      blocks: () => buildTrackBlocks(track, rubric),
    })),
};
