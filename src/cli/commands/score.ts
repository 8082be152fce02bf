import { assess, assessBriefly } from '../../assess.ts';
import { inferFormat, splitMemo } from '../../input/text/front-matter.ts';
import { quoteForShell } from '../../input/text/quote.ts';
import type { Description } from '../../model/description.ts';
import type { Problem } from '../../model/diagnostic.ts';
import type { Lock } from '../../model/lock.ts';
import type { DescriptionText, PageContent, ScoringOverrides } from '../../model/page.ts';
import type { Report } from '../../model/report.ts';
import type { Rubric } from '../../model/rubric.ts';
import type { FormatInfo } from '../../report/format.ts';
import { listFormats } from '../../report/registry.ts';
import { escapeForTerminal } from '../../report/writers/escape-for-terminal.ts';
import { type AssessOptions, scoreDescription } from '../../score/score-description.ts';
import { defineCommand } from '../command.ts';
import { deliverPieces, renderPieces } from '../deliver.ts';
import { addNextChange } from '../first-screen.ts';
import type { Host } from '../host.ts';
import {
  buildOutputOptions,
  FULL,
  LINES,
  namesJsonLines,
  PATHS,
  parseDayOption,
  QUIET,
  RUBRIC,
  SCORING,
  STDIN_FILENAME,
  WEIGHTS,
} from '../line/common-options.ts';
import { parseCountOption, parseTrackOption, parseWeightsOption } from '../line/read-options.ts';
import type { OptionSpec, OptionsOf } from '../line/signature.ts';
import { prepareCommand } from '../prepare-command.ts';
import { createProblemLog, type ProblemLog, readDescriptions } from '../read-descriptions.ts';
import { reportProblems } from '../report-problems.ts';
import { UsageError } from '../usage-error.ts';

function extractDescriptionText(file: string, text: string): DescriptionText {
  const memo = inferFormat(file) === 'memo' ? splitMemo(text, file) : null;
  return memo?.ok ? { text, ...memo.value.yaml } : { text, from: 0, to: text.length };
}

/** What a page shows and carries besides its reports. @param texts of the descriptions, by file. @param locks next to them. */
function collectPageMaterial(
  texts: ReadonlyMap<string, string>,
  locks: ReadonlyMap<string, Lock>,
  rubric: Rubric,
  overrides: ScoringOverrides,
  host: Host,
): PageContent {
  const parts = [...texts].map(([file, text]) => {
    const lock = locks.get(file);
    return [file, { ...extractDescriptionText(file, text), ...(lock === undefined ? {} : { lock }) }] as const;
  });
  return { rubric, overrides, texts: new Map(parts), program: host.pageProgram('page') };
}

/** The documents without answers, as the JSON output has them. */
function listDocuments({ documents }: ProblemLog) {
  return documents.length === 0 ? {} : { documents: documents.map(({ file }) => file) };
}

const FORMATS = listFormats('report');
const [TEXT] = FORMATS;

const EXAMPLE = 'demandfit score project.yaml --format json';

const LINES_EXAMPLE = 'demandfit score projects.jsonl --format jsonl';

const EXPLAIN = [
  { name: 'explain-verdict', value: null, about: 'add how certain the verdict is and what would change it' },
  { name: 'draws', value: 'count', about: 'Monte Carlo samples for --explain-verdict (default: 10000)' },
  { name: 'seed', value: 'number', about: 'random seed (default: 1)' },
] as const satisfies readonly OptionSpec[];

const WATCH = {
  name: 'watch',
  value: null,
  about: 'rescore a file when it is saved and show what changed, until Ctrl-C (text format)',
} as const satisfies OptionSpec;

const OPTIONS = [
  STDIN_FILENAME,
  ...SCORING,
  WEIGHTS,
  RUBRIC,
  ...EXPLAIN,
  ...buildOutputOptions(FORMATS),
  FULL,
  QUIET,
  ...LINES,
  WATCH,
] as const;

type ScoreOptions = OptionsOf<typeof OPTIONS>;

/** Adds the full view where it is asked for; its code is loaded only then. */
async function createExplainer(
  options: ScoreOptions,
  rubric: Rubric,
  overrides: AssessOptions,
  { isPage }: FormatInfo,
) {
  const given = options.draws ?? options.seed;
  if (!isPage && !options.explainVerdict && !options.full) {
    if (given !== undefined)
      throw new UsageError(
        '--draws and --seed require --explain-verdict or --full',
        `${EXAMPLE} --explain-verdict --seed 7`,
      );
    return (_: Description, report: Report) => report;
  }
  const example = `${EXAMPLE} --explain-verdict`;
  const {
    explainVerdict,
    MAX_DRAWS,
    DEFAULT_SAMPLING: USUAL,
  } = await import('../../analysis/sensitivity/explain-verdict.ts');
  const sampling = {
    draws: parseCountOption(options.draws, 'draws', 1, MAX_DRAWS, example) ?? USUAL.draws,
    seed: parseCountOption(options.seed, 'seed', 0, Number.MAX_SAFE_INTEGER, example) ?? USUAL.seed,
  };
  return (description: Description, report: Report): Report => {
    const scores = scoreDescription(description, rubric, overrides);
    const explanation = explainVerdict(scores, description, rubric, report.asOf, sampling);
    const nextChange = explanation?.clock.find(({ verdict }) => verdict !== report.verdict) ?? null;
    return { ...report, nextChange, explanation };
  };
}

