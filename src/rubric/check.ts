import { compileKnowledge } from '../classify/knowledge.ts';
import { KIND_IDS, kindOf } from '../kinds/registry.ts';
import { areAlike } from '../kinds/units.ts';
import type { Condition, Criterion, Gate, Requirement, Rubric, Track } from '../model/rubric.ts';

/** A contradiction between entries of a rubric set: the file and the JSON pointer where it shows, and what is wrong. */
export interface Fault {
  readonly file: string;
  readonly pointer: string;
  readonly what: string;
  /** The id that was written and those that exist, for a suggestion. */
  readonly word?: string;
  readonly candidates?: readonly string[];
}

/** The file of a set that holds an entry. */
export const FILES = {
  set: 'rubric.yaml',
  evidence: 'evidence.yaml',
  gates: 'gates.yaml',
  diagnoses: 'diagnoses.yaml',
  regulations: 'regulations.yaml',
  alternatives: 'alternatives.yaml',
  units: 'units.yaml',
  classifier: 'classifier.yaml',
  dimension: (id: string) => `dimensions/${id}.yaml`,
  track: (id: string) => `tracks/${id}.yaml`,
} as const;

interface Lists {
  readonly criteria: readonly string[];
  readonly dimensions: readonly string[];
  readonly tracks: readonly string[];
  readonly grades: readonly string[];
  readonly kinds: readonly string[];
  readonly gates: readonly string[];
  readonly claims: readonly string[];
}

function listsOf(rubric: Rubric): Lists {
  const idsOf = (entries: readonly { id: string }[]) => entries.map((entry) => entry.id);
  return {
    criteria: idsOf(rubric.criteria),
    dimensions: idsOf(rubric.dimensions),
    tracks: idsOf(rubric.tracks),
    grades: idsOf(rubric.evidence.grades),
    kinds: idsOf(rubric.evidence.kinds),
    gates: idsOf(rubric.gates),
    claims: idsOf(rubric.seeds.claims),
  };
}

function dangling(
  file: string,
  pointer: string,
  what: string,
  word: string,
  candidates: readonly string[],
): readonly Fault[] {
  return candidates.includes(word)
    ? []
    : [{ file, pointer, what: `there is no ${what} \`${word}\``, word, candidates }];
}

function claimFaults(file: string, pointer: string, claims: readonly string[], lists: Lists): readonly Fault[] {
  return claims.flatMap((id, i) => dangling(file, `${pointer}/${i}`, 'claim', id, lists.claims));
}

function rising(values: readonly number[]): boolean {
  return values.every((value, i) => i === 0 || value > (values[i - 1] ?? value));
}

function criterionFaults(criterion: Criterion, at: string, rubric: Rubric, lists: Lists): readonly Fault[] {
  const file = FILES.dimension(criterion.dimension);
  const fault = (pointer: string, what: string): Fault => ({ file, pointer: at + pointer, what });
  const found: Fault[] = [...claimFaults(file, `${at}/claims`, criterion.claims, lists)];
  if (!KIND_IDS.includes(criterion.kind))
    return [...found, ...dangling(file, `${at}/kind`, 'kind of criterion', criterion.kind, KIND_IDS)];
  if (criterion.levels.some((level, i) => level.level !== i))
    found.push(fault('/levels', 'levels must be 0, 1, 2, 3, 4 in this order'));
  const inner = kindOf(criterion.kind).faultOf(criterion);
  if (inner !== null) found.push(fault('/levels', inner));
  for (const [grade, cap] of Object.entries(criterion.caps)) {
    found.push(...dangling(file, `${at}/caps/${grade}`, 'evidence grade', grade, lists.grades));
    const general = rubric.evidence.grades.find((entry) => entry.id === grade);
    if (general !== undefined && cap > general.cap)
      found.push(
        fault(`/caps/${grade}`, `a criterion may lower the cap of a grade, never raise it above ${general.cap}`),
      );
  }
  const caps = rubric.evidence.grades.map((grade) => criterion.caps[grade.id] ?? grade.cap);
  if (caps.some((cap, i) => cap < (caps[i - 1] ?? cap)))
    found.push(fault('/caps', 'a better grade must carry at least as much as a worse one'));
  if (Object.keys(criterion.caps).length > 0 && criterion.caps_reason === null)
    found.push(fault('/caps', 'lower caps need a `caps_reason`'));
  for (const track of Object.keys(criterion.not_applicable))
    found.push(...dangling(file, `${at}/not_applicable/${track}`, 'track', track, lists.tracks));
  return found;
}

