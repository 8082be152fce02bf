import { paragraph } from '../report/document.ts';
import type { EntryKind } from './entry-kind.ts';

export const ratingRules: EntryKind = {
  id: 'rating-rule',
  plural: 'rating-rules',
  means: 'A rule that holds for the rating of every criterion',
  entries: (rubric) =>
    rubric.rating_rules.map((rule) => ({
      id: rule.id,
      title: rule.title,
      claims: [],
      blocks: () => paragraph(rule.means),
    })),
};
