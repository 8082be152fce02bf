import type { Nodes } from 'mdast';
import { Lexer } from 'yaml';
import type { TextRange } from '../input/text/text-places.ts';
import { parseMarkdown } from './memo/parse-markdown.ts';

/** A comment, as offsets of its text with its marks, and what stands between them. */
export interface FileComment extends TextRange {
  readonly said: string;
}

/** Tokens of the lexer that stand for nothing in the text: the begin of a document, an error in a flow, the begin of a scalar. */
const LEXER_MARKS: readonly string[] = ['\u0002', '\u0018', '\u001f'];

/** The comments of YAML: what begins with a hash where a scalar does not. Text in quotes and in blocks is none. */
export function findYamlComments(text: string, from: number, to: number): readonly FileComment[] {
  const found: FileComment[] = [];
  let [offset, before] = [from, ''];
  for (const token of new Lexer().lex(text.slice(from, to))) {
    if (token.startsWith('#') && before !== '\u001f')
      found.push({ from: offset, to: offset + token.trimEnd().length, said: token.slice(1) });
    if (!LEXER_MARKS.includes(token)) offset += token.length;
    before = token;
  }
  return found;
}

function findHtmlNodes(node: Nodes): readonly Extract<Nodes, { type: 'html' }>[] {
  if (node.type === 'html') return [node];
  return 'children' in node ? node.children.flatMap(findHtmlNodes) : [];
}

/** The comments of a memo's prose: those of its HTML, and no text of a code block that looks like one. */
export function findProseComments(text: string, body: number): readonly FileComment[] {
  return findHtmlNodes(parseMarkdown(text.slice(body))).flatMap(({ position, value }) => {
    const start = body + (position?.start.offset ?? 0);
    return [...value.matchAll(/<!--([\s\S]*?)-->/g)].map((match) => ({
      from: start + match.index,
      to: start + match.index + match[0].length,
      said: match[1] ?? '',
    }));
  });
}
