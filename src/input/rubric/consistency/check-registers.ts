import { areCompatibleUnits } from '../../../criteria/rivals.ts';
import type { DiagnosticText } from '../../../model/diagnostic.ts';
import type { Alternative, Rubric } from '../../../model/rubric.ts';
import { lacksRatio } from './check-dimension.ts';
import { checkIdExists, checkUniqueIds, FILES, type FileInconsistency, type KnownIds } from './inconsistency.ts';

function* checkRegulations(rubric: Rubric, lists: KnownIds): Generator<FileInconsistency> {
  const file = FILES.regulations;
  for (const [i, { sources, duties }] of rubric.regulations.entries()) {
    for (const [j, { kind }] of sources.entries())
      yield* checkIdExists(file, `/regulations/${i}/sources/${j}/kind`, 'source kind', kind, lists.kinds);
    yield* checkUniqueIds(duties, file, `/regulations/${i}/duties`);
    for (const [j, { tracks, dates, until, means }] of duties.entries()) {
      const at = `/regulations/${i}/duties/${j}`;
      for (const [track, { level }] of Object.entries(tracks)) {
        yield* checkIdExists(file, `${at}/tracks/${track}`, 'track', track, lists.tracks);
        const capping = rubric.criteria.find(({ cases }) => (cases[means] ?? level) < level);
        if (capping !== undefined)
          yield {
            file,
            at: `${at}/tracks/${track}/level`,
            what: `level ${level} is more than \`${capping.id}\` gives a duty with \`means: ${means}\`, ${capping.cases[means]}`,
            why: 'The level and `means` would contradict each other on what else meets the duty.',
            fix: `Write ${capping.cases[means]} here, or correct \`means\` of the duty.`,
          };
      }
      const [first] = dates.map((date) => date.from).sort();
      if (until !== null && first !== undefined && until < first)
        yield {
          file,
          at: `${at}/until`,
          what: `the duty ends on ${until}, before its first date, ${first}`,
          why: 'It would never have been in application.',
          fix: 'Correct `until` or the `from` of its `dates`.',
        };
    }
  }
}

/** Why the direction of an alternative is wrong whatever the others say, or null. */
function explainContraryDirection(entry: Alternative, rubric: Rubric): DiagnosticText | null {
  const criterion = rubric.criteria.find(({ id }) => id === entry.criterion);
  const unit = rubric.units.find(({ id }) => id === entry.unit);
  for (const named of [criterion, unit])
    if (named !== undefined && named.better !== null && named.better !== entry.better)
      return {
        what: `of \`${named.id}\`, ${named.better} is better`,
        why: 'The ratio to the alternative would be inverted.',
        fix: `Write \`better: ${named.better}\` here, or correct that of \`${named.id}\`.`,
      };
  return null;
}

/** Why the direction of an alternative is wrong compared with that of another one, or null. */
function explainRivalDirection(entry: Alternative, rubric: Rubric): DiagnosticText | null {
  const rival = rubric.alternatives.find(
    (other) =>
      other.workload === entry.workload &&
      other.better !== entry.better &&
      areCompatibleUnits(other.unit, entry.unit, rubric) &&
      explainContraryDirection(other, rubric) === null,
  );
  if (rival === undefined) return null;
  return {
    what: `\`${rival.id}\` has the same workload and unit and the other direction`,
    why: 'Projects are compared with the best alternative, which would be ambiguous.',
    fix: `Write \`better: ${rival.better}\` here, or correct that of \`${rival.id}\`.`,
  };
}

