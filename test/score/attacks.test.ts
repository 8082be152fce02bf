import { describe, expect, it } from 'vitest';
import { getRule } from '../../src/check/rules/registry.ts';
import { type Answer, cite, type Description, type Source } from '../../src/model/description.ts';
import { toNumber } from '../../src/model/rational.ts';
import type { Criterion, Track } from '../../src/model/rubric.ts';
import { createSourceReader } from '../../src/score/evidence.ts';
import { collectFindings } from '../../src/score/findings.ts';
import { findMainOwner } from '../../src/score/main-owner.ts';
import { scoreOnTrack } from '../../src/score/score-on-track.ts';
import { shippedRubric } from '../support/rubric.ts';

// Labels that lie about a document, and addresses that lie about its owner, tried over kinds, hosts and criteria. The facts
// are held: what an attack may reach is what the same pages carry when they are called what they are, statements.

const rubric = shippedRubric();
const KINDS = rubric.evidence.kinds.map(({ id }) => id);
const OTHER_HAND = rubric.evidence.kinds.filter(({ other_hand }) => other_hand).map(({ id }) => id);

/** Points that an attack may gain untold. */
const TOLERANCE = 2;

const track = rubric.tracks.find(({ id }) => id === 'compute') as Track;

const AS_OF = '2026-11-20';

function source(id: string, url: string, kind: string, more: Partial<Source> = {}): Source {
  return { id, title: 'Our customers', url, kind, published: '2026-09-01', accessed: null, ...more };
}

/** The best answer on a criterion, whatever it takes. */
function answerBest({ kind, levels, maximum }: Criterion, sources: readonly string[]): unknown {
  const support = { sources: sources.map(cite), disputed_by: [], note: null };
  const top = levels[4];
  switch (kind) {
    case 'choice':
      return { answer: top?.option, ...support };
    case 'number':
      return { answer: Math.min((top?.at_least ?? 0) * 1.4, maximum ?? Number.POSITIVE_INFINITY), ...support };
    case 'customers':
      return ['Hospital', 'Railway', 'Publisher'].map((name) => ({
        name,
        outside_crypto: true,
        stage: 'production',
        paid: true,
        ...support,
      }));
    case 'duties':
      return [{ regulation: 'eu-data-act', duty: 'switching', ...support }];
    case 'comparison':
      return {
        project: 0.5,
        alternative: 'vast-ai-median',
        unit: 'USD per H100-hour',
        better: 'lower',
        workload: 'h100-rental',
        service_class: null,
        class_sources: [],
        ...support,
      };
    default:
      throw new Error(`no best answer of kind ${kind}`);
  }
}

/** Strong claims: the best answer on every criterion, each with the sources that `citesOn` gives it. */
function claimAll(
  sources: readonly Source[],
  more: Partial<Description> = {},
  citesOn: (criterion: Criterion) => readonly string[] = () => sources.map(({ id }) => id),
): Description {
  return {
    name: 'AcmeGrid',
    offer: 'On-demand H100 rental',
    summary: 'A decentralised network that rents out idle GPUs by the hour for AI training.',
    website: 'https://acmegrid.io',
    own_hosts: [],
    as_of: AS_OF,
    track: 'compute',
    reference: false,
    sources,
    answers: Object.fromEntries(
      rubric.criteria.map((criterion): [string, Answer] => [
        criterion.id,
        { status: 'answered', value: answerBest(criterion, citesOn(criterion)) },
      ]),
    ),
    file: null,
    placeOf: () => null,
    ...more,
  };
}

const indexes = new Map<string, number>();

/** The supported index before gates, as a cap hides what an attack gains elsewhere; computed once for sources that are judged alike. */
function indexOf(description: Description): number {
  const read = createSourceReader(description, rubric);
  const facts = description.sources.map((one) => {
    const {
      source: { id, kind },
      rank,
      owner,
      date,
    } = read(one);
    return [id, kind, rank, owner, date];
  });
  const key = JSON.stringify([facts, Object.values(description.answers)]);
  const index = indexes.get(key) ?? toNumber(scoreOnTrack(description, rubric, track, AS_OF).uncapped.supported);
  indexes.set(key, index);
  return index;
}