/** `demandfit score`: one fit report a description. */
export const scoreCommand = defineCommand({
  args: [PATHS],
  options: OPTIONS,
  examples: [
    'demandfit score project.yaml',
    'demandfit score project.yaml --full',
    'demandfit score project.yaml --watch',
    `${LINES_EXAMPLE} --jobs 4`,
    'demandfit score memo.md --format markdown --output report.md',
    'demandfit score project.yaml --format html --output report.html',
    "demandfit score 'pitches/**/*.yaml' --format json",
    'cat project.yaml | demandfit score - --stdin-filename project.yaml',
  ],

  async run(args, options, host) {
    const asOf = parseDayOption(options.asOf, 'as-of', EXAMPLE);
    const prepared = await prepareCommand(FORMATS, options, EXAMPLE, host);
    if (!prepared.ok) return prepared.result;
    const { format, destination, renderOptions, render, rubric, head } = prepared;
    const track = parseTrackOption(options.track, rubric, 'demandfit score --track compute project.yaml');
    const overrides = { track, asOf, weights: parseWeightsOption(options.weights, rubric, EXAMPLE) };
    const explain = await createExplainer(options, rubric, overrides, format);
    const reportOf = (description: Description): Report => explain(description, assess(description, rubric, overrides));
    if (options.watch)
      return (await import('./score/watch.ts')).watchScore(
        args,
        options,
        { rubric, renderOptions, head, reportOf },
        host,
      );
    const isBrief = format.line !== null && !options.full && !options.explainVerdict;
    const scoreBriefly = (description: Description) => assessBriefly(description, rubric, overrides);
    if (namesJsonLines(args, options)) {
      const { filterLines } = await import('../lines/filter-lines.ts');
      const { filterDescriptions } = await import('../lines/read-line.ts');
      const scoreLine = isBrief ? scoreBriefly : reportOf;
      const filter = filterDescriptions(rubric, ({ description }) => ({
        ok: true,
        value: { entry: { report: scoreLine(description) } },
      }));
      return filterLines({ ...prepared, args, options, example: LINES_EXAMPLE }, filter, host);
    }
    const problemLog = createProblemLog();
    const texts = format.isPage ? new Map<string, string>() : null;
    const locks = new Map<string, Lock>();
    const input = { ...options, takesDocuments: true };
    const descriptions = readDescriptions(args, input, rubric, host, problemLog, texts);
    const isOne = args.length === 1 && (host.disk.stat(args[0] ?? '')?.kind ?? 'folder') !== 'folder';
    const isTold = !isOne && host.stderr.isTerminal && !(format.line !== null && host.stdout.isTerminal);
    const progress = isTold ? (await import('../progress.ts')).startProgress(host, 'scored') : null;
    let last: Description | null = null;
    async function* scoreAll<T>(scoreOne: (description: Description) => T): AsyncGenerator<T> {
      for await (const description of descriptions) {
        last = description;
        if (description.lock !== undefined) locks.set(description.file ?? '', description.lock);
        yield scoreOne(description);
        progress?.step();
      }
      progress?.end();
    }
    const renderAll = async (all: readonly Report[], problems: readonly Problem[]) => {
      const page = texts === null ? null : collectPageMaterial(texts, locks, rubric, overrides, host);
      const [only] = all;
      const isScreen = format.id === TEXT.id && all.length === 1 && !options.quiet && only?.explanation === null;
      const reports = isScreen && last !== null ? [await addNextChange(last, only, rubric, overrides)] : all;
      return render({ ...head, reports, problems, ...listDocuments(problemLog) }, { page });
    };
    const pieces = isBrief
      ? renderPieces(scoreAll(scoreBriefly), 'report', prepared, problemLog, async () => '')
      : renderPieces(scoreAll(reportOf), 'report', prepared, problemLog, renderAll);
    await deliverPieces(pieces, destination, host, problemLog.files);
    const [document] = problemLog.documents;
    if (last === null && document !== undefined && format.isPage && problemLog.problems.length === 0)
      throw new UsageError(
        escapeForTerminal(`${document.file} has no answers, and a page is made from answers`),
        `demandfit init ${quoteForShell(document.file)}`,
      );
    if (last === null && document !== undefined)
      await (await import('../deliver-reading.ts')).deliverReadingInstead(prepared, host, problemLog);
    return reportProblems(problemLog, options, host);
  },
});