function trackFaults(track: Track, rubric: Rubric, lists: Lists): readonly Fault[] {
  const file = FILES.track(track.id);
  const found: Fault[] = [...claimFaults(file, '/claims', track.claims, lists)];
  for (const [id, weight] of Object.entries(track.weights)) {
    found.push(...dangling(file, `/weights/${id}`, 'dimension', id, lists.dimensions));
    found.push(...claimFaults(file, `/weights/${id}/claims`, weight.claims, lists));
  }
  for (const dimension of rubric.dimensions) {
    if (track.weights[dimension.id] === undefined)
      found.push({ file, pointer: '/weights', what: `the weight of \`${dimension.id}\` is missing; 0 is allowed` });
    const counted = rubric.criteria.filter(
      (c) => c.dimension === dimension.id && c.not_applicable[track.id] === undefined,
    );
    if (counted.every((c) => c.weight === 0))
      found.push({
        file,
        pointer: '',
        what: `no criterion of \`${dimension.id}\` with a weight applies on this track`,
      });
  }
  const sum = Object.values(track.weights).reduce((total, entry) => total + entry.weight, 0);
  if (sum !== 100) found.push({ file, pointer: '/weights', what: `the weights sum to ${sum}, not to 100` });
  const { criterion } = track.deciding;
  if (criterion !== null) {
    found.push(...dangling(file, '/deciding/criterion', 'criterion', criterion, lists.criteria));
    const entry = rubric.criteria.find((c) => c.id === criterion);
    if (entry !== undefined && (entry.kind !== 'comparison' || entry.not_applicable[track.id] !== undefined)) {
      found.push({
        file,
        pointer: '/deciding/criterion',
        what: 'the deciding criterion must be a comparison that applies on this track',
      });
    }
  }
  return found;
}

function leavesOf(
  node: Requirement | Condition,
  pointer: string,
): readonly { leaf: Requirement | Condition; pointer: string }[] {
  if ('all' in node) return node.all.flatMap((part, i) => leavesOf(part, `${pointer}/all/${i}`));
  if ('any' in node) return node.any.flatMap((part, i) => leavesOf(part, `${pointer}/any/${i}`));
  if ('not' in node) return leavesOf(node.not, `${pointer}/not`);
  return [{ leaf: node, pointer }];
}

function leafFaults(file: string, root: Requirement | Condition, at: string, lists: Lists): readonly Fault[] {
  return leavesOf(root, at).flatMap(({ leaf, pointer }) => {
    if ('criterion' in leaf) return dangling(file, `${pointer}/criterion`, 'criterion', leaf.criterion, lists.criteria);
    if ('gate' in leaf) return dangling(file, `${pointer}/gate`, 'gate', leaf.gate, lists.gates);
    if ('track' in leaf)
      return leaf.track.flatMap((id, i) => dangling(file, `${pointer}/track/${i}`, 'track', id, lists.tracks));
    return [];
  });
}

function gateFaults(gate: Gate, at: string, lists: Lists): readonly Fault[] {
  const file = FILES.gates;
  const tracks = (gate.tracks ?? []).flatMap((id, i) => dangling(file, `${at}/tracks/${i}`, 'track', id, lists.tracks));
  const own =
    gate.kind === 'levels'
      ? leafFaults(file, gate.require, `${at}/require`, lists)
      : [
          ...dangling(file, `${at}/ease`, 'dimension', gate.ease, lists.dimensions),
          ...(rising([...gate.steps].reverse())
            ? []
            : [{ file, pointer: `${at}/steps`, what: 'the multiples must fall as switching gets easier' }]),
        ];
  return [...claimFaults(file, `${at}/claims`, gate.claims, lists), ...tracks, ...own];
}

function registerFaults(rubric: Rubric, lists: Lists): readonly Fault[] {
  const found: Fault[] = [];
  rubric.regulations.forEach((regulation, i) => {
    regulation.sources.forEach((source, j) => {
      found.push(
        ...dangling(FILES.regulations, `/regulations/${i}/sources/${j}/kind`, 'source kind', source.kind, lists.kinds),
      );
    });
    regulation.duties.forEach((duty, j) => {
      for (const track of Object.keys(duty.tracks))
        found.push(
          ...dangling(FILES.regulations, `/regulations/${i}/duties/${j}/tracks/${track}`, 'track', track, lists.tracks),
        );
    });
  });
  const [workloads, classes] = [rubric.workloads.map((w) => w.id), rubric.service_classes.map((c) => c.id)];
  const units = rubric.units.map((unit) => unit.id);
  rubric.alternatives.forEach((entry, i) => {
    const [file, at] = [FILES.alternatives, `/alternatives/${i}`];
    found.push(
      ...dangling(file, `${at}/criterion`, 'criterion', entry.criterion, lists.criteria),
      ...dangling(file, `${at}/track`, 'track', entry.track, lists.tracks),
      ...dangling(file, `${at}/workload`, 'workload', entry.workload, workloads),
      ...dangling(file, `${at}/service_class`, 'service class', entry.service_class, classes),
      ...dangling(file, `${at}/unit`, 'unit', entry.unit, units),
      ...entry.figures.flatMap((figure, j) =>
        dangling(file, `${at}/figures/${j}/source/kind`, 'source kind', figure.source.kind, lists.kinds),
      ),
    );
    const rival = rubric.alternatives.find(
      (other) =>
        other.workload === entry.workload && other.better !== entry.better && areAlike(other.unit, entry.unit, rubric),
    );
    if (rival !== undefined)
      found.push({
        file,
        pointer: `${at}/better`,
        what: `\`${rival.id}\` has the same workload and unit and the other direction`,
      });
  });
  rubric.units.forEach((unit, i) => {
    if (unit.base !== null)
      found.push(
        ...dangling(
          FILES.units,
          `/units/${i}/base`,
          'unit',
          unit.base,
          units.filter((id) => id !== unit.id),
        ),
      );
    const base = rubric.units.find((other) => other.id === unit.base);
    if (base !== undefined && base.base !== null)
      found.push({ file: FILES.units, pointer: `/units/${i}/base`, what: 'a base must not convert further' });
  });
  return found;
}

