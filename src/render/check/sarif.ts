import type { Log, ReportingDescriptor, Result, Run, Suppression } from 'sarif';
import { type CheckFile, RULE_IDS, type SetAside, type Severity, USUAL_SEVERITY } from '../../model/check.ts';
import { safeJson } from '../safe-json.ts';
import { safeForTerminal } from '../safe-text.ts';
import { type Entry, entriesOf, SEVERITY_WORDS } from './entries.ts';
import type { CheckLook } from './look.ts';
import { reasonOf } from './outcome.ts';
import { locationOf } from './sarif-location.ts';
import { ruleTextOf } from './wording.ts';

/** The rule that every problem of a file counts under. */
const UNREADABLE = 'input/unreadable';

const UNREADABLE_TEXT = {
  title: 'A file can not be read as a description',
  why: 'What can not be read is not checked, so the run says nothing about it.',
  fix: 'Mend what the message names, and run the check again.',
};

/**
 * Ours alone: GitHub works out `primaryLocationLineHash` by itself and complains about any other value of it
 * (github/codeql-action, `src/fingerprints.ts`).
 */
const FINGERPRINT = 'demandfit/v1';

/** Every rule, whether it found something or not, so that a viewer can tell what was looked for. */
const RULES: readonly string[] = [...RULE_IDS, UNREADABLE];

const LEVELS = { off: 'none', warn: 'warning', error: 'error' } as const satisfies Record<Severity, string>;

/** A file that can't be read fails every check. */
function usualOf(id: string): Severity {
  const rule = RULE_IDS.find((known) => known === id);
  return rule === undefined ? 'error' : USUAL_SEVERITY[rule];
}

function rulesOf(): ReportingDescriptor[] {
  const told = [...RULE_IDS.map((id) => ({ id, ...ruleTextOf(id) })), { id: UNREADABLE, ...UNREADABLE_TEXT }];
  return told.map(({ id, title, why, fix }) => ({
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: `${why} ${fix}`, markdown: `${why}\n\n**Fix** ${fix}` },
    defaultConfiguration: { level: LEVELS[usualOf(id)] },
    properties: { tags: [id.split('/')[0] ?? id] },
  }));
}

/** Text of a message in which no viewer finds a link (SARIF 2.1.0, 3.11.6). */
function plain(text: string): string {
  return safeForTerminal(text).replace(/\](?=\()/g, '\\]');
}

function suppressionOf(setAside: SetAside): Suppression {
  const kind = setAside.by === 'comment' ? 'inSource' : 'external';
  return { kind, justification: safeForTerminal(reasonOf(setAside)) };
}

function resultOf(entry: Entry, look: CheckLook, tellsSuppressions: boolean): Result {
  const { rule, severity, file, at, what, fix, fingerprint, setAside } = entry;
  const isProblem = entry.kind === 'problem';
  const ruleId = isProblem ? UNREADABLE : rule;
  return {
    ruleId,
    ruleIndex: RULES.indexOf(ruleId),
    level: SEVERITY_WORDS[severity],
    message: { text: plain(`${isProblem ? `${rule}: ` : ''}${what} ${fix}`) },
    locations: [locationOf(file, at, look)],
    partialFingerprints: { [FINGERPRINT]: fingerprint },
    ...(tellsSuppressions ? { suppressions: setAside === null ? [] : [suppressionOf(setAside)] } : {}),
  };
}

/** A SARIF 2.1.0 log of one run: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. */
export function checkInSarif(file: CheckFile, look: CheckLook): string {
  const { tool, problems } = file;
  const entries = entriesOf(file);
  // Either all results of a run tell of their suppressions, or none does (3.27.23).
  const tellsSuppressions = entries.some(({ setAside }) => setAside !== null);
  const run: Run = {
    tool: {
      driver: { name: tool.name, version: tool.version, semanticVersion: tool.version, rules: rulesOf() },
    },
    invocations: [{ executionSuccessful: problems.length === 0 }],
    columnKind: 'utf16CodeUnits',
    results: entries.map((entry) => resultOf(entry, look, tellsSuppressions)),
  };
  const log: Log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return safeJson(log);
}
