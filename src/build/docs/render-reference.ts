import type { Rubric } from '../../model/rubric.ts';
import { escapeLineStarts } from '../../report/writers/escape-for-terminal.ts';
import { writeMarkdownHeading, writeMarkdownProse } from '../../report/writers/markdown/write-markdown.ts';
import { ENTRY_KINDS } from '../../rubric-pages/registry.ts';
import { findAnchorOf, linkToReference, type ReferencePage } from './reference-page.ts';
import { listReferencePages } from './reference-pages.ts';

const MARK = '<!-- Generated from the files of the rubric by `npm run generate`. Edit those. -->';

function finish(lines: readonly string[]): string {
  return escapeLineStarts(`${lines.join('\n').trimEnd()}\n`);
}

function renderPage({ title, lines, entries }: ReferencePage, rubric: Rubric): string {
  const contents = entries.map((entry) => `- [${writeMarkdownProse(entry.title)}](#${findAnchorOf(entry)})`);
  return finish([
    MARK,
    '',
    ...writeMarkdownHeading(1, writeMarkdownProse(title)),
    `[Reference](README.md) of the rubric, version ${rubric.version}.`,
    '',
    ...contents,
    ...(contents.length === 0 ? [] : ['']),
    ...lines,
  ]);
}

/** The pages, then every id by its kind. */
function renderIndex(pages: readonly ReferencePage[], rubric: Rubric): string {
  const { hrefOf } = linkToReference(rubric, '', null, 1);
  const kinds = ENTRY_KINDS.filter(({ id }) => id !== 'level' && id !== 'claim').map((kind) => {
    const ids = kind.entries(rubric).map(({ id }) => `[${writeMarkdownProse(id)}](${hrefOf({ kind: kind.id, id })})`);
    return `- **${kind.plural}**: ${ids.join(', ')}`;
  });
  return finish([
    MARK,
    '',
    ...writeMarkdownHeading(1, `${writeMarkdownProse(rubric.title)}: reference`),
    `Version ${rubric.version}. ${writeMarkdownProse(rubric.scope)} \`demandfit explain ID\` prints the same texts.`,
    '',
    ...writeMarkdownHeading(2, 'Pages'),
    ...pages.map(({ id, title }) => `- [${writeMarkdownProse(title)}](${id}.md)`),
    '',
    ...writeMarkdownHeading(2, 'Index of ids'),
    ...kinds,
  ]);
}

/** All that the rubric says, as Markdown pages by their file names; each ends in a newline. */
export function renderReference(rubric: Rubric): ReadonlyMap<string, string> {
  const pages = listReferencePages(rubric);
  return new Map([
    ['README.md', renderIndex(pages, rubric)],
    ...pages.map((page) => [`${page.id}.md`, renderPage(page, rubric)] as const),
  ]);
}
