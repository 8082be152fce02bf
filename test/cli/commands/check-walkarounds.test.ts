import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { CheckOptions } from '../../../src/cli/commands/check/signature.ts';
import { checkCommand } from '../../../src/cli/commands/check.ts';
import type { Host } from '../../../src/cli/host.ts';
import { decideExitCode } from '../../../src/cli/line/exit.ts';
import { UsageError } from '../../../src/cli/usage-error.ts';
import { diskAt } from '../../input/text/real-disk.ts';
import { RecordingHost } from '../../support/recording-host.ts';
import { shippedRubric } from '../../support/rubric.ts';

// What a change can do so that a memo that it makes worse is not checked, or not by the same bar.

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-around-'));
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

let folder = root;
let count = 0;
const at = (name: string) => path.join(folder, name);

function write(name: string, text: string | Uint8Array): void {
  fs.mkdirSync(path.dirname(at(name)), { recursive: true });
  fs.writeFileSync(at(name), text);
}

function move(from: string, to: string): void {
  fs.mkdirSync(path.dirname(at(to)), { recursive: true });
  fs.renameSync(at(from), at(to));
}

const memo = (name: string, prose: string) =>
  `---\nname: ${name}\nsummary: >-\n  A decentralised storage network that keeps the files of hospitals on disks of independent operators, with proofs on a chain.\nas_of: 2026-11-20\ntrack: storage\nlandmark_adoption: { customers: [] }\n---\n\n# ${name}\n\n${prose}\n`;

const HONEST = memo('ColdVault', 'Files are kept on the disks of many operators, and each keeps a copy of its own.');
const WORSE = memo('ColdVault', 'Files are kept on the disks of many operators. Siemens is a customer.');
const CONFIG = `files: [pitches]
exclude: [pitches/archive]
overrides:
  - { files: [pitches/drafts], rules: { memo/customer-not-in-ledger: off } }
`;

/** A host whose git has one revision, that of the files before the change. */
class BaseHost extends RecordingHost {
  readonly base: ReadonlyMap<string, string>;
  override readonly disk = diskAt(folder);

  constructor(base: ReadonlyMap<string, string>) {
    super(shippedRubric());
    this.base = base;
  }

  override nameFrom(from: string, file: string): string {
    return path.relative(path.resolve(folder, from), path.resolve(folder, file)) || '.';
  }

  override digest(text: string): string {
    return Buffer.from(text).toString('hex').slice(0, 64);
  }

  override async gitShow(_revision: string, name: string): ReturnType<Host['gitShow']> {
    const text = this.base.get(path.normalize(name));
    return text === undefined
      ? { ok: false, cause: 'no-file', said: 'no such file' }
      : { ok: true, bytes: new TextEncoder().encode(text) };
  }

  override async gitDay(): ReturnType<Host['gitDay']> {
    return commitDay;
  }

  override async gitFolder(): ReturnType<Host['gitFolder']> {
    return { ok: true, files: { list: () => [...this.base.keys()], read: () => null } };
  }

  override async gitTexts(_revision: string, _folder: string, isWanted: (name: string) => boolean) {
    return { ok: true as const, texts: new Map([...this.base].filter(([name]) => isWanted(name))) };
  }
}

let base: ReadonlyMap<string, string> = new Map();
let commitDay: string | null = null;
beforeEach(() => {
  commitDay = null;
});

function snapshot(): ReadonlyMap<string, string> {
  const names = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [path.relative(folder, file), fs.readFileSync(file, 'utf8')]));
}

async function check(more: Partial<CheckOptions> = {}, args: readonly string[] = []) {
  const host = new BaseHost(base);
  try {
    const result = await checkCommand.run(args, { format: ['json'], ...more } as CheckOptions, host);
    const { check: found, problems } = JSON.parse(
      host.written.stdout || '{"check":{"files":[],"others":[]},"problems":[]}',
    );
    return { code: decideExitCode(result), found, problems, stderr: host.written.stderr };
  } catch (error) {
    if (error instanceof UsageError) return { code: 2, found: null, problems: [], stderr: error.message };
    throw error;
  }
}

