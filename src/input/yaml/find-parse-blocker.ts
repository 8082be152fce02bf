import type { TextDiagnostic } from '../text/text-places.ts';

/** What keeps a text from being parsed at all. */
export function findParseBlocker(text: string): TextDiagnostic | null {
  const lone = text.search(/\r(?!\n)/);
  if (lone !== -1) {
    return {
      code: 'yaml/cr-newline',
      at: { from: lone, to: lone + 1 },
      what: 'a line ends here with a carriage return alone',
      why: 'Such line ends, of old Mac systems, are no line ends to most programs.',
      fix: 'Save the file with LF or CRLF line ends.',
    };
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const control = text.search(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/);
  if (control !== -1) {
    return {
      code: 'yaml/control-character',
      at: { from: control, to: control + 1 },
      what: `a control character stands here (${(text.codePointAt(control) ?? 0).toString(16).padStart(4, '0')} in hexadecimal)`,
      why: 'YAML does not allow it; it is often the sign of a file that is not plain UTF-8 text.',
      fix: 'Delete it, save the file as UTF-8, or write it as an escape in double quotes.',
    };
  }
  const prelude = /^(?:(?:[ \t]*|%YAML[ \t]+1\.2[ \t]*)(?:#.*)?\r?\n)*/.exec(text)?.[0].length ?? 0;
  const directive = /^%.*/.exec(text.slice(prelude))?.[0].trimEnd();
  if (directive === undefined) return null;
  return {
    code: 'yaml/directive',
    at: { from: prelude, to: prelude + directive.length },
    what: 'this directive is not followed here',
    why: 'Files are read as YAML 1.2, where NO is a word and not false; another version would change what is written.',
    fix: 'Delete the line.',
  };
}
