import { type ArgumentSpec, type CommandLine, type OptionValue, type Signature, toOptionKey } from './signature.ts';

/**
 * Takes a command line apart where it is plain: known options by their full names, with values that begin with no dash.
 * null for anything else, wrong or merely unusual, which `parseLine` reads with a package made for it. Where this gives
 * a result, that gives the same.
 */
export function parseSimpleLine(words: readonly string[], { args: expected, options }: Signature): CommandLine | null {
  const args: string[] = [];
  const found: Record<string, OptionValue> = {};
  for (const option of options) {
    if (option.preset !== undefined) found[toOptionKey(option)] = option.preset;
  }
  const rest = words.values();
  for (const word of rest) {
    if (word === '-' || !word.startsWith('-')) {
      args.push(word);
      continue;
    }
    const [, name, attached] = /^--([a-z-]+)(?:=(.+))?$/su.exec(word) ?? [];
    const option = options.find((entry) => entry.name === name);
    if (option === undefined) return null;
    if (option.value === null) {
      if (attached !== undefined) return null;
      found[toOptionKey(option)] = true;
      continue;
    }
    const value = attached ?? rest.next().value;
    if (value === undefined || (value !== '-' && value.startsWith('-'))) return null;
    const before = found[toOptionKey(option)];
    found[toOptionKey(option)] = option.isMany === true ? [...(Array.isArray(before) ? before : []), value] : value;
  }
  return isValidCount(args.length, expected) ? { args, options: found } : null;
}

function isValidCount(count: number, expected: readonly ArgumentSpec[]): boolean {
  const least = expected.filter(({ name }) => name.startsWith('<')).length;
  const isOpen = expected.at(-1)?.name.includes('...') ?? false;
  return count >= least && (isOpen || count <= expected.length);
}
