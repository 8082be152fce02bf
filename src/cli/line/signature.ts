export interface OptionSpec {
  /** The long name without its dashes, such as `stdin-filename`. */
  readonly name: string;
  /** What its value is called in the help; null for a flag. */
  readonly value: string | null;
  readonly about: string;
  readonly preset?: string;
  /** True where it may be given several times; its value is then a list. */
  readonly isMany?: true;
  /** All values that it takes; left out where it takes any text, a file or an id of the rubric. */
  readonly values?: readonly string[];
  /** Present where the variable DEMANDFIT_NAME gives it as well; `unless` is an option that excludes it. */
  readonly variable?: { readonly unless?: string };
}

export interface ArgumentSpec {
  /** As in the help: `[paths...]`, `[kind]` or `<id>`; only the last one of a command may be many. */
  readonly name: string;
  readonly about: string;
  /** Its values, for shell completion; left out where it is a file, and where the rubric gives it. */
  readonly values?: readonly string[];
}

/** What a command takes, from which the command line is read and the help is made. */
export interface Signature {
  readonly args: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  /** Command lines for the help. */
  readonly examples: readonly string[];
}

/** A text, a list of texts where an option may be given several times, true for a flag. */
export type OptionValue = string | boolean | readonly string[];

/** A command line taken apart. Options go by their name in camel case; one that is not given has its preset or is absent. */
export interface CommandLine {
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, OptionValue>>;
}

type OptionKey<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<OptionKey<Rest>>}`
  : Name;

type OptionText<Spec extends OptionSpec> = Spec extends { readonly values: readonly (infer Value)[] } ? Value : string;

type OptionResult<Spec extends OptionSpec> = Spec['value'] extends null
  ? boolean
  : Spec extends { readonly isMany: true }
    ? readonly string[]
    : Spec extends { readonly preset: string }
      ? OptionText<Spec>
      : OptionText<Spec> | undefined;

/** The options that a command is run with, by their names in camel case. */
export type OptionsOf<Specs extends readonly OptionSpec[]> = {
  readonly [Spec in Specs[number] as OptionKey<Spec['name']>]: OptionResult<Spec>;
};

export function toOptionKey({ name }: Pick<OptionSpec, 'name'>): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The first word of a command line by which a shell asks what can stand at the cursor; the words so far follow. */
export const ASK_FOR_PROPOSALS = '__propose';

/** The first word of the command line of a thread; that of the run that started it follows. */
export const THREAD = '__thread';
