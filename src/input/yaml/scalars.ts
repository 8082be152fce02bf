import type { Scalar } from 'yaml';
import { makeExcerpt, quoteYaml } from '../text/quote.ts';
import type { TextDiagnostic, TextRange } from '../text/text-places.ts';

/** Significant digits and their power of ten, so that `2.50` and `2.5` come out equal. */
function normalizeDecimal(written: string): string {
  const [mantissa = '', exponent = '0'] = written.toLowerCase().replace(/^[-+]/, '').split('e');
  const [whole = '', decimals = ''] = mantissa.split('.');
  const digits = (whole + decimals).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  return `${significant}e${Number(exponent) - decimals.length + (digits.length - significant.length)}`;
}

function findNumberProblem(source: string, value: number, at: TextRange): TextDiagnostic | null {
  const written = `\`${makeExcerpt(source)}\``;
  const keep = `Put it in quotes if it is text: \`${quoteYaml(makeExcerpt(source))}\`.`;
  if (/^0[xo]/.test(source)) {
    return {
      code: 'yaml/number-base',
      at,
      what: `${written} is read as ${source[1] === 'x' ? 'a hexadecimal' : 'an octal'} number, ${value}`,
      why: 'An address or a hash without quotes is taken for a number and loses digits and capitals.',
      fix: `${keep} Write a quantity in decimal digits.`,
    };
  }
  if (!Number.isFinite(value)) {
    return {
      code: 'yaml/number-not-finite',
      at,
      what: `${written} is read as ${Number.isNaN(value) ? 'a number that is none' : 'an infinite number'}`,
      why: 'Nothing can be compared with it.',
      fix: `Write a finite decimal number. ${keep}`,
    };
  }
  if (/^[-+]?0\d/.test(source)) {
    return {
      code: 'yaml/leading-zero',
      at,
      what: `${written} begins with a zero and is read as ${value}`,
      why: 'The zero is lost, and other readers of YAML take such a number for an octal one.',
      fix: `Leave the zero out. ${keep}`,
    };
  }
  if (normalizeDecimal(source) !== normalizeDecimal(String(value))) {
    return {
      code: 'yaml/number-too-precise',
      at,
      what: `${written} has more digits than a number keeps and is read as ${value}`,
      why: 'The figure scored would not be the figure written.',
      fix: `Round it to 15 digits. ${keep}`,
    };
  }
  return null;
}

/** What is wrong with the value of a scalar although YAML accepts it. */
export function findValueProblem(scalar: Scalar, at: TextRange): TextDiagnostic | null {
  const { value, source = '' } = scalar;
  if (typeof value === 'number') return findNumberProblem(source, value, at);
  if (value === null && source !== '' && source !== 'null') {
    return {
      code: 'yaml/null-word',
      at,
      what: `\`${source}\` is read as no value at all`,
      why: 'YAML takes ~, Null and NULL for an empty value, so a name or a ticker written like that is lost.',
      fix: `Put it in quotes if it is text: \`${quoteYaml(source)}\`. Else leave the key out.`,
    };
  }
  return null;
}

/** A hash sign that ends a value and is followed by a word, not by a blank or a ruler such as `#---`. */
const SWALLOWED_TEXT = /[ \t]+(#(?![\s#!*=-]).*)/y;

interface SwallowingValue {
  /** Where the value begins; null when that is not on this line. */
  readonly from: number | null;
  /** The key that the value belongs to. */
  readonly name: string | null;
}

/**
 * The part of a line that was meant as text and is lost as a comment, such as `#1 in storage` in `We are #1 in storage`;
 * `end` is where the value ends.
 */
export function findSwallowedText(text: string, end: number, { from, name }: SwallowingValue): TextDiagnostic | null {
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
    what: `\`${makeExcerpt(lost)}\` is read as a comment and not as part of ${name === null ? 'the text' : `\`${makeExcerpt(name)}\``}`,
    why: 'A # after a blank begins a comment unless the text is in quotes.',
    fix: `Put the text in quotes${isShort ? `: \`${quoteYaml(whole)}\`` : ''}. If it is a comment, write a blank after the #.`,
  };
}

export function explainTag(written: string, at: TextRange): TextDiagnostic {
  return {
    code: 'yaml/tag',
    at,
    what: `\`${makeExcerpt(written)}\` is read as a tag, and means nothing here`,
    why: 'A ! at the start of a value gives it a type, and only the plain types of YAML are known.',
    fix: 'Put the value in quotes if the ! is part of the text, else remove the tag.',
  };
}
