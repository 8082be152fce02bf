import { HOSTILE_TEXTS } from '../../hostile-report.ts';

/** What a memo may hold against a reader of any format. */
export const HOSTILE: readonly string[] = [
  ...HOSTILE_TEXTS,
  '::add-mask::x',
  '##[group]',
  ']]>',
  '</testsuite></testsuites><x>',
  '<!-- --> <![CDATA[ &amp; &#0; %0A::error::x',
  '=cmd|x',
  "=cmd|' /C calc'!A0\r\n\u00a0 +1+1\r\n\t@SUM(1)\n-2+3",
  '\uff1d1+1',
  'a\r\n::error::b\rc',
  '\ud800 \udfff \uffff \ufffe \u0085 \u000b \u000c',
  '| a | @mention `x` {0} [x](https://evil.example)',
  'C:\\x\\..\\y:1,2=3%0A',
];
