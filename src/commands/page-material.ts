import type { DescriptionText, Judged, Material } from '../model/page.ts';
import type { Rubric } from '../model/rubric.ts';
import { splitMemo } from '../read/front-matter.ts';
import { formatOf } from '../read/source-format.ts';
import type { Host } from './host.ts';

function partOf(file: string, text: string): DescriptionText {
  const memo = formatOf(file) === 'memo' ? splitMemo(text, file) : null;
  return memo?.ok ? { text, ...memo.value.yaml } : { text, from: 0, to: text.length };
}

/** What a page shows and carries beside its reports. @param texts of the descriptions, by file. */
export function pageMaterial(texts: ReadonlyMap<string, string>, rubric: Rubric, judged: Judged, host: Host): Material {
  const parts = [...texts].map(([file, text]) => [file, partOf(file, text)] as const);
  return { rubric, judged, texts: new Map(parts), program: host.pageProgram('page') };
}
