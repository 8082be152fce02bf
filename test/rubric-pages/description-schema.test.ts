import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { buildDescriptionJsonSchema } from '../../src/rubric-pages/description-schema.ts';
import { cappedRubric, HEAD, readText, rubric, validateText } from '../input/description/read.ts';

const schema = buildDescriptionJsonSchema(cappedRubric);
// `uri` is for editors; which addresses count is for the pattern and the program to say.
const ajv = new Ajv({ strict: true, strictTypes: false, formats: { uri: true } });
ajv.addVocabulary(['defaultSnippets', 'enumDescriptions', 'markdownEnumDescriptions']);
const fits = ajv.compile(schema);

const sources = 'sources:\n  s: { title: T, url: https://a.org, kind: docs }\n';
const edge = (answer: string) => `${HEAD}${sources}technical_edge:\n  proof: ${answer}\n`;
const cost = (answer: string) => `${HEAD}${sources}technical_edge:\n  cost: ${answer}\n`;
const customers = (answer: string) => `${HEAD}${sources}landmark_adoption:\n  customers: ${answer}\n`;
const duties = (answer: string) => `${HEAD}${sources}regulatory_pull:\n  duties: ${answer}\n`;
const revenue = (answer: string) => `${HEAD}${sources}demand_maturity:\n  revenue: ${answer}\n`;
const source = (fields: string) => `${HEAD}sources:\n  s: { ${fields} }\n`;

const good = [
  HEAD,
  `${HEAD}offer: O\nwebsite: https://a.org\nown_hosts: [b.org]\ntrack: compute\n`,
  `${HEAD}offer: null\ntrack: null\n`,
  source('title: T, url: http://a.org, kind: law, published: 2026-Q2, accessed: 2026-06'),
  edge('own-claim'),
  edge('unknown'),
  edge('{ answer: own-claim }'),
  edge('{ answer: unknown, note: N }'),
  edge('{ answer: own-claim, sources: [s], disputed_by: [s], note: N }'),
  revenue('0'),
  revenue('100'),
  revenue('{ answer: 55.5, sources: [s] }'),
  cost('{ project: 1, alternative: aws-p5, unit: USD per H100-hour }'),
  cost('{ project: 1, alternative: { name: A, value: 2, sources: [s] }, unit: u, better: lower, workload: null }'),
  customers('[]'),
  customers('[{ name: A }]'),
  customers('[{ name: A, outside_crypto: unknown, stage: pilot, paid: false, sources: [s] }]'),
  duties('[]'),
  duties('[{ regulation: gdpr, duty: art-25, sources: [s] }]'),
];

const bad = [
  'name: A\nsummary: S\n',
  'summary: S\nas_of: 2026-09-30\n',
  HEAD.replace('Example', '""'),
  HEAD.replace('Example', '3'),
  HEAD.replace('2026-09-30', '2026-Q3'),
  `${HEAD}nmae: A\n`,
  `${HEAD}continuity: restart\n`,
  `${HEAD}track: storag\n`,
  `${HEAD}own_hosts: a.org\n`,
  `${HEAD}own_hosts: [""]\n`,
  `${HEAD}sources: []\n`,
  `${HEAD}sources:\n  s: https://a.org\n`,
  source('title: T, url: https://a.org'),
  source('title: T, url: ftp://a.org, kind: docs'),
  source('title: "", url: https://a.org, kind: docs'),
  source('title: T, url: https://a.org, kind: dcs'),
  source('title: T, url: https://a.org, kind: docs, author: A'),
  source('title: T, url: https://a.org, kind: docs, published: yesterday'),
  `${HEAD}technical_edge: none\n`,
  `${HEAD}technical_edge:\n  urgency: pilots\n`,
  edge('own-clam'),
  edge('3'),
  edge('[own-claim]'),
  edge('{ sources: [s] }'),
  edge('{ answer: unknown, sources: [s] }'),
  edge('{ answer: own-claim, sources: s }'),
  edge('{ answer: own-claim, sorces: [s] }'),
  edge('{ answer: own-claim, note: 7 }'),
  revenue('-1'),
  revenue('101'),
  revenue('much'),
  cost('3'),
  cost('{ alternative: aws-p5, unit: USD per H100-hour }'),
  cost('{ project: 0, alternative: aws-p5, unit: USD per H100-hour }'),
  cost('{ project: 1, alternative: aws-p6, unit: USD per H100-hour }'),
  cost('{ project: 1, alternative: { name: A }, unit: u }'),
  cost('{ project: 1, alternative: aws-p5, unit: USD per H100-hour, better: higher }'),
  cost('{ project: 1, alternative: aws-p5, unit: USD per H100-hour, workload: h100 }'),
  customers('none'),
  customers('[A]'),
  customers('[{ paid: true }]'),
  customers('[{ name: A, paid: 1 }]'),
  customers('[{ name: A, stage: sold }]'),
  duties('[{ regulation: gdpr }]'),
  duties('[{ regulation: gdrp, duty: art-25 }]'),
];

/** What only the program can tell: other entries, the calendar, a text of blanks. */
const beyond = [
  HEAD.replace('Example', '" "'),
  HEAD.replace('09-30', '02-30'),
  source('title: T, url: https://a.org, kind: docs, accessed: 2026-13'),
  edge('{ answer: own-claim, sources: [t] }'),
  cost('{ project: 1, alternative: aws-p5, unit: USD per TB-month }'),
  duties('[{ regulation: gdpr, duty: art-26 }]'),
];

describe('the JSON Schema of a description', () => {
  it('is closed draft-07 and names the rubric', () => {
    expect(schema).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: 'demandfit description',
      description: expect.stringContaining(`${rubric.id} ${rubric.version}`),
      required: ['name', 'summary', 'as_of'],
      additionalProperties: false,
    });
  });

  it.each(good)('takes what the program takes: %j', (text) => {
    expect([validateText(text, cappedRubric).ok, fits(readText(text).value)]).toEqual([true, true]);
  });

  it.each(bad)('refuses what the program refuses: %j', (text) => {
    expect([validateText(text, cappedRubric).ok, fits(readText(text).value)]).toEqual([false, false]);
  });

  it.each(beyond)('leaves to the program: %j', (text) => {
    expect([validateText(text, cappedRubric).ok, fits(readText(text).value)]).toEqual([false, true]);
  });
});
