import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { updateReadme } from '../../src/build/readme.ts';
import { ROOT, shippedRubric } from '../support/rubric.ts';

describe('the way from a memo to a verdict in the README', () => {
  const readme = fs.readFileSync(path.join(ROOT, 'README.md'), 'utf8');
  const [section = ''] = /^## From a memo to a verdict$[\s\S]*?(?=^## )/m.exec(readme) ?? [];

  it('is what the commands print', () => {
    expect(section.match(/^\$ demandfit .+/gm)).toHaveLength(2);
    expect(updateReadme(section, shippedRubric())).toBe(section);
  });

  it('leaves nothing behind', () => {
    expect(fs.readdirSync(path.join(ROOT, 'examples/documents')).sort()).toEqual([
      'larkfield-reply.txt',
      'larkfield.txt',
    ]);
  });
});
