import { toRational } from '../model/rational.ts';
import type { AnswerCondition, Condition, Diagnosis, Gate, Implication, Requirement, Rubric } from '../model/rubric.ts';
import {
  type Block,
  facts,
  joinTexts,
  list,
  paragraph,
  ref,
  refs,
  type Text,
  table,
  underHeading,
} from '../report/document.ts';
import { formatMultiple, formatPoints } from '../report/wording/figures.ts';
import { findBand } from '../score/verdict.ts';
import { createEntryKind } from './entry-kind.ts';

type ConditionNode = Requirement | Condition | AnswerCondition;
type ConditionLeaf = Exclude<ConditionNode, { all: unknown } | { any: unknown } | { not: unknown }>;

/** The single conditions of a requirement, a diagnosis or an implication, from left to right. */
export function listLeaves(node: ConditionNode): readonly ConditionLeaf[] {
  if ('all' in node) return node.all.flatMap(listLeaves);
  if ('any' in node) return node.any.flatMap(listLeaves);
  return 'not' in node ? listLeaves(node.not) : [node];
}

export function readsCriterion(node: ConditionNode, id: string): boolean {
  return listLeaves(node).some((leaf) => 'criterion' in leaf && leaf.criterion === id);
}

export function readsGate(node: ConditionNode, id: string): boolean {
  return listLeaves(node).some((leaf) => 'gate' in leaf && leaf.gate === id);
}

export function readsTrack(node: ConditionNode, id: string): boolean {
  return listLeaves(node).some((leaf) => 'track' in leaf && leaf.track.includes(id));
}

function describeLeaf(leaf: ConditionLeaf): Text {
  if ('gate' in leaf) return [ref('gate', leaf.gate), ` is ${leaf.is.join(' or ')}`];
  if ('track' in leaf) return ['the track is ', ...refs('track', leaf.track, ' or ')];
  if ('answered' in leaf) return [ref('criterion', leaf.criterion), leaf.answered ? ' is answered' : ' is unknown'];
  const criterion = ref('criterion', leaf.criterion);
  if ('options' in leaf) return [criterion, ` is ${leaf.options.join(' or ')}`];
  if ('figure_above' in leaf) return [criterion, ` is above ${leaf.figure_above}`];
  if ('items' in leaf) {
    const facts = Object.entries(leaf.items).map(([key, value]) => `${key}: ${value}`);
    const count = 'below' in leaf ? `fewer than ${leaf.below}` : `${leaf.at_least} or more`;
    return [criterion, ` has ${count}${facts.length === 0 ? '' : ` with ${facts.join(', ')}`}`];
  }
  const at = 'bound' in leaf ? ` at ${leaf.bound}` : '';
  const level = 'below' in leaf ? `below level ${leaf.below}` : `at level ${leaf.at_least} or more`;
  return [criterion, ` ${level}${at}`];
}

function describeNested(node: ConditionNode): Text {
  const isLeaf = !('all' in node || 'any' in node || 'not' in node);
  return isLeaf ? describeLeaf(node) : ['(', ...describeCondition(node), ')'];
}

/** A requirement or condition in words; what is nested stands in brackets. */
export function describeCondition(node: ConditionNode): Text {
  if ('all' in node) return joinTexts(node.all.map(describeNested), ' and ');
  if ('any' in node) return joinTexts(node.any.map(describeNested), ' or ');
  return 'not' in node ? ['not ', ...describeNested(node.not)] : describeLeaf(node);
}

function buildDiagnosisBlocks(diagnosis: Diagnosis, rubric: Rubric): readonly Block[] {
  return [
    ...paragraph(diagnosis.means),
    ...facts([
      ['route', [`${diagnosis.route}. ${diagnosis.advice}`]],
      ['watch', [diagnosis.trigger]],
      [
        'order',
        [
          `${rubric.diagnoses.indexOf(diagnosis) + 1} of ${rubric.diagnoses.length}; the first that applies is the diagnosis`,
        ],
      ],
    ]),
    ...underHeading('When it applies', paragraph(...describeCondition(diagnosis.when))),
  ];
}

export const diagnoses = createEntryKind({
  id: 'diagnosis',
  plural: 'diagnoses',
  means: 'A cause that holds a project back, with a route',
  list: (rubric) => rubric.diagnoses,
  blocks: buildDiagnosisBlocks,
  columns: ({ route }) => ({ route }),
});

function buildImplicationBlocks({ why, when, implies }: Implication): readonly Block[] {
  return [
    ...paragraph(why),
    ...underHeading('When a description says', paragraph(...describeCondition(when))),
    ...underHeading('It also says', paragraph(...describeCondition(implies))),
  ];
}

export const implications = createEntryKind({
  id: 'implication',
  plural: 'implications',
  means: 'An answer that follows from another; a description that says otherwise contradicts itself',
  list: (rubric) => rubric.implications.map((entry) => ({ ...entry, means: entry.why })),
  blocks: buildImplicationBlocks,
});

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
        'On the deciding comparison of the track, the ratio shown must reach the multiple that the ease of switching requires. Ease is the mean level of ',
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
        [
          `${formatPoints(gate.cap)} points if it does not pass, so at best `,
          ref('band', best.id),
          `. ${gate.cap_reason}`,
        ],
      ],
      ['tracks', gate.tracks === null ? ['all'] : refs('track', gate.tracks)],
      ['passed', [gate.passed]],
      ['failed', [gate.failed]],
    ]),
    ...(gate.kind === 'levels' ? buildLevelsBlocks(gate, rubric) : buildBreakEvenBlocks(gate, rubric)),
    ...underHeading(
      'Used by',
      list(diagnoses.map((entry) => ['diagnosis ', ref('diagnosis', entry.id), `: ${entry.title}`])),
    ),
  ];
}

export const gates = createEntryKind({
  id: 'gate',
  plural: 'gates',
  means: 'A condition that caps the index if it does not pass',
  list: (rubric) => rubric.gates.map((gate) => ({ ...gate, means: gate.why })),
  blocks: buildGateBlocks,
  columns: ({ cap, tracks }) => ({ cap, tracks: tracks?.join(', ') ?? 'all' }),
});
