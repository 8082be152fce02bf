import ipaddr from 'ipaddr.js';
import { locateAddress } from '../score/own-hosts.ts';

/** Names that no public server has: RFC 6761, RFC 6762, RFC 8375, and those that ICANN keeps out of the root. */
const PRIVATE_NAME =
  /(?:^|\.)(?:localhost|local|internal|intranet|private|corp|home|lan|home\.arpa|test|example|invalid|onion)$/;

/** Hosts on which every first part of the path is somebody else's. */
const SHARED_HOSTS = new Set([
  'github.com',
  'githubusercontent.com',
  'gitlab.com',
  'huggingface.co',
  'medium.com',
  'x.com',
  'twitter.com',
  'linkedin.com',
  'youtube.com',
  'archive.org',
]);

/** The host of an address that only some can open; null for one that the public can. */
export function findPrivateHost(address: string): string | null {
  const { hostname, username } = new URL(address);
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (username !== '') return `${username}@${host}`;
  if (ipaddr.isValid(host)) return ipaddr.process(host).range() === 'unicast' ? null : host;
  return PRIVATE_NAME.test(host) || !host.includes('.') ? host : null;
}

/** Whose pages an address is among: a registered domain, with the first part of the path where owners share it. */
export function findOrigin(address: string): string {
  const place = locateAddress(address);
  if (place === null) return address;
  return SHARED_HOSTS.has(place.domain) ? `${place.domain}/${place.path.split('/')[0] ?? ''}` : place.domain;
}
