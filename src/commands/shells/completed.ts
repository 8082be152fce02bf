import type { Rubric } from '../../model/rubric.ts';
import { entriesOf } from '../../reference/registry.ts';
import type { ArgumentSpec, OptionSpec, Signature } from '../signature.ts';

/** How a value is completed. */
export type Values =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'files' }
  | { readonly kind: 'folders' }
  /** Anything: nothing is proposed. */
  | { readonly kind: 'free' };

export interface CompletedOption {
  /** With its dashes. */
  readonly flag: string;
  readonly about: string;
  /** null for a flag. */
  readonly values: Values | null;
  readonly isMany: boolean;
}

/** A command as a shell completes it. */
export interface Completed {
  readonly id: string;
  readonly summary: string;
  readonly options: readonly CompletedOption[];
  /** In their order; the last one may stand for all that follow. */
  readonly args: readonly { readonly about: string; readonly values: Values; readonly isMany: boolean }[];
}

/** A command with what it takes. */
export interface SignedCommand {
  readonly id: string;
  readonly summary: string;
  readonly signature: Signature;
}

/** Words that need no quoting in any shell. */
const PLAIN = /^[\w./@%+,-]+$/;

function words(list: readonly string[]): Values {
  return { kind: 'words', words: [...new Set(list)].filter((word) => PLAIN.test(word)) };
}

/** What the built-in rubric says a value can be, by the name of the option or the argument. */
function valuesOfRubric(name: string, { tracks, bands }: Rubric): Values | null {
  switch (name) {
    case 'track':
      return words(tracks.map(({ id }) => id));
    case 'min-verdict':
      return words(bands.map(({ id }) => id));
    default:
      return null;
  }
}

function optionValues({ name, value, values }: OptionSpec, rubric: Rubric): Values | null {
  if (value === null) return null;
  if (values !== undefined) return words(values);
  if (value === 'dir') return { kind: 'folders' };
  if (value === 'file' || value === 'memo') return { kind: 'files' };
  return valuesOfRubric(name, rubric) ?? { kind: 'free' };
}

function argumentValues({ name, values }: ArgumentSpec, rubric: Rubric): Values {
  if (values !== undefined) return words(values);
  if (name === '<id>') return words(entriesOf(rubric).map(({ id }) => id));
  return { kind: 'files' };
}

/** What a shell can complete of each command. Ids of the rubric are those of `rubric`. */
export function completedOf(commands: readonly SignedCommand[], rubric: Rubric): readonly Completed[] {
  return commands.map(({ id, summary, signature }) => ({
    id,
    summary,
    options: [
      ...signature.options.map((option) => ({
        flag: `--${option.name}`,
        about: option.about,
        values: optionValues(option, rubric),
        isMany: option.isMany === true,
      })),
      { flag: '--help', about: 'show the help', values: null, isMany: false },
    ],
    args: signature.args.map((argument) => ({
      about: argument.about,
      values: argumentValues(argument, rubric),
      isMany: argument.name.includes('...'),
    })),
  }));
}
