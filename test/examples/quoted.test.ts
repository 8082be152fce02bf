import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listCitedQuotes } from '../../src/analysis/sources/list-sources.ts';
import { assess } from '../../src/assess.ts';
import { checkQuotes } from '../../src/check/check-quotes.ts';
import { type CitedFiles, readCitedFiles, seeFiles } from '../../src/cli/read-cited-files.ts';
import { readDescription } from '../../src/input/description/read-description.ts';
import { validateDescription } from '../../src/input/description/validate-description.ts';
import { readLock } from '../../src/input/lock/lock-file.ts';
import type { Description } from '../../src/model/description.ts';
import { toLockKey } from '../../src/model/sight.ts';
import { RecordingHost } from '../support/recording-host.ts';
import { ROOT, shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();
const FOLDER = path.join(ROOT, 'docs/quoted');
const readFile = (name: string) => fs.readFileSync(path.join(FOLDER, name));

function readExample(): Description {
  const read = readDescription({ name: 'x.yaml', content: readFile('larkfield-quoted.yaml').toString() });
  const described = read.ok ? validateDescription(read.value, rubric, 'x.yaml') : read;
  if (!described.ok) throw new Error(described.problems[0]?.what);
  return described.value;
}

const readFiles = (description: Description): Promise<CitedFiles> =>
  readCitedFiles(description, 'x.yaml', async (name) => readFile(name), new RecordingHost(rubric));

describe('the invented project with its documents', () => {
  it('has a quote for each answer, each in its document, and none that check doubts', async () => {
    const description = readExample();
    const files = await readFiles(description);
    const lock = readLock(readFile('demandfit.lock.json').toString(), 'demandfit.lock.json');
    if (!lock.ok) throw new Error('the lock cannot be read');
    const report = assess(description, rubric, {
      lock: { ...lock.value, files: seeFiles(description, files, rubric) },
    });
    expect(report.quotes).toEqual({ quoted: 1, verified: 1 });
    expect(report.findings.filter(({ id }) => id.startsWith('quote/'))).toEqual([]);
    expect(checkQuotes(description, files, rubric)).toEqual([]);
  });

  it('has the memo of the examples, outside their folder, where it would be ranked among real projects', () => {
    expect(readFile('larkfield.txt')).toEqual(fs.readFileSync(path.join(ROOT, 'examples/documents/larkfield.txt')));
  });

  it('has a lock file with each quote of a page, and none besides', () => {
    const description = readExample();
    const lock = readLock(readFile('demandfit.lock.json').toString(), 'demandfit.lock.json');
    if (!lock.ok) throw new Error('the lock cannot be read');
    const cited = listCitedQuotes(description, rubric);
    const expected = description.sources.flatMap(({ id, url }) =>
      url === null ? [] : [[toLockKey(url), (cited.get(id)?.quotes ?? []).map(({ text }) => text).sort()]],
    );
    const seen = Object.entries(lock.value.sources).map(([url, { quotes }]) => [url, quotes.map(({ text }) => text)]);
    expect(seen.sort()).toEqual(expected.sort());
  });

  it('loses what a quote carries where its document says something else, and never gains by it', async () => {
    const description = readExample();
    const files = await readFiles(description);
    const seen = seeFiles(description, files, rubric);
    const shown = (states: typeof seen) =>
      assess(description, rubric, { lock: { lockVersion: 1, sources: {}, files: states } }).fit;
    const plain = assess(description, rubric).fit;
    for (const id of Object.keys(seen))
      for (const state of ['wording-differs', 'not-on-page'] as const) {
        const worse = shown({ ...seen, [id]: (seen[id] ?? []).map((quote) => ({ ...quote, state })) });
        expect(worse?.supported).toBeLessThan(plain?.supported ?? 0);
        expect(worse?.claimed).toBe(plain?.claimed);
        expect(worse?.possible).toBeLessThanOrEqual(plain?.possible ?? 0);
      }
    expect(shown(seen)).toEqual(plain);
  });

  it('reads no file outside its folder', async () => {
    const description = readExample();
    for (const file of ['/etc/passwd', '../secret.txt', 'a/../../secret.txt', 'C:\\secret.txt', '..\\secret.txt']) {
      const sources = description.sources.map((source) => ({ ...source, file }));
      const files = await readCitedFiles(
        { ...description, sources },
        'x.yaml',
        async () => new Uint8Array([65]),
        new RecordingHost(rubric),
      );
      expect([...files.values()].map(({ status }) => status)).toEqual(['unread', 'unread', 'unread']);
    }
  });

  it('reads no file that links lead out to', async () => {
    const description = readExample();
    const sources = description.sources.map((source) => ({ ...source, file: 'deck.md' }));
    const leadTo = async (real: string) => {
      const host = new RecordingHost(rubric);
      Object.assign(host.disk, { realPath: (name: string) => ({ '.': '/w', 'pitches/': '/w/pitches' })[name] ?? real });
      const files = await readCitedFiles(
        { ...description, sources },
        'pitches/x.yaml',
        async () => new Uint8Array([65]),
        host,
      );
      return [...files.values()].map(({ status }) => status);
    };
    expect(await leadTo('/etc/passwd')).toEqual(['unread', 'unread', 'unread']);
    expect(await leadTo('/w2/deck.md')).toEqual(['unread', 'unread', 'unread']);
    expect(await leadTo('/w/decks/deck.md')).toEqual(['read', 'read', 'read']);
  });
});
