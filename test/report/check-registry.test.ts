import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { CHECK_FORMATS } from '../../src/report/check-registry.ts';
import { hostileFile, look, SITUATIONS } from './documents/check/fixtures.ts';
import { HOSTILE } from './documents/check/hostile-texts.ts';
import { RAW_CONTROL, RUNNER_COMMAND } from './hostile-report.ts';
import { options } from './render-options.ts';

/** The commands that the format for GitHub writes itself, whose text can't open another. */
const OWN_COMMAND = /^::(?:error|warning|notice) (?:(?!::).)*::/gm;

describe.each(CHECK_FORMATS.map((format) => [format.id, format] as const))('%s', (id, format) => {
  it.each(SITUATIONS)('writes whole lines, each time the same, for a run that is %s', async (_, file) => {
    const output = await format.render(file, look());
    expect(output.endsWith('\n')).toBe(true);
    expect(output).not.toMatch(/\p{Cs}/u);
    expect(await format.render(file, look())).toBe(output);
  });

  it.each(HOSTILE)('acts on nothing: %j', async (text) => {
    const output = await format.render(hostileFile(text), look({ texts: () => `${text}\n${text}\n${text}\n` }));
    const bare = id === 'csv' ? output.replaceAll('\r\n', '\n') : output;
    expect(bare).not.toMatch(RAW_CONTROL);
    expect(id === 'github' ? bare.replace(OWN_COMMAND, '') : bare).not.toMatch(RUNNER_COMMAND);
  });

  it('does not say one thing for every run', async () => {
    const all = await Promise.all(SITUATIONS.slice(0, 3).map(([, file]) => format.render(file, look())));
    expect(new Set(all).size).toBe(3);
  });
});

describe('CHECK_FORMATS', () => {
  it('tells the formats apart', () => {
    const ids = CHECK_FORMATS.map((format) => format.id);
    expect(new Set(ids).size).toBe(8);
    expect(ids[0]).toBe('text');
  });

  it('keeps text to the width of the terminal', async () => {
    const [text] = CHECK_FORMATS;
    for (const width of [60, 80, 120]) {
      for (const hostile of HOSTILE) {
        const output = await text.render(
          hostileFile(hostile),
          look({ options: options({ width }), texts: () => hostile }),
        );
        expect(output.split('\n').filter((line) => stringWidth(line) > width)).toEqual([]);
      }
    }
  });
});
