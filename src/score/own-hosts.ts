import type { Description } from '../model/description.ts';
import type { HostRegister, WebPlace } from '../model/register.ts';
import { rememberByPair } from '../model/remember.ts';
import { findDomainLabel, findRegistrableDomain, haveSameOwner, isUnderPrivateSuffix } from './registrable-domain.ts';
import { findHostEntry, locateAddress, splitPath, type WebLocation } from './web-location.ts';

/** The entry that names a location's host among the places where a page's owner is told as `owner` says; null for none. */
function findOwnerEntry(place: WebLocation, owner: WebPlace['owner'], { places }: HostRegister): string | null {
  for (const entry of places) {
    if (entry.owner !== owner) continue;
    const found = findHostEntry(place, entry.hosts);
    if (found !== null) return found;
    if (owner === 'hidden' && splitPath(place.path).some((part) => entry.paths.includes(part))) return place.host;
  }
  return null;
}

/** Whether a host has many owners, told apart by what stands before it or in the path. */
function isShared(place: WebLocation, hosts: HostRegister): boolean {
  return findOwnerEntry(place, 'path', hosts) !== null;
}

/** Whether a location is on a place of the register, by its host or its path. */
export function isOnPlace(place: WebLocation, id: string, hosts: HostRegister): boolean {
  const entry = hosts.places.find((one) => one.id === id);
  if (entry === undefined) return false;
  return (
    findHostEntry(place, entry.hosts) !== null ||
    splitPath(place.path).some((part) => entry.paths.includes(part)) ||
    (entry.private_suffixes &&
      hosts.places.every((one) => findHostEntry(place, one.hosts) === null) &&
      isUnderPrivateSuffix(place.host))
  );
}

/** The name of who has a page on a host of many owners: before the host, else the first in the path; null where none is told. */
function findHandle(place: WebLocation, entry: string, { passed_over }: HostRegister): string | null {
  const [name = ''] = entry.split('/');
  const labels = place.host.slice(0, -name.length).split('.').reverse();
  const parts = splitPath(place.path).map((part) => part.replace(/^[@~]/, '').replace(/@.*$/, ''));
  const isOwner = (part: string) =>
    part !== '' && !passed_over.includes(part) && !/^[a-z]{2}(?:-[a-z]{2,4})?$/.test(part);
  return labels.find(isOwner) ?? parts.find(isOwner) ?? null;
}

/** Whose page a location is: a registered domain, or `@name` on a host of many owners; null where its address does not tell. */
export function findOwner(place: WebLocation, hosts: HostRegister): string | null {
  if (place.isHidden || findOwnerEntry(place, 'hidden', hosts) !== null) return null;
  const entry = findOwnerEntry(place, 'path', hosts);
  if (entry === null) return findRegistrableDomain(place.host);
  const handle = findHandle(place, entry, hosts);
  return handle === null ? null : `@${handle}`;
}

/** True where a location is what `own` claims: its registered domain (`app.` and `docs.` have one owner), under its path where it has one; on a host of many owners all of that owner's. */
function isClaimedBy(place: WebLocation, own: WebLocation, hosts: HostRegister): boolean {
  if (!haveSameOwner(place.host, own.host)) return false;
  if (isShared(own, hosts)) return findOwner(place, hosts) === findOwner(own, hosts);
  return own.path === '' || place.path === own.path || place.path.startsWith(`${own.path}/`);
}