/** Ids under which `explain` finds an entry, with the file of each. Duties are found under their regulation. */
function explainable(rubric: Rubric): readonly { id: string; file: string }[] {
  const from = (entries: readonly { id: string }[], file: string) => entries.map(({ id }) => ({ id, file }));
  return [
    ...rubric.dimensions.map(({ id }) => ({ id, file: FILES.dimension(id) })),
    ...rubric.criteria.map(({ id, dimension }) => ({ id, file: FILES.dimension(dimension) })),
    ...rubric.tracks.map(({ id }) => ({ id, file: FILES.track(id) })),
    ...from(rubric.gates, FILES.gates),
    ...from(rubric.diagnoses, FILES.diagnoses),
    ...from(rubric.evidence.grades, FILES.evidence),
    ...from(rubric.regulations, FILES.regulations),
    ...from(rubric.alternatives, FILES.alternatives),
    ...from(rubric.bands, FILES.set),
  ];
}

function duplicateFaults(rubric: Rubric): readonly Fault[] {
  const seen = new Map<string, string>();
  return explainable(rubric).flatMap(({ id, file }) => {
    const before = seen.get(id);
    seen.set(id, before ?? file);
    return before === undefined ? [] : [{ file, pointer: '', what: `the id \`${id}\` is taken already, in ${before}` }];
  });
}

function classifierFault(rubric: Rubric): readonly Fault[] {
  try {
    compileKnowledge(rubric.tracks, rubric.classifier);
    return [];
  } catch (error) {
    return [{ file: FILES.classifier, pointer: '', what: error instanceof Error ? error.message : String(error) }];
  }
}

/** Every contradiction between the entries of a set whose files each have the right shape. */
export function faultsOf(rubric: Rubric): readonly Fault[] {
  const lists = listsOf(rubric);
  const { evidence, bands } = rubric;
  const found: Fault[] = [];
  if (bands[0]?.from !== 0 || !rising(bands.map((band) => band.from))) {
    found.push({ file: FILES.set, pointer: '/bands', what: 'the bands must begin at 0 and rise' });
  }
  const caps = evidence.grades.map((grade) => grade.cap);
  if (caps[0] !== 0 || caps.at(-1) !== 4 || caps.some((cap, i) => cap < (caps[i - 1] ?? cap))) {
    found.push({
      file: FILES.evidence,
      pointer: '/grades',
      what: 'the caps of the grades must begin at 0, never fall and end at 4',
    });
  }
  found.push(...claimFaults(FILES.evidence, '/claims', evidence.claims, lists));
  found.push(...dangling(FILES.evidence, '/own_host_cap', 'evidence grade', evidence.own_host_cap, lists.grades));
  evidence.kinds.forEach((kind, i) => {
    found.push(...dangling(FILES.evidence, `/kinds/${i}/grade`, 'evidence grade', kind.grade, lists.grades));
  });
  for (const dimension of rubric.dimensions) {
    const file = FILES.dimension(dimension.id);
    found.push(...claimFaults(file, '/claims', dimension.claims, lists));
    const own = rubric.criteria.filter((criterion) => criterion.dimension === dimension.id);
    own.forEach((criterion, i) => {
      found.push(...criterionFaults(criterion, `/criteria/${i}`, rubric, lists));
    });
  }
  found.push(...rubric.tracks.flatMap((track) => trackFaults(track, rubric, lists)));
  found.push(...rubric.gates.flatMap((gate, i) => gateFaults(gate, `/gates/${i}`, lists)));
  rubric.diagnoses.forEach((diagnosis, i) => {
    found.push(...claimFaults(FILES.diagnoses, `/diagnoses/${i}/claims`, diagnosis.claims, lists));
    found.push(...leafFaults(FILES.diagnoses, diagnosis.when, `/diagnoses/${i}/when`, lists));
  });
  return [...found, ...registerFaults(rubric, lists), ...duplicateFaults(rubric), ...classifierFault(rubric)];
}
