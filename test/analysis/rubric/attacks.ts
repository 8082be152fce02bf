import { type AuditedDescription, prepareDescriptions } from '../../../src/analysis/rubric/audit-rubric.ts';
import { getCriterionKind } from '../../../src/criteria/registry.ts';
import type { Answer, Description, Source } from '../../../src/model/description.ts';
import { cite, UNKNOWN_ANSWER } from '../../../src/model/description.ts';
import { compareRationals, type Rational } from '../../../src/model/rational.ts';
import type { Criterion, Rubric } from '../../../src/model/rubric.ts';
import { accept, REFUSED } from '../../../src/model/schema/accept.ts';
import { scoreDescription } from '../../../src/score/score-description.ts';

/** One change to a description that adds no fact, so that it must not raise the supported index. */
interface Attempt {
  readonly what: string;
  readonly description: Description;
}

type Attack = (entry: AuditedDescription, rubric: Rubric) => Iterable<Attempt>;

/** Figures of a description that no attack may raise. */
export type Scoring = (description: Description) => readonly Rational[];

/** The supported index after and before gates: what a cap hides here may show in another description. */
export function scoreBy(rubric: Rubric): Scoring {
  return (description) =>
    scoreDescription(description, rubric).flatMap(({ index, uncapped }) => [index.supported, uncapped.supported]);
}

type Path = readonly (string | number)[];

/** A copy of plain data in which `change` was applied to the container of the part at `path`. */
function editAt<T>(value: T, path: Path, change: (container: unknown, key: string | number) => void): T {
  const copy = structuredClone(value);
  const container = path.slice(0, -1).reduce<unknown>((part, step) => Reflect.get(Object(part), step), copy);
  change(container, path.at(-1) ?? '');
  return copy;
}

const setAt = <T>(value: T, path: Path, by: unknown): T =>
  editAt(value, path, (container, key) => Reflect.set(Object(container), key, by));

/** Replaces one item of a list by others. */
const spliceAt = <T>(value: T, path: Path, by: readonly unknown[]): T =>
  editAt(value, path, (list, key) => Array.isArray(list) && list.splice(Number(key), 1, ...by));

/** Paths of every part of a value that has a key. */
function listKeyedPaths(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    return [...(Array.isArray(value) ? [] : [here]), ...listKeyedPaths(part, here)];
  });
}

interface GivenAnswer {
  readonly criterion: Criterion;
  readonly value: unknown;
  readonly citations: readonly { readonly id: string; readonly path: Path }[];
}

function listAnswers({ answers }: Description, rubric: Rubric): readonly GivenAnswer[] {
  return rubric.criteria.flatMap((criterion) => {
    const answer = answers[criterion.id];
    if (answer?.status !== 'answered') return [];
    const citations = getCriterionKind(criterion.kind).citations(answer.value as never);
    return [{ criterion, value: answer.value, citations }];
  });
}

const listItems = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function withAnswer(description: Description, id: string, answer: Answer): Description {
  return { ...description, answers: { ...description.answers, [id]: answer } };
}

const withValue = (description: Description, id: string, value: unknown): Description =>
  withAnswer(description, id, { status: 'answered', value });

