/** What stands at a path. `other` is a pipe or a device, which can be read and says nothing of its size. */
export type Entry =
  | { readonly kind: 'file'; readonly bytes: number }
  | { readonly kind: 'folder' }
  | { readonly kind: 'other' };

/** All that reading needs of a file system, synchronous. Paths are the user's own, with `/` or the system's separator. */
export interface Disk {
  /** `/`, or `\` where paths may also be written with it. */
  readonly separator: string;
  /** null where nothing stands. @throws Error when the system forbids to look. */
  stat(path: string): Entry | null;
  /** The first `limit` bytes, fewer where the file ends before. @throws Error when the system forbids to read. */
  readFile(path: string, limit: number): Uint8Array;
  /**
   * Files below `folder` (`.` for the current one) that match a glob pattern, named relative to it with `/`, in any
   * order; full names for a pattern that begins at the root. Skips `node_modules` and what begins with a dot, follows
   * no linked folder.
   */
  glob(pattern: string, folder: string): readonly string[];
}
