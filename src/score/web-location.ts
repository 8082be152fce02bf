import { parseFirstDay } from '../model/day.ts';
import type { HostRegister } from '../model/register.ts';
import { rememberByObject } from '../model/remember.ts';
import { isPublicHost } from './registrable-domain.ts';

/** Where a page lies, whoever keeps or passes on the copy that an address leads to. */
export interface WebLocation {
  readonly host: string;
  /** In lower case, without slashes at its ends. */
  readonly path: string;
  /** When the copy was made, as the address says: a day or a month; null for none. */
  readonly copied: string | null;
  /** True for a copy whose address does not say of what. */
  readonly isHidden: boolean;
  /** Where addresses that hold this one lie, none of which is known for passing pages on: each may show something of its own. */
  readonly through: readonly WebLocation[];
}

/** The parts of a path, without the ending of a file's name. */
export function splitPath(path: string): readonly string[] {
  return path
    .toLowerCase()
    .split('/')
    .map((part) => part.replace(/\.\w{2,5}$/, ''))
    .filter((part) => part !== '');
}

/** The entries of a list of hosts by the host that each names. */
type HostIndex = ReadonlyMap<string, readonly string[]>;

const indexHosts = rememberByObject((entries: readonly string[]): HostIndex => {
  const index = new Map<string, readonly string[]>();
  for (const entry of entries) {
    const [name = ''] = entry.split('/');
    index.set(name, [...(index.get(name) ?? []), entry]);
  }
  return index;
});

/** The entry of a list that names a host: itself, one above it, its beginning, or one of these with a part of the path; null for none. */
export function findHostEntry(
  { host, path }: Pick<WebLocation, 'host' | 'path'>,
  entries: readonly string[],
): string | null {
  const index = indexHosts(entries);
  const findNamed = (name: string) =>
    index
      .get(name)
      ?.find((entry) => !entry.includes('/') || path.split('/').includes(entry.slice(entry.indexOf('/') + 1)));
  for (let name = host, at = 0; at !== -1; name = name.slice(at + 1)) {
    const found = findNamed(name);
    if (found !== undefined) return found;
    at = name.indexOf('.');
  }
  return findNamed(`${host.split('.')[0]}.*`) ?? null;
}

function parseAddress(address: string): URL | null {
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(address)
    ? address
    : `https://${address.replace(/^(?:view-source:)?(?:https?:)?\/*/i, '')}`;
  return URL.canParse(whole) ? new URL(whole) : null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function beginsWithHost(text: string): boolean {
  const [host = ''] = text.split(/[/:?#]/);
  return host.includes('.') && isPublicHost(host.toLowerCase());
}

/** `acme--grid-io.translate.example` holds `acme-grid.io`. */
function readDashedHost({ hostname, pathname, search }: URL, hosts: HostRegister): string | null {
  const keeper = hosts.dashed_copies.find((entry) => hostname.endsWith(`.${entry}`));
  if (keeper === undefined) return null;
  const label = hostname.slice(0, -keeper.length - 1);
  const host = label.replace(/-+/g, (run) => '-'.repeat(run.length / 2) + '.'.repeat(run.length % 2));
  return beginsWithHost(host) ? `${host}${pathname}${search}` : null;
}

/** An address within a part of another one; in Base64 too, in which each address begins alike. */
function findAddress(part: string): string | null {
  const text = decode(decode(part)).replace(/aHR0c[\w+/=-]+/, (coded) => {
    const plain = coded.replace(/=+$/, '').replaceAll('-', '+').replaceAll('_', '/');
    return plain.length % 4 === 1 ? coded : atob(plain);
  });
  return /https?:\/{1,2}[^/\s].*$/i.exec(text)?.[0].replace(/^(https?):\/+/i, '$1://') ?? null;
}

/** The address that another holds in its path, its query or its fragment; without a scheme only where it is known for copies. */
function readHeldAddress(url: URL, isCopy: boolean): string | null {
  const inPath = findAddress(url.pathname);
  if (inPath !== null) return inPath + url.search;
  const values = [...(url.search === '' ? [] : url.searchParams.values()), url.hash];
  const inQuery = values.map(findAddress).find((value) => value !== null);
  if (inQuery !== undefined) return inQuery;
  if (!isCopy) return null;
  const bare = values
    .map((value) => value.trim().replace(/^[a-z]+:(?!\/)(?:[\w-]{12}:)?/i, ''))
    .find((value) => beginsWithHost(value));
  if (bare !== undefined) return bare;
  const parts = decode(url.pathname).split('/');
  const at = parts.findIndex(beginsWithHost);
  return at === -1 ? null : parts.slice(at).join('/') + url.search;
}

/** The day or month of a stamp such as `20210304120000` or `2021.03.04-120000` in the path of a copy. */
function readStamp({ pathname }: URL): string | null {
  const stamp = pathname.split('/').find((part) => /^(?:19|20)\d\d[\d.-]*(?:[a-z]{2}_)?$/.test(part));
  const digits = stamp?.replace(/\D/g, '') ?? '';
  const month = `${digits.slice(0, 4)}-${digits.slice(4, 6) || '01'}`;
  const date = digits.length >= 8 ? `${month}-${digits.slice(6, 8)}` : month;
  return parseFirstDay(date) === null ? null : date;
}

/** How many copies of copies are looked through. */
const MAX_COPIES = 6;

/** Where a web address leads; null for what is not one. */
export function locateAddress(address: string, hosts: HostRegister): WebLocation | null {
  let url = parseAddress(address.trim());
  let copied: string | null = null;
  const through: WebLocation[] = [];
  for (let depth = 0; url !== null; depth += 1) {
    const host = url.hostname.replace(/\.$/, '');
    const place = { host, path: url.pathname.toLowerCase().replace(/^\/+|(?<!\/)\/+$/g, '') };
    const isCopy = findHostEntry(place, hosts.copies) !== null;
    const held = readDashedHost(url, hosts) ?? readHeldAddress(url, isCopy);
    const next = held === null || depth === MAX_COPIES ? null : parseAddress(held);
    if (next === null) return host === '' ? null : { ...place, copied, isHidden: isCopy, through };
    if (!isCopy) through.push({ ...place, copied: null, isHidden: false, through: [] });
    const stamp = readStamp(url);
    if (stamp !== null && (copied === null || stamp < copied)) copied = stamp;
    url = next;
  }
  return null;
}
