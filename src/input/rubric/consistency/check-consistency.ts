import { getCriterionKind, KIND_IDS } from '../../../criteria/registry.ts';
import type { AnswerCondition, Condition, Gate, Requirement, Rubric, SourceArticle } from '../../../model/rubric.ts';
import { checkDimension, listCriteria } from './check-dimension.ts';
import { checkRegisters } from './check-registers.ts';
import { checkTrack } from './check-track.ts';
import {
  checkClaimIds,
  checkIdExists,
  checkUniqueIds,
  collectKnownIds,
  FILES,
  type FileInconsistency,
  findOutOfOrder,
  type KnownIds,
} from './inconsistency.ts';

const file = FILES.set;

/** The efforts, the least first. */
const EFFORTS = ['hours', 'days', 'weeks', 'months'] as const;

function* checkMarks(marks: readonly number[], at: string): Generator<FileInconsistency> {
  for (const level of findOutOfOrder(marks, (mark, before) => mark >= before))
    yield {
      file,
      at: `${at}/${level}`,
      what: 'the marks must not fall as the level rises',
      why: 'A better answer would be worth less.',
      fix: `Write ${marks[level - 1]} or more for level ${level}, or less for level ${level - 1}.`,
    };
  for (const [level, mark] of [[0, 0] as const, [marks.length - 1, 100] as const])
    if (marks[level] !== mark)
      yield {
        file,
        at: `${at}/${level}`,
        what: 'the marks must go from 0 to 100',
        why: 'Indexes by value functions of different ranges could not be compared.',
        fix: `Write ${mark} for level ${level}.`,
      };
}

/** What is wrong with the value functions and the efforts that a sensitivity analysis uses. */
function* checkRobustness({ robustness, effort_hours: hours, marks: index }: Rubric): Generator<FileInconsistency> {
  const { mark_maps: maps } = robustness;
  const own = index.join(', ');
  yield* checkMarks(index, '/marks');
  yield* checkUniqueIds(maps, file, '/robustness/mark_maps');
  for (const [i, { marks }] of maps.entries()) yield* checkMarks(marks, `/robustness/mark_maps/${i}/marks`);
  if (!maps.some(({ marks }) => marks.join(', ') === own))
    yield {
      file,
      at: '/robustness/mark_maps',
      what: `one of the maps must be that of the index: ${own}`,
      why: 'The sensitivity analysis has to include the index itself.',
      fix: `Add a map with \`marks: [${own}]\`.`,
    };
  const efforts = EFFORTS.map((effort) => hours[effort]);
  for (const i of findOutOfOrder(efforts, (effort, before) => effort > before))
    yield {
      file,
      at: `/effort_hours/${EFFORTS[i]}`,
      what: 'hours, days, weeks and months must increase in this order',
      why: 'They determine the cheapest path to the next band.',
      fix: `Write more than ${efforts[i - 1]}, the value of \`${EFFORTS[i - 1]}\`.`,
    };
}

/** What a single condition on an answer asks that no answer on its criterion can be. */
function* checkAnswerFact(
  leaf: Extract<AnswerCondition, { criterion: unknown }>,
  at: string,
  rubric: Rubric,
): Generator<FileInconsistency> {
  const criterion = rubric.criteria.find(({ id }) => id === leaf.criterion);
  if (criterion === undefined || !KIND_IDS.includes(criterion.kind)) return;
  const file = FILES.implications;
  const kind = getCriterionKind(criterion.kind);
  if ('options' in leaf) {
    const options = criterion.levels.flatMap(({ option }) => (option === null ? [] : [option]));
    for (const [i, option] of leaf.options.entries())
      yield* checkIdExists(file, `${at}/options/${i}`, `option of \`${criterion.id}\``, option, options);
  }
  if ('figure_above' in leaf && kind.figureOf === undefined)
    yield {
      file,
      at: `${at}/figure_above`,
      what: `\`${criterion.id}\` is not answered by a figure`,
      why: 'The condition could never hold.',
      fix: 'Name a criterion of the kind `number`, or write `at_least` with a level.',
    };
  if (!('items' in leaf)) return;
  const facts = kind.itemFacts ?? {};
  for (const [key, value] of Object.entries(leaf.items)) {
    yield* checkIdExists(file, `${at}/items/${key}`, `fact of an item of \`${criterion.id}\``, key, Object.keys(facts));
    if (facts[key] !== undefined && !facts[key].includes(value))
      yield* checkIdExists(file, `${at}/items/${key}`, `\`${key}\``, String(value), facts[key].map(String));
  }
}

