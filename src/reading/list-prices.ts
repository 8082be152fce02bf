import { areCompatibleUnits, findCurrentFigure, findHardestRivals } from '../criteria/rivals.ts';
import { toNumber } from '../model/rational.ts';
import type { PriceReading } from '../model/reading.ts';
import type { Alternative, Rubric } from '../model/rubric.ts';
import type { DocumentProse } from './document-prose.ts';
import { type FoundPrice, findPrices } from './prices/find-prices.ts';
import { listAlternativeNames } from './prices/price-patterns.ts';
import type { ReadingContext } from './reading-context.ts';

/** Behind every day that the register has a price of. */
const LATEST = '9999-12-31';

/** The words and numbers of a name, by which one offer of a party is told from another. */
function listNameParts(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

/** The registered offer of a party that fits the words best, the cheapest of those that fit alike; null where none is registered. */
function findOfferOf({ party, said, unit, of }: FoundPrice, rubric: Rubric): Alternative | null {
  if (party === null || of === null) return null;
  const names = [...listAlternativeNames(rubric)].filter(([name]) => hasName(party, name));
  const ids = new Set(names.flatMap(([, found]) => found));
  const words = listNameParts(said);
  const fitOf = ({ id, name }: Alternative) =>
    [...listNameParts(`${id} ${name}`)].filter((part) => words.has(part)).length;
  return (
    rubric.alternatives
      .filter((entry) => ids.has(entry.id) && entry.criterion === of.criterion)
      .filter((entry) => areCompatibleUnits(entry.unit, unit, rubric))
      .sort(
        (a, b) =>
          Number(b.figures.length > 0) - Number(a.figures.length > 0) ||
          fitOf(b) - fitOf(a) ||
          (a.figures.at(-1)?.value ?? 0) - (b.figures.at(-1)?.value ?? 0),
      )[0] ?? null
  );
}

/** True where the words have the name as a whole. */
export function hasName(words: string, name: string): boolean {
  const at = words.indexOf(name);
  return (
    at !== -1 && !/[\p{L}\p{N}]$/u.test(words.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(words.slice(at + name.length))
  );
}

/** The multiple that the best registered alternative has to be beaten by where nothing is known of the switch. */
function findHighestMultiple(criterion: string, tracks: readonly string[], rubric: Rubric): number | null {
  const decides = rubric.tracks.some(({ id, deciding }) => tracks.includes(id) && deciding.criterion === criterion);
  const gate = rubric.gates.find(
    (entry) =>
      entry.kind === 'break-even' &&
      entry.against === 'best' &&
      (entry.tracks === null || entry.tracks.some((id) => tracks.includes(id))),
  );
  return decides && gate?.kind === 'break-even' ? (gate.steps[0] ?? null) : null;
}

function toRegistered(entry: Alternative, asOf: string) {
  if (entry.figures.length === 0) return null;
  const { value, from } = findCurrentFigure(entry, asOf);
  return { id: entry.id, name: entry.name, value, unit: entry.unit, asOf: from };
}

const NOTHING = { alternative: null, registered: null, ratio: null, needed: null } as const;

/** A price, compared with what the register has for the same thing. */
function compareWithRegister(price: FoundPrice, { rubric, track, asOf }: ReadingContext): PriceReading {
  const { of, value, unit, party, quote } = price;
  const day = asOf ?? LATEST;
  const [first = ''] = rubric.criteria.filter(({ kind }) => kind === 'comparison').map(({ id }) => id);
  const found = { criterion: of?.criterion ?? first, quote, value, unit, party };
  if (of === null || quote.whose === 'market' || quote.whose === 'plan') return { ...found, ...NOTHING };
  if (quote.whose === 'rival') {
    const offer = findOfferOf(price, rubric);
    return { ...found, ...NOTHING, alternative: offer?.id ?? null, registered: offer && toRegistered(offer, day) };
  }
  const tracks = track === null ? of.tracks : [track];
  const [better] = rubric.alternatives.filter((entry) => entry.unit === of.unit).map((entry) => entry.better);
  const rivals = tracks.flatMap((id) =>
    findHardestRivals(
      {
        criterion: of.criterion,
        track: id,
        value,
        unit,
        better: better ?? 'lower',
        workload: null,
        serviceClass: null,
      },
      day,
      rubric,
    ),
  );
  const [best] = rivals;
  if (best === undefined) return { ...found, ...NOTHING };
  return {
    ...found,
    alternative: null,
    registered: toRegistered(best.alternative, day),
    ratio: toNumber(best.ratio),
    needed: findHighestMultiple(of.criterion, tracks, rubric),
  };
}

const ORDER = [
  'project',
  'unsaid',
  'plan',
  'rival',
  'market',
] as const satisfies readonly PriceReading['quote']['whose'][];

/** Every price in the documents, compared with the register of alternatives, in the order of the text. */
export function listPrices(proses: readonly DocumentProse[], context: ReadingContext): readonly PriceReading[] {
  return proses.flatMap((prose) => findPrices(prose, context)).map((price) => compareWithRegister(price, context));
}

/** The project's own prices first, and each of a party once. */
export function rankPrices(prices: readonly PriceReading[]): readonly PriceReading[] {
  const isOwn = ({ quote }: PriceReading) => quote.whose === 'project' || quote.whose === 'unsaid';
  const keyOf = (price: PriceReading) =>
    JSON.stringify([isOwn(price) || (price.alternative ?? price.party ?? price.quote.whose), price.value, price.unit]);
  const ranked = [...prices].sort(
    (a, b) =>
      Number(a.registered === null) - Number(b.registered === null) ||
      ORDER.indexOf(a.quote.whose) - ORDER.indexOf(b.quote.whose),
  );
  const once = new Map<string, PriceReading>();
  for (const price of ranked) if (!once.has(keyOf(price))) once.set(keyOf(price), price);
  return [...once.values()].sort((a, b) => ORDER.indexOf(a.quote.whose) - ORDER.indexOf(b.quote.whose));
}
