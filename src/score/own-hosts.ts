import type { Description } from '../model/description.ts';
import type { HostRegister } from '../model/register.ts';
import { haveSameOwner } from './registrable-domain.ts';

/** A host with the path on it. */
export interface WebLocation {
  readonly host: string;
  readonly path: string;
}

/** The address of a page that an archive may keep: its own behind a date and such. */
const ARCHIVED = /^https?:\/\/([^/]+)\/(?:[^/]+\/){0,2}(https?:\/\/.+)$/i;

/** The address that one in an archive keeps; any other as it is. */
function unwrapArchived(address: string, { archives }: HostRegister): string {
  const [, host = '', kept] = ARCHIVED.exec(address) ?? [];
  return kept !== undefined && archives.includes(host.toLowerCase()) ? kept : address;
}

/** Where a web address lies; its path is in lower case, without slashes at its ends. null for what is not an address. */
export function locateAddress(address: string, hosts: HostRegister): WebLocation | null {
  const kept = unwrapArchived(address.trim(), hosts);
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(kept) ? kept : `https://${kept}`;
  if (!URL.canParse(whole)) return null;
  const { hostname, pathname } = new URL(whole);
  const host = hostname.replace(/\.$/, '');
  return host === '' ? null : { host, path: pathname.toLowerCase().replace(/^\/+|\/+$/g, '') };
}

/** What the project controls: its website's host, whatever page of it is named, and further hosts, narrowed by a path. */
export function listOwnLocations(
  description: Pick<Description, 'website' | 'own_hosts'>,
  hosts: HostRegister,
): readonly WebLocation[] {
  const site = description.website === null ? null : locateAddress(description.website, hosts);
  const further = description.own_hosts.map((address) => locateAddress(address, hosts));
  return [site === null ? null : { ...site, path: '' }, ...further].filter((place) => place !== null);
}

/** True when `url` lies on the registrable domain of `own` (`app.` and `docs.` have one owner), and under its path where it has one. */
export function isAtLocation(url: string, own: WebLocation, hosts: HostRegister): boolean {
  const place = locateAddress(url, hosts);
  if (place === null || !haveSameOwner(place.host, own.host)) return false;
  return own.path === '' || place.path === own.path || place.path.startsWith(`${own.path}/`);
}
