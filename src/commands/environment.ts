import type { Host } from './host.ts';
import { keyOf, type OptionSpec, type OptionValue } from './signature.ts';

/** The variable that stands for an option, such as DEMANDFIT_MIN_INDEX for `min-index`. */
function variableOf({ name }: OptionSpec): string {
  return `DEMANDFIT_${name.replaceAll('-', '_').toUpperCase()}`;
}

function givenIn({ value, isMany }: OptionSpec, text: string): OptionValue | undefined {
  if (value === null) return /^(?:1|true|yes|on)$/i.test(text) ? true : undefined;
  return isMany === true ? text.split(/\s+/).filter((part) => part !== '') : text;
}

/** The options of a command line, with those that it leaves out taken from the environment. A list has blanks between its values; a flag is on for `1` or `true`. */
export function withEnvironment(
  options: Readonly<Record<string, unknown>>,
  specs: readonly OptionSpec[],
  host: Host,
): Readonly<Record<string, unknown>> {
  const found = { ...options };
  for (const spec of specs) {
    const text = host.env(variableOf(spec));
    if (text === undefined || text === '' || found[keyOf(spec)] !== undefined) continue;
    const value = givenIn(spec, text);
    if (value !== undefined) found[keyOf(spec)] = value;
  }
  return found;
}
