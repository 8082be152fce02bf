import ipaddr from 'ipaddr.js';
import type { RuleFinding } from '../../model/check.ts';
import type { Description } from '../../model/description.ts';
import { toPointer } from '../../model/pointer.ts';
import type { Report } from '../../model/report.ts';
import { locateAddress } from '../../score/own-hosts.ts';

/** Names that no public server has: RFC 6761, RFC 6762, RFC 8375, and those that ICANN keeps out of the root. */
const PRIVATE_NAME =
  /(?:^|\.)(?:localhost|local|internal|intranet|private|corp|home|lan|home\.arpa|test|example|invalid|onion)$/;

/** So many sources of one answer from one hand look like agreement. */
const SAME_ORIGIN_THRESHOLD = 3;

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
function findPrivateHost(address: string): string | null {
  const { hostname, username } = new URL(address);
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (username !== '') return `${username}@${host}`;
  if (ipaddr.isValid(host)) return ipaddr.process(host).range() === 'unicast' ? null : host;
  return PRIVATE_NAME.test(host) || !host.includes('.') ? host : null;
}

/** Whose pages an address is among: a registered domain, with the first part of the path where owners share it. */
function toOrigin(address: string): string {
  const place = locateAddress(address);
  if (place === null) return address;
  return SHARED_HOSTS.has(place.domain) ? `${place.domain}/${place.path.split('/')[0] ?? ''}` : place.domain;
}

function findNonPublicSources({ sources, placeOf: at }: Description): readonly RuleFinding[] {
  return sources.flatMap(({ id, url }): readonly RuleFinding[] => {
    const host = findPrivateHost(url);
    if (host === null) return [];
    return [{ id: 'source/not-public', subject: id, detail: { host }, at: at(toPointer(['sources', id])) }];
  });
}

function findSameOrigin(report: Report): readonly RuleFinding[] {
  return report.dimensions
    .flatMap(({ criteria }) => criteria)
    .flatMap((criterion): readonly RuleFinding[] => {
      if (criterion.status !== 'answered') return [];
      const counts = new Map<string, Set<string>>();
      for (const { id, url } of criterion.sources) {
        const origin = toOrigin(url);
        counts.set(origin, (counts.get(origin) ?? new Set()).add(id));
      }
      return [...counts].flatMap(([origin, ids]): readonly RuleFinding[] =>
        ids.size < SAME_ORIGIN_THRESHOLD
          ? []
          : [
              {
                id: 'source/same-origin',
                subject: criterion.id,
                detail: { origin, count: ids.size },
                at: criterion.at,
              },
            ],
      );
    });
}

/** What is wrong with where sources are found, whatever they say. */
export function checkSources(description: Description, report: Report): readonly RuleFinding[] {
  return [...findNonPublicSources(description), ...findSameOrigin(report)];
}
