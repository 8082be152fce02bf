import type { Criterion, Rubric } from '../../model/rubric.ts';

/** A stream of whole numbers that is the same for the same seed (xorshift32, Marsaglia 2003). */
function createRandom(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const SUMMARIES: readonly string[] = [
  'A marketplace on a chain where teams rent idle graphics cards of independent owners by the hour to train models.',
  'Files are encrypted, split and kept on the disks of many hosts, who are paid in tokens for each month they keep them.',
  'People sell the records of their own devices to teams that train models, and a contract splits what is paid.',
  'Each answer of a model comes with a short proof that this model and no other gave it, which a contract can check.',
  'Wallets with spending limits for software agents, so that they can sign and act on a chain without the main key.',
  'Software agents pay for each request to an interface in a stablecoin, settled over HTTP in under a second.',
];

const KINDS = ['price-list', 'docs', 'code', 'benchmark', 'press', 'statement'];

function generateSource(index: number, next: (below: number) => number): readonly string[] {
  return [
    `  source-${index}:`,
    `    title: Document number ${index} of the project`,
    `    url: https://${index % 3 === 0 ? 'docs.example.org' : `site-${index}.example.net`}/pages/${index}`,
    `    kind: ${KINDS[next(KINDS.length)]}`,
    `    published: 2026-0${1 + next(6)}-1${next(9)}`,
  ];
}

const SOURCES = 7;

function generateCitation(next: (below: number) => number): string {
  return `[source-${next(SOURCES)}, source-${next(SOURCES)}]`.replace(/\[(\S+), \1\]/, '[$1]');
}

function generateAnswer(criterion: Criterion, next: (below: number) => number): readonly string[] {
  const level = criterion.levels[next(5)];
  switch (criterion.kind) {
    case 'choice':
      return [
        `  ${criterion.id}:`,
        `    answer: ${level?.option}`,
        `    sources: ${generateCitation(next)}`,
        ...(next(3) === 0 ? ['    note: Found on one page, read twice.'] : []),
      ];
    case 'number':
      return [`  ${criterion.id}: { answer: ${10 + next(80)}, sources: ${generateCitation(next)} }`];
    case 'comparison':
      return [
        `  ${criterion.id}:`,
        `    project: ${1 + next(9)}.${next(100)}`,
        `    alternative: { name: The usual one, value: ${5 + next(20)}, sources: ${generateCitation(next)} }`,
        '    unit: USD per unit of work',
        '    better: lower',
        `    sources: ${generateCitation(next)}`,
      ];
    case 'customers':
      return [
        `  ${criterion.id}:`,
        `    - { name: Customer ${next(99)}, outside_crypto: true, stage: pilot, paid: ${next(2) === 0}, sources: ${generateCitation(next)} }`,
      ];
    default:
      return [`  ${criterion.id}: unknown`];
  }
}

/** A sound description of about 120 lines, the same for the same number. */
export function generateDescription(number: number, rubric: Rubric): string {
  const next = createRandom(number + 1);
  const answers = rubric.dimensions.flatMap(({ id }) => {
    const criteria = rubric.criteria.filter(({ dimension }) => dimension === id);
    return [`${id}:`, ...criteria.flatMap((criterion) => generateAnswer(criterion, next))];
  });
  const lines = [
    `name: Generated project ${number}`,
    'offer: What a buyer can buy today',
    'summary: >-',
    `  ${SUMMARIES[number % SUMMARIES.length]}`,
    'website: https://example.org',
    'as_of: 2026-06-29',
    'sources:',
    ...Array.from({ length: SOURCES }, (_, index) => generateSource(index, next)).flat(),
    ...answers,
  ];
  return `${lines.join('\n')}\n`;
}

const PARAGRAPHS: readonly string[] = [
  'Teams that train models look for capacity every quarter, and most of them sign with the vendor that they know.',
  'Prices fell by 12 percent over the year, and the offer of this project follows them at a distance of some weeks.',
  'Two buyers told us in calls what they would need: terms in writing, one invoice, and a person who answers at night.',
  'The EU AI Act asks providers for documents that a project of this kind helps to keep, though plain ones do as well.',
  'What speaks against it is the time that a switch takes. Customers include Northfield Press, which pays for a pilot.',
  'Revenue of 2.4 million USD a year is what the page says; nobody without a stake has looked at the books so far.',
  'It may well become the first choice of smaller teams, if the terms are written down and the price stays where it is.',
];

/** A memo of about 170 lines: a description as its front matter, and prose with statements of every kind below it. */
export function generateMemo(number: number, rubric: Rubric): string {
  const next = createRandom(number + 7);
  const paragraphs = Array.from({ length: 12 }, () => PARAGRAPHS[next(PARAGRAPHS.length)] ?? '');
  const rows = Array.from({ length: 6 }, (_, row) => `| Offer ${row} | ${next(9)}.${next(90) + 10} |`);
  const prose = [
    `# Project ${number}`,
    ...paragraphs.slice(0, 6),
    ['| Offer | Price (USD/h) |', '|---|---|', ...rows].join('\n'),
    ...paragraphs.slice(6).map((text) => `- ${text} See [the page](https://site-1.example.net/pages/1).`),
  ];
  return `---\n${generateDescription(number, rubric)}---\n\n${prose.join('\n\n')}\n`;
}
