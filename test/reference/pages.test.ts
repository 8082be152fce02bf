import { describe, expect, it } from 'vitest';
import type { Criterion, Rubric } from '../../src/model/rubric.ts';
import type { Block, Text } from '../../src/reference/page.ts';
import { pageOf } from '../../src/reference/registry.ts';
import { shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();

function plain(text: Text): string {
  return text.map((part) => (typeof part === 'string' ? part : 'id' in part ? part.id : part.url)).join('');
}

function linesOfBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`# ${block.text}`];
    case 'paragraph':
      return [plain(block.text)];
    case 'list':
      return block.items.map(plain);
    case 'facts': {
      const title = block.title === null ? [] : [plain(block.title)];
      return [...title, ...block.facts.map(([key, value]) => `${key}: ${plain(value)}`)];
    }
    case 'table':
      return [block.columns.join(' | '), ...block.rows.map((row) => row.map(plain).join(' | '))];
    case 'yaml':
      return block.text.trimEnd().split('\n');
  }
}

/** The page as lines: facts as `key: value`, the cells of a row parted by `|`. */
function linesOf(id: string, of: Rubric = rubric): readonly string[] {
  return (pageOf(of, id)?.blocks ?? []).flatMap(linesOfBlock);
}

/** The lines below a heading, up to the next one. */
function under(heading: string, lines: readonly string[]): readonly string[] {
  const start = lines.indexOf(`# ${heading}`) + 1;
  const end = lines.findIndex((line, index) => index >= start && line.startsWith('# '));
  return start === 0 ? [] : lines.slice(start, end === -1 ? undefined : end);
}

function withCriterion(id: string, change: Partial<Criterion>): Rubric {
  return { ...rubric, criteria: rubric.criteria.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)) };
}

describe('the page of a criterion', () => {
  it.each(rubric.criteria)('says all that the rubric knows of $id', (criterion) => {
    const text = linesOf(criterion.id).join('\n');
    const claims = rubric.seeds.claims.filter((claim) => criterion.claims.includes(claim.id));
    const said = [
      ...[criterion.question, criterion.why, criterion.needs, criterion.raise, criterion.weight_reason],
      ...criterion.levels.flatMap((level) => [level.means, level.reaches, level.falls_short, level.option ?? '']),
      ...Object.values(criterion.not_applicable),
      ...claims.map((claim) => `${claim.id}: ${claim.text}`),
      ...[criterion.caps_reason ?? '', criterion.unit ?? '', `over ${criterion.max_age_months} months`],
    ];
    expect(said.filter((part) => !text.includes(part))).toEqual([]);
  });

  it('shows the effective cap of each grade and marks the lowered ones with the reason', () => {
    const lowered = withCriterion('cost', { caps: { checkable: 2, press: 1 }, caps_reason: 'Because.' });
    expect(under('Evidence', linesOf('cost', lowered)).slice(1, 9)).toEqual([
      'Grade | Carries at most',
      'none | level 0',
      'statement | level 1',
      'press | level 1, lowered from 2',
      'checkable | level 2, lowered from 3',
      'independent | level 4',
      'why lower: Because.',
      'age: over 12 months at `as_of`, or without a date, it counts one grade lower',
    ]);
  });

  it('shows the share of the index on each track, whose sum over the criteria is the whole', () => {
    const one = withCriterion('cost', { weight: 1, not_applicable: { compute: 'No price.' } });
    const alone = {
      ...one,
      criteria: one.criteria.filter(
        ({ id, dimension }) => id === 'cost' || dimension !== 'technical_edge' || id === 'proof',
      ),
    };
    const rows = under('Weight', linesOf('cost', alone));
    expect(rows).toContain('compute | not applicable');
    // Storage weighs the edge with 38; cost has 1 of the 3 that cost and proof have together.
    expect(rows).toContain('storage | 12.6%');
    expect(under('Not applicable', linesOf('cost', alone))).toEqual(['compute: No price.']);
  });

  it('names the gates, diagnoses and tracks that read it', () => {
    expect(under('Read by', linesOf('continuity'))).toEqual([
      'gate edge-pays-for-switch: The edge pays for the switch',
      'gate survives-node-failure: It survives a node failure',
    ]);
    expect(under('Read by', linesOf('cost'))).toContain('track storage: it is the deciding comparison');
    expect(under('Read by', linesOf('duties'))).toContain('diagnosis waits-for-regulation: It waits for a rule');
  });

  it('states thresholds as ratios or in the unit, in the better direction', () => {
    expect(linesOf('cost')).toContain('Level 3, from 3.0x');
    expect(linesOf('revenue')).toContain('Level 2, at least 1000000 USD per year');
    expect(linesOf('revenue', withCriterion('revenue', { better: 'lower' }))).toContain(
      'Level 2, at most 1000000 USD per year',
    );
  });
});

