import { rememberByObject } from '../../model/remember.ts';
import type { Alternative, PricedGood, Rubric } from '../../model/rubric.ts';
import { findFigures } from '../../prose/find-figures.ts';
import { toWordAlternation } from '../../prose/phrase-patterns.ts';
import type { Divisor, StatedFigure } from '../../prose/stated-figure.ts';
import { getVocabulary, type Vocabulary } from '../../prose/vocabulary.ts';

/** A unit in which a price may be given, read as a text would be. */
interface UnitVariant {
  readonly unit: string;
  readonly figure: StatedFigure;
}

/** A unit of the register, with the words by which prices in it are told. */
export interface PriceUnit extends UnitVariant {
  readonly criterion: string;
  readonly tracks: readonly string[];
  /** What it is divided by that is measured, and the words for the good that is not. */
  readonly measures: readonly Divisor[];
  readonly goods: readonly string[];
  /** The same price in other units of the rubric. */
  readonly variants: readonly UnitVariant[];
  readonly called: RegExp | null;
  readonly beside: RegExp | null;
  readonly notBeside: RegExp | null;
  /** The sum on which a fee in per cent is taken; null where there is none. */
  readonly size: number | null;
}

function readUnit(unit: string, { figures }: Vocabulary): StatedFigure | null {
  const text = `1 ${unit}`;
  return findFigures(text, { from: 0, to: text.length }, figures)[0] ?? null;
}

const compile = (phrases: readonly string[]) =>
  phrases.length === 0 ? null : new RegExp(toWordAlternation(phrases), 'giu');

export function isMeasured({ of }: Divisor, { statements }: Vocabulary): boolean {
  return statements.measures.some((measure) => measure.of === of);
}

function buildPriceUnit(unit: string, alternatives: readonly Alternative[], rubric: Rubric): PriceUnit | null {
  const vocabulary = getVocabulary(rubric);
  const figure = readUnit(unit, vocabulary);
  const [first] = alternatives;
  if (figure === null || first === undefined) return null;
  const good: PricedGood | undefined = rubric.reading.prices.goods.find((entry) => entry.unit === unit);
  const baseOf = (id: string) => rubric.units.find((entry) => entry.id === id)?.base ?? id;
  const variants = rubric.units
    .filter(({ id }) => baseOf(id) === baseOf(unit))
    .flatMap(({ id }) => {
      const other = readUnit(id, vocabulary);
      return other === null ? [] : [{ unit: id, figure: other }];
    });
  return {
    unit,
    figure,
    criterion: first.criterion,
    tracks: [...new Set(alternatives.map(({ track }) => track))],
    measures: figure.per.filter((divisor) => isMeasured(divisor, vocabulary)),
    goods: figure.per.filter((divisor) => !isMeasured(divisor, vocabulary)).map(({ of }) => of),
    variants,
    called: compile(good?.called ?? []),
    beside: compile(good?.beside ?? []),
    notBeside: compile(good?.not_beside ?? []),
    size: good?.size ?? null,
  };
}

const getPriceUnits = rememberByObject(buildPriceUnits);

/**
 * The units of registered prices that the track asks for, or those of any track if none was inferred; a fee, whose unit has no
 * divisor, can only be recognized on its own track. Units that require words near them come first.
 */
export function listPriceUnits(rubric: Rubric, track: string | null): readonly PriceUnit[] {
  const isAsked = ({ criterion, tracks, figure }: PriceUnit) => {
    if (track === null && figure.per.length === 0) return false;
    const { not_applicable = {} } = rubric.criteria.find(({ id }) => id === criterion) ?? {};
    return tracks.some((id) => (track === null || id === track) && not_applicable[id] === undefined);
  };
  return getPriceUnits(rubric).filter(isAsked);
}

function buildPriceUnits(rubric: Rubric): readonly PriceUnit[] {
  const units = [...new Set(rubric.alternatives.map(({ unit }) => unit))];
  return units
    .map((unit) =>
      buildPriceUnit(
        unit,
        rubric.alternatives.filter((entry) => entry.unit === unit),
        rubric,
      ),
    )
    .filter((unit) => unit !== null)
    .sort((a, b) => Number(b.beside !== null) - Number(a.beside !== null));
}
