import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../support/run.ts';
import { WARNED } from './warned.ts';

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-check-'));
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

let folder = root;
let count = 0;
beforeEach(() => {
  count += 1;
  folder = path.join(root, `repository-${count}`);
  fs.mkdirSync(path.join(folder, '.git'), { recursive: true });
  write('pitch.yaml', WARNED);
});

function write(name: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  fs.writeFileSync(path.join(folder, name), text);
}

function read(name: string): string {
  return fs.readFileSync(path.join(folder, name), 'utf8');
}

function check(
  args: readonly string[],
  more: { cwd?: string; env?: Readonly<Record<string, string>>; input?: string } = {},
) {
  return run(['check', ...args], { ...more, cwd: path.join(folder, more.cwd ?? '.') });
}

/** Rules that count in the JSON of a check. */
function rulesIn(stdout: string): readonly string[] {
  const { check } = JSON.parse(stdout);
  const findings: { id: string; setAside: unknown }[] = check.files.flatMap(
    (file: { findings: unknown }) => file.findings,
  );
  return findings.filter(({ setAside }) => setAside === null).map(({ id }) => id);
}

function git(...args: readonly string[]): void {
  const who = {
    GIT_AUTHOR_NAME: 'T',
    GIT_AUTHOR_EMAIL: 't@example.org',
    GIT_COMMITTER_NAME: 'T',
    GIT_COMMITTER_EMAIL: 't@example.org',
  };
  const { status, stderr } = spawnSync('git', args, { cwd: folder, encoding: 'utf8', env: { ...process.env, ...who } });
  if (status !== 0) throw new Error(stderr);
}

