import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readReply } from '../../../src/init/assistant/read-reply.ts';
import { verifyReply } from '../../../src/init/assistant/verify-reply.ts';
import { toDocumentText } from '../../support/document-text.ts';
import { shippedRubric } from '../../support/rubric.ts';

const rubric = shippedRubric();

/** A question, an answer to it, the heading and the line that the answer quotes. */
type Pair = readonly [criterion: string, answer: unknown, heading: string, line: string];

const customer = (name: string, stage: string) => ({ name, outside_crypto: true, stage, paid: true });

const TRUE: readonly Pair[] = [
  ['revenue', 240000, 'Traction', 'Tenants paid Otter Grid 240,000 USD in the past twelve months.'],
  ['revenue', 456000, 'Traction', 'Revenue reached $38,000 a month in September.'],
  ['paid_use', 'outside', 'Traction', 'Two dairies and a mapping firm pay for leases by card each month.'],
  ['paid_use', 'not-paid', 'Status', 'Nobody pays for Otter Grid yet; all leases are free of charge.'],
  ['use', 'growing', 'Traction', 'Leased GPU hours grew from 21,000 in June to 44,000 in September.'],
  ['use', 'steady', 'Traction', 'About 90 teams have leased machines in each of the last six months.'],
  ['urgency', 'routine', 'Buyers', 'Hospitals already spend money on such compute in their yearly budget.'],
  [
    'customers',
    [customer('Mistral Dairy', 'production')],
    'Customers',
    'Mistral Dairy runs its forecasts on it in production.',
  ],
  ['customers', [customer('Fjord Maps', 'pilot')], 'Customers', 'Fjord Maps pays for a pilot that began in May.'],
  [
    'published_result',
    'buyer-numbers',
    'Customers',
    'Mistral Dairy reports that it cut its training bill from $9,000 to $3,100 a month.',
  ],
  ['published_result', 'story', 'Customers', 'A case study on our blog describes how Fjord Maps moved its jobs.'],
  [
    'mainstream_integration',
    'shipped',
    'Integrations',
    'The provider ships in the official release of Terraform and in SkyPilot.',
  ],
  ['mainstream_integration', 'none', 'Integrations', 'No cloud marketplace or developer tool lists Otter Grid.'],
  [
    'legal_friction',
    'built-in',
    'Compliance',
    'Personal data stays in the EU, and a data processing agreement is part of the terms.',
  ],
  ['compliance_buyers', 'named-buyer', 'Compliance', 'Nordklinik bought it to meet the logging duties of the AI Act.'],
  [
    'integration',
    'adapter',
    'Integration',
    'SDK: works **without** Node.js; a few lines of code replace the old client.',
  ],
  ['integration', 'drop-in', 'Integration', 'Existing containers run unchanged, without any change to the code.'],
  [
    'integration',
    'compatible-subset',
    'Integration',
    'The endpoint is compatible with most of the OpenAI API; only the base URL changes.',
  ],
  ['continuity', 'work-lost', 'Reliability', 'A job that loses its node starts over.'],
  ['continuity', 'failover', 'Reliability', 'When a node fails, the job moves to another host automatically.'],
  [
    'service_terms',
    'credits',
    'Terms',
    'The SLA promises 99.9% uptime and pays a tenth of the bill back for each missed hour.',
  ],
  ['service_terms', 'no-promise', 'Terms', 'The service is provided as is, with no uptime commitment.'],
  ['payment', 'card-prepaid', 'Payment', 'Buyers top up a balance by card, from 5 dollars.'],
  ['payment', 'volatile-token', 'Payment', 'Each lease is paid in the OTTR token.'],
  ['exit', 'held', 'Terms', 'Unused credit is not refunded, and a lease runs for a year.'],
  ['exit', 'free-manual', 'Terms', 'Customers can leave at any time and copy their files out themselves.'],
  [
    'assurance',
    'one-time-audit',
    'Security',
    'An outside firm audited the contracts in March and published its report.',
  ],
  ['assurance', 'none', 'Security', 'The contracts have not been audited.'],
  ['record', 'open-history', 'Reliability', 'The public status page has kept the incident history since 2024.'],
  ['proof', 'own-claim', 'Competition', 'No competing open-source project ships all layers together.'],
  [
    'proof',
    'own-benchmark',
    'Benchmarks',
    'In our published benchmark it trained the model in 41 minutes against 63 on AWS.',
  ],
  ['availability', 'on-sale', 'Status', 'Anyone can order a machine from the console today, under published terms.'],
  ['availability', 'not-on-sale', 'Status', 'The service is not yet open; it runs on a testnet.'],
  ['capacity', 'demo', 'Status', 'The network has run a demonstration on four GPUs.'],
  ['capacity', 'regular-production', 'Status', 'The network serves 1,200 GPUs and runs 30,000 production jobs a day.'],
  ['unmet_need', 'sold-elsewhere', 'Market', 'AWS and Google Cloud sell the same H100 hours.'],
  ['availability', 'on-sale', 'Product', 'Sign up on the site and start a machine within a minute.'],
  ['payment', 'invoice', 'Terms', 'Larger customers pay by monthly invoice in euros.'],
  ['exit', 'short-notice', 'Product', 'A lease can be ended with a week of notice.'],
  ['continuity', 'checkpoint', 'Product', 'Work is saved every ten minutes and goes on from there after a fault.'],
  ['assurance', 'attested', 'Product', 'We hold a SOC 2 Type II report, issued in May 2026.'],
  ['capacity', 'small-production', 'Product', 'Four firms train models on it each week, on up to 16 GPUs at once.'],
  [
    'customers',
    [customer('Kiln Robotics', 'production')],
    'Product',
    'Kiln Robotics has trained its models with us since March.',
  ],
  ['unmet_need', 'partial-gap', 'Product', 'No cloud rents machines without an identity check.'],
  ['record', 'kept', 'Product', 'There has been no outage in the past two years.'],
  ['use', 'counted', 'Product', 'In August 212 teams rented at least one machine.'],
];

