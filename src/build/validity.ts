import * as fs from 'node:fs';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import * as z from 'zod';
import { compareDescriptions } from '../analysis/compare/compare-descriptions.ts';
import type { ComparedDescription } from '../analysis/compare/compare-pairs.ts';
import { readDescription } from '../input/description/read-description.ts';
import { validateDescription } from '../input/description/validate-description.ts';
import type { Description } from '../model/description.ts';
import { toNumber } from '../model/rational.ts';
import type { Criterion, Rubric } from '../model/rubric.ts';
import { type Block, type Document, facts, paragraph, section, type Text, table } from '../report/document.ts';
import { formatPercent, formatPoints } from '../report/wording/figures.ts';
import { writeMarkdown } from '../report/writers/markdown/write-markdown.ts';
import { PLAIN_TERMINAL } from '../report/writers/terminal/paint.ts';
import { writeTerminal } from '../report/writers/terminal/write-terminal.ts';
import { scoreDescription } from '../score/score-description.ts';
import { computeMedian } from './bench/measure.ts';
import { loadShippedRubric } from './load-shipped-rubric.ts';
import { ROOT } from './run-built.ts';
import { computeAlpha, computeTau, countAgreeingPairs } from './validity/measures.ts';

// Measures whether the rubric is right: its ranking against that of readers who had no rubric, and ratings of the same
// projects by different raters against each other.

/** The figure by which `compare` ranks. */
const RANK = 'rank in compare';

/** Points that all readers must put two projects apart for their order to be clear. */
const APART = 8;

const reading = z.object({ id: z.string(), fit: z.array(z.number()).min(1) });
const readingsFile = z.union([z.array(reading), z.object({ from: z.string(), readings: z.array(reading) })]);

type Judgement = z.infer<typeof reading>;

const slug = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');

const stemOf = (file: string | null) => path.basename(file ?? '').replace(/\.\w+$/, '');

/** A description by its id in the readings: the name of its file or its own, or a file's name whose words are among those of the id. */
function findById(id: string, all: readonly ComparedDescription[]): ComparedDescription | undefined {
  const words = id.split('-');
  const isCalled = ({ description: { file, name } }: ComparedDescription) => stemOf(file) === id || slug(name) === id;
  const isWithin = ({ description: { file } }: ComparedDescription) =>
    stemOf(file)
      .split('-')
      .every((word) => words.includes(word));
  return all.find(isCalled) ?? all.find(isWithin);
}

/** The descriptions of a folder, by file name. @throws Error with the first problem of one that can't be read. */
function readFolder(folder: string, rubric: Rubric): readonly Description[] {
  const names = fs.readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
  return names.sort().map((name) => {
    const file = path.join(folder, name);
    const located = readDescription({ name: file, content: fs.readFileSync(file) });
    const read = located.ok ? validateDescription(located.value, rubric, file) : located;
    if (read.ok) return read.value;
    const [problem] = read.problems;
    throw new Error(`${file}:${problem?.at?.line ?? 1}: ${problem?.what}. ${problem?.fix}`);
  });
}

const compareAll = (descriptions: readonly Description[], rubric: Rubric): readonly ComparedDescription[] =>
  descriptions.map((description) => ({ description, scores: scoreDescription(description, rubric) }));

/** A project in the order in which `compare` ranks it, with its readings. */
interface ReadProject {
  readonly name: string;
  readonly verdict: string;
  readonly readings: readonly number[];
  /** By what is measured, the ranking first. */
  readonly figures: Readonly<Record<string, number>>;
}

function listProjects(
  compared: readonly ComparedDescription[],
  readings: readonly Judgement[],
  rubric: Rubric,
): readonly ReadProject[] {
  const days = compared.map(({ description }) => description.as_of).sort();
  const { ranked } = compareDescriptions(compared, rubric, { asOf: days.at(-1) ?? '' });
  const byFile = new Map(readings.map(({ id, fit }) => [findById(id, compared)?.description.file, fit]));
  return ranked.map(({ name, file, rank, verdictTitle }) => {
    const score = compared.find(({ description }) => description.file === file)?.scores[0];
    if (score === undefined) throw new Error(`${file} is ranked and has no score`);
    const { index, uncapped } = score;
    return {
      name,
      verdict: verdictTitle,
      readings: byFile.get(file) ?? [],
      figures: {
        [RANK]: -rank,
        shown: toNumber(index.supported),
        claimed: toNumber(index.claimed),
        possible: toNumber(index.possible),
        'shown without gates': toNumber(uncapped.supported),
        'claimed without gates': toNumber(uncapped.claimed),
      },
    };
  });
}

