import { describe, expect, it } from 'vitest';
import type { Duty, Regulation } from '../../src/model/rubric.ts';
import { describeUndatedDuty, listDutyHistory } from '../../src/rubric-pages/regulations.ts';

const duty: Duty = {
  id: 'd',
  title: 'Duty',
  article: 'Art. 1',
  text: 'Something is done.',
  binding: 'hard',
  dates: [],
  until: null,
  tracks: {},
  addressee: 'Providers.',
  means: 'ordinary',
  means_reason: 'A form.',
};

const regulation: Regulation = {
  id: 'r',
  title: 'Rule',
  citation: 'Rule 1',
  jurisdiction: 'EU',
  status: 'in-force',
  adopted: null,
  in_force: null,
  note: null,
  sources: [],
  duties: [duty],
};

function said(change: Partial<Duty>): readonly string[] {
  return listDutyHistory({ ...duty, ...change }, regulation).map(({ from, says }) => `${from} ${says}`);
}

describe('how a duty stood', () => {
  it('begins with adoption and changes when it applies', () => {
    expect(said({ dates: [{ set_on: '2024-01-01', from: '2025-01-01', scope: 'all' }] })).toEqual([
      '2024-01-01 adopted, to apply from 2025-01-01',
      '2025-01-01 in application',
    ]);
  });

  it('follows the newest text, and drops a start that was moved', () => {
    const dates = [
      { set_on: '2024-01-01', from: '2025-01-01', scope: 'all' },
      { set_on: '2024-06-01', from: '2026-01-01', scope: 'all' },
    ];
    expect(said({ dates })).toEqual([
      '2024-01-01 adopted, to apply from 2025-01-01',
      '2024-06-01 adopted, to apply from 2026-01-01',
      '2026-01-01 in application',
    ]);
  });

  it('ends before it applied', () => {
    const dates = [{ set_on: '2024-01-01', from: '2025-01-01', scope: 'all' }];
    expect(said({ dates, until: '2024-09-01' })).toEqual([
      '2024-01-01 adopted, to apply from 2025-01-01',
      '2024-09-01 ended',
    ]);
  });

  it('is one sentence where the register knows no date', () => {
    expect(said({})).toEqual([]);
    expect(describeUndatedDuty(duty, regulation)).toBe('in application; the register knows no date');
    expect(describeUndatedDuty(duty, { ...regulation, status: 'proposed' })).toBe(
      'not adopted; the register knows no date',
    );
  });
});
