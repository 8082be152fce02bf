import type { Scalar } from 'yaml';
import { makeExcerpt } from '../text/quote.ts';
import type { TextDiagnostic, TextRange } from '../text/text-places.ts';

/** As long as YAML lets a key be that has no question mark before it. */
const MAX_KEY_LENGTH = 1024;

const INVISIBLE =
  /[\p{Default_Ignorable_Code_Point}\p{Cf}\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/u;

export function explainLongKey({ from }: TextRange): TextDiagnostic {
  return {
    code: 'yaml/long-key',
    at: { from, to: from + 40 },
    what: `the key that begins here is longer than ${MAX_KEY_LENGTH} characters`,
    why: 'No key is that long; a text with a colon in it was taken for one.',
    fix: 'Put the text in quotes.',
  };
}

export function explainMissingSpace(written: string, at: TextRange): TextDiagnostic {
  const [, key = '', rest = ''] = /^([^:]+):\s*(.*)/s.exec(written) ?? [];
  return {
    code: 'yaml/missing-space',
    at,
    what: `no blank follows the colon in \`${makeExcerpt(written)}\``,
    why: 'Without the blank YAML reads all of it as one text, not as a key and its value.',
    fix: `Write \`${makeExcerpt(`${key}: ${rest}`)}\`.`,
  };
}

/** A text where a key with its value was due. */
export function explainKeylessText(written: string, at: TextRange): TextDiagnostic {
  if (/^[\w-]+:[^\s/]/.test(written)) return explainMissingSpace(written, at);
  const [, key = '', value = ''] = /^([\w-]+)\s*=\s*(.*)$/.exec(written) ?? [];
  return {
    code: 'yaml/missing-colon',
    at,
    what: `\`${makeExcerpt(written)}\` is no key with a value`,
    why: 'In this column YAML expects a key, a colon and a blank.',
    fix:
      key === ''
        ? 'Write its key before it; if the line goes on with the text above, indent it.'
        : `Write \`${makeExcerpt(`${key}: ${value}`)}\`.`,
  };
}

export function explainInvisible(at: TextRange): TextDiagnostic {
  return {
    code: 'yaml/invisible-character',
    at,
    what: 'a character that cannot be seen, such as a no-break space, stands in or beside this key',
    why: 'Such characters come with text copied from a web page or a document, and YAML takes them for letters.',
    fix: 'Delete the blanks around the key and type them again.',
  };
}

interface KeyContext {
  /** False in `{ a }`, where nothing follows the key. */
  readonly hasValue: boolean;
  /** Where the same key stands above in this mapping. */
  readonly first: TextRange | null;
}

/** What is wrong with a key although YAML accepts it. */
export function findKeyProblem(
  key: Scalar<string>,
  at: TextRange,
  { hasValue, first }: KeyContext,
): TextDiagnostic | null {
  const word = key.value;
  if (word === '<<' && key.type === 'PLAIN') {
    return {
      code: 'yaml/merge-key',
      at,
      what: '`<<` asks to merge in the keys of another mapping, which is not done here',
      why: 'Merging is no part of YAML 1.2, and a reader would not see which keys are set.',
      fix: 'Write the keys out.',
    };
  }
  if (word === '') {
    return {
      code: 'yaml/empty-key',
      at: { from: at.from, to: at.from + 1 },
      what: 'no key stands before this colon',
      why: 'A value without a key belongs to nothing.',
      fix: 'Write the key before the colon, or put the text in quotes.',
    };
  }
  if (word.length > MAX_KEY_LENGTH) return explainLongKey(at);
  if (INVISIBLE.test(word)) return explainInvisible(at);
  if (!hasValue && key.type === 'PLAIN' && /^[\w-]+:(?!\/\/)./.test(word)) return explainMissingSpace(word, at);
  if (first === null) return null;
  return {
    code: 'yaml/duplicate-key',
    at,
    what: `the key \`${makeExcerpt(word)}\` is here for the second time`,
    why: 'Only one of the two values could count, and the file does not say which.',
    fix: 'Remove one of the two, or rename it.',
    related: { at: first, what: `\`${makeExcerpt(word)}\` stands here first` },
  };
}
