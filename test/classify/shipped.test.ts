import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify } from '../../src/classify/classify.ts';
import { shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();
const knowledge = rubric.classifier;

// The sentences are our own; each says what is sold, who pays and to whom, with few of the usual catchwords.
const DECIDED: readonly (readonly [string, string | null, string])[] = [
  [
    'compute',
    'leased-capacity',
    'A chain-based exchange where data centres list unsold H100s by the hour and AI teams lease them with stablecoins held in escrow.',
  ],
  [
    'compute',
    'pooled-gpus',
    'Film studios and small labs wait weeks for a slot at the big clouds. We match them with owners of idle gaming rigs; jobs are packed in containers, checked twice, and the owner is credited on our chain.',
  ],
  [
    'storage',
    'pooled-disks',
    'Companies with empty hard drives offer room behind an S3 gateway and are paid per gigabyte in tokens after random on-chain audits.',
  ],
  [
    'storage',
    'permanent',
    'Pay once and the web page or research archive stays readable for two centuries, financed by an endowment that the protocol pays out to miners in its coin.',
  ],
  [
    'data-market',
    'direct-trading',
    'Hospitals sell access to anonymised scans by minting a data token; researchers send their algorithm and never get the raw data.',
  ],
  [
    'data-market',
    'contribution-rewards',
    'Speakers of rare languages contribute recordings, others label them, and both earn tokens whenever a speech lab licenses the training data.',
  ],
  [
    'verification',
    'zero-knowledge-proofs',
    'A lender attaches a succinct zero-knowledge proof to each score, which shows that the published model produced it and keeps the weights secret.',
  ],
  [
    'verification',
    'private-computation',
    'Clinics run a diagnosis model on encrypted scans: the server computes with homomorphic encryption and never learns the patient data.',
  ],
  [
    'agent-infrastructure',
    'execution-and-control',
    'A signing service for AI agents: each gets a wallet with daily limits, allowed contracts and an owner who can freeze it.',
  ],
  [
    'agent-infrastructure',
    'frameworks-and-coordination',
    'An open-source framework to write agents with plug-ins for twelve chains, long-term memory and a registry in which a swarm of them coordinates.',
  ],
  [
    'agent-payments',
    'protocol-settlement',
    'Charge bots a fraction of a cent per API call: our middleware answers with a price, the caller signs a stablecoin transfer and gets the data.',
  ],
  [
    'agent-payments',
    'mandates-and-accounts',
    'Give your assistant a virtual card with a mandate: it may spend up to 40 euros a week at shops that you list, and each purchase is signed.',
  ],
];

const OUTSIDE: readonly (readonly [string, string])[] = [
  [
    'storage without a chain',
    'Object storage in three European regions, with lifecycle rules and an S3 interface, billed per gigabyte.',
  ],
  [
    'compute without a chain',
    'Rent H100 clusters by the hour from our own data centres, with InfiniBand, a service level agreement and invoices.',
  ],
  ['payments without agents', 'Stablecoin payroll for remote teams: pay contractors in ninety countries in one click.'],
  [
    'proofs without a model',
    'Zero-knowledge proofs that let you prove your age to a web shop without showing a passport.',
  ],
  ['agents without money', 'An assistant for sales teams that writes e-mails and updates the CRM.'],
  ['a game', 'A fantasy card game in which players own their heroes as NFTs and trade them in a bazaar.'],
  ['a chain', 'A layer 1 with parallel execution and one-second finality for DeFi applications.'],
  ['a wireless network', 'Households set up a wireless hotspot and earn our token for coverage.'],
  ['shops', 'A card terminal for cafes with same-day payouts, tips and a monthly report for the accountant.'],
];

// Hard borders, three texts a side. None of them is among the sentences that the classifier learns from.
const HARD: readonly (readonly [string, string, string])[] = [
  [
    'compute',
    'with a chain',
    'Owners of idle GPUs list them on our on-chain marketplace and are paid in tokens per hour of training.',
  ],
  [
    'compute',
    'with a chain',
    'A decentralized network of independent nodes sells processing power for AI; operators stake and earn rewards.',
  ],
  [
    'compute',
    'with a chain',
    'Render your scene on graphics cards of strangers all over the world, with payment locked in a smart contract.',
  ],
  [
    'outside',
    'compute without a chain',
    'A managed GPU cloud in our own data centres, billed monthly by invoice, with support and an SLA.',
  ],
  [
    'outside',
    'compute without a chain',
    'A university cluster where researchers book hours; there is no fee and no token.',
  ],
  [
    'outside',
    'compute without a chain',
    'Serverless inference hosting on our servers. Enter a credit card and deploy a model in one click.',
  ],
  [
    'data-market',
    'with a chain',
    'Sell your dataset as a data token; buyers pay on chain and the licence is enforced by a contract.',
  ],
  [
    'data-market',
    'with a chain',
    'Contributors label images for AI training and earn crypto for each accepted annotation.',
  ],
  [
    'data-market',
    'with a chain',
    'A data union on a blockchain: members pool browsing data, and the income from buyers is split in tokens.',
  ],
  [
    'outside',
    'data without a chain',
    'A data catalogue for enterprises, with lineage, ownership and quality checks for every table.',
  ],
  [
    'outside',
    'data without a chain',
    'Our annotation agency employs trained staff who label images for your company under contract.',
  ],
  [
    'outside',
    'data without a chain',
    'A cloud data warehouse where vendors share tables with subscribers and are billed on one invoice.',
  ],
  [
    'verification',
    'proofs about models',
    'Zero-knowledge proofs that a neural network produced this output, verified on chain.',
  ],
  [
    'verification',
    'proofs about models',
    'A provider that serves a smaller model than promised is caught by re-running inference and loses its stake.',
  ],
  [
    'verification',
    'proofs about models',
    'Prove that a credit score came from the approved machine learning model without revealing its weights.',
  ],
  [
    'outside',
    'proofs that are not about models',
    'A zk rollup with validity proofs that makes transfers on Ethereum cheap.',
  ],
  [
    'outside',
    'proofs that are not about models',
    'Private transfers of coins: amounts and recipients are hidden by zero-knowledge proofs.',
  ],
  [
    'outside',
    'proofs that are not about models',
    'A bridge between two blockchains whose light client is checked by a succinct proof.',
  ],
  [
    'agent-payments',
    'payments by agents',
    'AI agents pay for API calls with USDC over HTTP 402, a fraction of a cent each.',
  ],
  [
    'agent-payments',
    'payments by agents',
    'A checkout for shopping assistants: the agent shows a signed mandate and the merchant is paid.',
  ],
  [
    'agent-payments',
    'payments by agents',
    'Machines settle micropayments with each other through payment channels, without a person.',
  ],
  ['outside', 'payments without agents', 'Merchants accept stablecoin payments from customers at the point of sale.'],
  [
    'outside',
    'payments without agents',
    'Send money to your family abroad in minutes, at a tenth of what a bank takes.',
  ],
  [
    'outside',
    'payments without agents',
    'Payroll in digital dollars for contractors in ninety countries, with tax forms.',
  ],
  [
    'verification',
    'provenance of what models make',
    'An invisible watermark in AI-generated images, registered on chain so that platforms can detect them.',
  ],
  [
    'verification',
    'provenance of what models make',
    'Detect deepfakes: each generator signs its output and anyone can verify which model made a video.',
  ],
  [
    'verification',
    'provenance of what models make',
    'A public ledger of fingerprints of generated audio that proves which model synthesised a voice.',
  ],
  [
    'outside',
    'provenance without models',
    'Track coffee from farm to shop: each sack is scanned and shoppers see its origin.',
  ],
  [
    'outside',
    'provenance without models',
    'Cameras sign photographs when they are taken so that newsrooms can check the edit history.',
  ],
  [
    'outside',
    'provenance without models',
    'Certificates of origin for diamonds, kept in a registry that insurers can look up.',
  ],
  [
    'agent-infrastructure',
    'wallets of agents',
    'Wallets for AI agents with spending limits, allowlists and a kill switch for the owner.',
  ],
  [
    'agent-infrastructure',
    'wallets of agents',
    'Keys for autonomous agents: a policy engine decides which contracts an agent may sign for.',
  ],
  [
    'agent-infrastructure',
    'wallets of agents',
    'An identity registry in which agents publish their skills and collect reputation on chain.',
  ],
  [
    'verification',
    'confidential computing',
    'Run the model in a trusted execution environment; prompts stay encrypted and the enclave attests what ran.',
  ],
  [
    'verification',
    'confidential computing',
    'Confidential inference on a decentralized network: node operators can not read your prompts or the weights.',
  ],
  [
    'verification',
    'confidential computing',
    'Homomorphic encryption lets a diagnosis model work on scans that it never sees in the clear.',
  ],
  [
    'compute',
    'plain computing',
    'Rent a container with an A100 from independent providers through an on-chain auction.',
  ],
  [
    'compute',
    'plain computing',
    'Distributed training across volunteers with spare graphics cards who are rewarded in coins for their gradients.',
  ],
  [
    'compute',
    'plain computing',
    'Cheap inference from a pool of idle gaming PCs, whose owners are paid per token served.',
  ],
];

describe('a margin under that of the rubric', () => {
  it('is undecided, also against outside', () => {
    const spoken = [
      'gpu',
      'rent',
      'token',
      'store',
      'files',
      'agents',
      'pay',
      'proof',
      'data',
      'game',
      'exchange',
      'wallet',
    ];
    let near = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...spoken), { minLength: 4, maxLength: 8 }), (list) => {
        const { status, track, between, margin, ranked } = classify(list.join(' '), rubric.classifier);
        fc.pre(ranked.length > 0);
        expect(status === 'undecided').toBe(margin < rubric.classifier.undecided_margin);
        if (status !== 'undecided') return;
        expect(between).toEqual([ranked[0]?.track, ranked[1]?.track]);
        expect(track).toBe(between.find((one) => one !== 'outside'));
        if (between.includes('outside')) near += 1;
      }),
      { numRuns: 2000, seed: 1 },
    );
    expect(near).toBeGreaterThan(0);
  });
});

