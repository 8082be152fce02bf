import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type OutputChunk, rolldown } from 'rolldown';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The rubric as a module of its own, so that a bundle that brings a rubric of its own can leave it out. */
const RUBRIC = './rubric.js';

/** The declarations of the interface, by the name of their file. */
const ENTRY = 'api/index';

/** The file as the only one of its bundle. @throws Error where it needs another that is not the rubric. */
function requireSingleChunk(chunks: readonly { readonly type: string }[]): OutputChunk {
  const [chunk, ...more] = chunks as readonly OutputChunk[];
  const needed = chunk === undefined ? [] : [...chunk.imports, ...chunk.dynamicImports];
  if (chunk === undefined || more.length > 0 || needed.some((name) => path.basename(name) !== path.basename(RUBRIC)))
    throw new Error(
      `the programmatic interface is not one file: ${[...needed, ...more.map(({ type }) => type)].join(', ')}`,
    );
  return chunk;
}

/** A file that declarations name, in an import or an export, without its ending. */
const IMPORTED_PATH = /((?:\bfrom |\bimport\()['"])(\.[^'"]*)\.ts(?=['"])/g;

/** The declarations that the entry needs, by name relative to it: as the compiler emits them, but naming what is there to load. */
function collectDeclarations(folder: string, entry: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const open = [entry];
  for (const name of open) {
    if (found.has(name)) continue;
    const text = fs.readFileSync(path.join(folder, `${name}.d.ts`), 'utf8');
    found.set(name, text.replace(IMPORTED_PATH, '$1$2.js'));
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

/** The interface as it is shipped. */
export interface ApiBundle {
  readonly code: string;
  /** Declarations by the name of their file, without its ending. */
  readonly types: ReadonlyMap<string, string>;
  /** Declarations for whoever requires it. */
  readonly requiredTypes: string;
  readonly moduleIds: readonly string[];
}

/** `index.js`, for Node and browsers alike, and its types. @param alias of packages that are taken from elsewhere. */
export async function buildApi(version: string, alias: Readonly<Record<string, string | false>>): Promise<ApiBundle> {
  const program = await rolldown({
    cwd: ROOT,
    input: 'src/api/index.ts',
    platform: 'browser',
    // The list of public suffixes is one constant text, which would be copied to each of its uses.
    optimization: { inlineConst: false },
    external: [RUBRIC],
    resolve: { alias },
    transform: {
      target: 'es2023',
      define: { DEMANDFIT_VERSION: JSON.stringify(version) },
      inject: { DEMANDFIT_RUBRIC: [RUBRIC, 'default'] },
    },
  });
  const { output } = await program.generate({ format: 'esm', minify: true, codeSplitting: false });
  const { code, moduleIds, exports } = requireSingleChunk(output);
  const types = buildTypes();
  return { code, types, requiredTypes: buildRequiredTypes(types.get(ENTRY) ?? '', exports), moduleIds };
}
