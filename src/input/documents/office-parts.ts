import JSZip from 'jszip';
import type { Element, Nodes } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import type { DocumentText } from '../../model/document.ts';
import { refuseDocument, tidyValue } from './converter.ts';

/** Bytes that the parts of a file may unpack to at most, pictures aside. */
const MAX_UNPACKED = 32 * 1_048_576;

/** The parts of an Office file that are XML, by their names. */
export type OfficeParts = ReadonlyMap<string, string>;

/** The bytes of one part, unpacked piece by piece so that a small file cannot fill the memory; null for more than `limit`. */
function unpackPart(part: JSZip.JSZipObject, limit: number): Promise<Uint8Array | null> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let total = 0;
    const stream = part.nodeStream();
    stream.on('data', (chunk: Uint8Array) => {
      total += chunk.length;
      if (total <= limit) chunks.push(chunk);
      else {
        stream.pause();
        resolve(null);
      }
    });
    stream.on('error', reject);
    stream.on('end', () => {
      const whole = new Uint8Array(total);
      let at = 0;
      for (const chunk of chunks) {
        whole.set(chunk, at);
        at += chunk.length;
      }
      resolve(whole);
    });
    stream.resume();
  });
}

/** The XML parts of an Office file; null if they unpack to too much. @throws Error for an incomplete archive. */
export async function unpackOfficeFile(bytes: Uint8Array): Promise<OfficeParts | null> {
  const { files } = await JSZip.loadAsync(bytes);
  const parts = new Map<string, string>();
  let left = MAX_UNPACKED;
  for (const [name, part] of Object.entries(files)) {
    if (part.dir || !/\.(?:xml|rels)$/i.test(name)) continue;
    const unpacked = await unpackPart(part, left);
    if (unpacked === null) return null;
    left -= unpacked.length;
    parts.set(name, new TextDecoder().decode(unpacked));
  }
  return parts;
}

export function refuseUnpacked(file: string) {
  const why = 'That is far more XML than the text of a document needs.';
  const fix = 'Export the document as a PDF or as text.';
  return refuseDocument(file, 'too-large', 'the file unpacks to more than 32 MiB', why, fix);
}

/** The root of a part. @throws Error for XML that is not well-formed. */
export function parsePart(xml: string): Element {
  const root = fromXml(xml).children.find((node) => node.type === 'element');
  if (root === undefined) throw new Error('a part of the file is empty');
  return root;
}

/** The elements directly in one. */
export function listChildren({ children }: Element): readonly Element[] {
  return children.filter((node) => node.type === 'element');
}

/** The elements of a name such as `a:t` anywhere in one, in order. */
export function listInside(element: Element, name: string): readonly Element[] {
  return listChildren(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...listInside(child, name),
  ]);
}

/** The first element at the end of a path of names, such as `p:nvPr/p:ph`; undefined where there is none. */
export function findAt(element: Element, path: string): Element | undefined {
  return path
    .split('/')
    .reduce<Element | undefined>(
      (found, name) => found && listChildren(found).find((child) => child.name === name),
      element,
    );
}

export function readText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'cdata') return node.value;
  return 'children' in node ? node.children.map(readText).join('') : '';
}

/** The parts that a part refers to, by the ids that it gives them: names of parts, or addresses. */
export function readRelations(parts: OfficeParts, name: string): ReadonlyMap<string, string> {
  const cut = name.lastIndexOf('/') + 1;
  const folder = name.slice(0, cut);
  const xml = parts.get(`${folder}_rels/${name.slice(cut)}.rels`);
  if (xml === undefined) return new Map();
  return new Map(
    listChildren(parsePart(xml)).map((relation) => {
      const target = relation.attributes['Target'] ?? '';
      const isOutside = relation.attributes['TargetMode'] === 'External';
      const path = isOutside ? target : resolveName(target.startsWith('/') ? target : folder + target);
      return [relation.attributes['Id'] ?? '', path];
    }),
  );
}

function resolveName(path: string): string {
  const resolved: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') resolved.pop();
    else if (part !== '' && part !== '.') resolved.push(part);
  }
  return resolved.join('/');
}

/** When the empty files were made that libraries begin a document from; such a date says nothing of the document. */
const TEMPLATE_DATES = ['2013-12-23T23:15:00Z', '2013-01-27T09:14:16Z', '2013-01-27T09:15:58Z'];

/** What the properties of an Office file say. */
export function readOfficeMetadata(parts: OfficeParts): DocumentText['metadata'] {
  const xml = parts.get('docProps/core.xml');
  const root = xml === undefined ? null : parsePart(xml);
  const read = (name: string) => {
    const element = root === null ? undefined : findAt(root, name);
    return element === undefined ? null : tidyValue(readText(element));
  };
  const dates = [read('dcterms:modified'), read('dcterms:created')];
  const date = dates.find((found) => found !== null && !TEMPLATE_DATES.includes(found)) ?? null;
  return { title: read('dc:title'), date: date?.slice(0, 10) ?? null, website: null };
}
