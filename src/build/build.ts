import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { openRubricFolder } from '../cli/node-host.ts';
import { copyRubricSet } from '../input/rubric/rubric-files.ts';
import { renderProblems } from '../report/documents/problems.ts';
import { plainPaint } from '../report/writers/terminal/paint.ts';
import { buildApi, escapeNonAscii } from './build-api.ts';
import { collectLicences } from './licences.ts';
import { loadShippedRubric } from './load-shipped-rubric.ts';
import { shareSuffixList, writeSuffixList } from './suffix-list.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OUT = path.join(ROOT, 'dist');

/** Its build for Node is a file for each part, which take longer to load. */
const YAML_FOR_BROWSERS = path.join(ROOT, 'node_modules/yaml/browser/dist/index.js');

/** Packages that are taken from another of their builds. */
const ALIAS = {
  yaml: YAML_FOR_BROWSERS,
  tldts: path.join(ROOT, 'node_modules/tldts/dist/es6/index.js'),
} as const;

/** The list of public suffixes as the command line reads it, where it needs it. */
const SUFFIXES =
  "JSON.parse(process.getBuiltinModule('node:fs').readFileSync(__dirname + '/suffixes.js', 'latin1').slice(15, -2))";

/** Packages that are not part of the program: the reader of PDFs is half as large as all of it, so whoever needs it adds it. */
const EXTERNAL = ['unpdf'];

/** The oldest Node that the program runs on. */
const TARGET = 'node20.19';

/** A module of one JSON value. */
function writeModule(value: unknown): string {
  const text = JSON.stringify(value);
  // The one key that means another thing in a module than in JSON.
  if (text.includes('"__proto__":')) throw new Error('a key of the rubric set is called __proto__');
  return escapeNonAscii(`export default ${text};\n`);
}

/** The checked rubric and what only memos need of it, as modules, or the problems that keep it from being one, on stderr. */
function compileRubric(): readonly (readonly [name: string, module: string])[] {
  const loaded = loadShippedRubric();
  if (loaded.ok) {
    const { classifier } = loaded.value;
    const rubric = { ...loaded.value, classifier: { ...classifier, claims: null } };
    return [
      ['rubric', writeModule(rubric)],
      ['claims', writeModule(classifier.claims)],
    ];
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

/** The texts of the built-in set, by name, for those who copy or replace it. */
function packRubricSet(): Buffer {
  const texts = copyRubricSet(openRubricFolder(path.join(ROOT, 'rubrics')));
  return brotliCompressSync(JSON.stringify(Object.fromEntries(texts)));
}

async function main(): Promise<void> {
  const rubric = compileRubric();
  const { version, homepage = null } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    readonly version: string;
    readonly homepage?: string;
  };
  fs.rmSync(OUT, { recursive: true, force: true });
  const bundle = await rolldown({
    cwd: ROOT,
    input: { cli: 'src/cli/main.ts' },
    platform: 'node',
    external: EXTERNAL,
    plugins: [shareSuffixList(SUFFIXES)],
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
        { name: 'host', test: /\/src\/cli\/(?:node-host|line\/(?:exit|signature)|usage-error)\.ts$/, priority: 2 },
      ],
    },
  });
  const data = new Map([...rubric, ['suffixes', escapeNonAscii(await writeSuffixList())]]);
  const api = await buildApi(version, ALIAS, data);
  fs.mkdirSync(OUT);
  for (const [name, code] of api.modules) fs.writeFileSync(path.join(OUT, `${name}.js`), code);
  for (const chunk of output)
    if (chunk.type === 'chunk') fs.writeFileSync(path.join(OUT, chunk.fileName), escapeNonAscii(chunk.code));
  fs.writeFileSync(path.join(OUT, 'index.cjs'), "module.exports=require('./index.js');\n");
  fs.writeFileSync(path.join(OUT, 'index.d.cts'), api.requiredTypes);
  for (const [name, text] of api.types) {
    const file = path.join(OUT, 'types', `${name}.d.ts`);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  const chunks = output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
  fs.writeFileSync(path.join(OUT, 'rubric-set.json.br'), packRubricSet());
  fs.writeFileSync(path.join(OUT, 'THIRD-PARTY.txt'), collectLicences([...chunks, ...api.moduleIds]));
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
