import { type Bound, HIGHEST, type Level, LOWEST, mapBounds, maxLevel, minLevel } from '../model/level.ts';
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
  getCaseLevel,
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

/** The cases of a customer, from worst to best. */
const CASES = ['inside-crypto', ...STAGES, 'paid-production'] as const;

type CustomerCase = (typeof CASES)[number];

/** The case of one customer; `unknown` says how a fact that is left out is taken. */
function findCustomerCase(item: CustomerAnswer, unknown: boolean): CustomerCase {
  if (!(item.outside_crypto ?? unknown)) return 'inside-crypto';
  const stage = item.stage ?? (unknown ? 'production' : 'announced');
  return stage === 'production' && (item.paid ?? unknown) ? 'paid-production' : stage;
}

interface GradedCustomer {
  readonly item: CustomerAnswer;
  readonly claimed: Level;
  readonly possible: Level;
  readonly graded: GradedEvidence;
}

/** The level of a list: that of the best item, and the highest where enough names are in the best case on evidence that carries it. */
function computeListLevel(entries: readonly GradedCustomer[], bound: Bound, { criterion, rubric }: ReadContext): Level {
  const noise = listNameNoise(rubric);
  const best = getCaseLevel(criterion, 'paid-production');
  const levels = entries.map(({ item, claimed, possible, graded }) => {
    const level = bound === 'possible' ? possible : claimed;
    const cap = bound === 'supported' ? graded.cap : HIGHEST;
    return { name: normalizeName(item.name, noise), level: minLevel(level, cap), cap };
  });
  const full = new Set(levels.filter(({ level, cap }) => level === best && cap === HIGHEST).map(({ name }) => name));
  if (criterion.enough !== null && full.size >= criterion.enough) return HIGHEST;
  return levels.reduce<Level>((most, { level }) => maxLevel(level, most), LOWEST);
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
  cases: CASES,
  isCounted: true,
  faultOf: () => null,
  shape: () => list(customerSchema),
  check: () => [],
  citations: (answer) => answer.flatMap((item, index) => listCitations(item, [index])),

  read(answer, context) {
    const entries = answer.map((item) => ({
      item,
      claimed: getCaseLevel(context.criterion, findCustomerCase(item, false)),
      possible: getCaseLevel(context.criterion, findCustomerCase(item, true)),
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
