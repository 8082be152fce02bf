import { toRational } from '../model/rational.ts';
import type { Gate, Rubric } from '../model/rubric.ts';
import { type Block, facts, list, paragraph, ref, refs, type Text, table, underHeading } from '../report/document.ts';
import { formatMultiple, formatPoints } from '../report/wording/figures.ts';
import { findBand } from '../score/verdict.ts';
import { describeCondition, listLeaves, readsGate } from './conditions.ts';
import { claimsSection, type EntryKind } from './entry-kind.ts';

type LevelsGateEntry = Extract<Gate, { kind: 'levels' }>;
type BreakEvenGateEntry = Extract<Gate, { kind: 'break-even' }>;

function listRequiredLevels(gate: LevelsGateEntry, rubric: Rubric): readonly Text[] {
  return listLeaves(gate.require).flatMap((leaf): Text[] => {
    if (!('at_least' in leaf)) return [];
    const criterion = rubric.criteria.find((entry) => entry.id === leaf.criterion);
    return [
      [ref('criterion', leaf.criterion), ` level ${leaf.at_least}: ${criterion?.levels[leaf.at_least]?.means ?? ''}`],
    ];
  });
}

function buildLevelsBlocks(gate: LevelsGateEntry, rubric: Rubric): readonly Block[] {
  return underHeading(
    'What it requires',
    paragraph(...describeCondition(gate.require)),
    list(listRequiredLevels(gate, rubric)),
  );
}

function buildBreakEvenBlocks(gate: BreakEvenGateEntry, rubric: Rubric): readonly Block[] {
  const guarded = rubric.tracks.filter((track) => gate.tracks === null || gate.tracks.includes(track.id));
  const deciding = guarded.map((track): Text => {
    const { criterion, reason } = track.deciding;
    return [
      ref('track', track.id),
      ': ',
      ...(criterion === null ? ['does not apply'] : [ref('criterion', criterion)]),
      `. ${reason}`,
    ];
  });
  const steps = gate.steps.map((step, level): Text[] => [[String(level)], [formatMultiple(step)]]);
  return [
    ...underHeading(
      'What it requires',
      paragraph(
        'On the deciding comparison of the track, the ratio shown must reach the multiple that the ease of switching asks for. Ease is the mean level of ',
        ref('dimension', gate.ease),
        ', rounded down.',
      ),
      table(['Ease level', 'Multiple needed'], steps),
    ),
    ...underHeading('Deciding comparison', list(deciding)),
  ];
}

function buildGateBlocks(gate: Gate, rubric: Rubric): readonly Block[] {
  const diagnoses = rubric.diagnoses.filter((diagnosis) => readsGate(diagnosis.when, gate.id));
  const best = findBand(toRational(gate.cap), rubric);
  return [
    ...paragraph(gate.why),
    ...facts([
      [
        'cap',
        [`${formatPoints(gate.cap)} points where it fails, so at best `, ref('band', best.id), `. ${gate.cap_reason}`],
      ],
      ['tracks', gate.tracks === null ? ['all'] : refs('track', gate.tracks)],
      ['passed', [gate.passed]],
      ['failed', [gate.failed]],
    ]),
    ...(gate.kind === 'levels' ? buildLevelsBlocks(gate, rubric) : buildBreakEvenBlocks(gate, rubric)),
    ...underHeading(
      'Read by',
      list(diagnoses.map((entry) => ['diagnosis ', ref('diagnosis', entry.id), `: ${entry.title}`])),
    ),
    ...claimsSection(rubric, gate.claims),
  ];
}

export const gates: EntryKind = {
  id: 'gate',
  plural: 'gates',
  means: 'A condition that caps the index where it fails',
  entries: (rubric) =>
    rubric.gates.map((gate) => ({
      id: gate.id,
      title: gate.title,
      claims: gate.claims,
      blocks: () => buildGateBlocks(gate, rubric),
    })),
};