beforeEach(() => {
  count += 1;
  folder = path.join(root, `repository-${count}`);
  fs.mkdirSync(path.join(folder, '.git'), { recursive: true });
  write('demandfit.config.yaml', CONFIG);
  write('pitches/x.md', HONEST);
  write(
    'pitches/deep/y.yaml',
    'name: Y\nsummary: >-\n  A decentralised storage network for files.\nas_of: 2026-11-20\ntrack: storage\n',
  );
  write('pitches/README.md', '# How to write a pitch\n');
  base = snapshot();
});

/** Makes the memo worse, and moves it. */
const worse = (to = 'pitches/x.md', text: string | Uint8Array = WORSE) => {
  fs.rmSync(at('pitches/x.md'));
  write(to, text);
};

const FRONT = /^---\n[\s\S]*?\n---\n/;
const [front = ''] = FRONT.exec(WORSE) ?? [];
const prose = WORSE.slice(front.length);

/** What a change does, and what is told: what became of the memo, a rule of another kind, or a problem. */
const WAYS: readonly (readonly [way: string, change: () => void, told: string])[] = [
  ['an edit in place', () => worse(), 'memo/customer-not-in-ledger'],
  ['a heading above the front matter', () => worse('pitches/x.md', `# ColdVault\n\n${WORSE}`), 'memo/text-above'],
  ['a line of text above it', () => worse('pitches/x.md', `Draft\n${WORSE}`), 'memo/text-above'],
  ['a comment around it', () => worse('pitches/x.md', `<!--\n${front}-->\n${prose}`), 'memo/text-above'],
  ['other front matter above it', () => worse('pitches/x.md', `---\ntitle: X\n---\n${WORSE}`), ''],
  ['seventy empty lines above it', () => worse('pitches/x.md', '\n'.repeat(70) + WORSE), 'memo/blank-line-first'],
  ['it is below the text', () => worse('pitches/x.md', `${prose}\n${front}`), 'memo/text-above'],
  ['it is a block of code', () => worse('pitches/x.md', `\`\`\`yaml\n${front}\`\`\`\n${prose}`), 'unanswered'],
  ['it is indented', () => worse('pitches/x.md', WORSE.replace(/^---/gm, ' ---')), 'memo/indented-fence'],
  ['its lines have four hyphens', () => worse('pitches/x.md', WORSE.replace(/^---/gm, '----')), 'memo/fence-not-alone'],
  ['it is deleted', () => worse('pitches/x.md', prose), 'unanswered'],
  [
    'its keys are others',
    () => worse('pitches/x.md', `---\ntitle: ColdVault\nlayout: page\n---\n${prose}`),
    'unanswered',
  ],
  ['the file is emptied', () => worse('pitches/x.md', ''), 'unanswered'],
  ['the extension in other letters', () => worse('pitches/x.Md'), 'memo/customer-not-in-ledger'],
  ['.mdx', () => worse('pitches/x.mdx'), 'memo/customer-not-in-ledger'],
  ['.markdown', () => worse('pitches/x.MARKDOWN'), 'memo/customer-not-in-ledger'],
  ['.txt', () => worse('pitches/x.txt'), 'moved-extension'],
  ['.md.bak', () => worse('pitches/x.md.bak'), 'moved-extension'],
  ['no extension', () => worse('pitches/x'), 'moved-extension'],
  ['a blank behind the extension', () => worse('pitches/x.md '), 'moved-extension'],
  ['an invisible letter in the extension', () => worse('pitches/x.m\u200bd'), 'moved-extension'],
  ['a hidden file', () => worse('pitches/.x.md'), 'moved-hidden'],
  ['a hidden folder', () => worse('pitches/.old/x.md'), 'moved-hidden'],
  ['an excluded folder', () => worse('pitches/archive/x.md'), 'moved-excluded'],
  ['a folder with lower rules', () => worse('pitches/drafts/x.md'), 'memo/customer-not-in-ledger'],
  [
    'a folder with lower rules, under another file name',
    () => worse('pitches/drafts/z.mdx'),
    'memo/customer-not-in-ledger',
  ],
  ['a folder that is not checked', () => worse('notes/x.md'), 'moved-outside'],
  ['the folder of packages', () => worse('pitches/node_modules/x.md'), 'gone'],
  ['the name of the config', () => worse('pitches/demandfit.config.yaml'), 'moved-config'],
  ['another file name', () => worse('pitches/z.md'), 'memo/customer-not-in-ledger'],
  [
    'another project name',
    () => worse('pitches/x.md', WORSE.replaceAll('ColdVault', 'HotVault')),
    'memo/customer-not-in-ledger',
  ],
  [
    'another file name and project name',
    () => worse('pitches/z.md', HONEST.replaceAll('ColdVault', 'Hot')),
    'other-project',
  ],
  [
    'a stub under the old name',
    () => {
      worse('pitches/drafts/x.md');
      write('pitches/x.md', '# Moved\n');
    },
    'unanswered',
  ],
  ['deleted', () => fs.rmSync(at('pitches/x.md')), 'gone'],
  ['its folder deleted', () => fs.rmSync(at('pitches/deep'), { recursive: true }), 'gone'],
  [
    'a link to a file outside the repository',
    () => {
      fs.rmSync(at('pitches/x.md'));
      fs.writeFileSync(path.join(root, `outside-${count}.md`), WORSE);
      fs.symlinkSync(path.join(root, `outside-${count}.md`), at('pitches/x.md'));
    },
    'link',
  ],
  [
    'a link to another file of the repository',
    () => {
      worse('notes/x.txt');
      fs.symlinkSync('../notes/x.txt', at('pitches/x.md'));
    },
    'memo/customer-not-in-ledger',
  ],
  [
    'a link to nothing',
    () => {
      fs.rmSync(at('pitches/x.md'));
      fs.symlinkSync('nowhere.md', at('pitches/x.md'));
    },
    'link',
  ],
  [
    'a link to itself',
    () => {
      fs.rmSync(at('pitches/x.md'));
      fs.symlinkSync('x.md', at('pitches/x.md'));
    },
    'link',
  ],
  [
    'a folder with lower rules, and another project in its place',
    () => {
      worse('pitches/drafts/x.md');
      write('pitches/x.md', memo('Other', 'Files are kept.'));
    },
    'memo/customer-not-in-ledger',
  ],
  [
    'a change of places with a file of lower rules',
    () => {
      write('pitches/drafts/d.md', memo('Draft', 'Files are kept.'));
      base = snapshot();
      worse('pitches/drafts/d.md');
      write('pitches/x.md', memo('Draft', 'Files are kept.'));
    },
    'memo/customer-not-in-ledger',
  ],
  [
    'its folder is a link',
    () => {
      move('pitches/deep', 'elsewhere');
      fs.symlinkSync('../elsewhere', at('pitches/deep'));
    },
    'link',
  ],
  [
    'a pipe',
    () => {
      fs.rmSync(at('pitches/x.md'));
      spawnSync('mkfifo', [at('pitches/x.md')]);
    },
    'not-a-file',
  ],
  ['a folder', () => worse('pitches/x.md/x.txt'), 'not-a-file'],
  ['UTF-16', () => worse('pitches/x.md', Buffer.from(`\ufeff${WORSE}`, 'utf16le')), 'input/not-utf8'],
  [
    'a letter that is not UTF-8',
    () => worse('pitches/x.md', Buffer.concat([Buffer.from(WORSE), Buffer.from([0xff])])),
    'input/not-utf8',
  ],
  ['a megabyte', () => worse('pitches/x.md', WORSE + 'x '.repeat(600_000)), 'input/too-large'],
  ['the first bytes of a PDF', () => worse('pitches/x.md', `%PDF-1.7\n${WORSE}`), 'input/not-text'],
  ['YAML of something else', () => write('pitches/deep/y.yaml', 'name: CI\non: push\njobs: {}\n'), 'unanswered'],
  ['YAML as a list', () => write('pitches/deep/y.yaml', '- name: Y\n  as_of: 2026-11-20\n'), 'unanswered'],
  ['YAML in a text file', () => move('pitches/deep/y.yaml', 'pitches/deep/y.json'), 'moved-extension'],
  [
    'a config of its own that lowers the bar',
    () => {
      worse();
      write('demandfit.config.yaml', 'files: [pitches]\nexclude: [pitches/x.md]\n');
    },
    'memo/customer-not-in-ledger',
  ],
  [
    'a list of removed files that has it where it is not gone',
    () => {
      worse('pitches/archive/x.md');
      write('demandfit.config.yaml', `${CONFIG}removed: [{ file: pitches/x.md, reason: sold }]\n`);
    },
    'moved-excluded',
  ],
];

