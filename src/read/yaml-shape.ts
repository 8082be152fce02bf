import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Fault } from './fault.ts';
import { keylessFault } from './yaml-keys.ts';

/** What keeps a text from being parsed at all. */
export function refusalOf(text: string): Fault | null {
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

/** What a parsed text is instead of a mapping; null where it is one. */
export function rootFault(contents: unknown, text: string): Fault | null {
  if (isMap(contents) || isAlias(contents)) return null;
  const from = text.search(/\S|$/);
  const at = { from, to: from + (/^.*/.exec(text.slice(from))?.[0].trimEnd().length ?? 0) };
  const why = 'A file is a mapping: lines of a key, a colon and a value.';
  if (isSeq(contents)) {
    return {
      code: 'yaml/list-at-root',
      at,
      what: 'the file is a list',
      why,
      fix: 'Write the keys without a hyphen, one document a file.',
    };
  }
  if (isScalar(contents) && (contents.source !== '' || contents.type !== 'PLAIN')) {
    const keyless = keylessFault(text.slice(at.from, at.to), at);
    if (keyless.code === 'yaml/missing-space') return keyless;
    return {
      code: 'yaml/text-at-root',
      at,
      what: 'the file is one text without a key',
      why,
      fix: 'Begin with a key, such as `name: Example`.',
    };
  }
  const isEmpty = text.trim() === '';
  return {
    code: isEmpty ? 'yaml/empty' : 'yaml/comments-only',
    at,
    what: isEmpty ? 'nothing is written here' : 'nothing is written here but comments',
    why,
    fix: 'Begin with a key, such as `name: Example`.',
  };
}
