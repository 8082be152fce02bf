import type { DiffJson } from '../../../model/diff.ts';
import type { RenderOptions } from '../../format.ts';
import { describeProvenance } from '../../wording/provenance.ts';
import { escapeLineStarts } from '../../writers/escape-for-terminal.ts';
import { indented, pageFor } from '../../writers/terminal/screen.ts';
import { partLines } from '../../writers/terminal/sections.ts';
import { partsOf } from './parts.ts';

/** What became of a description and why, for a terminal. */
export function renderChangeText(file: DiffJson, options: RenderOptions): string {
  const page = pageFor(options);
  if (file.change === null) return '';
  const [, ...lines] = partLines(partsOf(file.change), page);
  const closing = [
    '',
    ...indented([file.change.scope], page, 0),
    ...indented([describeProvenance(file, file.oldRubric)], page, 0),
  ];
  return escapeLineStarts([...lines, ...closing].map((line) => `${line}\n`).join(''));
}