/** What is told of the change, of whatever kind. */
function listTold({ found, problems }: Awaited<ReturnType<typeof check>>): readonly string[] {
  const files: { findings: { id: string; severity: string }[] }[] = found?.files ?? [];
  const errors = files.flatMap(({ findings }) => findings).filter(({ severity }) => severity === 'error');
  const others: { id: string; detail: { became?: string } }[] = found?.others ?? [];
  return [
    ...errors.map(({ id }) => id),
    ...others.filter(({ id }) => id === 'baseline/unchecked').map(({ detail }) => detail.became ?? ''),
    ...problems.map(({ code }: { code: string }) => code),
  ];
}

describe('with a base', () => {
  it('passes what did not change', async () => {
    const { code, found } = await check({ base: 'main' });
    expect([code, found.base, found.others.filter(({ id }: { id: string }) => id === 'baseline/unchecked')]).toEqual([
      0,
      'main',
      [],
    ]);
    expect(found.skipped).toEqual([{ file: 'pitches/README.md', reason: 'no-answers' }]);
  });

  it.each(WAYS)('fails and tells: %s', async (_, change, told) => {
    change();
    const result = await check({ base: 'main' });
    expect(result.code).toBeGreaterThan(0);
    if (told === '') expect(listTold(result)).not.toEqual([]);
    else expect(listTold(result)).toContain(told);
  });

  it.each([
    ['a rename', () => move('pitches/x.md', 'pitches/z.md')],
    ['a move to a folder that is checked', () => move('pitches/x.md', 'pitches/2027/x.md')],
    ['a rename with an edit', () => worse('pitches/z.md', `${HONEST}\nMore of the same.\n`)],
    ['another extension', () => move('pitches/x.md', 'pitches/x.markdown')],
    ['other letters in the name', () => move('pitches/x.md', 'pitches/X.md')],
    ['new project name in place', () => worse('pitches/x.md', HONEST.replaceAll('ColdVault', 'HotVault'))],
    ['a new description', () => write('pitches/new.md', memo('New', 'Files are kept.'))],
    [
      'what lies in the folder of packages',
      () => {
        write('pitches/node_modules/p.md', HONEST);
        base = snapshot();
      },
    ],
    ['a new README', () => write('pitches/deep/README.md', '# More\n')],
    [
      'a link within the folder',
      () => {
        move('pitches/x.md', 'pitches/deep/x.md');
        fs.symlinkSync('deep/x.md', at('pitches/x.md'));
      },
    ],
    [
      'a deletion that the change gives a reason for',
      () => {
        fs.rmSync(at('pitches/x.md'));
        write('demandfit.config.yaml', `${CONFIG}removed: [{ file: pitches/x.md, reason: Sold to another fund. }]\n`);
      },
    ],
  ])('passes %s', async (_, change) => {
    change();
    const result = await check({ base: 'main' });
    expect([listTold(result), result.code]).toEqual([[], 0]);
  });

  it('holds a day to come against the day of the commit, but not that of an edit', async () => {
    const later = HONEST.replace('2026-11-20', '2026-12-05');
    write('pitches/x.md', later);
    base = snapshot();
    const rules = async (day: string, more: Partial<CheckOptions> = { base: 'HEAD' }) => {
      commitDay = day;
      const { found } = await check(more);
      return found.files.flatMap((file: { findings: { id: string }[] }) => file.findings.map(({ id }) => id));
    };
    expect(await rules('2026-12-01')).toContain('as-of/after-today');
    expect(await rules('2026-12-04')).not.toContain('as-of/after-today');
    expect(await rules('2026-12-01', { base: 'HEAD', today: '2026-12-05' })).not.toContain('as-of/after-today');
    write('pitches/x.md', `${later}\n`);
    expect(await rules('2026-12-01')).not.toContain('as-of/after-today');
  });

  it('says where the base has no config though the change has one', async () => {
    base = new Map([...base].filter(([name]) => !name.includes('config')));
    const { code, found } = await check({ base: 'main' }, ['pitches']);
    expect([code, found.config]).toEqual([0, null]);
    expect(found.others).toMatchObject([
      { id: 'config/not-used', file: 'demandfit.config.yaml', detail: { base: 'main' } },
    ]);
  });
});

