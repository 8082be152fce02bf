import { describe, expect, it } from 'vitest';
import { UNKNOWN_ANSWER } from '../../../src/model/description.ts';
import { describeText, HEAD, rubric, toldOf, validateText } from './read.ts';

describe('a sound description', () => {
  it('needs no more than name, summary and as_of', () => {
    expect(describeText(HEAD)).toMatchObject({
      name: 'Example',
      offer: null,
      summary: 'A network.',
      website: null,
      own_hosts: [],
      as_of: '2026-09-30',
      track: null,
      sources: [],
      answers: {},
      file: 'test.yaml',
    });
  });

  it('may name its schema for an editor, which changes nothing', () => {
    const named = describeText(`$schema: ./project.schema.json\n${HEAD}`);
    expect(JSON.stringify(named)).toBe(JSON.stringify(describeText(HEAD)));
  });

  it('has its sources by id and its dates as written', () => {
    const text = `${HEAD}sources:
  z: { title: Z, url: https://a.org, kind: docs, accessed: 2026-Q3 }
  a: { title: A, url: http://a.org, kind: law, published: 2026-06 }
  m: { title: M, url: https://a.org, kind: docs, not_before: 2026-05, accessed: 2026-06-20 }
`;
    expect(describeText(text).sources).toEqual([
      {
        id: 'a',
        title: 'A',
        url: 'http://a.org',
        file: null,
        archive: null,
        kind: 'law',
        published: '2026-06',
        not_before: null,
        accessed: null,
      },
      {
        id: 'm',
        title: 'M',
        url: 'https://a.org',
        file: null,
        archive: null,
        kind: 'docs',
        published: null,
        not_before: '2026-05',
        accessed: '2026-06-20',
      },
      {
        id: 'z',
        title: 'Z',
        url: 'https://a.org',
        file: null,
        archive: null,
        kind: 'docs',
        published: null,
        not_before: null,
        accessed: '2026-Q3',
      },
    ]);
  });

  it('loses the blanks around a text', () => {
    expect(describeText(HEAD.replace('Example', '"  Example "')).name).toBe('Example');
  });

  const support = { sources: [], disputed_by: [], note: null };

  it.each([
    ['unknown', UNKNOWN_ANSWER],
    ['{ answer: unknown, note: No table. }', { ...UNKNOWN_ANSWER, note: 'No table.' }],
    [
      '{ unknown: { searched: 2026-06-20, where: [docs] }, note: No table. }',
      { status: 'unknown', note: 'No table.', searched: '2026-06-20', where: ['docs'] },
    ],
    ['own-claim', { status: 'answered', value: { answer: 'own-claim', ...support } }],
    ['{ answer: own-claim }', { status: 'answered', value: { answer: 'own-claim', ...support } }],
    ['{ answer: own-claim, note: N }', { status: 'answered', value: { answer: 'own-claim', ...support, note: 'N' } }],
  ])('takes the answer %s', (answer, read) => {
    expect(describeText(`${HEAD}technical_edge:\n  proof: ${answer}\n`).answers).toEqual({ proof: read });
  });

  it.each(rubric.criteria)('takes unknown for $id, short and with a note', ({ dimension, id }) => {
    const read = (answer: string) => describeText(`${HEAD}${dimension}:\n  ${id}: ${answer}\n`).answers[id];
    expect(read('unknown')).toEqual(UNKNOWN_ANSWER);
    expect(read('{ answer: unknown, note: Not found. }')).toEqual({ ...UNKNOWN_ANSWER, note: 'Not found.' });
    const search = { searched: '2026-06-20', where: ['docs'] };
    expect(read(`{ unknown: ${JSON.stringify(search)} }`)).toEqual({ ...UNKNOWN_ANSWER, ...search });
  });

  it('keeps an empty list apart from no answer', () => {
    const text = `${HEAD}regulatory_pull:\n  duties: []\nlandmark_adoption: {}\n`;
    expect(describeText(text).answers).toEqual({ duties: { status: 'answered', value: [] } });
  });

  it('takes a fact of a customer that is left out, and one that is unknown, for null', () => {
    const text = `${HEAD}landmark_adoption:\n  customers: [{ name: A, paid: unknown, stage: unknown }]\n`;
    const facts = { outside_crypto: null, paid: null, stage: null };
    expect(describeText(text).answers['customers']).toMatchObject({ value: [{ name: 'A', ...facts }] });
  });

  it('says where its parts stand', () => {
    const { placeOf } = describeText(`${HEAD}technical_edge:\n  proof: { answer: own-claim, sources: [] }\n`);
    expect(placeOf('/technical_edge/proof')).toEqual({ line: 5, column: 3, endLine: 5, endColumn: 8 });
    expect(placeOf('/technical_edge/proof/answer')).toMatchObject({ line: 5, column: 12 });
    expect(placeOf('/as_of')).toMatchObject({ line: 3, column: 1 });
  });
});