const FALSE: readonly Pair[] = [
  ['revenue', 81000, 'Funding', '| Total target range | $41,000–$81,000 |'],
  ['revenue', 120000, 'Application', 'The ask is $120,000 in three tranches.'],
  ['revenue', 300000, 'Application', 'Our target for the second year is $300,000.'],
  ['revenue', 50000, 'Team', 'The team received a grant of 50,000 USD from a foundation.'],
  [
    'customers',
    [customer('Halbrook', 'production')],
    'Growth',
    '**Target auditors** are firms with a public list (e.g., Halbrook, Stonefen).',
  ],
  [
    'customers',
    [customer('Grunk', 'pilot')],
    'Quality',
    'The code was reviewed by Grunk and two other language models.',
  ],
  ['customers', [customer('Nordbank', 'production')], 'Growth', 'Ideal customers are lenders such as Nordbank.'],
  [
    'customers',
    [customer('Ada Quill', 'production')],
    'Team',
    'Ada Quill is a backend engineer and writes the node software.',
  ],
  ['capacity', 'small-production', 'Setup', 'The deploy profile `small` sets two workers and a cache.'],
  ['capacity', 'regular-production', 'Team', 'Our engineers have twenty years of work at large firms.'],
  ['paid_use', 'outside', 'Application', '| Mainnet deployment and verification budget | Up to $1,000 equivalent |'],
  ['paid_use', 'outside-most', 'Setup', 'The wallet needs a small balance before the tests run.'],
  ['use', 'growing', 'Quality', '438 TypeScript tests are green.'],
  ['use', 'steady', 'Quality', 'The repository has 1,204 commits in four packages.'],
  ['use', 'multiplying', 'Application', 'The second milestone doubles the number of nodes.'],
  ['urgency', 'routine', 'About', 'We want every app to have a verifiable model behind it.'],
  ['urgency', 'bought', 'Setup', 'Clone the repository and run the script in the first folder.'],
  ['published_result', 'vendor-numbers', 'Quality', 'Three auditors were asked for a quote on the contracts.'],
  ['published_result', 'buyer-numbers', 'Quality', 'Coverage of the unit tests is 94% in the core package.'],
  ['mainstream_integration', 'shipped', 'Setup', 'The README has a diagram of the four layers.'],
  ['legal_friction', 'built-in', 'Setup', 'The command prints a table with a row for each node.'],
  ['compliance_buyers', 'named-buyer', 'Team', 'The founders met at a university in the north.'],
  ['service_terms', 'credits', 'Application', 'The budget has $4,000 for hosting and $9,000 for an auditor.'],
  ['payment', 'invoice', 'Application', 'Milestone invoices are sent to the foundation in three tranches.'],
  ['payment', 'card-prepaid', 'Setup', 'The graphics card has to have 24 GB of memory.'],
  ['exit', 'free-standard', 'Setup', 'The log is written to a file in the home folder.'],
  ['assurance', 'one-time-audit', 'Application', 'The budget covers an audit by an outside firm, up to $9,000.'],
  ['record', 'kept', 'Team', 'The lead developer holds the record in a running event.'],
  ['proof', 'own-benchmark', 'Team', 'The team is small, and everybody works in the same office.'],
  ['availability', 'established', 'Team', 'Our company was founded by three former students.'],
  ['integration', 'drop-in', 'Team', 'A designer joined in spring and draws the pages.'],
  ['continuity', 'failover', 'Application', 'The grant covers a second server in case of delay.'],
  ['unmet_need', 'partial-gap', 'Setup', 'The folder `gap` holds scripts for the charts.'],
  ['capacity', 'regular-production', 'Product', 'The logo was drawn at a larger size for the production build.'],
  ['use', 'growing', 'Product', 'The codebase grew from two packages to nine.'],
  ['exit', 'free-standard', 'Product', 'Press escape to leave the menu.'],
  ['record', 'kept', 'Product', 'Each change is kept in the history of the repository.'],
  ['payment', 'card-prepaid', 'Product', 'The dashboard shows each node on a card.'],
  ['customers', [customer('Vite', 'production')], 'Product', 'The page is built with Vite and React.'],
  ['service_terms', 'promised', 'Product', 'The function returns a promise that resolves to a list.'],
  ['paid_use', 'outside', 'Product', 'A winner of the contest is paid 500 USD.'],
  ['published_result', 'vendor-numbers', 'Product', 'The result of the query is published on the topic.'],
  ['availability', 'on-sale-a-year', 'Product', 'The protocol was designed a year ago.'],
  ['integration', 'drop-in', 'Integration', 'Existing containers do not run without changes to the code.'],
];