describe('with a baseline', () => {
  beforeEach(() => {
    write('b.json', '{}');
    const entry = (name: string) => ({ name, index: 0, asOf: '2026-11-20', excused: [] });
    const files = { 'pitches/x.md': entry('ColdVault'), 'pitches/deep/y.yaml': entry('Y') };
    write('b.json', JSON.stringify({ schemaVersion: 1, files }));
  });

  it.each(
    WAYS.filter(([, , told]) => told !== 'memo/customer-not-in-ledger' && told !== 'other-project'),
  )('fails and tells: %s', async (_, change, told) => {
    change();
    const result = await check({ baseline: 'b.json' });
    expect(result.code).toBeGreaterThan(0);
    if (told === '') expect(listTold(result)).not.toEqual([]);
    else expect(listTold(result)).toContain(told);
  });

  it('follows a rename, and passes a deletion where the baseline no longer has it', async () => {
    move('pitches/x.md', 'pitches/z.md');
    expect(listTold(await check({ baseline: 'b.json' }))).toEqual([]);
    fs.rmSync(at('pitches/z.md'));
    expect(listTold(await check({ baseline: 'b.json' }))).toEqual(['gone']);
    write('b.json', JSON.stringify({ schemaVersion: 1, files: {} }));
    expect((await check({ baseline: 'b.json' })).code).toBe(0);
  });

  it('names for each file the place that it came to itself', async () => {
    write('pitches/a.md', HONEST.replaceAll('ColdVault', 'Able'));
    base = snapshot();
    for (const name of ['a.md', 'x.md']) move(`pitches/${name}`, `pitches/archive/${name}`);
    const { found } = await check({ base: 'main' });
    const others: { id: string; file: string; detail: { to: string } }[] = found.others;
    const places = others.filter(({ id }) => id === 'baseline/unchecked').map(({ file, detail }) => [file, detail.to]);
    expect(places).toEqual([
      ['pitches/a.md', 'pitches/archive/a.md'],
      ['pitches/x.md', 'pitches/archive/x.md'],
    ]);
  });

  it('is about the paths of the run only', async () => {
    fs.rmSync(at('pitches/x.md'));
    expect((await check({ baseline: 'b.json' }, ['pitches/deep'])).code).toBe(0);
    expect(listTold(await check({ baseline: 'b.json' }, [at('pitches')]))).toEqual(['gone']);
  });
});

