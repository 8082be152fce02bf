import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXIT } from '../../../src/cli/line/exit.ts';
import { connectToWeb, PUBLIC_ONLY } from '../../../src/cli/network/open-address.ts';
import { runProgram } from '../../../src/cli/program.ts';
import type { Web } from '../../../src/sources/web.ts';
import { type FakeAnswer, FakeWeb } from '../../sources/fake-web.ts';
import { RecordingHost } from '../../support/recording-host.ts';
import { shippedRubric } from '../../support/rubric.ts';

const rubric = shippedRubric();
const PRICES = 'https://example.org/pricing';
const DOCS = 'https://docs.example.org/nodes';
const FILLER = Array.from({ length: 200 }, (_, i) => `word${i}`).join(' ');
const LOCK = 'pitches/demandfit.lock.json';
const FILE = 'pitches/acme.yaml';

const DESCRIPTION = `name: Acme Grid
summary: Rents out idle GPUs by the hour to AI labs, over a network of independent providers.
website: https://example.org
as_of: 2026-09-30
track: compute
sources:
  prices: { title: Price list, url: "${PRICES}", kind: price-list, accessed: 2026-09-20 }
  docs: { title: Manual, url: "${DOCS}#top", kind: docs, published: 2026-06-30 }
  deck: { title: Deck, file: deck.pdf, kind: statement, published: 2026-06-30 }
technical_edge:
  cost:
    project: 2.65
    alternative: aws-p5
    unit: USD per H100-hour
    better: lower
    sources: [{ id: prices, quote: from $2.65 per hour }]
switching_cost:
  integration: { answer: adapter, sources: [{ id: docs, quote: takes the same containers }] }
`.replace(
  'aws-p5',
  rubric.alternatives.find(({ unit, criterion }) => unit === 'USD per H100-hour' && criterion === 'cost')?.id ?? '',
);

const page = (words: string) => `<html><body><p>${words}</p><p>${FILLER}</p></body></html>`;
const PAGES = { [PRICES]: page('H100s from $2.65 per hour.'), [DOCS]: page('It takes the same containers.') };

/** A host whose disk is a map, and whose network is what it is given. */
class FolderHost extends RecordingHost {
  readonly files: Map<string, string>;
  readonly web: Web | null;
  readonly stop = new AbortController();
  constructor(files: Readonly<Record<string, string>>, web: Web | null) {
    super(rubric);
    this.files = new Map(Object.entries(files));
    this.web = web;
    Object.assign(this.disk, {
      stat: (name: string) => (this.files.has(name) ? { kind: 'file' } : null),
      readFile: (name: string) => new TextEncoder().encode(this.files.get(name) ?? ''),
    });
  }

  override async connect(): Promise<Web> {
    if (this.web === null) throw new Error('nothing may connect here');
    return this.web;
  }

  override terminated(): AbortSignal {
    return this.stop.signal;
  }

  override createFile(name: string) {
    let text = '';
    return {
      write: (part: string) => {
        text += part;
      },
      close: () => void this.files.set(name, text),
      discard() {},
    };
  }
}

async function run(args: readonly string[], files: Readonly<Record<string, string>> = {}, web: Web | null = null) {
  const host = new FolderHost({ [FILE]: DESCRIPTION, ...files }, web);
  const code = await runProgram(args, host);
  return { code, ...host.written, lock: host.files.get(LOCK) ?? null, host };
}

const refresh = (pages: Readonly<Record<string, FakeAnswer>>, lock: string | null = null) =>
  run(['sources', FILE, '--refresh'], lock === null ? {} : { [LOCK]: lock }, new FakeWeb(pages));

