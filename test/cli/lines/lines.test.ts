import * as fs from 'node:fs';
import * as path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { assess, assessBriefly } from '../../../src/assess.ts';
import { checkCommand } from '../../../src/cli/commands/check.ts';
import { classifyCommand } from '../../../src/cli/commands/classify.ts';
import { readCommand } from '../../../src/cli/commands/read.ts';
import { scoreCommand } from '../../../src/cli/commands/score.ts';
import { filterDescriptions } from '../../../src/cli/lines/read-line.ts';
import { parseDescription } from '../../../src/cli/read-descriptions.ts';
import { lineFile } from '../../../src/cli/schemas.ts';
import type { CheckFinding } from '../../../src/model/check.ts';
import type { Description } from '../../../src/model/description.ts';
import type { Problem } from '../../../src/model/diagnostic.ts';
import type { Report } from '../../../src/model/report.ts';
import { accept, REFUSED } from '../../../src/model/schema/accept.ts';
import { RecordingHost } from '../../support/recording-host.ts';
import { ROOT, shippedRubric } from '../../support/rubric.ts';

/** Times that the strict reader was asked. */
const strict = vi.hoisted(() => ({ count: 0 }));
vi.mock('../../../src/input/description/read-description.ts', async (load) => {
  const real = await load<typeof import('../../../src/input/description/read-description.ts')>();
  const readDescription: typeof real.readDescription = (input) => {
    strict.count += 1;
    return real.readDescription(input);
  };
  return { ...real, readDescription };
});

const rubric = shippedRubric();
const EXAMPLES = fs
  .readdirSync(path.join(ROOT, 'examples'))
  .filter((name) => /^(?:akash|grass|x402)\.yaml$/.test(name))
  .map((name) => parse(fs.readFileSync(path.join(ROOT, 'examples', name), 'utf8')) as Record<string, unknown>);
const GPU = { name: 'X', summary: 'We rent GPUs by the hour to teams.', as_of: '2026-06-29', track: 'compute' };

class LinesHost extends RecordingHost {
  readonly #input: string;

  constructor(input: string) {
    super(rubric);
    this.#input = input;
  }

  override stdinLines(): Iterable<readonly string[]> {
    const lines = this.#input.split('\n');
    return [lines.slice(0, 2), lines.slice(2)];
  }
}

const isWarning = ({ severity, setAside }: CheckFinding) => severity === 'warn' && setAside === null;

async function filter(command: typeof scoreCommand, input: string, options: object = {}) {
  const host = new LinesHost(input);
  const result = await command.run(
    ['-'],
    {
      stdinFilename: 'x.jsonl',
      format: command === (checkCommand as typeof scoreCommand) ? ['jsonl'] : 'jsonl',
      ...options,
    },
    host,
  );
  const { stdout } = host.written;
  return {
    result,
    stderr: host.written.stderr,
    lines: stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line)),
  };
}

/** What a line and a file of the same text come to, less the places, which a line does not have. */
async function readBoth(written: string) {
  let found: Description | null = null;
  const keep = filterDescriptions(rubric, ({ description }) => {
    found = description;
    return { ok: true, value: { entry: {} } };
  });
  const line = await keep({ written, number: 1, file: 'x.json' });
  const file = await parseDescription('x.json', { ok: true, value: written }, rubric);
  const bare = (description: Description | null) => ({ ...description, placeOf: null });
  return {
    line: line.ok ? bare(found) : line.problems,
    file: file.ok ? bare(file.value) : (file.problems as readonly Problem[]),
  };
}

/** The text with something done to it that JSON and YAML may take in different ways. */
const damage = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.replace('"name":', '"name" :'),
  (text) => text.replace('{', '{"name":"Y",'),
  (text) => text.replace('{', '{ \t'),
  (text) => text.replace('"summary":"', '"summary":"": '),
  (text) => text.replace('"summary":"', '"summary":"\\": '),
  (text) => text.replace('"summary":"', '"summary":"\\u2019\\ud83d\\ude00\\/'),
  (text) => text.replace('"summary":"', '"summary":"\u00a0\u200b'),
  (text) => text.replace(/\d+\.\d+/, '1e3'),
  (text) => text.replace(/\d+\.\d+/, '0.12345678901234567890'),
  (text) => text.replace('{', '{"__proto__":{},'),
  (text) => text.replace('{', '{"sources ":{},"a":1,'),
);

