/** What a path leads to: `other` for a pipe or a device. */
export interface DiskEntry {
  readonly kind: 'file' | 'folder' | 'other';
}

/** What lies in a folder under a name; a link has the kind of what it leads to, and `other` where that is nothing. */
export interface DiskItem extends DiskEntry {
  readonly name: string;
  readonly isLink: boolean;
}

/** All that reading needs of a file system, synchronous. Paths are the user's own, with `/` or the system's separator. */
export interface Disk {
  /** `/`, or `\` where paths may also be written with it. */
  readonly separator: string;
  /** null where nothing is. @throws Error, with the system's `code`, when it forbids to look. */
  stat(path: string): DiskEntry | null;
  /** The first `limit` bytes, fewer where the file ends before. @throws Error when the system forbids to read. */
  readFile(path: string, limit: number): Uint8Array;
  /** The lines of a file, without their ends, as many at a time as one read gives; no more than 1 MiB of each. @throws Error when the system forbids to read. */
  lines(path: string): Iterable<readonly string[]>;
  /** What lies in a folder, in any order. @throws Error, with the system's `code`, when it forbids to look or there is no such folder. */
  list(folder: string): readonly DiskItem[];
  /** The whole path of a file, with every link followed. @throws Error where it leads nowhere. */
  realPath(path: string): string;
}
