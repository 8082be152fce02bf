import * as http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  connectToWeb,
  isPublicAddress,
  type NetworkPolicy,
  PUBLIC_ONLY,
} from '../../../src/cli/network/open-address.ts';

/** What the server does, by path. */
const ROUTES: Readonly<Record<string, (request: http.IncomingMessage, response: http.ServerResponse) => void>> = {
  '/plain': (_, response) => response.setHeader('content-type', 'text/plain').end('from $2.65 per hour'),
  '/headers': (request, response) => response.end(JSON.stringify(request.headers)),
  '/gzip': (_, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync('packed')),
  '/br': (_, response) => response.setHeader('content-encoding', 'br').end(brotliCompressSync('packed')),
  '/deflate': (_, response) => response.setHeader('content-encoding', 'deflate').end(deflateSync('packed')),
  '/double': (_, response) => response.setHeader('content-encoding', 'gzip, gzip').end(gzipSync(gzipSync('packed'))),
  '/no-gzip': (_, response) => response.setHeader('content-encoding', 'gzip').end('not packed at all'),
  '/bomb': (_, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(8_000_000))),
  '/br-bomb': (_, response) =>
    response.setHeader('content-encoding', 'br').end(brotliCompressSync(Buffer.alloc(8_000_000))),
  '/large': (_, response) => response.end(Buffer.alloc(100_001, 'x')),
  '/endless': (_, response) => {
    const timer = setInterval(() => response.write('x'), 5);
    response.on('close', () => clearInterval(timer));
  },
  '/flood': (_, response) => {
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536, 'x')));
    };
    response.on('drain', more);
    more();
  },
  '/silent': () => {},
  '/early': (_, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('only this');
    setTimeout(() => response.destroy(), 5);
  },
  '/long-head': (_, response) => response.setHeader('x-long', 'x'.repeat(100_000)).end('ok'),
  '/moved': (_, response) => response.writeHead(302, { location: '/plain' }).end('elsewhere'),
  '/gone': (_, response) => response.writeHead(404).end('a long page that says so'),
  '/cookie': (_, response) => response.setHeader('set-cookie', 'a=b').end('ok'),
};

let server: http.Server;
let port = 0;
const sockets = new Set<Socket>();
const resolved: string[] = [];
let answers: readonly (readonly string[])[] = [];

