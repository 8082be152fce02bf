import type { Rule } from './rule.ts';

export const sourceSameOrigin = {
  id: 'source/same-origin',
  severity: 'warn',
  scope: 'description',
  title: 'Many sources of one origin',
  what: ({ subject, text }) => `${text('count')} of the sources of ${subject} are from ${text('origin')}.`,
  why: 'Many pages by one hand look like many voices; the best of them counts, once.',
  fix: 'Keep the one that says most, and look for somebody else who says so.',
  find: ({ report, rubric, findOrigin }) =>
    report.dimensions
      .flatMap(({ criteria }) => criteria)
      .flatMap((criterion) => {
        if (criterion.status !== 'answered') return [];
        const { id, sources, at } = criterion;
        const origins = new Map(sources.map((source) => [source.id, findOrigin(source.url)]));
        return [...new Set(origins.values())].flatMap((origin) => {
          const count = [...origins.values()].filter((other) => other === origin).length;
          return count < rubric.hosts.same_origin ? [] : [{ subject: id, detail: { origin, count }, at }];
        });
      }),
} as const satisfies Rule;