/** The errors that a check reports of the sources. */
function listErrors(description: Description): readonly string[] {
  const score = scoreOnTrack(description, rubric, track, AS_OF);
  const more = findMainOwner(description, rubric, score, AS_OF);
  const found = collectFindings(description, rubric, score.readings, more);
  return found.map(({ id }) => id).filter((id) => getRule(id).severity === 'error');
}

interface Attack {
  readonly what: string;
  readonly description: Description;
  /** What the same comes to when it is honest; left out for the same pages called statements. */
  readonly honest?: number;
}

function honestIndexOf({ description, honest }: Attack): number {
  const sources = description.sources.map((one) => ({ ...one, kind: 'statement' }));
  return honest ?? indexOf({ ...description, sources });
}

/** The attacks that gain points untold, as lines of a table, the highest index first. */
function listWon(attacks: readonly Attack[]): readonly string[] {
  return attacks
    .map((attack) => ({ ...attack, index: indexOf(attack.description), honest: honestIndexOf(attack) }))
    .filter(({ index, honest }) => index > honest + TOLERANCE)
    .filter(({ description }) => listErrors(description).length === 0)
    .sort((a, b) => b.index - a.index || (a.what < b.what ? -1 : 1))
    .map(({ what, index, honest }) => `${index.toFixed(1)} (honest ${honest.toFixed(1)}): ${what}`);
}

/** Pages that are the project's own, or that nobody can tell from them. */
const OWN_PAGES = [
  'https://acmegrid.io/customers',
  'https://blog.acmegrid.io/customers',
  'https://medium.com/@acmegrid/customers',
  'https://medium.com/acmegrid/customers',
  'https://acmegrid.medium.com/customers',
  'https://acmegrid.substack.com/p/customers',
  'https://acmegrid.com/customers',
  'https://acmegrid.org/report',
  'https://acmegrid-research.org/report',
  'https://acmegridlabs.xyz/report',
  'https://getacmegrid.co/report',
  'https://github.com/acmegrid-labs/audits',
  'https://raw.githubusercontent.com/acmegrid/audits/main/report.md',
  'https://gist.github.com/acmegrid/1a2b',
  'https://acmegrid.github.io/audit',
  'https://acmegrid.vercel.app/audit',
  'https://acmegrid.netlify.app/audit',
  'https://acmegrid.pages.dev/audit',
  'https://acmegrid.gitbook.io/audit',
  'https://acmegrid.notion.site/audit',
  'https://mirror.xyz/acmegrid.eth/audit',
  'https://paragraph.com/@acmegrid/audit',
  'https://x.com/acmegrid/status/1',
  'https://www.linkedin.com/company/acmegrid/posts',
  'https://www.youtube.com/@acmegrid',
  'https://huggingface.co/acmegrid/bench',
  'https://web.archive.org/web/2026/acmegrid.io/customers',
  'https://web.archive.org/web/20260901000000/https://acmegrid.io/customers',
  ...['md', 'li', 'vn', 'fo', 'ph', 'is', 'today'].map((end) => `https://archive.${end}/2026/https://acmegrid.io/x`),
  'https://archive.ph/Ab3dE',
  'https://perma.cc/AB12-CD34',
  'https://arquivo.pt/wayback/20260901000000/https://acmegrid.io/x',
  'https://acmegrid-io.translate.goog/customers',
  'https://translate.google.com/translate?u=https://acmegrid.io/x',
  'https://webcache.googleusercontent.com/search?q=cache:acmegrid.io/x',
  'https://www.google.com/url?q=https://acmegrid.io/x',
  'https://r.jina.ai/https://acmegrid.io/x',
  'https://l.facebook.com/l.php?u=https%3A%2F%2Facmegrid.io%2Fx',
  'https://some.proxy.net/?url=https://acmegrid.io/x',
  'https://bit.ly/acmegrid',
  'https://ipfs.io/ipfs/QmAbc',
  'https://acmegrid.eth.limo/audit',
  'https://203.0.113.7/audit',
  'https://pastebin.com/Ab3dE',
  'https://telegra.ph/Audit-of-AcmeGrid-09-01',
  'https://docs.google.com/document/d/1aB/edit',
  'https://discord.gg/acmegrid',
  'https://acmegrid.zendesk.com/hc/en-us/articles/1',
  'https://dune.com/acmegrid/revenue',
  'https://some-network.org/@acmegrid/audit',
  'https://xcancel.com/acmegrid',
  'https://permagate.io/tx',
  // Hosts that no register has.
  'https://notes-for-all.com/@acmegrid/audit',
  'https://acme.grid.io/audit',
  'https://grid.acme.io/audit',
  // Names that a hurried reader takes for it.
  'https://acmegr1d.org/audit',
  'https://acrnegrid.org/audit',
  'https://acmegrd.org/audit',
  'https://amcegrid.org/audit',
  'https://acmegr\u00edd.org/audit',
  'https://\u0430cmegr\u0456d.org/audit',
  // Addresses that hold another one and belong to whoever shows the page.
  'https://acmegrid.io/r?url=https://gpu-lab.edu/audit',
  'https://acmegrid.io/https://gpu-lab.edu/audit',
  'https://acmegrid.vercel.app/go/https://gpu-lab.edu/audit',
  'https://web.archive.org/web/2026/https://acmegrid.io/r?url=https://gpu-lab.edu/audit',
  'https://bit.ly/x?next=https://gpu-lab.edu/audit',
  'https://gpu-lab.edu/open?next=https%3A%2F%2Facmegrid.io%2Faudit',
  'https://gpu-lab.edu/open?x=aHR0cHM6Ly9hY21lZ3JpZC5pby9hdWRpdA',
  'https://gpu-lab.edu/view#https://acmegrid.io/audit',
  'https://gateway-of-somebody.org/ipfs/QmAbc/audit.html',
  'https:/acmegrid.io/audit',
  'view-source:https://acmegrid.io/audit',
];

