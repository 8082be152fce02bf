declare function require(name: 'tldts'): typeof import('tldts');

let loaded: typeof import('tldts') | null = null;

/** An import would unpack the list at the start of every run, which takes a twentieth of a cold `score`, and a bundle copies what is required each time. */
function loadSuffixes(): typeof import('tldts') {
  loaded ??= require('tldts');
  return loaded;
}

/**
 * The part of a host that somebody registered: one label below the public suffix (https://publicsuffix.org), hosts of many
 * owners such as github.io included. null for an IP address, and for a host that is a public suffix itself or has one label.
 */
export function findRegistrableDomain(host: string): string | null {
  return loadSuffixes().getDomain(host, { allowPrivateDomains: true, extractHostname: false, validateHostname: false });
}

/** The label of a registered domain that its owner chose; null where there is no such domain. */
export function findDomainLabel(host: string): string | null {
  return findRegistrableDomain(host)?.split('.')[0] ?? null;
}

/** True for a host below a suffix that a company or a person lets (https://publicsuffix.org, its private part). */
export function isUnderPrivateSuffix(host: string): boolean {
  const { isPrivate, domain } = loadSuffixes().parse(host, {
    allowPrivateDomains: true,
    extractHostname: false,
    validateHostname: false,
  });
  return isPrivate === true && domain !== null;
}

/** True for a host under a suffix of the public domain name system. */
export function isPublicHost(host: string): boolean {
  const { isIcann, domain, isIp } = loadSuffixes().parse(host);
  return isIp === true || (isIcann === true && domain !== null);
}

/** The last two labels of a host. */
function cutLastLabels(host: string): string {
  return host.slice(host.lastIndexOf('.', host.lastIndexOf('.') - 1) + 1);
}

/** True for hosts of one owner: equal ones, and those of one registrable domain. */
export function haveSameOwner(host: string, other: string): boolean {
  if (host === other) return true;
  // A domain has two labels or more, so most pairs need no list.
  if (cutLastLabels(host) !== cutLastLabels(other)) return false;
  const domain = findRegistrableDomain(host);
  return domain !== null && domain === findRegistrableDomain(other);
}
