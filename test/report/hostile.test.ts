import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { createRenderContext, type ResultKind, type Results } from '../../src/report/format.ts';
import { listFormats } from '../../src/report/registry.ts';
import { look } from './documents/check/fixtures.ts';
import { HOSTILE } from './documents/check/hostile-texts.ts';
import { hostileReport, RAW_CONTROL, RUNNER_COMMAND } from './hostile-report.ts';
import { HOSTILE_RESULTS } from './hostile-results.ts';
import { options } from './render-options.ts';
import { reportFile } from './sample-report.ts';

const START = '\u001b]8;;';
const END = '\u001b\\\\';
const HYPERLINK = new RegExp(`${START}https?://[!-~]+${END}([^\u001b]*)${START}${END}`, 'g');

/** The commands that the format for GitHub writes itself, whose text can't open another. */
const OWN_COMMAND = /^::(?:error|warning|notice) (?:(?!::).)*::/gm;

/** What keeps a line from being a command of GitHub's runner, which is put in last and so may exceed the width. */
const LINE_START_ESCAPE = /^( *)\\u003a/gm;

/** Every format of a kind of result, as a function of the hostile text. */
function renderersOf<K extends ResultKind>(kind: K) {
  const made = new Map<string, Results[K]>();
  return listFormats(kind).map((format) => {
    const render = (text: string, change: Parameters<typeof options>[0] = {}) => {
      const result = made.get(text) ?? HOSTILE_RESULTS[kind](text);
      made.set(text, result);
      const texts = () => `${text}\n${text}\n${text}\n`;
      return format.render(result, look({ options: options(change), texts }));
    };
    return [`${kind} as ${format.id}`, format.id, render] as const;
  });
}

const kinds = Object.keys(HOSTILE_RESULTS) as ResultKind[];
const all = kinds.flatMap(renderersOf);

describe.each(all)('%s with hostile text', (_, id, render) => {
  it.each(HOSTILE)('acts on nothing: %j', async (text) => {
    const output = await render(text);
    const bare = id === 'csv' ? output.replaceAll('\r\n', '\n') : output;
    expect(bare).not.toMatch(RAW_CONTROL);
    expect(id === 'github' ? bare.replace(OWN_COMMAND, '') : bare).not.toMatch(RUNNER_COMMAND);
    expect(output.endsWith('\n')).toBe(true);
  });

  it('is the same each time', async () => {
    const text = HOSTILE.join(' ');
    expect(await render(text)).toBe(await render(text));
  });
});

// A check has a line for each finding, however long, so that other programs can read it.
const screens = all.filter(([title, id]) => id === 'text' && title !== 'check as text');

describe.each(screens)('%s with hostile text', (_, _id, render) => {
  it.each([60, 80, 120])('keeps to %i columns', async (width) => {
    for (const hostile of HOSTILE) {
      for (const unicode of [true, false]) {
        const bare = (await render(hostile, { width, unicode })).replace(LINE_START_ESCAPE, '$1:');
        expect(
          bare.split('\n').filter((line) => stringWidth(line) > width),
          hostile,
        ).toEqual([]);
      }
    }
  });
});

describe('a report as text with hostile text', () => {
  const [text] = listFormats('report');

  it('opens only web addresses in hyperlinks, and closes them', async () => {
    const context = createRenderContext(options({ links: true }));
    for (const url of [
      ...HOSTILE,
      'javascript:alert(1)',
      'file:///etc/passwd',
      'https://a.example/\u001b\\x\u0007?q=|<>"',
    ]) {
      const output = await text.render(reportFile(hostileReport(url)), context);
      expect(output.replace(HYPERLINK, '$1')).not.toMatch(RAW_CONTROL);
    }
  });

  it('writes one line a project when quiet', async () => {
    const context = createRenderContext(options({ quiet: true }));
    for (const hostile of HOSTILE) {
      const output = await text.render(HOSTILE_RESULTS.report(hostile), context);
      expect(output.split('\n')).toHaveLength(3);
    }
  });
});
