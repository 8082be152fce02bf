import type { Plugin } from 'rolldown';

// The list of public suffixes, https://publicsuffix.org, as the package tldts has it, is larger than all that scores. It is written
// once, in half the bytes, for the command line, the programmatic interface and the program of a page.

/** How the module is imported that has it. */
export const SUFFIX_LIST = 'demandfit:suffixes';

/** The list as tldts looks it up: nodes with edges, whose labels are read one after the other. */
interface SuffixTrie {
  readonly labelText: string;
  readonly edgeLength: Uint8Array;
  readonly edgeChild: Uint16Array;
  readonly nodeFlags: Uint8Array;
  /** For each node the first of its edges, and the end. */
  readonly edgeStart: Uint16Array;
  readonly exceptionsRoot: number;
  readonly rulesRoot: number;
}

/** The same in short texts: lengths as letters, children as steps from one to the next, and edges as counts. */
type PackedTrie = readonly [
  labels: string,
  lengths: string,
  steps: string,
  flags: string,
  counts: readonly number[],
  exceptionsRoot: number,
  rulesRoot: number,
];

/** Added to a length, so that it is a letter that JSON writes as it is. */
const FIRST_LETTER = 40;

export function packTrie(trie: SuffixTrie): PackedTrie {
  const { labelText, edgeLength, edgeChild, nodeFlags, edgeStart, exceptionsRoot, rulesRoot } = trie;
  const steps = [...edgeChild].map((child, at) => child - (edgeChild[at - 1] ?? 0));
  return [
    labelText,
    String.fromCharCode(...[...edgeLength].map((length) => length + FIRST_LETTER)),
    steps.map((step) => (step === 0 ? '' : step.toString(36))).join(),
    [...nodeFlags].join(''),
    [...edgeStart.subarray(1)].map((end, at) => end - (edgeStart[at] ?? 0)),
    exceptionsRoot,
    rulesRoot,
  ];
}

export function unpackTrie([
  labelText,
  lengths,
  steps,
  flags,
  counts,
  exceptionsRoot,
  rulesRoot,
]: PackedTrie): SuffixTrie {
  let child = 0;
  let end = 0;
  return {
    labelText,
    edgeLength: Uint8Array.from(lengths, (letter) => letter.charCodeAt(0) - FIRST_LETTER),
    edgeChild: Uint16Array.from(steps.split(','), (step) => (child += step === '' ? 0 : Number.parseInt(step, 36))),
    nodeFlags: Uint8Array.from(flags, Number),
    edgeStart: Uint16Array.from([0, ...counts], (count) => (end += count)),
    exceptionsRoot,
    rulesRoot,
  };
}

/** The text of the module. */
export async function writeSuffixList(): Promise<string> {
  const file = new URL('../../node_modules/tldts/dist/es6/src/data/trie.js', import.meta.url);
  const trie = (await import(file.href)) as SuffixTrie;
  return `export default ${JSON.stringify(packTrie(trie))};\n`;
}

/** Makes tldts take the list from its module. @param data the expression for it, `data` where it is imported as such. */
export function shareSuffixList(data: string): Plugin {
  const values = 'labelText, edgeLength, edgeChild, nodeFlags, edgeStart, exceptionsRoot, rulesRoot';
  return {
    name: 'share-suffix-list',
    load: {
      filter: { id: /\/tldts\/dist\/es6\/src\/data\/trie\.js$/ },
      handler: () =>
        `import { unpackTrie } from ${JSON.stringify(import.meta.filename)};
${data === 'data' ? `import data from '${SUFFIX_LIST}';` : ''}
export const { ${values} } = unpackTrie(${data});`,
    },
  };
}
