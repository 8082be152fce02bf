/** How a description is written: YAML alone, or YAML as the front matter of a Markdown memo. */
export const FORMATS = ['yaml', 'memo'] as const;

export type SourceFormat = (typeof FORMATS)[number];

/** Memo for .md and .markdown, YAML for any other name. */
export function inferFormat(name: string): SourceFormat {
  return /\.(?:md|markdown)$/i.test(name) ? 'memo' : 'yaml';
}
