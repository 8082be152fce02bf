import { describe, expect, it } from 'vitest';
import { describeCause } from '../../../src/report/wording/causes.ts';

describe('the cause of another level', () => {
  it('keeps the sentences on an item apart', () => {
    const cause = { kind: 'item', title: 'EU AI Act, Art. 12' } as const;
    expect(
      describeCause({ ...cause, from: 'adopted, applies from 2027-12-02', to: 'in application: A proof is a log.' }),
    ).toBe('EU AI Act, Art. 12, before: adopted, applies from 2027-12-02; now: in application: A proof is a log.');
    expect(describeCause({ ...cause, from: null, to: 'voluntary' })).toBe(
      'EU AI Act, Art. 12, before: not listed; now: voluntary',
    );
  });
});
