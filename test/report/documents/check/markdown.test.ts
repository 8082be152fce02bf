import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmTable } from 'micromark-extension-gfm-table';
import { describe, expect, it } from 'vitest';
import { RULE_IDS } from '../../../../src/check/rules/registry.ts';
import { renderCheckMarkdown } from '../../../../src/report/documents/check.ts';
import { BROKEN, CLEAN, checked, checkFile, FAILING, finding, hostileFile, MIXED, SITUATIONS } from './fixtures.ts';
import { HOSTILE } from './hostile-texts.ts';

/** Every node of the text as a forge reads it. */
function nodesIn(markdown: string): readonly Nodes[] {
  const walk = (node: Nodes): readonly Nodes[] => [node, ...('children' in node ? node.children.flatMap(walk) : [])];
  return walk(
    fromMarkdown(markdown, {
      extensions: [gfmTable(), gfmAutolinkLiteral()],
      // Its transforms look for addresses in what was escaped on purpose, as no forge does.
      mdastExtensions: [gfmTableFromMarkdown(), { ...gfmAutolinkLiteralFromMarkdown(), transforms: [] }],
    }),
  );
}

const ACTIVE: readonly Nodes['type'][] = [
  'link',
  'linkReference',
  'definition',
  'image',
  'html',
  'code',
  'emphasis',
  'thematicBreak',
  'blockquote',
];

describe('renderCheckMarkdown', () => {
  it('is short for a clean run', () => {
    expect(renderCheckMarkdown(CLEAN)).toBe(`# demandfit check passed: 2 descriptions

0 errors and 0 warnings in 2 descriptions.

|  | File | Verdict | Index | Track | Errors | Warnings |
| --- | --- | --- | ---: | --- | ---: | ---: |
| **passed** | projects/acme.yaml | Weak fit, so far | 41 | compute | 0 | 0 |
| **passed** | b.yaml | Outside | none |  | 0 | 0 |

Settings: default; baseline: none; base: none.
`);
  });

  it('tells problems, findings and what is set aside', () => {
    expect(renderCheckMarkdown(BROKEN)).toContain(
      '## Files not read\n\n- projects/broken.yaml:2:8 **error** yaml/duplicate-key: ',
    );
    expect(renderCheckMarkdown(MIXED)).toContain('- projects/acme.yaml:2:8 **warning** source/stale: ');
    const failing = renderCheckMarkdown(FAILING);
    for (const id of RULE_IDS) expect(failing).toContain(` ${id}: `);
    expect(failing).toContain('3 findings suppressed: 1 by a comment, 2 by the baseline.');
    expect(failing).toContain('- gate/not-passed: Until 2027-01-01: The audit is under way.');
    expect(failing).toContain('- projects/acme.yaml: source/stale, old prices');
  });

  it.each(HOSTILE)('lets no text be more than text: %j', (text) => {
    const nodes = nodesIn(renderCheckMarkdown(hostileFile(text)));
    expect(nodes.filter(({ type }) => ACTIVE.includes(type))).toEqual([]);
    expect(nodes.filter(({ type }) => type === 'table')).toHaveLength(1);
    expect(nodes.filter(({ type }) => type === 'tableRow')).toHaveLength(2);
    expect(nodes.filter(({ type }) => type === 'tableCell')).toHaveLength(14);
    expect(nodes.filter(({ type }) => type === 'heading')).toHaveLength(4);
    // A finding and a problem are two each, with what to do; a reason and an entry of the baseline are one each.
    expect(nodes.filter(({ type }) => type === 'listItem')).toHaveLength(2 * (RULE_IDS.length + 1) + 2);
    // The severity and what was found, and how the file came out.
    expect(nodes.filter(({ type }) => type === 'strong')).toHaveLength(2 * (RULE_IDS.length + 1) + 1);
  });

  it('is held to a reader that finds what is not escaped', () => {
    const found = nodesIn('https://a.example www.a.example `x` <b>x</b> ![i](x) | *a*').map(({ type }) => type);
    expect(found.filter((type) => ACTIVE.includes(type)).sort()).toEqual(
      ['emphasis', 'html', 'html', 'image', 'link', 'link'].sort(),
    );
  });

  it('mentions nobody', () => {
    expect(renderCheckMarkdown(hostileFile('ask @team about #12'))).not.toMatch(/@team|[^&]#12/);
  });

  it('leaves whole files out where it would be too long, and says so', () => {
    const files = Array.from({ length: 400 }, (_, index) =>
      checked({
        file: `${index}.yaml`,
        findings: Array.from({ length: 20 }, (_, at) =>
          finding({ id: 'gate/not-passed', subject: `東京 ${at} `.repeat(10) }),
        ),
      }),
    );
    const output = renderCheckMarkdown(checkFile(files));
    const bytes = new TextEncoder().encode(output).length;
    expect(bytes).toBeLessThan(901_000);
    expect(bytes).toBeGreaterThan(800_000);
    const shown = output.match(/^## \d+\.yaml Acme$/gm)?.length ?? 0;
    expect(output).toContain(
      `\n${400 - shown} sections omitted because a summary may not be longer; other formats are complete.\n`,
    );
    expect(output.match(/^- .* \*\*warning\*\*/gm)).toHaveLength(shown * 20);
  });

  it.each(SITUATIONS)('says nothing of a section omitted for a run that is %s', (_, file) => {
    expect(renderCheckMarkdown(file)).not.toMatch(/sections? omitted/);
  });
});
