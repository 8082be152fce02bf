import { OUTSIDE } from '../../classify/score-tracks.ts';
import type { Description } from '../../model/description.ts';
import { type Outcome, type Problem, toProblem } from '../../model/diagnostic.ts';
import { getValueAt, toPointer, type ValuePath } from '../../model/pointer.ts';
import type { Rubric } from '../../model/rubric.ts';
import { accept, REFUSED } from '../../model/schema/accept.ts';
import { findNearest } from '../problems/find-nearest.ts';
import { limitProblems, MAX_PROBLEMS } from '../problems/limit-problems.ts';
import { readBySchema } from '../problems/schema-problems.ts';
import type { LocatedYaml } from '../yaml/located-yaml.ts';
import { getDescriptionSchema } from './description-schema.ts';
import { findAnswerIssues, toDescription } from './to-description.ts';

/** What to do about a key that is in the wrong place, or is half of a text that was cut at a comma. */
function makeKeyHint(rubric: Rubric) {
  return (_path: ValuePath, key: string): string | null => {
    const criterion = rubric.criteria.find((entry) => entry.id === key);
    if (criterion !== undefined) return `\`${key}\` belongs under \`${criterion.dimension}:\`.`;
    return key.includes(' ') ? 'Inside { } a comma ends a text: put a text that has a comma in quotes.' : null;
  };
}

/** The option that is a level of a criterion, where it is answered by options. */
function findLevelWord(dimension: string, id: string, level: number, { criteria }: Rubric): string | null {
  const criterion = criteria.find((entry) => entry.id === id && entry.dimension === dimension);
  return criterion?.levels.find((entry) => entry.level === level)?.option ?? null;
}

/** False for an alternative of another track than the one declared. */
function isOnTrack(word: string, track: unknown, { alternatives, tracks }: Rubric): boolean {
  const alternative = alternatives.find(({ id }) => id === word);
  return alternative === undefined || alternative.track === track || !tracks.some(({ id }) => id === track);
}

/** The unit of a criterion's figure: its own, else that of the answer, else that of the registered alternatives; null for another figure. */
function findUnit(file: unknown, path: ValuePath, { criteria, alternatives }: Rubric): string | null {
  const [dimension, id] = path;
  const criterion = criteria.find((entry) => entry.id === id && entry.dimension === dimension);
  if (criterion === undefined) return null;
  const given = criterion.unit ?? getValueAt(file, [criterion.dimension, criterion.id, 'unit']);
  if (typeof given === 'string') return given;
  const track = getValueAt(file, ['track']);
  const registered = alternatives.find((entry) => entry.criterion === id && entry.track === track);
  return registered?.unit ?? 'the unit that `unit` names';
}

/** The sources that a file lists, in order, whether they have the right shape or not. */
function listSourceIds(file: unknown): ReadonlySet<string> {
  const sources = getValueAt(file, ['sources']);
  return new Set(typeof sources === 'object' && sources !== null ? Object.keys(sources).sort() : []);
}

/** What is wrong with the answers that have the right shape, in a file that may be wrong elsewhere. */
function findAnswerProblems(located: LocatedYaml, rubric: Rubric, file: string): readonly Problem[] {
  const { answers } = getDescriptionSchema(rubric);
  const listed = listSourceIds(located.value);
  return rubric.criteria.flatMap((criterion) => {
    const base = [criterion.dimension, criterion.id];
    const raw = getValueAt(located.value, base);
    const shape = answers.get(criterion.id);
    const answer = raw === undefined || shape === undefined ? REFUSED : accept(shape, raw);
    if (answer === REFUSED) return [];
    return findAnswerIssues({ criterion, answer }, listed, rubric)
      .slice(0, MAX_PROBLEMS + 1)
      .map((issue) => {
        const at: ValuePath = [...base, ...issue.at];
        const suggestion = findNearest(String(getValueAt(located.value, at)), issue.candidates);
        return toProblem({ ...issue, at, suggestion }, file, (path) => located.span(toPointer(path)));
      });
  });
}

/** A reference skips classification, so nothing else gives its track. */
function findTrackProblems(located: LocatedYaml, file: string): readonly Problem[] {
  const track = getValueAt(located.value, ['track']) ?? OUTSIDE;
  if (getValueAt(located.value, ['reference']) !== true || track !== OUTSIDE) return [];
  const problem = {
    code: 'reference/no-track',
    at: '/reference',
    what: 'a reference that is on no track',
    why: 'It is compared with the projects of one track, and its summary is not classified.',
    fix: 'Add `track:` with one of the tracks, or remove `reference`.',
  };
  return [toProblem(problem, file, located.span)];
}

function compareByPlace(a: Problem, b: Problem): number {
  const byPlace = (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0);
  return byPlace || (a.code + a.what < b.code + b.what ? -1 : 1);
}

/** The description in located YAML, or everything that is wrong with it, in the order of the file. */
export function validateDescription(located: LocatedYaml, rubric: Rubric, file: string): Outcome<Description> {
  const description = toDescription(located, rubric, file);
  if (description !== null) return { ok: true, value: description };
  const shape = readBySchema(getDescriptionSchema(rubric).whole, located, file, {
    hint: makeKeyHint(rubric),
    wordOfLevel: ([dimension, id], level) => findLevelWord(String(dimension), String(id), level, rubric),
    isOffered: (word) => isOnTrack(word, getValueAt(located.value, ['track']), rubric),
    unitOf: (path) => findUnit(located.value, path, rubric),
  });
  const problems = [
    ...(shape.ok ? [] : shape.problems),
    ...findAnswerProblems(located, rubric, file),
    ...findTrackProblems(located, file),
  ];
  return { ok: false, problems: limitProblems(problems.sort(compareByPlace)) };
}
