import { describe, expect, it } from 'vitest';
import { loadRubric } from '../../../../src/input/rubric/load-rubric.ts';
import { explainUnreadable } from '../../../../src/input/text/read-text.ts';
import { apply, broken, copyOfSet, expectTold, FILE, loadTexts, toldOf } from '../broken-set.ts';

const FIRST_WEIGHT = /(?<=^ {4}weight: )\d+$/m;
const firstWeight = Number(FIRST_WEIGHT.exec(copyOfSet().get(FILE.storage) ?? '')?.[0]);

describe('loading a set', () => {
  it('takes the unbroken copy', () => {
    expect(loadTexts(copyOfSet())).toMatchObject({ ok: true });
  });

  it('tells two breaks in two files in one pass', () => {
    const texts = copyOfSet();
    const [weight, cap] = [
      apply(texts, { file: FILE.storage, from: FIRST_WEIGHT, to: String(firstWeight + 1) }),
      apply(texts, { file: 'gates.yaml', from: /criterion: continuity/, to: 'criterion: continuety' }),
    ];
    const told = toldOf(texts);
    expect(told).toHaveLength(2);
    expect(told[0]).toMatchObject({ file: FILE.storage, what: expect.stringContaining('101') });
    expect(told[0]?.line).toBeLessThan(weight);
    expect(told[1]).toMatchObject({ file: 'gates.yaml', line: cap, suggestion: 'continuity' });
  });

  it('tells two broken shapes in two files in one pass', () => {
    const texts = copyOfSet();
    apply(texts, { file: FILE.storage, from: /^demand:/m, to: 'demnd:' });
    apply(texts, { file: 'units.yaml', from: /^units:/m, to: 'units: {' });
    expect(new Set(toldOf(texts).map(({ file }) => file))).toEqual(new Set([FILE.storage, 'units.yaml']));
  });
});

describe('what a verdict is held against', () => {
  it.each([
    ['marks that fall', 'marks: [0, 40, 65, 85, 100]', 'marks: [0, 65, 40, 85, 100]', /must not fall/],
    ['marks that end early', 'marks: [0, 40, 65, 85, 100]', 'marks: [0, 40, 65, 85, 90]', /from 0 to 100/],
    ['marks that are no whole points', 'marks: [0, 40, 65, 85, 100]', 'marks: [0, 40.3, 65, 85, 100]', /whole number/],
    ['no map of the index', 'same, marks: [0, 25,', 'same, marks: [0, 26,', /must be that of the index/],
    ['days that take less than hours', 'days: 24', 'days: 2', /must increase/],
  ])('tells %s', (_, from, to, what) => {
    const texts = copyOfSet();
    texts.set('rubric.yaml', (texts.get('rubric.yaml') ?? '').replace(from, to));
    expect(toldOf(texts)).toEqual([
      expect.objectContaining({ file: 'rubric.yaml', what: expect.stringMatching(what) }),
    ]);
  });
});

