import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import { checkDescription } from '../../src/check/check-description.ts';
import { findFailures } from '../../src/check/outcome.ts';
import { RULES } from '../../src/check/rules/registry.ts';
import type { CheckedFile, CheckSettings, Severity } from '../../src/model/check.ts';
import { countFindings } from '../../src/model/count-findings.ts';
import { type Description, UNKNOWN_ANSWER } from '../../src/model/description.ts';
import { arbitraryDescription } from '../support/arbitrary.ts';
import { example, exampleNames } from '../support/describe.ts';
import { shippedRubric } from '../support/rubric.ts';
import { usual } from './check-fixtures.ts';

// Whatever a config demands, a description never fails where the same one with a fact, a source or an admission left out passes.

const rubric = shippedRubric();

/**
 * Rules that find something false, unusable as it is written, or not looked at, which is mended by correcting or opening it and not only by
 * leaving it out. An honest description has none of these.
 */
const FAULTS = [
  'answer/contradicts',
  'comparison/implausible',
  'name/mixed-scripts',
  'source/after-as-of',
  'source/changed',
  'source/file-missing',
  'source/file-unread',
  'source/not-public',
  'source/not-seen',
  'track/disagreement',
];
/** Rest on facts that are good: of those an offer has more that one outsider alone vouches for, or that no quote carries. To leave one out costs points. */
const ON_GOOD_FACTS = ['source/one-witness', 'quote/missing'];

const settle = (description: Description, settings: CheckSettings): CheckedFile =>
  checkDescription(
    { description, report: assess(description, rubric), text: '', body: null, file: 'a.yaml' },
    settings,
    null,
    { rubric, today: null, readsComments: false, digest: (text) => text, memoFindings: () => [] },
  );

type Path = readonly (string | number)[];

function dropAt(value: unknown, [key, ...rest]: Path): unknown {
  if (Array.isArray(value))
    return rest.length === 0
      ? value.filter((_, at) => at !== key)
      : value.map((entry, at) => (at === key ? dropAt(entry, rest) : entry));
  const held = value as Record<string, unknown>;
  return { ...held, [String(key)]: dropAt(held[String(key)], rest) };
}

function listItemPaths(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    return [...(Array.isArray(value) ? [here] : []), ...listItemPaths(part, here)];
  });
}

/** Everything that can be left out: an answer, an item of a list, a source of an answer, what disputes it, and a source altogether. */
function listOmissions(description: Description): readonly (() => Description)[] {
  const { answers, sources } = description;
  const given = Object.entries(answers).filter(([, answer]) => answer.status === 'answered');
  const put = (id: string, value: unknown): Description => ({
    ...description,
    answers: { ...answers, [id]: { status: 'answered', value } },
  });
  return [
    ...given.map(([id]) => () => ({ ...description, answers: { ...answers, [id]: UNKNOWN_ANSWER } })),
    ...given.map(([id]) => () => {
      const { [id]: _, ...rest } = answers;
      return { ...description, answers: rest };
    }),
    ...given.flatMap(([id, answer]) =>
      answer.status === 'answered'
        ? listItemPaths(answer.value).map((path) => () => put(id, dropAt(answer.value, path)))
        : [],
    ),
    ...sources.map(({ id: gone }) => () => ({
      ...description,
      sources: sources.filter(({ id }) => id !== gone),
      answers: Object.fromEntries(
        Object.entries(answers).map(([id, answer]) => {
          if (answer.status !== 'answered') return [id, answer];
          const isGone = (value: unknown, path: Path): boolean => {
            const part = path.reduce<unknown>((at, key) => Reflect.get(Object(at), key), value);
            return Reflect.get(Object(part), 'id') === gone;
          };
          // From the last, so that no path moves before it is used.
          const paths = listItemPaths(answer.value)
            .filter((path) => isGone(answer.value, path))
            .reverse();
          return [id, { ...answer, value: paths.reduce(dropAt, answer.value as unknown) }];
        }),
      ),
    })),
  ];
}

const points = fc.option(fc.integer({ min: 0, max: 60 }));
const arbitrarySettings: fc.Arbitrary<CheckSettings> = fc.record({
  rules: fc.constant({}),
  minimum: fc.record({
    index: points,
    coverage: points,
    verdict: fc.option(fc.constantFrom(...rubric.bands.map(({ id }) => id))),
    dimensions: fc.dictionary(
      fc.constantFrom(...rubric.dimensions.map(({ id }) => id)),
      fc.integer({ min: 0, max: 80 }),
    ),
  }),
  required: fc.subarray(rubric.criteria.map(({ id }) => id)),
  maxAgeDays: fc.constant(365),
  maxIgnoreDays: fc.constant(180),
});

