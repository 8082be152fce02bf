import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    globalSetup: 'test/support/load-rubric-once.ts',
    // Promises that the reader of PDFs leaves behind where a file is damaged; the program ignores them, see `src/cli/main.ts`.
    onUnhandledError: ({ stack }) => !stack?.includes('pdfjs'),
  },
});
