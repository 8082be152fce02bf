import { describe, expect, it } from 'vitest';
import {
  auditRubric,
  findConstantCriteria,
  findRedundantPairs,
  findUnreachableLevels,
  findUnusedEntries,
  prepareDescriptions,
} from '../../../src/analysis/rubric/audit-rubric.ts';
import type { Description } from '../../../src/model/description.ts';
import type { Criterion, Rubric } from '../../../src/model/rubric.ts';
import { example, exampleNames } from '../../support/describe.ts';
import { shippedRubric } from '../../support/rubric.ts';
import { choice, describedAs } from '../sensitivity/small-rubric.ts';

const rubric = shippedRubric();
const examples = exampleNames()
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => example(name, rubric));
const x402 = prepareDescriptions([example('x402.yaml', rubric)], rubric);

function withCriterion(id: string, change: Partial<Criterion>): Rubric {
  return { ...rubric, criteria: rubric.criteria.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)) };
}

describe('an audit', () => {
  const found = auditRubric(rubric, examples);

  it('of the shipped set covers every example, and finds something in the rubric and over them', () => {
    expect(found.descriptions.length).toBe(examples.length);
    const ids = new Set(found.findings.map(({ id }) => id));
    expect([...ids]).toEqual(expect.arrayContaining(['level/unreachable', 'pair/same-evidence']));
    // Each criterion tells some examples apart, but for the one on which none of them publishes what is asked.
    const constant = found.findings.filter(({ id }) => id === 'criterion/constant');
    expect(constant.map(({ subject }) => subject)).toEqual(['record']);
  });

  it('leaves references out', () => {
    const reference = { ...describedAs({}), reference: true };
    expect(auditRubric(rubric, [reference, ...examples]).descriptions).toEqual(found.descriptions);
  });
});

describe('levels that nothing reaches', () => {
  const idsIn = (of: Rubric) =>
    findUnreachableLevels(of).map(({ subject, what }) => `${subject} ${/Level (\d)/.exec(what)?.[1]}`);
  const known = idsIn(rubric);

  it('are those that the register carries nowhere', () => {
    const best = Math.max(
      ...rubric.regulations.flatMap(({ duties }) =>
        duties.flatMap(({ tracks }) => Object.values(tracks).map((t) => t.level)),
      ),
    );
    expect(known).toEqual([1, 2, 3, 4].filter((level) => level > best).map((level) => `duties ${level}`));
  });

  it('are those beyond what an answer may say', () => {
    const revenue = rubric.criteria.find(({ id }) => id === 'revenue');
    const most = revenue?.levels[3]?.at_least ?? 0;
    const found = idsIn(withCriterion('revenue', { maximum: most }));
    expect([...found].sort()).toEqual(['revenue 4', ...known].sort());
  });

  it('are those that no evidence carries', () => {
    const caps = { independent: 2, checkable: 2 } as const;
    expect(idsIn(withCriterion('proof', { caps }))).toEqual(expect.arrayContaining(['proof 3', 'proof 4']));
  });

  it('are all of a criterion that applies on no track', () => {
    const nowhere = Object.fromEntries(rubric.tracks.map(({ id }) => [id, 'Not here.']));
    const ids = idsIn(withCriterion('proof', { not_applicable: nowhere }));
    expect(ids.filter((id) => id.startsWith('proof')).length).toBe(5);
  });
});

describe('criteria that do nothing', () => {
  const described = (proof: number, exit: number) =>
    describedAs({ ...choice('proof', proof, ['measured']), ...choice('exit', exit, ['measured']) });

  it('are those that are the same everywhere, from three descriptions on', () => {
    const held = (count: number) =>
      prepareDescriptions(
        Array.from({ length: count }, (_, at) => described(at % 5, 2)),
        rubric,
      );
    const ids = (count: number) => findConstantCriteria(held(count), rubric).map(({ subject }) => subject);
    expect(ids(2)).toEqual([]);
    expect(ids(3)).toContain('exit');
    expect(ids(3)).not.toContain('proof');
  });
});

describe('pairs', () => {
  const pair = (a: number, b: number, one: string, other: string) =>
    describedAs({ ...choice('proof', a, [one]), ...choice('exit', b, [other]) });
  const found = (descriptions: readonly Description[]) =>
    findRedundantPairs(prepareDescriptions(descriptions, rubric), rubric).map(({ id, subject }) => `${id} ${subject}`);

  it('share their evidence where one source carries both in three descriptions', () => {
    const shared = [1, 2, 3].map((level) => pair(level, 4, 'measured', 'measured'));
    expect(found(shared)).toEqual(['pair/same-evidence proof + exit']);
    expect(found(shared.slice(1))).toEqual([]);
    expect(found([1, 2, 3].map((level) => pair(level, 4, 'measured', 'seen')))).toEqual([]);
  });

  it('go together where their levels do, in six', () => {
    const together = [0, 1, 2, 3, 4, 2].map((level) => pair(level, level, 'measured', 'seen'));
    const capped = found(together);
    expect(capped).toContain('pair/correlated proof + exit');
    expect(found(together.slice(1))).not.toContain('pair/correlated proof + exit');
    const apart = [0, 1, 2, 3, 4, 2].map((level, at) => pair(level, at % 2 === 0 ? 3 : 0, 'measured', 'seen'));
    expect(found(apart)).not.toContain('pair/correlated proof + exit');
  });
});

describe('entries that nothing uses', () => {
  it('are told by kind', () => {
    const named = { id: 'nothing', title: 'Nothing', means: 'Nothing.' };
    const more: Rubric = {
      ...rubric,
      units: [...rubric.units, { id: 'USD per nothing', base: null, times: 1, divided_by: 1, better: null }],
      workloads: [...rubric.workloads, named],
      service_classes: [...rubric.service_classes, { ...named, shown_by: null }],
    };
    const before = new Set(findUnusedEntries(rubric, x402).map(({ id, subject }) => `${id} ${subject}`));
    const after = findUnusedEntries(more, x402).map(({ id, subject }) => `${id} ${subject}`);
    expect(after.filter((entry) => !before.has(entry)).sort()).toEqual([
      'service-class/unused nothing',
      'unit/unused USD per nothing',
      'workload/unused nothing',
    ]);
  });
});