describe('what was learnt', () => {
  it.each(HARD)('tells %s at the border: %s: %s', (track, _, text) => {
    expect(classify(text, knowledge).ranked[0]?.track).toBe(track);
  });

  it.each(DECIDED)('find %s, %s', (track, model, text) => {
    expect(classify(text, knowledge)).toMatchObject({ status: 'decided', track, model });
  });

  it.each(OUTSIDE)('find %s outside', (_, text) => {
    expect(classify(text, knowledge)).toMatchObject({ status: 'outside', track: null });
  });

  it('need no word of AI for storage on a chain', () => {
    const text =
      'Files are cut into encrypted chunks and kept by thousands of nodes, which prove to a blockchain that they hold them.';
    expect(classify(text, knowledge)).toMatchObject({ status: 'decided', track: 'storage' });
  });

  it('believe a text that says it has no coin', () => {
    const text = 'Members lend each other idle GPUs. There is no coin and no blockchain, only a shared list.';
    expect(classify(text, knowledge).status).toBe('outside');
  });

  it('leave a text on the border undecided', () => {
    const text = 'A decentralised cloud: operators earn tokens for storage and for compute.';
    const result = classify(text, knowledge);
    expect([...result.between].sort()).toEqual(['compute', 'storage']);
    expect(result.status).toBe('undecided');
  });

  it('change their mind little when a text is said twice', () => {
    for (const [track, , text] of DECIDED) expect(classify(`${text}\n${text}`, knowledge).track).toBe(track);
  });

  it('explain by words that stand in the text, or by what it lacks', () => {
    const lacking = Object.values(knowledge.tallies).map(({ none }) => `(${none})`);
    for (const [track, , text] of DECIDED) {
      const { words } = classify(text, knowledge);
      expect(words.every((word) => (text + lacking).includes(word.text))).toBe(true);
      expect(words.filter((word) => word.track === track && word.weight > 0)).not.toHaveLength(0);
    }
  });

  it('say the same each time', () => {
    for (const [, , text] of DECIDED) expect(classify(text, knowledge)).toEqual(classify(text, knowledge));
  });
});
