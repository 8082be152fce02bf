import type { VerdictRuleChange } from '../../model/diff.ts';
import type { Rubric } from '../../model/rubric.ts';

/** What of the rules that turn an index into a verdict is otherwise: where each band begins, and the floor of coverage. */
export function listRuleChanges(before: Rubric, after: Rubric): readonly VerdictRuleChange[] {
  const ids = [...new Set([...before.bands, ...after.bands].map(({ id }) => id))];
  const bands = ids.flatMap((id): readonly VerdictRuleChange[] => {
    const [old, now] = [before, after].map(({ bands: all }) => all.find((band) => band.id === id));
    const [from, to] = [old?.from ?? null, now?.from ?? null];
    return from === to ? [] : [{ kind: 'band', band: id, title: (now ?? old)?.title ?? id, from, to }];
  });
  const [from, to] = [before.coverage_floor, after.coverage_floor];
  return from === to ? bands : [...bands, { kind: 'coverage-floor', from, to }];
}