describe('what fails and what is shown', () => {
  it('passes warnings unless told otherwise', () => {
    expect(check(['pitch.yaml']).code).toBe(0);
    expect(check(['pitch.yaml', '--fail-severity', 'warn']).code).toBe(1);
    expect(check(['pitch.yaml', '--max-warnings', '2']).code).toBe(0);
    expect(check(['pitch.yaml', '--max-warnings', '1']).code).toBe(1);
    expect(check(['pitch.yaml', '--min-index', '40']).code).toBe(1);
    const never = check(['pitch.yaml', '--min-index', '40', '--fail-severity', 'never']);
    expect([never.code, never.stdout]).toEqual([
      0,
      expect.stringMatching(/passed: 1 description, 1 error, 2 warnings/),
    ]);
  });

  it('shows less without failing less', () => {
    const { code, stdout } = check(['pitch.yaml', '--max-warnings', '1', '--min-severity', 'error']);
    expect([code, stdout]).toEqual([1, expect.not.stringContaining('quote/answer-missing')]);
    expect(check(['pitch.yaml', '--quiet']).stdout.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    [['--min-index', '0.7'], 'did you mean 70?'],
    [['--min-index', '101'], 'from 0 to 100'],
    [['--min-verdict', 'weakfit'], 'Did you mean weak-fit?'],
    [['--min-dimension', 'technical_edg=3'], 'Did you mean technical_edge?'],
    [['--min-dimension', 'technical_edge'], '--min-dimension technical_edge=40'],
    [['--min-dimension', 'technical_edge=3,technical_edge=4'], 'is given twice'],
    [['--max-warnings', 'some'], '--max-warnings takes'],
    [['--fail-severity', 'warning'], 'takes error, warn or never'],
    [['--format', 'srif'], 'Did you mean sarif?'],
    [['--format', 'text', '--format', 'json'], 'standard output'],
    [['--format', 'json=a.json', '--format', 'sarif=./a.json'], 'two formats'],
    [['--format', 'json='], 'needs a file name'],
    [['--today', 'tomorrow'], '--today takes a date'],
    [['--config', 'none.yaml'], '--config: there is no file none.yaml'],
    [['--config', 'a.yaml', '--no-config'], 'cannot be combined'],
    [['--baseline', 'none.json'], 'there is no baseline file none.json'],
    [['--update-baseline', '--write-baseline'], 'cannot be combined'],
    [['--base', 'nowhere'], 'git cannot read nowhere'],
  ])('refuses %j with code 2', (args, said) => {
    const { code, stdout, stderr } = check(['pitch.yaml', ...args]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
  });

  it('ends with 2 where a file is no description, and checks the others', () => {
    write('broken.yaml', 'name: [');
    const { code, stdout, stderr } = check(['.', '--format', 'json']);
    expect(code).toBe(2);
    expect(rulesIn(stdout)).toContain('quote/answer-missing');
    expect(stderr).toContain('broken.yaml:1');
    expect(check(['nowhere.yaml']).code).toBe(2);
  });

  it('reads standard input by its name', () => {
    const { code, stdout } = check(['-', '--stdin-filename', 'pitches/a.yaml', '--format', 'json'], { input: WARNED });
    expect([code, JSON.parse(stdout).check.files[0].file]).toEqual([0, 'pitches/a.yaml']);
  });
});

describe('formats', () => {
  it('writes several at once, one to standard output', () => {
    const { code, stdout } = check([
      'pitch.yaml',
      '--format',
      'text',
      '--format',
      'sarif=out.sarif',
      '--format',
      'junit=out.xml',
      '--format',
      'csv=out.csv',
    ]);
    expect([code, stdout]).toEqual([0, expect.stringContaining('quote/answer-missing')]);
    expect(JSON.parse(read('out.sarif')).version).toBe('2.1.0');
    expect(read('out.xml')).toMatch(/^<\?xml/);
    expect(read('out.csv')).toMatch(/^\ufefffile,line,[\s\S]*quote\/answer-missing/);
    expect(check(['pitch.yaml', '--format', 'csv']).stdout).toMatch(/^file,line,/);
  });

  it('writes no file where one of them cannot be written, or is what was read', () => {
    const lost = check([
      'pitch.yaml',
      'none.yaml',
      '--format',
      'json=first.json',
      '--format',
      'sarif=missing/out.sarif',
      '--format',
      'text',
    ]);
    expect([lost.code, lost.stdout]).toEqual([2, expect.stringContaining('quote/answer-missing')]);
    expect(lost.stderr).toMatch(/none\.yaml[\s\S]*missing\/out\.sarif/);
    expect(check(['pitch.yaml', '--format', 'json=first.json', '--format', 'sarif=pitch.yaml']).code).toBe(2);
    expect(read('pitch.yaml')).toBe(WARNED);
    expect(fs.readdirSync(folder).sort()).toEqual(['.git', 'pitch.yaml']);
  });

  it('ends alike in every format', () => {
    for (const format of ['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown', 'csv', 'lines']) {
      expect([format, check(['pitch.yaml', '--format', format, '--min-index', '90']).code]).toEqual([format, 1]);
      expect([format, check(['pitch.yaml', '--format', format]).code]).toEqual([format, 0]);
    }
  });

  it('tells the runner of GitHub what came out, between delimiters of one run', () => {
    const env = {
      GITHUB_OUTPUT: path.join(folder, 'output'),
      GITHUB_STEP_SUMMARY: path.join(folder, 'summary'),
      GITHUB_WORKSPACE: folder,
    };
    fs.writeFileSync(env.GITHUB_OUTPUT, 'earlier=1\n');
    const inner = check(['../pitch.yaml', '--format', 'github', '--format', 'json=r.json'], { cwd: '.git', env });
    expect(inner.stdout).toMatch(/^::warning file=pitch\.yaml,line=1,/m);
    const output = fs.readFileSync(env.GITHUB_OUTPUT, 'utf8');
    const [, delimiter] = /^index<<(.+)$/m.exec(output) ?? [];
    expect(output.startsWith('earlier=1\n')).toBe(true);
    expect(output).toContain(`passed<<${delimiter}\ntrue\n${delimiter}\n`);
    expect(output).toContain(`report-path<<${delimiter}\nr.json\n${delimiter}\n`);
    expect(fs.readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8')).toContain('quote/answer-missing');
    check(['pitch.yaml', '--format', 'github'], { env });
    expect(
      new Set([...fs.readFileSync(env.GITHUB_OUTPUT, 'utf8').matchAll(/^index<<(.+)$/gm)].map(([line]) => line)).size,
    ).toBe(2);
  });

  it('says which file of the runner of GitHub cannot be written, and ends as usual', () => {
    const env = { GITHUB_OUTPUT: folder, GITHUB_STEP_SUMMARY: path.join(folder, 'missing/summary') };
    const { code, stderr } = check(['pitch.yaml', '--format', 'github'], { env });
    expect([code, stderr]).toEqual([
      0,
      'warning: cannot write the file of GITHUB_STEP_SUMMARY (no such folder)\n' +
        'warning: cannot write the file of GITHUB_OUTPUT (it is a folder)\n',
    ]);
  });
});

describe('the config', () => {
  const CONFIG = `rules: { quote/answer-missing: error }
overrides:
  - { files: ['drafts/**'], rules: { quote/answer-missing: 'off' } }
`;

  it('is found upward to the top of the repository and no further', () => {
    write('demandfit.config.yaml', CONFIG);
    write('deep/er/pitch.yaml', WARNED);
    expect(check(['pitch.yaml'], { cwd: 'deep/er' }).code).toBe(1);
    write('deep/er/.git/HEAD', '');
    expect(check(['pitch.yaml'], { cwd: 'deep/er' }).code).toBe(0);
  });

  it('gives files under a pattern settings of their own, wherever the check runs', () => {
    write('demandfit.config.yaml', CONFIG);
    write('drafts/pitch.yaml', WARNED);
    expect(check(['drafts/pitch.yaml']).code).toBe(0);
    expect(check(['pitch.yaml'], { cwd: 'drafts' }).code).toBe(0);
    expect(check(['pitch.yaml']).code).toBe(1);
    expect(check(['pitch.yaml', '--no-config']).code).toBe(0);
  });

  it('names what is checked and what is left out', () => {
    write('demandfit.config.yaml', "files: ['pitches/*.yaml']\nexclude: ['pitches/old.yaml']\n");
    write('pitches/a.yaml', WARNED);
    write('pitches/old.yaml', WARNED);
    const filesOf = (args: readonly string[], cwd = '.') =>
      JSON.parse(check([...args, '--format', 'json'], { cwd }).stdout).check.files.map(
        ({ file }: { file: string }) => file,
      );
    expect(filesOf([])).toEqual(['pitches/a.yaml']);
    expect(filesOf([], 'pitches')).toEqual(['a.yaml']);
    expect(filesOf(['pitches/old.yaml'])).toEqual(['pitches/old.yaml']);
    expect(filesOf(['pitches/old.yaml', '--force-exclude'])).toEqual([]);
    write('pitches/README.md', '# Pitches\n\nEach memo has its answers on top.\n');
    expect(filesOf(['pitches/README.md', '--force-exclude'])).toEqual([]);
    expect(filesOf(['pitches/README.md', 'pitches/a.yaml', '--force-exclude'])).toEqual(['pitches/a.yaml']);
    expect(check(['pitches/README.md']).code).toBe(2);
  });

  it.each([
    ['rules: { quote/answer-missin: error }', 'quote/answer-missing'],
    ['minimum: { index: 0.7 }', '0 to 100'],
    ['minimum: { verdict: strongfit }', 'strong-fit'],
    ['minimum: { dimensions: { technical: 3 } }', 'technical_edge'],
    ['required: [paid_us]', 'paid_use'],
    ['fail-severity: error', 'fail_severity'],
    ['overrides: [{ files: [a], required: [coast] }]', 'cost'],
  ])('is refused where it says %s', (text, said) => {
    write('demandfit.config.yaml', `${text}\n`);
    const { code, stderr } = check(['pitch.yaml']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/demandfit\.config\.yaml:1:\d+/);
    expect(stderr).toContain(said);
  });

  it('warns about an unknown variable, and passes or fails as without it', () => {
    const env = { DEMANDFIT: './demandfit.tgz', DEMANDFIT_MIN_INDX: '90', DEMANDFIT_TEAM: 'a', DEMANDFIT_BAS: '' };
    const { code, stderr } = check(['pitch.yaml'], { env });
    expect(code).toBe(check(['pitch.yaml']).code);
    expect(stderr.split('\n')).toEqual([
      'warning: DEMANDFIT_MIN_INDX is unknown and is ignored. Did you mean DEMANDFIT_MIN_INDEX?',
      expect.stringContaining('warning: DEMANDFIT_TEAM is unknown and is ignored. Known variables: DEMANDFIT_CONFIG, '),
      '',
    ]);
  });

  it('gives way to the command line, and the environment stands between', () => {
    write('demandfit.config.json', '{ "minimum": { "index": 90 } }');
    expect(check(['pitch.yaml']).code).toBe(1);
    expect(check(['pitch.yaml'], { env: { DEMANDFIT_MIN_INDEX: '1' } }).code).toBe(0);
    expect(check(['pitch.yaml', '--min-index', '90'], { env: { DEMANDFIT_MIN_INDEX: '1' } }).code).toBe(1);
    expect(check(['pitch.yaml'], { env: { DEMANDFIT_NO_IGNORES: 'true', DEMANDFIT_MIN_INDEX: '1' } }).code).toBe(0);
    expect(check(['pitch.yaml'], { env: { DEMANDFIT_MIN_INDEX: '0.7' } }).code).toBe(2);
    expect(check(['pitch.yaml'], { env: { DEMANDFIT_NO_IGNORES: 'yess' } }).code).toBe(2);
    expect(check(['pitch.yaml', '--no-config'], { env: { DEMANDFIT_CONFIG: 'nowhere.yaml' } }).code).toBe(0);
  });

  it('is no description, and neither is Markdown without front matter; what is meant as a memo is not passed over', () => {
    write('demandfit.config.yaml', 'max_warnings: 9\n');
    write('README.md', '# Pitches\n\nPut yours here.\n');
    expect(check(['.']).code).toBe(0);
    expect(check(['pitch.yaml', 'demandfit.config.yaml', '--force-exclude']).code).toBe(0);
    for (const head of ['\n---\n', ' ---\n', '----\n', '+++\n']) {
      write('memo.md', `${head}name: A\n---\n`);
      expect([head, check(['.']).code]).toEqual([head, 2]);
    }
  });

  it('may name a folder in an override, and may not leave out everything', () => {
    write('demandfit.config.yaml', "exclude: ['**']\noverrides: [{ files: [pitches/], minimum: { index: 99 } }]\n");
    write('pitches/a.yaml', WARNED);
    expect(check(['pitches/a.yaml']).code).toBe(1);
    expect(check(['.']).stderr).toContain('all given paths are excluded');
    expect(check(['.', '--force-exclude']).code).toBe(0);
    expect(check([path.join(folder, 'pitches/a.yaml'), '--force-exclude']).code).toBe(0);
  });

  it('is printed with what holds for each file', () => {
    write('demandfit.config.yaml', CONFIG);
    write('drafts/pitch.yaml', WARNED);
    const { config, failSeverity, files } = JSON.parse(check(['.', '--print-config', '--min-index', '5']).stdout);
    expect([config, failSeverity]).toEqual(['demandfit.config.yaml', 'error']);
    expect(files['drafts/pitch.yaml'].rules['quote/answer-missing']).toBe('off');
    expect(files['pitch.yaml'].minimum.index).toBe(5);
    expect(check(['nowhere.yaml', '--print-config']).code).toBe(2);
  });

  it('and a rubric beside it can be taken from the base revision, with the baseline', () => {
    fs.rmSync(path.join(folder, '.git'), { recursive: true });
    git('init', '-q', '-b', 'main');
    expect(run(['rubric', 'copy', 'our-rubric'], { cwd: folder }).code).toBe(0);
    write(
      'demandfit.config.yaml',
      'rubric: our-rubric\nrules: { quote/answer-missing: error }\nbaseline: known.json\n',
    );
    git('add', '.');
    git('commit', '-qm', 'Base');
    expect(check(['pitch.yaml', '--write-baseline']).code).toBe(0);
    write('demandfit.config.yaml', 'rules: { quote/answer-missing: off }\nbaseline: known.json\n');
    fs.rmSync(path.join(folder, 'our-rubric'), { recursive: true });
    expect(check(['pitch.yaml']).code).toBe(0);
    write('their-rubric/rubric.yaml', '');
    expect(check(['pitch.yaml', '--base', 'main', '--rubric', 'their-rubric']).stderr).toContain('--rubric at main');
    const held = check(['pitch.yaml', '--base', 'main', '--format', 'json']);
    expect([held.code, JSON.parse(held.stdout).rubric.origin]).toEqual([1, 'our-rubric']);
    git('add', '.');
    git('commit', '-qm', 'Lower the bar');
    expect(check(['pitch.yaml', '--base', 'main']).code).toBe(0);
    expect(check(['pitch.yaml', '--base', 'main~1']).code).toBe(1);
  });
});

describe('the baseline', () => {
  it('excuses what was there, and fails for what is new or worse', () => {
    expect(check(['pitch.yaml', '--write-baseline', '--fail-severity', 'warn']).code).toBe(0);
    expect(check(['pitch.yaml', '--baseline', 'demandfit-baseline.json', '--fail-severity', 'warn']).code).toBe(0);
    write('pitch.yaml', `# moved\n\n${WARNED}`);
    expect(check(['pitch.yaml', '--baseline', 'demandfit-baseline.json', '--fail-severity', 'warn']).code).toBe(0);
    write('pitch.yaml', WARNED.replace('$3.10', '$2.65').replace('on-sale-a-year', 'limited'));
    const worse = check(['pitch.yaml', '--baseline', 'demandfit-baseline.json', '--format', 'json']);
    expect([worse.code, rulesIn(worse.stdout)]).toEqual([1, expect.arrayContaining(['fit/worse-than-baseline'])]);
  });

  it('works by the recipe of the README: by its name or by the config, a falling index fails', () => {
    write('pitches/a.yaml', WARNED);
    const written = check(['pitches/', '--write-baseline']);
    const said = 'Use it with --baseline demandfit-baseline.json, or set `baseline:` in demandfit.config.yaml.';
    expect([written.code, written.stderr]).toEqual([0, `Wrote demandfit-baseline.json. ${said}\n`]);
    const recipe = ['pitches/', '--baseline', 'demandfit-baseline.json'];
    expect(check(recipe).code).toBe(0);
    write('pitches/a.yaml', WARNED.replace('on-sale-a-year', 'limited'));
    expect(check(recipe).stdout).toContain('fit/worse-than-baseline');
    expect([check(['pitches/']).code, check(recipe).code]).toEqual([0, 1]);
    write('demandfit.config.yaml', 'baseline: demandfit-baseline.json\n');
    expect(check(['pitches/']).code).toBe(1);
    expect(check(['pitches/', '--write-baseline']).stderr).toBe('Wrote demandfit-baseline.json.\n');
  });

  it('only shrinks unless it is written anew', () => {
    write('pitch.yaml', WARNED.replace('on-sale-a-year', 'limited'));
    check(['pitch.yaml', '--write-baseline']);
    write('pitch.yaml', WARNED.replace('$3.10', '$2.65'));
    write('other.yaml', WARNED);
    const before = read('demandfit-baseline.json');
    const stale = check(['.', '--baseline', 'demandfit-baseline.json', '--format', 'json']);
    expect(rulesIn(stale.stdout)).toContain('baseline/stale');
    expect(read('demandfit-baseline.json')).toBe(before);
    expect(check(['.', '--baseline', 'demandfit-baseline.json', '--update-baseline', '--format', 'json']).code).toBe(0);
    const { files } = JSON.parse(read('demandfit-baseline.json'));
    expect(Object.keys(files)).toEqual(['pitch.yaml']);
    expect(files['pitch.yaml'].excused.map(({ rule }: { rule: string }) => rule)).toEqual(['fit/not-rateable']);
    expect(files['pitch.yaml'].index).toBeGreaterThan(JSON.parse(before).files['pitch.yaml'].index);
  });

  it('is the same wherever the run stands and whatever the runner calls its workspace', () => {
    write('pitches/a.yaml', WARNED);
    check(['.', '--write-baseline']);
    const args = ['--fail-severity', 'warn', '--baseline'];
    const env = { GITHUB_WORKSPACE: root };
    expect(check(['.', ...args, 'demandfit-baseline.json'], { env }).code).toBe(0);
    expect(check(['a.yaml', ...args, '../demandfit-baseline.json'], { cwd: 'pitches' }).code).toBe(0);
    const outside = [path.join(folder, 'pitches/a.yaml'), ...args, path.join(folder, 'demandfit-baseline.json')];
    expect(run(['check', ...outside], { cwd: os.tmpdir() }).code).toBe(0);
  });

  it('knows a renamed file by its project, and counts what is gone', () => {
    check(['.', '--write-baseline']);
    fs.rmSync(path.join(folder, 'pitch.yaml'));
    write('renamed.yaml', WARNED.replace('sources: [prices] }', 'sources: [] }'));
    const renamed = check(['.', '--baseline', 'demandfit-baseline.json', '--format', 'json']);
    expect([renamed.code, rulesIn(renamed.stdout)]).toEqual([1, expect.arrayContaining(['fit/worse-than-baseline'])]);
    write('demandfit.config.yaml', 'rules: { baseline/stale: error }\n');
    write('renamed.yaml', WARNED);
    expect(check(['renamed.yaml', '--baseline', 'demandfit-baseline.json']).code).toBe(1);
    expect(check(['renamed.yaml', '--baseline', 'demandfit-baseline.json', '--update-baseline']).code).toBe(0);
  });

  it('that a config names and nobody wrote yet is told', () => {
    write('demandfit.config.yaml', 'baseline: known.json\n');
    const { code, stderr } = check(['pitch.yaml']);
    expect([code, stderr]).toEqual([0, expect.stringContaining('baseline known.json does not exist yet')]);
  });

  it('tells of files that are gone', () => {
    write('pitches/a.yaml', WARNED);
    check(['.', '--write-baseline']);
    fs.rmSync(path.join(folder, 'pitches/a.yaml'));
    const { check: found } = JSON.parse(
      check(['.', '--baseline', 'demandfit-baseline.json', '--format', 'json']).stdout,
    );
    expect(found.others).toMatchObject([{ id: 'baseline/unchecked', file: 'pitches/a.yaml' }]);
    expect(found.stale).toEqual([]);
  });

  it('is refused where it is none', () => {
    write('b.json', '{ "files": 3 }');
    const { code, stderr } = check(['pitch.yaml', '--baseline', 'b.json']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('b.json:1')]);
  });
});

it('heeds no comments where told', () => {
  write(
    'pitch.yaml',
    WARNED.replace('hour }] }', 'hour }] } # demandfit-ignore quote/answer-missing until 2026-12-01: unchanged since'),
  );
  const count = (args: readonly string[]) => rulesIn(check(['pitch.yaml', '--format', 'json', ...args]).stdout);
  expect(count([])).not.toContain('quote/answer-missing');
  expect(count(['--no-ignores'])).toContain('quote/answer-missing');
  expect(count(['--today', '2027-02-01'])).toEqual(
    expect.arrayContaining(['quote/answer-missing', 'suppression/expired']),
  );
});