describe('the files of a set', () => {
  const needed = [...copyOfSet().keys()].filter(
    (name) => /^(?:classifier\/)?[a-z]+\.yaml$/.test(name) && name !== FILE.vectors,
  );
  it.each(needed)('tells that %s is missing', (name) => {
    const texts = copyOfSet();
    texts.delete(name);
    const missing = { file: name, line: null, what: 'this file of the rubric set is missing', suggestion: null };
    expect(toldOf(texts)).toEqual([missing]);
  });

  it('says how a missing file is had back', () => {
    const texts = copyOfSet();
    texts.delete('gates.yaml');
    const loaded = loadTexts(texts);
    expect(loaded).toMatchObject({ problems: [{ fix: expect.stringContaining('demandfit rubric copy') }] });
  });

  it('tells a folder that the system does not let be listed, and not that it is no part', () => {
    const refused = { ok: false as const, problems: [explainUnreadable('tracks', { code: 'EACCES' })] };
    const texts = copyOfSet();
    const loaded = loadRubric(
      {
        list: () => ['tracks', ...[...texts.keys()].filter((name) => !/^(?:tracks|\.\.)\//.test(name))],
        read: (name) =>
          name === 'tracks' ? refused : texts.has(name) ? { ok: true, value: texts.get(name) ?? '' } : null,
      },
      (name) => `mine/${name}`,
    );
    expect(loaded).toMatchObject({ ok: false, problems: [{ code: 'input/unreadable', file: 'mine/tracks' }] });
  });

  it('tells that the claims are missing, where they are named', () => {
    const texts = copyOfSet();
    texts.delete(FILE.claims);
    const line = (texts.get('rubric.yaml') ?? '').split('\n').findIndex((text) => text.startsWith('claims:')) + 1;
    expect(toldOf(texts)).toEqual([
      { file: 'rubric.yaml', line, what: expect.stringContaining(FILE.claims), suggestion: null },
    ]);
  });

  it('does without the vectors, which a set may leave out', () => {
    const texts = copyOfSet();
    texts.delete(FILE.vectors);
    expect(loadTexts(texts).ok).toBe(true);
  });

  it.each([
    broken('a verdict', FILE.vectors, /verdict: weak-fit/, 'verdict: weak-fitt', /no verdict `weak-fitt`/, {
      suggestion: 'weak-fit',
    }),
    broken('a cause', FILE.vectors, /cause: level-field/, 'cause: level-feild', /no diagnosis/, {
      suggestion: 'level-field',
    }),
    broken('an example', FILE.vectors, /example: giza/, 'example: x402', /duplicate example `x402`/),
    broken('a range', FILE.vectors, /index: \[38, 56\]/, 'index: [56, 38]', /ends below its start/),
    broken('a key', FILE.vectors, /reason: >-/, 'resaon: >-', /resaon/, { suggestion: 'reason' }),
  ])('tells what is wrong with the vectors: $name', expectTold);

  it.each([
    ['unit.yaml', 'units.yaml'],
    ['diagnosis.yaml', 'diagnoses.yaml'],
    ['tracks/storage.yml', null],
    ['track/storage.yaml', null],
    ['tracks/old/storage.yaml', null],
  ])('tells that %s is no part of a set', (name, suggestion) => {
    const stray = { file: name, line: null, what: expect.stringContaining(`\`${name}\``), suggestion };
    expect(toldOf(copyOfSet().set(name, ''))).toContainEqual(stray);
  });

  it('leaves prose and what is generated alone', () => {
    expect(loadTexts(copyOfSet().set('NOTES.md', '').set('tracks/more.schema.json', '')).ok).toBe(true);
  });

  it.each([
    ['tracks/store.yaml', FILE.storage],
    ['dimensions/edge.yaml', FILE.edge],
  ])('tells the id that does not fit the name %s', (name, was) => {
    const texts = copyOfSet();
    texts.set(name, texts.get(was) ?? '');
    texts.delete(was);
    const misnamed = { file: name, line: 1, what: expect.stringContaining(`file called ${was}`), suggestion: null };
    expect(toldOf(texts)).toEqual([misnamed]);
  });
});

describe('the shape of a file', () => {
  it.each([
    broken('YAML that cannot be read', 'gates.yaml', /^ {4}title: .*/m, '    title: a: b', /colon/),
    broken('an unknown key', FILE.storage, /^demand:/m, 'demnd:', /unknown key `demnd`/, { suggestion: 'demand' }),
    broken('a missing key', FILE.storage, /^demand: .*\n/m, '', /`demand` is missing/, { line: /^id:/m }),
    broken('an id in capitals', FILE.storage, /^id: storage/m, 'id: Storage', /`id` .*`Storage`/),
    broken('no claims', FILE.storage, /^claims: .*/m, 'claims: []', /at least 1/),
    broken('a version that is none', 'rubric.yaml', /^version: .*/m, 'version: "1"', /`version` .*`1`/),
    broken('a band above 100', 'rubric.yaml', /(?<=^ +from:) [1-9]\d*/m, ' 101', /at most 100/),
    broken('a band under 0', 'rubric.yaml', /(?<=^ +from:) 0/m, ' -1', /at least 0/),
    broken('a floor of coverage above 1', 'rubric.yaml', /^coverage_floor: .*/m, 'coverage_floor: 1.1', /at most 1/),
    broken('a floor of coverage under 0', 'rubric.yaml', /^coverage_floor: .*/m, 'coverage_floor: -0.1', /at least 0/),
    broken('a cap of a gate above 100', 'gates.yaml', /cap: \d+/, 'cap: 100.5', /at most 100/),
    broken('a cap of a gate under 0', 'gates.yaml', /cap: \d+/, 'cap: -1', /at least 0/),
    broken('four multiples for five eases', 'gates.yaml', /steps: .*/, 'steps: [4, 3, 2, 1.5]', /5 entries/),
    broken('a weight in parts', FILE.storage, /weight: \d+/, 'weight: 37.5', /whole number/),
    broken('a level 5', FILE.edge, /- level: 4/, '- level: 5', /invalid value `5`/),
    broken('a day that does not exist', 'regulations.yaml', /until: \S+/, 'until: 2026-02-30', /YYYY-MM-DD/),
    broken('an address without a scheme', FILE.claims, /- https:\/\/\S+/, '- www.htx.com', /web address/),
    broken('a signal that weighs nothing', FILE.storage, /weight: 5 }/, 'weight: 0 }', /must not be 0/),
  ])('tells $name', expectTold);
});

describe('an entry by itself', () => {
  const caps = (entry: string) => `caps: { ${entry} }\n    caps_reason: So.\n    $&`;

  it.each([
    broken('bands that do not rise', 'rubric.yaml', /(?<=^ +from:) [1-9]\d*/m, ' 100', /bands must rise/, {
      line: /(?<=id: conditional-fit\n.*\n) +from:/,
      fix: /begin above 100/,
    }),
    broken('bands that begin late', 'rubric.yaml', /(?<=^ +from:) 0/m, ' 1', /must begin at 0/, { fix: /`from: 0`/ }),
    broken('a cap that falls', 'evidence.yaml', /(id: checkable, .* cap:) 3/, '$1 1', /never fall/, {
      fix: /2 or more/,
    }),
    broken(
      'a best grade under 4',
      'evidence.yaml',
      /(id: independent, .* cap:) 4/,
      '$1 3',
      /caps of the grades must end at 4/,
      {
        fix: /`cap: 4`/,
      },
    ),
    broken('steps that do not fall', 'gates.yaml', /steps: .*/, 'steps: [10, 5, 5, 2, 1]', /5 follows 5/, {
      fix: /under 5 for ease level 2/,
    }),
    broken('levels out of order', FILE.edge, /- level: 4/, '- level: 3', /0, 1, 2, 3, 4/, { fix: /`level: 4`/ }),
    broken('thresholds that do not rise', FILE.edge, /at_least: 1\.75/, 'at_least: 3', /strictly harder/, {
      line: /(?<=at_least: 3\n(?:.*\n)+) +at_least: 3/,
      fix: /above 3/,
    }),
    broken('a threshold left out', FILE.edge, /(?<=- level: 2\n) +at_least: .*\n/, '', /each need an `at_least`/, {
      line: /- level: 2/,
      fix: /level 2 the least figure/,
    }),
    broken('an option twice', FILE.demand, /option: pilots/, 'option: explored', /same option, `explored`/, {
      fix: /level 1 or level 2/,
    }),
    broken('an option left out', FILE.demand, /^ +option: pilots\n/m, '', /needs an `option`/, {
      line: /- level: 2/,
      fix: /level 2 an `option`/,
    }),
    broken('an option `unknown`', FILE.demand, /option: pilots/, 'option: unknown', /called `unknown`/, {
      fix: /another name/,
    }),
    broken('at_least on a choice', FILE.demand, /option: pilots/, '$&\n        at_least: 2', /no `at_least`/, {
      line: /at_least: 2/,
    }),
    broken('at_least on customers', FILE.landmark, /- level: 1/, '$&\n        at_least: 2', /no `at_least`/, {
      line: /at_least: 2/,
    }),
    broken('at_least on duties', FILE.pull, /- level: 1/, '$&\n        at_least: 2', /no `at_least`/, {
      line: /at_least: 2/,
    }),
    broken('an option on a comparison', FILE.edge, /- level: 1/, '$&\n        option: dear', /no `option`/, {
      line: /option: dear/,
    }),
    broken('an option on customers', FILE.landmark, /- level: 1/, '$&\n        option: one', /no `option`/, {
      line: /option: one/,
    }),
    broken('a case left out', FILE.landmark, /pilot: 2, /, '', /`cases` with a level for each of .*`pilot`/, {
      line: /- id: customers/,
      fix: /Add a level for pilot/,
    }),
    broken('a case that the kind has not', FILE.pull, /ended: 0,/, '$& amended: 1,', /has no case `amended`/),
    broken('cases on a choice', FILE.demand, /^ {4}kind: choice/m, '$&\n    cases: { pilot: 2 }', /no case `pilot`/, {
      line: /cases:/,
      fix: /Remove `cases`/,
    }),
    broken('cases that fall', FILE.pull, /adopted: 2/, 'adopted: 0', /`adopted` is below `voluntary`/, {
      fix: /Write 1 or more/,
    }),
    broken('no count of customers', FILE.landmark, /^ {4}enough: 3\n/m, '', /needs `enough`/, {
      line: /- id: customers/,
    }),
    broken('a count of duties', FILE.pull, /^ {4}cases: /m, '    enough: 3\n$&', /takes no `enough`/),
    broken('points that fall', 'rubric.yaml', /^marks: .*/m, 'marks: [0, 50, 25, 75, 100]', /must not fall/),
    broken('points that no map has', 'rubric.yaml', /^marks: .*/m, 'marks: [0, 20, 50, 75, 100]', /that of the index/, {
      line: /mark_maps:/,
    }),
    broken('levels that are not apart', 'rubric.yaml', /levels_apart: 2/, 'levels_apart: 0', /at least 1/),
    broken(
      'a minimum above the maximum',
      FILE.demand,
      /minimum: 0\n {4}maximum: \d+/,
      'minimum: 101\n    maximum: 100',
      /above/,
    ),
    broken('a raised cap', FILE.edge, /effort:/, caps('press: 3'), /never raise it above 2/),
    broken('falling caps', FILE.edge, /effort:/, caps('checkable: 1'), /better grade/, {
      line: /caps: \{/,
      fix: /`press` to 1/,
    }),
    broken('caps without a reason', FILE.edge, /effort:/, 'caps: { checkable: 2 }\n    $&', /caps_reason/),
    broken('a term without a word', FILE.storage, /term: archive,/, 'term: "?!",', /contains no word/, {
      fix: /word of letters/,
    }),
    broken(
      'a concept without a word',
      'classifier/classifier.yaml',
      /(?<=pay: \[)pay,/,
      '"?",',
      /`\?` contains no word/,
    ),
    broken(
      'a text that stands twice',
      FILE.texts,
      /(?<=texts:\n)/,
      '  - Same text.\n  - same TEXT\n',
      /duplicate text/,
      {
        line: /same TEXT/,
      },
    ),
  ])('tells $name', expectTold);
});

describe('a track and its dimensions', () => {
  const weights = { line: /^weights:/m };

  it.each([
    broken('weights that sum to 99', FILE.storage, FIRST_WEIGHT, String(firstWeight - 1), /sum to 99/, {
      ...weights,
      fix: /^Add 1 to one of the weights/,
    }),
    broken('weights that sum to 102', FILE.storage, FIRST_WEIGHT, String(firstWeight + 2), /sum to 102/, {
      ...weights,
      fix: /^Take 2 from/,
    }),
    broken(
      'a missing weight',
      FILE.storage,
      / {2}switching_cost:(?:\n {4}.*)+\n/,
      '',
      /weight of `switching_c/,
      weights,
    ),
    broken('a dimension without a criterion', FILE.pull, /^ {4}weight: \d+/gm, '    weight: 0', /no criterion of/, {
      toldIn: FILE.storage,
      line: /^ {2}regulatory_pull:/m,
    }),
    broken('a deciding choice', FILE.storage, /criterion: cost/, 'criterion: urgency', /must be a comparison/),
    broken('a decision not asked here', FILE.edge, /^ {6}data-market: /m, '      storage: So.\n$&', /on this track/, {
      toldIn: FILE.storage,
      line: /criterion: cost/,
    }),
  ])('tells $name', expectTold);

  it.each([
    'name',
    'offer',
    'summary',
    'website',
    'own_hosts',
    'as_of',
    'track',
    'sources',
  ])('tells a dimension called %s, as every description has such a key', (id) => {
    const texts = copyOfSet();
    const name = `dimensions/${id}.yaml`;
    texts.set(name, (texts.get(FILE.edge) ?? '').replace('id: technical_edge', `id: ${id}`));
    texts.delete(FILE.edge);
    const what = `\`${id}\` is a key of every description already`;
    expect(toldOf(texts)).toContainEqual({ file: name, line: 1, what, suggestion: null });
  });
});

describe('the registers', () => {
  it.each([
    broken('an alternative for a choice', 'alternatives.yaml', /criterion: cost/, 'criterion: urgency', /nothing with/),
    broken('one against its criterion', 'alternatives.yaml', /better: lower/, 'better: higher', /of `cost`, lower/),
    broken(
      'one against its unit',
      'units.yaml',
      /USD per H100-hour }/,
      'USD per H100-hour, better: higher }',
      /of `USD/,
      {
        toldIn: 'alternatives.yaml',
        line: /better: lower/,
      },
    ),
    broken(
      'a unit against its base',
      'units.yaml',
      /(id: USD per H100-minute, .*times: 60)/,
      '$1, better: higher',
      /differ in `better`/,
    ),
    broken(
      'a base that converts',
      'units.yaml',
      /(H100-minute, base: USD per H100)-hour/,
      '$1-day',
      /has a base itself/,
    ),
    broken('a duty over before it began', 'regulations.yaml', /until: \S+/, 'until: 2001-01-01', /before its first/),
  ])('tells $name', expectTold);

  it('tells a pull that the means of its duty rule out', () => {
    const texts = copyOfSet();
    apply(texts, {
      file: 'regulations.yaml',
      from: /means: named-technique(?=\n.*\n.*The environment itself)/,
      to: 'means: ordinary',
    });
    const what = expect.stringContaining('level 3 is more than `duties` gives a duty with `means: ordinary`, 2');
    const told = toldOf(texts).filter(({ file }) => file === 'regulations.yaml');
    expect(told).toContainEqual(expect.objectContaining({ what }));
  });

  it('tells an alternative without a figure and without a note', () => {
    const texts = copyOfSet();
    const from = /figures:\n(?: {6}.*\n)+(?: {4}note: .*\n)?(?= {2}- id: )/;
    apply(texts, { file: 'alternatives.yaml', from, to: 'figures: []\n' });
    expect(toldOf(texts)).toContainEqual(
      expect.objectContaining({ file: 'alternatives.yaml', what: expect.stringContaining('has no figure') }),
    );
  });

  it('tells alternatives of one workload in two directions', () => {
    const texts = copyOfSet();
    apply(texts, { file: FILE.edge, from: /^ {4}better: lower\n/m, to: '' });
    const line = apply(texts, { file: 'alternatives.yaml', from: /better: lower/, to: 'better: higher' });
    const what = expect.stringContaining('the other direction');
    expect(toldOf(texts)).toContainEqual({ file: 'alternatives.yaml', line, what, suggestion: null });
  });
});
