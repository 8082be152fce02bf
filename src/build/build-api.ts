import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type OutputChunk, rolldown } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The rubric as a module beside the code, so that a bundle that brings a rubric of its own can leave it out. */
const RUBRIC = './rubric.js';

/** The file as the only one of its bundle. @throws Error where it needs another that is not the rubric. */
function alone(chunks: readonly { readonly type: string }[]): OutputChunk {
  const [chunk, ...more] = chunks as readonly OutputChunk[];
  const needed = chunk === undefined ? [] : [...chunk.imports, ...chunk.dynamicImports];
  if (chunk === undefined || more.length > 0 || needed.some((name) => path.basename(name) !== path.basename(RUBRIC)))
    throw new Error(
      `the programmatic interface is not one file: ${[...needed, ...more.map(({ type }) => type)].join(', ')}`,
    );
  return chunk;
}

/** The types as one file: emitted by the compiler for each file, then bundled. */
async function buildTypes(): Promise<string> {
  const scratch = fs.mkdtempSync(path.join(ROOT, 'node_modules/.demandfit-types-'));
  try {
    const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
    const args = [tsc, '-p', path.join(ROOT, 'src/build/tsconfig.api.json'), '--outDir', scratch];
    const run = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`the types of the programmatic interface:\n${run.stdout}`);
    const bundle = await rolldown({
      cwd: ROOT,
      input: path.join(scratch, 'index.d.ts'),
      plugins: dts({ dtsOnly: true, tsconfig: false, generator: 'oxc' }),
    });
    const { output } = await bundle.generate({ format: 'esm', codeSplitting: false });
    return alone(output).code;
  } finally {
    fs.rmSync(scratch, { recursive: true });
  }
}

/** `index.js`, for Node and browsers alike, and its types. @param alias of packages that are taken from elsewhere. */
export async function buildApi(
  version: string,
  alias: Readonly<Record<string, string | false>>,
): Promise<{ readonly code: string; readonly types: string; readonly moduleIds: readonly string[] }> {
  const program = await rolldown({
    cwd: ROOT,
    input: 'src/index.ts',
    platform: 'browser',
    external: [RUBRIC],
    resolve: { alias },
    transform: {
      target: 'es2023',
      define: { DEMANDFIT_VERSION: JSON.stringify(version) },
      inject: { DEMANDFIT_RUBRIC: [RUBRIC, 'default'] },
    },
  });
  const { output } = await program.generate({ format: 'esm', minify: true, codeSplitting: false });
  const { code, moduleIds } = alone(output);
  return { code, types: await buildTypes(), moduleIds };
}
