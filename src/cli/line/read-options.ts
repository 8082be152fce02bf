import { findNearest } from '../../input/problems/find-nearest.ts';
import type { Rubric, Weights } from '../../model/rubric.ts';
import { UsageError } from '../usage-error.ts';

/** The entry with this id. @throws UsageError that names the choices and the nearest of them. */
export function pickById<T extends { readonly id: string }>(
  entries: readonly T[],
  id: string,
  what: string,
  example: string,
): T {
  const found = entries.find((entry) => entry.id === id);
  if (found !== undefined) return found;
  const ids = entries.map((entry) => entry.id);
  const near = findNearest(id, ids);
  const hint = near === null ? '' : ` Did you mean ${near}?`;
  throw new UsageError(`unknown ${what} ${JSON.stringify(id)}.${hint} Known: ${ids.join(', ')}`, example);
}

/** The id of --track, undefined where it was not given. @throws UsageError when the rubric has no such track. */
export function parseTrackOption(id: string | undefined, { tracks }: Rubric, example: string): string | undefined {
  return id === undefined ? undefined : pickById(tracks, id, 'track', example).id;
}

/** A whole number within its limits, undefined where the option was not given. @throws UsageError for anything else. */
export function parseCountOption(
  text: string | undefined,
  name: string,
  least: number,
  most: number,
  example: string,
): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new UsageError(
    `--${name} takes a whole number from ${least} to ${most}, not ${JSON.stringify(text)}`,
    `${example} --${name} ${Math.max(least, 7)}`,
  );
}

/** The weights of --weights, undefined where it was not given. @throws UsageError unless each dimension is named once and they sum to 100. */
export function parseWeightsOption(text: string | undefined, rubric: Rubric, example: string): Weights | undefined {
  if (text === undefined) return undefined;
  const ids = rubric.dimensions.map(({ id }) => id);
  const equal = ids.map(
    (id, at) => `${id}=${Math.floor((100 * (at + 1)) / ids.length) - Math.floor((100 * at) / ids.length)}`,
  );
  const refuse = (what: string): never => {
    throw new UsageError(`--weights: ${what}`, `${example} --weights ${equal.join(',')}`);
  };
  const weights: Record<string, number> = {};
  for (const part of text.split(',')) {
    const [, id = '', digits] = /^\s*([\w-]+)\s*=\s*(\d{1,3})\s*$/.exec(part) ?? [];
    if (digits === undefined) refuse(`${JSON.stringify(part)} is not of the form id=points with a whole number`);
    if (!ids.includes(id)) refuse(`unknown dimension ${id}. Known: ${ids.join(', ')}`);
    if (Object.hasOwn(weights, id)) refuse(`${id} is given twice`);
    weights[id] = Number(digits);
  }
  const missing = ids.filter((id) => !Object.hasOwn(weights, id));
  if (missing.length > 0) refuse(`${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing; 0 is allowed`);
  const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
  if (sum !== 100) refuse(`the points sum to ${sum}, not 100`);
  return weights;
}
