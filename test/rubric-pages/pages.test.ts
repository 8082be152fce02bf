import { describe, expect, it } from 'vitest';
import type { Criterion, Diagnosis, Duty, Gate, Implication, Rubric } from '../../src/model/rubric.ts';
import { type Block, toPlainText } from '../../src/report/document.ts';
import { buildPage, listEntries } from '../../src/rubric-pages/registry.ts';
import { shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();

function linesOfBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`# ${block.text}`];
    case 'paragraph':
      return [toPlainText(block.text)];
    case 'list':
      return block.items.map(toPlainText);
    case 'facts': {
      const title = block.title === null ? [] : [toPlainText(block.title)];
      return [...title, ...block.facts.map(([key, value]) => `${key}: ${toPlainText(value)}`)];
    }
    case 'table':
      return [block.columns.join(' | '), ...block.rows.map((row) => row.map(toPlainText).join(' | '))];
    case 'code':
      return block.text.trimEnd().split('\n');
    default:
      throw new Error(`a page has no ${block.kind}`);
  }
}

/** The page as lines: facts as `key: value`, the cells of a row parted by `|`. */
function linesOf(id: string, of: Rubric = rubric): readonly string[] {
  const entry = listEntries(of).find((known) => known.id === id);
  return entry === undefined ? [] : buildPage(of, entry).blocks.flatMap(linesOfBlock);
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

const NEEDS_IT = {
  id: 'needs-it',
  title: 'Needs it',
  why: 'It matters.',
  claims: [],
  cap: 15,
  cap_reason: 'Why so.',
  tracks: ['compute'],
  passed: 'Yes.',
  failed: 'No.',
} as const;

const LACKS_IT = {
  id: 'lacks-it',
  title: 'Lacks it',
  means: 'It lacks.',
  route: 'adapt',
  advice: 'Add.',
  trigger: 'News.',
  claims: [],
} as const;

/** The rubric with one gate, one diagnosis and one implication, each of which reads the criterion `id`. */
function readingOnly(id: string): Rubric {
  const gate: Gate = { ...NEEDS_IT, kind: 'levels', require: { criterion: id, at_least: 2 } };
  const diagnosis: Diagnosis = { ...LACKS_IT, when: { not: { criterion: id, bound: 'claimed', at_least: 2 } } };
  const implication: Implication = {
    id: 'goes-with-it',
    title: 'Goes with it',
    when: { criterion: id, at_least: 2 },
    implies: { criterion: id, at_least: 1 },
    why: 'Who has two has one.',
  };
  return { ...rubric, gates: [gate], diagnoses: [diagnosis], implications: [implication] };
}

describe('the page of a criterion', () => {
  it('says since when it is asked, where that is not from the start', () => {
    const asked = (since: string | null) => {
      const criteria = rubric.criteria.map((entry) => (entry.id === 'proof' ? { ...entry, since } : entry));
      return linesOf('proof', { ...rubric, criteria }).filter((line) => line.startsWith('asked since'));
    };
    expect(asked('2026-11-22')).toEqual([
      'asked since: 2026-11-22; a description as of an earlier date may leave it out',
    ]);
    expect(asked(null)).toEqual([]);
  });

  it.each(rubric.criteria)('says all that the rubric knows of $id', (criterion) => {
    const text = linesOf(criterion.id).join('\n');
    const claims = rubric.seeds.claims.filter((claim) => criterion.claims.includes(claim.id));
    const said = [
      ...[
        criterion.question,
        criterion.ask_as,
        criterion.why,
        criterion.needs.text,
        criterion.raise,
        criterion.weight_reason,
      ],
      ...criterion.levels.flatMap((level) => [level.means, level.reaches, level.falls_short, level.option ?? '']),
      ...Object.values(criterion.not_applicable),
      ...claims.map((claim) => `${claim.id}: ${claim.text}`),
      ...[criterion.caps_reason ?? '', criterion.unit ?? '', `over ${criterion.max_age_months} months`],
    ];
    expect(said.filter((part) => !text.includes(part))).toEqual([]);
  });

  it('shows the effective cap of each grade and marks the lowered ones with the reason', () => {
    const grades = (['none', 'weak', 'strong'] as const).map((id, index) => {
      return { id, title: id, means: id, cap: ([0, 2, 4] as const)[index] ?? 0 };
    });
    const lowered = withCriterion('cost', { caps: { weak: 1 }, caps_reason: 'Because.', max_age_months: 7 });
    const lines = linesOf('cost', { ...lowered, evidence: { ...rubric.evidence, grades } });
    expect(under('Evidence', lines).slice(1)).toEqual([
      'Grade | Supports at most',
      'none | level 0',
      'weak | level 1, lowered from 2',
      'strong | level 4',
      'why lower: Because.',
      'age: over 7 months at `as_of`, or without a date, it counts one grade lower',
    ]);
  });

  it('shows the share of the index on each track', () => {
    const one = withCriterion('cost', { weight: 1, not_applicable: { compute: 'No price.' } });
    const alone = {
      ...one,
      criteria: one.criteria
        .filter(({ id, dimension }) => id === 'cost' || dimension !== 'technical_edge' || id === 'proof')
        .map((criterion) => (criterion.id === 'proof' ? { ...criterion, weight: 3 } : criterion)),
    };
    const lines = linesOf('cost', alone);
    const storage = rubric.tracks.find(({ id }) => id === 'storage')?.weights['technical_edge']?.weight ?? 0;
    expect(under('Weight', lines)).toContain('compute | not applicable');
    expect(under('Weight', lines)).toContain(`storage | ${(Math.floor((storage / 4) * 10) / 10).toFixed(1)}%`);
    expect(under('Not applicable', lines)).toEqual(['compute: No price.']);
  });

  it('names the gates, diagnoses, implications and tracks that read it', () => {
    const read = readingOnly('proof');
    expect(under('Used by', linesOf('proof', read))).toEqual([
      'gate needs-it: Needs it',
      'diagnosis lacks-it: Lacks it',
      'implication goes-with-it: Goes with it',
    ]);
    const { dimension } = rubric.criteria.find(({ id }) => id === 'proof') ?? { dimension: '' };
    const other = rubric.criteria.find((entry) => entry.dimension !== dimension)?.id ?? '';
    expect(under('Used by', linesOf(other, read))).toEqual([]);
    expect(under('Used by', linesOf('cost'))).toContain('track storage: it is the deciding comparison');
  });

  it('states thresholds as ratios or in the unit, in the better direction', () => {
    const levels = (criterion: Criterion) =>
      criterion.levels.map((level) => ({ ...level, option: null, at_least: level.level || null }));
    const [cost] = rubric.criteria;
    if (cost === undefined) throw new Error('the rubric has no criteria');
    const change = { levels: levels(cost), kind: 'number', better: 'higher', minimum: 0 } as const;
    const title = (of: Partial<Criterion>) =>
      linesOf(cost.id, withCriterion(cost.id, { ...change, ...of })).filter((line) => line.startsWith('Level 3'));
    expect(title({ unit: 'USD per year' })).toEqual(['Level 3, at least 3 USD per year']);
    expect(title({ unit: 'hours', better: 'lower' })).toEqual(['Level 3, at most 3 hours']);
    expect(title({ kind: 'comparison', unit: null, better: 'lower' })).toEqual(['Level 3, from 3.0x']);
  });
});

describe('the page of a gate', () => {
  it('says what it requires in words, and at best which band it leaves', () => {
    const of = readingOnly('proof');
    const lines = linesOf('needs-it', {
      ...of,
      bands: rubric.bands.map((band, index) => ({ ...band, from: index * 10 })),
    });
    const means = rubric.criteria.find(({ id }) => id === 'proof')?.levels[2]?.means;
    expect(under('What it requires', lines)).toEqual(['proof at level 2 or more', `proof level 2: ${means}`]);
    expect(lines).toContain('tracks: compute');
    expect(lines).toContain(`cap: 15 points if it does not pass, so at best ${rubric.bands[1]?.id}. Why so.`);
  });

  it.each(rubric.gates)('says what the rubric does of $id', (gate) => {
    const text = linesOf(gate.id).join('\n');
    expect(
      [gate.why, gate.cap_reason, gate.passed, gate.failed, ...gate.claims].filter((part) => !text.includes(part)),
    ).toEqual([]);
  });

  it('shows the multiples of a break-even and the deciding comparison of each track', () => {
    const gate: Gate = {
      ...NEEDS_IT,
      kind: 'break-even',
      tracks: null,
      ease: 'switching_cost',
      steps: [9, 7, 5, 1.75, 1],
      against: 'best',
      unless: null,
    };
    const lines = linesOf('needs-it', { ...rubric, gates: [gate] });
    expect(under('What it requires', lines).slice(1)).toEqual([
      'Ease level | Multiple needed',
      '0 | 9.0x',
      '1 | 7.0x',
      '2 | 5.0x',
      '3 | 1.75x',
      '4 | 1.0x',
    ]);
    expect(under('Deciding comparison', lines)).toEqual(
      rubric.tracks.map(({ id, deciding }) => `${id}: ${deciding.criterion ?? 'does not apply'}. ${deciding.reason}`),
    );
  });
});

describe('the page of a track', () => {
  it.each(rubric.tracks)('says demand, need, models, incumbents and weights of $id', (track) => {
    const text = linesOf(track.id).join('\n');
    const said = [
      ...[track.demand, track.need.means, track.deciding.reason, ...track.incumbents],
      ...track.models.map((model) => `${track.id}/${model.id} ${model.title}: ${model.means}`),
      ...Object.entries(track.weights).map(([id, entry]) => `${id} | ${entry.weight} | ${entry.reason}`),
    ];
    expect(said.filter((part) => !text.includes(part))).toEqual([]);
  });

  it('groups the words that speak for a model by weight', () => {
    const signals = [1, 4, 1, -2].map((weight, index) => ({ term: `word${index}`, weight }));
    const tracks = rubric.tracks.map((track) => ({
      ...track,
      models: track.models.map((model) => ({ ...model, signals })),
    }));
    expect(under('Words that point to it', linesOf('compute/pooled-gpus', { ...rubric, tracks }))).toEqual([
      'weight 4: word1',
      'weight 1: word0, word2',
      'weight -2: word3',
    ]);
  });
});

describe('the pages of the registers', () => {
  it('tells a duty by its dates, its pull and its regulation', () => {
    const duty: Duty = {
      id: 'log',
      title: 'Logs',
      article: 'Art. 1',
      text: 'Keep logs.',
      binding: 'hard',
      dates: [{ set_on: '2024-08-01', from: '2026-08-02', scope: 'all systems' }],
      until: null,
      tracks: { storage: { level: 1, reason: 'Any store will do.' } },
      addressee: 'Providers.',
      means: 'ordinary',
      means_reason: 'A file.',
    };
    const regulations = rubric.regulations
      .slice(0, 1)
      .map((regulation) => ({ ...regulation, id: 'act', duties: [duty] }));
    const lines = linesOf('act/log', { ...rubric, regulations });
    expect(lines[0]).toBe('Keep logs.');
    expect(under('Status', lines)).toEqual([
      'From | Status',
      '2024-08-01 | adopted, to apply from 2026-08-02',
      '2026-08-02 | in application',
    ]);
    expect(lines).toContain('2024-08-01 | 2026-08-02 | all systems');
    expect(lines).toContain('storage | 1 | Any store will do.');
    expect(lines).toContain(`regulation: act: ${regulations[0]?.citation}`);
  });

  it.each(rubric.regulations)('lists the duties and sources of $id', (regulation) => {
    const lines = linesOf(regulation.id);
    expect(under('Duties', lines)).toHaveLength(regulation.duties.length);
    expect(under('Sources', lines)).toHaveLength(regulation.sources.length);
  });

  it.each(rubric.alternatives)('gives the figures and sources of $id', (alternative) => {
    const lines = linesOf(alternative.id);
    for (const { value, from, source } of alternative.figures) {
      const start = `${from} | ${value} ${alternative.unit} | `;
      expect(under('Figures', lines).some((line) => line.startsWith(start))).toBe(true);
      expect(under('Sources', lines).some((line) => line.includes(source.url ?? 'not public'))).toBe(true);
    }
  });

  it('says how a unit converts', () => {
    const unit = { id: 'b', base: 'a', times: 3, divided_by: 2, better: null };
    const units = [
      { id: 'a', base: null, times: 1, divided_by: 1, better: null },
      unit,
      { ...unit, id: 'c', times: 1, divided_by: 1, better: null },
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
  it('tells whether the article says it or the rubric adds it', () => {
    for (const { id, own } of rubric.seeds.claims) {
      const lines = linesOf(id);
      expect(lines.some((line) => line.startsWith('article: '))).toBe(own === null);
      expect(lines.includes(`our own: ${own}`)).toBe(own !== null);
    }
  });

  it('names whatever rests on it, or says why it is kept', () => {
    for (const claim of rubric.seeds.claims) {
      const lines = linesOf(claim.id);
      const criteria = rubric.criteria.filter((entry) => entry.claims.includes(claim.id));
      const gates = rubric.gates.filter((entry) => entry.claims.includes(claim.id));
      const resting = under('What rests on it', lines);
      for (const { id, title } of criteria) expect(resting).toContain(`criterion ${id}: ${title}`);
      for (const { id, title } of gates) expect(resting).toContain(`gate ${id}: ${title}`);
      const isKept = claim.context !== null && lines.includes(`kept because: ${claim.context}`);
      expect(resting.length > 0 || isKept, claim.id).toBe(true);
    }
  });

  it('counts the weight of a track as resting on it', () => {
    const [first, ...others] = rubric.tracks;
    if (first === undefined) throw new Error('the rubric has no tracks');
    const weight = { weight: 100, reason: 'All.', claims: ['tracks-differ'] };
    const track = { ...first, claims: [], weights: { technical_edge: weight } };
    const bare = others.map((entry) => ({ ...entry, claims: [], weights: {} }));
    const lines = under('What rests on it', linesOf('tracks-differ', { ...rubric, tracks: [track, ...bare] }));
    expect(lines.filter((line) => line.startsWith('track '))).toEqual([`track ${track.id}: ${track.title}`]);
  });
});
