import fc from 'fast-check';
import { getDomain } from 'tldts';
import { describe, expect, it } from 'vitest';
import list from '../../src/score/public-suffixes.json' with { type: 'json' };
import { findRegistrableDomain } from '../../src/score/registrable-domain.ts';

const rules = list.rules.trim().split(' ');

/** What the package that keeps the list says. */
const expected = (host: string) => getDomain(host, { allowPrivateDomains: true });

describe('the registrable domain', () => {
  it.each([
    ['docs.example.org', 'example.org'],
    ['example.co.uk', 'example.co.uk'],
    ['a.b.example.co.uk', 'example.co.uk'],
    ['team.github.io', 'team.github.io'],
    ['github.io', null],
    ['www.ck', 'www.ck'],
    ['shop.www.ck', 'www.ck'],
    ['a.b.ck', 'a.b.ck'],
    ['localhost', null],
    ['no.such-suffix', 'no.such-suffix'],
    ['10.0.0.1', null],
    ['[::1]', null],
  ])('of %s is %s', (host, domain) => {
    expect(findRegistrableDomain(host)).toBe(domain);
    expect(expected(host)).toBe(domain);
  });

  it('agrees with the package below, at and above every rule', () => {
    const hosts = rules.flatMap((rule) => {
      const name = rule.replace(/^[!]|^\*\./, '');
      return [name, `x.${name}`, `y.x.${name}`, `z.y.x.${name}`, `q${name}`];
    });
    expect(hosts.length).toBeGreaterThan(40_000);
    expect(hosts.filter((host) => findRegistrableDomain(host) !== expected(host))).toEqual([]);
  });

  it('agrees with it on any host', () => {
    fc.assert(
      fc.property(fc.domain(), (host) => findRegistrableDomain(host) === expected(host)),
      { numRuns: 1000 },
    );
  });
});
