import type { Whereabouts } from '../../../check/rules/file-rules.ts';
import { isConfigFile, isDescriptionName, listFolder, STDIN, walkFolder } from '../../../input/text/expand-paths.ts';
import { isDescriptionText } from '../../../input/text/front-matter.ts';
import { readPathPattern } from '../../../input/text/path-pattern.ts';
import { MAX_BYTES, readFileBeside } from '../../../input/text/read-text.ts';
import type { Host } from '../../host.ts';
import type { ActiveBaseline } from './active-baseline.ts';
import { findRepositoryTop, isThere, refuseBase, resolveBeside } from './find-config.ts';

/** A description that a check of these paths should read. */
export interface KnownFile {
  /** As the user would name it, with `/`. */
  readonly file: string;
  /** The name of its project; null where it has none that can be read. */
  readonly project: string | null;
  /** As it was at the base; null where the baseline alone knows it. */
  readonly text: string | null;
}

/** What a check is of. */
export interface CheckScope {
  readonly paths: readonly string[];
  readonly isExcluded: (file: string) => boolean;
  readonly dimensions: readonly string[];
}

/** True for a file that the path arguments name, whether it exists or not. */
function createCoverage({ paths }: Pick<CheckScope, 'paths'>, host: Host): (file: string) => boolean {
  // Named from the top, as one file may have several names from here.
  const top = findRepositoryTop(host);
  const patterns = paths
    .filter((path) => path !== STDIN)
    .map((path) => readPathPattern(host.nameFrom(top, path), (name) => isThere(joinTop(top, name), host)));
  const isHidden = (file: string) => file.split('/').some((part) => /^(?:\.(?!\.?$)|node_modules$)/.test(part));
  return (file) => {
    const name = host.nameFrom(top, file);
    return patterns.some(({ match }) => {
      const matched = match(name);
      return matched === 'itself' || (matched === 'within' && isDescriptionName(name) && !isHidden(name));
    });
  };
}

function joinTop(top: string, name: string): string {
  return top === '.' || name.startsWith('/') ? name : `${top}/${name}`;
}

