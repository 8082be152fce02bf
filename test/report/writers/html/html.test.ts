import { describe, expect, it } from 'vitest';
import { html, linkTo, prose } from '../../../../src/report/writers/html/html.ts';
import { HOSTILE_TEXTS } from '../../hostile-report.ts';

describe('a template', () => {
  it('escapes text, also within an attribute', () => {
    const made = html`<p title="${`"'><b>`}">${'<script>alert(1)</script> &lt;'}</p>`;
    expect(made.markup).toBe('<p title="&quot;&#39;&gt;&lt;b&gt;">&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;</p>');
  });

  it('takes markup as it is, lists in order, and null for nothing', () => {
    expect(html`<ul>${[1, 2].map((n) => html`<li>${n}</li>`)}${null}</ul>`.markup).toBe(
      '<ul><li>1</li><li>2</li></ul>',
    );
  });

  it('shows what hides or reorders text', () => {
    expect(html`${'\u202egnp.exe\u0000'}`.markup).toBe('\\u202egnp.exe\\u0000');
  });
});

describe('prose', () => {
  it('has as code what stands in backticks, escaped as all text is', () => {
    expect(prose('set `a<b` in `c`').markup).toBe('set <code>a&lt;b</code> in <code>c</code>');
  });

  it.each(['one ` alone', 'none', '``'])('leaves %j as it is', (text) => {
    expect(prose(text).markup).toBe(text);
  });
});

describe('a link', () => {
  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    'file:///etc/passwd',
  ])('is none to %s', (url) => {
    expect(linkTo('here', url).markup).not.toContain('<a');
  });

  it('keeps an address within its quotes', () => {
    const { markup } = linkTo('a', 'https://a.example/"><script>x</script>');
    expect(markup).toBe(
      '<a href="https://a.example/%22%3E%3Cscript%3Ex%3C/script%3E" rel="noopener noreferrer nofollow">a</a>',
    );
  });

  it.each(HOSTILE_TEXTS)('opens no element for %j', (text) => {
    expect(linkTo(text, text).markup.replace(/<\/?a\b[^<>]*>/g, '')).not.toMatch(/[<>]/);
  });
});
