import { describe, expect, it } from 'vitest';
import { KIND_IDS } from '../../../src/criteria/registry.ts';
import type { Description } from '../../../src/model/description.ts';
import { toRational } from '../../../src/model/rational.ts';
import type { Rubric } from '../../../src/model/rubric.ts';
import { example, exampleNames } from '../../support/describe.ts';
import { shippedRubric } from '../../support/rubric.ts';
import { ATTACKS, MAXIMAL_CLAIMS, runAttack, scoreBy } from './attacks.ts';

const rubric = shippedRubric();
const descriptions = exampleNames()
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => example(name, rubric));
const x402 = [example('x402.yaml', rubric)];

const countAnswers = ({ answers }: Description) =>
  Object.values(answers).filter(({ status }) => status === 'answered').length;

/** Scorings that are broken on purpose, each so that one attack pays. */
const BROKEN: Readonly<Record<keyof typeof ATTACKS, (description: Description) => number>> = {
  'delete facts': (description) => 100 - countAnswers(description),
  'add empty sources': ({ sources }) => sources.length,
  'split answers and sources': ({ answers }) => JSON.stringify(answers).length,
  'choose other words': ({ summary, name, offer }) => Number(`${summary}${name}${offer}`.includes('audit confirmed')),
  'claim without a source': countAnswers,
};

describe.each(Object.entries(ATTACKS))('to %s', (name, attack) => {
  it('gains nothing by the shipped rubric on any example', () => {
    const { attempts, gains } = runAttack(attack, descriptions, rubric, scoreBy(rubric));
    expect(attempts).toBeGreaterThan(5 * descriptions.length);
    expect(gains).toEqual([]);
  }, 120_000);

  it('is seen to gain where a scoring is broken', () => {
    const broken = BROKEN[name as keyof typeof BROKEN];
    expect(runAttack(attack, x402, rubric, (entry) => [toRational(broken(entry))]).gains).not.toEqual([]);
  });

  it('is seen to gain the smallest amount', () => {
    let calls = 0;
    const rising = () => [toRational(calls++ === 0 ? 1 : 1.0000001)];
    expect(runAttack(attack, x402, rubric, rising).gains).not.toEqual([]);
  });
});

it('a rubric that lets answers without a source carry a level can be gamed', () => {
  const grades = rubric.evidence.grades.map((grade, at) => (at === 0 ? { ...grade, cap: 3 as const } : grade));
  const gullible: Rubric = { ...rubric, evidence: { ...rubric.evidence, grades } };
  const { gains } = runAttack(ATTACKS['claim without a source'], descriptions, gullible, scoreBy(gullible));
  expect(gains.length).toBeGreaterThan(descriptions.length);
});

it('every kind of criterion has a maximal claim', () => {
  expect(Object.keys(MAXIMAL_CLAIMS).sort()).toEqual([...KIND_IDS].sort());
});