/** What a condition names, at any depth, that nothing has. */
function* checkCondition(
  file: string,
  node: Requirement | Condition | AnswerCondition,
  at: string,
  rubric: Rubric,
  lists: KnownIds,
): Generator<FileInconsistency> {
  if ('all' in node)
    for (const [i, part] of node.all.entries()) yield* checkCondition(file, part, `${at}/all/${i}`, rubric, lists);
  else if ('any' in node)
    for (const [i, part] of node.any.entries()) yield* checkCondition(file, part, `${at}/any/${i}`, rubric, lists);
  else if ('not' in node) yield* checkCondition(file, node.not, `${at}/not`, rubric, lists);
  else if ('criterion' in node) {
    yield* checkIdExists(file, `${at}/criterion`, 'criterion', node.criterion, lists.criteria);
    if (!('bound' in node)) yield* checkAnswerFact(node, at, rubric);
  } else if ('gate' in node) yield* checkIdExists(file, `${at}/gate`, 'gate', node.gate, lists.gates);
  else if ('track' in node)
    for (const [i, id] of node.track.entries())
      yield* checkIdExists(file, `${at}/track/${i}`, 'track', id, lists.tracks);
}

function* checkGate(gate: Gate, at: string, rubric: Rubric, lists: KnownIds): Generator<FileInconsistency> {
  const file = FILES.gates;
  yield* checkClaimIds(file, `${at}/claims`, gate.claims, lists);
  for (const [i, id] of (gate.tracks ?? []).entries())
    yield* checkIdExists(file, `${at}/tracks/${i}`, 'track', id, lists.tracks);
  if (gate.kind === 'levels') {
    yield* checkCondition(file, gate.require, `${at}/require`, rubric, lists);
    return;
  }
  const { ease, steps, unless } = gate;
  if (unless !== null) yield* checkCondition(file, unless, `${at}/unless`, rubric, lists);
  yield* checkIdExists(file, `${at}/ease`, 'dimension', ease, lists.dimensions);
  for (const level of findOutOfOrder(steps, (step, before) => step < before))
    yield {
      file,
      at: `${at}/steps/${level}`,
      what: `the multiples must fall as switching gets easier, and ${steps[level]} follows ${steps[level - 1]}`,
      why: 'A buyer who can switch more easily needs a smaller advantage.',
      fix: `Write a multiple under ${steps[level - 1]} for ease level ${level}, or a greater one for ${level - 1}.`,
    };
}

/** Ids under which `explain` finds an entry, with the place of each. Duties are found under their regulation. */
function* listExplainable(rubric: Rubric): Generator<{ id: string; file: string; at: string }> {
  for (const dimension of rubric.dimensions) {
    const file = FILES.dimension(dimension.id);
    yield { id: dimension.id, file, at: '/id' };
    for (const [i, { id }] of listCriteria(dimension, rubric).entries()) yield { id, file, at: `/criteria/${i}/id` };
  }
  for (const { id } of rubric.tracks) yield { id, file: FILES.track(id), at: '/id' };
  for (const [key, file, entries] of [
    ['gates', FILES.gates, rubric.gates],
    ['diagnoses', FILES.diagnoses, rubric.diagnoses],
    ['implications', FILES.implications, rubric.implications],
    ['grades', FILES.evidence, rubric.evidence.grades],
    ['regulations', FILES.regulations, rubric.regulations],
    ['alternatives', FILES.alternatives, rubric.alternatives],
    ['bands', FILES.set, rubric.bands],
  ] as const)
    for (const [i, { id }] of entries.entries()) yield { id, file, at: `/${key}/${i}/id` };
}

function* checkExplainableIds(rubric: Rubric): Generator<FileInconsistency> {
  const seen = new Map<string, string>();
  for (const { id, file, at } of listExplainable(rubric)) {
    const before = seen.get(id);
    seen.set(id, before ?? file);
    if (before === undefined) continue;
    const what = `the id \`${id}\` is already used, in ${before}`;
    const why = '`demandfit explain` finds an entry by its id alone.';
    yield { file, at, what, why, fix: 'Give one of the two another id, also where it is referred to.' };
  }
}

function* checkBands({ bands }: Rubric): Generator<FileInconsistency> {
  for (const [i, band] of bands.entries()) {
    const before = bands[i - 1];
    const place = { file: FILES.set, at: `/bands/${i}/from` };
    if (before === undefined && band.from !== 0)
      yield {
        ...place,
        what: `the bands must begin at 0, and \`${band.id}\` begins at ${band.from}`,
        why: 'An index below the lowest band would have no verdict.',
        fix: 'Write `from: 0`.',
      };
    if (before !== undefined && band.from <= before.from)
      yield {
        ...place,
        what: `the bands must rise: \`${band.id}\` begins at ${band.from}, and \`${before.id}\` before it at ${before.from}`,
        why: 'An index has to fall into one band.',
        fix: `Make \`${band.id}\` begin above ${before.from}, or \`${before.id}\` below ${band.from}.`,
      };
  }
}

