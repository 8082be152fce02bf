import { Document, isScalar, Scalar, visit } from 'yaml';

/** Longer texts are folded. */
const MAX_LENGTH = 100;

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

/** True for a list of mappings, which reads best with one line for each. */
function isMappingList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.some((item) => !isPlain(item));
}

function writeDocument(document: Document): string {
  return document.toString({ lineWidth: 0, flowCollectionPadding: true }).trimEnd();
}

/** A value on one line. */
export function toInlineYaml(value: unknown): string {
  const document = new Document(value);
  visit(document, {
    Collection: (_, node) => {
      node.flow = true;
    },
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && node.value.includes('\n')) node.type = 'QUOTE_DOUBLE';
    },
  });
  return writeDocument(document);
}

/** The lines of `key: value`, as they stand at the margin. */
export function toYamlLines(key: string, value: unknown): readonly string[] {
  if (isMappingList(value)) return [`${toInlineYaml(key)}:`, ...value.map((item) => `  - ${toInlineYaml(item)}`)];
  if (typeof value === 'string' && value.length > MAX_LENGTH && !value.includes('\n')) {
    const document = new Document({ [key]: value });
    const node = document.get(key, true);
    if (isScalar(node)) node.type = Scalar.BLOCK_FOLDED;
    return document.toString({ lineWidth: MAX_LENGTH }).trimEnd().split('\n');
  }
  return [`${toInlineYaml(key)}: ${toInlineYaml(value)}`];
}
