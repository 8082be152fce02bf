import { getCriterionKind } from '../../criteria/registry.ts';
import type { Description } from '../../model/description.ts';
import { LEVELS, type Level } from '../../model/level.ts';
import {
  add,
  compareRationals,
  divide,
  multiply,
  type Rational,
  subtract,
  toRational,
  ZERO,
} from '../../model/rational.ts';
import type { Criterion, Evidence, Rubric, Track } from '../../model/rubric.ts';
import type { AuditFinding, RubricAudit } from '../../model/rubric-audit.ts';
import type { CriterionReading } from '../../score/read-answers.ts';
import { scoreDescription } from '../../score/score-description.ts';
import type { Score } from '../../score/score-on-track.ts';
import type { RubricReading } from './golden-cases.ts';

/** A description with its track declared, so that no edit of its words changes the track. */
export interface AuditedDescription {
  readonly name: string;
  readonly description: Description;
  readonly track: Track;
  readonly score: Score;
}

/** The descriptions that have a fit: references and what is outside have none. */
export function prepareDescriptions(
  descriptions: readonly Description[],
  rubric: Rubric,
): readonly AuditedDescription[] {
  return descriptions.flatMap((description) => {
    const [score] = description.reference ? [] : scoreDescription(description, rubric);
    if (score === undefined) return [];
    const name = description.file ?? description.name;
    return [{ name, description: { ...description, track: score.track.id }, track: score.track, score }];
  });
}

/** The descriptions without those that repeat the answers of an earlier one, such as a memo about the same project. */
function dropDuplicates(audited: readonly AuditedDescription[]): readonly AuditedDescription[] {
  const seen = new Set<string>();
  return audited.filter(({ description: { answers, sources, track, as_of } }) => {
    const byId = Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1));
    const key = JSON.stringify([track, as_of, sources, byId]);
    return !seen.has(key) && seen.add(key);
  });
}

/** Criteria whose supported level is the same in every description that they apply in. */
export function findConstantCriteria(audited: readonly AuditedDescription[], rubric: Rubric): readonly AuditFinding[] {
  return rubric.criteria.flatMap(({ id }) => {
    const readings = audited.flatMap(({ score }) =>
      score.readings.flatMap((reading) =>
        reading.criterion.id === id && reading.status !== 'not-applicable' ? [reading] : [],
      ),
    );
    const [level, ...others] = new Set(readings.map((reading) => reading.levels.supported));
    if (readings.length < rubric.analysis.constant || others.length > 0 || level === undefined) return [];
    const unknown = readings.filter(({ status }) => status === 'unknown').length;
    return [
      {
        id: 'criterion/constant',
        subject: id,
        what: `\`${id}\` is supported at level ${level} in all ${readings.length} descriptions that it applies in (unknown in ${unknown}).`,
        why: 'A level that is the same for every project distinguishes none and only takes weight from criteria that do.',
        fix: 'Check whether an intermediate level is missing or nobody can answer the question; otherwise lower its weight.',
      },
    ];
  });
}

type AnswerPairs = readonly (readonly Extract<CriterionReading, { status: 'answered' }>[])[];

/** The sources that carry an answer: those of the best grade, unless that carries nothing. */
function listCarryingSources({ reading }: AnswerPairs[number][number], { grades }: Evidence): readonly string[] {
  const rankOf = (grade: string) => grades.findIndex(({ id }) => id === grade);
  const best = Math.max(0, ...reading.graded.sources.map(({ grade }) => rankOf(grade)));
  return best === 0 ? [] : reading.graded.sources.filter(({ grade }) => rankOf(grade) === best).map(({ id }) => id);
}

/** In how many pairs one source carries both answers; null where they are too few, or fewer than half. */
function countSharedEvidence(both: AnswerPairs, { evidence, analysis }: Rubric): number | null {
  const shared = both.filter((pair) => {
    const [first = [], second = []] = pair.map((answer) => listCarryingSources(answer, evidence));
    return second.some((id) => first.includes(id));
  });
  return shared.length < analysis.same_source || shared.length * 2 < both.length ? null : shared.length;
}

function computeMean(values: readonly Rational[]): Rational {
  return values.length === 0 ? ZERO : divide(values.reduce(add, ZERO), toRational(values.length));
}

/** The population covariance of two lists of one length; 0 where they are empty. Exact. */
function computeCovariance(a: readonly Rational[], b: readonly Rational[]): Rational {
  const [meanA, meanB] = [computeMean(a), computeMean(b)];
  return computeMean(a.map((value, i) => multiply(subtract(value, meanA), subtract(b[i] ?? meanB, meanB))));
}

