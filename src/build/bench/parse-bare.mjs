// What batches are compared with: the same packages parsing the same files and nothing else.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { parse } from 'yaml';

const [folder = '.'] = process.argv.slice(2);
const names = fs.readdirSync(folder);
const { fromMarkdown } = names[0]?.endsWith('.md') ? await import('mdast-util-from-markdown') : {};
for (const name of names) {
  const text = fs.readFileSync(path.join(folder, name), 'utf8');
  if (fromMarkdown === undefined) parse(text);
  else {
    const end = text.indexOf('\n---\n', 4);
    parse(text.slice(4, end));
    fromMarkdown(text.slice(end + 5));
  }
}
