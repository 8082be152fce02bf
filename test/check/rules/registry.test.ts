import { describe, expect, it } from 'vitest';
import { DEFAULT_SEVERITIES, getRule, RULE_IDS, RULES } from '../../../src/check/rules/registry.ts';

describe('the rules', () => {
  it('have ids of a subject and a defect, each once', () => {
    for (const id of RULE_IDS) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*$/);
    expect(new Set(RULE_IDS).size).toBe(RULE_IDS.length);
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s says what it is about, why and what to do', (id, rule) => {
    for (const text of [rule.title, rule.why, rule.fix]) expect(text).toMatch(/^[A-Z].*\w/);
    expect(rule.title).not.toMatch(/\.$/);
    expect(getRule(id)).toBe(rule);
    expect(DEFAULT_SEVERITIES[id]).toBe(rule.severity);
  });

  it('leave an author no way to suppress a bar that the run sets', () => {
    const ofRun = RULES.filter(({ id }) => /^(?:fit|gate|suppression|baseline|as-of)\/|^answer\/required$/.test(id));
    expect(ofRun.filter(({ scope }) => scope === 'description')).toEqual([]);
    expect(RULES.filter(({ needs, scope }) => needs === 'memo' && scope !== 'description')).toEqual([]);
  });

  it('throws for an id that no rule has', () => {
    expect(() => getRule('source/none')).toThrow('unknown rule source/none');
  });
});
