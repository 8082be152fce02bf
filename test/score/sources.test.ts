import { describe, expect, it } from 'vitest';
import type { Description, Source } from '../../src/model/description.ts';
import { createSourceReader } from '../../src/score/evidence.ts';
import { findOwner, type Ownership, readOwnHosts } from '../../src/score/own-hosts.ts';
import { locateAddress } from '../../src/score/web-location.ts';
import { shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();
const { hosts } = rubric;

const own: Source = {
  id: 'own',
  title: 'Manual',
  url: 'https://docs.acmegrid.io/start',
  kind: 'docs',
  published: null,
  accessed: '2026-09-01',
};

const description: Description = {
  name: 'AcmeGrid Network',
  offer: null,
  summary: 'GPU rental.',
  website: 'https://www.acmegrid.io',
  own_hosts: ['github.com/acmegrid', 'medium.com/@acme_team'],
  as_of: '2026-11-20',
  track: 'compute',
  reference: false,
  sources: [own],
  answers: {},
  file: null,
  placeOf: () => null,
};

const judge = (url: string, more: Partial<Description> = {}): Ownership =>
  readOwnHosts({ ...description, ...more }, hosts).judge(locateAddress(url, hosts));

describe('an address', () => {
  it.each([
    ['https://web.archive.org/web/20210304120000/https://acmegrid.io/x', 'acmegrid.io', '2021-03-04'],
    ['https://web.archive.org/web/20210304120000id_/http://acmegrid.io/x', 'acmegrid.io', '2021-03-04'],
    ['https://web.archive.org/web/2026/acmegrid.io/x', 'acmegrid.io', '2026-01'],
    ['https://archive.md/2025.02.03-101112/https://acmegrid.io/x', 'acmegrid.io', '2025-02-03'],
    ['https://archive.fo/newest/https://acmegrid.io/x', 'acmegrid.io', null],
    ['https://arquivo.pt/wayback/20240101000000/https://acmegrid.io/', 'acmegrid.io', '2024-01-01'],
    ['https://acmegrid-io.translate.goog/x?_x_tr_sl=en', 'acmegrid.io', null],
    ['https://acme--grid-co-uk.translate.goog/x', 'acme-grid.co.uk', null],
    ['https://translate.google.com/translate?sl=en&u=https://acmegrid.io/x', 'acmegrid.io', null],
    ['https://webcache.googleusercontent.com/search?q=cache:acmegrid.io/x', 'acmegrid.io', null],
    ['https://webcache.googleusercontent.com/search?q=cache:AbCdEfGhIjKl:https://acmegrid.io/x', 'acmegrid.io', null],
    ['https://www.google.com/url?q=https%3A%2F%2Facmegrid.io%2Fx', 'acmegrid.io', null],
    ['https://r.jina.ai/https://acmegrid.io/x', 'acmegrid.io', null],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Facmegrid.io', 'acmegrid.io', null],
    ['https://any.reader.net/https://acmegrid.io/x', 'acmegrid.io', null],
    ['https://any.reader.net/go?url=https://acmegrid.io/x', 'acmegrid.io', null],
    ['https://r.jina.ai/https://web.archive.org/web/20220101/https://acmegrid.io/x', 'acmegrid.io', '2022-01-01'],
    ['https://docs.acmegrid.io/web/20220101/index.html', 'docs.acmegrid.io', null],
  ])('%s leads to %s, copied %s', (url, host, copied) => {
    expect(locateAddress(url, hosts)).toMatchObject({ host, copied, isHidden: false });
  });

  it.each([
    'https://archive.ph/Ab3dE',
    'https://perma.cc/AB12-CD34',
    'https://webcitation.org/6abc',
  ])('%s of a copy does not say of what', (url) => {
    expect(locateAddress(url, hosts)).toMatchObject({ isHidden: true });
  });

  it.each([
    ['https://github.com/orgs/acme/discussions/3', '@acme'],
    ['https://raw.githubusercontent.com/acme/x/main/a.csv', '@acme'],
    ['https://acme.medium.com/post-1', '@acme'],
    ['https://medium.com/@acme/post-1', '@acme'],
    ['https://acme.github.io/docs', '@acme'],
    ['https://www.linkedin.com/company/acme/posts', '@acme'],
    ['https://github.com', null],
    ['https://shop.acme.co.uk/x', 'acme.co.uk'],
    ['https://10.0.0.1/x', null],
    ['https://bit.ly/3abc', null],
    ['https://acme.eth.limo', null],
  ])('%s is the page of %s', (url, owner) => {
    const place = locateAddress(url, hosts);
    expect(place && findOwner(place, hosts)).toBe(owner);
  });
});

describe('the owner of a source', () => {
  it.each([
    ['https://acmegrid.io/x', 'own'],
    ['https://status.acmegrid.io', 'own'],
    ['https://github.com/orgs/acmegrid/x', 'own'],
    ['https://medium.com/@acme_team/x', 'own'],
    ['https://acmegrid.com', 'looks-own'],
    ['https://acmegrid-research.org', 'looks-own'],
    ['https://acmegrid.vercel.app', 'looks-own'],
    ['https://acmegrid.notion.site/x', 'looks-own'],
    ['https://medium.com/acmegrid/x', 'looks-own'],
    ['https://github.com/acmegrid-labs/x', 'looks-own'],
    ['https://raw.githubusercontent.com/acmegrid/x/main/a', 'looks-own'],
    ['https://gpu-lab.edu/acmegrid', 'other'],
    ['https://acmegrid.gpu-lab.edu/x', 'other'],
    ['https://github.com/somebody/acmegrid', 'other'],
    ['https://tinyurl.com/acmegrid', 'unknown'],
    ['https://ipfs.io/ipfs/Qm', 'unknown'],
  ] as const)('%s: %s', (url, owner) => {
    expect(judge(url)).toBe(owner);
  });

  it.each([
    ['Render Network', 'https://rendernetwork.com', 'https://surrender.org', 'other'],
    ['Render Network', 'https://rendernetwork.com', 'https://renderlabs.io', 'looks-own'],
    ['Render Network', 'https://rendernetwork.com', 'https://renderman.pixar.com', 'other'],
    ['Grass', 'https://grass.io', 'https://grassroots.org', 'other'],
    ['Grass', 'https://grass.io', 'https://grass-foundation.gitbook.io', 'looks-own'],
    ['Giza', 'https://gizatech.xyz', 'https://gizatourism.com', 'other'],
    ['Ocean Protocol', 'https://oceanprotocol.com', 'https://oceanservice.noaa.gov', 'other'],
    ['Ocean Protocol', 'https://oceanprotocol.com', 'https://github.com/oceanprotocol', 'looks-own'],
    ['x402', 'https://x402.org', 'https://x402stats.io', 'other'],
    ['The AI Network', 'https://theainetwork.xyz', 'https://openai.com', 'other'],
  ] as const)('for %s at %s, %s is %s: an ordinary word has to be the whole name', (name, website, url, owner) => {
    const manual = { ...own, url: website };
    expect(judge(url, { name, website, own_hosts: [], sources: [manual] })).toBe(owner);
  });

  it('can not be told where the description names no website, or one that no source is on', () => {
    expect(judge('https://gpu-lab.edu/x', { website: null })).toBe('unknown');
    expect(judge('https://gpu-lab.edu/x', { website: 'https://elsewhere.org' })).toBe('unknown');
    expect(judge('https://gpu-lab.edu/x', { website: 'https://github.com' })).toBe('unknown');
  });

  it('of a website on a host of many owners claims no more than its own part', () => {
    const hub = { website: 'https://github.com/acmegrid/node', own_hosts: [] };
    const sources = [{ ...own, url: 'https://github.com/acmegrid/docs' }];
    expect(judge('https://github.com/acmegrid/other', { ...hub, sources })).toBe('own');
    expect(judge('https://github.com/somebody/x', { ...hub, sources })).toBe('other');
  });
});

describe('a source', () => {
  const read = createSourceReader(description, rubric);
  const gradeOf = (source: Partial<Source>) => {
    const { rank, lowered } = read({ ...own, ...source });
    return [rubric.evidence.grades[rank]?.id, ...lowered];
  };

  it.each([
    ['audit', 'https://acmegrid.io/audit', ['statement', 'own-host']],
    ['press', 'https://acmegrid.io/coverage', ['statement', 'own-host']],
    ['docs', 'https://docs.acmegrid.io', ['checkable']],
    ['docs', 'https://acmegrid.io/blog/how', ['statement', 'kind-unlikely']],
    ['docs', 'https://blog.acmegrid.io/how', ['statement', 'kind-unlikely']],
    ['docs', 'https://somebody.medium.com/how', ['statement', 'kind-unlikely']],
    ['audit', 'https://x.com/somebody/status/1', ['statement', 'kind-unlikely']],
    ['audit', 'https://gpu-lab.edu/audit', ['independent']],
    ['audit', 'https://bit.ly/audit', ['statement', 'owner-hidden']],
    ['docs', 'https://bit.ly/docs', ['press', 'owner-hidden']],
    ['law', 'https://eur-lex.europa.eu/eli/reg/2024/1689/oj', ['independent']],
    ['law', 'https://law-firm.com/act', ['statement', 'kind-unlikely']],
    ['code', 'https://github.com/acmegrid/node', ['checkable']],
    ['code', 'https://acmegrid.io/code', ['statement', 'kind-unlikely']],
    ['chain-data', 'https://dune.com/somebody/acmegrid', ['checkable']],
    ['chain-data', 'https://acmegrid.io/customers', ['statement', 'kind-unlikely']],
    ['buyer-statement', 'https://hospital.org/blog/gpus', ['independent']],
    ['statement', 'https://bit.ly/x', ['statement']],
  ] as const)('of kind %s at %s counts as %s', (kind, url, [grade, ...lowered]) => {
    expect(gradeOf({ kind, url })).toEqual([grade, ...lowered]);
  });

  it('is as old as a copy of it, and no younger than what it reports', () => {
    const dateOf = (source: Partial<Source>) => read({ ...own, ...source }).date;
    const copy = 'https://web.archive.org/web/20210304000000/https://docs.acmegrid.io/start';
    expect(dateOf({ url: copy })).toBe('2021-03-04');
    expect(dateOf({ url: copy, published: '2026-05-01' })).toBe('2021-03-04');
    expect(dateOf({ kind: 'press', not_before: '2026-05' })).toBe('2026-05');
    expect(dateOf({ kind: 'press' })).toBeNull();
    expect(dateOf({ kind: 'press', accessed: null, not_before: '2026-05' })).toBeNull();
    expect(dateOf({ kind: 'press', accessed: '2026-04-01', not_before: '2026-05' })).toBeNull();
  });

  it.each([
    ['https://news.site.org/2021/03/04/grid', '2026-09', '2021-03-04'],
    ['https://news.site.org/2021/03/grid', '2022-01', null],
    ['https://news.site.org/forecast-for-2027', '2026-09', null],
    ['https://news.site.org/p/20210101abc', '2026-09', null],
  ])('at %s that is said to be of %s is contradicted by %s', (url, published, older) => {
    expect(read({ ...own, url, published }).olderDate).toBe(older);
  });
});
