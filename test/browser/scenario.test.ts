import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import type { AnswerField } from '../../src/browser/editors/editor.ts';
import { EDITORS } from '../../src/browser/editors/registry.ts';
import {
  EMPTY_SCENARIO,
  formatScoreCommand,
  NO_SOURCE,
  readWrittenAnswer,
  readWrittenValue,
  scoreScenario,
  type WhatIfResult,
  type WhatIfScenario,
} from '../../src/browser/scenario.ts';
import { KIND_IDS } from '../../src/criteria/registry.ts';
import type { PageData } from '../../src/model/page.ts';
import { example } from '../support/describe.ts';
import { ROOT, shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();
const head = {
  schemaVersion: 2,
  tool: { name: 'demandfit', version: '0' },
  rubric: { id: rubric.id, version: rubric.version, title: rubric.title, origin: 'built-in' },
} as const;

function dataOf(name: string): PageData {
  const yaml = fs.readFileSync(path.join(ROOT, 'examples', name), 'utf8');
  return { head, rubric, overrides: {}, yaml, file: `examples/${name}`, prefix: '', level: 1 };
}

const data = dataOf('x402.yaml');
const written = readWrittenValue(data);

function reportOf(supposed: WhatIfResult) {
  if (!supposed.ok) throw new Error('the description is refused');
  return supposed.report;
}

function with_(change: Partial<WhatIfScenario>) {
  return scoreScenario(data, written, { ...EMPTY_SCENARIO, ...change });
}

function criterionOf(supposed: WhatIfResult, id: string) {
  const found = reportOf(supposed)
    .dimensions.flatMap(({ criteria }) => criteria)
    .find((entry) => entry.id === id);
  if (found === undefined || found.status === 'not-applicable') throw new Error(`${id} is not asked`);
  return found;
}

/** Every answer that a field can make. */
function answersOf(field: AnswerField): readonly unknown[] {
  switch (field.input) {
    case 'select':
      return field.options.map(({ value }) => field.set(value));
    case 'number':
      return [field.least ?? 0, field.value, field.most ?? 1e6].map(field.set);
    case 'button':
      return [field.set()];
  }
}

describe('what a reader supposes', () => {
  it('is what the description says where nothing is supposed', () => {
    const supposed = with_({});
    expect(supposed.ok && supposed.yaml).toBe(data.yaml);
    expect(reportOf(supposed)).toEqual(assess(example('x402.yaml', rubric), rubric));
  });

  it('can change every kind of answer, and every change makes a description', () => {
    expect(Object.keys(EDITORS).sort()).toEqual([...KIND_IDS].sort());
    for (const criterion of rubric.criteria) {
      const context = { criterion, rubric, track: 'agent-payments' };
      const before = readWrittenAnswer(written, criterion.dimension, criterion.id);
      const searched = { unknown: { searched: '2026-06-20', where: ['docs'] } };
      for (const from of [before, undefined, 'unknown', searched, { answer: 'unknown', note: 'Looked for.' }]) {
        const fields = EDITORS[criterion.kind]?.(from, context) ?? [];
        expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
        expect(fields.some((field) => field.input === 'select' && field.options[0]?.value === 'unknown')).toBe(true);
        for (const answer of fields.flatMap(answersOf)) {
          const supposed = with_({ answers: new Map([[criterion.id, answer]]) });
          expect(supposed.ok, `${criterion.id}: ${JSON.stringify(answer)}`).toBe(true);
        }
      }
    }
  }, 120_000);

  it('carries nothing without a source, and more on a better one', () => {
    const none = criterionOf(with_({ evidence: new Map([['integration', NO_SOURCE]]) }), 'integration');
    expect(none.levels.supported).toBe(0);
    const best = rubric.criteria.find(({ id }) => id === 'integration')?.levels.at(-1)?.option;
    const audited = criterionOf(
      with_({ answers: new Map([['integration', best]]), evidence: new Map([['integration', 'audit']]) }),
      'integration',
    );
    expect(audited).toMatchObject({ status: 'answered', grade: 'independent' });
  });

  it('moves weights and day as the options of the command do', () => {
    const weights = {
      technical_edge: 10,
      switching_cost: 10,
      demand_maturity: 60,
      regulatory_pull: 10,
      landmark_adoption: 10,
    };
    const supposed = with_({ weights, asOf: '2028-01-01' });
    expect(reportOf(supposed)).toEqual(assess(example('x402.yaml', rubric), rubric, { weights, asOf: '2028-01-01' }));
    expect(supposed.ok && formatScoreCommand(supposed.options)).toBe(
      'demandfit score changed.yaml --as-of 2028-01-01 --weights technical_edge=10,switching_cost=10,demand_maturity=60,regulatory_pull=10,landmark_adoption=10',
    );
  });

  it('is refused where no description could say it', () => {
    expect(with_({ answers: new Map([['integration', 'nonsense']]) }).ok).toBe(false);
  });
});
