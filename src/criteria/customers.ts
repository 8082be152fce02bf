import { type Bound, type Level, mapBounds, maxLevel, minLevel } from '../model/level.ts';
import type { ItemReport } from '../model/report.ts';
import {
  annotate,
  anyOf,
  booleanValue,
  list,
  literal,
  mapping,
  oneOf,
  orNull,
  transform,
  trimmedText,
} from '../model/schema/schema.ts';
import {
  buildFinding,
  type CriterionKind,
  type GradedEvidence,
  listCitations,
  pickStrongestEvidence,
  type ReadContext,
} from './criterion-kind.ts';
import { supportFields } from './fields-and-thresholds.ts';
import { listNameNoise, normalizeName } from './normalize-name.ts';

const STAGES = ['announced', 'pilot', 'production'] as const;

/** A customer as described. A fact left out is unknown: it counts against the item at claimed, for it at possible. */
export interface CustomerAnswer {
  readonly name: string;
  readonly outside_crypto: boolean | null;
  readonly stage: (typeof STAGES)[number] | null;
  readonly paid: boolean | null;
  readonly sources: readonly string[];
  readonly disputed_by: readonly string[];
  readonly note: string | null;
}

/** How many full customers make level 4. */
const CUSTOMERS_FOR_TOP_LEVEL = 3;

const unknownFactSchema = transform(literal('unknown'), () => null);
const factSchema = orNull(anyOf(booleanValue, unknownFactSchema));

const customerSchema = mapping({
  name: annotate(trimmedText, { description: 'The organisation, as the source names it.' }),
  outside_crypto: annotate(factSchema, {
    description: 'true where its main business is neither a token, a chain nor an exchange.',
  }),
  stage: annotate(orNull(anyOf(oneOf(STAGES), unknownFactSchema)), { description: 'announced, pilot or production' }),
  paid: annotate(factSchema, {
    description: 'true where it pays with money of its own; a grant or an issuance is no payment.',
  }),
  ...supportFields,
});

/** The level of one customer, 1 to 3; `unknown` says how a fact that is left out is taken. */
function computeCustomerLevel(item: CustomerAnswer, unknown: boolean): Level {
  const outside = item.outside_crypto ?? unknown;
  const stage = item.stage ?? (unknown ? 'production' : 'announced');
  if (!outside || stage === 'announced') return 1;
  return stage === 'production' && (item.paid ?? unknown) ? 3 : 2;
}

interface GradedCustomer {
  readonly item: CustomerAnswer;
  readonly claimed: Level;
  readonly possible: Level;
  readonly graded: GradedEvidence;
}

/** The level of a list: the best item, and one more where three names each reach 3 on evidence that carries 4. */
function computeListLevel(entries: readonly GradedCustomer[], bound: Bound, { rubric }: ReadContext): Level {
  const noise = listNameNoise(rubric);
  const levels = entries.map(({ item, claimed, possible, graded }) => {
    const level = bound === 'possible' ? possible : claimed;
    const cap: Level = bound === 'supported' ? graded.cap : 4;
    return { name: normalizeName(item.name, noise), level: minLevel(level, cap), cap };
  });
  const full = new Set(levels.filter(({ level, cap }) => level === 3 && cap === 4).map(({ name }) => name));
  if (full.size >= CUSTOMERS_FOR_TOP_LEVEL) return 4;
  return levels.reduce<Level>((best, { level }) => maxLevel(level, best), 0);
}

function explainCustomerLevel(item: CustomerAnswer): string {
  const where =
    item.outside_crypto === null
      ? 'not said whether outside crypto'
      : item.outside_crypto
        ? 'outside crypto'
        : 'inside crypto';
  const paid = item.paid === null ? 'not said whether paid' : item.paid ? 'paid' : 'not paid';
  return `${where}, ${item.stage ?? 'stage not said'}, ${paid}`;
}

function reportCustomer(entry: GradedCustomer, index: number, context: ReadContext): ItemReport {
  const { item, claimed, graded } = entry;
  return {
    title: item.name,
    claimed,
    supported: minLevel(claimed, graded.cap),
    grade: graded.grade.id,
    reason: explainCustomerLevel(item),
    sources: graded.sources,
    note: item.note,
    at: context.span(`/${index}`),
  };
}

/** A criterion answered by a list of named customers; the empty list says that there are none. */
export const customersKind: CriterionKind<readonly CustomerAnswer[]> = {
  id: 'customers',
  hasRatio: false,
  isList: true,
  faultOf: () => null,
  shape: () => list(customerSchema),
  check: () => [],
  citations: (answer) => answer.flatMap((item, index) => listCitations(item, [index])),

  read(answer, context) {
    const entries = answer.map((item) => ({
      item,
      claimed: computeCustomerLevel(item, false),
      possible: computeCustomerLevel(item, true),
      graded: context.grade(item.sources),
    }));
    const best = pickStrongestEvidence(
      entries.map(({ claimed, graded }) => ({ level: claimed, graded })),
      context,
    );
    const findings = entries.flatMap(({ item }, index) =>
      item.outside_crypto === false
        ? [buildFinding(context, 'customer/inside-crypto', { customer: item.name }, `/${index}`)]
        : [],
    );
    return {
      said: answer.length === 0 ? 'none' : answer.map((item) => item.name).join(', '),
      note: null,
      levels: mapBounds((bound) => computeListLevel(entries, bound, context)),
      graded: best,
      disputedBy: answer.flatMap((item) => item.disputed_by),
      items: entries.map((entry, index) => reportCustomer(entry, index, context)),
      comparison: null,
      shown: null,
      findings,
    };
  },
};
