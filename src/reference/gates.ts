import { rational } from '../model/rational.ts';
import type { Gate, Rubric } from '../model/rubric.ts';
import { multiple, points } from '../render/figures.ts';
import { bandOf } from '../score/verdict.ts';
import { conditionText, leavesOf, readsGate } from './conditions.ts';
import {
  type Block,
  claimsSection,
  type EntryKind,
  facts,
  list,
  paragraph,
  ref,
  refs,
  section,
  type Text,
  table,
} from './page.ts';

type LevelsGate = Extract<Gate, { kind: 'levels' }>;
type BreakEvenGate = Extract<Gate, { kind: 'break-even' }>;

function levelItems(gate: LevelsGate, rubric: Rubric): readonly Text[] {
  return leavesOf(gate.require).flatMap((leaf): Text[] => {
    if (!('at_least' in leaf)) return [];
    const criterion = rubric.criteria.find((entry) => entry.id === leaf.criterion);
    return [
      [ref('criterion', leaf.criterion), ` level ${leaf.at_least}: ${criterion?.levels[leaf.at_least]?.means ?? ''}`],
    ];
  });
}

function levelsBlocks(gate: LevelsGate, rubric: Rubric): Block[] {
  return section('What it requires', paragraph(...conditionText(gate.require)), list(levelItems(gate, rubric)));
}

function breakEvenBlocks(gate: BreakEvenGate, rubric: Rubric): Block[] {
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
  const steps = gate.steps.map((step, level): Text[] => [[String(level)], [multiple(step)]]);
  return [
    ...section(
      'What it requires',
      paragraph(
        'On the deciding comparison of the track, the ratio shown must reach the multiple that the ease of switching asks for. Ease is the mean level of ',
        ref('dimension', gate.ease),
        ', rounded down.',
      ),
      table(['Ease level', 'Multiple needed'], steps),
    ),
    ...section('Deciding comparison', list(deciding)),
  ];
}

function blocksOf(gate: Gate, rubric: Rubric): Block[] {
  const diagnoses = rubric.diagnoses.filter((diagnosis) => readsGate(diagnosis.when, gate.id));
  const best = bandOf(rational(gate.cap), rubric);
  return [
    ...paragraph(gate.why),
    ...facts([
      ['cap', [`${points(gate.cap)} points where it fails, so at best `, ref('band', best.id), `. ${gate.cap_reason}`]],
      ['tracks', gate.tracks === null ? ['all'] : refs('track', gate.tracks)],
      ['passed', [gate.passed]],
      ['failed', [gate.failed]],
    ]),
    ...(gate.kind === 'levels' ? levelsBlocks(gate, rubric) : breakEvenBlocks(gate, rubric)),
    ...section(
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
      blocks: () => blocksOf(gate, rubric),
    })),
};
