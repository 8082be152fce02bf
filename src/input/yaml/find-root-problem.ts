import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { TextDiagnostic } from '../text/text-places.ts';
import { explainKeylessText } from './keys.ts';

/** What a parsed text is instead of a mapping; null where it is one. */
export function findRootProblem(contents: unknown, text: string): TextDiagnostic | null {
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
    const keyless = explainKeylessText(text.slice(at.from, at.to), at);
    if (keyless.code === 'yaml/missing-space') return keyless;
    return {
      code: 'yaml/text-at-root',
      at,
      what:
        typeof contents.value === 'string'
          ? 'the file is one text without a key'
          : `the file is the one value \`${contents.source}\`, without a key`,
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
