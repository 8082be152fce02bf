import * as fs from 'node:fs';
import * as path from 'node:path';

/** The folder of the innermost package that a module belongs to; none for one of our own, and for one that the bundler makes up. */
function findPackageFolder(module: string): readonly string[] {
  if (module.includes('\0')) return [];
  const folder = /^.*\bnode_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/.exec(module)?.[0];
  return folder === undefined ? [] : [folder];
}

/** A package that is part of the program. */
interface BundledPackage {
  /** Name, version and the licence as the package names it. */
  readonly head: string;
  /** Whose it is, as its licence says. */
  readonly owners: readonly string[];
  /** The text of its licence without the owners. */
  readonly terms: string;
}

/** A line of a licence that names an owner, and stands for nothing else. */
const OWNER = /^\W*copyright (?:\(c\)|©|\d{4}).*$/i;

/** A package with its licence. @throws Error where it has no file for it. */
function readPackage(folder: string): BundledPackage {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
    readonly license?: unknown;
  };
  const file = fs.readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry));
  if (file === undefined) throw new Error(`${name} is part of the program and has no file with its licence`);
  const lines = fs.readFileSync(path.join(folder, file), 'utf8').trim().split(/\r?\n/);
  const terms = lines.filter((line) => !OWNER.test(line.trim())).join('\n');
  return {
    head: `${name} ${version}${typeof license === 'string' ? ` (${license})` : ''}`,
    owners: lines.filter((line) => OWNER.test(line.trim())).map((line) => line.trim()),
    terms: terms.replace(/\n{3,}/g, '\n\n').trim(),
  };
}

/** What tells the texts of two licences apart: all but how they are laid out. */
const toKey = ({ terms }: BundledPackage) => terms.replace(/\W+/g, ' ').toLowerCase();

/**
 * What the packages of bundled modules ask to be shipped with them: those of one licence together, in order of their names, over its text.
 * @param modules full names of files. @throws Error where a package has no file with its licence.
 */
export function collectLicences(modules: readonly string[]): string {
  const packages = [...new Set(modules.flatMap(findPackageFolder))].map(readPackage);
  const sorted = packages.sort((a, b) => (a.head < b.head ? -1 : 1));
  const keys = [...new Set(sorted.map(toKey))];
  const texts = keys.map((key) => {
    const group = sorted.filter((entry) => toKey(entry) === key);
    const heads = group.flatMap(({ head, owners }) => [head, ...owners.map((owner) => `  ${owner}`)]);
    return `${[...new Set(heads)].join('\n')}\n\n${group[0]?.terms}\n`;
  });
  return `Packages that are part of the built program, with their licences.\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}
