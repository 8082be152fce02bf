import { eachBound, higherLevel, type Level, lowerLevel } from '../model/level.ts';
import type { ItemReport } from '../model/report.ts';
import { about, anyOf, line, list, mapped, mapping, oneOf, orNull, truth, word } from '../shape/shape.ts';
import { citationsOf, findingOn, type Graded, type Kind, type ReadContext, strongest } from './kind.ts';
import { supportFields, unsupported } from './shapes.ts';

const STAGES = ['announced', 'pilot', 'production'] as const;

/** A customer as described. A fact left out is unknown: it counts against the item at claimed, for it at possible. */
export interface Customer {
  readonly name: string;
  readonly outside_crypto: boolean | null;
  readonly stage: (typeof STAGES)[number] | null;
  readonly paid: boolean | null;
  readonly sources: readonly string[];
  readonly disputed_by: readonly string[];
  readonly note: string | null;
}

/** How many full customers make level 4. */
const SEVERAL = 3;

const unknownFact = mapped(word('unknown'), () => null);
const fact = orNull(anyOf(truth, unknownFact));

const customer = mapping({
  name: about(line, { description: 'The organisation, as the source names it.' }),
  outside_crypto: about(fact, {
    description: 'true where its main business is neither a token, a chain nor an exchange.',
  }),
  stage: about(orNull(anyOf(oneOf(STAGES), unknownFact)), { description: 'announced, pilot or production' }),
  paid: about(fact, {
    description: 'true where it pays with money of its own; a grant or an issuance is no payment.',
  }),
  ...supportFields,
});

/** The level of one customer, 1 to 3; `unknown` says how a fact that is left out is taken. */
function levelOf(item: Customer, unknown: boolean): Level {
  const outside = item.outside_crypto ?? unknown;
  const stage = item.stage ?? (unknown ? 'production' : 'announced');
  if (!outside || stage === 'announced') return 1;
  return stage === 'production' && (item.paid ?? unknown) ? 3 : 2;
}

interface GradedCustomer {
  readonly item: Customer;
  readonly claimed: Level;
  readonly possible: Level;
  readonly graded: Graded;
}

/** A name without case, punctuation and legal form, so that one organisation under three spellings is one. */
function plainName(name: string): string {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words.replace(
    /(?: (?:inc|incorporated|ltd|limited|llc|gmbh|corp|corporation|co|company|plc|ag|sa|bv|oy))+$/u,
    '',
  );
}

/** The level of a list: the best item, and one more where three names each reach 3 on evidence that carries 4. */
function levelOfList(entries: readonly GradedCustomer[], bound: 'supported' | 'claimed' | 'possible'): Level {
  const levels = entries.map(({ item, claimed, possible, graded }) => {
    const level = bound === 'possible' ? possible : claimed;
    const cap: Level = bound === 'supported' ? graded.cap : 4;
    return { name: plainName(item.name), level: lowerLevel(level, cap), cap };
  });
  const full = new Set(levels.filter(({ level, cap }) => level === 3 && cap === 4).map(({ name }) => name));
  if (full.size >= SEVERAL) return 4;
  return levels.reduce<Level>((best, { level }) => higherLevel(level, best), 0);
}

function reasonOf(item: Customer): string {
  const where =
    item.outside_crypto === null
      ? 'not said whether outside crypto'
      : item.outside_crypto
        ? 'outside crypto'
        : 'inside crypto';
  const paid = item.paid === null ? 'not said whether paid' : item.paid ? 'paid' : 'not paid';
  return `${where}, ${item.stage ?? 'stage not said'}, ${paid}`;
}

function reportOf(entry: GradedCustomer, index: number, context: ReadContext): ItemReport {
  const { item, claimed, graded } = entry;
  return {
    title: item.name,
    claimed,
    supported: lowerLevel(claimed, graded.cap),
    grade: graded.grade.id,
    reason: reasonOf(item),
    sources: graded.sources,
    note: item.note,
    at: context.span(`/${index}`),
  };
}

/** A criterion answered by a list of named customers; the empty list says that there are none. */
export const customers: Kind<readonly Customer[]> = {
  id: 'customers',
  hasRatio: false,
  isList: true,
  faultOf: () => null,
  shape: () => list(customer),
  boasts: () => [
    ['Alpha', 'Beta', 'Gamma'].map((name) => ({
      name,
      outside_crypto: true,
      stage: 'production',
      paid: true,
      ...unsupported,
    })),
  ],
  check: () => [],
  citations: (answer) => answer.flatMap((item, index) => citationsOf(item, [index])),

  read(answer, context) {
    const entries = answer.map((item) => ({
      item,
      claimed: levelOf(item, false),
      possible: levelOf(item, true),
      graded: context.grade(item.sources),
    }));
    const best = strongest(
      entries.map(({ claimed, graded }) => ({ level: claimed, graded })),
      context,
    );
    const findings = entries.flatMap(({ item }, index) =>
      item.outside_crypto === false
        ? [findingOn(context, 'customer/inside-crypto', { customer: item.name }, `/${index}`)]
        : [],
    );
    return {
      said: answer.length === 0 ? 'none' : answer.map((item) => item.name).join(', '),
      note: null,
      levels: eachBound((bound) => levelOfList(entries, bound)),
      graded: best,
      disputedBy: answer.flatMap((item) => item.disputed_by),
      items: entries.map((entry, index) => reportOf(entry, index, context)),
      comparison: null,
      shown: null,
      findings,
    };
  },
};
