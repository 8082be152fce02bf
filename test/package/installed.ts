import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { ROOT } from '../support/rubric.ts';

/** The package as a user has it. */
export interface Installed {
  /** A folder of theirs with the package in its `node_modules`. */
  readonly folder: string;
  readonly tarball: string;
}

/** What a program of the repository or of the consumer prints. @throws Error where it fails. */
export function runIn(folder: string, args: readonly string[]): string {
  const run = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (run.status !== 0) throw new Error(`${args.join(' ')}: ${run.stdout}${run.stderr}`);
  return run.stdout;
}

function npm(folder: string, line: string): void {
  const run = spawnSync(`npm ${line} --no-audit --no-fund --ignore-scripts`, {
    cwd: folder,
    encoding: 'utf8',
    shell: true,
  });
  if (run.status !== 0) throw new Error(`npm ${line}: ${run.stderr}`);
}

/** The built package, packed and installed into a new folder without a connection: it may bring nothing. */
export function installPackage(): Installed {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-consumer-'));
  npm(ROOT, `pack --silent --pack-destination "${folder}"`);
  const tarball = path.join(folder, fs.readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '');
  fs.writeFileSync(path.join(folder, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }\n');
  npm(folder, `install --offline "${tarball}"`);
  return { folder, tarball };
}

/** The program of the documentation, as it is printed. */
export function documentedProgram(): string {
  const page = fs.readFileSync(path.join(ROOT, 'docs/api.md'), 'utf8');
  const [, program, ...more] = page.split(/^```js\n([\s\S]*?)^```$/m);
  if (program === undefined || more.length > 1) throw new Error('docs/api.md has not one program');
  return program;
}
