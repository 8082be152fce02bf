import type { Rubric } from '../../src/model/rubric.ts';
import { shippedRubric } from '../support/rubric.ts';

/** What a custom rubric may fill with any text. */
const FREE: ReadonlySet<string> = new Set([
  ...[
    'title',
    'means',
    'question',
    'ask_as',
    'why',
    'weight_reason',
    'needs',
    'caps_reason',
    'raise',
    'reaches',
    'falls_short',
  ],
  ...['demand', 'reason', 'term', 'cap_reason', 'passed', 'failed', 'advice', 'trigger', 'text', 'context', 'scope'],
  ...['name', 'note', 'unit', 'derived', 'url', 'urls', 'authors', 'incumbents', 'citation', 'jurisdiction', 'article'],
  ...['addressee', 'means_reason', 'not_applicable'],
]);

const SHIPPED = shippedRubric();

function infected(value: unknown, text: string, isFree: boolean): unknown {
  if (typeof value === 'string') return isFree ? text : value;
  if (Array.isArray(value)) return value.map((entry) => infected(entry, text, isFree));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, infected(entry, text, isFree || FREE.has(key))]),
  );
}

/** The shipped rubric with `text` wherever the schema allows any text; units, whose ids are free, are down to one. */
export function hostileRubric(text: string): Rubric {
  const rubric = infected(SHIPPED, text, false) as Rubric;
  return { ...rubric, units: [{ id: text, base: null, times: 1, divided_by: 1, better: null }] };
}