function isCorrelated(both: AnswerPairs, { analysis: { correlation } }: Rubric): boolean {
  if (both.length < correlation.descriptions) return false;
  const readLevels = (side: number) => both.map((pair) => toRational(pair[side]?.levels.supported ?? 0));
  const [a, b, most] = [readLevels(0), readLevels(1), toRational(correlation.above)];
  const together = computeCovariance(a, b);
  const apart = multiply(computeCovariance(a, a), computeCovariance(b, b));
  return (
    compareRationals(together, ZERO) > 0 &&
    compareRationals(multiply(together, together), multiply(multiply(most, most), apart)) > 0
  );
}

/** Pairs of criteria that rest on the same evidence or come out the same. */
export function findRedundantPairs(audited: readonly AuditedDescription[], rubric: Rubric): readonly AuditFinding[] {
  const { criteria, analysis } = rubric;
  const pairs = criteria.flatMap((first, at) => criteria.slice(at + 1).map((second) => [first.id, second.id]));
  return pairs.flatMap((ids) => {
    const both = audited
      .map(({ score }) =>
        ids.flatMap((id) => {
          const reading = score.readings.find(({ criterion }) => criterion.id === id);
          return reading?.status === 'answered' ? [reading] : [];
        }),
      )
      .filter(({ length }) => length === 2);
    const [subject, names] = [ids.join(' + '), ids.map((id) => `\`${id}\``).join(' and ')];
    const findings: AuditFinding[] = [];
    const shared = countSharedEvidence(both, rubric);
    if (shared !== null)
      findings.push({
        id: 'pair/same-evidence',
        subject,
        what: `One source supports both ${names} in ${shared} of the ${both.length} descriptions that answer both.`,
        why: 'A document that settles two questions is counted twice.',
        fix: 'Check whether the two ask the same thing; otherwise require separate evidence for one of them under `needs`.',
      });
    if (isCorrelated(both, rubric))
      findings.push({
        id: 'pair/correlated',
        subject,
        what: `The supported levels of ${names} have a correlation above ${analysis.correlation.above} in the ${both.length} descriptions that answer both.`,
        why: 'Two criteria that always agree act as one with twice the weight.',
        fix: 'Merge them, or find projects that distinguish them.',
      });
    return findings;
  });
}

/** Why no answer has the level, with the remedy; null where one can. */
function explainUnreachable(level: Level, criterion: Criterion, rubric: Rubric): readonly [string, string] | null {
  const tracks = rubric.tracks.map(({ id }) => id).filter((id) => criterion.not_applicable[id] === undefined);
  if (tracks.length === 0) return ['the criterion applies on no track', 'Ask it on a track, or remove it.'];
  const { listReachableLevels } = getCriterionKind(criterion.kind);
  if (!tracks.some((track) => (listReachableLevels?.(criterion, rubric, track) ?? LEVELS).includes(level)))
    return [
      'no valid answer claims it on any track',
      'Move its threshold into the range of valid answers, or extend the register.',
    ];
  const most = Math.max(0, ...rubric.evidence.grades.map(({ id, cap }) => Math.min(cap, criterion.caps[id] ?? cap)));
  return level <= most
    ? null
    : [
        `the best evidence grade supports only ${most} here`,
        'Raise the cap of the best grade, or describe a lower level.',
      ];
}

/** Written levels that no answer claims on any track, and those that even the best evidence does not carry. */
export function findUnreachableLevels(rubric: Rubric): readonly AuditFinding[] {
  return rubric.criteria.flatMap((criterion) =>
    LEVELS.flatMap((level): readonly AuditFinding[] => {
      const [because, fix] = explainUnreachable(level, criterion, rubric) ?? [];
      if (because === undefined || fix === undefined) return [];
      const what = `Level ${level} of \`${criterion.id}\` cannot be reached: ${because}.`;
      const why = 'An unreachable level promises a distinction that the score never makes.';
      return [{ id: 'level/unreachable', subject: criterion.id, what, why, fix }];
    }),
  );
}

