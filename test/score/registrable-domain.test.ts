import fc from 'fast-check';
import { getDomain } from 'tldts';
import { describe, expect, it } from 'vitest';
import { findRegistrableDomain, haveSameOwner } from '../../src/score/registrable-domain.ts';

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
  });
});

const SUFFIXES = ['org', 'co.uk', 'github.io', 'ck', 'www.ck', 'kobe.jp', 'city.kobe.jp', 's3.amazonaws.com', 'none'];

/** Hosts of few labels, so that many pairs share some. */
const host = fc.oneof(
  fc
    .tuple(fc.array(fc.constantFrom('a', 'b'), { maxLength: 3 }), fc.constantFrom(...SUFFIXES))
    .map(([labels, suffix]) => [...labels, suffix].join('.')),
  fc.constantFrom('localhost', '10.0.0.1', '10.1.0.1', '[::1]'),
  fc.domain(),
);

describe('hosts of one owner', () => {
  it.each([
    ['example.org', 'docs.example.org', true],
    ['example.org', 'example.com', false],
    ['a.co.uk', 'b.co.uk', false],
    ['a.github.io', 'b.github.io', false],
    ['github.io', 'a.github.io', false],
    ['github.io', 'github.io', true],
    ['localhost', 'localhost', true],
    ['10.0.0.1', '10.1.0.1', false],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(haveSameOwner(one, other)).toBe(expected);
  });

  it('are those of which the whole list says so', () => {
    const ownerOf = (name: string) => getDomain(name, { allowPrivateDomains: true }) ?? name;
    fc.assert(
      fc.property(host, host, (one, other) => haveSameOwner(one, other) === (ownerOf(one) === ownerOf(other))),
      { numRuns: 5000 },
    );
  });
});