/** The name of the project in a description that need not be valid; null for none. */
function findProject(text: string): string | null {
  const [, quoted, plain] = /^["']?name["']?[ \t]*[:=][ \t]*(?:"([^"\n]*)"|([^\n#]*))/m.exec(text) ?? [];
  return normalizeProject((quoted ?? plain ?? '').replace(/^'(.*)'\s*$/, '$1')) || null;
}

function isSameText(one: string | null, other: string): boolean {
  return one?.replaceAll('\r\n', '\n') === other.replaceAll('\r\n', '\n');
}

function normalizeProject(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/**
 * The descriptions that the paths cover: those of the base revision where there is one, else those of the baseline.
 * @throws UsageError where git cannot tell.
 */
export async function listKnownFiles(
  scope: CheckScope,
  base: string | undefined,
  activeBaseline: ActiveBaseline,
  host: Host,
): Promise<readonly KnownFile[]> {
  const covers = createCoverage(scope, host);
  if (base === undefined)
    return Object.entries(activeBaseline.baseline.files)
      .map(([key, { name }]) => ({
        file: host.nameFrom('.', resolveBeside(activeBaseline.file, key)),
        project: normalizeProject(name),
        text: null,
      }))
      .filter(({ file }) => covers(file));
  const top = findRepositoryTop(host);
  const nameOf = (name: string) => host.nameFrom('.', joinTop(top, name));
  const found = await host.gitTexts(base, top, (name) => covers(nameOf(name)) && !scope.isExcluded(nameOf(name)));
  if (!found.ok) return refuseBase(base, found);
  return [...found.texts]
    .map(([name, text]) => ({ file: nameOf(name), project: findProject(text), text }))
    .filter(({ file, text }) => !isConfigFile(file) && isDescriptionText(file, text, scope.dimensions));
}

/** Pairs files with the known ones that they are under other names. */
export interface RenameFinder {
  /** The known file with the same project or the same text as one that is new, or that now describes another project; null for none. */
  find(file: string, text: string): KnownFile | null;
}

export function createRenameFinder(known: readonly KnownFile[], host: Host): RenameFinder {
  const byName = new Map(known.map((one) => [one.file, one]));
  const goneFirst = [
    ...known.filter(({ file }) => !isThere(file, host)),
    ...known.filter(({ file }) => isThere(file, host)),
  ];
  const taken = new Map<string, string>();
  return {
    find(file, text) {
      const project = findProject(text);
      const isSame = (one: KnownFile) => isSameText(one.text, text) || (project !== null && one.project === project);
      const own = byName.get(file);
      if (own !== undefined && isSame(own)) return null;
      const isFree = (one: KnownFile) => (taken.get(one.file) ?? file) === file;
      const found = goneFirst.find((one) => isFree(one) && isSame(one));
      if (found !== undefined) taken.set(found.file, file);
      return found ?? null;
    },
  };
}

/** What became of a known file that was not read. */
export interface UncheckedFile extends KnownFile {
  readonly became: Whereabouts;
  /** Where it is now; empty for nowhere else. */
  readonly to: string;
}

/** What keeps the file of this name from being read; null where nothing has the name. */
function inspectPath(file: string, scope: CheckScope, host: Host): Whereabouts | null {
  const parts = file.split('/');
  let folder = file.startsWith('/') ? '/' : '.';
  for (const [at, part] of parts.entries()) {
    if (part === '' || part === '.') continue;
    const item = part === '..' ? null : listFolder(folder, host.disk).find(({ name }) => name === part);
    if (item === undefined) return null;
    if (item?.isLink === true) return 'link';
    if (at === parts.length - 1 && item?.kind !== 'file') return 'not-a-file';
    folder = folder === '.' ? part : `${folder === '/' ? '' : folder}/${part}`;
  }
  return scope.isExcluded(file) ? 'excluded' : 'unanswered';
}

/** Files of a repository that are searched for one that moved, at most. */
const MOST_SEARCHED = 5_000;
/** Lines shorter than this are in many files. */
const LEAST_LINE = 25;

function listLongLines(text: string): ReadonlySet<string> {
  return new Set(text.split('\n').flatMap((line) => (line.trim().length < LEAST_LINE ? [] : [line.trim()])));
}

/** True where a text has most of the lines of another. */
function sharesLines(known: ReadonlySet<string>, text: string): boolean {
  if (known.size === 0) return false;
  const lines = listLongLines(text);
  const shared = [...known].filter((line) => lines.has(line)).length;
  return shared * 2 > known.size;
}

function explainMove(to: string, known: KnownFile, scope: CheckScope, covers: (file: string) => boolean, text: string) {
  const became: Whereabouts = isConfigFile(to)
    ? 'moved-config'
    : scope.isExcluded(to)
      ? 'moved-excluded'
      : to.split('/').some((part) => /^\.(?!\.?$)/.test(part))
        ? 'moved-hidden'
        : !isDescriptionName(to)
          ? 'moved-extension'
          : !covers(to)
            ? 'moved-outside'
            : isDescriptionText(to, text, scope.dimensions)
              ? 'other-project'
              : 'moved-unanswered';
  return { ...known, became, to };
}

/** What became of the known files that a check did not read: where each is now, as far as it can be found in the repository. */
export function traceUnchecked(
  unread: readonly KnownFile[],
  scope: CheckScope,
  known: readonly KnownFile[],
  host: Host,
): readonly UncheckedFile[] {
  if (unread.length === 0) return [];
  const inspected = unread.map((one) => ({ one, became: inspectPath(one.file, scope, host) }));
  const gone = inspected.filter(({ became }) => became === null).map(({ one }) => one);
  const moved = gone.length === 0 ? new Map<string, UncheckedFile>() : findMoved(gone, scope, known, host);
  return inspected.map(({ one, became }) =>
    became === null ? (moved.get(one.file) ?? { ...one, became: 'gone', to: '' }) : { ...one, became, to: '' },
  );
}

/** Where files that are gone have come to, by their old names. */
function findMoved(
  gone: readonly KnownFile[],
  scope: CheckScope,
  known: readonly KnownFile[],
  host: Host,
): ReadonlyMap<string, UncheckedFile> {
  const covers = createCoverage(scope, host);
  const names = new Set(known.map(({ file }) => file));
  const top = findRepositoryTop(host);
  const walked = walkFolder(top, host.disk, { trees: [], entersHidden: true }, []);
  const lines = new Map(gone.map((one) => [one.file, listLongLines(one.text ?? '')]));
  const moved = new Map<string, UncheckedFile>();
  const similar = new Map<string, UncheckedFile>();
  let count = 0;
  for (const { file, reason } of walked) {
    count += 1;
    if (count > MOST_SEARCHED || moved.size === gone.length) break;
    const name = host.nameFrom('.', file);
    if ((reason !== null && reason !== 'hidden') || file.endsWith('/') || names.has(name)) continue;
    const text = readWhole(name, host);
    if (text === null) continue;
    const project = findProject(text);
    for (const one of gone) {
      const isSame = isSameText(one.text, text) || (project !== null && one.project === project);
      const found = isSame ? moved : similar;
      if (!found.has(one.file) && (isSame || sharesLines(lines.get(one.file) ?? new Set(), text)))
        found.set(one.file, explainMove(name, one, scope, covers, text));
    }
  }
  return new Map([...similar, ...moved]);
}

function readWhole(file: string, { disk }: Host): string | null {
  try {
    return new TextDecoder().decode(readFileBeside(file, MAX_BYTES, disk) ?? new Uint8Array());
  } catch {
    return null;
  }
}
