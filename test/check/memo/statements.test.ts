import { describe, expect, it } from 'vitest';
import { listNameNoise, normalizeName } from '../../../src/criteria/normalize-name.ts';
import { findCustomers, isSameName } from '../../../src/prose/customers.ts';
import { findArticles, findLaws } from '../../../src/prose/laws.ts';
import { hasMatch } from '../../../src/prose/phrase-patterns.ts';
import { readPassages } from '../../../src/prose/read-passages.ts';
import type { Sentence } from '../../../src/prose/sentences.ts';
import { identifyActors } from '../../../src/prose/stance.ts';
import { findOwnStrongPhrases } from '../../../src/prose/strong-phrases.ts';
import { getVocabulary } from '../../../src/prose/vocabulary.ts';
import { rubric } from './memo-fixtures.ts';

const NAME = 'Ember Compute';
const vocabulary = getVocabulary(rubric);
const { ordinary, statements } = vocabulary;
const actors = identifyActors(NAME, statements, ordinary);

/** A text as one sentence. */
function sentenceOf(text: string): Sentence {
  const [passage] = readPassages(text, 0, vocabulary.layout);
  if (passage === undefined) throw new Error('there is no text');
  return { passage, from: 0, to: passage.text.length };
}

function customers(text: string): readonly string[] {
  return findCustomers(sentenceOf(text), actors, vocabulary).map(({ name }) => name);
}

const strong = (text: string) =>
  findOwnStrongPhrases(sentenceOf(text), actors, vocabulary).map(({ family }) => family.id);

describe('customers', () => {
  it.each([
    [
      'Our customers include Acme Robotics, Bank of Ravenna and Vale & Sons.',
      ['Acme Robotics', 'Bank of Ravenna', 'Vale & Sons'],
    ],
    ['Trusted by Siemens and eBay today.', ['Siemens', 'eBay']],
    ['Clients: Roche, Novartis', ['Roche', 'Novartis']],
    ['Novartis pays 40 USD an hour.', ['Novartis']],
    ['Maersk and Orange use Ember.', ['Maersk', 'Orange']],
    ['The Port of Riga rents from us.', ['Port of Riga']],
    ['It serves Zürich Klinik, and Basel looks on.', ['Zürich Klinik']],
    ['Lufthansa has signed with us', ['Lufthansa']],
  ])('are named in %j', (text, names) => {
    expect(customers(text)).toEqual(names);
  });

  it.each([
    'Used by AI labs, European banks and developers in Berlin.',
    'Developers pay by card, and Ember pays miners.',
    'Amazon uses its own chips.',
    'CoreWeave serves Maersk.',
    'Siemens is not a customer, and Bosch does not use it.',
    'If Bosch signed with us, it would matter.',
    'Is it used by Siemens?',
    'Filecoin pays Akash providers.',
    'Nobody pays. Everyone uses it.',
  ])('are not seen in %j', (text) => {
    expect(customers(text)).toEqual([]);
  });

  it.each([
    ['Acme Robotics GmbH', 'acme robotics', true],
    ["Acme's", 'ACME, Inc.', true],
    ['Acme', 'Acme Robotics', true],
    ['Acme Robotics', 'Acme Foods', false],
    ['The Port of Riga', 'Port of Riga', true],
  ])('are one under two spellings: %s, %s', (a, b, same) => {
    const noise = listNameNoise(rubric);
    expect(isSameName(normalizeName(a, noise), normalizeName(b, noise))).toBe(same);
  });
});

describe('laws', () => {
  const laws = (text: string) =>
    findLaws(text, { from: 0, to: text.length }, vocabulary.laws).map(
      ({ said, regulation }) => `${said}: ${regulation?.id}`,
    );

  it.each([
    ['By the EU AI Act and Regulation (EU) 2016/679', ['EU AI Act: eu-ai-act', 'Regulation (EU) 2016/679: gdpr']],
    ["the AI Act, GDPR and California's AB 2013", ['AI Act: eu-ai-act', 'GDPR: gdpr', 'AB 2013: us-ca-ab-2013']],
    [
      'Under the Digital Services Act and Directive 2009/24/EC',
      ['Digital Services Act: undefined', 'Directive 2009/24/EC: undefined'],
    ],
    ['They act as one; the Act is old, and regulation is near.', []],
  ])('are named in %j', (text, names) => {
    expect(laws(text)).toEqual(names);
  });

  it.each([
    ['Art. 12(1) and 19', [[12, 19]]],
    ['Articles 23 to 25, then Article 50', [[23, 24, 25], [50]]],
    ['art deco, part 12', []],
  ])('have the articles of %j', (text, numbers) => {
    const found = findArticles(text, { from: 0, to: text.length }, vocabulary.laws);
    expect(found.map((entry) => entry.numbers)).toEqual(numbers);
  });
});

describe('strong wording', () => {
  it.each([
    ['Ember is the first network to do so.', ['first-or-only']],
    ['It is the cheapest and the fastest.', ['cheapest', 'fastest']],
    ['Trusted by Bosch, it is the only protocol that works.', ['first-or-only']],
    ['World-class, unmatched, guaranteed.', ['best', 'guaranteed']],
    ['Not only proven but without a doubt unstoppable.', ['proven', 'absolute']],
    ['Analysts say we are the leading marketplace.', ['best']],
    ['If anything, it is the leading platform.', ['best']],
    ['Unlike AWS, we are the cheapest.', ['cheapest']],
  ])('is heard in %j', (text, families) => {
    expect(strong(text)).toEqual(families);
  });

  it.each([
    'It is not the first network, and no node failure is proven.',
    'The law applies first to banks; it is described only as a lab, as most of them are.',
    'AWS is the largest cloud, and Hetzner is the cheapest provider.',
    "Wasabi's cheapest tier is enough, and the cheapest rival is dearer.",
    'The largest cloud providers could copy this.',
    'Is it the fastest? ',
    'It would be the only network if it held.',
    'The deck calls it the leading marketplace.',
    'According to the founders, it is the best platform.',
    '“It is the best platform”, one reads.',
    'The contract guarantees nothing; guaranteed by nobody.',
    'The prover proves each inference.',
    'In the first quarter the team grew.',
    'Only one of them is the first to answer? ',
  ])('is not heard in %j', (text) => {
    expect(strong(text)).toEqual([]);
  });

  it('asks each family for a grade, with a reason', () => {
    for (const { reason, needs } of statements.strong) {
      expect(reason.length).toBeGreaterThan(30);
      expect(rubric.evidence.grades.map(({ id }) => id)).toContain(needs);
    }
  });

  const spellOut = (wording: string) =>
    wording
      .replace('{thing}', 'network')
      .replaceAll('{gap} ', '')
      .replace(/\{(\w+)\}/g, (_, id: string) => statements.groups[id]?.[0] ?? '');

  it('finds each of its own wordings', () => {
    for (const { family, pattern } of vocabulary.strong) {
      for (const wording of family.wordings) {
        expect(hasMatch(pattern.words, spellOut(wording))).toBe(true);
      }
    }
  });
});
