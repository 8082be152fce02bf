import * as fs from 'node:fs';
import * as path from 'node:path';

/** A comment, or a string of more than one word, on one line and with `_` for what is filled in. */
export interface ProseInCode {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly isComment: boolean;
}

/** Comments and strings, as well as a regular expression can find them. */
const PROSE = /\/\*[\s\S]*?\*\/|(?<=^|[\s;{}(,])\/\/.*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;

/** Strings that are markup or style. */
const MARKUP = /class="|\{ [\w-]+: .*; \}/;

function listProseOf(file: string, root: string): readonly ProseInCode[] {
  const source = fs.readFileSync(path.join(root, file), 'utf8');
  return [...source.matchAll(PROSE)]
    .map(({ 0: found, index }) => ({
      file,
      line: source.slice(0, index).split('\n').length,
      text: found.replace(/\s+(?:\*\s|\/\/)?\s*/g, ' ').replace(/\$\{[^}]*\}?/g, '_'),
      isComment: found.startsWith('/'),
    }))
    .filter(({ text }) => /\w \w/.test(text) && !MARKUP.test(text));
}

/** Everything that the sources say in words, by file. @param root folder of the package. */
export function listProse(root: string): readonly ProseInCode[] {
  return fs
    .readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join('src', name.replaceAll(path.sep, '/')))
    .filter((name) => name.endsWith('.ts'))
    .toSorted()
    .flatMap((name) => listProseOf(name, root));
}
