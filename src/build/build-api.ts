import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { linkScript } from '../cli/link-script.ts';
import type { PageProgram } from '../model/page.ts';
import { SUFFIX_LIST, shareSuffixList } from './suffix-list.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The rubric as a module of its own, so that a bundle that brings a rubric of its own can leave it out. */
const RUBRIC = 'demandfit:rubric';

/** The declarations of the interface, by the name of their file. */
const ENTRY = 'api/index';

/** A file that declarations name, in an import or an export, without its ending. */
const IMPORTED_PATH = /((?:\bfrom |\bimport\()['"])(\.[^'"]*)\.ts(?=['"])/g;

/** A type of another file where the compiler spells out where it is from. */
const INLINE_IMPORT = /\bimport\("(\.[^"]+)"\)\.(\w+)/g;

/** Declarations that name what is there to load, with the types of other files imported once. */
function tidyDeclarations(text: string): string {
  const loadable = text
    .replace(IMPORTED_PATH, '$1$2.js')
    .replace(/^(?: {4})+/gm, (indent) => ' '.repeat(indent.length / 4));
  const found = [...new Set([...loadable.matchAll(INLINE_IMPORT)].map(([, from = '']) => from))];
  const imports = found.map((from, at) => `import type * as _${at} from "${from}";\n`);
  return (
    imports.join('') +
    loadable.replace(INLINE_IMPORT, (_, from: string, name: string) => `_${found.indexOf(from)}.${name}`)
  );
}

/** The declarations that the entry needs, by name relative to it. */
function collectDeclarations(folder: string, entry: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const open = [entry];
  for (const name of open) {
    if (found.has(name)) continue;
    const text = fs.readFileSync(path.join(folder, `${name}.d.ts`), 'utf8');
    found.set(name, tidyDeclarations(text));
    for (const [, , other = ''] of text.matchAll(IMPORTED_PATH))
      open.push(path.posix.join(path.posix.dirname(name), other));
  }
  return found;
}

/** The types of the interface, by the names of their files. */
function buildTypes(): ReadonlyMap<string, string> {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-types-'));
  try {
    const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
    const args = [tsc, '-p', path.join(ROOT, 'src/build/tsconfig.api.json'), '--outDir', scratch];
    const run = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`the types of the programmatic interface:\n${run.stdout}`);
    return collectDeclarations(scratch, ENTRY);
  } finally {
    fs.rmSync(scratch, { recursive: true });
  }
}

/** The same names for a program in CommonJS, which a compiler does not let take them from a module. @param entry the declarations of the module. */
function buildRequiredTypes(entry: string, values: readonly string[]): string {
  const from = `'./types/${ENTRY}.js'`;
  const listed = [...entry.matchAll(/^export type \{([^}]*)\}/gm)].flatMap(([, names = '']) => names.split(','));
  const declared = [...entry.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name = '']) => name);
  const names = [...listed.map((name) => name.trim()).filter((name) => name !== ''), ...declared].sort();
  return [
    `export type { ${names.join(', ')} } from ${from} with { 'resolution-mode': 'import' };`,
    `declare const api: typeof import(${from}, { with: { 'resolution-mode': 'import' } });`,
    ...[...values].sort().map((name) => `export declare const ${name}: typeof api.${name};`),
    '',
  ].join('\n');
}

/** What is built for Node and browsers alike: the interface and the programs of pages, which share most of their code. */
export interface ApiBundle {
  /** Modules by the name of their file, without its ending. */
  readonly modules: ReadonlyMap<string, string>;
  /** Declarations by the name of their file, without its ending. */
  readonly types: ReadonlyMap<string, string>;
  /** Declarations for whoever requires it. */
  readonly requiredTypes: string;
  readonly moduleIds: readonly string[];
}

/** Where the program of each kind of page begins. */
const PAGES = { page: 'src/browser/main.ts', ranking: 'src/browser/ranking/main.ts' } as const satisfies Record<
  PageProgram,
  string
>;

/** One letter outside Latin-1 makes V8 keep and scan the whole file in two bytes a letter. */
export function escapeNonAscii(code: string): string {
  return code.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** @throws Error where a program does not come out as one script that can stand in a page. */
function assertEmbeddable(modules: ReadonlyMap<string, string>): void {
  for (const name of Object.keys(PAGES)) {
    const script = linkScript(name, (file) => modules.get(file) ?? '');
    if (/<\/script|<!--/i.test(script)) throw new Error(`${name} cannot be embedded in a page`);
    new Function(script);
  }
}

/** @param alias of packages that are taken from elsewhere. @param data modules that hold nothing else, by their names. */
export async function buildApi(
  version: string,
  alias: Readonly<Record<string, string | false>>,
  data: ReadonlyMap<string, string>,
): Promise<ApiBundle> {
  const program = await rolldown({
    cwd: ROOT,
    input: { index: 'src/api/index.ts', ...PAGES },
    platform: 'browser',
    external: [RUBRIC, SUFFIX_LIST],
    plugins: [shareSuffixList('data')],
    resolve: { alias },
    transform: {
      target: 'es2023',
      define: { DEMANDFIT_VERSION: JSON.stringify(version) },
      inject: { DEMANDFIT_RUBRIC: [RUBRIC, 'default'] },
    },
  });
  const { output } = await program.generate({
    format: 'esm',
    minify: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'shared-[name].js',
    paths: { [RUBRIC]: './rubric.js', [SUFFIX_LIST]: './suffixes.js' },
  });
  const chunks = output.filter((chunk) => chunk.type === 'chunk');
  const modules = new Map([
    ...data,
    ...chunks.map(({ fileName, code }): [string, string] => [path.parse(fileName).name, escapeNonAscii(code)]),
  ]);
  assertEmbeddable(modules);
  const types = buildTypes();
  const values = chunks.find(({ name }) => name === 'index')?.exports ?? [];
  return {
    modules,
    types,
    requiredTypes: buildRequiredTypes(types.get(ENTRY) ?? '', values),
    moduleIds: chunks.flatMap(({ moduleIds }) => moduleIds),
  };
}
