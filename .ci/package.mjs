// The package as its users get it: packed, installed into an empty folder by each supported Node and npm, and run there by
// command line, by import and by require, with the same result everywhere.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..');
const VERSIONS = ['20', '22', '24'];

/** A program that asks for the package by its name; `load` is how. */
const programFor = (load) => `${load}
const fs = process.getBuiltinModule('node:fs');
const text = fs.readFileSync('node_modules/demandfit/examples/x402.yaml', 'utf8');
const read = readDescription(text, builtInRubric, { name: 'node_modules/demandfit/examples/x402.yaml' });
process.stdout.write(renderJson(reportFile([assess(read.value, builtInRubric)], builtInRubric)));
`;
const NAMES = '{ assess, builtInRubric, readDescription, renderJson, reportFile }';

/** Each command line with the exit code that it has to have. */
const COMMANDS = (shipped) => [
  ['--version'],
  ['--help'],
  ...['text', 'markdown', 'json', 'jsonl', 'html'].map((format) => ['score', shipped, '--format', format]),
  ['score', `${shipped}/x402.yaml`, '--explain-verdict', '--color', 'always'],
  ...['text', 'json', 'markdown', 'html'].map((format) => ['compare', shipped, '--format', format]),
  ['diff', `${shipped}/grass.yaml`, `${shipped}/memo-grass.md`],
  ['classify', shipped],
  ...['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown', 'csv'].map((format) => ['check', shipped, '--no-config', '--fail-severity', 'never', '--format', format]),
  ['explain', 'continuity'],
  ['list', 'criteria'],
  ['schema'],
  ['schema', 'config'],
  ...['bash', 'zsh', 'fish'].map((shell) => ['completion', shell]),
  ['init', 'made.yaml', '--yes', '--name', 'Made'],
  ['init', `${shipped}/documents/larkfield.txt`, 'read.yaml', '--yes'],
  ['init', `${shipped}/documents/larkfield.txt`, 'answered.yaml', '--answers', `${shipped}/documents/larkfield-reply.txt`],
  ['brief', `${shipped}/documents/larkfield.txt`],
  ...['text', 'json', 'markdown'].map((format) => ['read', `${shipped}/documents/larkfield.txt`, '--format', format]),
  ['rubric', 'copy', 'own'],
  ['score', `${shipped}/x402.yaml`, '--rubric', 'own'],
  ['rubric', 'check'],
  ['rubric', 'vectors'],
];

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-package-'));

function run(command, args, { cwd = scratch, env = process.env } = {}) {
  const done = spawnSync(command, args, { cwd, env, encoding: 'utf8', maxBuffer: 1 << 28, input: '' });
  assert.equal(done.status, 0, `${command} ${args.join(' ')}: ${done.stderr}${done.error ?? ''}`);
  return done.stdout;
}

/** The environment in which `node` and `npm` are those of a version. */
function environmentOf(version) {
  const node = run('npx', ['-y', '-p', `node@${version}`, 'node', '-p', 'process.execPath']).trim();
  return { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}` };
}

function checkOn(version, tarball) {
  const env = environmentOf(version);
  const cwd = path.join(scratch, `on-${version}`);
  fs.mkdirSync(cwd);
  const inside = (command, ...args) => run(command, args, { cwd, env });
  assert.match(inside('node', '--version'), new RegExp(`^v${version}\\.`));
  inside('npm', 'install', '--no-audit', '--no-fund', '--offline', tarball);
  assert.deepEqual(fs.readdirSync(path.join(cwd, 'node_modules')).filter((name) => !name.startsWith('.')), ['demandfit']);
  const example = 'node_modules/demandfit/examples/x402.yaml';
  const said = inside('npx', 'demandfit', example, '--format', 'json');
  fs.writeFileSync(path.join(cwd, 'in.mjs'), programFor(`import ${NAMES} from 'demandfit';`));
  fs.writeFileSync(path.join(cwd, 'in.cjs'), programFor(`const ${NAMES} = require('demandfit');`));
  assert.equal(inside('node', 'in.mjs'), said);
  assert.equal(inside('node', 'in.cjs'), said);
  const bin = path.join(cwd, 'node_modules/.bin/demandfit');
  const all = COMMANDS('node_modules/demandfit/examples').map((args) => [args.join(' '), inside(bin, ...args)]);
  console.log(`Node ${version}: ${all.length} command lines, import and require`);
  return [['API', said], ...all];
}

try {
  run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', scratch], { cwd: ROOT });
  const tarball = path.join(scratch, fs.readdirSync(scratch).find((name) => name.endsWith('.tgz')));
  const [first, ...others] = VERSIONS.map((version) => checkOn(version, tarball));
  for (const other of others) assert.deepEqual(other, first);
} finally {
  fs.rmSync(scratch, { recursive: true });
}
