import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchQuote } from '../../src/prose/match-quote.ts';
import { readMatchable } from '../../src/prose/matchable-text.ts';
import { readDocuments } from '../../src/reading/read-documents.ts';
import { toDocumentText } from '../support/document-text.ts';
import { shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();

const OFFERS = {
  compute:
    'Heron is a decentralised network that rents the idle GPUs of many owners to AI teams by the hour, on a chain.',
  storage:
    'Heron is a decentralised storage network: it keeps files of AI teams on disks of many operators, with proofs on a chain.',
  verification:
    'Heron proves with zero-knowledge proofs that the inference of an AI model ran as claimed, and checks them on a chain.',
  data: 'Heron is a data marketplace on a blockchain, on which people sell data sets to AI labs for tokens.',
  payments: 'Heron settles micropayments of AI agents in stablecoins, on a chain, by x402.',
  agents: 'Heron gives AI agents wallets, identities and spending limits on a chain.',
};

function readQuotes(text: string, offer: keyof typeof OFFERS) {
  const { dimensions } = readDocuments([toDocumentText(`# Heron\n\n${OFFERS[offer]}\n\n${text}\n`)], rubric);
  return dimensions
    .flatMap(({ questions }) => questions)
    .map(({ criterion, quotes }) => ({ criterion, quotes: quotes.filter((one) => !OFFERS[offer].includes(one.text)) }));
}

/** What is quoted of a text on a question, as `whose: words`; the sentence of the offer aside. */
function quote(criterion: string, text: string, offer: keyof typeof OFFERS = 'compute'): readonly string[] {
  const found = readQuotes(text, offer).find((question) => question.criterion === criterion);
  return (found?.quotes ?? []).map((one) => `${one.whose}: ${one.text}`);
}

const table = (...rows: string[]) => [rows[0], '|---|---|---|', ...rows.slice(1)].join('\n');

describe('what the documents say on a question', () => {
  it.each([
    ['cost', 'compute', 'An H100 costs $2.20 an hour with us and $6.90 on AWS.', 'project'],
    ['cost', 'storage', 'Storage is 0.03 USD per GB-month.', 'unsaid'],
    ['cost', 'payments', 'The fee is $0.002 per payment.', 'unsaid'],
    ['cost', 'payments', 'We charge a flat fee of $0.02 per transaction.', 'project'],
    ['cost', 'compute', 'Heron is up to 60% cheaper than AWS.', 'project'],
    ['cost', 'compute', 'Teams see up to 3x lower prices than on AWS.', 'unsaid'],
    ['revenue', 'agents', 'Traction: 1,900 users a week, $90K under management, $2.7K MRR.', 'unsaid'],
    ['revenue', 'agents', '$8K in fees so far, on $1.1M of traded volume.', 'unsaid'],
    ['revenue', 'compute', 'The run-rate is $3.6M, and 40% of revenue is subsidised.', 'unsaid'],
    ['use', 'agents', 'Traction: 1,900 users a week, $90K under management, $2.7K MRR.', 'unsaid'],
    ['paid_use', 'compute', '290 paying accounts, most of them crypto-native teams.', 'unsaid'],
    ['paid_use', 'compute', '40% of revenue is subsidised by token incentives.', 'unsaid'],
    [
      'customers',
      'verification',
      'Heron serves 80 firms, including names like Deltabourse, Epsilonpay and Nordland Bank.',
      'project',
    ],
    ['customers', 'compute', 'We signed a letter of intent with a telephone company in Spain.', 'project'],
    ['assurance', 'verification', 'GDPR compliant, SOC 2 certified.', 'unsaid'],
    ['assurance', 'compute', 'SOC 2 Type I is in progress.', 'unsaid'],
    ['assurance', 'compute', 'No third-party audit was done so far.', 'unsaid'],
    ['proof', 'verification', 'A proof takes 15 seconds; the usual prover takes 4 minutes.', 'unsaid'],
    ['service_terms', 'compute', 'There is no SLA so far.', 'unsaid'],
    ['service_terms', 'compute', 'SLA credits are planned for spring.', 'plan'],
    ['availability', 'compute', 'The service opens in spring; until then there is a waitlist.', 'project'],
    ['availability', 'compute', 'The network is live on a testnet.', 'project'],
    ['integration', 'compute', 'The API is OpenAI-compatible, so only the endpoint changes.', 'unsaid'],
    ['integration', 'storage', 'There is an SDK for Python.', 'unsaid'],
    ['payment', 'compute', 'Buyers pay in USDC or with a card.', 'unsaid'],
    [
      'continuity',
      'compute',
      'If a node drops out, the job is restarted elsewhere from the latest checkpoint.',
      'unsaid',
    ],
    ['exit', 'storage', 'Files can be exported or deleted at any time.', 'unsaid'],
    ['legal_friction', 'compute', 'Processor agreements under the GDPR are missing.', 'unsaid'],
    ['duties', 'verification', 'Article 12 of the EU AI Act requires logs of high-risk systems.', 'unsaid'],
    ['unmet_need', 'verification', 'No existing product proves the output of a hosted model.', 'unsaid'],
    ['urgency', 'compute', 'Enterprises spent over $70B on AI compute last year.', 'unsaid'],
    ['capacity', 'storage', 'One laboratory keeps 140 TB on it.', 'unsaid'],
    ['mainstream_integration', 'agents', 'It is listed as a plugin of LangChain.', 'unsaid'],
    ['use', 'payments', 'Daily requests: 3+ million', 'unsaid'],
    ['payment', 'agents', 'Each buyer deposits ETH into the contract.', 'unsaid'],
    ['payment', 'compute', 'Operators and buyers must stake OTR.', 'unsaid'],
    ['cost', 'storage', 'You pay only for what you need.', 'unsaid'],
    ['unmet_need', 'storage', 'We looked at all of them and did not find one that fits.', 'project'],
    ['continuity', 'compute', 'A backstop takes over in case one of the gateways fails.', 'unsaid'],
    ['integration', 'data', 'Any app can integrate it in a day.', 'unsaid'],
    ['service_terms', 'compute', 'Dispute resolution is up to a panel of three.', 'unsaid'],
    ['exit', 'storage', 'Renters can exit once a year.', 'unsaid'],
    ['proof', 'payments', 'Sub-second settlement of small sums.', 'unsaid'],
    ['availability', 'compute', 'A design prototype is all there is.', 'unsaid'],
    ['exit', 'data', 'Prorated refund on cancellation.', 'unsaid'],
    ['payment', 'compute', 'Hosting is prepaid in USD and deducted from the account balance.', 'unsaid'],
    ['payment', 'compute', 'Add a Visa card in the console.', 'unsaid'],
    ['integration', 'compute', 'Bring a container image, or connect by SSH.', 'unsaid'],
    ['unmet_need', 'verification', 'The first marketplace of checked proofs.', 'unsaid'],
    ['unmet_need', 'agents', 'Traditional wallets are hard to limit, and existing tools cannot do it.', 'unsaid'],
    ['record', 'storage', 'There were zero successful hacks since 2020.', 'unsaid'],
    ['continuity', 'storage', 'The network can continue even if the team steps away.', 'project'],
    ['capacity', 'data', 'Handling 12,000+ queries per minute at the peak.', 'unsaid'],
    ['paid_use', 'agents', '3,000 paid subscribers so far.', 'unsaid'],
    ['use', 'storage', 'The software was downloaded over a million times.', 'unsaid'],
    ['exit', 'compute', 'Reserved machines need a minimum commitment of two months.', 'unsaid'],
    ['service_terms', 'compute', 'You are not charged if the host is down.', 'unsaid'],
    ['payment', 'compute', 'To start, hold at least one hour of credits.', 'unsaid'],
    ['continuity', 'storage', 'Without a second copy the files cannot be recovered.', 'unsaid'],
  ] as const)('%s, %s: %s', (criterion, offer, text, whose) => {
    expect(quote(criterion, text, offer)).toEqual([`${whose}: ${text}`]);
  });

  it.each([
    ['cost', 'compute', '- **Total costs:** 22,000 USD\n\n### Milestone 1\n\n- **Costs:** 11,000 USD'],
    ['cost', 'compute', 'The outside review costs 14,000 USD and is paid from the grant.'],
    ['cost', 'storage', '- **Token price:** $0.12 to $0.15'],
    ['cost', 'agents', '- $8K in fees so far, on $1.1M of traded volume'],
    ['cost', 'data', 'A data set costs 450 USD.'],
    [
      'customers',
      'agents',
      '### Primary customers\n\n- **Freelancers (first tier):** people who look for a simple wallet',
    ],
    ['use', 'agents', '- **Professional plan:** $49/month - 10,000 API calls'],
    ['use', 'compute', 'The traffic of all nodes is encrypted by TLS 1.3, in the manner of the Web 2.0 of before.'],
    ['unmet_need', 'storage', '- [Competitors](#competitors)'],
    ['published_result', 'compute', '## Success Stories & Use Cases of Ours'],
    ['cost', 'verification', table('| Step | Gas | Cost |', '| Check the proof | 120k | ~$0.005 |')],
    ['revenue', 'payments', '- Sales and marketing: $105K'],
    ['revenue', 'data', '## Competition\n\n**Labelhouse** (~$210M revenue, shrinking) pays its workers by the hour.'],
    ['revenue', 'data', 'TAM: $3.9T of trades a year.'],
    ['revenue', 'data', 'Valuation: $17M, fair for a pre-revenue stage.'],
    ['revenue', 'data', 'Creators keep a 75% revenue share of each sale.'],
    ['paid_use', 'data', 'Creators keep a 75% revenue share of each sale.'],
    ['customers', 'storage', '**Fresh data:** When a user fetches a file, the operator signs a receipt.'],
    ['customers', 'storage', '**For users:** Join the trial.'],
    ['customers', 'data', 'Your pictures already powers Talkbot.'],
    ['customers', 'compute', '$OTR is used inside the network to pay fees.'],
    ['customers', 'storage', '## Team\n\nAnna Maria Berg has joined the project.'],
    ['customers', 'agents', '- **Weekly Active Users (WAU)**: 1,900'],
    ['customers', 'data', '## Competitors\n\nPicklabel: lost key clients (Bigfind) last year.'],
    ['customers', 'storage', '**Clients:** pay Storage Operators in PTR.'],
    ['customers', 'agents', 'Getting paid by users is simple.'],
    ['duties', 'verification', 'GDPR compliant, SOC 2 certified.'],
    ['duties', 'storage', "MiCA compliance by way of the token's listing."],
    ['cost', 'compute', 'What does it cost per hour, and is there an SLA of 99%?'],
    ['cost', 'compute', 'Our hosting bill is 2,900 USD a month.'],
    ['cost', 'payments', 'Storage of the logs costs us $380 per month.'],
    ['cost', 'compute', 'Legal counsel will cost about $18,000 this year.'],
    ['cost', 'storage', '- **Seed price:** $0.06 per OTR'],
    ['cost', 'compute', 'Operators take home 80% of the fees for jobs.'],
    ['exit', 'agents', '- `GET /v1/records/export` - Export the records'],
    ['exit', 'agents', '**Withdrawal mechanism:**\n\n- by queue'],
    ['payment', 'agents', '- **Payment address:** 0x9a1. Preferred currency is USDC, please.'],
    ['assurance', 'compute', '## Token allocation\n\nThe audit fund has 4% of the supply.'],
  ] as const)('%s, %s, not: %s', (criterion, offer, text) => {
    expect(quote(criterion, text, offer)).toEqual([]);
  });

  it('reads lines that begin like items as statements of their own', () => {
    const text = '✅ Encrypted traffic between all nodes\n✅ Regular audits by outside firms\n✅ Open to anyone';
    expect(quote('assurance', text)).toEqual(['unsaid: ✅ Regular audits by outside firms']);
  });

  it('takes a heading for what is said under it', () => {
    const pains =
      '## The problem\n\nAgents start from zero each time.\n\n## Customer results\n\n- Search time: 11 minutes to 9 seconds';
    expect(quote('unmet_need', pains, 'agents')).toEqual(['unsaid: Agents start from zero each time.']);
    expect(quote('published_result', pains, 'agents')).toEqual(['unsaid: Search time: 11 minutes to 9 seconds']);
  });

  it('quotes a forecast as a plan', () => {
    const rows = table('| | Year 1 | Year 2 |', '| Card revenue | $70,000 | $430,000 |');
    expect(quote('revenue', `## Financial projections\n\n${rows}`, 'payments')).toEqual([
      'plan: Card revenue | $70,000 | $430,000',
    ]);
  });

  it('quotes rows of tables whole, with whose they are', () => {
    const rows = '|---|---|---|\n| Heron | $1.90 | none |\n| Bigcloud | $4.10 | 99.9% |';
    const prices = `## Competition\n\n| | Price H100/h | SLA |\n${rows}`;
    expect(quote('cost', prices)).toEqual(['project: Heron | $1.90 | none', 'rival: Bigcloud | $4.10 | 99.9%']);
    const storage = table('| | Storage /TB | Traffic /TB |', '| Heron | $6 | $9 |', '| AWS | $22 | $86 |');
    expect(quote('cost', storage, 'storage')).toEqual(['project: Heron | $6 | $9', 'rival: AWS | $22 | $86']);
  });

  it.each([
    '### Primary customers\n\n**Trading venues**: Deltabourse, Epsilonpay',
    '- **Key logos**: Deltabourse, Epsilonpay',
    '**Proofs of concept**\n\n- **Nordland Bank**: pilot of a digital currency',
  ])('finds customers by their label: %j', (text) => {
    expect(quote('customers', text, 'verification').length).toBe(1);
  });

  it('quotes what is denied first, then figures, and plain words last', () => {
    const text = 'Support is friendly and the uptime is good.\n\nUptime was 99.2% in May.\n\nThere is no SLA.';
    expect(quote('service_terms', text)[0]).toBe('unsaid: There is no SLA.');
  });

  it('quotes what the matcher of quotes finds in the document again', () => {
    const text = [
      '- On-demand H100 at **$1.55/hour** against $3.93 on AWS: *60% cheaper*. No SLA credits yet; planned for Q2 2027.',
      '> Buyers pay in `USDC` or by card &amp; invoice,\n> and the [API](https://heron.example/api) is OpenAI\u2011compatible.',
      '| | Price H100/h | SLA |\n|---|---|---|\n| **Heron** | $1.55 | none |\n| AWS (`p5`) | $3.93 | 99.99% |',
      'Named customers: Mistlake Robots (paid since June), University of Tronby. ~~Pilot with Nordbank.~~',
      'Buyers spent $310,000 in 2025, and [Trailmark](https://trailmark.example) audited the *code* in May 2026. Anyone can sign up since March.',
    ].join('\n\n');
    const matchable = readMatchable(text);
    const quotes = readQuotes(text, 'compute').flatMap((question) => question.quotes);
    expect(quotes.length).toBeGreaterThan(8);
    for (const one of quotes) expect([one.text, matchQuote(one.text, matchable).status]).toEqual([one.text, 'found']);
  });

  it('quotes words that are in the document, whatever it holds', () => {
    const bit = fc.constantFrom(
      'no SLA',
      '**SLA**',
      '`API` and SDK',
      '\n\n',
      '- ',
      '| a | $2 per hour |\n',
      '&amp; audit',
      'pays in USDC. ',
      '# Cost\n',
    );
    const plain = (text: string) => text.replace(/&amp;/g, '&').replace(/[^\p{L}\p{N}$]+/gu, '');
    fc.assert(
      fc.property(fc.array(fc.oneof(bit, fc.string()), { maxLength: 12 }), (bits) => {
        const text = bits.join(' ').replace(/[<>&[\]\\_~*`#]{2,}/g, ' ');
        // A tag is no text, and what is not closed is none.
        const words = [text, text.replace(/<[^<>]*>/g, ' ')].map((one) => plain(`Heron ${one}`));
        for (const { quotes } of readQuotes(text, 'compute'))
          for (const one of quotes)
            expect(
              words.some((all) => all.includes(plain(one.text))),
              one.text,
            ).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
