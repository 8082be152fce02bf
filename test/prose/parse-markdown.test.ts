import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/prose/parse-markdown.ts';

/** The whole text through the parser. */
function parseAtOnce(text: string): Root {
  return fromMarkdown(text, {
    extensions: [gfmAutolinkLiteral(), gfmFootnote(), gfmStrikethrough(), gfmTable()],
    mdastExtensions: [
      gfmAutolinkLiteralFromMarkdown(),
      gfmFootnoteFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
      gfmTableFromMarkdown(),
    ],
  });
}

/** What a reader of passages sees of a tree: an item of one list or of another is the same to them. */
function summarize(node: Nodes): readonly unknown[] {
  const { start, end } = node.position ?? {};
  const at = [start?.offset, end?.offset];
  if (node.type === 'root' || node.type === 'list') return node.children.flatMap(summarize);
  const said = 'value' in node ? node.value : 'url' in node ? node.url : 'identifier' in node ? node.identifier : '';
  return [[node.type, ...at, said, 'children' in node ? node.children.flatMap(summarize) : []]];
}

const LINES = [
  'We rent cards by the hour.',
  'It costs 5 USD, and more (in 2026).',
  'See [the list][a] and [a] and note[^1].',
  'Visit www.example.org or https://example.org/a, or write to a@example.org.',
  'Some *words* and `code` and <b>tags</b> &amp; \\* ~~old~~',
  'ends with two blanks  ',
  'has\ta tab',
  '[a]: https://example.org/b',
  '[^1]: A note.',
  '[^1]: A note.\n\n    that goes on',
  '# A heading',
  'Underlined\n===',
  '---',
  '===',
  '- an item',
  '  continued',
  '1. one',
  '2) two',
  '2026. A year',
  '> quoted',
  '```',
  '~~~ js',
  '    indented',
  '<!-- open',
  'closed -->',
  '<div>',
  '</div>',
  '<script>',
  '</script>',
  '| a | b |',
  '|---|---|',
  '+ plus',
  ': colon',
  '$5 a day',
  '\u00a0',
  'a\u2028b',
  'end\r',
  '\r',
  '',
  '',
  '',
];

describe('parseMarkdown', () => {
  it('finds what the parser finds in the whole text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LINES), { maxLength: 24 }), (lines) => {
        const text = lines.join('\n');
        expect(summarize(parseMarkdown(text))).toEqual(summarize(parseAtOnce(text)));
      }),
      { numRuns: 60 },
    );
  });

  it('finds the same in a text of many parts', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LINES), { minLength: 500, maxLength: 600 }), (lines) => {
        const text = lines.map((line) => `${line}\n\n`).join('');
        expect(summarize(parseMarkdown(text))).toEqual(summarize(parseAtOnce(text)));
      }),
      { numRuns: 1 },
    );
  });
});
