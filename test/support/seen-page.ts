import type { SeenPage } from '../../src/model/lock.ts';

/** A page as a lock file has it, on example.org. */
export const SEEN_PAGE: SeenPage = {
  finalUrl: 'https://example.org/p',
  day: '2026-06-10',
  status: 200,
  contentType: 'text/html',
  hash: 'a',
  words: 900,
  title: null,
  published: null,
  modified: null,
  etag: null,
  lastModified: null,
};
