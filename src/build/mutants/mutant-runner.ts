import * as fs from 'node:fs';
import * as fc from 'fast-check';
import { type RunnerTestCase, TestRunner } from 'vitest';
import { type MutantNote, NOTES } from './rooms.ts';

/** The switches of Stryker's code: which change is on, and how often its place was passed in which test. */
interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { readonly static: object; readonly perTest: Record<string, Record<string, number>> };
}

const switches: Switches = {};
Object.assign(globalThis, { __stryker__: switches });

/** Milliseconds that a test may take by itself to be tried on changes. */
const MOST = 300;

function note(entry: MutantNote): void {
  fs.appendFileSync(NOTES, `${JSON.stringify(entry)}\n`);
}

function readKilled(): Set<string> {
  const notes = fs.readFileSync(NOTES, 'utf8').split('\n').filter(Boolean);
  return new Set(notes.flatMap((line) => (line.includes('"killed"') ? [JSON.parse(line).killed] : [])));
}

/** Runs each test once as it is, and once for each change whose place it passes and that no test has noticed yet. */
export default class MutantRunner extends TestRunner {
  readonly #killed = readKilled();

  constructor(...args: ConstructorParameters<typeof TestRunner>) {
    super(...args);
    fc.configureGlobal({ seed: 1, numRuns: 6, endOnFailure: true });
  }

  async runTask(test: RunnerTestCase): Promise<void> {
    const run = TestRunner.getTestFn(test) as () => Promise<void>;
    // A change outside every function is on while the file is loaded.
    if (process.env['__STRYKER_ACTIVE_MUTANT__'] !== undefined) return run();
    switches.currentTestId = test.id;
    const began = performance.now();
    await run();
    const took = performance.now() - began;
    switches.currentTestId = undefined;
    const passed = switches.mutantCoverage?.perTest[test.id] ?? {};
    note({ covered: Object.keys(passed), loading: Object.keys(switches.mutantCoverage?.static ?? {}) });
    if (took > MOST) return;
    for (const [id, count] of Object.entries(passed)) {
      if (this.#killed.has(id)) continue;
      Object.assign(switches, { activeMutant: id, hitCount: 0, hitLimit: 100 * count + 1000 });
      try {
        await run();
        // `expect.soft` records without throwing.
        if (test.result?.errors?.length) throw test.result.errors[0];
      } catch {
        this.#killed.add(id);
        note({ killed: id, by: test.fullTestName ?? test.name });
        if (test.result !== undefined) Object.assign(test.result, { state: 'run', errors: undefined });
      }
    }
    Object.assign(switches, { activeMutant: undefined, hitCount: undefined });
    await run().catch(() => note({ unsteady: test.name }));
  }
}
