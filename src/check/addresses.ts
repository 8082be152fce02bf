import ipaddr from 'ipaddr.js';
import type { HostRegister } from '../model/hosts.ts';
import { locateAddress } from '../score/own-hosts.ts';

/** The host of an address that only some can open; null for one that the public can. */
export function findPrivateHost(address: string, hosts: HostRegister): string | null {
  const { hostname, username } = new URL(address);
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (username !== '') return `${username}@${host}`;
  if (ipaddr.isValid(host)) return ipaddr.process(host).range() === 'unicast' ? null : host;
  const isPrivate = hosts.private.some((name) => host === name || host.endsWith(`.${name}`));
  return isPrivate || !host.includes('.') ? host : null;
}

/** Whose pages an address is among: a registered domain, with the first part of the path where owners share it. */
export function findOrigin(address: string, hosts: HostRegister): string {
  const place = locateAddress(address, hosts);
  if (place === null) return address;
  return hosts.shared.includes(place.domain) ? `${place.domain}/${place.path.split('/')[0] ?? ''}` : place.domain;
}
