import { Inflate } from 'fflate';
import type { Element, Nodes } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import type { DocumentText } from '../../model/document.ts';
import { refuseDocument, tidyValue } from './converter.ts';

/** Bytes that the parts of a file may unpack to at most, pictures aside. */
const MAX_UNPACKED = 32 * 1_048_576;

/** The parts of an Office file that are XML, by their names. */
export type OfficeParts = ReadonlyMap<string, string>;

/** A file of an archive, as its directory lists it. */
interface ArchiveEntry {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly packed: Uint8Array;
}

/** Signatures of the directory's end and of its entries, and the bytes of each part before what may vary. */
const [END, END_SIZE, ENTRY, ENTRY_SIZE, LOCAL_SIZE] = [0x06054b50, 22, 0x02014b50, 46, 30];

/** What an archive says that it holds. @throws Error for an incomplete one. */
function readDirectory(bytes: Uint8Array): readonly ArchiveEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [short, long] = [(at: number) => view.getUint16(at, true), (at: number) => view.getUint32(at, true)];
  let end = bytes.length - END_SIZE;
  while (long(end) !== END) end -= 1;
  const entries: ArchiveEntry[] = [];
  let at = long(end + 16);
  for (let left = short(end + 10); left > 0; left -= 1) {
    if (long(at) !== ENTRY) throw new Error('the directory of the archive is damaged');
    const [nameEnd, place] = [at + ENTRY_SIZE + short(at + 28), long(at + 42)];
    const name = new TextDecoder().decode(bytes.subarray(at + ENTRY_SIZE, nameEnd));
    const start = place + LOCAL_SIZE + short(place + 26) + short(place + 28);
    entries.push({ name, isDeflated: short(at + 10) === 8, packed: bytes.subarray(start, start + long(at + 20)) });
    at = nameEnd + short(at + 30) + short(at + 32);
  }
  return entries;
}

/** Packed bytes that are unpacked at once: a step makes at most a thousand times as many. */
const STEP = 8192;

/** The bytes of one part, unpacked piece by piece so that a small file cannot fill the memory; null for more than `limit`. */
function unpackPart({ isDeflated, packed }: ArchiveEntry, limit: number): Uint8Array | null {
  if (!isDeflated) return packed.length > limit ? null : packed;
  const pieces: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((piece) => {
    pieces.push(piece);
    size += piece.length;
  });
  for (let from = 0; from < packed.length && size <= limit; from += STEP)
    inflate.push(packed.subarray(from, from + STEP), from + STEP >= packed.length);
  if (size > limit) return null;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** The XML parts of an Office file; null if they unpack to too much. @throws Error for an incomplete archive. */
export function unpackOfficeFile(bytes: Uint8Array): OfficeParts | null {
  const parts = new Map<string, string>();
  let left = MAX_UNPACKED;
  for (const entry of readDirectory(bytes)) {
    if (!/\.(?:xml|rels)$/i.test(entry.name)) continue;
    const unpacked = unpackPart(entry, left);
    if (unpacked === null) return null;
    left -= unpacked.length;
    parts.set(entry.name, new TextDecoder().decode(unpacked));
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
