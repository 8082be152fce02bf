import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';

/** What an install leaves on the disk. */
export interface PackageSize {
  /** Of the package's own files, in units of 1000 bytes. */
  readonly kilobytes: number;
  /** Packages that come along, those of packages included. */
  readonly dependencies: number;
}

interface PackageLock {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly devOptional?: boolean }>>;
}

/** As `npm pack` would make the built package now. @param root folder of the package. @throws Error where npm can't tell. */
export function measurePackageSize(root: string): PackageSize {
  // One line for the shell, which Windows needs to find npm.
  const run = spawnSync('npm pack --dry-run --json --ignore-scripts', { cwd: root, encoding: 'utf8', shell: true });
  if (run.status !== 0) throw new Error(`npm pack: ${run.stderr}`);
  const [packed] = JSON.parse(run.stdout) as readonly { readonly unpackedSize: number }[];
  const { packages } = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as PackageLock;
  const brought = Object.entries(packages).filter(
    ([name, { dev, devOptional }]) => name !== '' && !dev && !devOptional,
  );
  return { kilobytes: (packed?.unpackedSize ?? Number.NaN) / 1000, dependencies: brought.length };
}

/** The sentence of the README under its mark. */
const STATED = /(<!-- size -->\n)An install is about ([\d,]+) KB of files and brings (\d+) further packages\./;

/** A size may be off by this share of it, so that not every edit moves the README, which is part of the package. */
const TOLERANCE = 0.05;

/** The README with the size of the package where what it says is no longer near it. @throws Error where it says none. */
export function updateStatedSize(readme: string, { kilobytes, dependencies }: PackageSize): string {
  const [, mark = '', size = '', brought] = STATED.exec(readme) ?? [];
  if (mark === '') throw new Error('the README states no size of an install');
  const isNear = Math.abs(Number(size.replace(',', '')) - kilobytes) <= TOLERANCE * kilobytes;
  if (isNear && Number(brought) === dependencies) return readme;
  const rounded = (Math.round(kilobytes / 100) * 100).toLocaleString('en-US');
  return readme.replace(
    STATED,
    `${mark}An install is about ${rounded} KB of files and brings ${dependencies} further packages.`,
  );
}