const examples = exampleNames().map((name) => example(name, rubric));

const toPairs = (descriptions: fc.Arbitrary<Description>) =>
  descriptions.chain((honest) => fc.constantFrom(...listOmissions(honest)).map((omit) => ({ honest, silent: omit() })));
const fromExamples = toPairs(fc.constantFrom(...examples));
const pairs = fc.oneof(toPairs(arbitraryDescription(rubric)), fromExamples);

const losesPoints = (one: CheckedFile, other: CheckedFile) =>
  (other.index?.supported ?? 0) < (one.index?.supported ?? 0);
const count = ({ findings }: CheckedFile, rule: string) => findings.filter(({ id }) => id === rule).length;

describe('honesty never costs', () => {
  it('in any rule that can fail a check: no more is found than in the same description with something left out', () => {
    const rules = RULES.filter(({ id, isDisclosure }) => !isDisclosure && !FAULTS.includes(id));
    fc.assert(
      fc.property(pairs, arbitrarySettings, ({ honest, silent }, settings) => {
        const all = { ...settings, rules: Object.fromEntries(RULES.map(({ id }) => [id, 'error' as const])) };
        const [one, other] = [settle(honest, all), settle(silent, all)];
        const costs = rules
          .filter(({ id }) => !ON_GOOD_FACTS.includes(id) || !losesPoints(one, other))
          .filter(({ id }) => count(one, id) > count(other, id));
        expect(costs.map(({ id }) => id)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('is tried on every criterion: answered, unknown and left out, and with what disputes it', () => {
    const sampled = fc.sample(arbitraryDescription(rubric), { numRuns: 60, seed: 7 });
    const states = new Set(
      sampled.flatMap(({ answers }) =>
        rubric.criteria.flatMap(({ id }) => {
          const answer = answers[id];
          if (answer?.status !== 'answered') return [`${id} ${answer === undefined ? 'left out' : 'unknown'}`];
          const isDisputed = /"disputed_by":\[\{/.test(JSON.stringify(answer.value));
          return [`${id} answered`, ...(isDisputed ? [`${id} disputed`] : [])];
        }),
      ),
    );
    const wanted = rubric.criteria.flatMap(({ id }) =>
      ['answered', 'unknown', 'left out', 'disputed'].map((state) => `${id} ${state}`),
    );
    expect(wanted.filter((state) => !states.has(state))).toEqual([]);
    for (const one of sampled) expect(listOmissions(one).length).toBeGreaterThan(one.sources.length);
  });

  it('under any config: what passes without a fact passes with it, unless what is said is false', () => {
    const severities = fc.record(
      Object.fromEntries(RULES.map(({ id }) => [id, fc.constantFrom<Severity>('off', 'note', 'warn', 'error')])),
    );
    const limits = fc.record({
      failSeverity: fc.constantFrom('warn', 'error', 'never'),
      maxWarnings: fc.option(fc.integer({ min: 0, max: 8 })),
    });
    fc.assert(
      fc.property(
        fromExamples,
        arbitrarySettings,
        severities,
        limits,
        ({ honest, silent }, settings, rules, thresholds) => {
          const [one, other] = [honest, silent].map((description) => {
            const checked = settle(description, {
              ...settings,
              // Few answers have no finding of this one, which is about good facts.
              rules: { ...rules, 'quote/missing': 'off' } as CheckSettings['rules'],
            });
            const passes = findFailures(countFindings([checked]), 0, thresholds).length === 0;
            return { checked, passes };
          }) as [{ checked: CheckedFile; passes: boolean }, { checked: CheckedFile; passes: boolean }];
          fc.pre(![...FAULTS, ...ON_GOOD_FACTS].some((id) => count(one.checked, id) > 0));
          if (other.passes) expect(one.passes).toBe(true);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('for what an author admits: each is a note, whatever the config says', () => {
    const errors = Object.fromEntries(RULES.map(({ id }) => [id, 'error' as const]));
    const disclosures = RULES.filter(({ isDisclosure }) => isDisclosure).map(({ id }) => id);
    const found = examples
      .flatMap((description) => settle(description, { ...usual, rules: errors }).findings)
      .filter(({ id }) => disclosures.includes(id));
    expect(found.length).toBeGreaterThan(50);
    expect([...new Set(found.map(({ severity }) => severity))]).toEqual(['note']);
  });
});
