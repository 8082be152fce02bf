import type { ComparisonJson } from '../../../../model/comparison.ts';
import { inline } from '../../../writers/html/page.ts';
import { renderComparisonPage } from './page.ts';
import { bandStyle, COMPARISON_STYLE } from './style.ts';

/** The page of a comparison. @param program the code that makes it answer. */
export async function renderComparisonHtml(file: ComparisonJson, program: string): Promise<string> {
  const style = `${COMPARISON_STYLE}${bandStyle(file.comparison.bands)}`;
  return renderComparisonPage(file, await inline(style), await inline(program));
}