describe('a line', () => {
  it('is read as a file of the same text is', async () => {
    const text = fc
      .record({
        whole: fc.constantFrom(...EXAMPLES),
        name: fc.string({ unit: 'binary', minLength: 1, maxLength: 9 }),
        drops: fc.array(fc.constantFrom<string[]>('as_of', 'sources', 'technical_edge', 'track', 'landmark_adoption')),
      })
      .map(({ whole, name, drops }) => {
        const kept = Object.entries(whole).filter(([key]) => !drops.includes(key));
        return JSON.stringify({ ...Object.fromEntries(kept), name });
      });
    await fc.assert(
      fc.asyncProperty(text, damage, async (written, change) => {
        const { line, file } = await readBoth(change(written));
        if (Array.isArray(line) && line[0].code === 'jsonl/invalid') expect(file).toBeInstanceOf(Array);
        else expect(line).toEqual(file);
      }),
      { numRuns: 20 },
    );
  });

  it('has of a report what a file has', async () => {
    const objects = [GPU, ...EXAMPLES, { ...GPU, track: 'outside' }, { ...GPU, track: undefined, summary: 'Brot.' }];
    const input = objects.map((object) => JSON.stringify(object)).join('\n');
    strict.count = 0;
    const { lines } = await filter(scoreCommand, input);
    expect(strict.count).toBe(0);
    const whole = await filter(scoreCommand, input, { full: true, draws: '10' });
    expect(lines).toHaveLength(objects.length);
    for (const [at, { report, line }] of lines.entries()) {
      expect(line).toBe(at + 1);
      const full = whole.lines[at].report as Report;
      expect(full).toMatchObject(report);
      expect(Object.keys(full)).toEqual(expect.arrayContaining(Object.keys(report)));
    }
  });

  it('in brief is what a whole report has', async () => {
    for (const object of EXAMPLES) {
      const file = await parseDescription('x.json', { ok: true, value: JSON.stringify(object) }, rubric);
      if (!file.ok) throw new Error('an example is broken');
      expect(assess(file.value, rubric)).toMatchObject(assessBriefly(file.value, rubric));
    }
  });

  it.each([
    ['score', scoreCommand, 'report'],
    ['check', checkCommand, 'check'],
    ['classify', classifyCommand, 'project'],
  ] as const)('of %s holds its number and fits the schema, as a fault does', async (_, command, key) => {
    const memo = { file: 'memo.md', text: `---\n${JSON.stringify(GPU)}\n---\n\nIt is cheap.\n` };
    const input = [JSON.stringify(GPU), 'no json', '', '{"name": 5}', '[]', JSON.stringify(memo), '"'].join('\n');
    const { result, lines, stderr } = await filter(command as typeof scoreCommand, input, {
      config: undefined,
      noConfig: true,
    });
    expect(result).toMatchObject({ kind: 'lines', faulty: 4 });
    expect(stderr).toContain('4 of 6 lines have problems');
    expect(lines.filter((line) => key in line).map(({ line }) => line)).toEqual([1, 6]);
    expect([...new Set(lines.filter(({ problem }) => problem !== undefined).map(({ line }) => line))]).toEqual([
      2, 4, 5, 7,
    ]);
    for (const line of lines) expect(accept(lineFile, line)).not.toBe(REFUSED);
  });

  it('of read is a document of its own', async () => {
    const input = [JSON.stringify({ file: 'a.md', text: '# Foo\n\nWe rent GPUs to labs.' }), JSON.stringify(GPU)].join(
      '\n',
    );
    const { lines } = await filter(readCommand as typeof scoreCommand, input);
    expect(lines[0].reading.name.text).toBe('Foo');
    expect(lines[1]).toMatchObject({ line: 2, problem: { code: 'jsonl/no-document' } });
    for (const line of lines) expect(accept(lineFile, line)).not.toBe(REFUSED);
  });

  it('fails a check by what all lines come to', async () => {
    const memo = { file: 'memo.md', text: `---\n${JSON.stringify(EXAMPLES[2])}\n---\n\nThe Basel Act requires it.\n` };
    const input = `${JSON.stringify(EXAMPLES[2])}\n${JSON.stringify(memo)}`;
    const check = (options: object) =>
      filter(checkCommand as typeof scoreCommand, input, { noConfig: true, ...options });
    const passed = await check({});
    expect(passed.result).toMatchObject({ failed: false });
    const warnings = passed.lines.flatMap(({ check: { findings } }) => findings.filter(isWarning)).length;
    expect((await check({ maxWarnings: `${warnings}` })).result).toMatchObject({ failed: false });
    expect(warnings).toBeGreaterThan(0);
    expect((await check({ maxWarnings: `${warnings - 1}` })).result).toMatchObject({ failed: true });
    expect((await check({ minIndex: '99' })).result).toMatchObject({ failed: true });
  });

  it('longer than 1 MiB is refused, and the next one is read', async () => {
    const { lines } = await filter(scoreCommand, `${'x'.repeat(1_048_577)}\n${JSON.stringify(GPU)}`);
    expect(lines.map(({ line, problem }) => [line, problem?.code])).toEqual([
      [1, 'jsonl/too-long'],
      [2, undefined],
    ]);
  });

  it.each([
    ['another format', { format: 'text' }],
    ['no name of lines', { stdinFilename: 'x.yaml', jobs: '2' }],
  ])('is refused with %s', async (_, options) => {
    await expect(filter(scoreCommand, '{}', options)).rejects.toThrow(/JSON lines/);
  });
});
