import type { ChangeFile } from '../../model/change.ts';
import type { RenderOptions } from '../format.ts';
import { judgedBy } from '../judged-by.ts';
import { safeLineStarts } from '../safe-text.ts';
import { indented, pageFor } from '../text/page.ts';
import { partLines } from '../text/parts.ts';
import { partsOf } from './parts.ts';

/** What became of a description and why, for a terminal. */
export function renderChangeText(file: ChangeFile, options: RenderOptions): string {
  const page = pageFor(options);
  if (file.change === null) return '';
  const [, ...lines] = partLines(partsOf(file.change), page);
  const closing = [
    '',
    ...indented([file.change.scope], page, 0),
    ...indented([judgedBy(file, file.oldRubric)], page, 0),
  ];
  return safeLineStarts([...lines, ...closing].map((line) => `${line}\n`).join(''));
}
