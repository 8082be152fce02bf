/** What stands at a path; a pipe or a device counts as a file. */
export interface DiskEntry {
  readonly kind: 'file' | 'folder';
}

/** All that reading needs of a file system; synchronous but for patterns, whose package is loaded at need. Paths are the user's own, with `/` or the system's separator. */
export interface Disk {
  /** `/`, or `\` where paths may also be written with it. */
  readonly separator: string;
  /** null where nothing stands. @throws Error, with the system's `code`, when it forbids to look. */
  stat(path: string): DiskEntry | null;
  /** The first `limit` bytes, fewer where the file ends before. @throws Error when the system forbids to read. */
  readFile(path: string, limit: number): Uint8Array;
  /** The lines of a file, without their ends, read as they are asked for. @throws Error when the system forbids to read. */
  lines(path: string): Iterable<string>;
  /**
   * Files below `folder` (`.` for the current one) that match a glob pattern, named relative to it with `/`, in any
   * order; full names for a pattern that begins at the root. Skips `node_modules` and what begins with a dot unless
   * the pattern names it, and follows no linked folder. Empty where there is no such folder.
   */
  glob(pattern: string, folder: string): Promise<readonly string[]>;
}
