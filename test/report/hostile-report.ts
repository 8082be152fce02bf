import type { Report } from '../../src/model/report.ts';
import { sampleReport } from './sample-report.ts';

/** What a memo may hold in order to act on a terminal, a CI runner, a forge or a browser. */
export const HOSTILE_TEXTS: readonly string[] = [
  '\u001b[31mred\u001b[0m and \u001b]8;;https://evil.example\u001b\\link\u001b]8;;\u001b\\',
  '::error file=a.ts,line=1::boom',
  'word\n::add-mask::secret\r\n  ::warning::again',
  '##[group]x ##vso[task.complete]y',
  ':::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::error::',
  '你你你::error::你你你',
  '\u202egnp.exe\u202c \u2066isolated\u2069 zero\u200bwidth \ufeffmark \u00ad',
  'NUL \u0000 bell \u0007 back \b delete \u007f csi \u009b2J',
  '| a | b |\n| --- | --- |',
  '`code` ``more`` ~~~fence~~~',
  '<script>alert(1)</script><img src=x onerror=alert(1)> &lt;b&gt; <!-- -->',
  '[x](javascript:alert(1)) ![i](https://evil.example/i.png) [r]: https://evil.example <https://evil.example>',
  'https://evil.example www.evil.example mail@evil.example @team #12 GH-12 owner/repo#3 !4',
  '# Heading',
  '- item',
  '1. item',
  '> quote',
  '---',
  '=====',
  '*bold* _under_ __x__ ~~gone~~ $\\sqrt{2}$',
  '\n\n    indented\n\n# heading\n\n- list',
  '👨‍👩‍👧‍👦 👍🏽 🇩🇪 ✅ ❤️ 東京タワー한국어ﾊﾝｶｸ naïve e\u0301',
  '日本語の長い文章で空白がないものは、どこかで折り返さなければならないので、幅を数えて折り返します。',
  `${'x'.repeat(300)}-${'y'.repeat(100)}`,
  '\\u202e \\',
  'lone \ud800 surrogate',
  ':',
  '',
];

/** The hostile texts without controls in parts, each after `attack`, that are short enough for a name: of 200 letters, some of which count twice. */
export function listHostileNames(attack: string): readonly string[] {
  const room = 180 - attack.length;
  const plain = HOSTILE_TEXTS.join(' ').replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/gu, ' ');
  return [...plain.matchAll(new RegExp(`[^]{1,${room}}`, 'gu'))].map(([part]) => `${attack} ${part}`);
}

/** Words of the report's own vocabulary, which no description can set. */
const FIXED: ReadonlySet<string> = new Set(['id', 'status', 'lowered', 'route', 'better', 'because', 'asOf']);

/** The same data with `text` in place of every text but those under a key of `fixed`. */
export function infect(value: unknown, text: string, fixed = FIXED): unknown {
  if (typeof value === 'string') return text;
  if (Array.isArray(value)) return value.map((entry) => infect(entry, text, fixed));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, fixed.has(key) ? entry : infect(entry, text, fixed)]),
  );
}

/** The sample report with `text` in place of every text that a user or a rubric can set. */
export function hostileReport(text: string): Report {
  return { ...sampleReport(), ...(infect(sampleReport(), text) as Report) };
}

/** What no terminal output may hold: controls but for the line feed, and what hides or reorders text. */
export const RAW_CONTROL =
  /(?!\n)\p{Cc}|\p{Cs}|\p{Zl}|\p{Zp}|[\u00ad\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u;

/** A line that GitHub's runner obeys, or a command that it finds anywhere. */
export const RUNNER_COMMAND = /^[^\S\n]*::|##[a-z]*\[/im;