function* checkEvidence({ evidence, hosts }: Rubric, lists: KnownIds): Generator<FileInconsistency> {
  const { grades, claims, kinds, contradicted_cap, unknown_owner_cap, class_shown_by } = evidence;
  const file = FILES.evidence;
  const caps = grades.map(({ cap }) => cap);
  const last = caps.length - 1;
  const fail = (i: number, rule: string, fix: string): FileInconsistency => ({
    file,
    at: `/grades/${i}/cap`,
    what: `the caps of the grades must ${rule}`,
    why: 'An answer without evidence earns nothing, and better evidence never earns less.',
    fix,
  });
  if (caps[0] !== 0) yield fail(0, 'begin at 0', 'Write `cap: 0` for the worst grade.');
  for (const i of findOutOfOrder(caps, (cap, before) => cap >= before))
    yield fail(i, 'never fall', `Write a cap of ${caps[i - 1]} or more, or put the grades in order, the worst first.`);
  if (caps[last] !== 4) yield fail(last, 'end at 4', 'Write `cap: 4` for the best grade.');
  yield* checkClaimIds(file, '/claims', claims, lists);
  yield* checkIdExists(file, '/contradicted_cap', 'evidence grade', contradicted_cap, lists.grades);
  yield* checkIdExists(file, '/unknown_owner_cap', 'evidence grade', unknown_owner_cap, lists.grades);
  yield* checkIdExists(file, '/class_shown_by', 'evidence grade', class_shown_by, lists.grades);
  const places = hosts.places.map(({ id }) => id);
  for (const [i, kind] of kinds.entries()) {
    yield* checkIdExists(file, `/kinds/${i}/grade`, 'evidence grade', kind.grade, lists.grades);
    for (const key of ['not_on', 'only_on'] as const)
      for (const [j, id] of kind[key].entries())
        yield* checkIdExists(file, `/kinds/${i}/${key}/${j}`, 'place', id, places);
  }
  yield* checkUniqueIds(hosts.places, FILES.hosts, '/places');
  yield* checkUniqueIds(kinds, file, '/kinds');
}

function* checkClaimRegister({ sections, claims }: SourceArticle, file: string): Generator<FileInconsistency> {
  yield* checkUniqueIds(claims, file, '/claims');
  for (const [i, { section }] of claims.entries())
    yield* checkIdExists(file, `/claims/${i}/section`, 'section', section, Object.keys(sections));
}

/**
 * Every contradiction between the entries of a set whose files each have the right shape; `claimsFile` is the name of
 * the register of claims, as the set gives it.
 */
export function* checkConsistency(rubric: Rubric, claimsFile: string): Generator<FileInconsistency> {
  const lists = collectKnownIds(rubric);
  yield* checkBands(rubric);
  yield* checkEvidence(rubric, lists);
  for (const dimension of rubric.dimensions) yield* checkDimension(dimension, rubric, lists);
  for (const track of rubric.tracks) yield* checkTrack(track, rubric, lists);
  for (const [i, gate] of rubric.gates.entries()) yield* checkGate(gate, `/gates/${i}`, rubric, lists);
  for (const [i, { claims, when }] of rubric.diagnoses.entries()) {
    yield* checkClaimIds(FILES.diagnoses, `/diagnoses/${i}/claims`, claims, lists);
    yield* checkCondition(FILES.diagnoses, when, `/diagnoses/${i}/when`, rubric, lists);
  }
  for (const [i, { when, implies }] of rubric.implications.entries())
    for (const [key, node] of Object.entries({ when, implies }))
      yield* checkCondition(FILES.implications, node, `/implications/${i}/${key}`, rubric, lists);
  yield* checkRobustness(rubric);
  yield* checkRegisters(rubric, lists);
  yield* checkExplainableIds(rubric);
  yield* checkUniqueIds(rubric.rating_rules, FILES.set, '/rating_rules');
  yield* checkUniqueIds(rubric.glossary, FILES.glossary, '/words');
  yield* checkUniqueIds(rubric.workloads, FILES.alternatives, '/workloads');
  yield* checkUniqueIds(rubric.service_classes, FILES.alternatives, '/service_classes');
  for (const [i, { shown_by }] of rubric.service_classes.entries())
    if (shown_by !== null)
      yield* checkIdExists(
        FILES.alternatives,
        `/service_classes/${i}/shown_by`,
        'evidence grade',
        shown_by,
        lists.grades,
      );
  yield* checkUniqueIds(rubric.units, FILES.units, '/units');
  yield* checkClaimRegister(rubric.seeds, claimsFile);
}