/** Pages that anybody puts up under a name of their choice. */
const ANYBODYS_PAGES = [
  'https://medium.com/@gpu-analyst/acmegrid',
  'https://gpu-analyst.substack.com/p/acmegrid',
  'https://gpu-analyst.github.io/acmegrid',
  'https://gpu-analyst.notion.site/acmegrid',
  'https://x.com/gpu_analyst/status/1',
  'https://gpu-analyst.vercel.app/acmegrid',
  'https://dev.to/gpu-analyst/acmegrid',
  'https://www.reddit.com/r/gpu/comments/1',
  'https://gpu-analyst.blogspot.com/2026/09/acmegrid.html',
  'https://gpu-analyst.com/blog/acmegrid',
  'https://gpu-analyst.com/acmegrid',
];

/** One document of the project's own, so that the website is where it lives. */
const ANCHOR = source('manual', 'https://docs.acmegrid.io/start', 'docs');

const DECLARED = ['medium.com/@acmegrid', 'github.com/acmegrid', 'acmegrid.github.io'];

/** What a project can show of itself: the best index that its own documents carry, each called what it is. */
const OWN_DOCUMENTS = indexOf(
  claimAll(
    [
      ANCHOR,
      source('prices', 'https://acmegrid.io/pricing', 'price-list'),
      source('terms', 'https://acmegrid.io/terms', 'contract'),
      source('node', 'https://github.com/acmegrid/node', 'code'),
      source('stats', 'https://stats.acmegrid.io', 'chain-data'),
      source('report', 'https://acmegrid.io/annual-report.pdf', 'filing'),
    ],
    { own_hosts: DECLARED },
  ),
);

