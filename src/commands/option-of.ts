import { nearest } from '../read/suggest.ts';
import { UsageError } from './exit.ts';

/** The text of an option, undefined where it was not given. */
export function textOption(options: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

export function flagOption(options: Readonly<Record<string, unknown>>, name: string): boolean {
  return options[name] === true;
}

/** The entry with this id. @throws UsageError that names the choices and the nearest of them. */
export function pick<T extends { readonly id: string }>(
  entries: readonly T[],
  id: string,
  what: string,
  example: string,
): T {
  const found = entries.find((entry) => entry.id === id);
  if (found !== undefined) return found;
  const ids = entries.map((entry) => entry.id);
  const near = nearest(id, ids);
  const hint = near === null ? '' : ` Did you mean ${near}?`;
  throw new UsageError(`there is no ${what} ${JSON.stringify(id)}.${hint} Known: ${ids.join(', ')}`, example);
}
