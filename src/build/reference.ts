import type { Rubric } from '../model/rubric.ts';
import { escapeLineStarts } from '../report/writers/escape-for-terminal.ts';
import { writeMarkdownHeading, writeMarkdownProse } from '../report/writers/markdown/write-markdown.ts';
import { type Chapter, renderChapter, toAnchor } from '../rubric-pages/reference/chapter.ts';
import { listChapters } from '../rubric-pages/reference/chapters.ts';

function renderContents(chapters: readonly Chapter[]): string[] {
  const item = (depth: number, title: string, anchor: string) =>
    `${'  '.repeat(depth)}- [${writeMarkdownProse(title)}](#${anchor})`;
  const items = chapters.flatMap(({ title, anchor, entries }) => [
    item(0, title, anchor),
    ...entries.map((entry) => item(1, entry.title, toAnchor(entry))),
  ]);
  return [...items, ''];
}

/** All that the rubric says, as one Markdown document with a table of contents; ends in a newline. */
export function renderReference(rubric: Rubric): string {
  const chapters = listChapters(rubric);
  const lines = [
    '<!-- Generated from the files of the rubric by `npm run generate`. Edit those. -->',
    '',
    ...writeMarkdownHeading(1, `${writeMarkdownProse(rubric.title)}: the rubric in full`),
    `Version ${rubric.version}. ${writeMarkdownProse(rubric.scope)}`,
    '',
    ...writeMarkdownHeading(2, 'Contents'),
    ...renderContents(chapters),
    ...chapters.flatMap(renderChapter),
  ];
  return escapeLineStarts(`${lines.join('\n').trimEnd()}\n`);
}
