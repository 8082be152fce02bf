import { describe, expect, it } from 'vitest';
import { explainCommand } from '../../../src/cli/commands/explain.ts';
import { decideExitCode, EXIT } from '../../../src/cli/line/exit.ts';
import { UsageError } from '../../../src/cli/usage-error.ts';
import { ENTRY_KINDS } from '../../../src/rubric-pages/registry.ts';
import { RAW_CONTROL } from '../../report/hostile-report.ts';
import { RecordingHost } from '../../support/recording-host.ts';
import { shippedRubric } from '../../support/rubric.ts';

const rubric = shippedRubric();

async function run(args: readonly string[], options: Readonly<Record<string, unknown>> = {}) {
  const host = new RecordingHost(rubric);
  const code = decideExitCode(await explainCommand.run(args, options, host));
  return { code, ...host.written };
}

async function failure(args: readonly string[], options: Readonly<Record<string, unknown>> = {}): Promise<UsageError> {
  const error: unknown = await run(args, options).catch((thrown: unknown) => thrown);
  if (error instanceof UsageError) return error;
  throw new Error('no usage error was thrown');
}

describe('explain', () => {
  it('prints the page of an id', async () => {
    const { code, stdout, stderr } = await run(['continuity']);
    expect(code).toBe(EXIT.done);
    expect(stderr).toBe('');
    const title = rubric.criteria.find(({ id }) => id === 'continuity')?.title;
    expect(stdout.split('\n').slice(0, 3)).toEqual([title, 'criterion continuity', '']);
    expect(stdout).toMatch(/[^\n]\n$/);
  });

  it('prints all pages of an id that kinds share, with a rule between them', async () => {
    const { stdout } = await run(['press']);
    expect(stdout).toContain(`grade press\n`);
    expect(stdout).toContain(`\n\n${'─'.repeat(80)}\n\nPress\nsource-kind press\n`);
    expect((await run(['source-kind/press'])).stdout).not.toContain('grade press\n');
  });

  it('says that nothing is called so before what is only near', async () => {
    const { code, stdout } = await run(['1', 'more']);
    expect(code).toBe(EXIT.done);
    expect(stdout).toMatch(/^Nothing is called "1 more"\. Nearest:\n\n {2}· /);
    const file = JSON.parse((await run(['1', 'more'], { format: 'json' })).stdout);
    expect(file).toMatchObject({ unmatched: '1 more', pages: [] });
  });

  it('prints Markdown', async () => {
    const { stdout } = await run(['landmark'], { format: 'markdown' });
    expect(stdout).toMatch(/^# .+\n\ngate `landmark`\n/);
    expect(stdout).not.toContain('](#');
  });

  it('prints JSON with the rubric that it explains', async () => {
    const { stdout } = await run(['Paid-Use'], { format: 'json' });
    const file = JSON.parse(stdout);
    expect(file).toMatchObject({
      schemaVersion: 2,
      tool: { name: 'demandfit' },
      rubric: { id: rubric.id, origin: 'built-in' },
    });
    expect(file.pages).toHaveLength(1);
    expect(file.pages[0]).toMatchObject({ id: 'paid_use', kind: 'criterion' });
  });

  it('colours where it is told to', async () => {
    expect((await run(['cost'], { color: 'always' })).stdout).toContain('\u001b[');
    expect((await run(['cost'])).stdout).not.toContain('\u001b[');
  });

  it('prints what else was found below the page, and the candidates where it is not clear which is meant', async () => {
    expect((await run(['Price'])).stdout).toMatch(/\n\nAlso found\n {2}· price-list \(source-kind\): Price list\. /);
    const { code, stdout } = await run(['node']);
    expect(code).toBe(EXIT.done);
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'Which of these?',
      '',
      expect.stringMatching(/^ {2}· continuity \(criterion\): /),
    ]);
  });

  it('takes several words, and lists what can be explained without any', async () => {
    expect((await run(['who', 'pays'])).stdout).toContain('criterion paid_use\n');
    const { stdout } = await run([]);
    for (const { plural } of ENTRY_KINDS) expect(stdout).toContain(`\n  ${plural} `);
  });

  it('proposes the nearest names', async () => {
    const { message, example } = await failure(['continuty']);
    expect(message).toContain('called "continuty". Did you mean "continuity"?');
    expect(example).toBe('demandfit explain cost');
  });

  it('proposes nothing where nothing is near, and shows no control character', async () => {
    const { message } = await failure(['\u001b[31mzzzzzzzzzzzz\u202e']);
    expect(message).not.toContain('Did you mean');
    expect(message).not.toMatch(RAW_CONTROL);
  });

  it('refuses a format, a colour or a folder that it does not know', async () => {
    expect((await failure(['cost'], { format: 'sarif' })).message).toContain('sarif');
    expect((await failure(['cost'], { color: 'blue' })).message).toContain('blue');
    expect((await failure(['cost'], { rubric: 'nowhere' })).message).toContain('nowhere');
  });

  it('tells the problems of a rubric set on stderr', async () => {
    const { code, stdout, stderr } = await run(['cost'], { rubric: 'broken' });
    expect(code).toBe(EXIT.usage);
    expect(stdout).toBe('');
    expect(stderr).toContain('broken/rubric.yaml');
  });
});