const formatMeasure = (value: number | null) => (value === null ? '-' : value.toFixed(2));

const formatShareOf = (part: number, whole: number) =>
  whole === 0 ? '-' : `${part} of ${whole} (${formatPercent(part / whole)})`;

function buildAgreementRow(measure: string, projects: readonly ReadProject[]): readonly Text[] {
  const figures = projects.map((project) => project.figures[measure] ?? 0);
  const readings = projects.map((project) => project.readings);
  const { agreeing, pairs } = countAgreeingPairs(figures, readings, APART);
  const tau = computeTau(figures, readings.map(computeMedian));
  const spread = measure === RANK ? '-' : formatPoints(Math.max(...figures) - Math.min(...figures));
  return [[measure], [formatShareOf(agreeing, pairs)], [formatMeasure(tau)], [spread]];
}

/** The order by `compare` among the projects that readers put high, and among the others: pairs across the two are the easy ones. */
function buildHalfRows(read: readonly ReadProject[]): readonly (readonly Text[])[] {
  const byReaders = [...read].sort((a, b) => computeMedian(b.readings) - computeMedian(a.readings));
  const middle = Math.ceil(byReaders.length / 2);
  const halves = [byReaders.slice(0, middle), byReaders.slice(middle)];
  return halves.map((half, at) => {
    const [, pairs = [], tau = []] = buildAgreementRow(RANK, half);
    return [[`the ${half.length} that readers put ${at === 0 ? 'highest' : 'lowest'}`], pairs, tau];
  });
}

/** Kendall's tau between each two readers, lowest to highest: what agreement with them can reach. */
function describeReaders(read: readonly ReadProject[]): string {
  const readers = (read[0]?.readings ?? []).map((_, at) => read.map(({ readings }) => readings[at] ?? 0));
  const taus = readers.flatMap((a, at) => readers.slice(at + 1).map((b) => computeTau(a, b) ?? 0));
  return taus.length === 0 ? '-' : `${formatMeasure(Math.min(...taus))} to ${formatMeasure(Math.max(...taus))}`;
}

function buildRankingBlocks(projects: readonly ReadProject[], from: string): readonly Block[] {
  const [first] = projects;
  const measures = Object.keys(first?.figures ?? {});
  const read = projects.filter(({ readings }) => readings.length > 0);
  return [
    ...section(
      'order',
      'The order against the readers',
      paragraph(from),
      facts([
        ['projects', [`${projects.length}, of which ${read.length} have readings`]],
        ['clear pairs', [`pairs that all readers put ${APART} or more points apart, in the same direction`]],
        ['tau', ["Kendall's tau-b with the median reading"]],
        ['spread', ['the highest figure less the lowest, of those with readings']],
        ['tau between readers', [describeReaders(read)]],
      ]),
      table(
        ['Figure', 'Clear pairs in order>', 'Tau>', 'Spread>'],
        measures.map((measure) => buildAgreementRow(measure, read)),
      ),
    ),
    ...section(
      'halves',
      'Within the halves',
      paragraph(
        'The order by compare, without the pairs that set a project of the upper half against one of the lower.',
      ),
      table(['Projects', 'Clear pairs in order>', 'Tau>'], buildHalfRows(read)),
    ),
    ...section(
      'projects',
      'By project',
      table(
        ['Project', ...measures.slice(1).map((measure) => `${measure}>`), 'Readings>', 'Verdict'],
        projects.map(({ name, figures, readings, verdict }) => [
          [name],
          ...measures.slice(1).map((measure): Text => [formatPoints(figures[measure] ?? 0)]),
          [readings.length === 0 ? '-' : formatPoints(computeMedian(readings))],
          [verdict],
        ]),
      ),
    ),
  ];
}

