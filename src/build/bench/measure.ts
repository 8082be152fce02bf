import { spawnSync } from 'node:child_process';

/** What one run of a process took. */
export interface RunMeasurement {
  readonly seconds: number;
  /** Greatest resident memory, MiB. */
  readonly peak: number;
}

/** Appended to a run, so that it tells its greatest memory on the last line of stderr. */
const REPORT_PEAK = `data:text/javascript,process.on('exit', () => process.stderr.write('\\npeak ' + process.resourceUsage().maxRSS + '\\n'))`;

/** NODE_EXTRA_CA_CERTS makes Node 20 read a file of certificates at every start, which has no place in a ratio. */
function buildEnvironment(): NodeJS.ProcessEnv {
  const { NODE_EXTRA_CA_CERTS: _, ...rest } = process.env;
  return { ...rest, LC_ALL: 'C.UTF-8', NO_COLOR: '1' };
}

function runOnce(args: readonly string[], more: { readonly input?: string } = {}) {
  const before = performance.now();
  const result = spawnSync(process.execPath, args, {
    env: buildEnvironment(),
    stdio: [more.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    ...(more.input === undefined ? {} : { input: more.input }),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const seconds = (performance.now() - before) / 1000;
  if (result.status !== 0) throw new Error(`${args.join(' ')} ended with ${result.status}:\n${result.stderr}`);
  return { seconds, stderr: result.stderr };
}

/** Time and memory of one run of Node with these arguments. */
export function measureRun(args: readonly string[], more: { readonly input?: string } = {}): RunMeasurement {
  const { seconds, stderr } = runOnce(['--import', REPORT_PEAK, ...args], more);
  return { seconds, peak: Number(/peak (\d+)\s*$/.exec(stderr)?.[1]) / 1024 };
}

export function computeMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/**
 * How many times as long as `base` each command takes, the median over pairs: each counted run stands right behind one of
 * the base, so that what slows the machine down slows both. One run of each before is not counted.
 */
export function measureRatios(
  base: readonly string[],
  commands: readonly (readonly string[])[],
  rounds: number,
): readonly number[] {
  const found = commands.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, command] of commands.entries()) {
      const ratio = (() => {
        const floor = runOnce(base).seconds;
        return runOnce(command).seconds / floor;
      })();
      if (round > 0) found[index]?.push(ratio);
    }
  }
  return found.map(computeMedian);
}
