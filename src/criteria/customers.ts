import { type Bound, HIGHEST, type Level, LOWEST, mapBounds, maxLevel } from '../model/level.ts';
import * as s from '../model/schema/schema.ts';
import {
  type AnswerFields,
  ASK_SOURCES,
  buildFinding,
  type CriterionKind,
  type FormQuestion,
  type GradedItem,
  getCaseLevel,
  listCitations,
  type ReadContext,
  readListAnswer,
  type SupportedStatement,
  supportLevel,
} from './criterion-kind.ts';
import { supportFields } from './fields-and-thresholds.ts';
import { isUnnamed, listNameNoise, mixesScripts, normalizeOrganisation, readsInsideCrypto } from './normalize-name.ts';

const STAGES = ['announced', 'pilot', 'production'] as const;

/** A customer as described. A fact left out is unknown: it counts against the item until it is known. */
interface CustomerAnswer extends SupportedStatement {
  readonly name: string;
  readonly outside_crypto: boolean | null;
  readonly stage: (typeof STAGES)[number] | null;
  readonly paid: boolean | null;
}

const unknownFactSchema = s.transform(s.literal('unknown'), () => null);
const factSchema = s.orNull(s.anyOf(s.booleanValue, unknownFactSchema));

const customerSchema = s.mapping({
  name: s.annotate(s.trimmedText, { description: 'The organisation, as the source names it.' }),
  outside_crypto: s.annotate(factSchema, {
    description: 'true if its main business is not a token, a chain or an exchange.',
  }),
  stage: s.annotate(s.orNull(s.anyOf(s.oneOf(STAGES), unknownFactSchema)), {
    description: 'announced, pilot or production',
  }),
  paid: s.annotate(factSchema, {
    description: 'true if it pays with its own money; grants and token issuance do not count.',
  }),
  ...supportFields,
});

/** The cases of a customer, from worst to best. */
const CASES = ['inside-crypto', ...STAGES, 'paid-production'] as const;

type CustomerCase = (typeof CASES)[number];

/** The case of one customer; a fact that is left out counts against it, and so does a name that is not given. */
function findCustomerCase(
  { name, outside_crypto, stage, paid }: CustomerAnswer,
  { rubric, project }: ReadContext,
): CustomerCase {
  if (outside_crypto !== true || readsInsideCrypto(name, project, rubric)) return 'inside-crypto';
  if (isUnnamed(name, rubric)) return 'announced';
  if (stage === 'production' && paid === true) return 'paid-production';
  return stage ?? 'announced';
}

/** More words than the name of an organisation has. */
const MOST_WORDS = 12;

/**
 * The organisations on a list, each as what backs it, of which more than `enough` make no difference. Of an organisation and a
 * part of it, such as a branch, the part stands for both.
 */
function groupBackers(
  items: readonly { readonly words: readonly string[]; readonly backer: readonly string[] }[],
  enough: number,
): readonly ReadonlySet<string>[] {
  const groups = new Map<string, { readonly words: readonly string[]; readonly backers: Set<string> }>();
  const add = (from: Iterable<string>, to: Set<string>) => {
    for (const backer of from) if (to.size < enough) to.add(backer);
  };
  for (const { words, backer } of items) {
    const group = groups.get(words.join('')) ?? { words, backers: new Set() };
    groups.set(words.join(''), group);
    add(backer, group.backers);
  }
  const wholes = new Set<string>();
  const all = [...groups].map(([key, { words, backers }]) => {
    const inherited = new Set(backers);
    for (let count = 1; count < Math.min(words.length, MOST_WORDS); count += 1) {
      const above = words.slice(0, count).join('');
      add(groups.get(above)?.backers ?? [], inherited);
      wholes.add(above);
    }
    return [key, inherited] as const;
  });
  return all.flatMap(([key, backers]) => (wholes.has(key) ? [] : [backers]));
}

/** Whether `enough` of these can each have a backer of their own: one buyer's own account bears one buyer. */
function areBacked(backing: readonly ReadonlySet<string>[], enough: number): boolean {
  const holders = new Map<string, number>();
  const assign = (at: number, tried: Set<string>): boolean =>
    [...(backing[at] ?? [])].some((backer) => {
      if (tried.has(backer)) return false;
      tried.add(backer);
      const holder = holders.get(backer);
      if (holder !== undefined && !assign(holder, tried)) return false;
      holders.set(backer, at);
      return true;
    });
  let found = 0;
  return backing.some((_, at) => {
    if (assign(at, new Set())) found += 1;
    return found >= enough;
  });
}

/**
 * The level of a list: that of the best item, and the highest where enough names are in the best case on evidence that carries
 * it. A list rules out no further customer, so that who is named never closes what naming nobody leaves open; only `[]` does.
 */
