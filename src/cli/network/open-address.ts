import { lookup } from 'node:dns/promises';
import * as http from 'node:http';
import * as https from 'node:https';
import { isIP } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import ipaddr from 'ipaddr.js';
import { getErrorCode } from '../../input/text/read-text.ts';
import type { Opened, Web } from '../../sources/web.ts';

/** An address of a host, as a connection takes it. */
export interface HostAddress {
  readonly address: string;
  readonly family: number;
}

/** Which addresses a request may reach, and how names lead to them. Only tests have another than `PUBLIC_ONLY`. */
export interface NetworkPolicy {
  /** Every address of a name. @throws an error with the system's code. */
  resolve(host: string): Promise<readonly HostAddress[]>;
  allows(address: string, port: number): boolean;
  /** Milliseconds for a whole answer. */
  readonly timeout: number;
  /** Bytes of an answer, packed or unpacked. */
  readonly most: number;
}

/** True for an address that the public can reach. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  // Outside of 2000::/3 nothing is assigned to the public, such as `::127.0.0.1`.
  const isGlobal = parsed.kind() === 'ipv4' || ((parsed.toByteArray()[0] ?? 0) & 0xe0) === 0x20;
  return isGlobal && parsed.range() === 'unicast';
}

export const PUBLIC_ONLY: NetworkPolicy = {
  resolve: (host) => lookup(host, { all: true }),
  allows: (address, port) => isPublicAddress(address) && (port === 80 || port === 443),
  timeout: 15_000,
  most: 5 * 1024 * 1024,
};

const DECODERS = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
} as const;

class TooLargeError extends Error {}

/** Passes pieces on until there are too many bytes. */
async function* limitBytes(pieces: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const piece of pieces) {
    total += piece.length;
    if (total > most) throw new TooLargeError();
    yield piece;
  }
}

async function readBody(response: http.IncomingMessage, most: number): Promise<Uint8Array | 'format'> {
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding !== 'identity' && !Object.hasOwn(DECODERS, encoding)) return 'format';
  const limit = (pieces: AsyncIterable<Uint8Array>) => limitBytes(pieces, most);
  const parts: Uint8Array[] = [];
  const keep = async (pieces: AsyncIterable<Uint8Array>) => {
    for await (const piece of limit(pieces)) parts.push(piece);
  };
  if (encoding === 'identity') await pipeline(response, keep);
  else await pipeline(response, limit, DECODERS[encoding as keyof typeof DECODERS](), keep);
  return Buffer.concat(parts);
}

/** The host of an address without brackets, and its port. */
function splitHost({ hostname, port, protocol }: URL): { readonly host: string; readonly port: number } {
  const usual = protocol === 'https:' ? 443 : 80;
  return { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? usual : Number(port) };
}

/** The checked addresses of a host: a name is resolved once, and the connection goes to what was checked. */
async function findAddresses(url: URL, policy: NetworkPolicy): Promise<readonly HostAddress[]> {
  const { host, port } = splitHost(url);
  const family = isIP(host);
  const found = family === 0 ? await policy.resolve(host) : [{ address: host, family }];
  return found.every(({ address }) => policy.allows(address, port)) ? found : [];
}

function request(
  url: URL,
  addresses: readonly HostAddress[],
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<http.IncomingMessage> {
  const { host, port } = splitHost(url);
  const isSecure = url.protocol === 'https:';
  return new Promise((resolve, reject) => {
    const sent = (isSecure ? https : http).request({
      host,
      port,
      path: `${url.pathname}${url.search}`,
      headers: { host: url.host, ...headers },
      // A connection of its own: none is kept, and no proxy of the environment is asked.
      agent: false,
      signal,
      lookup: (_name, { all = false }, callback) => {
        const [first] = addresses;
        if (all)
          callback(
            null,
            addresses.map((entry) => ({ ...entry })),
          );
        else callback(null, first?.address ?? '', first?.family);
      },
    });
    sent.once('response', resolve).once('error', reject).end();
  });
}

const NO_HOST = ['ENOTFOUND', 'EAI_NONAME', 'EAI_NODATA'];

async function openAddress(
  url: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
  policy: NetworkPolicy,
): Promise<Opened> {
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return { ok: false, reason: 'not-public' };
  const late = AbortSignal.timeout(policy.timeout);
  const ended = AbortSignal.any([signal, late]);
  const interrupted = new Promise<never>((_, reject) => {
    ended.addEventListener('abort', () => reject(ended.reason), { once: true });
  });
  const answered = async (): Promise<Opened> => {
    const addresses = await findAddresses(url, policy);
    if (addresses.length === 0) return { ok: false, reason: 'not-public' };
    const response = await request(url, addresses, headers, ended);
    const status = response.statusCode ?? 0;
    const named = Object.entries(response.headers).map(([name, value]) => [name, String(value)] as const);
    const isRead = status >= 200 && status < 300;
    const body = isRead ? await readBody(response, policy.most) : new Uint8Array();
    if (!isRead) response.destroy();
    if (body === 'format') return { ok: false, reason: 'format' };
    return { ok: true, answer: { status, headers: Object.fromEntries(named), body } };
  };
  try {
    return await Promise.race([answered(), interrupted]);
  } catch (error) {
    signal.throwIfAborted();
    if (late.aborted) return { ok: false, reason: 'timeout' };
    if (error instanceof TooLargeError) return { ok: false, reason: 'too-large' };
    return { ok: false, reason: NO_HOST.includes(getErrorCode(error)) ? 'no-host' : 'unreachable' };
  }
}

/** The network, for `demandfit sources --refresh` alone. */
export function connectToWeb(policy: NetworkPolicy = PUBLIC_ONLY): Web {
  return {
    open: (url, headers, signal) => openAddress(url, headers, signal, policy),
    wait: async (milliseconds, signal) => {
      await wait(milliseconds, undefined, { signal });
    },
    now: () => Date.now(),
  };
}
