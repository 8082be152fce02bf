import { describe, expect, it } from 'vitest';
import type { CheckJson } from '../../../src/model/check.ts';
import { renderCheckGithub } from '../../../src/report/machine/github.ts';
import {
  BROKEN,
  checked,
  checkFile,
  FAILING,
  finding,
  hostileFile,
  look,
  MIXED,
  problem,
} from '../documents/check/fixtures.ts';
import { HOSTILE } from '../documents/check/hostile-texts.ts';

interface WorkflowCommand {
  readonly level: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

function unescaped(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}

/** The commands that a runner finds: of each line that begins with one, up to the first `::` behind it. */
function commandsIn(output: string): readonly WorkflowCommand[] {
  return output.split(/\r\n|\r|\n/).flatMap((line) => {
    const found = /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/.exec(line);
    if (found === null) return [];
    const [, level = '', given = '', message = ''] = found;
    const pairs = given.split(',').map((pair) => pair.split('='));
    const properties = Object.fromEntries(pairs.map(([key = '', ...value]) => [key, unescaped(value.join('='))]));
    return [{ level, properties, message: unescaped(message) }];
  });
}

function commandsOf(file: CheckJson, given = look()): readonly WorkflowCommand[] {
  return commandsIn(renderCheckGithub(file, given));
}

describe('checkForGithub', () => {
  it('says how a clean run ended, without an annotation', () => {
    expect(renderCheckGithub(checkFile([checked()]), look())).toBe('demandfit check passed: 1 description\n');
  });

  it('says rule, place, what and what to do', () => {
    expect(renderCheckGithub(MIXED, look())).toBe(
      [
        '::error file=projects/broken.yaml,line=2,endLine=2,col=8,endColumn=22,title=yaml/duplicate-key::projects/broken.yaml:2:8 yaml/duplicate-key: the key `offer` is there twice.%0ATake one of them out.',
        '::warning file=projects/acme.yaml,line=2,endLine=2,col=8,endColumn=22,title=source/stale::projects/acme.yaml:2:8 source/stale: The source unit price (2025-01-01) is older than these criteria allow: price.%0ACite a newer document.',
        'demandfit check failed: 1 file cannot be read as a description, 1 warning (at most 0 warnings allowed)',
        '',
      ].join('\n'),
    );
  });

  it('gives columns only where a range stays in one line, and no line for a whole file', () => {
    const at = { line: 2, column: 3, endLine: 4, endColumn: 1 };
    const findings = [finding({ id: 'gate/not-passed', at }), finding({ id: 'website/missing', at: null })];
    const [several, whole] = commandsOf(checkFile([checked({ findings })]));
    expect(several?.properties).toEqual({
      file: 'projects/acme.yaml',
      line: '2',
      endLine: '4',
      title: 'gate/not-passed',
    });
    expect(whole?.properties).toEqual({ file: 'projects/acme.yaml', title: 'website/missing' });
    expect(whole?.message.startsWith('projects/acme.yaml website/missing: ')).toBe(true);
  });

  it('shows errors first, ten of each level, and counts the rest', () => {
    const findings = Array.from({ length: 30 }, (_, index) =>
      finding({ id: 'gate/not-passed', subject: String(index), severity: index % 2 === 0 ? 'warn' : 'error' }),
    );
    const commands = commandsOf(checkFile([checked({ findings })], [problem()]));
    expect(commands.map(({ level }) => level)).toEqual([
      ...Array(10).fill('error'),
      ...Array(10).fill('warning'),
      'notice',
    ]);
    expect(commands[0]?.message).toContain('yaml/duplicate-key');
    expect(commands.at(-1)?.message).toBe('6 more errors and 5 more warnings have no annotation here.');
  });

  it('leaves out what is set aside', () => {
    const aside = finding({ id: 'gate/not-passed', setAside: { by: 'baseline' } });
    expect(commandsOf(checkFile([checked({ findings: [aside] })]))).toEqual([]);
  });

  it('takes paths from the root where it is told how', () => {
    const [first] = commandsOf(BROKEN, look({ fromRoot: (file) => `sub/${file}` }));
    expect(first?.properties['file']).toBe('sub/projects/broken.yaml');
  });

  it('escapes so that a runner reads the same', () => {
    const text = '100% of a:b,c=d%0A::error::\nnext, line';
    const [first] = commandsOf(
      checkFile([checked({ file: 'a,b:c%2C.md', findings: [finding({ id: 'gate/not-passed', subject: text })] })]),
    );
    expect(first?.properties).toMatchObject({ file: 'a,b:c%2C.md', title: 'gate/not-passed' });
    expect(first?.message).toContain(text);
  });

  it.each(HOSTILE)('names what was skipped in one line and without a command: %j', (text) => {
    const file = checkFile([checked()], [], { skipped: [{ file: text, reason: 'hidden' }] });
    const output = renderCheckGithub(file, look());
    expect(commandsIn(output)).toEqual([]);
    expect(output).not.toMatch(/##[a-z]*\[/i);
    expect(output.split('\n')).toEqual([expect.stringMatching(/^Skipped: 1 hidden /), expect.anything(), '']);
  });

  it.each(HOSTILE)('gives a runner no other command: %j', (text) => {
    const output = renderCheckGithub(hostileFile(text), look());
    const commands = commandsIn(output);
    expect(new Set(commands.map(({ level }) => level))).toEqual(new Set(['error', 'notice']));
    expect(commands).toHaveLength(11);
    for (const { properties } of commands) {
      const own = ['col', 'endColumn', 'endLine', 'file', 'line', 'title'];
      expect(own).toEqual(expect.arrayContaining(Object.keys(properties)));
    }
    expect(output).not.toMatch(/##[a-z]*\[/i);
    expect(output.split('\n')).toHaveLength(13);
  });

  it('has the same counts as the check', () => {
    const { error, warn } = FAILING.check.counts;
    expect(Math.min(error, warn)).toBeGreaterThan(11);
    const left = `${error - 10} more errors and ${warn - 10} more warnings`;
    expect(renderCheckGithub(FAILING, look())).toContain(left);
  });
});
