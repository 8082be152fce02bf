import type { ComparisonJson } from '../model/comparison.ts';
import { toComparisonDocument } from './documents/comparison.ts';
import type { RenderOptions } from './format.ts';
import { writeMarkdown } from './writers/markdown/write-markdown.ts';
import { toSafeJson } from './writers/safe-json.ts';
import { writeTerminal } from './writers/terminal/write-terminal.ts';

/** How a comparison comes out: a function from data to text. */
export interface ComparisonFormat {
  readonly id: string;
  readonly title: string;
  /** @param program gives the code that a page carries. */
  render(file: ComparisonJson, options: RenderOptions, program: () => string): string | Promise<string>;
}

/** The formats of `demandfit compare`; the first is the default. */
export const COMPARISON_FORMATS = [
  {
    id: 'text',
    title: 'For the terminal',
    render: (file, options) => writeTerminal(toComparisonDocument(file), options),
  },
  { id: 'markdown', title: 'For a memo', render: (file) => writeMarkdown(toComparisonDocument(file)) },
  {
    id: 'html',
    title: 'One page for a browser, to filter and to sort',
    render: async (file, _options, program) =>
      (await import('./documents/comparison-page/page.ts')).renderComparisonPage(file, program()),
  },
  { id: 'json', title: 'As data', render: toSafeJson },
] as const satisfies readonly ComparisonFormat[];
