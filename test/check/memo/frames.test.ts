import { describe, expect, it } from 'vitest';
import { findingsOf } from './memo-fixtures.ts';

const HEAD = `---
name: Corbel Vault
offer: Archive storage on disks of regional providers, by the terabyte
summary: Corbel stores archives on disks of independent regional providers and proves each day that they are still there.
website: https://corbel.example
as_of: 2026-11-01
track: storage
sources:
  list: { title: Prices noted by Larch Weekly, url: "https://larch.example.org/prices", kind: analytics, published: 2026-09 }
switching_cost:
  integration: { answer: new-interface, sources: [list] }
demand_maturity:
  revenue: { answer: 600000, sources: [list] }
landmark_adoption:
  customers:
    - { name: Museum of Tides, outside_crypto: true, stage: production, paid: true, sources: [list] }
---

`;

const found = (prose: string) => findingsOf(`${HEAD}${prose}\n`).map(({ id, subject }) => `${id.slice(5)} ${subject}`);

describe('what a frame ties to the offer, and no answer has', () => {
  it.each([
    ['Quillon', 'Quillon keeps its masters on these disks.'],
    ['Quillon', "Quillon's film team moved its reels into the archive in May."],
    ['Quillon', 'Quillon, one of the two large broadcasters, has switched over.'],
    ['Quillon', 'Since June Quillon has fed its scans into Corbel.'],
    ['Quillon', 'We serve Quillon.'],
    ['Quillon', 'Corbel now holds a contract with Quillon.'],
    ['Quillon', 'Museum of Tides doubled its order; so did Quillon.'],
    ['Quillon', 'On the client list: Quillon.'],
    ['Varga Labs', 'Quillon plus Varga Labs send their scans here.'],
    ['Nordeck', 'Nordeck has reviewed the storage twice.'],
  ])('is told of the name %s: %s', (name, prose) => {
    expect(
      found(prose)
        .filter((said) => !said.startsWith('not-read'))
        .join(),
    ).toContain(name);
  });

  it.each([
    ['Buyers spent $2.4M yearly at that pace.'],
    ['Corbel collects a million dollars a year.'],
    ['Some forty museums pay for it.'],
    ['Museum of Tides alone pays 90,000 USD a year.'],
    ['Revenue has tripled in a year.'],
    ['Ninety percent of the income comes from outside crypto.'],
  ])('is told of the figure: %s', (prose) => {
    expect(found(prose)).not.toEqual([]);
  });

  it.each([
    ['a place', 'Providers in Bergen keep the disks, and Museum of Tides uses it.'],
    ['a rival that is told of by itself', 'Quillon prices by difficulty.'],
    ['a study', 'Harbour Review surveyed 40 archives this autumn.'],
    ['a condition', 'If Quillon used it, much would change.'],
    ['a denial', 'Quillon does not use it.'],
    ['what a rival does', 'Rivals pay 18 USD an hour to those who scan.'],
    ['a cost of others', 'Archivists cost 60 USD an hour in Norway.'],
    ['its own customer', 'Museum of Tides keeps its scans here.'],
    ['its own revenue', 'Buyers spent $600,000 last year.'],
    ['people of a trade', 'Archivists use it.'],
  ])('says nothing of %s', (_, prose) => {
    expect(found(prose)).toEqual([]);
  });
});
