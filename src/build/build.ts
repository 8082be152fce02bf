import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import type { PageProgram } from '../model/page.ts';
import { renderProblems } from '../report/documents/problems.ts';
import { plainPaint } from '../report/writers/terminal/paint.ts';
import { buildApi } from './build-api.ts';
import { collectLicences } from './licences.ts';
import { loadShippedRubric } from './load-shipped-rubric.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OUT = path.join(ROOT, 'dist');

/** Its build for Node is a file for each part, which take longer to load. */
const YAML_FOR_BROWSERS = path.join(ROOT, 'node_modules/yaml/browser/dist/index.js');

/** Packages that are taken from elsewhere: streams of Node in the place of a copy of them. */
const ALIAS = { yaml: YAML_FOR_BROWSERS, 'readable-stream': 'node:stream' } as const;

/** Packages that are not part of the program: the reader of PDFs is half as large as all of it, so whoever needs it adds it. */
const EXTERNAL = ['unpdf'];

/** The oldest Node that the program runs on. */
const TARGET = 'node20.19';

/** The checked rubric as a module of one JSON value, or the problems that keep it from being one, on stderr. */
function compileRubric(): string {
  const loaded = loadShippedRubric();
  if (loaded.ok) {
    const text = JSON.stringify(loaded.value);
    // The one key that means another thing in a module than in JSON.
    if (text.includes('"__proto__":')) throw new Error('a key of the rubric set is called __proto__');
    return `export default ${text};\n`;
  }
  const textOf = (file: string) => fs.readFileSync(path.join(ROOT, file), 'utf8');
  process.stderr.write(renderProblems(loaded.problems, textOf, { paint: plainPaint, unicode: true, width: 100 }));
  throw new Error('the rubric set has problems');
}

/** What nearly every run needs, in one file with all that it imports: each further file costs its reading. */
const STARTUP_FILES = /\/src\/cli\/(?:program|commands\/score)\.ts$/;

/** What `--explain-verdict` needs besides. */
const EXPLANATION_FILES =
  /\/src\/(?:analysis\/sensitivity\/explain-verdict|report\/documents\/fit-report\/explanation)\.ts$/;

/** One letter outside Latin-1 makes V8 keep and scan the whole file in two bytes a letter. */
function escapeNonAscii(code: string): string {
  return code.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Where the program of each kind of page begins. */
const PAGES = { page: 'src/browser/main.ts', ranking: 'src/browser/ranking/main.ts' } as const satisfies Record<
  PageProgram,
  string
>;

/** The program of a page as one script, with all that it imports: the browser loads nothing. */
async function buildPage(input: string): Promise<{ readonly code: string; readonly moduleIds: readonly string[] }> {
  const bundle = await rolldown({
    cwd: ROOT,
    input,
    platform: 'browser',
    // The list of public suffixes is one constant text, which would be copied to each of its uses.
    optimization: { inlineConst: false },
    resolve: { alias: ALIAS },
    transform: { target: 'es2023' },
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false });
  const [chunk, ...more] = output;
  if (more.length > 0 || chunk.imports.length > 0 || chunk.dynamicImports.length > 0)
    throw new Error(
      `${input} does not come out as one file: ${[...chunk.imports, ...chunk.dynamicImports].join(', ')}`,
    );
  const code = escapeNonAscii(chunk.code).trim();
  if (/<\/script|<!--/i.test(code)) throw new Error(`${input} cannot be embedded in a page`);
  return { code, moduleIds: chunk.moduleIds };
}

async function main(): Promise<void> {
  const rubric = compileRubric();
  const { version, homepage } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    readonly version: string;
    readonly homepage: string;
  };
  fs.rmSync(OUT, { recursive: true, force: true });
  const bundle = await rolldown({
    cwd: ROOT,
    input: { cli: 'src/cli/main.ts' },
    platform: 'node',
    external: EXTERNAL,
    resolve: { alias: ALIAS },
    transform: {
      target: TARGET,
      define: {
        DEMANDFIT_VERSION: JSON.stringify(version),
        DEMANDFIT_HOMEPAGE: JSON.stringify(homepage),
        'import.meta.dirname': '__dirname',
      },
    },
  });
  const { output } = await bundle.generate({
    // Node 20 starts CommonJS about 10 ms sooner than modules.
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name].cjs',
    minify: true,
    codeSplitting: {
      groups: [
        { name: 'main', test: STARTUP_FILES, priority: 1 },
        { name: 'explaining', test: EXPLANATION_FILES },
        { name: 'exit', test: /\/src\/cli\/(?:line\/exit|usage-error)\.ts$/, priority: 2 },
      ],
    },
  });
  const pages = await Promise.all(
    Object.entries(PAGES).map(async ([name, input]) => ({ name, ...(await buildPage(input)) })),
  );
  const api = await buildApi(version, ALIAS);
  fs.mkdirSync(OUT);
  for (const { name, code } of pages) fs.writeFileSync(path.join(OUT, `${name}.js`), code);
  for (const chunk of output)
    if (chunk.type === 'chunk') fs.writeFileSync(path.join(OUT, chunk.fileName), escapeNonAscii(chunk.code));
  fs.writeFileSync(path.join(OUT, 'index.js'), api.code);
  fs.writeFileSync(path.join(OUT, 'index.cjs'), "module.exports=require('./index.js');\n");
  fs.writeFileSync(path.join(OUT, 'index.d.cts'), api.requiredTypes);
  for (const [name, text] of api.types) {
    const file = path.join(OUT, 'types', `${name}.d.ts`);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  const chunks = output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
  const inputs = [...chunks, ...pages.flatMap(({ moduleIds }) => moduleIds), ...api.moduleIds];
  fs.writeFileSync(path.join(OUT, 'rubric.js'), escapeNonAscii(rubric));
  fs.writeFileSync(path.join(OUT, 'THIRD-PARTY.txt'), collectLicences(inputs));
  fs.chmodSync(path.join(OUT, 'cli.cjs'), 0o755);
}

/** When the newest file or folder below one was changed. */
function findNewest(name: string): number {
  const { mtimeMs } = fs.statSync(name);
  if (!fs.statSync(name).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...fs.readdirSync(name).map((entry) => findNewest(path.join(name, entry))));
}

/** True where what is built is newer than all that it is built from. `npx` prepares a clone that `npm ci` has just built. */
function isCurrent(): boolean {
  const built = fs.statSync(path.join(OUT, 'cli.cjs'), { throwIfNoEntry: false });
  const sources = ['src', 'rubrics', 'seeds', 'package.json', 'package-lock.json'];
  return built !== undefined && sources.every((name) => findNewest(path.join(ROOT, name)) < built.mtimeMs);
}

if (!process.argv.includes('--if-stale') || !isCurrent()) await main();
