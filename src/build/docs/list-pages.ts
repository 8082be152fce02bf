import * as fs from 'node:fs';
import * as path from 'node:path';
import { ROOT } from '../run-built.ts';

/** Written by a program as a whole. */
const PRINTED = ['validity.md'];

/** The pages written by hand, from the project's folder; some of their blocks are the program's. */
export function listHandWrittenPages(): readonly string[] {
  const docs = fs
    .readdirSync(path.join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md') && !PRINTED.includes(name));
  return ['README.md', ...docs.map((name) => `docs/${name}`)];
}
