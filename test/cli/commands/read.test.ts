import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePdf, makePptx, shape } from '../../input/documents/build-documents.ts';
import { ROOT } from '../../support/rubric.ts';
import { run } from '../../support/run.ts';

const MEMO =
  '# Otter Cloud\n\nOtter Cloud rents H100 GPUs of many owners to AI teams by the hour, paid in a stablecoin on a chain.\n\nAn H100 costs $2.10 an hour.\n';
const SITE = `---\nsidebar_position: 8\ntitle: Otter\n---\n\n${MEMO}`;
const ANSWERS = `---\nname: Otter Cloud\nsummary: Rents H100 GPUs of many owners by the hour.\nas_of: 2026-06-29\n---\n\n${MEMO}`;
const BROKEN = '---\nname: Otter Cloud\nsumary: Rents GPUs.\n---\n\nText.\n';

let cwd = '';
const write = (name: string, content: string | Uint8Array) => {
  fs.mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
  fs.writeFileSync(path.join(cwd, name), content);
};

beforeAll(async () => {
  cwd = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-read-'));
  write('memo.md', MEMO);
  write('site.md', SITE);
  write('answers.md', ANSWERS);
  write('broken.md', BROKEN);
  write('memo.txt', MEMO);
  write('room/memo.md', MEMO);
  write('room/answers.md', ANSWERS);
  write('room/site.md', SITE);
  write('prose/site.md', SITE);
  write('deck.pdf', makePdf([['Otter Cloud'], [], ['Otter Cloud rents H100 GPUs to AI teams by the hour.']]));
  write('deck.pptx', await makePptx([shape(['Otter Cloud'], 'ctrTitle'), shape(['H100 at $2.10 an hour'], 'title')]));
  write('scan.pdf', makePdf([[], []]));
  write('project.yaml', 'name: Otter\nsummary: Rents GPUs by the hour.\nas_of: 2026-06-29\n');
});

afterAll(() => fs.rmSync(cwd, { recursive: true }));

const at = (args: readonly string[], input = '') => run(args, { cwd, input });
const json = (args: readonly string[], input = '') => JSON.parse(at([...args, '--format', 'json'], input).stdout);

