import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../support/rubric.ts';
import { run } from '../../support/run.ts';

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-init-'));
afterAll(() => fs.rmSync(scratch, { recursive: true, force: true }));

/** A folder of its own for one test. */
function folder(): string {
  return fs.mkdtempSync(path.join(scratch, 'a-'));
}

function readIn(cwd: string, name = 'project.yaml'): string {
  return fs.readFileSync(path.join(cwd, name), 'utf8');
}

const SUMMARY = 'Rents out idle GPUs by the hour to AI labs, over a network of independent providers.';
const SOURCE = 'prices={ title: Price list, url: https://a.org/p, kind: price-list, accessed: 2026-06 }';

describe('demandfit init without a terminal', () => {
  it('writes a commented template that can be scored', () => {
    const cwd = folder();
    const { code, stdout, stderr } = run(['init'], { cwd });
    expect([code, stdout]).toEqual([0, 'Wrote project.yaml. Score it: demandfit score project.yaml\n']);
    expect(stderr).toBe('Wrote project.schema.json (for completion in editors).\n');
    expect(fs.readdirSync(cwd)).toEqual(['project.schema.json', 'project.yaml']);
    expect(readIn(cwd)).toMatch(/^# yaml-language-server: \$schema=project\.schema\.json\n/);
    expect(readIn(cwd, 'project.schema.json')).toBe(run(['schema']).stdout);
    expect(run(['score', 'project.yaml'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });

  it('takes an option for everything that the wizard asks', () => {
    const cwd = folder();
    const given = [
      '--name',
      'Acme: Grid',
      '--summary',
      SUMMARY,
      '--offer',
      'H100 rental',
      '--website',
      'https://a.org',
    ];
    const answers = [
      'proof={ answer: own-benchmark, sources: [prices] }',
      'customers=[]',
      'revenue=1200',
      'use=unknown',
    ];
    const args = ['--as-of', '2026-06-29', '--track', 'compute', '--source', SOURCE];
    const { code, stderr } = run(
      ['init', 'acme.yaml', ...given, ...args, ...answers.flatMap((answer) => ['--answer', answer])],
      { cwd },
    );
    expect([code, stderr]).toEqual([0, 'Wrote project.schema.json (for completion in editors).\n']);
    const scored = run(['score', 'acme.yaml', '--format', 'json'], { cwd });
    const [report] = (JSON.parse(scored.stdout) as { reports: Record<string, unknown>[] }).reports;
    expect(report).toMatchObject({
      project: { name: 'Acme: Grid', offer: 'H100 rental', website: 'https://a.org' },
      asOf: '2026-06-29',
      classification: { declared: 'compute' },
    });
    const text = readIn(cwd, 'acme.yaml');
    for (const line of ['  customers: []', '  revenue: 1200', '  use: unknown']) expect(text).toContain(`\n${line}\n`);
  });

  it('writes over no file, goes on with one where told, and begins anew where told', () => {
    const cwd = folder();
    fs.writeFileSync(path.join(cwd, 'project.yaml'), `# Mine.\nname: A\nsummary: ${SUMMARY}\nas_of: 2026-06-29\n`);
    const before = readIn(cwd);
    const refused = run(['init'], { cwd });
    expect([refused.code, refused.stdout, readIn(cwd)]).toEqual([2, '', before]);
    expect(refused.stderr).toContain('already exists');
    const on = run(['init', '--continue', '--answer', 'proof=own-claim'], { cwd });
    expect([on.code, on.stderr]).toEqual([
      0,
      'Resuming project.yaml; its answers are kept, except where an option replaces it.\n',
    ]);
    expect(readIn(cwd)).toBe(`${before}technical_edge:\n  proof: own-claim\n`);
    expect(run(['init', '--force'], { cwd }).code).toBe(0);
    expect(readIn(cwd)).toContain('name: Name of the project');
  });

  it.each([
    ['a criterion that there is none of', ['--answer', 'prof=own-claim'], 'Did you mean proof?'],
    ['an option that there is none of', ['--answer', 'proof=own-clam'], 'Did you mean own-claim?'],
    ['an answer without a value', ['--answer', 'proof'], 'takes id=value'],
    ['an answer of the wrong shape', ['--answer', 'customers=3'], 'do not make a valid description'],
    [
      'a source that is not listed',
      ['--answer', 'proof={ answer: none, sources: [x] }'],
      'do not make a valid description',
    ],
    [
      'a source without a title',
      ['--source', 'x={ url: https://a.org, kind: docs }'],
      'do not make a valid description',
    ],
    ['a track that there is none of', ['--track', 'computer'], 'Did you mean compute?'],
    ['a day that there is none of', ['--as-of', '2026-02-30'], 'takes a date'],
    ['a memo to write to', ['memo.md'], 'YAML'],
    ['a text to write to', ['memo.txt'], 'YAML'],
    ['a name without an ending to write to', ['memo'], 'YAML'],
    [
      'to go on with a file that is not there',
      ['none.yaml', '--continue'],
      'none.yaml does not exist, so there is nothing to resume',
    ],
    ['a folder that is not there', ['no/such/project.yaml'], 'cannot write no/such/project.yaml (no such folder)\n'],
    ['a memo that is not there', ['--from', 'no-memo.md'], 'Check the spelling and the current directory.'],
  ])('refuses %s, and writes nothing', (_, args, said) => {
    const cwd = folder();
    const { code, stdout, stderr } = run(['init', ...args], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
    expect(fs.readdirSync(cwd)).toEqual([]);
  });

  it.each([
    ['cost=2.65', "--answer 'cost={ project: "],
    ['customers=Foo', "--answer 'customers=[ { name: NAME"],
    ['revenue=lots', "--answer 'revenue={ answer: "],
    ['proof=own-clam', "--answer 'proof={ answer: "],
    ['proof={ answer: none, sources: [x] }', "--answer 'proof={ answer: "],
  ])('shows the shape of the answer that does not fit: %s', (answer, shape) => {
    const { stderr } = run(['init', '--answer', 'use=unknown', '--answer', answer], { cwd: folder() });
    expect(stderr.split('\n')[1]).toMatch(/^For example: demandfit init project\.yaml /);
    expect(stderr).toContain(shape);
  });

  it('shows the shape of a source that does not fit', () => {
    const { stderr } = run(['init', '--source', 'x={ url: https://a.org, kind: docs }'], { cwd: folder() });
    expect(stderr).toContain("For example: demandfit init project.yaml --source 'prices={ title: ");
  });

  it.each([
    ['', 'memo.md contains nothing to use: no heading, no paragraph and no possible answer.\n'],
    [
      '# Acme\n\nWe rent things.\n',
      'memo.md contains no answer to confirm: no figure, customer or law was recognised with certainty.\n',
    ],
  ])('says that a memo gave little: %j', (text, said) => {
    const cwd = folder();
    fs.writeFileSync(path.join(cwd, 'memo.md'), text);
    expect(run(['init', 'x.yaml', '--yes', '--from', 'memo.md'], { cwd })).toMatchObject({
      code: 0,
      stderr: `${said}Wrote project.schema.json (for completion in editors).\n`,
    });
  });

  it('names the file after a memo, whatever its ending', () => {
    const cwd = folder();
    fs.writeFileSync(path.join(cwd, 'memo'), '# Acme\n');
    expect(run(['init', '--from', 'memo'], { cwd }).code).toBe(0);
    expect(readIn(cwd, 'memo.yaml')).toContain('name: Acme');
  });

  it('goes on with nothing that is no description', () => {
    const cwd = folder();
    fs.writeFileSync(path.join(cwd, 'project.yaml'), 'name: [unclosed\n');
    expect(run(['init', '--continue'], { cwd }).code).toBe(2);
    expect(readIn(cwd)).toBe('name: [unclosed\n');
  });

  it('looks in a memo for what answers can be made of, and answers nothing by itself', () => {
    const cwd = folder();
    fs.copyFileSync(path.join(ROOT, 'test/fixtures/pitch.md'), path.join(cwd, 'pitch.md'));
    const { code, stdout } = run(['init', '--from', 'pitch.md', '--name', 'Lumen\u202eGrid'], { cwd });
    expect([code, stdout.split('.')[0]]).toEqual([0, 'Wrote pitch']);
    const text = readIn(cwd, 'pitch.yaml');
    expect(text).toContain('#   # pitch.md:22 says: Revenue runs at $4.8M a year.');
    expect(text).toContain('\n#   revenue: 4800000\n');
    // The memo's prose names no chain, so that only a track gives a fit.
    const scored = run(['score', 'pitch.yaml', '--track', 'compute', '--format', 'json'], { cwd });
    const { reports } = JSON.parse(scored.stdout) as { reports: { coverage: number; fit: { claimed: number } }[] };
    expect(reports[0]).toMatchObject({ coverage: 0, fit: { claimed: 0 } });
  });
});