function normalize(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** True for nothing, and for words of a list one after the other. */
function isMadeOf(text: string, words: readonly string[]): boolean {
  return text === '' || words.some((word) => text.startsWith(word) && isMadeOf(text.slice(word.length), words));
}

/**
 * True where `name` reads as another name of whoever is called `mark`: the same, with affixes around it, or with anything around
 * it where the mark is long enough to be nobody else's. A mark of affixes alone is an ordinary word and has to be the whole name.
 */
function readsAs(
  name: string,
  mark: string,
  { name_affixes: affixes, distinctive_name: letters }: HostRegister,
): boolean {
  if (name === mark) return true;
  const at = name.indexOf(mark);
  if (at === -1 || isMadeOf(mark, affixes)) return false;
  if (mark.length >= letters) return true;
  return isMadeOf(name.slice(0, at), affixes) && isMadeOf(name.slice(at + mark.length), affixes);
}

/** The name by which a location's owner is known, empty on a reserved domain; null where its address does not tell. */
function findOwnerName(place: WebLocation, hosts: HostRegister): string | null {
  const owner = findOwner(place, hosts);
  if (owner === null) return null;
  if (hosts.reserved.includes(owner)) return '';
  return normalize(owner.startsWith('@') ? owner : (findDomainLabel(place.host) ?? owner));
}

/**
 * A domain's name with what stands before it, as in `acme.grid.example`. A name before a domain of somebody else's is none: whoever
 * reports on a project may call a host after it.
 */
function joinLabels({ host }: WebLocation): readonly string[] {
  const domain = findRegistrableDomain(host);
  const before = domain === null ? '' : host.slice(0, -domain.length - 1);
  const [label = ''] = domain?.split('.') ?? [];
  return before === '' ? [] : [before + label, label + before].map(normalize);
}

/** A name as a hurried reader takes it. */
function readSkeleton(name: string, { look_alikes }: HostRegister): string {
  return look_alikes.reduce((text, { seen, read }) => text.replaceAll(seen, read), name);
}

/** True where the first has the letters of the second in order, and leaves out at most `most` of them. */
function leavesOut(part: string, whole: string, most: number): boolean {
  let at = 0;
  for (const letter of whole) if (letter === part[at]) at += 1;
  return at === part.length && whole.length - part.length <= most;
}

/** True for a host's label that is the mark but for one letter, or but for letters of another alphabet (https://www.rfc-editor.org/rfc/rfc3492). */
function isNearly(label: string, mark: string): boolean {
  const plain = /^xn--(.+)-[a-z0-9]+$/.exec(label)?.[1];
  if (plain !== undefined) return leavesOut(normalize(plain), mark, mark.length / 2);
  const name = normalize(label);
  if (name.length !== mark.length) return leavesOut(name, mark, 1) || leavesOut(mark, name, 1);
  const at = Array.from(mark).findIndex((letter, i) => letter !== name[i]);
  const [before, behind] = [mark.slice(0, at), mark.slice(at + 1)];
  return (
    at !== -1 && (name === before + name[at] + behind || name === before + mark[at + 1] + mark[at] + behind.slice(1))
  );
}

/** The names that the project goes by: its own, without and with what it shares with other projects', and those of what it claims. */
function listMarks(name: string, claims: readonly WebLocation[], hosts: HostRegister): readonly string[] {
  const words = name.split(/[^\p{L}\p{N}]+/u).map(normalize);
  const telling = words.filter((word) => !hosts.name_affixes.includes(word));
  const named = claims.map((place) => findOwnerName(place, hosts));
  const marks = [telling.join(''), words.length > 1 ? words.join('') : '', ...named];
  return [...new Set(marks)].filter((mark) => mark !== null && mark.length > 1) as string[];
}

/** Whose a page is to a description: the project's as it says, the project's by its name, somebody else's, or nobody can tell. */
export type Ownership = (typeof OWNERSHIPS)[number];

/** From the one that is believed over all others. */
const OWNERSHIPS = ['own', 'looks-own', 'unknown', 'other'] as const;

/** What a description says of the addresses that are its project's. */
export interface OwnHosts {
  /** Where an address leads; null for what is not one. */
  locate(address: string): WebLocation | null;
  /** False where no source is on what the project claims: it is then not known where it lives. */
  readonly isRooted: boolean;
  judge(place: WebLocation | null): Ownership;
}

type HostClaims = Pick<Description, 'name' | 'website' | 'own_hosts' | 'sources'>;

/** What the project controls: its website's host, whatever page of it is named, and further hosts, narrowed by a path. */
export const readOwnHosts = rememberByPair(prepareOwnHosts);

function prepareOwnHosts({ name, website, own_hosts, sources }: HostClaims, hosts: HostRegister): OwnHosts {
  const places = new Map<string, WebLocation | null>();
  const locate = (address: string) => {
    const held = places.get(address);
    const place = held === undefined ? locateAddress(address, hosts) : held;
    places.set(address, place);
    return place;
  };
  const isNamed = (place: WebLocation | null): place is WebLocation =>
    place !== null && (!isShared(place, hosts) || findOwner(place, hosts) !== null);
  const site = website === null ? null : locate(website);
  const further = own_hosts.map(locate);
  const claims = [site === null ? null : { ...site, path: isShared(site, hosts) ? site.path : '' }, ...further].filter(
    isNamed,
  );
  const isClaimed = (place: WebLocation) => claims.some((own) => isClaimedBy(place, own, hosts));
  const isRooted = sources.some(({ url }) => {
    const place = url === null ? null : locate(url);
    return place !== null && isClaimed(place);
  });
  const marks = listMarks(name, claims, hosts);
  const long = marks.filter((mark) => mark.length >= hosts.distinctive_name);
  const isMark = (name: string) =>
    marks.some((mark) => readsAs(name, mark, hosts)) ||
    long.some((mark) => readSkeleton(name, hosts).includes(readSkeleton(mark, hosts)));
  const judge = (place: WebLocation): Ownership => {
    if (isClaimed(place)) return 'own';
    const owner = findOwnerName(place, hosts);
    if (owner === null) return 'unknown';
    const label = findDomainLabel(place.host) ?? '';
    const handles = splitPath(place.path).filter((part) => part.startsWith('@'));
    const isLike =
      [owner, ...handles.map(normalize)].some(isMark) ||
      joinLabels(place).some((name) => marks.includes(name)) ||
      long.some((mark) => isNearly(label, mark));
    if (isLike) return 'looks-own';
    return site !== null && isRooted ? 'other' : 'unknown';
  };
  return {
    locate,
    isRooted,
    judge(place) {
      const found: readonly Ownership[] = place === null ? [] : [place, ...place.through].map(judge);
      return OWNERSHIPS.find((one) => found.includes(one)) ?? 'unknown';
    },
  };
}
