import type { Nodes } from 'mdast';
import { Lexer } from 'yaml';
import { parseMarkdown } from '../memo/markdown.ts';
import type { Range } from '../read/text-places.ts';

/** A comment, as offsets of its text with its marks, and what stands between them. */
export interface Comment extends Range {
  readonly said: string;
}

/** Tokens of the lexer that stand for nothing in the text: the begin of a document, an error in a flow, the begin of a scalar. */
const MARKS: readonly string[] = ['\u0002', '\u0018', '\u001f'];

/** The comments of YAML: what begins with a hash where a scalar does not. Text in quotes and in blocks is none. */
export function commentsInYaml(text: string, from: number, to: number): readonly Comment[] {
  const found: Comment[] = [];
  let [offset, before] = [from, ''];
  for (const token of new Lexer().lex(text.slice(from, to))) {
    if (token.startsWith('#') && before !== '\u001f')
      found.push({ from: offset, to: offset + token.trimEnd().length, said: token.slice(1) });
    if (!MARKS.includes(token)) offset += token.length;
    before = token;
  }
  return found;
}

function htmlIn(node: Nodes): readonly Extract<Nodes, { type: 'html' }>[] {
  if (node.type === 'html') return [node];
  return 'children' in node ? node.children.flatMap(htmlIn) : [];
}

/** The comments of a memo's prose: those of its HTML, and no text of a code block that looks like one. */
export function commentsInProse(text: string, body: number): readonly Comment[] {
  return htmlIn(parseMarkdown(text.slice(body))).flatMap(({ position, value }) => {
    const start = body + (position?.start.offset ?? 0);
    return [...value.matchAll(/<!--([\s\S]*?)-->/g)].map((match) => ({
      from: start + match.index,
      to: start + match.index + match[0].length,
      said: match[1] ?? '',
    }));
  });
}
