import { inferFormat, splitMemo } from '../../../input/text/front-matter.ts';
import type { DescriptionText, PageContent, ScoringOverrides } from '../../../model/page.ts';
import type { Rubric } from '../../../model/rubric.ts';
import type { Host } from '../../host.ts';

function extractDescriptionText(file: string, text: string): DescriptionText {
  const memo = inferFormat(file) === 'memo' ? splitMemo(text, file) : null;
  return memo?.ok ? { text, ...memo.value.yaml } : { text, from: 0, to: text.length };
}

/** What a page shows and carries beside its reports. @param texts of the descriptions, by file. */
export function collectPageMaterial(
  texts: ReadonlyMap<string, string>,
  rubric: Rubric,
  judged: ScoringOverrides,
  host: Host,
): PageContent {
  const parts = [...texts].map(([file, text]) => [file, extractDescriptionText(file, text)] as const);
  return { rubric, judged, texts: new Map(parts), program: host.pageProgram('page') };
}