function withSources(description: Description, sources: readonly Source[]): Description {
  return { ...description, sources: [...sources].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** The description with a second entry for a source, cited wherever the first one is. */
function citeTwice(description: Description, source: Source, copy: Source, rubric: Rubric): Description {
  return listAnswers(description, rubric).reduce(
    (edited, { criterion, value, citations }) => {
      // From the last to the first, so that no insertion moves a path that is still to be used.
      const paths = citations.filter(({ id }) => id === source.id).map(({ path }) => path);
      const cited = paths.reduceRight((all, path) => spliceAt(all, path, [source.id, copy.id].map(cite)), value);
      return withValue(edited, criterion.id, cited);
    },
    withSources(description, [...description.sources, copy]),
  );
}

function* deleteFacts({ description }: AuditedDescription, rubric: Rubric): Generator<Attempt> {
  for (const { criterion, value, citations } of listAnswers(description, rubric)) {
    const { id } = criterion;
    const { [id]: _, ...answers } = description.answers;
    yield { what: `${id} left out`, description: { ...description, answers } };
    yield { what: `${id} unknown`, description: withAnswer(description, id, UNKNOWN_ANSWER) };
    for (const path of [...listItems(value).keys()].map((at) => [at]))
      yield { what: `${id} without ${path}`, description: withValue(description, id, spliceAt(value, path, [])) };
    for (const { path } of citations)
      yield { what: `${id} without ${path}`, description: withValue(description, id, spliceAt(value, path, [])) };
    const shape = getCriterionKind(criterion.kind).shape(criterion, rubric);
    for (const path of listKeyedPaths(value)) {
      const edited = setAt(value, path, null);
      if (accept(shape, edited) !== REFUSED)
        yield { what: `${id} without ${path}`, description: withValue(description, id, edited) };
    }
  }
}

function* padSources({ description }: AuditedDescription, rubric: Rubric): Generator<Attempt> {
  const { sources, as_of } = description;
  const paper = { title: 'A paper that nothing cites', url: 'https://nobody.example.net/paper' };
  for (const { id: kind } of rubric.evidence.kinds) {
    const empty = { ...paper, id: `empty-${kind}`, kind, published: as_of, accessed: as_of };
    yield { what: `a ${kind} that nothing cites`, description: withSources(description, [...sources, empty]) };
  }
  let all = description;
  for (const source of sources) {
    const copy = { ...source, id: `${source.id}--again` };
    yield { what: `${source.id} cited twice`, description: citeTwice(description, source, copy, rubric) };
    all = citeTwice(all, source, copy, rubric);
  }
  yield { what: 'every source cited twice', description: all };
}

function* splitFacts({ description }: AuditedDescription, rubric: Rubric): Generator<Attempt> {
  // Four, since three customers reach a level of their own.
  for (const { criterion, value } of listAnswers(description, rubric))
    for (const [at, item] of listItems(value).entries())
      for (const count of [2, 4]) {
        const split = spliceAt(value, [at], Array(count).fill(item));
        yield {
          what: `${criterion.id} ${at} in ${count}`,
          description: withValue(description, criterion.id, split),
        };
      }
  for (const source of description.sources) {
    const part = { ...source, id: `${source.id}--part`, url: `${source.url}#part-2` };
    yield { what: `${source.id} in two parts`, description: citeTwice(description, source, part, rubric) };
  }
}

function reword(answer: Answer, text: string | null): Answer {
  if (answer.status === 'unknown') return { ...answer, note: text };
  const notes = listKeyedPaths(answer.value).filter((path) => path.at(-1) === 'note');
  return { ...answer, value: notes.reduce((value, path) => setAt(value, path, text), answer.value) };
}

const PRAISE = 'Everybody outside crypto pays for it in production, and an audit confirmed it.';

function* rewordTexts({ description, track }: AuditedDescription, rubric: Rubric): Generator<Attempt> {
  const others = rubric.tracks.filter(({ id }) => id !== track.id).map(({ means, demand }) => `${means} ${demand}`);
  for (const summary of [PRAISE, ...others]) yield { what: 'summary', description: { ...description, summary } };
  yield { what: 'name', description: { ...description, name: PRAISE } };
  for (const text of [null, PRAISE]) {
    yield { what: 'offer', description: { ...description, offer: text } };
    const answers = Object.entries(description.answers).map(([id, answer]) => [id, reword(answer, text)] as const);
    yield { what: 'notes', description: { ...description, answers: Object.fromEntries(answers) } };
  }
  const titled = description.sources.map((source) => ({ ...source, title: PRAISE }));
  yield { what: 'titles of sources', description: withSources(description, titled) };
}

const NO_SUPPORT = { sources: [], disputed_by: [], note: null };

/** Of each kind of criterion, the answers that claim the most on a track, without a source. */
export const MAXIMAL_CLAIMS: Readonly<
  Record<string, (criterion: Criterion, rubric: Rubric, track: string) => readonly unknown[]>
> = {
  choice: ({ levels }) => [{ answer: levels.at(-1)?.option, ...NO_SUPPORT }],

  number: ({ levels, minimum, maximum }) => {
    const hardest = levels.at(-1)?.at_least ?? 0;
    const answer = Math.min(Math.max(hardest, minimum ?? hardest), maximum ?? hardest);
    return [{ answer, ...NO_SUPPORT }];
  },

  comparison: (criterion, { alternatives }, track) => {
    const bestFigure = { lower: 1e-12, higher: 1e15 };
    const directions = criterion.better === null ? (['lower', 'higher'] as const) : [criterion.better];
    const bare = { workload: null, service_class: null, class_sources: [], ...NO_SUPPORT };
    const own = directions.map((better) => {
      const alternative = { name: 'What buyers use', value: 1, unit: null, sources: [] };
      return { ...bare, project: bestFigure[better], alternative, unit: 'job', better };
    });
    const registered = alternatives
      .filter((entry) => entry.criterion === criterion.id && entry.track === track && entry.figures.length > 0)
      .map(({ id, unit, better, workload, service_class }) => {
        return { ...bare, project: bestFigure[better], alternative: id, unit, better, workload, service_class };
      });
    return [...own, ...registered];
  },

  customers: () => [
    ['Alpha', 'Beta', 'Gamma'].map((name) => {
      return { name, outside_crypto: true, stage: 'production', paid: true, ...NO_SUPPORT };
    }),
  ],

  duties: (_criterion, { regulations }) => [
    regulations.flatMap(({ id, duties }) => duties.map((duty) => ({ regulation: id, duty: duty.id, ...NO_SUPPORT }))),
  ],
};

function* claimWithoutSource({ description, track }: AuditedDescription, rubric: Rubric): Generator<Attempt> {
  let all = description;
  for (const criterion of rubric.criteria) {
    const { id, kind, not_applicable } = criterion;
    if (not_applicable[track.id] !== undefined || description.answers[id]?.status === 'answered') continue;
    for (const claim of MAXIMAL_CLAIMS[kind]?.(criterion, rubric, track.id) ?? []) {
      yield { what: `${id} claimed without a source`, description: withValue(description, id, claim) };
      all = withValue(all, id, claim);
    }
  }
  yield { what: 'everything open claimed without a source', description: all };
}

/** Ways to game a rubric. */
export const ATTACKS = {
  'delete facts': deleteFacts,
  'add empty sources': padSources,
  'split answers and sources': splitFacts,
  'choose other words': rewordTexts,
  'claim without a source': claimWithoutSource,
} as const satisfies Readonly<Record<string, Attack>>;

/** How many attempts an attack makes, and those that raise a figure. */
export function runAttack(
  attack: Attack,
  descriptions: readonly Description[],
  rubric: Rubric,
  score: Scoring,
): { readonly attempts: number; readonly gains: readonly string[] } {
  const gains: string[] = [];
  let attempts = 0;
  for (const entry of prepareDescriptions(descriptions, rubric)) {
    const before = score(entry.description);
    for (const { what, description } of attack(entry, rubric)) {
      attempts += 1;
      const after = score(description);
      if (before.some((figure, i) => compareRationals(after[i] ?? figure, figure) > 0))
        gains.push(`${entry.name}: ${what}`);
    }
  }
  return { attempts, gains };
}
