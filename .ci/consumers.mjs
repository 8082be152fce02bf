// Makes a release in a clone and runs what ships for other people's pipelines from it, as they would: the steps of action.yml
// with a runner's files and variables, pre-commit itself, and the GitLab job of the docs. Needs git, bash, npm and pre-commit.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { parse } from 'yaml';

const ROOT = path.resolve(import.meta.dirname, '..');
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-consumers-'));
process.on('exit', () => fs.rmSync(scratch, { recursive: true, force: true }));

const WHO = { GIT_AUTHOR_NAME: 'T', GIT_AUTHOR_EMAIL: 't@example.org', GIT_COMMITTER_NAME: 'T', GIT_COMMITTER_EMAIL: 't@example.org' };

function run(command, args, { cwd = scratch, env = {}, expected = 0 } = {}) {
  const result = spawnSync(command, args, { cwd, encoding: 'utf8', env: { ...process.env, ...WHO, ...env }, input: '' });
  const said = `${command} ${args.join(' ')}\n${result.stdout}${result.stderr}`;
  if (expected !== null) assert.equal(result.status, expected, said);
  return { ...result, said };
}

/** A clone in which a release was made: its tag, and its tarball. */
function makeRelease() {
  const clone = path.join(scratch, 'clone');
  run('git', ['clone', '-q', ROOT, clone]);
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(clone, 'node_modules'));
  for (const tag of run('git', ['tag', '--list'], { cwd: clone }).stdout.split('\n').filter(Boolean)) run('git', ['tag', '-d', tag], { cwd: clone });
  run('npm', ['run', 'release', '--silent'], { cwd: clone });
  const [tag] = run('git', ['tag', '--list'], { cwd: clone }).stdout.split('\n');
  const tarball = fs.readdirSync(clone).find((name) => name.endsWith('.tgz'));
  assert.equal(`demandfit-${tag.slice(1)}.tgz`, tarball);
  run('npm', ['run', 'release', '--silent'], { cwd: clone, expected: 1 });
  return { clone, tag, tarball: path.join(clone, tarball) };
}

const MEMO = fs.readFileSync(path.join(ROOT, 'examples/memo-grass.md'), 'utf8');
/** With a customer in the text that no answer knows: a fault on a line of its own. */
const FALSE_MEMO = MEMO.replace('No buyer is named anywhere that we looked.', 'Siemens is a paying customer since May.');
assert.notEqual(FALSE_MEMO, MEMO);
const FALSE_LINE = FALSE_MEMO.split('\n').findIndex((line) => line.includes('Siemens is')) + 1;

/** A repository with a sound memo on `main`, and the false one beside it where told. */
function repository(name, isFalse) {
  const folder = path.join(scratch, name);
  fs.mkdirSync(path.join(folder, 'pitches'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'pitches/grass.md'), MEMO);
  run('git', ['init', '-q', '-b', 'main'], { cwd: folder });
  run('git', ['add', '.'], { cwd: folder });
  run('git', ['commit', '-qm', 'Add a memo'], { cwd: folder });
  if (isFalse) fs.writeFileSync(path.join(folder, 'pitches/false.md'), FALSE_MEMO);
  run('git', ['add', '.'], { cwd: folder });
  if (isFalse) run('git', ['commit', '-qm', 'Add another memo'], { cwd: folder });
  return folder;
}

/** The outputs that a step left in its file, `name<<delimiter` form. */
function outputsIn(file) {
  const text = fs.readFileSync(file, 'utf8');
  return Object.fromEntries([...text.matchAll(/^([\w-]+)<<(.+)\n([\s\S]*?)\n?\2\n|^([\w-]+)=(.*)$/gm)].map(([, name, , value, plain, said]) => [name ?? plain, value ?? said]));
}

