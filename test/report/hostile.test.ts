import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/report/registry.ts';
import { HOSTILE_TEXTS, hostileReport, RAW_CONTROL, RUNNER_COMMAND } from './hostile-report.ts';
import { options } from './render-options.ts';
import { reportFile } from './sample-report.ts';

const START = '\u001b]8;;';
const END = '\u001b\\\\';
const HYPERLINK = new RegExp(`${START}https?://[!-~]+${END}([^\u001b]*)${START}${END}`, 'g');

function fileWith(text: string) {
  const problem = {
    code: text,
    file: text,
    at: null,
    what: text,
    why: text,
    fix: text,
    suggestion: text,
    related: null,
  };
  return { ...reportFile(hostileReport(text), hostileReport(text)), problems: [problem] };
}

describe.each(FORMATS.map((format) => [format.id, format] as const))('%s with hostile text', (_, format) => {
  it.each(HOSTILE_TEXTS)('acts on nothing: %j', async (text) => {
    const output = await format.render(fileWith(text), options());
    expect(output).not.toMatch(RAW_CONTROL);
    expect(output).not.toMatch(RUNNER_COMMAND);
    expect(output.endsWith('\n')).toBe(true);
  });

  it('is the same each time', async () => {
    const file = fileWith(HOSTILE_TEXTS.join(' '));
    expect(await format.render(file, options())).toBe(await format.render(file, options()));
  });
});

describe('text with hostile text', () => {
  const text = FORMATS.find(({ id }) => id === 'text');

  it.each([60, 80, 120])('keeps to %i columns', async (width) => {
    for (const hostile of HOSTILE_TEXTS) {
      for (const unicode of [true, false]) {
        const output = (await text?.render(fileWith(hostile), options({ width, unicode }))) ?? '';
        const wide = output.split('\n').filter((line) => stringWidth(line) > width);
        expect(wide, hostile).toEqual([]);
      }
    }
  });

  it('opens only web addresses in hyperlinks, and closes them', async () => {
    for (const url of [
      ...HOSTILE_TEXTS,
      'javascript:alert(1)',
      'file:///etc/passwd',
      'https://a.example/\u001b\\x\u0007?q=|<>"',
    ]) {
      const output = (await text?.render(reportFile(hostileReport(url)), options({ links: true }))) ?? '';
      const bare = output.replace(HYPERLINK, '$1');
      expect(bare).not.toMatch(RAW_CONTROL);
    }
  });

  it('writes one line a project when quiet', async () => {
    for (const hostile of HOSTILE_TEXTS) {
      const output = (await text?.render(fileWith(hostile), options({ quiet: true }))) ?? '';
      expect(output.split('\n')).toHaveLength(3);
    }
  });
});
