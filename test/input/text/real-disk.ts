import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import type { Disk, DiskEntry } from '../../../src/input/text/disk.ts';

function statOf(full: string): fs.Stats | null {
  try {
    return fs.statSync(full);
  } catch {
    return null;
  }
}

function kindOf(found: fs.Stats | fs.Dirent | null): DiskEntry['kind'] {
  return found?.isFile() ? 'file' : found?.isDirectory() ? 'folder' : 'other';
}

/** The disk as the host gives it, with relative paths taken from `root` and not from the folder of the process. */
export function diskAt(root: string): Disk {
  return {
    separator: path.sep,
    stat(name) {
      try {
        return { kind: kindOf(fs.statSync(path.resolve(root, name))) };
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : null;
        if (code === 'ENOENT' || code === 'ENOTDIR') return null;
        throw error;
      }
    },
    readFile(name, limit) {
      const file = fs.openSync(path.resolve(root, name), 'r');
      try {
        const bytes = new Uint8Array(limit);
        let length = 0;
        for (let read = -1; length < limit && read !== 0; length += read) {
          read = fs.readSync(file, bytes, length, limit - length, null);
        }
        return bytes.subarray(0, length);
      } finally {
        fs.closeSync(file);
      }
    },
    lines: (name) => [fs.readFileSync(path.resolve(root, name), 'utf8').split('\n')],
    list: (folder) =>
      fs.readdirSync(path.resolve(root, folder), { withFileTypes: true }).map((entry) => {
        const isLink = entry.isSymbolicLink();
        const full = path.resolve(root, folder, entry.name);
        const found = isLink ? statOf(full) : entry;
        return { name: entry.name, kind: kindOf(found), isLink };
      }),
    realPath: (name) => fs.realpathSync(path.resolve(root, name)),
  };
}

/** A new folder with these files, by name. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-read-'));
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), content);
  }
  return root;
}
