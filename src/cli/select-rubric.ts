import type { RubricFiles } from '../input/rubric/rubric-files.ts';
import type { Disk } from '../input/text/disk.ts';
import { toSlashes } from '../input/text/expand-paths.ts';
import { quoteForShell } from '../input/text/quote.ts';
import type { Problem } from '../model/diagnostic.ts';
import type { RubricInfo } from '../model/report.ts';
import type { Rubric } from '../model/rubric.ts';
import { escapeForTerminal } from '../report/writers/escape-for-terminal.ts';
import type { Host } from './host.ts';
import { UsageError } from './usage-error.ts';

/** A rubric with what a report says of it. */
export interface SelectedRubric {
  readonly rubric: Rubric;
  readonly info: RubricInfo;
}

/** A rubric to use, or what is wrong with it and the texts that show it. */
export type RubricSelection =
  | { readonly ok: true; readonly value: SelectedRubric }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly texts: ReadonlyMap<string, string> };

function createRubricInfo(rubric: Rubric, origin: string): RubricInfo {
  return { id: rubric.id, version: rubric.version, title: rubric.title, origin };
}

function isFile(name: string, disk: Disk): boolean {
  try {
    return disk.stat(name)?.kind === 'file';
  } catch {
    // Where the system forbids to look, there is nothing to read either.
    return false;
  }
}

/** @param disk null where the folder is looked for elsewhere. @throws UsageError that tells a file in the place of its folder. */
function refuseFolder(folder: string, option: string, disk: Disk | null): never {
  const example = (named: string) => `demandfit score --rubric ${quoteForShell(named)} project.yaml`;
  if (disk === null || !isFile(folder, disk))
    throw new UsageError(escapeForTerminal(`${option}: no such folder: ${folder}`), example('./our-rubric'));
  const [, parent = '.'] = /^(.+)\/[^/]*$/.exec(toSlashes(folder, disk)) ?? [];
  const message = `${option} takes a folder, but ${folder} is a file; its folder is ${parent}`;
  throw new UsageError(escapeForTerminal(message), escapeForTerminal(example(parent)));
}

/** The built-in rubric, or the checked set in the folder given with --rubric; `given` are its files where they are not on the disk. */
export async function selectRubric(
  folder: string | undefined,
  host: Host,
  option = '--rubric',
  given?: RubricFiles | null,
): Promise<RubricSelection> {
  if (folder === undefined) {
    const rubric = host.builtInRubric();
    return { ok: true, value: { rubric, info: createRubricInfo(rubric, 'built-in') } };
  }
  const files = given === undefined ? host.rubricFiles(folder) : given;
  if (files === null) refuseFolder(folder, option, given === undefined ? host.disk : null);
  const { loadRubric } = await import('../input/rubric/load-rubric.ts');
  const texts = new Map<string, string>();
  const display = (name: string) => (name === '.' ? folder : `${folder.replace(/[\\/]+$/, '')}/${name}`);
  const read = (name: string) => {
    const text = files.read(name);
    if (text?.ok === true) texts.set(display(name), text.value);
    return text;
  };
  const known = { files: host.shippedRubricFiles(), rubric: host.builtInRubric() };
  const loaded = loadRubric({ list: files.list, read }, display, known);
  return loaded.ok
    ? { ok: true, value: { rubric: loaded.value, info: createRubricInfo(loaded.value, folder) } }
    : { ...loaded, texts };
}
