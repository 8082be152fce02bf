import * as fs from 'node:fs';
import { fileURLToPath } from 'node:url';

// The Public Suffix List as one text, unpacked from the trie of the package that keeps it. The package itself is quick
// once it runs, but takes a third of Node's own start to load. test/score/registrable-domain.test.ts holds both to agree.

interface SuffixTrie {
  readonly nodeFlags: Uint8Array;
  readonly edgeStart: Uint16Array;
  readonly edgeLength: Uint8Array;
  readonly edgeChild: Uint16Array;
  readonly labelText: string;
  readonly rulesRoot: number;
  readonly exceptionsRoot: number;
}

/** The package exports no data, so its file is named. */
const TRIE = new URL('../../node_modules/tldts/dist/es6/src/data/trie.js', import.meta.url);

const PUBLIC_SUFFIXES = fileURLToPath(new URL('../score/public-suffixes.json', import.meta.url));

function listSuffixRules(trie: SuffixTrie): readonly string[] {
  const labels: string[] = [];
  let offset = 0;
  for (const length of trie.edgeLength) {
    labels.push(trie.labelText.slice(offset, offset + length));
    offset += length;
  }
  const below = (node: number, suffix: string, sign: string): readonly string[] => {
    const own = trie.nodeFlags[node] !== 0 && suffix !== '' ? [sign + suffix] : [];
    const edges = labels.slice(trie.edgeStart[node], trie.edgeStart[node + 1]);
    const children = edges.flatMap((label, index) => {
      const child = trie.edgeChild[(trie.edgeStart[node] ?? 0) + index] ?? 0;
      return below(child, suffix === '' ? label : `${label}.${suffix}`, sign);
    });
    return [...own, ...children];
  };
  const all = [...below(trie.rulesRoot, '', ''), ...below(trie.exceptionsRoot, '', '!')];
  // Hosts come in as punycode, in which the list has every rule too.
  return all.filter((rule) => /^[\x21-\x7e]+$/.test(rule)).sort();
}

/** Writes the list beside the code that reads it. */
export async function writePublicSuffixes(): Promise<void> {
  const trie = (await import(TRIE.href)) as SuffixTrie;
  const text = `${JSON.stringify({ rules: ` ${listSuffixRules(trie).join(' ')} ` })}\n`;
  // A type check that runs at the same time must find it whole.
  if (fs.existsSync(PUBLIC_SUFFIXES) && fs.readFileSync(PUBLIC_SUFFIXES, 'utf8') === text) return;
  fs.writeFileSync(PUBLIC_SUFFIXES, text);
}
