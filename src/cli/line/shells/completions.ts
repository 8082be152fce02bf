import type { Rubric } from '../../../model/rubric.ts';
import { listEntries } from '../../../rubric-pages/registry.ts';
import type { ArgumentSpec, OptionSpec, Signature } from '../signature.ts';

/** How a value is completed. */
export type CompletionValues =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'files' }
  | { readonly kind: 'folders' }
  /** Anything: nothing is proposed. */
  | { readonly kind: 'free' };

export interface OptionCompletion {
  /** With its dashes. */
  readonly flag: string;
  readonly about: string;
  /** null for a flag. */
  readonly values: CompletionValues | null;
  readonly isMany: boolean;
}

export interface CommandCompletion {
  readonly id: string;
  readonly summary: string;
  readonly options: readonly OptionCompletion[];
  /** In their order; the last one may stand for all that follow. */
  readonly args: readonly { readonly about: string; readonly values: CompletionValues; readonly isMany: boolean }[];
}

/** A command with what it takes. */
export interface CommandWithSignature {
  readonly id: string;
  readonly summary: string;
  readonly signature: Signature;
}

/** Words that need no quoting in any shell. */
const PLAIN = /^[\w./@%+,-]+$/;

function toWordValues(list: readonly string[]): CompletionValues {
  return { kind: 'words', words: [...new Set(list)].filter((word) => PLAIN.test(word)) };
}

/** What the built-in rubric says a value can be, by the name of the option or the argument. */
function findRubricValues(name: string, { tracks, bands }: Rubric): CompletionValues | null {
  switch (name) {
    case 'track':
      return toWordValues(tracks.map(({ id }) => id));
    case 'min-verdict':
      return toWordValues(bands.map(({ id }) => id));
    default:
      return null;
  }
}

function findOptionValues({ name, value, values }: OptionSpec, rubric: Rubric): CompletionValues | null {
  if (value === null) return null;
  if (values !== undefined) return toWordValues(values);
  if (value === 'dir') return { kind: 'folders' };
  if (value === 'file' || value === 'memo') return { kind: 'files' };
  return findRubricValues(name, rubric) ?? { kind: 'free' };
}

function findArgumentValues({ name, values }: ArgumentSpec, rubric: Rubric): CompletionValues {
  if (values !== undefined) return toWordValues(values);
  if (name === '<id>') return toWordValues(listEntries(rubric).map(({ id }) => id));
  return { kind: 'files' };
}

/** What a shell can complete of each command. Ids of the rubric are those of `rubric`. */
export function collectCompletions(
  commands: readonly CommandWithSignature[],
  rubric: Rubric,
): readonly CommandCompletion[] {
  return commands.map(({ id, summary, signature }) => ({
    id,
    summary,
    options: [
      ...signature.options.map((option) => ({
        flag: `--${option.name}`,
        about: option.about,
        values: findOptionValues(option, rubric),
        isMany: option.isMany === true,
      })),
      { flag: '--help', about: 'show the help', values: null, isMany: false },
    ],
    args: signature.args.map((argument) => ({
      about: argument.about,
      values: findArgumentValues(argument, rubric),
      isMany: argument.name.includes('...'),
    })),
  }));
}
