import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { updateBlocks } from '../../../src/build/docs/update-blocks.ts';
import { ROOT, shippedRubric } from '../../support/rubric.ts';

const PAGE = 'docs/documents.md';

describe('the way from a memo to a verdict', () => {
  const page = fs.readFileSync(path.join(ROOT, PAGE), 'utf8');

  it('is what the commands print', async () => {
    expect(page.match(/^\$ demandfit .+/gm)?.length).toBeGreaterThan(1);
    expect(await updateBlocks(page, shippedRubric(), PAGE)).toBe(page);
  });

  it('leaves nothing behind', () => {
    expect(fs.readdirSync(path.join(ROOT, 'examples/documents')).sort()).toEqual([
      'larkfield-reply.txt',
      'larkfield.txt',
    ]);
  });
});

describe('a page with blocks of the program', () => {
  it('is refused where it asks for what does not exist', async () => {
    const asks = '<!-- table: nothing -->\n<!-- end -->\n';
    await expect(updateBlocks(asks, shippedRubric(), 'docs/x.md')).rejects.toThrow(
      'docs/x.md asks for the block nothing',
    );
    const runs = '<!-- run: rm x -->\n```text\n```\n';
    await expect(updateBlocks(runs, shippedRubric(), 'docs/x.md')).rejects.toThrow('a page runs rm');
  });

  it('links to the reference from where it is', async () => {
    const asks = '<!-- table: gates -->\n<!-- end -->\n';
    expect(await updateBlocks(asks, shippedRubric(), 'README.md')).toContain('](docs/reference/gates.md#gate-on-sale)');
    expect(await updateBlocks(asks, shippedRubric(), 'docs/x.md')).toContain('](reference/gates.md#gate-on-sale)');
  });
});
