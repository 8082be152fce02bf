import { Document, isScalar, Scalar, visit } from 'yaml';

/** Longer texts are folded. */
const LONG = 100;

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

/** True for a list of mappings, which reads best with one line for each. */
function isTall(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.some((item) => !isPlain(item));
}

function written(document: Document): string {
  return document.toString({ lineWidth: 0, flowCollectionPadding: true }).trimEnd();
}

/** A value on one line. */
export function inOneLine(value: unknown): string {
  const document = new Document(value);
  visit(document, {
    Collection: (_, node) => {
      node.flow = true;
    },
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && node.value.includes('\n')) node.type = 'QUOTE_DOUBLE';
    },
  });
  return written(document);
}

/** The lines of `key: value`, as they stand at the margin. */
export function linesOf(key: string, value: unknown): readonly string[] {
  if (isTall(value)) return [`${inOneLine(key)}:`, ...value.map((item) => `  - ${inOneLine(item)}`)];
  if (typeof value === 'string' && value.length > LONG && !value.includes('\n')) {
    const document = new Document({ [key]: value });
    const node = document.get(key, true);
    if (isScalar(node)) node.type = Scalar.BLOCK_FOLDED;
    return document.toString({ lineWidth: LONG }).trimEnd().split('\n');
  }
  return [`${inOneLine(key)}: ${inOneLine(value)}`];
}
