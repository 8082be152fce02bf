import { splitMemo } from '../text/front-matter.ts';
import { inferFormat } from '../text/source-format.ts';
import { TextPlaces } from '../text/text-places.ts';
import { type LocatedYaml, locateYaml } from '../yaml/located-yaml.ts';
import { parseQuickly } from '../yaml/quick-yaml.ts';

/**
 * A description in the plain part of YAML, alone or as the front matter of a memo; null for any other, which
 * `readDescription` reads or explains. Where this gives a result, that gives the same.
 */
export function readQuickly(name: string, text: string): LocatedYaml | null {
  let [from, to] = [0, text.length];
  if (inferFormat(name) === 'memo') {
    const memo = splitMemo(text, name);
    if (!memo.ok) return null;
    ({ from, to } = memo.value.yaml);
  }
  const read = parseQuickly(text.slice(from, to));
  return read === null ? null : locateYaml(read.value, read.place, new TextPlaces(text), from);
}
