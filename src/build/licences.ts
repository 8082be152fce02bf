import * as fs from 'node:fs';
import * as path from 'node:path';

/** The folder of the innermost package that a module belongs to; none for one of our own, and for one that the bundler makes up. */
function findPackageFolder(module: string): readonly string[] {
  if (module.includes('\0')) return [];
  const folder = /^.*\bnode_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/.exec(module)?.[0];
  return folder === undefined ? [] : [folder];
}

/** A package with its version, over the text of its licence. @throws Error where it has no file for it. */
function readLicence(folder: string): string {
  const { name, version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
  };
  const file = fs.readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry));
  if (file === undefined) throw new Error(`${name} is part of the program and has no file with its licence`);
  return `${name} ${version}\n\n${fs.readFileSync(path.join(folder, file), 'utf8').trim()}\n`;
}

/**
 * What the packages of bundled modules ask to be shipped with them, in order of their names. @param modules full names of files.
 * @throws Error where a package has no file with its licence.
 */
export function collectLicences(modules: readonly string[]): string {
  const folders = new Set(modules.flatMap(findPackageFolder));
  const texts = new Set([...folders].map(readLicence));
  return [...texts].sort().join(`\n${'-'.repeat(80)}\n\n`);
}
