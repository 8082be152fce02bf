import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULE_IDS } from '../../src/check/rules/registry.ts';
import { findEntries } from '../../src/rubric-pages/find-entries.ts';
import { problems } from '../../src/rubric-pages/problems.ts';
import { ROOT, shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();

/** Codes of messages in what reads files; those whose group is added to a name are found where it is. */
function codesInSource(): readonly string[] {
  const files = ['input', 'criteria', 'cli'].flatMap((room) =>
    fs
      .readdirSync(path.join(ROOT, 'src', room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.startsWith('rubric'))
      .map((name) => fs.readFileSync(path.join(ROOT, 'src', room, name), 'utf8')),
  );
  const groups = ['document', 'input', 'jsonl', 'markdown', 'memo', 'schema', 'unit', 'yaml'];
  const all = files.flatMap((text) => [...text.matchAll(/'(([a-z]+)\/[a-z][a-z-]+)'/g)]);
  const codes = all.filter(([, , group = '']) => groups.includes(group)).map(([, code = '']) => code);
  return [...new Set(codes)].filter((code) => !RULE_IDS.some((id) => id === code));
}

describe('what keeps a file from being read', () => {
  const known = problems.entries(rubric).map(({ id }) => id);

  it('has every code of a message', () => {
    const codes = codesInSource();
    expect(codes.length).toBeGreaterThan(35);
    expect(codes.filter((code) => !known.includes(code))).toEqual([]);
  });

  it('is explained by its code, as every rule is', () => {
    for (const id of [...known, ...RULE_IDS]) {
      const { shown } = findEntries(rubric, id);
      expect(shown.map((entry) => entry.id)).toEqual([id]);
    }
  });
});