describe('attacks on labels and addresses', () => {
  it('win nothing by calling one page something else, wherever it lies', () => {
    const settings = [
      { website: 'https://acmegrid.io', own_hosts: DECLARED },
      { website: 'https://acmegrid.io', own_hosts: [] },
      { website: 'https://elsewhere.org', own_hosts: [] },
      { website: 'https://github.com', own_hosts: [] },
      { website: null, own_hosts: [] },
    ];
    const attacks = [...OWN_PAGES, ...ANYBODYS_PAGES].flatMap((url) =>
      settings.flatMap((more) => {
        const callIt = (kind: string, anchor: Source = ANCHOR) =>
          claimAll([source('blog', url, kind), anchor], more, () => ['blog']);
        const plain = indexOf(callIt('statement', { ...ANCHOR, kind: 'statement' }));
        return KINDS.map((kind): Attack => {
          const what = `${kind} at ${url}, website ${more.website}, own hosts ${more.own_hosts.length}`;
          return { what, description: callIt(kind), honest: OTHER_HAND.includes(kind) ? plain : OWN_DOCUMENTS };
        });
      }),
    );
    expect(listWon(attacks)).toEqual([]);
  });

  it('win nothing by spreading the labels over pages that are the project’s own', () => {
    const attacks = [0, 1, 2, 3, 4, 5, 6, 7].map((offset): Attack => {
      const sources = OTHER_HAND.map((kind, at) =>
        source(kind, OWN_PAGES[(offset * 7 + at * 5) % OWN_PAGES.length] ?? '', kind),
      );
      return { what: `spread from ${offset}`, description: claimAll([...sources, ANCHOR], {}, () => OTHER_HAND) };
    });
    expect(listWon(attacks)).toEqual([]);
  });

  it('win nothing on a single criterion', () => {
    const honest = claimAll(
      [ANCHOR, source('blog', 'https://medium.com/@acmegrid/x', 'statement')],
      { own_hosts: DECLARED },
      () => ['blog'],
    );
    const plain = indexOf(honest);
    const attacks = rubric.criteria.flatMap((criterion) =>
      OTHER_HAND.flatMap((kind) =>
        OWN_PAGES.filter((_, at) => at % 9 === 0).map((url): Attack => {
          const value = answerBest(criterion, ['lie']);
          const answers = { ...honest.answers, [criterion.id]: { status: 'answered' as const, value } };
          const description = { ...honest, sources: [...honest.sources, source('lie', url, kind)], answers };
          return { what: `${criterion.id} by ${kind} at ${url}`, description, honest: plain };
        }),
      ),
    );
    expect(listWon(attacks)).toEqual([]);
  });

  it('win no band that speaks for the offer by one invented outsider, on however few answers', () => {
    const reached = OTHER_HAND.flatMap((kind) =>
      [rubric.criteria, [...rubric.criteria].reverse()].flatMap((criteria) =>
        criteria.map((_, last) => {
          const asked = criteria.slice(0, last + 1).map(({ id }) => id);
          const whole = claimAll([source('lab', 'https://gpu-analyst.com/acmegrid', kind), ANCHOR], {}, () => ['lab']);
          const answers = Object.fromEntries(Object.entries(whole.answers).filter(([id]) => asked.includes(id)));
          return { ...whole, answers };
        }),
      ),
    ).filter((description) => indexOf(description) >= rubric.hosts.one_witness_from);
    expect(reached.length).toBeGreaterThan(0);
    for (const description of reached) expect(listErrors(description)).toContain('source/one-witness');
  });

  it('win nothing by an invented date: a copy dates the page, and so does an address that shows a year', () => {
    const old = { published: null, accessed: '2021-03-04' };
    const read = (more: Partial<Source>) =>
      indexOf(
        claimAll([
          source('page', 'https://web.archive.org/web/20210304000000/https://docs.acmegrid.io/x', 'docs', more),
        ]),
      );
    const honest = read(old);
    expect(read({ published: null, accessed: AS_OF })).toBe(honest);
    expect(read({ published: AS_OF })).toBe(honest);
    expect(read({ published: null, accessed: AS_OF, not_before: AS_OF })).toBe(honest);
  });

  it('win nothing by the supplier’s word for a level that takes another hand', () => {
    const asked = rubric.criteria.filter(({ levels }) => levels.some(({ other_hand }) => other_hand));
    expect(asked.length).toBeGreaterThan(5);
    const description = claimAll([ANCHOR, source('node', 'https://github.com/acmegrid/node', 'code')]);
    const score = scoreOnTrack(description, rubric, track, AS_OF);
    const reached = score.readings.filter(
      ({ criterion, ...reading }) =>
        reading.status === 'answered' && criterion.levels[reading.levels.supported]?.other_hand === true,
    );
    expect(reached.map(({ criterion }) => criterion.id)).toEqual([]);
  });

  it('leave what a project says of itself under the bands that others have to confirm', () => {
    expect(OWN_DOCUMENTS).toBeLessThan(rubric.bands.at(-1)?.from ?? 0);
  });
});
