import type { Description } from '../model/description.ts';
import type { Report } from '../model/report.ts';
import type { Regulation, Rubric } from '../model/rubric.ts';
import type { CarriedFigure } from './carried-figure.ts';
import { type Carrier, carriersOf } from './carrier.ts';
import { courseOf } from './course.ts';
import { customersIn } from './customers.ts';
import { derivedFigures, plainFigure } from './derived.ts';
import type { Figure } from './figure.ts';
import { figuresIn } from './figures.ts';
import { lawsIn } from './laws.ts';
import { plainName } from './names.ts';
import { Parties } from './parties.ts';
import { passageOf, type Stretch } from './passage.ts';
import { sentencesOf } from './sentences.ts';
import type { Actors } from './stance.ts';
import { strongWordsIn } from './strong.ts';
import { wordsOf } from './subject.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface CarriedStrong {
  readonly family: string;
  readonly carrier: Carrier;
  readonly words: ReadonlySet<string>;
}

/** What the front matter says, in the form in which statements of the prose are held against it. */
export interface Ledger {
  readonly parties: Parties;
  readonly carriers: readonly Carrier[];
  readonly figures: readonly CarriedFigure[];
  /** Names of items, plain. */
  readonly customers: readonly { readonly name: string; readonly carrier: Carrier }[];
  /** Names that the notes of sourced answers tell as customers, plain. */
  readonly affirmed: ReadonlySet<string>;
  /** Everything that the answers and the titles of sources say, plain, between blanks. */
  readonly allText: string;
  /** Those that the answers cite. */
  readonly regulations: readonly Regulation[];
  /** Ids of regulations, with the first carrier that has a source. */
  readonly laws: ReadonlyMap<string, Carrier>;
  readonly strong: readonly CarriedStrong[];
}

/** The words by which a criterion is known: of its title and of the rubric's list. */
function subjectOf(criterion: string, rubric: Rubric, { common }: Vocabulary): ReadonlySet<string> {
  const title = rubric.criteria.find(({ id }) => id === criterion)?.title ?? '';
  return wordsOf([title, ...(rubric.statements.subjects[criterion] ?? [])].join(' '), common);
}

const PLAIN = { derived: null, owner: null, beside: null, rise: null, edge: null } as const;
const NO_WORDS: ReadonlySet<string> = new Set();

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
          ...PLAIN,
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

/** The figures of a text, each with the words of its sentence and whose it is. */
function figuresOf(
  text: string,
  carrier: Carrier,
  parties: Parties,
  rubric: Rubric,
  vocabulary: Vocabulary,
): readonly CarriedFigure[] {
  const subject = subjectOf(carrier.criterion, rubric, vocabulary);
  const words = new Set([...subject, ...wordsOf(carrier.texts.join(' '), vocabulary.common)]);
  return sentencesOf(text, vocabulary.abbreviations).flatMap((sentence) =>
    withElliptic(text, sentence, figuresIn(text, sentence, vocabulary.figures)).map(
      (figure): CarriedFigure => ({
        ...PLAIN,
        figure,
        carrier,
        words,
        subject,
        owner: carrier.owner === undefined ? parties.ownerOf(text, sentence, figure) : parties.of(carrier.owner),
        rise: courseOf(text, sentence, figure, figure.isPart, parties, vocabulary).rise,
      }),
    ),
  );
}

/** The project, registered alternatives, and those that the answers hold it against. */
function partiesOf(
  description: Description,
  report: Report,
  carriers: readonly Carrier[],
  vocabulary: Vocabulary,
): Parties {
  const { statements, alternatives } = vocabulary;
  const parties = new Parties(description.name, statements.us);
  for (const name of alternatives) parties.add(name, vocabulary);
  for (const entry of report.dimensions.flatMap(({ criteria }) => criteria)) {
    if (entry.status !== 'answered' || entry.comparison === null) continue;
    const { author, best } = entry.comparison;
    for (const side of [author, ...(best === null ? [] : [best])]) parties.add(side.name, vocabulary);
    for (const { criterion, texts, owner } of carriers)
      if (criterion === entry.id && owner === undefined) for (const text of texts) parties.addFrom(text, vocabulary);
  }
  return parties;
}

/** Names that the prose of sourced answers gives to customers, by the reader of memos. */
function affirmedBy(carriers: readonly Carrier[], actors: Actors, vocabulary: Vocabulary): ReadonlySet<string> {
  const { forms } = vocabulary.statements.customers;
  return new Set(
    carriers
      .filter(({ isSourced, claimed }) => isSourced && claimed !== null)
      .flatMap(({ texts }) => texts)
      .flatMap((text) => {
        const passage = passageOf(text);
        return sentencesOf(text, vocabulary.abbreviations).flatMap((stretch) =>
          customersIn({ ...stretch, passage }, actors, vocabulary).map(({ name }) => plainName(name, forms)),
        );
      }),
  );
}

export function ledgerOf(
  description: Description,
  report: Report,
  rubric: Rubric,
  vocabulary: Vocabulary,
  actors: Actors,
): Ledger {
  const none = rubric.evidence.grades[0]?.id ?? 'none';
  const carriers = carriersOf(description, report, none);
  const { counts, customers } = rubric.statements;
  const parties = partiesOf(description, report, carriers, vocabulary);
  const laws = new Map<string, Carrier>();
  const figures: CarriedFigure[] = [];
  const strong: CarriedStrong[] = [];
  for (const carrier of carriers) {
    for (const text of carrier.texts) {
      figures.push(...figuresOf(text, carrier, parties, rubric, vocabulary));
      for (const { regulation } of lawsIn(text, whole(text), vocabulary.laws))
        if (regulation !== null && (carrier.isSourced || !laws.has(regulation.id))) laws.set(regulation.id, carrier);
      for (const { family } of strongWordsIn(text, whole(text), vocabulary))
        strong.push({ family: family.id, carrier, words: wordsOf(text, vocabulary.common) });
    }
  }
  const nameWords = (name: string) => wordsOf(name, vocabulary.common);
  figures.push(...derivedFigures(report, figures, nameWords), ...countsOf(report, carriers, counts));
  const titles = description.sources.map(({ title }) => title);
  return {
    parties,
    carriers,
    figures,
    affirmed: affirmedBy(carriers, actors, vocabulary),
    customers: carriers
      .filter(({ criterion }) => criterion === 'customers')
      .flatMap((carrier) => carrier.names.map((name) => ({ name: plainName(name, customers.forms), carrier }))),
    allText: ` ${plainName([...carriers.flatMap(({ texts }) => texts), ...titles].join(' | '), [])} `,
    laws,
    regulations: rubric.regulations.filter(({ id }) => laws.has(id)),
    strong,
  };
}
