import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { measureReadings } from '../../src/build/eval/readings.ts';
import { ROOT, shippedRubric } from '../support/rubric.ts';

const FIXTURES = path.join(ROOT, 'test/fixtures/readings');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'readings-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

describe('the measure of readings', () => {
  it('says in one sentence what is missing without the documents', async () => {
    const { lines, openings } = await measureReadings(path.join(folder, 'none'), FIXTURES, shippedRubric(), false);
    expect(lines).toHaveLength(1);
    expect(openings).toEqual([]);
    expect(lines[0]).toContain('test/fixtures/readings/documents.json');
  });

  it('holds a reading against the lines that readers marked', async () => {
    const mark = {
      id: 'a1',
      name: ['Teal Cloud'],
      website: 'https://teal.example',
      date: '2026-11',
      offer: [5],
      statements: ['7 payment plain project', '9 exit plain project'],
    };
    fs.writeFileSync(
      path.join(folder, 'documents.json'),
      '[{"id":"a1","repository":"a/b","path":"c.md","commit":"d","label":"compute","also":[]}]',
    );
    for (const rater of ['first-rater.json', 'second-rater.json'])
      fs.writeFileSync(path.join(folder, rater), JSON.stringify([mark]));
    fs.writeFileSync(
      path.join(folder, 'a1.md'),
      '# Teal Cloud\n**Date:** November 2026\n**Website:** https://teal.example\n\nTeal Cloud rents idle H100 cards to AI teams by the hour.\n\nBuyers pay in USDC or by card.\n\nThe sky is teal.\n',
    );
    const { lines, openings } = await measureReadings(folder, folder, shippedRubric(), true);
    const text = lines.join('\n');
    expect(openings).toMatchObject([{ id: 'a1', label: 'compute', answer: 'compute' }]);
    expect(text).toMatch(/^name right +100\.0% \(1 of 1\)$/m);
    expect(text).toMatch(/^website right +100\.0% \(1 of 1\)$/m);
    expect(text).toMatch(/^date right +100\.0% \(1 of 1\)$/m);
    expect(text).toMatch(/^sentence that says what is sold +100\.0% \(1 of 1\)$/m);
    expect(text).toMatch(/^plain statements of both readers that are quoted +50\.0% \(1 of 2\)$/m);
    expect(text).toContain('  found a1: exit line 9');
  });
});