function computeListLevel(
  entries: readonly GradedItem<CustomerAnswer>[],
  bound: Bound,
  { criterion, rubric }: ReadContext,
): Level {
  if (bound === 'possible') return entries.length > 0 ? HIGHEST : LOWEST;
  const noise = listNameNoise(rubric);
  const carriesAll = (grade: string) => rubric.evidence.grades.some(({ id, cap }) => id === grade && cap === HIGHEST);
  const isOneBuyers = (kind: string) => rubric.evidence.kinds.some((one) => one.id === kind && one.one_buyer);
  const best = getCaseLevel(criterion, 'paid-production');
  const levels = entries.map(({ item, claimed: level, graded }) => {
    const words = normalizeOrganisation(item.name, noise);
    const name = words.join(' ');
    if (bound !== 'supported') return { words, level, cap: HIGHEST, backer: [name] };
    const backer = graded.sources
      .filter(({ grade }) => carriesAll(grade))
      .map(({ id, kind }) => (isOneBuyers(kind) ? id : `${id} ${name}`));
    return { words, level: supportLevel(level, graded), cap: graded.capAt(HIGHEST), backer };
  });
  const full = levels.filter(({ level, cap }) => level === best && cap === HIGHEST);
  const { enough } = criterion;
  if (enough !== null && areBacked(groupBackers(full, enough), enough)) return HIGHEST;
  return levels.reduce<Level>((most, { level }) => maxLevel(level, most), LOWEST);
}

function explainCustomerLevel(item: CustomerAnswer): string {
  const describe = (fact: boolean | null, yes: string, no: string) =>
    fact === null ? `not stated whether ${yes}` : fact ? yes : no;
  const where = describe(item.outside_crypto, 'outside crypto', 'inside crypto');
  return `${where}, ${item.stage ?? 'stage not stated'}, ${describe(item.paid, 'paid', 'not paid')}`;
}

/** A question about a customer whose field is one of several words, or is left open. */
function askFact(
  question: string,
  key: keyof CustomerAnswer,
  words: readonly (readonly [word: string | boolean, label: string])[],
): FormQuestion {
  const choices = [['unknown', 'not stated'] as const, ...words];
  return {
    kind: 'choice',
    question,
    choices: choices.map(([word, label]) => ({ id: String(word), label, fields: { [key]: word } })),
  };
}

/** Whoever pays for what it has only agreed to use is asked for which of the two is meant. */
const ASK_PAID_STAGE: FormQuestion = {
  kind: 'choice',
  question: 'It only plans to use the offer, and it pays already. What is right?',
  choices: [
    { id: 'both', label: 'both: it has paid in advance', fields: { confirmed: true } },
    { id: 'plans', label: 'it plans to use the offer and does not pay yet', fields: { paid: false } },
    { id: 'tries', label: 'it pays for a pilot', fields: { stage: 'pilot' } },
    { id: 'runs', label: 'it pays and runs on the offer', fields: { stage: 'production' } },
  ],
};

function askNextOfCustomer(given: AnswerFields): FormQuestion | null {
  const { name, outside_crypto, stage, paid, confirmed, sources } = given;
  if (name === undefined)
    return {
      kind: 'text',
      question: 'Which organisation?',
      example: 'Example Hospital',
      fieldsOf: (text) => ({ name: text }),
    };
  if (outside_crypto === undefined)
    return askFact('Is its main business outside crypto, not a token, a chain or an exchange?', 'outside_crypto', [
      [true, 'yes, outside crypto'],
      [false, 'no, inside crypto'],
    ]);
  if (stage === undefined)
    return askFact('How far has it come with the offer?', 'stage', [
      ['announced', 'announced: it has agreed or plans to use it'],
      ['pilot', 'pilot: it runs a test or a trial'],
      ['production', 'production: it runs on the offer'],
    ]);
  if (paid === undefined)
    return askFact('Does it pay with its own money, and not from grants or token issuance?', 'paid', [
      [true, 'yes'],
      [false, 'no'],
    ]);
  if (paid === true && stage === 'announced' && confirmed === undefined) return ASK_PAID_STAGE;
  return sources === undefined ? ASK_SOURCES : null;
}

/** A criterion answered by a list of named customers; the empty list says that there are none. */
export const customersKind: CriterionKind<readonly CustomerAnswer[]> = {
  id: 'customers',
  hasRatio: false,
  isList: true,
  cases: [CASES],
  isCounted: true,
  itemFacts: { outside_crypto: [true, false], stage: STAGES, paid: [true, false] },
  findFault: () => null,
  shape: () => s.list(customerSchema),
  askNext: askNextOfCustomer,
  check: () => [],
  citations: (answer) => answer.flatMap((item, index) => listCitations(item, [index])),

  read(answer, context) {
    const { criterion } = context;
    const entries = answer.map((item, index) => ({
      item,
      index,
      title: item.name,
      claimed: getCaseLevel(criterion, findCustomerCase(item, context)),
      reason: explainCustomerLevel(item),
      graded: context.grade(item.sources),
    }));
    const inside = entries.filter(({ item }) => item.outside_crypto === false);
    const hidden = entries.filter(
      ({ item }) => item.outside_crypto === true && readsInsideCrypto(item.name, context.project, context.rubric),
    );
    const unnamed = entries.filter(({ item }) => isUnnamed(item.name, context.rubric) && !mixesScripts(item.name));
    const result = {
      said: answer.map(({ name }) => name).join(', '),
      levels: mapBounds((bound) => computeListLevel(entries, bound, context)),
      findings: [
        ...inside.map((entry) => ['customer/inside-crypto', entry] as const),
        ...hidden.map((entry) => ['customer/looks-inside-crypto', entry] as const),
        ...unnamed.map((entry) => ['customer/unnamed', entry] as const),
      ].map(([id, { item, index }]) => buildFinding(context, id, { customer: item.name }, `/${index}`)),
    };
    return readListAnswer(entries, result, context);
  },
};
