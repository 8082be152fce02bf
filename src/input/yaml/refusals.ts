import type { Scalar } from 'yaml';
import { makeExcerpt, quoteYaml } from '../text/quote.ts';
import type { TextDiagnostic, TextRange } from '../text/text-places.ts';

// What YAML accepts and is refused all the same: what its author can't have meant, and what has no meaning here.

/** Levels of nesting; more than in any description, and what is deeper was made to exhaust a reader. */
export const MAX_DEPTH = 64;

/** Values that all aliases of a file may repeat together. */
export const MAX_ALIASED_VALUES = 10_000;

/** Lines, brackets, commas and other signs of YAML that a file may have; a description has a hundredth of that. */
const MAX_SIGNS = 40_000;

/** What a file is made of. */
export const WHY_MAPPING = 'A file is a mapping: lines of a key, a colon, a space and a value.';

const INVISIBLE =
  /[\p{Default_Ignorable_Code_Point}\p{Cf}\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/u;

/** Why each refusal is one and what to do about it, by its code less `yaml/`; what is refused depends on the text. */
const REFUSALS = {
  'too-deep': [
    'No description needs that many, and reading them could exhaust the program.',
    'Remove levels; most often a bracket or an indentation is repeated by mistake.',
  ],
  'too-many-parts': [
    'No description needs that many, and reading them could exhaust the program.',
    'Check that this is the right file; most often data of another kind is in it.',
  ],
  'alias-bomb': [
    'No description needs that many, and reading them could exhaust the program.',
    'Write the values out where they are used.',
  ],
  'undefined-alias': [
    'A * at the start of a value repeats a value that was marked with & before.',
    'Put the text in quotes if the * is part of it; begin the items of a list with a hyphen and a space.',
  ],
  'unused-anchor': [
    'A & at the start of a value marks the value and is not part of its text.',
    'Put the value in quotes if the & is part of the text, or remove the anchor.',
  ],
  tag: [
    'A ! at the start of a value gives it a type, and only the plain types of YAML are known.',
    'Put the value in quotes if the ! is part of the text, or remove the tag.',
  ],
  'invisible-character': [
    'Such characters come with text copied from a web page or a document, and YAML takes them for letters.',
    'Delete the spaces around the key and type them again.',
  ],
  'cr-newline': [
    'Most programs do not recognise the line endings of old Mac systems.',
    'Save the file with LF or CRLF line endings.',
  ],
  'control-character': [
    'YAML does not allow it; it is often the sign of a file that is not plain UTF-8 text.',
    'Delete it, save the file as UTF-8, or write it as an escape in double quotes.',
  ],
  directive: [
    'Files are read as YAML 1.2, where NO is a word and not false; another version would change what is written.',
    'Delete the line.',
  ],
  'merge-key': [
    'Merging is not part of YAML 1.2, and a reader would not see which keys are set.',
    'Write the keys out.',
  ],
  'empty-key': [WHY_MAPPING, 'Write the key before the colon, or put the text in quotes.'],
  'reserved-key': ['Programs use it for themselves and would lose what is under it.', 'Choose another name.'],
  'duplicate-key': [
    'Only one of the two values could count, and the file does not say which.',
    'Remove one of the two, or rename it.',
  ],
} as const satisfies Record<string, readonly [why: string, fix: string]>;

export function refuse(code: keyof typeof REFUSALS, at: TextRange, what: string): TextDiagnostic {
  const [why, fix] = REFUSALS[code];
  return { code: `yaml/${code}`, at, what, why, fix };
}

export function explainTooDeep({ from }: TextRange): TextDiagnostic {
  const what = `the values are nested more than ${MAX_DEPTH} levels deep`;
  return refuse('too-deep', { from, to: from + 1 }, what);
}

export function explainTag(written: string, at: TextRange): TextDiagnostic {
  return refuse('tag', at, `\`${makeExcerpt(written)}\` is read as a tag, which has no meaning here`);
}

export function explainInvisible(at: TextRange): TextDiagnostic {
  const what = 'there is an invisible character, such as a no-break space, in or next to this key';
  return refuse('invisible-character', at, what);
}

export function explainLoneReturn(at: TextRange): TextDiagnostic {
  return refuse('cr-newline', at, 'a line ends with a carriage return alone');
}

export function explainMissingSpace(written: string, at: TextRange): TextDiagnostic {
  const [, key = '', rest = ''] = /^([^:]+):\s*(.*)/s.exec(written) ?? [];
  return {
    code: 'yaml/missing-space',
    at,
    what: `no space follows the colon in \`${makeExcerpt(written)}\``,
    why: 'Without the space YAML reads all of it as one text, not as a key and its value.',
    fix: `Write \`${makeExcerpt(`${key}: ${rest}`)}\`.`,
  };
}

/** Digits of a number that are compared with what was read. */
const MAX_DIGITS = 400;

/** Significant digits and their power of ten, so that `2.50` and `2.5` come out equal. */
function normalizeDecimal(written: string): string {
  const [mantissa = '', exponent = '0'] = written.toLowerCase().replace(/^[-+]/, '').split('e');
  const [whole = '', decimals = ''] = mantissa.split('.');
  const digits = (whole + decimals).replace(/^0+/, '');
  const significant = digits.replace(/(?<!0)0+$/, '');
  if (significant === '') return '0';
  return `${significant}e${Number(exponent) - decimals.length + (digits.length - significant.length)}`;
}

/** Code, reason and what to do for a number that is not what was written; null for any other. */
function explainMisreadNumber(source: string, value: number): readonly [code: string, why: string, fix: string] | null {
  if (/^0[xo]/.test(source))
    return [
      'number-base',
      'An address or a hash read as a number loses digits.',
      'Write a quantity in decimal digits.',
    ];
  if (!Number.isFinite(value))
    return ['number-not-finite', 'Nothing can be compared with it.', 'Write a quantity as a finite decimal number.'];
  if (/^[-+]?0\d/.test(source))
    return [
      'leading-zero',
      'The zero is lost, and other readers of YAML take this for octal.',
      'Otherwise drop the zero.',
    ];
  if (source.length <= MAX_DIGITS && normalizeDecimal(source) === normalizeDecimal(String(value))) return null;
  return ['number-too-precise', 'A number keeps 15 to 17 digits.', 'Round a quantity to 15 digits.'];
}

/** What is wrong with the value of a scalar although YAML accepts it. */
export function findValueProblem({ value, source = '' }: Scalar, at: TextRange): TextDiagnostic | null {
  const quote = `Put it in quotes if it is text: \`${quoteYaml(makeExcerpt(source))}\`.`;
  if (value === null && source !== '' && source !== 'null') {
    const why = 'YAML reads ~, Null and NULL as an empty value, so a name or a ticker written like that is lost.';
    const fix = `${quote} Otherwise remove the key.`;
    return { code: 'yaml/null-word', at, what: `\`${source}\` is read as no value at all`, why, fix };
  }
  const misread = typeof value === 'number' ? explainMisreadNumber(source, value) : null;
  if (misread === null) return null;
  const [code, why, fix] = misread;
  const what = `\`${makeExcerpt(source)}\` is read as the number ${String(value)}`;
  return { code: `yaml/${code}`, at, what, why, fix: `${quote} ${fix}` };
}

/** A hash sign that ends a value and is followed by a word, not by a space or a ruler such as `#---`. */
const SWALLOWED_TEXT = /[ \t]+(#(?![\s#!*=-]).*)/y;

/**
 * The part of a line that was meant as text and is lost as a comment, such as `#1 in storage` in `We are #1 in storage`.
 * `end` is where the value ends, `from` where it begins, or null if that is on another line; `name` is its key.
 */
export function findSwallowedText(
  text: string,
  end: number,
  { from, name }: { readonly from: number | null; readonly name: string | null },
): TextDiagnostic | null {
  SWALLOWED_TEXT.lastIndex = end;
  const match = SWALLOWED_TEXT.exec(text);
  if (match === null) return null;
  const lost = (match[1] ?? '').trimEnd();
  const start = end + match[0].indexOf('#');
  const whole = from === null ? '' : text.slice(from, start + lost.length).trim();
  const isShort = whole !== '' && whole.length <= 60 && !whole.includes('\n');
  return {
    code: 'yaml/swallowed-text',
    at: { from: start, to: start + lost.length },
    what: `\`${makeExcerpt(lost)}\` is read as a comment, not as part of ${name === null ? 'the text' : `\`${makeExcerpt(name)}\``}`,
    why: 'A # after a space begins a comment unless the text is in quotes.',
    fix: `Put the text in quotes${isShort ? `: \`${quoteYaml(whole)}\`` : ''}. If it is a comment, write a space after the #.`,
  };
}

interface KeyContext {
  /** False in `{ a }`, where nothing follows the key. */
  readonly hasValue: boolean;
  /** Where the same key is above in this mapping. */
  readonly first: TextRange | null;
}

/** What is wrong with a key although YAML accepts it. */
export function findKeyProblem(
  { value: word, type }: Scalar<string>,
  at: TextRange,
  { hasValue, first }: KeyContext,
): TextDiagnostic | null {
  const mark = { from: at.from, to: at.from + 1 };
  if (word === '<<' && type === 'PLAIN')
    return refuse('merge-key', at, '`<<` merges another mapping, which is not supported');
  if (word === '') return refuse('empty-key', mark, 'this colon has no key before it');
  if (word === '__proto__') return refuse('reserved-key', at, '`__proto__` cannot be a key');
  if (INVISIBLE.test(word)) return explainInvisible(at);
  if (!hasValue && type === 'PLAIN' && /^[\w-]+:(?!\/\/)./.test(word)) return explainMissingSpace(word, at);
  if (first === null) return null;
  const name = makeExcerpt(word);
  const related = { at: first, what: `\`${name}\` is first set here` };
  return { ...refuse('duplicate-key', at, `duplicate key \`${name}\``), related };
}

const SIGN = /[\n[\]{},"]|[-?:](?=\s)|(?<![^\s,[{])[&*!|>@']/g;

/** Where a text has more signs than any description; null for nearly every text. */
function findTooManySigns(text: string): number | null {
  if (text.length <= MAX_SIGNS) return null;
  SIGN.lastIndex = 0;
  for (let count = 0; count < MAX_SIGNS; count += 1) if (!SIGN.test(text)) return null;
  return SIGN.lastIndex - 1;
}

/** What keeps a text from being parsed at all: line ends, control characters, directives and size. */
export function findParseBlocker(text: string): TextDiagnostic | null {
  const lone = text.search(/\r(?!\n)/);
  if (lone !== -1) return explainLoneReturn({ from: lone, to: lone + 1 });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const control = text.search(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/);
  if (control !== -1) {
    const digits = (text.codePointAt(control) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return refuse('control-character', { from: control, to: control + 1 }, `control character U+${digits}`);
  }
  const many = findTooManySigns(text);
  if (many !== null)
    return refuse('too-many-parts', { from: many, to: many + 1 }, `more than ${MAX_SIGNS} lines, brackets and commas`);
  const prelude = /^(?:(?:[ \t]*|%YAML[ \t]+1\.2[ \t]*)(?:#.*)?\r?\n)*/.exec(text)?.[0].length ?? 0;
  const directive = /^%.*/.exec(text.slice(prelude))?.[0].trimEnd();
  if (directive === undefined) return null;
  return refuse('directive', { from: prelude, to: prelude + directive.length }, 'directives are not supported');
}