/** Runs a composite action as the runner does: inputs by environment, one bash for each step. */
function runAction(actionPath, workspace, inputs, jobEnv = {}, runner = {}) {
  const action = parse(fs.readFileSync(path.join(actionPath, 'action.yml'), 'utf8'));
  const values = Object.fromEntries(Object.entries(action.inputs).map(([name, { default: preset }]) => [name, inputs[name] ?? preset ?? '']));
  for (const name of Object.keys(inputs)) assert.ok(name in action.inputs, `the action has no input ${name}`);
  const files = fs.mkdtempSync(path.join(scratch, 'runner-'));
  const steps = {};
  let last = { status: 0, stdout: '' };
  for (const [at, step] of action.runs.steps.entries()) {
    assert.ok(!/\$\{\{/.test(step.run), 'an expression inside a script would let an input run');
    const output = path.join(files, `output-${at}`);
    const summary = path.join(files, `summary-${at}`);
    for (const file of [output, summary]) fs.writeFileSync(file, '');
    const fill = (text) => String(text).replace(/\$\{\{\s*inputs\.([\w-]+)\s*\}\}/g, (_, name) => values[name]);
    const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, text]) => [name, fill(text)]));
    const script = path.join(files, `step-${at}.sh`);
    fs.writeFileSync(script, step.run);
    last = run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
      cwd: workspace,
      expected: null,
      env: { ...jobEnv, ...env, CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_ACTION_PATH: actionPath, GITHUB_WORKSPACE: workspace, GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary, ...runner },
    });
    if (step.id !== undefined) steps[step.id] = { outputs: outputsIn(output), summary: fs.readFileSync(summary, 'utf8') };
    if (last.status !== 0) break;
  }
  const filled = Object.entries(action.outputs).map(([name, { value }]) => {
    const [, step, output] = /^\$\{\{ steps\.([\w-]+)\.outputs\.([\w-]+) \}\}$/.exec(value) ?? [];
    return [name, steps[step]?.outputs[output] ?? ''];
  });
  return { ...last, outputs: Object.fromEntries(filled), summary: steps.check?.summary ?? '' };
}

function checkAction({ clone, tag }) {
  const actionPath = path.join(scratch, 'action');
  run('git', ['clone', '-q', '--depth', '1', '--branch', tag, `file://${clone}`, actionPath]);
  // Nothing is installed and nothing is built.
  const bare = { PATH: `${path.dirname(process.execPath)}:/usr/bin:/bin`, npm_config_offline: 'true' };
  const sound = runAction(actionPath, repository('sound', false), { files: 'pitches/', sarif: 'demandfit.sarif', base: 'main' }, bare);
  assert.equal(sound.status, 0, sound.said);
  assert.deepEqual(sound.outputs, { index: '33', verdict: 'weak-fit', passed: 'true', 'report-path': 'demandfit.sarif' });
  assert.match(sound.summary, /pitches\/grass\.md/);
  const broken = runAction(actionPath, repository('broken', true), { files: 'pitches/grass.md\npitches/false.md\n' });
  assert.equal(broken.status, 1, broken.said);
  assert.equal(broken.outputs.passed, 'false');
  assert.match(broken.stdout, new RegExp(`^::error file=pitches/false\\.md,line=${FALSE_LINE},`, 'm'));
  const barred = runAction(actionPath, path.join(scratch, 'sound'), { files: 'pitches/', 'min-index': '60' });
  assert.equal(barred.status, 1, barred.said);
  const hostile = runAction(actionPath, path.join(scratch, 'sound'), { files: '$(touch owned)`touch owned`\n; touch owned' });
  assert.equal(hostile.status, 2, hostile.said);
  assert.equal(hostile.outputs.passed, 'false');
  const byJob = runAction(actionPath, path.join(scratch, 'sound'), { files: 'pitches/' }, { DEMANDFIT_MIN_INDEX: '60' });
  assert.equal(byJob.status, 1, byJob.said);
  assert.ok(!fs.existsSync(path.join(scratch, 'sound/owned')));
  const deaf = runAction(actionPath, path.join(scratch, 'sound'), { files: 'pitches/' }, {}, { GITHUB_OUTPUT: '/nowhere/output' });
  assert.deepEqual([deaf.status, deaf.outputs.passed], [0, ''], deaf.said);
  assert.match(deaf.stderr, /cannot write the file of GITHUB_OUTPUT/);
  console.log('action.yml runs');
}

