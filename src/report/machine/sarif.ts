import type { Invocation, Location, Log, Region, ReportingDescriptor, Result, Run, Suppression } from 'sarif';
import { RULES } from '../../check/rules/registry.ts';
import type { CheckJson, CheckResult, Severity, SuppressionReason } from '../../model/check.ts';
import type { Span } from '../../model/diagnostic.ts';
import type { RenderContext } from '../format.ts';
import { type CheckDiagnostic, listDiagnostics, nameRulePage, SEVERITY_WORDS } from '../wording/check-diagnostics.ts';
import { describeSkippedPaths, describeSuppression } from '../wording/check-outcome.ts';
import { escapeForTerminal } from '../writers/escape-for-terminal.ts';
import { replaceLoneSurrogates, toSafeJson } from '../writers/safe-json.ts';
import { describeCut, type FormatLimits, fitWithin, listByUrgency } from './fit-within.ts';

/** What GitHub takes of a run, and of a file after gzip; more is refused whole (docs.github.com, "SARIF support for code scanning"). */
const LIMITS: FormatLimits = { entries: 25_000, size: 10_000_000 };

/** The rule that every problem of a file counts under. */
const UNREADABLE = 'input/unreadable';

const UNREADABLE_RULE = {
  id: UNREADABLE,
  severity: 'error',
  title: 'A file cannot be read as a description',
  why: 'A file that cannot be read is not checked.',
  fix: 'Fix the problem that the message names, and run the check again.',
} as const;

/**
 * Ours alone: GitHub works out `primaryLocationLineHash` by itself and complains about any other value of it
 * (github/codeql-action, `src/fingerprints.ts`).
 */
const FINGERPRINT = 'demandfit/v1';

/** Every rule, whether it found something or not, so that a viewer can tell what was looked for. */
const ALL_RULES = [...RULES, UNREADABLE_RULE];

const LEVELS = { off: 'none', note: 'note', warn: 'warning', error: 'error' } as const satisfies Record<
  Severity,
  string
>;

function buildRuleDescriptors(version: string, homepage: string | null): ReportingDescriptor[] {
  const linkTo = (id: string) => {
    const page = nameRulePage(id, version, homepage, id === UNREADABLE ? 'problem' : 'rule');
    return page === null ? {} : { helpUri: page };
  };
  return ALL_RULES.map(({ id, severity, title, why, fix }) => ({
    id,
    ...linkTo(id),
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: `${why} ${fix}`, markdown: `${why}\n\n**Fix** ${fix}` },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: [id.split('/')[0] ?? id] },
  }));
}

/** Text of a message in which no viewer finds a link (SARIF 2.1.0, 3.11.6). */
function escapeLinks(text: string): string {
  return escapeForTerminal(text).replace(/\](?=\()/g, '\\]');
}

/** A path as a relative reference: each segment percent-encoded, `/` between them. */
function toUri(path: string): string {
  const uri = replaceLoneSurrogates(path).split('/').map(encodeURIComponent).join('/');
  // An empty URI stands for the log itself.
  return uri === '' ? '-' : uri;
}

/** GitHub asks for a line; what concerns the file as a whole is shown at its first one. */
function toRegion(at: Span | null): Region {
  if (at === null) return { startLine: 1 };
  return { startLine: at.line, startColumn: at.column, endLine: at.endLine, endColumn: at.endColumn };
}

/** Where something is. Columns of both count from 1 in UTF-16 units, and the end is exclusive in both. */
function toLocation(file: string, at: Span | null, { fromRoot }: RenderContext): Location {
  return { physicalLocation: { artifactLocation: { uri: toUri(fromRoot(file)) }, region: toRegion(at) } };
}

function toSuppression(setAside: SuppressionReason): Suppression {
  const kind = setAside.by === 'comment' ? 'inSource' : 'external';
  return { kind, justification: escapeForTerminal(describeSuppression(setAside)) };
}

function toResult(entry: CheckDiagnostic, look: RenderContext, tellsSuppressions: boolean): Result {
  const { rule, severity, file, at, what, fix, fingerprint, setAside } = entry;
  const isProblem = entry.kind === 'problem';
  const ruleId = isProblem ? UNREADABLE : rule;
  return {
    ruleId,
    ruleIndex: ALL_RULES.findIndex(({ id }) => id === ruleId),
    level: SEVERITY_WORDS[severity],
    message: { text: escapeLinks(`${isProblem ? `${rule}: ` : ''}${what} ${fix}`) },
    locations: [toLocation(file, at, look)],
    partialFingerprints: { [FINGERPRINT]: fingerprint },
    ...(tellsSuppressions ? { suppressions: setAside === null ? [] : [toSuppression(setAside)] } : {}),
  };
}

/** Says in the run itself that it does not hold everything, and what was skipped. */
function noteCut(held: number, all: number, check: CheckResult): Pick<Invocation, 'toolExecutionNotifications'> {
  const cut = held === all ? [] : [{ level: 'warning' as const, message: { text: describeCut('SARIF', held, all) } }];
  const skipped = describeSkippedPaths(check, true);
  const notes = skipped === null ? [] : [{ level: 'note' as const, message: { text: escapeLinks(skipped) } }];
  return cut.length + notes.length === 0 ? {} : { toolExecutionNotifications: [...cut, ...notes] };
}

/** A SARIF 2.1.0 log of one run, within what GitHub takes of it: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. */
export function renderCheckSarif(file: CheckJson, look: RenderContext): string {
  const { tool, problems, check } = file;
  const entries = listByUrgency(listDiagnostics(file, look));
  // Either all results of a run tell of their suppressions, or none does (3.27.23).
  const tellsSuppressions = entries.some(({ setAside }) => setAside !== null);
  const buildRun = (shown: readonly CheckDiagnostic[]): Run => ({
    tool: {
      driver: {
        name: tool.name,
        version: tool.version,
        semanticVersion: tool.version,
        rules: buildRuleDescriptors(tool.version, look.homepage),
      },
    },
    invocations: [{ executionSuccessful: problems.length === 0, ...noteCut(shown.length, entries.length, check) }],
    columnKind: 'utf16CodeUnits',
    artifacts: check.files.map(({ file: name, verdict, basis, index, shares }) => ({
      location: { uri: toUri(look.fromRoot(name)) },
      properties: { verdict, basis, index, shares },
    })),
    results: shown.map((entry) => toResult(entry, look, tellsSuppressions)),
  });
  const render = (shown: readonly CheckDiagnostic[]) => {
    const $schema = 'https://json.schemastore.org/sarif-2.1.0.json';
    const log: Log = { $schema, version: '2.1.0', runs: [buildRun(shown)] };
    return toSafeJson(log);
  };
  const { text, held } = fitWithin(entries, LIMITS, render, look.compressedSize);
  if (held < entries.length) look.tell(describeCut('SARIF', held, entries.length));
  return text;
}