describe('the settings of a check', () => {
  it('are told where a config nearer to the files is not used', async () => {
    fs.rmSync(at('demandfit.config.yaml'));
    write('pitches/demandfit.config.yaml', 'minimum: { index: 90 }\n');
    const { found } = await check({}, ['pitches']);
    expect(found.others).toMatchObject([{ id: 'config/not-used', file: 'pitches/demandfit.config.yaml' }]);
  });

  it('are told where a pattern matches nothing', async () => {
    write('pitches/q/a.md', memo('A', 'Files.'));
    write(
      'demandfit.config.yaml',
      "exclude: [q, '**/q', archive]\noverrides: [{ files: ['nowhere/**'], required: [] }]\n",
    );
    const { found } = await check({}, ['.']);
    const idle = found.others.map(
      ({ id, subject, at: place }: { id: string; subject: string; at: { line: number } }) => [id, subject, place.line],
    );
    expect(idle).toEqual([
      ['config/no-effect', 'q', 1],
      ['config/no-effect', 'archive', 1],
      ['config/no-effect', 'nowhere/**', 2],
    ]);
    expect(found.skipped).toContainEqual({ file: 'pitches/q/a.md', reason: 'excluded' });
  });

  it('can have documents without answers told, or forbidden', async () => {
    write('demandfit.config.yaml', 'files: [pitches]\nrules: { memo/no-answers: error }\n');
    const { code, found } = await check();
    expect([code, found.others]).toMatchObject([1, [{ id: 'memo/no-answers', file: 'pitches/README.md' }]]);
  });
});

it.each([
  'text',
  'markdown',
  'json',
  'junit',
  'sarif',
  'github',
  'gitlab',
  'csv',
  'lines',
])('what was skipped and what was not checked is told in %s', async (format) => {
  worse('pitches/x.txt');
  const host = new BaseHost(base);
  await checkCommand.run([], { format: [format], base: 'main' } as unknown as CheckOptions, host);
  const { stdout, stderr } = host.written;
  expect(stdout).toContain('baseline/unchecked');
  const all = (stdout + stderr).replace(/\s+/g, ' ');
  expect(all).toMatch(format === 'json' ? /"reason": "no-answers"/ : /Skipped: 1 Markdown file without answers/);
});
