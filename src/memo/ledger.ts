import type { Description } from '../model/description.ts';
import type { Report } from '../model/report.ts';
import type { Rubric } from '../model/rubric.ts';
import { type Carrier, carriersOf } from './carrier.ts';
import type { Figure } from './figure.ts';
import { figuresIn } from './figures.ts';
import { lawsIn } from './laws.ts';
import { plainName } from './names.ts';
import type { Stretch } from './passage.ts';
import { sentencesOf } from './sentences.ts';
import { strongWordsIn } from './strong.ts';
import { wordsOf } from './subject.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface CarriedFigure {
  readonly figure: Figure;
  readonly carrier: Carrier;
  /** The words beside it, and those of its criterion. */
  readonly words: ReadonlySet<string>;
  /** Those of its criterion alone. */
  readonly subject: ReadonlySet<string>;
  /**
   * null where somebody wrote it. What follows from a comparison carries a figure only beside its words, since any multiple
   * can come out so; the `usual` forms, the ratio and the share that is saved, can contradict one too.
   */
  readonly derived: null | 'usual' | 'other';
}

export interface CarriedStrong {
  readonly family: string;
  readonly carrier: Carrier;
  readonly words: ReadonlySet<string>;
}

/** What the front matter says, in the form in which statements of the prose are held against it. */
export interface Ledger {
  readonly carriers: readonly Carrier[];
  readonly figures: readonly CarriedFigure[];
  /** Names of items, plain. */
  readonly customers: readonly { readonly name: string; readonly carrier: Carrier }[];
  /** Everything that the answers and the titles of sources say, plain, between blanks. */
  readonly allText: string;
  /** Ids of regulations, with the first carrier that has a source. */
  readonly laws: ReadonlyMap<string, Carrier>;
  readonly strong: readonly CarriedStrong[];
}

/** The words by which a criterion is known: of its title and of the rubric's list. */
function subjectOf(criterion: string, rubric: Rubric, { common }: Vocabulary): ReadonlySet<string> {
  const title = rubric.criteria.find(({ id }) => id === criterion)?.title ?? '';
  return wordsOf([title, ...(rubric.statements.subjects[criterion] ?? [])].join(' '), common);
}

const NO_WORDS: ReadonlySet<string> = new Set();

/** Figures that follow from a figure of a comparison: how many times as good, how much is saved. */
function ratiosOf(
  report: Report,
  carriers: readonly Carrier[],
  rubric: Rubric,
  vocabulary: Vocabulary,
): readonly CarriedFigure[] {
  const entries = report.dimensions.flatMap(({ criteria }) => criteria);
  return entries.flatMap((entry) => {
    const carrier = carriers.find(({ criterion }) => criterion === entry.id);
    if (entry.status !== 'answered' || entry.comparison === null || carrier === undefined) return [];
    const { author, ratio, best, bestRatio } = entry.comparison;
    const sides = [
      { name: author.name, ratio },
      ...(best === null || bestRatio === null ? [] : [{ name: best.name, ratio: bestRatio }]),
    ];
    return sides.flatMap((side) => {
      const subject = subjectOf(entry.id, rubric, vocabulary);
      const words = new Set([...subject, ...wordsOf(side.name, vocabulary.common)]);
      const { ratio: r } = side;
      const forms = [
        { value: r, of: 'multiple', derived: 'usual' },
        { value: (1 - 1 / r) * 100, of: 'percent', derived: 'usual' },
        { value: 1 / r, of: 'multiple', derived: 'other' },
        { value: 100 / r, of: 'percent', derived: 'other' },
        { value: (r - 1) * 100, of: 'percent', derived: 'other' },
      ] as const;
      return forms
        .filter(({ value }) => value > 0)
        .map(({ value, of, derived }) => ({ figure: plainFigure(value, of), carrier, words, subject, derived }));
    });
  });
}

function plainFigure(value: number, of: string, what = ''): Figure {
  const said =
    of === 'percent' ? `${Number(value.toFixed(1))}%` : of === 'multiple' ? `${Number(value.toFixed(2))}x` : `${value}`;
  return { from: 0, to: 0, said, of, what, value, slack: 0, per: [], hedge: null };
}