describe('a description with many problems', () => {
  const text = `nmae: Example
summary: ""
as_of: 2026-02-30
track: storag
sources:
  s: { title: T, url: ftp://a.org, kind: dcs }
technical_edge:
  proof: { answer: own-claim, sources: [x, s, y] }
  urgency: pilots
  cost: { project: 1, alternative: aws-p5, unit: USD per TB-month, sources: [z] }
demand_maturity:
  revenue: -1
regulatory_pull:
  duties:
    - { regulation: gdpr, duty: art-1 }
landmark_adoption:
  customers: [{ paid: 1 }]
`;

  it('has all of them told in one pass, in the order of the file', () => {
    expect(toldOf(text).map(({ at, code }) => [...(at ?? []).slice(0, 2), code])).toEqual([
      [1, 1, 'schema/unknown-key'],
      [2, 10, 'schema/empty-value'],
      [3, 8, 'schema/not-accepted'],
      [4, 8, 'schema/not-an-option'],
      [6, 23, 'schema/bad-format'],
      [6, 42, 'schema/not-an-option'],
      [8, 41, 'reference/unknown-source'],
      [8, 47, 'reference/unknown-source'],
      [9, 3, 'schema/unknown-key'],
      [10, 50, 'unit/unlike'],
      [10, 78, 'reference/unknown-source'],
      [12, 12, 'schema/out-of-range'],
      [15, 33, 'reference/unknown-duty'],
      [17, 15, 'schema/missing-key'],
      [17, 23, 'schema/wrong-type'],
    ]);
  });

  it('says of each what, why and what to do, in the file as it was named', () => {
    const outcome = validateText(text);
    for (const problem of outcome.ok ? [] : outcome.problems) {
      expect(problem.file).toBe('test.yaml');
      for (const words of [problem.what, problem.why, problem.fix]) expect(words.trim()).not.toBe('');
    }
  });

  it('has the same told each time', () => {
    expect(validateText(text)).toEqual(validateText(text));
  });
});

describe('a reference', () => {
  it('declares its track', () => {
    expect(describeText(`${HEAD}reference: true\ntrack: compute\n`)).toMatchObject({
      reference: true,
      track: 'compute',
    });
    expect(toldOf(`${HEAD}reference: true\n`)).toMatchObject([{ at: [4, 12, 4, 16], code: 'reference/no-track' }]);
  });
});

describe('a source without an address', () => {
  const sources = (entry: string) => `${HEAD}sources:\n  s: ${entry}\n`;

  it('is a file, or something with a date', () => {
    expect(describeText(sources('{ title: T, file: room/deck.pdf, kind: statement }')).sources).toMatchObject([
      { url: null, file: 'room/deck.pdf' },
    ]);
    expect(describeText(sources('{ title: Call, kind: statement, published: 2026-11-18 }')).sources).toMatchObject([
      { url: null, file: null, published: '2026-11-18' },
    ]);
  });

  it('has one of the three', () => {
    expect(() => describeText(sources('{ title: T, kind: statement }'))).toThrow(
      /without `url`, `file` or `published`/,
    );
    expect(() => describeText(sources('{ title: T, file: "https://a.org", kind: docs }'))).toThrow(
      /not the path of a file/,
    );
  });
});

describe('a citation', () => {
  it('is an id, or an id with the words that it rests on', () => {
    const text = `${HEAD}sources:
  s: { title: S, url: https://a.org, kind: docs }
technical_edge:
  proof: { answer: own-claim, sources: [s, { id: s, quote: "from $2 per hour", page: 4 }], disputed_by: [{ id: s, quote: at cost, prefix: sold, suffix: only }] }
`;
    const none = { quote: null, prefix: null, suffix: null, page: null };
    expect(describeText(text).answers['proof']).toMatchObject({
      value: {
        sources: [
          { id: 's', ...none },
          { id: 's', ...none, quote: 'from $2 per hour', page: 4 },
        ],
        disputed_by: [{ id: 's', quote: 'at cost', prefix: 'sold', suffix: 'only', page: null }],
      },
    });
  });
});
