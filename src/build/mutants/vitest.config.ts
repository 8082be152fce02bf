import * as fs from 'node:fs';
import * as path from 'node:path';
import { defineConfig } from 'vitest/config';
import { ROOT } from '../run-built.ts';
import { CHANGED } from './rooms.ts';

export default defineConfig({
  root: ROOT,
  plugins: [
    {
      name: 'mutants',
      enforce: 'pre',
      transform(code, id) {
        const changed = path.join(CHANGED, path.relative(ROOT, id));
        if (id.startsWith(path.join(ROOT, 'src')) && fs.existsSync(changed)) return fs.readFileSync(changed, 'utf8');
        // A property holds or breaks within a few cases, and each is tried on hundreds of changes.
        if (id.includes('/test/')) return code.replace(/numRuns: \d{2,}/g, 'numRuns: 6');
        return null;
      },
    },
  ],
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 600_000,
    globalSetup: path.join(ROOT, 'test/support/load-rubric-once.ts'),
    runner: path.join(import.meta.dirname, 'mutant-runner.ts'),
    maxWorkers: 1,
  },
});