describe('sources', () => {
  it('lists what is cited, that which carries most first, and connects to nothing', async () => {
    const { code, stdout, lock } = await run(['sources', FILE, '--format', 'json']);
    const [{ sources }] = JSON.parse(stdout).lists;
    expect(code).toBe(EXIT.done);
    expect(lock).toBeNull();
    expect(sources.map(({ id, state }: { id: string; state: string }) => [id, state])).toEqual(
      expect.arrayContaining([
        ['prices', 'not-opened'],
        ['docs', 'not-opened'],
        ['deck', 'closed'],
      ]),
    );
    const carried = sources.map(({ carries }: { carries: number }) => carries);
    expect(carried).toEqual(carried.toSorted((a: number, b: number) => b - a));
    expect(carried[0]).toBeGreaterThan(0);
  });

  it('says that it connects before it does, writes the lock next to the description, and shows it', async () => {
    const { code, stdout, stderr, lock } = await refresh(PAGES);
    expect(code).toBe(EXIT.done);
    expect(stderr).toBe(
      'Connecting to 2 hosts to open 2 pages, one a second on each host.\nWrote pitches/demandfit.lock.json (lock file).\n',
    );
    expect(Object.keys(JSON.parse(lock ?? '').sources)).toEqual([DOCS, PRICES]);
    expect(stdout).toMatch(/prices +\d+% +\d+% +1 of 1 found +read on 2026-06-29/);
    expect(stdout).toContain('100% of what is shown rests on quotes that were found');
    const again = await run(['sources', FILE], { [LOCK]: lock ?? '' });
    expect(again.stdout).toBe(stdout);
    const same = await refresh(PAGES, lock);
    expect(same.lock).toBe(lock);
    expect(same.stderr).toContain('pitches/demandfit.lock.json is up to date.');
  });

  it('shows what a page has instead of a quote', async () => {
    const { stdout } = await refresh({ ...PAGES, [PRICES]: page('H100s from $3.65 per hour.') });
    expect(stdout).toContain('prices: "from $2.65 per hour"');
    expect(stdout).toContain('Nearest: "from $3.65 per hour"');
  });

  it('could not tell, and leaves the lock as it is, where there is no connection', async () => {
    const { lock } = await refresh(PAGES);
    const offline = new FakeWeb({});
    offline.open = async () => ({ ok: false, reason: 'no-host' });
    const without = await run(['sources', FILE, '--refresh'], {}, offline);
    expect([without.code, without.lock]).toEqual([EXIT.done, null]);
    expect(without.stdout.match(/could not tell: the connection failed/g)).toHaveLength(2);
    expect(without.stderr).toContain('no server could be reached; no lock file was changed.');
    const kept = await run(['sources', FILE, '--refresh'], { [LOCK]: lock ?? '' }, offline);
    expect([kept.code, kept.lock]).toEqual([EXIT.done, lock]);
  });

  it('keeps what was seen where it is interrupted, and exits with 1', async () => {
    const nodes = 'https://example.org/nodes';
    const web = new FakeWeb({ ...PAGES, [nodes]: PAGES[DOCS] ?? '' });
    const host = new FolderHost({ [FILE]: DESCRIPTION.replace(DOCS, nodes) }, web);
    web.onRequest = (url) => {
      if (url === PRICES) host.stop.abort();
    };
    expect(await runProgram(['sources', FILE, '--refresh'], host)).toBe(EXIT.failed);
    expect(host.written.stderr).toContain('Interrupted; what had been seen by then was recorded.');
    expect(Object.keys(JSON.parse(host.files.get(LOCK) ?? '').sources)).toEqual([nodes]);
  });

  it('writes nothing where it is interrupted before anything was seen', async () => {
    const web = new FakeWeb(PAGES);
    const host = new FolderHost({ [FILE]: DESCRIPTION }, web);
    web.onRequest = () => host.stop.abort();
    expect(await runProgram(['sources', FILE, '--refresh'], host)).toBe(EXIT.failed);
    expect(host.files.has(LOCK)).toBe(false);
    expect(host.written.stderr).toContain('Interrupted; no lock file was changed.');
  });

  it('pins what a person has looked at, and says when its page changed', async () => {
    const { lock } = await refresh(PAGES);
    const pinned = await run(['sources', FILE, '--pin', 'prices', '--by', 'Ada Example'], { [LOCK]: lock ?? '' });
    expect(pinned.stdout.replace(/\s+/g, ' ')).toContain('looked at on 2026-06-29 by Ada Example');
    const changed = await refresh({ ...PAGES, [PRICES]: page('Now 100 GPUs from $2.65 per hour.') }, pinned.lock);
    expect(changed.stdout.replace(/\s+/g, ' ')).toContain('changed since it was pinned');
    const { stdout } = await run(['check', FILE, '--format', 'json', '--no-config'], { [LOCK]: changed.lock ?? '' });
    const [{ findings }] = JSON.parse(stdout).check.files;
    expect(findings.map(({ id }: { id: string }) => id)).toContain('source/changed');
  });

  it.each([
    [['--pin', 'prizes'], 'Did you mean prices?'],
    [['--pin', 'deck'], 'unknown source with an address "deck"'],
    [['--by', 'Ada Example'], '--by requires --pin'],
  ])('refuses %j', async (options, says) => {
    const { code, stderr } = await run(['sources', FILE, ...options]);
    expect(code).toBe(EXIT.usage);
    expect(stderr).toContain(says);
  });

  it('reports a lock file that cannot be read, and does not touch it', async () => {
    const { code, stderr, lock } = await run(['sources', FILE, '--refresh'], { [LOCK]: '{' }, new FakeWeb(PAGES));
    expect([code, lock]).toEqual([EXIT.usage, '{']);
    expect(stderr).toContain(LOCK);
  });
});

