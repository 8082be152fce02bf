import type { Config } from '../../../check/config/read-config.ts';
import { getRule, getSeverity } from '../../../check/rules/registry.ts';
import { CONFIG_NAMES, walkFolder } from '../../../input/text/expand-paths.ts';
import type { PathPattern } from '../../../input/text/path-pattern.ts';
import type { CheckSettings, FileFinding } from '../../../model/check.ts';
import type { Finding, RuleId } from '../../../model/finding.ts';
import { FINGERPRINT_DIGITS } from '../../../model/fingerprint.ts';
import type { Host } from '../../host.ts';
import type { ProblemLog } from '../../read-descriptions.ts';
import type { CheckedFiles } from './check-files.ts';
import { findConfig, isThere, resolveBeside } from './find-config.ts';
import { type CheckScope, type KnownFile, traceUnchecked } from './known-files.ts';
import type { CheckOptions } from './signature.ts';

/** A pattern of the config, with its place there. */
export interface ConfigPattern extends PathPattern {
  readonly text: string;
  readonly pointer: string;
}

/** A check that is over. */
interface FinishedCheck {
  readonly scope: CheckScope;
  readonly known: readonly KnownFile[];
  readonly checked: CheckedFiles;
  readonly config: Config | null;
  readonly patterns: readonly ConfigPattern[];
  readonly settingsOf: (file: string) => CheckSettings;
  readonly options: CheckOptions;
  readonly own: Awaited<ReturnType<typeof readOwnConfig>>;
}

/** The config of the change, whatever the base has: what it retires and accepts, the base cannot know, and reviewers see. */
export async function readOwnConfig(options: CheckOptions, host: Host) {
  return options.noConfig ? null : findConfig(options.config, undefined, host);
}

type Found = Pick<Finding, 'subject' | 'detail' | 'at'> & { readonly id: RuleId; readonly file: string };

/** Folders of a path, from the nearest up, without `.` and `..`. */
function listFoldersOf(file: string): readonly string[] {
  const parts = file.split('/').slice(0, -1);
  return parts
    .map((_, at) => parts.slice(0, parts.length - at).join('/'))
    .filter((folder) => !/(?:^|\/)\.{0,2}$/.test(folder));
}

/** Configs that are nearer to what was checked than the one in use. */
function findNearerConfigs({ checked, config }: FinishedCheck, host: Host): readonly Found[] {
  const used = host.nameFrom('.', resolveBeside(config?.file ?? null, '.'));
  const folders = new Set(checked.files.flatMap(({ file }) => listFoldersOf(host.nameFrom('.', file))));
  return [...folders]
    .filter((folder) => folder !== used && !used.startsWith(`${folder}/`))
    .flatMap((folder) => {
      const name = CONFIG_NAMES.find((one) => isThere(`${folder}/${one}`, host));
      const detail = { used: config?.file ?? 'none' };
      return name === undefined
        ? []
        : [{ id: 'config/not-used' as const, file: `${folder}/${name}`, subject: '', detail, at: null }];
    });
}

/** Patterns of the config that match nothing; not looked for where the run is about single files. */
function findIdlePatterns(
  { scope, config, patterns }: FinishedCheck,
  { files, skipped }: ProblemLog,
  host: Host,
): readonly Found[] {
  if (config === null || scope.paths.every((path) => isThere(path, host) && host.disk.stat(path)?.kind !== 'folder'))
    return [];
  const folder = resolveBeside(config.file, '.');
  const match = (left: readonly ConfigPattern[], names: readonly string[]) =>
    left.filter((pattern) => !names.some((name) => pattern.match(host.nameFrom(folder, name)) !== null));
  let idle = match(patterns, [...files, ...skipped.map(({ file }) => file)]);
  for (const { file } of idle.length === 0 ? [] : walkFolder(folder, host.disk, { trees: [], entersHidden: true }, []))
    idle = match(idle, [file]);
  return idle.map(({ text, pointer }) => ({
    id: 'config/no-effect',
    file: config.file,
    subject: text,
    detail: {},
    at: config.places.span(pointer),
  }));
}

/** Findings on files that are not checked descriptions, and the files that the config retires. */
export function findOnOtherFiles(
  finished: FinishedCheck,
  problemLog: ProblemLog,
  host: Host,
): { readonly others: readonly FileFinding[]; readonly removed: readonly string[] } {
  const { scope, known, checked, config, options, settingsOf, own: read } = finished;
  const { base } = options;
  const own = read?.ok === true ? read.value : null;
  const retired = (own?.data.removed ?? []).map(({ file }) =>
    host.nameFrom('.', resolveBeside(own?.file ?? null, file)),
  );
  const unchecked = traceUnchecked(checked.unread, scope, known, host);
  const removed = unchecked.filter(({ file, became }) => became === 'gone' && retired.includes(file));
  const isRefreshed = base === undefined && checked.baseline !== null;
  const isMissing = base !== undefined && config === null && read != null && options.config === undefined;
  const ownName = read?.ok === false ? read.problems[0]?.file : own?.file;
  const found: readonly Found[] = [
    ...(isRefreshed ? [] : unchecked.filter((one) => !removed.includes(one))).map(({ file, became, to }) => ({
      id: 'baseline/unchecked' as const,
      file,
      subject: 'it',
      detail: { became, to, known: base ?? 'the baseline' },
      at: null,
    })),
    ...(isMissing
      ? [{ id: 'config/not-used' as const, file: ownName ?? '', subject: '', detail: { base: base ?? '' }, at: null }]
      : []),
    ...(options.config === undefined && !options.noConfig && !isMissing ? findNearerConfigs(finished, host) : []),
    ...findIdlePatterns(finished, problemLog, host),
    ...problemLog.skipped
      .filter(({ reason }) => reason === 'no-answers')
      .map(({ file }) => ({ id: 'memo/no-answers' as const, file, subject: '', detail: {}, at: null })),
  ];
  const others = found.flatMap((one): readonly FileFinding[] => {
    const severity = getSeverity(getRule(one.id), settingsOf(one.file));
    if (severity === 'off') return [];
    const content = JSON.stringify([one.id, one.file, one.subject, one.detail]);
    return [{ ...one, severity, fingerprint: host.digest(content).slice(0, FINGERPRINT_DIGITS), setAside: null }];
  });
  return {
    others: others.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.id < b.id ? -1 : 1)),
    removed: removed.map(({ file }) => file),
  };
}