/** How many items each list has, under every word for what is counted. */
function countsOf(report: Report, carriers: readonly Carrier[], counts: readonly string[]): readonly CarriedFigure[] {
  return report.dimensions.flatMap(({ criteria }) =>
    criteria.flatMap((entry) => {
      const carrier = carriers.find(({ criterion }) => criterion === entry.id);
      if (entry.status !== 'answered' || entry.items.length === 0 || carrier === undefined) return [];
      const levels = entry.items.map(({ claimed }) => claimed);
      const sizes = new Set([1, 2, 3].map((level) => levels.filter((claimed) => claimed >= level).length));
      return [...sizes].flatMap((size) =>
        counts.map((what) => ({
          figure: plainFigure(size, 'count', what.toLowerCase()),
          carrier,
          words: NO_WORDS,
          subject: NO_WORDS,
          derived: null,
        })),
      );
    }),
  );
}

const whole = (text: string): Stretch => ({ from: 0, to: text.length });

const BARE = /(?<![\p{L}\p{N}.,/:#-])\d{1,12}(?:,\d{3})*(?:\.\d+)?(?![\p{L}\p{N}/:-])(?!\.\d)/gu;

/** A bare number of a note has the unit of the figure before it: "10 percent in one season, with 17 for the next". */
function withElliptic(text: string, sentence: Stretch, figures: readonly Figure[]): readonly Figure[] {
  const bare = [...text.slice(sentence.from, sentence.to).matchAll(BARE)].flatMap((match): readonly Figure[] => {
    const from = sentence.from + match.index;
    const to = from + match[0].length;
    const before = figures.findLast((figure) => figure.to <= from);
    if (before === undefined || figures.some((figure) => from < figure.to && to > figure.from)) return [];
    return [
      { ...before, from, to, said: match[0], value: Number(match[0].replaceAll(',', '')), slack: 0, hedge: null },
    ];
  });
  return [...figures, ...bare];
}

/** The figures of a text, each with the words of its sentence. */
function figuresOf(text: string, carrier: Carrier, rubric: Rubric, vocabulary: Vocabulary): readonly CarriedFigure[] {
  const subject = subjectOf(carrier.criterion, rubric, vocabulary);
  return sentencesOf(text, vocabulary.abbreviations).flatMap((sentence) =>
    withElliptic(text, sentence, figuresIn(text, sentence, vocabulary.figures)).map((figure) => ({
      figure,
      carrier,
      words: new Set([...subject, ...wordsOf(text.slice(sentence.from, sentence.to), vocabulary.common)]),
      subject,
      derived: null,
    })),
  );
}

export function ledgerOf(description: Description, report: Report, rubric: Rubric, vocabulary: Vocabulary): Ledger {
  const none = rubric.evidence.grades[0]?.id ?? 'none';
  const carriers = carriersOf(description, report, none);
  const { counts, customers } = rubric.statements;
  const laws = new Map<string, Carrier>();
  const figures: CarriedFigure[] = [];
  const strong: CarriedStrong[] = [];
  for (const carrier of carriers) {
    for (const text of carrier.texts) {
      figures.push(...figuresOf(text, carrier, rubric, vocabulary));
      for (const { regulation } of lawsIn(text, whole(text), vocabulary.laws))
        if (regulation !== null && (carrier.isSourced || !laws.has(regulation.id))) laws.set(regulation.id, carrier);
      for (const { family } of strongWordsIn(text, whole(text), vocabulary))
        strong.push({ family: family.id, carrier, words: wordsOf(text, vocabulary.common) });
    }
  }
  figures.push(...ratiosOf(report, carriers, rubric, vocabulary), ...countsOf(report, carriers, counts));
  const titles = description.sources.map(({ title }) => title);
  return {
    carriers,
    figures,
    customers: carriers.flatMap((carrier) =>
      carrier.names.map((name) => ({ name: plainName(name, customers.forms), carrier })),
    ),
    allText: ` ${plainName([...carriers.flatMap(({ texts }) => texts), ...titles].join(' | '), [])} `,
    laws,
    strong,
  };
}