/** What one rater answers on a criterion, as a level; null for unknown and undefined where it is not asked. */
function findClaimedLevel({ scores: [score] }: ComparedDescription, criterion: Criterion): number | null | undefined {
  const found = score?.readings.find((entry) => entry.criterion.id === criterion.id);
  if (found === undefined || found.status === 'not-applicable') return undefined;
  return found.status === 'unknown' ? null : found.levels.claimed;
}

/** The agreement of raters on one criterion, each with the descriptions of the same projects in the same order. */
function buildRatingRow(criterion: Criterion, raters: readonly (readonly ComparedDescription[])[]): readonly Text[] {
  const [first = []] = raters;
  const units = first.map((_, at) =>
    raters.map((rated) => rated[at] && findClaimedLevel(rated[at], criterion)).filter((level) => level !== undefined),
  );
  const answered = units.map((levels) => levels.filter((level) => level !== null));
  const both = answered.filter((levels) => levels.length > 1);
  const same = both.filter((levels) => new Set(levels).size === 1);
  const hesitated = units.filter((levels) => levels.includes(null) && levels.some((level) => level !== null));
  return [
    [criterion.title],
    [formatShareOf(same.length, both.length)],
    [formatShareOf(same.length, both.length + hesitated.length)],
    [formatMeasure(computeAlpha(answered))],
    [String(units.filter((levels) => levels.length > 0 && levels.every((level) => level === null)).length)],
    [[...new Set(answered.flat())].sort().join(' ')],
  ];
}

function buildRatingBlocks(folder: string, rubric: Rubric): readonly Block[] {
  const folders = fs.readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const sets = folders.map(({ name }) => compareAll(readFolder(path.join(folder, name), rubric), rubric));
  const filesOf = (set: readonly ComparedDescription[]) =>
    set.map(({ description }) => path.basename(description.file ?? ''));
  const shared = filesOf(sets[0] ?? []).filter((file) => sets.every((set) => filesOf(set).includes(file)));
  const raters = sets.map((set) => shared.flatMap((file) => set.filter((_, at) => filesOf(set)[at] === file)));
  return section(
    'ratings',
    'The agreement of ratings',
    paragraph(`${sets.length} ratings of the same ${shared.length} projects, apart, by the rubric alone.`),
    facts([
      ['same level', ['of the projects on which two or more raters answer']],
      [
        'strictly',
        ['the same, with the projects on which one rater answers and another says unknown as disagreements'],
      ],
      ['alpha', ["Krippendorff's, ordinal; - where all answers are of one level"]],
    ]),
    table(
      ['Criterion', 'Same level>', 'Strictly>', 'Alpha>', 'All unknown>', 'Levels given'],
      rubric.criteria.map((criterion) => buildRatingRow(criterion, raters)),
    ),
  );
}

const OPTIONS = {
  readings: { type: 'string', default: path.join(ROOT, 'docs/readings.yaml') },
  descriptions: { type: 'string', default: path.join(ROOT, 'examples') },
  ratings: { type: 'string', default: path.join(ROOT, 'docs/ratings') },
  format: { type: 'string', default: 'text' },
} as const;

function main(): void {
  const { readings: file, descriptions, ratings, format } = parseArgs({ options: OPTIONS }).values;
  const loaded = loadShippedRubric();
  if (!loaded.ok) throw new Error('the rubric set has problems; run `npm run build` to see them');
  const rubric = loaded.value;
  const given = readingsFile.parse(parse(fs.readFileSync(file, 'utf8')));
  const { from, readings } = Array.isArray(given) ? { from: path.basename(file), readings: given } : given;
  const compared = compareAll(readFolder(descriptions, rubric), rubric);
  const lost = readings.filter(({ id }) => findById(id, compared) === undefined).map(({ id }) => id);
  const document: Document = {
    title: ['Validity of the rubric'],
    subtitle: [`${rubric.title}, version ${rubric.version}.`],
    blocks: [
      ...buildRankingBlocks(listProjects(compared, readings, rubric), from),
      ...(lost.length === 0 ? [] : paragraph(`Readings without a description: ${lost.join(', ')}.`)),
      ...buildRatingBlocks(ratings, rubric),
    ],
  };
  const look = { ...PLAIN_TERMINAL, width: 130 };
  process.stdout.write(format === 'markdown' ? writeMarkdown(document) : writeTerminal(document, look));
}

main();