describe('read', () => {
  it('reads a memo, and scores nothing', () => {
    const { code, stdout, stderr } = at(['read', 'memo.md']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('line 3');
    expect(stdout).toContain('demandfit init memo.md');
  });

  it('reads several files as one case, each with its places', () => {
    const { readings, problems } = json(['read', 'deck.pptx', 'memo.md', 'deck.pdf']);
    expect(problems).toEqual([]);
    expect(readings).toHaveLength(1);
    expect(readings[0].documents).toMatchObject([
      { file: 'deck.pptx', format: 'pptx', sheets: 2 },
      { file: 'memo.md', format: 'markdown', sheets: 0 },
      { file: 'deck.pdf', format: 'pdf', sheets: 3 },
    ]);
    expect(at(['read', 'deck.pdf']).stderr).toBe('deck.pdf: Page 2 has no text; pictures were not read.\n');
  });

  it('takes folders, globs and standard input', () => {
    const filesOf = (result: { readings: { documents: { file: string }[] }[] }) =>
      result.readings[0]?.documents.map(({ file }) => file);
    expect(filesOf(json(['read', 'room']))).toEqual(['room/answers.md', 'room/memo.md', 'room/site.md']);
    expect(filesOf(json(['read', 'deck.p*']))).toEqual(['deck.pdf', 'deck.pptx']);
    expect(json(['read', '-'], MEMO).readings[0].documents).toMatchObject([{ file: 'stdin', format: 'markdown' }]);
    expect(json(['read'], '<!doctype html><p>Otter rents GPUs.').readings[0].documents[0].format).toBe('html');
  });

  it('points to score where a document holds answers, and refuses a description', () => {
    const memo = at(['read', 'answers.md']);
    expect(memo.code).toBe(0);
    expect(memo.stderr).toContain('Score them: `demandfit score answers.md`');
    const description = at(['read', 'project.yaml']);
    expect(description.code).toBe(2);
    expect(description.stderr).toContain('this is a description, not a document');
  });

  it('reads what can be read, and fails for what cannot', () => {
    const { code, stdout, stderr } = at(['read', 'memo.md', 'scan.pdf', 'none.md']);
    expect(code).toBe(2);
    expect(stdout).toContain('Otter Cloud');
    expect(stderr).toContain('the PDF contains only images of pages');
    expect(stderr).toContain('no such file or directory');
  });

  it('refuses a damaged PDF whose reader leaves promises of its own behind', () => {
    const damaged = Uint8Array.from(makePdf([['Otter rents GPUs.'], ['More.']]));
    // What fast-check found: with these bytes the list of pages leads to an object that is not there.
    for (const [at, value] of [
      [490, 0],
      [227, 52],
      [355, 168],
      [444, 209],
      [337, 151],
      [195, 186],
      [481, 221],
    ] as const)
      damaged[at] = value;
    fs.writeFileSync(path.join(cwd, 'damaged.pdf'), damaged);
    const { code, stdout, stderr } = at(['read', 'damaged.pdf', 'memo.md']);
    expect(code).toBe(2);
    expect(stdout).toContain('Otter Cloud');
    expect(stderr).toContain('the file is damaged');
    expect(stderr).not.toContain('promise');
  });

  it('names the command that adds the package for PDFs where it is not installed', () => {
    const project = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-alone-'));
    const home = path.join(project, 'node_modules/demandfit');
    const read = () => run(['read', path.join(cwd, 'deck.pdf')], { program: path.join(home, 'dist/cli.cjs') });
    try {
      fs.cpSync(path.join(ROOT, 'dist'), path.join(home, 'dist'), { recursive: true });
      expect(read()).toMatchObject({ code: 2, stderr: expect.stringContaining('`npm install -g unpdf`') });
      fs.writeFileSync(path.join(project, 'package.json'), '{}');
      expect(read().stderr).toContain('`npm install unpdf`');
    } finally {
      fs.rmSync(project, { recursive: true });
    }
  });
});

describe('a document without answers in the place of a description', () => {
  it.each([
    [['memo.md']],
    [['score', 'memo.md']],
    [['site.md']],
    [['memo.txt']],
    [['deck.pptx']],
    [['classify', 'memo.md']],
  ])('%j is read', (args) => {
    const { code, stdout, stderr } = at(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(at(['read', args.at(-1) ?? '']).stdout);
  });

  it('is read from standard input, where a mapping stays a description', () => {
    expect(at([], MEMO)).toMatchObject({ code: 0, stdout: expect.stringContaining('Otter Cloud') });
    expect(at([], 'name: Otter\nsumary: GPUs.\n')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('sumary'),
    });
    expect(at([], 'colour: red\n')).toMatchObject({ code: 2, stderr: expect.stringContaining('colour') });
  });

  it('is listed in JSON, and classified by its words', () => {
    expect(json(['score', 'memo.md'])).toMatchObject({ reports: [], problems: [], documents: ['memo.md'] });
    expect(json(['score', 'project.yaml'])).not.toHaveProperty('documents');
    expect(json(['classify', 'memo.md'])).toMatchObject({
      projects: [{ file: 'memo.md', declared: null, classification: { track: 'compute' } }],
      problems: [],
    });
  });

  it('is left out beside descriptions, with a line that says so', () => {
    const line = 'Left out 1 document without answers. Read it: demandfit read memo.md\n';
    expect(at(['score', 'project.yaml', 'memo.md'])).toMatchObject({ code: 0, stderr: line });
    expect(at(['score', 'room']).stderr).toBe(
      'Left out 2 Markdown files without answers. Read it, for one: demandfit read room/memo.md\n',
    );
  });

  it('stays an error with places where it is meant as a description', () => {
    const { code, stderr } = at(['broken.md']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/broken\.md:3:\d+ error/);
  });

  it('is one problem for check, with the next step, and a line for a folder', () => {
    for (const file of ['memo.md', 'site.md', 'deck.pdf']) {
      const { code, stderr } = at(['check', file]);
      expect(code).toBe(2);
      expect(stderr.match(/ error /g)).toHaveLength(1);
      expect(stderr.replace(/\s+/g, ' ')).toContain(`demandfit init ${file}`);
    }
    const { code, stderr } = at(['check', 'prose']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/only \d Markdown\s+files?\s+without\s+answers/),
    });
  });
});

describe('documents that go together, or do not', () => {
  it('says that they name different projects', () => {
    write('two/a.md', MEMO);
    write('two/b.md', '# Sable Pay\n\nSable Pay moves stablecoin payments of AI agents between merchants.\n');
    const { code, stderr } = run(['read', 'two'], { cwd });
    expect([code, stderr]).toEqual([
      0,
      'These documents name different projects: Otter Cloud (two/a.md), Sable Pay (two/b.md); read them one at a time.\n',
    ]);
    expect(run(['read', 'memo.md', 'site.md'], { cwd }).stderr).toBe('');
  });

  it('says where the answers of a document are', () => {
    write('done/deck.md', MEMO);
    write('done/deck.yaml', 'name: Otter Cloud\nsummary: Rents H100 GPUs by the hour.\nas_of: 2026-06-29\n');
    const { stdout, stderr } = run(['read', 'done/deck.md'], { cwd });
    expect([stdout.replace(/\s+/g, ' '), stderr]).toEqual([
      expect.stringContaining('Next: demandfit done/deck.yaml'),
      '',
    ]);
    expect(run(['read', 'done/deck.md', '--full'], { cwd }).stderr).toBe(
      'Answers are in done/deck.yaml. Next: demandfit done/deck.yaml\n',
    );
  });

  it('makes no page of a document without answers, and says so', () => {
    const { code, stderr } = run(['score', 'memo.md', '--format', 'html', '--output', 'none.html'], { cwd });
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('memo.md has no answers, and a page is made from answers'),
    ]);
    expect(fs.existsSync(path.join(cwd, 'none.html'))).toBe(false);
  });
});
