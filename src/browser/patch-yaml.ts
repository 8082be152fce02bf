import { Document, isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { PARSE_OPTIONS } from '../input/yaml/read-yaml.ts';
import { isPlainMap, isSame, type PlainMap } from './plain-data.ts';

/** Longer ones get lines of their own. */
const ONE_LINE = 100;

const WRITTEN = { lineWidth: 120 } as const;

function createYamlNode(doc: Document, value: unknown): Node {
  const flow = JSON.stringify(value)?.length < ONE_LINE;
  return doc.createNode(value, { flow });
}

function patchMap(doc: Document, map: YAMLMap, old: PlainMap, next: PlainMap): void {
  for (const key of Object.keys(old)) if (!Object.hasOwn(next, key)) map.delete(key);
  for (const [key, value] of Object.entries(next)) {
    const before = Object.hasOwn(old, key) ? old[key] : undefined;
    if (isSame(before, value)) continue;
    if (!patch(doc, map.get(key, true), before, value)) map.set(key, createYamlNode(doc, value));
  }
}

function patchList(doc: Document, list: YAMLSeq, old: readonly unknown[], next: readonly unknown[]): void {
  for (let at = old.length - 1; at >= next.length; at -= 1) list.delete(at);
  for (const [at, value] of next.entries()) {
    if (at >= old.length) list.add(createYamlNode(doc, value));
    else if (!isSame(old[at], value) && !patch(doc, list.get(at, true), old[at], value))
      list.set(at, createYamlNode(doc, value));
  }
}

/** Changes a node in place; false where it has to be replaced. */
function patch(doc: Document, node: unknown, old: unknown, next: unknown): boolean {
  if (isMap(node) && isPlainMap(old) && isPlainMap(next)) patchMap(doc, node, old, next);
  else if (isSeq(node) && Array.isArray(old) && Array.isArray(next)) patchList(doc, node, old, next);
  else if (isScalar(node) && typeof old === typeof next && typeof next !== 'object') node.value = next;
  else return false;
  return true;
}

/**
 * The YAML text with the value `next` in the place of `old`, which it holds: what is the same stays as it is, with its
 * comments. Where a change would cut an anchor off, the whole text is rewritten without comments.
 */
export function patchYaml(text: string, old: PlainMap, next: PlainMap): string {
  if (isSame(old, next)) return text;
  const doc: Document = parseDocument(text, PARSE_OPTIONS);
  patch(doc, doc.contents, old, next);
  try {
    return doc.toString(WRITTEN);
  } catch {
    return new Document(next).toString(WRITTEN);
  }
}
