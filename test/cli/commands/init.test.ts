import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { shippedRubric } from '../../support/rubric.ts';
import { run } from '../../support/run.ts';

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-init-'));
afterAll(() => fs.rmSync(scratch, { recursive: true, force: true }));

const MEMO = `# Heron Grid

## Overview

Heron Grid rents out GPUs of many owners by the hour to AI labs, with payment on a blockchain.

## Customers

Customers include Northfield Hospital.
`;

/** A folder of its own for one test. */
function folder(): string {
  return fs.mkdtempSync(path.join(scratch, 'a-'));
}

function readIn(cwd: string, name = 'project.yaml'): string {
  return fs.readFileSync(path.join(cwd, name), 'utf8');
}

const SUMMARY = 'Rents out idle GPUs by the hour to AI labs, over a network of independent providers on a blockchain.';
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

  it('writes over no file, goes on with one where told, and overwrites one where told', () => {
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
    ['two descriptions', ['a.yaml', 'b.yaml'], 'init writes one description, not a.yaml and b.yaml'],
    ['to write into a memo that is not named', ['--into-memo'], '--into-memo: name the memo'],
    ['the option of old', ['--from', 'memo.md'], "unknown option '--from'\nFor example: demandfit init memo.md\n"],
    [
      'to go on with a file that is not there',
      ['none.yaml', '--continue'],
      'none.yaml has no answers yet, so there is nothing to resume',
    ],
    ['a folder that is not there', ['no/such/project.yaml'], 'cannot write no/such/project.yaml (no such folder)\n'],
    ['a memo that is not there', ['no-memo.md'], 'Check the spelling and the current directory.'],
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

  it('names the file after the document, and says what was found and where', () => {
    const cwd = folder();
    fs.writeFileSync(path.join(cwd, 'memo.txt'), MEMO);
    const { code, stdout } = run(['init', 'memo.txt'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Named customers: line 9$/m);
    expect(stdout).toMatch(/^Nothing on: .*Duties it helps to meet/m);
    expect(stdout).toMatch(/^Wrote memo\.yaml\. Score it: demandfit score memo\.yaml$/m);
    const text = readIn(cwd, 'memo.yaml');
    expect(text).toContain('# From memo.txt, line 1.\nname: Heron Grid\n');
    expect(text).toContain(
      '#   # line 9: "Customers include Northfield Hospital."\n#   # to check and complete: customers: [ { name: Northfield Hospital } ]\n#   customers: unknown\n',
    );
  });

  it('puts the answers into a memo where told, and leaves its text as it is', () => {
    const cwd = folder();
    const memo = `\ufeff${MEMO.replaceAll('\n', '\r\n')}`;
    fs.writeFileSync(path.join(cwd, 'memo.md'), memo);
    const args = ['init', 'memo.md', '--into-memo', '--track', 'compute', '--answer', 'proof=own-claim'];
    expect(run(args, { cwd }).code).toBe(0);
    const text = readIn(cwd, 'memo.md');
    expect(text.startsWith('\ufeff---\r\n')).toBe(true);
    expect(text.endsWith(`---\r\n${memo.slice(1)}`)).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(fs.readdirSync(cwd)).toEqual(['memo.md']);
    const more = run(['init', 'memo.md', '--continue', '--answer', 'use=unknown'], { cwd });
    expect([more.code, more.stderr]).toEqual([0, expect.stringContaining('Resuming memo.md')]);
    expect(readIn(cwd, 'memo.md')).toMatch(/^ {2}use: unknown\r$/m);
    expect(run(['score', 'memo.md'], { cwd }).code).toBe(0);
  });

  it('writes next to a memo whose front matter is for something else', () => {
    const cwd = folder();
    const memo = `---\nsidebar_position: 8\n---\n${MEMO}`;
    fs.writeFileSync(path.join(cwd, 'memo.md'), memo);
    const refused = run(['init', 'memo.md', '--into-memo'], { cwd });
    expect([refused.code, refused.stderr]).toEqual([
      2,
      expect.stringContaining('front matter, but not of a description'),
    ]);
    expect(run(['init', 'memo.md'], { cwd }).code).toBe(0);
    expect(readIn(cwd, 'memo.md')).toBe(memo);
    expect(readIn(cwd, 'memo.yaml')).toContain('name: Heron Grid');
  });

  it('goes on with nothing that is no description', () => {
    const cwd = folder();
    fs.writeFileSync(path.join(cwd, 'project.yaml'), 'name: [unclosed\n');
    expect(run(['init', '--continue'], { cwd }).code).toBe(2);
    expect(readIn(cwd)).toBe('name: [unclosed\n');
  });

  it.each([
    ['compute', SUMMARY],
    ['agent-payments', 'x'],
  ])('shows a track only where it was heard, and the choices and the example of the track: %s', (track, summary) => {
    const cwd = folder();
    run(['init', '--summary', summary, ...(summary === SUMMARY ? [] : ['--track', track])], { cwd });
    const text = readIn(cwd);
    const ofTrack = shippedRubric().alternatives.filter((entry) => entry.track === track && entry.figures.length > 0);
    for (const { id } of ofTrack) expect(text).toContain(`\n#   #   ${id}: `);
    expect(text).toMatch(summary === SUMMARY ? /^# track:$/m : new RegExp(`^track: ${track}$`, 'm'));
    const ofLaw = shippedRubric().regulations.filter(({ duties }) => duties.some(({ tracks }) => track in tracks));
    for (const { id } of ofLaw) expect(text).toContain(`\n#   #   ${id}: `);
    const example = /such as cost: (.*)$/m.exec(text)?.[1] ?? '';
    expect(/alternative: ([\w-]+)/.exec(example)?.[1]).toSatisfy(
      (id) => shippedRubric().alternatives.find((entry) => entry.id === id)?.track === track,
    );
  });
});
