import type { SourceUse } from '../model/report.ts';
import type { GateStatusChange, LevelChangeCause } from '../model/report-outcome.ts';
import type { AnsweredReading, CriterionReading } from './read-answers.ts';
import type { Score } from './score-on-track.ts';

/** The gates whose status differs in a later score, in the order of its rubric. */
export function findGateStatusChanges(before: Score, after: Score): readonly GateStatusChange[] {
  const gates = new Map([...after.gates, ...before.gates].map(({ gate }) => [gate.id, gate.title]));
  const statusIn = (score: Score, id: string): GateStatusChange['from'] =>
    score.gates.find(({ gate }) => gate.id === id)?.status ?? 'absent';
  return [...gates].flatMap(([id, title]) => {
    const [from, to] = [statusIn(before, id), statusIn(after, id)];
    return from === to ? [] : [{ gate: id, title, from, to }];
  });
}

function mapSourcesById({ reading }: AnsweredReading): ReadonlyMap<string, SourceUse> {
  const uses = [...reading.graded.sources, ...reading.items.flatMap(({ sources }) => sources)];
  return new Map(uses.map((use) => [use.id, use]));
}

function findSourceCauses(before: AnsweredReading, after: AnsweredReading): readonly LevelChangeCause[] {
  const [old, now] = [mapSourcesById(before), mapSourcesById(after)];
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((source): readonly LevelChangeCause[] => {
    const [was, is] = [old.get(source), now.get(source)];
    if (was === undefined) return [{ kind: 'source-cited', source, date: is?.date ?? null }];
    if (is === undefined) return [{ kind: 'source-dropped', source, date: was.date }];
    const began = is.lowered.filter((lowering) => !was.lowered.includes(lowering));
    const ended = was.lowered.filter((lowering) => !is.lowered.includes(lowering));
    const lowered = [
      ...began.map((lowering) => ({ lowering, began: true })),
      ...ended.map((lowering) => ({ lowering, began: false })),
    ];
    if (lowered.length > 0)
      return lowered.map((entry) => ({ kind: 'source-lowered', source, date: is.date, ...entry }));
    return was.grade === is.grade ? [] : [{ kind: 'source-graded', source, from: was.grade, to: is.grade }];
  });
}

function findItemCauses(
  { reading: old }: AnsweredReading,
  { reading: now }: AnsweredReading,
): readonly LevelChangeCause[] {
  const titles = [...new Set([...old.items, ...now.items].map(({ title }) => title))];
  return titles.flatMap((title): readonly LevelChangeCause[] => {
    const from = old.items.find((item) => item.title === title)?.reason ?? null;
    const to = now.items.find((item) => item.title === title)?.reason ?? null;
    return from === to ? [] : [{ kind: 'item', title, from, to }];
  });
}

/** The same alternative at another figure; another alternative shows in what is said. */
function findAlternativeCauses(before: AnsweredReading, after: AnsweredReading): readonly LevelChangeCause[] {
  const [was, is] = [before.reading.comparison?.best, after.reading.comparison?.best];
  if (was == null || is == null || was.name !== is.name || was.unit !== is.unit) return [];
  const { name, unit, value: to } = is;
  return was.value === to ? [] : [{ kind: 'alternative', name, unit, from: was.value, to }];
}

/** What differs between two readings of one criterion: its items, the alternative, its sources. */
export function findChangeCauses(
  before: CriterionReading | undefined,
  after: CriterionReading | undefined,
): readonly LevelChangeCause[] {
  if (before?.status !== 'answered' || after?.status !== 'answered') return [];
  const found = [
    ...findItemCauses(before, after),
    ...findAlternativeCauses(before, after),
    ...findSourceCauses(before, after),
  ];
  const isSame = before.reading.said === after.reading.said && found.length === 0;
  const hasMoved = before.levels.supported !== after.levels.supported;
  // The register's own documents are not sources of the description, so they show in nothing but the level.
  return isSame && hasMoved && after.reading.comparison !== null ? [{ kind: 'register' }] : found;
}
