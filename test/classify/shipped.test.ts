import { describe, expect, it } from 'vitest';
import { classify } from '../../src/classify/classify.ts';
import { knowledgeOf } from '../../src/classify/knowledge-of.ts';
import { shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();
const knowledge = knowledgeOf(rubric);

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

describe('the shipped signals', () => {
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

  it('explain by words that stand in the text', () => {
    for (const [track, , text] of DECIDED) {
      const { words } = classify(text, knowledge);
      expect(words.every((word) => text.includes(word.text))).toBe(true);
      expect(words.filter((word) => word.track === track && word.weight > 0)).not.toHaveLength(0);
    }
  });

  it('say the same each time', () => {
    for (const [, , text] of DECIDED) expect(classify(text, knowledge)).toEqual(classify(text, knowledge));
  });

  it('say nothing twice within a list', () => {
    const lists = rubric.tracks.flatMap((track) => [track.signals, ...track.models.map((model) => model.signals)]);
    for (const list of lists) expect(new Set(list.map(({ term }) => term)).size).toBe(list.length);
  });

  it('name tracks that exist where a concept is needed', () => {
    const ids = rubric.tracks.map(({ id }) => id);
    expect(knowledge.settings.needs.flatMap(({ tracks }) => tracks).filter((id) => !ids.includes(id))).toEqual([]);
  });
});
