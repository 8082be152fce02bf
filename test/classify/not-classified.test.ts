import { describe, expect, it } from 'vitest';
import { classify, classifyDocument, classifyOffer } from '../../src/classify/classify.ts';
import { shippedRubric } from '../support/rubric.ts';

const { classifier } = shippedRubric();

describe('a text that is not English', () => {
  it.each([
    'Möwenspeicher ist ein verteiltes Netz, in dem Besitzer von Festplatten verschlüsselte Dateien aufbewahren und dafür mit Token bezahlt werden.',
    "Un marché décentralisé de données où des hôpitaux vendent l'accès à leurs images à des laboratoires d'IA, avec paiement sur une blockchain.",
    'Una cartera para agentes de IA con límites de gasto, permisos y un botón que lo detiene todo en la cadena.',
    'Una rete decentralizzata in cui i proprietari affittano le loro schede grafiche a ore, con pagamento in token.',
    'Uma rede em que os donos de discos guardam arquivos cifrados e recebem tokens por cada prova na blockchain.',
    'Een netwerk waarin eigenaars van schijven versleutelde bestanden bewaren en daarvoor in tokens worden betaald.',
    '面向AI代理的支付协议，代理用稳定币按次付费调用接口。',
    'Сеть, в которой владельцы видеокарт сдают их командам ИИ и получают токены.',
  ])('is told as such: %s', (text) => {
    expect(classify(text, classifier)).toEqual({
      status: 'not-english',
      track: null,
      model: null,
      between: [],
      ranked: [],
      margin: 0,
      words: [],
    });
  });

  it.each([
    'Idle GPUs of Zürich labs, rented by the hour, paid in tokens.',
    'Grünwald & Söhne Speichernetz keeps encrypted files on the disks of many operators, with proofs on a chain.',
    'AI agent wallets. Spending limits. Kill switch.',
    'Decentralized GPU marketplace, pay-per-hour H100 rental, USDC settlement.',
  ])('is not a short one in English, nor one with foreign names: %s', (text) => {
    expect(classify(text, classifier).status).toBe('decided');
  });
});

describe('a text that says nothing of an offer', () => {
  it.each([
    'Team name: Petrel Works. Level: 3. Payment address: 0x11. Total costs: 18,000 USD.',
    'Petrel Works',
    'Great stuff',
    'A bold new chapter.',
    'Page under construction.',
    'Ideas that matter.',
    'The future of everything.',
    'Token allocation: team 22%, investors 13%, treasury 30%, community 35%.',
    'Status: live. Category: infrastructure. Licence: Apache. Stage: beta.',
    '',
  ])('is told as such: %j', (text) => {
    expect(classify(text, classifier)).toMatchObject({ status: 'no-offer', track: null, ranked: [] });
  });
});

describe('a short text that says what is sold outside the tracks', () => {
  it.each([
    'A law firm for musicians.',
    'Perpetual futures on an exchange.',
    'An app for birdwatchers.',
    'Mattresses with free returns.',
    'Second-hand books by post.',
    'A browser extension that blocks ads.',
    'Token swaps with low fees.',
    'Pixel portraits as NFTs.',
    'A community of Wi-Fi hotspot hosts earns tokens when travellers connect, and cafes buy passes.',
    'Message passing between chains, secured by a set of staked guardians who earn a fee per packet.',
    'Rents machines with eight H200 cards from its hall in Finland, monthly contract, payable by invoice.',
    'Keeps encrypted copies of court files for lawyers on servers in Dublin, priced per gigabyte.',
    'A subnet that rewards miners for the best chess engine, as ranked by validators.',
    'A bakery that sells tulips.',
    'Sells shoes.',
    'A shop that sells bicycles to commuters.',
  ])('is outside: %s', (text) => {
    expect(classify(text, classifier)).toMatchObject({ status: 'outside', track: null });
  });

  it.each([
    ['compute', 'GPU hours from strangers, paid in tokens.'],
    ['storage', 'Encrypted disks, pooled on a chain.'],
    ['verification', 'Zero-knowledge proofs of model inference.'],
    ['data-market', 'Tokens for people who label data for AI.'],
    ['agent-payments', 'Agents pay APIs in USDC.'],
  ])('is no less of %s: %s', (track, text) => {
    expect(classify(text, classifier)).toMatchObject({ status: 'decided', track });
  });

  it('is heard in a document that says nothing else', () => {
    expect(classifyDocument([], ['We sell bicycles.'], classifier).status).toBe('outside');
  });
});

describe('what is sold', () => {
  it('is heard in the offer, too', () => {
    const summary = 'Petrel is a network of many independent operators who are paid in tokens.';
    for (const [offer, track] of [
      ['Encrypted file storage by the terabyte', 'storage'],
      ['On-demand H100 rental', 'compute'],
    ] as const)
      expect(classifyOffer({ offer, summary }, classifier)).toMatchObject({ status: 'decided', track });
  });

  it('is heard in the title and the opening of a document, not in its labels', () => {
    const passages = [
      'Team name: Petrel Works',
      'Level: 2',
      'Petrel rents out idle graphics cards of small studios to AI labs, by the hour, and settles on a chain.',
    ];
    expect(classifyDocument(['Petrel'], passages, classifier)).toMatchObject({ status: 'decided', track: 'compute' });
  });
});

describe('a near miss', () => {
  it.each([
    'A decentralised access layer for chain state: apps read thirty networks through a peer-to-peer market of node operators, who are paid by the protocol.',
    'Sell labelled pictures to AI researchers. It runs on an ordinary web server with card payments; authors keep 75 percent of each sale.',
    'A subnet in which miners compete with detectors of generated speech, and validators score them; better detectors earn more.',
    'Relayers carry messages between chains; anybody can run one and is paid in tokens for each delivery.',
  ])('is not decided for a track: %s', (text) => {
    expect(classify(text, classifier).status).not.toBe('decided');
  });
});