/** Register entries that neither the rubric nor a description uses. Unknown ids are not among them: the loader refuses those. */
export function findUnusedEntries(rubric: Rubric, audited: readonly AuditedDescription[]): readonly AuditFinding[] {
  const { alternatives, criteria, evidence, regulations, units } = rubric;
  const readings = audited.flatMap(({ score }) => score.readings);
  const compared = readings.flatMap((reading) =>
    reading.status === 'answered' && reading.reading.comparison !== null ? [reading.reading.comparison] : [],
  );
  const baseOf = (id: string) => units.find((unit) => unit.id === id)?.base ?? id;
  const usedBases = [
    ...alternatives.map(({ unit }) => unit),
    ...compared.flatMap(({ unit, author, best }) => [unit, author.unit, best?.unit ?? unit]),
  ].map(baseOf);
  const used: readonly unknown[] = [
    ...alternatives.flatMap(({ workload, service_class }) => [`workload ${workload}`, `class ${service_class}`]),
    ...compared.flatMap(({ workload, serviceClass }) => [`workload ${workload}`, `class ${serviceClass}`]),
    ...audited.flatMap(({ description }) => description.sources.map(({ kind }) => `kind ${kind}`)),
    ...alternatives.flatMap(({ figures }) => figures.map(({ source }) => `kind ${source.kind}`)),
    ...regulations.flatMap(({ sources }) => sources.map(({ kind }) => `kind ${kind}`)),
  ];
  const build = (
    id: AuditFinding['id'],
    entries: readonly { readonly id: string }[],
    describe: (id: string) => string,
    fix = 'Use it, or remove it.',
  ) =>
    entries.map((entry): AuditFinding => {
      const why = 'An unused entry is maintained for nothing, or something that should use it does not.';
      return { id, subject: entry.id, what: describe(entry.id), why, fix };
    });
  const isUnused = (noun: string) => (entry: { readonly id: string }) => !used.includes(`${noun} ${entry.id}`);
  const idle = alternatives.filter(
    ({ criterion, track }) => criteria.find(({ id }) => id === criterion)?.not_applicable[track] !== undefined,
  );
  const powerless = regulations.filter(
    ({ duties }) => !duties.some(({ tracks }) => Object.values(tracks).some(({ level }) => level > 0)),
  );
  return [
    ...build(
      'unit/unused',
      units.filter(({ id }) => !usedBases.includes(baseOf(id))),
      (id) => `No alternative or comparison uses \`${id}\` or a unit that converts to it.`,
    ),
    ...build(
      'workload/unused',
      rubric.workloads.filter(isUnused('workload')),
      (id) => `No alternative or comparison has the workload \`${id}\`.`,
    ),
    ...build(
      'service-class/unused',
      rubric.service_classes.filter(isUnused('class')),
      (id) => `No alternative or comparison has the service class \`${id}\`.`,
    ),
    ...build(
      'source-kind/unused',
      evidence.kinds.filter(isUnused('kind')),
      (id) => `No description and no register cites a source of kind \`${id}\`.`,
    ),
    ...idle.flatMap((entry) =>
      build(
        'alternative/not-applicable',
        [entry],
        (id) =>
          `The alternative \`${id}\` answers \`${entry.criterion}\`, which is not asked on the track \`${entry.track}\`.`,
        'Ask the criterion on that track, or remove the alternative.',
      ),
    ),
    ...build(
      'regulation/no-pull',
      powerless,
      (id) => `No duty of \`${id}\` has a pull on any track.`,
      'List the tracks that a duty pulls, or remove the regulation.',
    ),
  ];
}

/** Warns of a set that still bears the name and the version of another, which it differs from. */
function findSameVersion(rubric: Rubric, builtIn: Rubric): readonly AuditFinding[] {
  if (rubric.id !== builtIn.id || rubric.version !== builtIn.version) return [];
  return [
    {
      id: 'rubric/same-version',
      subject: rubric.id,
      what: `This set calls itself \`${rubric.id}\` ${rubric.version}, as the built-in one does.`,
      why: 'Results of two rubrics would look like those of one.',
      fix: 'Set `id` and `version` in rubric.yaml.',
    },
  ];
}

/** What is to be looked at in a set that is not the built-in one, without what the built-in set has too. */
export function auditOwnRubric(own: RubricReading, builtIn: RubricReading): RubricAudit {
  const audit = auditRubric(own.rubric, own.descriptions);
  const known = auditRubric(builtIn.rubric, builtIn.descriptions).findings;
  const isKnown = ({ id, subject }: AuditFinding) => known.some((one) => one.id === id && one.subject === subject);
  const fresh = audit.findings.filter((finding) => !isKnown(finding));
  return {
    ...audit,
    findings: [...findSameVersion(own.rubric, builtIn.rubric), ...fresh],
    inherited: audit.findings.length - fresh.length,
  };
}

/** What an editor of a rubric may want to look at, in the rubric itself and over descriptions that have a fit. */
export function auditRubric(rubric: Rubric, descriptions: readonly Description[]): RubricAudit {
  const audited = prepareDescriptions(descriptions, rubric);
  const distinct = dropDuplicates(audited);
  return {
    descriptions: audited.map(({ name }) => name),
    distinct: distinct.length,
    findings: [
      ...findUnreachableLevels(rubric),
      ...findConstantCriteria(distinct, rubric),
      ...findRedundantPairs(distinct, rubric),
      ...findUnusedEntries(rubric, audited),
    ],
    inherited: 0,
  };
}
