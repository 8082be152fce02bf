import list from './public-suffixes.json' with { type: 'json' };

/** The rules of the Public Suffix List, in order of their code units, each between spaces. */
const { rules } = list;

/** True where the list has the rule. A search by halves in one text: a set of 10,000 entries takes longer to make than all else here. */
function hasRule(rule: string): boolean {
  let [low, high] = [0, rules.length - 1];
  while (low < high) {
    const start = rules.lastIndexOf(' ', (low + high) >> 1) + 1;
    const end = rules.indexOf(' ', start);
    const found = rules.slice(start, end);
    if (found === rule) return true;
    if (found < rule) low = end;
    else high = start - 1;
  }
  return false;
}

/** How many labels of a host its public suffix has, by the algorithm of https://publicsuffix.org/list. */
function countSuffixLabels(labels: readonly string[]): number {
  for (let at = 0; at < labels.length; at += 1) {
    const [first = '', ...rest] = labels.slice(at);
    const parent = rest.join('.');
    const name = parent === '' ? first : `${first}.${parent}`;
    if (hasRule(`!${name}`)) return rest.length;
    if (hasRule(name) || hasRule(`*.${parent}`)) return rest.length + 1;
  }
  return 1;
}

/**
 * The part of a host that somebody registered: one label below the public suffix, hosts of many owners such as github.io
 * included. null for an IP address, and for a host that is a public suffix itself or has one label.
 */
export function findRegistrableDomain(host: string): string | null {
  if (/^[\d.]+$|[:[\]]/.test(host)) return null;
  const labels = host.split('.');
  const length = countSuffixLabels(labels) + 1;
  return length > labels.length ? null : labels.slice(-length).join('.');
}
