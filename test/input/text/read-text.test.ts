import { describe, expect, it } from 'vitest';
import { decodeText, explainUnreadable, MAX_BYTES, readFileBeside } from '../../../src/input/text/read-text.ts';
import { RecordingHost } from '../../support/recording-host.ts';
import { shippedRubric } from '../../support/rubric.ts';

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)));

function problem(content: Uint8Array) {
  const decoded = decodeText(content, 'f.yaml');
  if (decoded.ok) throw new Error('it was read');
  return decoded.problems[0];
}

describe('decodeText', () => {
  it.each([
    ['a PDF', bytes('%PDF-1.7')],
    ['a Word, PowerPoint, Excel or ZIP file', bytes('PK', [3, 4], 'word')],
    ['an image', bytes([0xff, 0xd8, 0xff, 0xe0])],
  ])('says that a file is %s', (what, content) => {
    expect(problem(content)).toMatchObject({ code: 'input/not-text', what: `this is ${what}`, at: null });
  });

  it('keeps letters, drops one byte order mark', () => {
    expect(decodeText(bytes('\ufeffname: Zürich 東京 \ufffd'), 'f')).toEqual({
      ok: true,
      value: 'name: Zürich 東京 \ufffd',
    });
  });

  it('takes 1 MiB and not a byte more', () => {
    expect(decodeText(new Uint8Array(MAX_BYTES).fill(32), 'f').ok).toBe(true);
    expect(problem(new Uint8Array(MAX_BYTES + 1).fill(32))).toMatchObject({ code: 'input/too-large', at: null });
  });

  it.each([
    ['Latin-1', bytes('a: 1\nname: Z', [0xfc], 'rich\n'), 2, 8],
    ['behind a byte order mark', bytes('\ufeffa', [0xff]), 1, 2],
    ['behind a replacement sign that is written', bytes('\ufffd東\n\ufffd ', [0xc0, 0x80]), 2, 3],
    ['a sequence cut short', bytes('ab', [0xe6, 0x9d]), 1, 3],
  ])('finds the first letter that is no UTF-8: %s', (_, content, line, column) => {
    expect(problem(content)).toMatchObject({ code: 'input/not-utf8', at: { line, column } });
  });

  it.each([
    ['little endian', [0xff, 0xfe, 0x61, 0x00]],
    ['big endian', [0xfe, 0xff, 0x00, 0x61]],
  ])('tells UTF-16, %s', (_, content) => {
    expect(problem(bytes(content))).toMatchObject({
      code: 'input/not-utf8',
      at: null,
      what: expect.stringContaining('UTF-16'),
    });
  });
});

describe('a file that is read because it is there', () => {
  const readAs = (kind: 'file' | 'folder' | 'other' | null) => {
    const { disk } = new RecordingHost(shippedRubric());
    return readFileBeside('x.json', 9, {
      ...disk,
      stat: () => (kind === null ? null : { kind }),
      readFile: () => new Uint8Array([7]),
    });
  };

  it('is nothing where there is none, or a folder', () => {
    expect([readAs(null), readAs('folder'), readAs('file')]).toEqual([null, null, new Uint8Array([7])]);
  });

  it('is refused where reading it might never end', () => {
    expect(() => readAs('other')).toThrow('x.json is not a file');
    try {
      readAs('other');
    } catch (error) {
      expect(explainUnreadable('x.json', error)).toMatchObject({
        code: 'input/unreadable',
        what: expect.stringContaining('pipe or a device'),
        fix: 'Put a file there, or remove it.',
      });
    }
  });
});
