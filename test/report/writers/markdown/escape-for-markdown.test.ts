import { describe, expect, it } from 'vitest';
import { escapeForMarkdown, renderMarkdownLink } from '../../../../src/report/writers/markdown/escape-for-markdown.ts';

describe('safeForMarkdown', () => {
  it.each([
    ['plain words, 2.65 USD (of 6.88)', 'plain words, 2.65 USD (of 6.88)'],
    ['a\n\nb\tc', 'a b c'],
    ['# Heading', '\\# Heading'],
    ['- item', '\\- item'],
    ['+ item', '\\+ item'],
    ['1. item', '1\\. item'],
    ['2) item', '2\\) item'],
    ['2.65 USD', '2.65 USD'],
    ['> quote', '&gt; quote'],
    ['=====', '\\====='],
    ['a | b', 'a \\| b'],
    ['`x` *y* _z_ ~s~', '\\`x\\` \\*y\\* \\_z\\_ \\~&#8203;s\\~'],
    ['<b>&amp;', '&lt;b&gt;&amp;amp;'],
    ['[x](javascript:y)', '\\[x\\](javascript:y)'],
    ['![i](https://e.example)', '\\!\\[i\\](https\\://e.example)'],
    ['www.e.example WWW.E.EXAMPLE', 'www\\.e.example WWW\\.E.EXAMPLE'],
    ['@team a@b.example', '@&#8203;team a@&#8203;b.example'],
    ['see #12 and gh-3', 'see \\#&#8203;12 and gh-&#8203;3'],
    ['\u202e', '\\\\u202e'],
    ['', ''],
  ])('%j gives %j', (text, expected) => {
    expect(escapeForMarkdown(text)).toBe(expected);
  });
});

describe('linkInMarkdown', () => {
  it.each([
    ['Price list', 'https://example.org/a?b=1&c=2', '[Price list](https://example.org/a?b=1&amp;c=2)'],
    ['x](https://evil.example) [y', 'https://example.org', '[x\\](https\\://evil.example) \\[y](https://example.org/)'],
    ['Deck', 'javascript:alert(1)', 'Deck (javascript:alert(1))'],
    ['', 'https://example.org', '[https\\://example.org](https://example.org/)'],
  ])('%j to %j gives %j', (text, url, expected) => {
    expect(renderMarkdownLink(text, url)).toBe(expected);
  });
});
