import { fileURLToPath } from 'node:url';
import { listProse } from './prose.ts';

// Prints every string of the program by file, to be read through in one go: messages, help, prompts, descriptions.

let last = '';
for (const { file, line, text, isComment } of listProse(fileURLToPath(new URL('../..', import.meta.url)))) {
  if (isComment) continue;
  if (file !== last) process.stdout.write(`\n${file}\n`);
  last = file;
  process.stdout.write(`${String(line).padStart(5)}  ${text.slice(1, -1)}\n`);
}
