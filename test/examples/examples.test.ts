import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { assess } from '../../src/assess.ts';
import { getRule } from '../../src/check/rules/registry.ts';
import { getCriterionKind } from '../../src/criteria/registry.ts';
import type { Description } from '../../src/model/description.ts';
import { endNames, example, exampleNames, listCriteriaOn, referenceNames } from '../support/describe.ts';
import { ROOT, shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();

interface Vector {
  readonly example: string;
  readonly verdict: string;
  readonly cause: string;
  readonly index: readonly [number, number];
  readonly reason: string;
  /** Why the article's reason for the track is not the one here. */
  readonly elsewhere?: string;
}

const { vectors } = parse(fs.readFileSync(path.join(ROOT, 'rubrics/vectors.yaml'), 'utf8')) as {
  vectors: readonly Vector[];
};

function answered(description: Description) {
  return rubric.criteria.flatMap((criterion) => {
    const answer = description.answers[criterion.id];
    return answer?.status === 'answered' ? [{ criterion, value: answer.value as never }] : [];
  });
}

describe('the criteria that an example answers', () => {
  it('are those that were in the rubric on its day', () => {
    const criteria = [
      { id: 'first', since: null },
      { id: 'same-day', since: '2026-11-22' },
      { id: 'newer', since: '2026-11-23' },
    ];
    expect(listCriteriaOn('2026-11-22', criteria)).toEqual(['first', 'same-day']);
  });
});

describe('what is shipped', () => {
  it.each([...exampleNames(), ...referenceNames(), ...endNames()])('%s is told no error', (name) => {
    const { findings } = assess(example(name, rubric), rubric);
    expect(findings.filter(({ id }) => getRule(id).severity === 'error')).toEqual([]);
  });
});

describe('the vectors', () => {
  it('are about every project that is described', () => {
    const described = exampleNames()
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => name.replace('.yaml', ''));
    expect(vectors.map((vector) => vector.example).sort()).toEqual(described);
  });

  it.each(
    vectors.map((vector) => [vector.example, vector] as const),
  )('%s comes out as an informed reader would say', (name, vector) => {
    const report = assess(example(`${name}.yaml`, rubric), rubric);
    expect({ verdict: report.verdict, cause: report.diagnosis?.id }).toEqual({
      verdict: vector.verdict,
      cause: vector.cause,
    });
    expect(report.fit?.supported).toBeGreaterThanOrEqual(vector.index[0]);
    expect(report.fit?.supported).toBeLessThanOrEqual(vector.index[1]);
  });

  it('tell projects apart: no verdict holds more than half of them', () => {
    const verdicts = vectors.map((vector) => vector.verdict);
    for (const verdict of verdicts) {
      expect(verdicts.filter((other) => other === verdict).length).toBeLessThanOrEqual(Math.ceil(vectors.length / 2));
    }
  });
});

describe('the order across tracks', () => {
  const reports = vectors.map((vector) => ({
    vector,
    report: assess(example(`${vector.example}.yaml`, rubric), rubric),
  }));
  const ofTrack = (track: string) => reports.filter(({ report }) => report.classification.scoredAs === track);
  const indices = (track: string) => ofTrack(track).map(({ report }) => report.fit?.supported ?? 0);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const causes = (track: string) =>
    ofTrack(track).flatMap(({ report }) => [report.diagnosis, ...report.otherCauses].map((cause) => cause?.id ?? ''));

  it('is the article’s: payments ahead, then compute and storage, then verification and agent infrastructure', () => {
    const [payments, compute, storage] = ['agent-payments', 'compute', 'storage'].map((track) => mean(indices(track)));
    const early = ['verification', 'agent-infrastructure'].map((track) => mean(indices(track)));
    expect(payments).toBeGreaterThan(Math.max(compute ?? 0, storage ?? 0));
    expect(Math.min(compute ?? 0, storage ?? 0)).toBeGreaterThan(Math.max(...early));
  });

  it('rests on the article’s reasons, but where facts say otherwise and the vector tells it', () => {
    const expected: Readonly<Record<string, readonly string[]>> = {
      'agent-payments': ['level-field'],
      compute: ['edge-too-small', 'reliability'],
      storage: ['edge-too-small', 'reliability'],
      verification: ['waits-for-regulation'],
      'agent-infrastructure': ['ahead-of-its-market'],
    };
    for (const [track, reasons] of Object.entries(expected)) {
      const others = ofTrack(track).filter(({ report }) => !reasons.includes(report.diagnosis?.id ?? ''));
      expect(
        causes(track).some((cause) => reasons.includes(cause)),
        track,
      ).toBe(true);
      expect(others.filter(({ vector }) => !vector.elsewhere).map(({ vector }) => vector.example)).toEqual([]);
    }
  });
});

describe.each(exampleNames())('examples/%s', (name) => {
  const description = example(name, rubric);

  it('cites a source for every answer', () => {
    const bare = answered(description).flatMap(({ criterion, value }) => {
      const isList = Array.isArray(value);
      const cited = getCriterionKind(criterion.kind).citations(value);
      return cited.length === 0 && !(isList && (value as unknown[]).length === 0) ? [criterion.id] : [];
    });
    expect(bare).toEqual([]);
  });

  it('cites every source that it lists, and dates all that can be dated', () => {
    const report = assess(description, rubric);
    expect(
      report.findings.filter((finding) => finding.id === 'source/uncited' || finding.id === 'source/after-as-of'),
    ).toEqual([]);
  });

  it('says of every criterion that applies what is known, or that it is not', () => {
    const report = assess(description, rubric);
    const silent = report.dimensions
      .flatMap((dimension) => dimension.criteria)
      .filter((c) => c.status === 'unknown' && !c.stated);
    const mustBeAnswered = listCriteriaOn(description.as_of, rubric.criteria);
    expect(silent.map((criterion) => criterion.id).filter((id) => mustBeAnswered.includes(id))).toEqual([]);
  });

  it('is classified by its words as it declares', () => {
    const { classification } = assess(description, rubric);
    expect(classification).toMatchObject({ status: 'decided', track: description.track });
  });
});

describe('the memo', () => {
  it('carries the same answers and sources as the description that it is about', () => {
    const [memo, description] = [example('memo-grass.md', rubric), example('grass.yaml', rubric)];
    expect({ sources: memo.sources, answers: memo.answers }).toEqual({
      sources: description.sources,
      answers: description.answers,
    });
  });
});

describe('the README', () => {
  const readme = fs.readFileSync(path.join(ROOT, 'README.md'), 'utf8');
  const commands = [...readme.matchAll(/^npm ci && (.+)$/gm)].map((match) => match[1]);

  it('sets up with two commands', () => {
    expect(commands).toEqual(['npx demandfit examples/x402.yaml', 'npm test']);
  });

  it('is no longer than one reads', () => {
    expect(Buffer.byteLength(readme)).toBeLessThan(10_000);
  });
});
