import { describe, expect, it } from 'vitest';
import { renderCheckLines } from '../../../src/report/machine/lines.ts';
import {
  BROKEN,
  CLEAN,
  COMMENT,
  checked,
  checkFile,
  FAILING,
  finding,
  hostileFile,
  look,
} from '../documents/check/fixtures.ts';

/** As editors and problem matchers read it. */
const LINE =
  /^(?<file>.+?):(?<line>\d+):(?<column>\d+): (?<severity>error|warning): (?<message>.+) \[(?<rule>[^[\]\s]+)\]$/;

describe('a check in lines', () => {
  it('is one for each finding that counts, problems first', () => {
    const { check, problems } = BROKEN;
    const counting = [FAILING, BROKEN].map(({ check: { files } }) =>
      files.flatMap(({ findings }) => findings).filter(({ setAside }) => setAside === null),
    );
    const [failing, broken] = [FAILING, BROKEN].map((file) => renderCheckLines(file, look()).trimEnd().split('\n'));
    expect(failing).toHaveLength(counting[0]?.length ?? 0);
    expect(broken).toHaveLength((counting[1]?.length ?? 0) + problems.length);
    for (const line of [...(failing ?? []), ...(broken ?? [])]) expect(line).toMatch(LINE);
    expect(check).toBeDefined();
  });

  it('is nothing where nothing was found, and where all of it is suppressed', () => {
    expect(renderCheckLines(CLEAN, look())).toBe('');
    const aside = checkFile([checked({ findings: [finding({ id: 'source/stale', setAside: COMMENT })] })]);
    expect(renderCheckLines(aside, look())).toBe('');
  });

  it('puts what concerns a whole file on its first line', () => {
    const file = checkFile([checked({ findings: [finding({ id: 'website/missing', at: null })] })]);
    expect(renderCheckLines(file, look())).toMatch(/^projects\/acme\.yaml:1:1: warning: .+ \[website\/missing\]\n$/);
  });

  it('stays one line and runs nothing in a log, whatever the text', () => {
    for (const text of ['a\nb', '\n::error::x', '##[error]', '\u2028c', '\u001b[31m'])
      for (const line of renderCheckLines(hostileFile(text), look())
        .trimEnd()
        .split(/[\n\r\u2028]/)) {
        expect(line).toMatch(LINE);
        expect(line).not.toMatch(/^\s*::|##\[|\p{Cc}/u);
      }
  });
});
