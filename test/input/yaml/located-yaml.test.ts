import { describe, expect, it } from 'vitest';
import { type LocatedDescription, readDescription } from '../../../src/input/description/read-description.ts';
import type { Span } from '../../../src/model/diagnostic.ts';
import { toPointer } from '../../../src/model/pointer.ts';
import { pointersOf } from './pointers.ts';

const YAML = `name: Zürich 🦊 Network
own_hosts: [a.org, "b.org"]
a/b~c: x
technical_edge:
  cost:
    project: 2.50
    empty:
  list:
    - { id: 1 }
    - &shared
      id: 2
other: *shared
text: >-
  folded
  text

last: 1
`;

const MEMO = `---\n${YAML}---\n# Prose\n`;

function read(name: string, content: string): LocatedDescription {
  const outcome = readDescription({ name, content });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

/** Every way in which the same lines may be stored, with the number of lines above them. */
const STORED = [
  ['YAML, LF', 'f.yaml', YAML, 0],
  ['YAML, CRLF', 'f.yaml', YAML.replaceAll('\n', '\r\n'), 0],
  ['YAML, LF, byte order mark', 'f.yaml', `\ufeff${YAML}`, 0],
  ['YAML, CRLF, byte order mark', 'f.yaml', `\ufeff${YAML.replaceAll('\n', '\r\n')}`, 0],
  ['memo, LF', 'f.md', MEMO, 1],
  ['memo, CRLF', 'f.md', MEMO.replaceAll('\n', '\r\n'), 1],
  ['memo, LF, byte order mark', 'f.md', `\ufeff${MEMO}`, 1],
  ['memo, CRLF, byte order mark', 'f.md', `\ufeff${MEMO.replaceAll('\n', '\r\n')}`, 1],
] as const;

describe.each(STORED)('places in %s', (_, name, content, above) => {
  const located = read(name, content);
  const place = (at: Span | null) =>
    at === null ? null : `${at.line - above}:${at.column}-${at.endLine - above}:${at.endColumn}`;

  it.each([
    ['/name', '1:7-1:24'],
    ['/own_hosts', '2:12-2:28'],
    ['/own_hosts/1', '2:20-2:27'],
    ['/a~1b~0c', '3:8-3:9'],
    ['/technical_edge/cost/project', '6:14-6:18'],
    ['/technical_edge/cost', '6:5-7:11'],
    ['/technical_edge/list/0/id', '9:13-9:14'],
    ['/technical_edge/list/1/id', '11:11-11:12'],
    ['/text', '13:7-15:7'],
    ['/last', '17:7-17:8'],
  ])('value of %s', (pointer, expected) => {
    expect(place(located.span(pointer))).toBe(expected);
  });

  it.each([
    ['an empty value at its key', '/technical_edge/cost/empty', '7:5-7:10'],
    ['a missing key at the key of its mapping', '/technical_edge/cost/unit', '5:3-5:7'],
    ['what is missing with all above it', '/technical_edge/proof/answer', '4:1-4:15'],
    ['what is missing in an item at its first letter', '/technical_edge/list/0/name', '9:7-9:8'],
    ['what is missing at the top at the start', '/summary', '1:1-1:2'],
    ['a missing item', '/own_hosts/7', '2:1-2:10'],
    ['what stands behind an alias where it is written', '/other/id', '11:11-11:12'],
    ['what is missing behind an alias at its key', '/other/name', '12:1-12:6'],
  ])('%s', (_, pointer, expected) => {
    expect(place(located.span(pointer))).toBe(expected);
  });

  it.each([
    ['/technical_edge/cost', '5:3-5:7'],
    ['/other', '12:1-12:6'],
    ['/own_hosts/1', null],
    ['/missing', null],
    ['', null],
  ])('key of %s', (pointer, expected) => {
    expect(place(located.keySpan(pointer))).toBe(expected);
  });

  it('gives scalars as they are written', () => {
    expect(located.source('/technical_edge/cost/project')).toBe('2.50');
    expect(located.source('/own_hosts/1')).toBe('b.org');
    expect(located.source('/technical_edge')).toBeNull();
    expect(located.source('/missing')).toBeNull();
  });

  it('has a place for every part of the value, and for nothing else', () => {
    const pointers = pointersOf(located.value);
    expect(pointers.slice(0, 6)).toEqual(['', '/name', '/own_hosts', '/own_hosts/0', '/own_hosts/1', '/a~1b~0c']);
    expect(pointers.filter((pointer) => located.placeOf(pointer) === null)).toEqual([]);
    expect(located.placeOf('/missing')).toBeNull();
  });

  it('tells where the prose begins', () => {
    expect(located.body === null ? null : located.text.slice(located.body).trim()).toBe(above === 0 ? null : '# Prose');
  });
});

describe.each(STORED)('faults in %s', (_, name, content, above) => {
  it('stand where they are', () => {
    const outcome = readDescription({
      name,
      content: content.replace('2.50', '🦊: x: y').replace('last: 1', 'last: 0x1'),
    });
    const problems = outcome.ok ? [] : outcome.problems;
    expect(problems.map(({ code, at }) => `${code} ${(at?.line ?? 0) - above}:${at?.column}`)).toEqual([
      'yaml/colon-in-value 6:14',
      'yaml/number-base 17:7',
    ]);
  });
});

describe('pointerOf', () => {
  it.each([
    [[], ''],
    [['a', 0, 'b/c~d'], '/a/0/b~1c~0d'],
    [[''], '/'],
  ])('%j is %j', (path, pointer) => {
    expect(toPointer(path)).toBe(pointer);
  });
});
