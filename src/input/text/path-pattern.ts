import picomatch from 'picomatch';

/** A segment with a wildcard, a class, a choice or an extended pattern. Plain parentheses are letters of a name. */
const MAGIC = /[*?[\]{}]|[!+@]\(/;

function escapeLetters(text: string): string {
  return text.replace(/[\\[\]{}()*?!+@|^$]/g, '\\$&');
}

/** A path without `./`, and without doubled or closing slashes. */
function tidyPath(path: string): string {
  const parts = path.split('/').filter((part, index) => part !== '.' && (part !== '' || index === 0));
  return parts.join('/');
}

/** A path of the user's as it matches: a file itself, or a folder that holds files. */
export interface PathPattern {
  /** The folder that all it can match lies in, or the file that it names. */
  readonly base: string;
  /** True where it may match what begins with a dot. */
  readonly namesHidden: boolean;
  /** What a path, named from the same folder, is to the pattern: matched by it, within a folder that is, or neither. */
  match(path: string): 'itself' | 'within' | null;
}

/**
 * Reads a path or glob of the command line or a config. What exists under the name as written is meant literally, segment by segment
 * from the left. A glob matches files, and folders with all that is in them unless its last segment is a mere `*` or has an
 * extension; one that ends in a slash, folders only. Letters are compared in their composed form (NFC).
 */
export function readPathPattern(pattern: string, exists: (path: string) => boolean): PathPattern {
  const rest = tidyPath(pattern).split('/');
  const literal: string[] = [];
  while (rest.length > 0) {
    const [next = ''] = rest;
    if (MAGIC.test(next) && !exists([...literal, next].join('/'))) break;
    literal.push(next);
    rest.shift();
  }
  const base = literal.join('/') || (pattern.startsWith('/') ? '/' : '.');
  const compose = (text: string) => text.normalize('NFC');
  if (rest.length === 0) {
    const name = compose(base);
    const within = (path: string) =>
      name === '.' ? !/^(?:\.\.)?\//.test(path) : path.startsWith(name === '/' ? '/' : `${name}/`);
    const match = (path: string) => (name === path ? 'itself' : within(path) ? 'within' : null);
    return { base, namesHidden: false, match: (path) => match(compose(path)) };
  }
  const escaped = rest.map((part) => part.replace(/(?<![?*+@!\\])\(([^()|]*)\)/g, '\\($1\\)'));
  const glob = compose([...literal.map(escapeLetters), ...escaped].join('/'));
  const isFolder = pattern.endsWith('/');
  const last = rest.at(-1) ?? '';
  const options = { windows: false, nonegate: true };
  const itself = isFolder ? () => false : picomatch(glob, options);
  const isOfFiles = !isFolder && /^\*+$|^[^*]*\*.*\./.test(last);
  const within = isOfFiles ? () => false : picomatch(`${glob}/**/*`, { ...options, dot: true });
  return {
    base,
    namesHidden: rest.some((part) => /(?:^|[{,(|])\.(?!\.?$)/.test(part)),
    match(path) {
      const composed = compose(path);
      return itself(composed) ? 'itself' : within(composed) ? 'within' : null;
    },
  };
}
