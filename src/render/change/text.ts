import type { DiffJson } from '../../model/change.ts';
import type { RenderOptions } from '../format.ts';
import { describeProvenance } from '../judged-by.ts';
import { escapeLineStarts } from '../safe-text.ts';
import { indented, pageFor } from '../text/page.ts';
import { partLines } from '../text/parts.ts';
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