/** `taken` without a word, `asked` under "Check these", or why it is dropped. */
function judge([criterion, answer, heading, line]: Pair): string {
  const text = `# Otter Grid\n\nOtter Grid rents idle GPUs of many owners to AI teams by the hour.\n\n## ${heading}\n\n${
    line.startsWith('|') ? `| Item | Sum |\n|---|---|\n${line}` : line
  }\n`;
  const said = Array.isArray(answer) ? answer.map((one) => ({ ...one, quote: line })) : { answer, quote: line };
  const read = readReply(stringify({ answers: { [criterion]: said } }, { lineWidth: 0 }), 'reply.yaml', rubric);
  if (!read.ok) throw new Error(line);
  const { taken, dropped } = verifyReply(read.value, [toDocumentText(text)], 'Otter Grid', ['memo'], 'compute', rubric);
  const [one] = taken;
  if (one === undefined) return dropped.map(({ why }) => why).join('; ');
  return one.quotes.some(({ doubts }) => doubts.length > 0) ? 'asked' : 'taken';
}

describe('a quote and the question that it is to answer', () => {
  it.each(TRUE)('is not dropped where it answers %s: %j, under %s: %s', (...pair) => {
    expect(['taken', 'asked']).toContain(judge(pair));
  });

  it('is seldom doubted where it answers', () => {
    const doubted = TRUE.filter((pair) => judge(pair) === 'asked').map(
      ([criterion, answer]) => `${criterion} ${answer}`,
    );
    expect(doubted).toEqual([
      'revenue 240000',
      'use steady',
      'continuity work-lost',
      'proof own-claim',
      'capacity demo',
      'capacity small-production',
      'use counted',
    ]);
  });

  it.each(FALSE)('is not taken in silence where it does not answer %s: %j, under %s: %s', (...pair) => {
    expect(judge(pair)).not.toBe('taken');
  });

  it.each([
    ['revenue', 81000, 'Funding', '| Total target range | $41,000–$81,000 |'],
    ['use', 'growing', 'Quality', '438 TypeScript tests are green.'],
    ['paid_use', 'outside', 'Application', '| Mainnet deployment and verification budget | Up to $1,000 equivalent |'],
  ] satisfies Pair[])('is dropped with what its sentence is about: %s, %j, under %s: %s', (...pair) => {
    expect(judge(pair)).toMatch(/^the sentence is about [^"]+: ".*"$/);
  });
});