describe('every other command', () => {
  const COMMANDS = [
    ['score', FILE],
    ['score', FILE, '--full'],
    ['check', FILE, '--no-config'],
    ['ask', FILE],
    ['compare', FILE, 'pitches/other.yaml'],
    ['diff', FILE, 'pitches/other.yaml'],
  ];

  it.each(COMMANDS)('%s reads the lock and connects to nothing', async (...args) => {
    const other = { 'pitches/other.yaml': DESCRIPTION.replace('Acme Grid', 'Beta Grid') };
    const { lock } = await refresh({ ...PAGES, [PRICES]: { status: 404 } });
    const format = args.includes('--full') ? [] : ['--format', 'json'];
    const before = await run([...args, ...format], other);
    const after = await run([...args, ...format], { ...other, [LOCK]: lock ?? '' });
    expect(before.stderr + after.stderr).toBe('');
    expect(after.stdout).not.toBe(before.stdout);
    expect((await run([...args, ...format], { ...other, [LOCK]: '{"lockVersion": 1, "sources": {}}' })).stdout).toBe(
      before.stdout,
    );
  });
});

describe('a refresh over a real connection', () => {
  let server: http.Server;
  let port = 0;

  beforeAll(async () => {
    server = http.createServer((request, response) => {
      const bodies: Readonly<Record<string, string>> = { '/pricing': PAGES[PRICES] ?? '', '/nodes': PAGES[DOCS] ?? '' };
      const body = bodies[request.url ?? ''];
      if (request.url === '/moved') response.writeHead(302, { location: 'http://127.0.0.2/admin' }).end();
      else if (body === undefined) response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': 'text/html' }).end(body);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(() => void server.close());

  it('records pages, gone ones, and redirects that it does not follow', async () => {
    const here = `http://pages.example.org:${port}`;
    const description = DESCRIPTION.replace(PRICES, `${here}/pricing`).replace(DOCS, `${here}/moved`);
    const web = connectToWeb({
      ...PUBLIC_ONLY,
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      allows: (address, to) => address === '127.0.0.1' && to === port,
    });
    const { lock } = await run(
      ['sources', FILE, '--refresh'],
      { [FILE]: description },
      { ...web, wait: async () => {} },
    );
    expect(JSON.parse(lock ?? '').sources).toMatchObject({
      [`${here}/pricing`]: { missed: null, quotes: [{ state: 'found' }] },
      [`${here}/moved`]: { page: null, missed: { reason: 'not-public' } },
    });
  });
});