function* checkAlternatives(rubric: Rubric, lists: KnownIds): Generator<FileInconsistency> {
  const file = FILES.alternatives;
  const idsOf = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);
  for (const [i, entry] of rubric.alternatives.entries()) {
    const at = `/alternatives/${i}`;
    const criterion = rubric.criteria.find(({ id }) => id === entry.criterion);
    yield* checkIdExists(file, `${at}/criterion`, 'criterion', entry.criterion, lists.criteria);
    if (criterion !== undefined && lacksRatio(criterion))
      yield {
        file,
        at: `${at}/criterion`,
        what: `\`${criterion.id}\` compares nothing with an alternative`,
        why: 'No answer would be compared with it.',
        fix: 'Name a criterion of kind `comparison`.',
      };
    yield* checkIdExists(file, `${at}/track`, 'track', entry.track, lists.tracks);
    yield* checkIdExists(file, `${at}/workload`, 'workload', entry.workload, idsOf(rubric.workloads));
    yield* checkIdExists(
      file,
      `${at}/service_class`,
      'service class',
      entry.service_class,
      idsOf(rubric.service_classes),
    );
    yield* checkIdExists(file, `${at}/unit`, 'unit', entry.unit, idsOf(rubric.units));
    if (entry.figures.length === 0 && entry.note === null)
      yield {
        file,
        at,
        what: `\`${entry.id}\` has no figure, and no note says why`,
        why: 'A reader could not tell a price that nobody publishes from one that was forgotten.',
        fix: 'Add a figure with its source, or a `note` that says why none is public.',
      };
    for (const [j, { source }] of entry.figures.entries())
      yield* checkIdExists(file, `${at}/figures/${j}/source/kind`, 'source kind', source.kind, lists.kinds);
    const contrary = explainContraryDirection(entry, rubric) ?? explainRivalDirection(entry, rubric);
    if (contrary !== null) yield { file, at: `${at}/better`, ...contrary };
  }
}

function* checkUnits({ units }: Rubric): Generator<FileInconsistency> {
  const file = FILES.units;
  for (const [i, unit] of units.entries()) {
    if (unit.base === null) continue;
    const pointer = `/units/${i}/base`;
    const others = units.filter(({ id }) => id !== unit.id);
    const base = others.find(({ id }) => id === unit.base);
    if (base === undefined)
      yield* checkIdExists(
        file,
        pointer,
        'unit',
        unit.base,
        others.map(({ id }) => id),
      );
    else if (base.base !== null)
      yield {
        file,
        at: pointer,
        what: `the base \`${base.id}\` has a base itself`,
        why: 'Units are converted in one step.',
        fix: `Name \`${base.base}\`, the base of \`${base.id}\`, and convert to that.`,
      };
    else if (base.better !== unit.better)
      yield {
        file,
        at: pointer,
        what: `\`${unit.id}\` and its base \`${base.id}\` differ in \`better\``,
        why: 'They measure the same quantity, so the same direction is better.',
        fix: 'Give both the same `better`, or remove it from both.',
      };
  }
}

/** The words of the grammar that name a measure. */
function* checkGrammar({ grammar: { figures }, statements }: Rubric): Generator<FileInconsistency> {
  const known = statements.measures.flatMap(({ words }) => words);
  const { month, quarter, rent, period_adjectives } = figures;
  const named = { month, quarter, 'rent/by': rent.by, 'rent/as': rent.as };
  for (const [key, word] of Object.entries(named))
    yield* checkIdExists(FILES.grammar, `/figures/${key}`, 'word of a measure', word, known);
  for (const [i, word] of period_adjectives.entries())
    yield* checkIdExists(FILES.grammar, `/figures/period_adjectives/${i}`, 'word of a measure', word, known);
}

/** Contradictions between the vocabulary of memos and what it names of the rest. */
function* checkStatements({ statements, regulations }: Rubric, lists: KnownIds): Generator<FileInconsistency> {
  const file = FILES.statements;
  const laws = regulations.map(({ id }) => id);
  for (const [role, criteria] of Object.entries(statements.roles))
    for (const [i, id] of criteria.entries())
      yield* checkIdExists(file, `/roles/${role}/${i}`, 'criterion', id, lists.criteria);
  for (const id of Object.keys(statements.subjects))
    yield* checkIdExists(file, `/subjects/${id}`, 'criterion', id, lists.criteria);
  for (const id of Object.keys(statements.laws.names))
    yield* checkIdExists(file, `/laws/names/${id}`, 'regulation', id, laws);
  yield* checkUniqueIds(statements.strong, file, '/strong');
  for (const [i, { needs, about }] of statements.strong.entries()) {
    yield* checkIdExists(file, `/strong/${i}/needs`, 'evidence grade', needs, lists.grades);
    for (const [j, id] of about.entries())
      yield* checkIdExists(file, `/strong/${i}/about/${j}`, 'criterion', id, lists.criteria);
  }
}

/** Contradictions in the registers of regulations, alternatives and units, and in the vocabulary of memos. */
export function* checkRegisters(rubric: Rubric, lists: KnownIds): Generator<FileInconsistency> {
  yield* checkRegulations(rubric, lists);
  yield* checkAlternatives(rubric, lists);
  yield* checkUnits(rubric);
  yield* checkStatements(rubric, lists);
  yield* checkGrammar(rubric);
}