/** A revision that is not a release is built, however npm is set; where that makes no program, no check has failed. */
function checkUnbuiltAction() {
  const source = path.join(scratch, 'source');
  fs.mkdirSync(source);
  fs.copyFileSync(path.join(ROOT, 'action.yml'), path.join(source, 'action.yml'));
  const [name, version] = ['unbuilt', '1.0.0'];
  const env = { NODE_ENV: 'production', npm_config_ignore_scripts: 'true' };
  for (const [script, status] of [[`node -e "fs.mkdirSync('dist');fs.writeFileSync('dist/cli.cjs','console.log(1)')"`, 0], ['true', 2], ['exit 1', 2]]) {
    fs.rmSync(path.join(source, 'dist'), { recursive: true, force: true });
    fs.writeFileSync(path.join(source, 'package.json'), JSON.stringify({ name, version, scripts: { prepare: script } }));
    fs.writeFileSync(path.join(source, 'package-lock.json'), JSON.stringify({ name, version, lockfileVersion: 3, packages: { '': { name, version } } }));
    const ran = runAction(source, path.join(scratch, 'sound'), { files: 'pitches/' }, env);
    assert.equal(ran.status, status, ran.said);
    assert.match(ran.said, status === 0 ? /^1$/m : /is not a release/);
  }
  console.log('action.yml builds what is not a release');
}

function checkPreCommit({ clone, tag }) {
  const folder = repository('committed', true);
  fs.writeFileSync(path.join(folder, '.pre-commit-config.yaml'), `repos:\n  - repo: ${clone}\n    rev: ${tag}\n    hooks:\n      - id: demandfit\n`);
  // Markdown without answers is no memo, and neither is a note that was never meant as one.
  fs.writeFileSync(path.join(folder, 'pitches/README.md'), '# Pitches\n\nEach memo has its answers on top.\n');
  run('git', ['add', '.'], { cwd: folder });
  const env = { PRE_COMMIT_HOME: path.join(scratch, 'pre-commit') };
  const failed = run('pre-commit', ['run', '--all-files'], { cwd: folder, env, expected: 1 });
  assert.match(failed.stdout, new RegExp(`pitches/false\\.md:${FALSE_LINE}:`));
  run('git', ['rm', '-qf', 'pitches/false.md'], { cwd: folder });
  run('pre-commit', ['run', '--all-files'], { cwd: folder, env });
  // It judges by the day of the run.
  fs.writeFileSync(path.join(folder, 'pitches/grass.md'), MEMO.replace(/^as_of: .*$/m, 'as_of: 2999-01-01'));
  const early = run('pre-commit', ['run', '--all-files'], { cwd: folder, env, expected: 1 });
  assert.match(early.stdout, /as-of\/after-today/);
  console.log('pre-commit runs');
}

function checkGitlab({ tarball }) {
  const page = fs.readFileSync(path.join(ROOT, 'docs/check.md'), 'utf8');
  const [, job] = /```yaml\n(demandfit:\n {2}image:[\s\S]*?)```/.exec(page) ?? [];
  assert.ok(job !== undefined, 'docs/check.md has no GitLab job');
  const { demandfit } = parse(job);
  const folder = repository('gitlab', true);
  fs.writeFileSync(path.join(folder, 'demandfit.config.yaml'), "files: ['pitches/*.md']\n");
  run('git', ['add', '.'], { cwd: folder });
  run('git', ['commit', '-qm', 'Add a config'], { cwd: folder });
  const base = run('git', ['rev-parse', 'HEAD'], { cwd: folder }).stdout.trim();
  const env = { ...demandfit.variables, DEMANDFIT: tarball, CI_PROJECT_DIR: folder, CI_MERGE_REQUEST_DIFF_BASE_SHA: base, GITLAB_CI: 'true' };
  const failed = run('sh', ['-ec', demandfit.script.join('\n')], { cwd: folder, env, expected: 1 });
  const { codequality, junit } = demandfit.artifacts.reports;
  const quality = JSON.parse(fs.readFileSync(path.join(folder, codequality), 'utf8'));
  const found = quality.find(({ check_name }) => check_name === 'memo/customer-not-in-ledger');
  assert.deepEqual([found?.location.path, found?.location.lines?.begin ?? found?.location.positions?.begin.line], ['pitches/false.md', FALSE_LINE], failed.said);
  assert.match(fs.readFileSync(path.join(folder, junit), 'utf8'), /<failure/);
  console.log('the GitLab job of the docs runs');
}

const release = makeRelease();
checkAction(release);
checkUnbuiltAction();
checkPreCommit(release);
checkGitlab(release);