beforeAll(async () => {
  server = http.createServer((request, response) => {
    const route = ROUTES[request.url ?? ''];
    if (route === undefined) response.writeHead(404).end();
    else route(request, response);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  ({ port } = server.address() as AddressInfo);
});

afterAll(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
});

/** The guard with one door to the server of this test. */
const policy: NetworkPolicy = {
  ...PUBLIC_ONLY,
  allows: (address, to) => (address === '127.0.0.1' && to === port) || PUBLIC_ONLY.allows(address, to),
  async resolve(host) {
    resolved.push(host);
    if (host === 'missing.example.org') throw Object.assign(new Error('no such host'), { code: 'ENOTFOUND' });
    if (host === 'later.example.org') throw Object.assign(new Error('try again'), { code: 'EAI_AGAIN' });
    const [first = ['127.0.0.1'], ...rest] = answers;
    answers = rest;
    return first.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  },
  timeout: 2000,
  most: 100_000,
};

const open = (address: string, more: Partial<NetworkPolicy> = {}, signal = new AbortController().signal) =>
  connectToWeb({ ...policy, ...more }).open(new URL(address), { 'user-agent': 'demandfit/0.0.0' }, signal);
const here = (path: string) => `http://pages.example.org:${port}${path}`;

async function textOf(path: string, more: Partial<NetworkPolicy> = {}): Promise<string> {
  const opened = await open(here(path), more);
  return opened.ok ? `${opened.answer.status} ${new TextDecoder().decode(opened.answer.body)}` : opened.reason;
}

describe('a public address', () => {
  it.each([
    ['8.8.8.8', true],
    ['2001:4860:4860::8888', true],
    ['127.0.0.1', false],
    ['127.8.9.1', false],
    ['0.0.0.0', false],
    ['10.1.2.3', false],
    ['172.16.0.1', false],
    ['192.168.1.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['192.0.2.1', false],
    ['198.18.0.1', false],
    ['224.0.0.1', false],
    ['240.0.0.1', false],
    ['255.255.255.255', false],
    ['::', false],
    ['::1', false],
    ['::7f00:1', false],
    ['::ffff:127.0.0.1', false],
    ['::ffff:7f00:1', false],
    ['::ffff:8.8.8.8', true],
    ['64:ff9b::7f00:1', false],
    ['2002:7f00:1::', false],
    ['2001::1', false],
    ['fe80::1', false],
    ['fec0::1', false],
    ['fd00:ec2::254', false],
    ['ff02::1', false],
    ['localhost', false],
    ['', false],
  ])('%s: %s', (address, is) => {
    expect(isPublicAddress(address)).toBe(is);
  });

  it.each([
    [80, true],
    [443, true],
    [22, false],
    [8080, false],
    [6379, false],
  ])('is reached on port %i: %s', (to, is) => {
    expect(PUBLIC_ONLY.allows('8.8.8.8', to)).toBe(is);
  });
});

describe('an address that is not public', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://0x7f000001/',
    'http://2130706433/',
    'http://0177.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::127.0.0.1]/',
    'http://[fd00:ec2::254]/latest/meta-data',
    'http://169.254.169.254/latest/meta-data',
    'https://8.8.8.8:8443/',
    'http://user:password@pages.example.org/',
    'ftp://pages.example.org/',
    'file:///etc/passwd',
    'data:text/plain,hello',
  ])('%s is not opened', async (address) => {
    resolved.length = 0;
    expect(await open(address)).toEqual({ ok: false, reason: 'not-public' });
    expect(resolved).toEqual([]);
  });

  it.each([
    ['a private address', ['10.0.0.7']],
    ['its own machine', ['127.0.0.2']],
    ['a public and a private address', ['8.8.8.8', '192.168.0.1']],
    ['a mapped address', ['::ffff:10.0.0.1']],
    ['nothing', []],
  ])('is not opened where a name leads to %s', async (_, addresses) => {
    answers = [addresses];
    expect(await open('https://rebound.example.org/')).toEqual({ ok: false, reason: 'not-public' });
  });

  it('is not reached by a name that leads elsewhere when it is asked for again', async () => {
    resolved.length = 0;
    answers = [['127.0.0.1'], ['10.0.0.7']];
    expect(await textOf('/plain')).toBe('200 from $2.65 per hour');
    expect(resolved).toEqual(['pages.example.org']);
    answers = [];
  });
});

describe('an answer', () => {
  it.each([
    ['/plain', '200 from $2.65 per hour'],
    ['/gzip', '200 packed'],
    ['/br', '200 packed'],
    ['/deflate', '200 packed'],
    ['/double', 'format'],
    ['/no-gzip', 'unreachable'],
    ['/bomb', 'too-large'],
    ['/br-bomb', 'too-large'],
    ['/large', 'too-large'],
    ['/flood', 'too-large'],
    ['/early', 'unreachable'],
    ['/long-head', 'unreachable'],
    ['/moved', '302 '],
    ['/gone', '404 '],
  ])('%s is %s', async (path, says) => {
    expect(await textOf(path)).toBe(says);
  });

  it.each(['/endless', '/silent'])('%s ends with the time', async (path) => {
    expect(await textOf(path, { timeout: 60 })).toBe('timeout');
  });

  it('does not wait longer than that for a name either', async () => {
    expect(await textOf('/plain', { timeout: 30, resolve: () => new Promise(() => {}) })).toBe('timeout');
  });

  it.each([
    ['http://missing.example.org/', 'no-host'],
    ['http://later.example.org/', 'unreachable'],
  ])('%s is %s', async (address, reason) => {
    expect(await open(address)).toEqual({ ok: false, reason });
  });

  it('has who asks in its request, and nothing else of this machine', async () => {
    const [, body = ''] = /^200 (.*)$/.exec(await textOf('/headers')) ?? [];
    expect(JSON.parse(body)).toEqual({
      host: `pages.example.org:${port}`,
      'user-agent': 'demandfit/0.0.0',
      connection: 'close',
    });
  });

  it('sets no cookie for the next request', async () => {
    await textOf('/cookie');
    expect(await textOf('/headers')).not.toContain('cookie');
  });

  it('ends at once where the run is interrupted', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error('stopped')), 20);
    await expect(open(here('/silent'), {}, stop.signal)).rejects.toThrow('stopped');
  });
});
