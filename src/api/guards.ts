// Callers without types can hand over anything, and deep in the program it would show as a fault of ours.

interface ArgumentGuard {
  readonly means: string;
  readonly is: (value: unknown) => boolean;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** True for an object that has a list under each of these keys. */
function hasLists(value: unknown, ...keys: readonly string[]): boolean {
  return isObject(value) && keys.every((key) => Array.isArray(value[key]));
}

/** What the arguments of the programmatic interface have to be, by name; as much is looked at as tells one from another. */
const ARGUMENTS = {
  text: { means: 'a string', is: (value) => typeof value === 'string' },
  name: { means: 'a string', is: (value) => typeof value === 'string' },
  texts: {
    means: 'an object that maps file names to texts',
    is: (value) => isObject(value) && !(Symbol.iterator in value),
  },
  rubric: {
    means: '`builtInRubric`, or the `value` that `readRubric` returns',
    is: (value) => hasLists(value, 'tracks', 'dimensions', 'criteria'),
  },
  classifier: { means: 'the `classifier` of a rubric', is: (value) => hasLists(value, 'labels') },
  description: {
    means: 'the `value` that `readDescription` returns',
    is: (value) => isObject(value) && isObject(value['answers']) && typeof value['placeOf'] === 'function',
  },
  reports: {
    means: 'an array of reports from `assess`',
    is: (value) => Array.isArray(value) && value.every((report) => hasLists(report, 'dimensions', 'gates')),
  },
  file: { means: 'the result of `reportFile`', is: (value) => hasLists(value, 'reports', 'problems') },
  lock: { means: 'the parsed content of a lock file', is: (value) => isObject(value) && isObject(value['sources']) },
  options: { means: 'an object', is: isObject },
} as const satisfies Record<string, ArgumentGuard>;

type ArgumentName = keyof typeof ARGUMENTS;

function describeType(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'another object' : `a ${typeof value}`;
}

function checkArgument(called: string, name: ArgumentName, value: unknown): void {
  const { is, means } = ARGUMENTS[name];
  if (!is(value)) throw new TypeError(`${called} must be ${means}, not ${describeType(value)}`);
}

/** Holds arguments, by name, against what they have to be. @throws TypeError that names the first that is something else. */
export function assertArguments(given: Readonly<Partial<Record<ArgumentName, unknown>>>): void {
  for (const [name, value] of Object.entries(given)) checkArgument(name, name as ArgumentName, value);
  if (!('texts' in given)) return;
  for (const [name, text] of Object.entries(given.texts ?? {}))
    checkArgument(`texts[${JSON.stringify(name)}]`, 'text', text);
}
