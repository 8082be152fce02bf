import * as fs from 'node:fs';
import * as path from 'node:path';
import type { RubricFiles } from '../rubric/load.ts';

function namesBelow(folder: string, prefix: string): readonly string[] {
  return fs
    .readdirSync(path.join(folder, prefix), { withFileTypes: true })
    .flatMap((entry) => {
      const name = `${prefix}${entry.name}`;
      if (entry.name.startsWith('.')) return [];
      return entry.isDirectory() ? namesBelow(folder, `${name}/`) : [name];
    })
    .sort();
}

/** The files of a rubric set in a folder on the disk. */
export function folderFiles(folder: string): RubricFiles {
  return {
    list: () => namesBelow(folder, ''),
    read(name) {
      const file = path.join(folder, name);
      return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null;
    },
  };
}