describe('the page of a gate', () => {
  it('says what it requires in words', () => {
    const lines = linesOf('survives-node-failure');
    expect(under('What it requires', lines)[0]).toBe('continuity at level 2 or more');
    expect(lines).toContain('tracks: compute, storage');
    expect(lines.find((line) => line.startsWith('cap: '))).toMatch(
      /^cap: 44 points where it fails, so at best weak-fit\./,
    );
  });

  it('shows the multiples of a break-even and the deciding comparison of each track', () => {
    const lines = linesOf('edge-pays-for-switch');
    expect(under('What it requires', lines)).toContain('3 | 1.75x');
    expect(under('Deciding comparison', lines)).toHaveLength(rubric.tracks.length);
    expect(under('Deciding comparison', lines).find((line) => line.startsWith('verification'))).toMatch(
      /does not apply/,
    );
  });
});

describe('the page of a track', () => {
  it.each(rubric.tracks)('says demand, models, incumbents, weights and the words of $id', (track) => {
    const text = linesOf(track.id).join('\n');
    const said = [
      ...[track.demand, track.deciding.reason, ...track.incumbents],
      ...track.models.map((model) => `${track.id}/${model.id} ${model.title}: ${model.means}`),
      ...Object.entries(track.weights).map(([id, entry]) => `${id} | ${entry.weight} | ${entry.reason}`),
      ...track.signals.map((signal) => signal.term),
    ];
    expect(said.filter((part) => !text.includes(part))).toEqual([]);
  });
});

describe('the pages of the registers', () => {
  it('tells a duty by its dates, its pull and its regulation', () => {
    const lines = linesOf('eu-ai-act/art-12');
    expect(under('How it stands', lines)).toEqual([
      'From | It is',
      '2024-08-01 | adopted, to apply from 2026-08-02',
      '2026-07-24 | adopted, to apply from 2027-12-02',
      '2027-12-02 | in application',
    ]);
    expect(lines).toContain('2026-07-24 | 2027-12-02 | high-risk systems of Annex III');
    expect(lines.some((line) => line.startsWith('verification | 3 | '))).toBe(true);
  });

  it('lists the duties and sources of a regulation', () => {
    const lines = linesOf('eu-ai-act');
    const regulation = rubric.regulations.find(({ id }) => id === 'eu-ai-act');
    expect(under('Duties', lines)).toHaveLength(regulation?.duties.length ?? 0);
    expect(under('Sources', lines)).toHaveLength(regulation?.sources.length ?? 0);
  });

  it.each(rubric.alternatives)('gives the figures and sources of $id', (alternative) => {
    const lines = linesOf(alternative.id);
    for (const { value, from, source } of alternative.figures) {
      expect(under('Figures', lines).some((line) => line.startsWith(`${from} | ${value} ${alternative.unit} | `))).toBe(
        true,
      );
      expect(under('Sources', lines).some((line) => line.includes(source.url))).toBe(true);
    }
  });

  it('says how a unit converts', () => {
    const unit = { id: 'b', base: 'a', times: 3, divided_by: 2 };
    const units = [
      { id: 'a', base: null, times: 1, divided_by: 1 },
      unit,
      { ...unit, id: 'c', times: 1, divided_by: 1 },
    ];
    expect(linesOf('b', { ...rubric, units })).toEqual(['conversion: times 3, divided by 2 gives a']);
    expect(linesOf('c', { ...rubric, units })).toEqual(['conversion: the same as a']);
    expect(under('Units that convert into it', linesOf('a', { ...rubric, units }))).toEqual([
      'b: times 3, divided by 2 gives a',
      'c: the same as a',
    ]);
  });
});

describe('the page of a claim', () => {
  it('names whatever rests on it', () => {
    expect(under('What rests on it', linesOf('m1-threefold-yardstick'))).toEqual([
      'criterion cost: Price against the alternative',
      'criterion performance: Performance against the alternative',
      'gate edge-pays-for-switch: The edge pays for the switch',
      'diagnosis edge-too-small: The edge is too small for the switch',
    ]);
  });

  it('says why a claim is kept on which nothing rests', () => {
    for (const claim of rubric.seeds.claims) {
      const lines = linesOf(claim.id);
      const hasReason = claim.context !== null && lines.includes(`kept because: ${claim.context}`);
      expect(under('What rests on it', lines).length > 0 || hasReason, claim.id).toBe(true);
    }
  });
});
