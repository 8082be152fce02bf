import type { Description } from '../model/description.ts';
import { findRegistrableDomain } from './registrable-domain.ts';

/** A domain that somebody registered, or a part of a shared one, with the path where the project owns only that. */
export interface WebLocation {
  readonly domain: string;
  readonly path: string;
}

/** An address kept by an archive stands for the address that it keeps. */
const ARCHIVED = /^https?:\/\/(?:web\.)?archive\.(?:org|today|ph|is)\/(?:web\/)?(?:[^/]+\/)?(https?:\/\/.+)$/i;

/**
 * Where a web address lies: the domain under the public suffix (https://publicsuffix.org, hosts such as github.io
 * included), so that `app.` and `docs.` of one domain are one owner's. null for what is no address.
 */
export function locateAddress(address: string): WebLocation | null {
  const kept = ARCHIVED.exec(address.trim())?.[1] ?? address.trim();
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(kept) ? kept : `https://${kept}`;
  if (!URL.canParse(whole)) return null;
  const { hostname, pathname } = new URL(whole);
  const host = hostname.replace(/\.$/, '');
  const domain = findRegistrableDomain(host) ?? host;
  return domain === '' ? null : { domain, path: pathname.toLowerCase().replace(/^\/+|\/+$/g, '') };
}

/** What the project controls: the website's domain whatever page of it is named, and further hosts, narrowed by a path. */
export function listOwnLocations(description: Pick<Description, 'website' | 'own_hosts'>): readonly WebLocation[] {
  const site = description.website === null ? null : locateAddress(description.website);
  const further = description.own_hosts.map(locateAddress);
  return [site === null ? null : { ...site, path: '' }, ...further].filter((place) => place !== null);
}

/** True when `url` lies on the domain of `own`, and under its path where it has one. */
export function isAtLocation(url: string, own: WebLocation): boolean {
  const place = locateAddress(url);
  if (place === null || place.domain !== own.domain) return false;
  return own.path === '' || place.path === own.path || place.path.startsWith(`${own.path}/`);
}
