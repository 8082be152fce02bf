/** An option of a command. */
export interface OptionSpec {
  /** The long name without its dashes, such as `stdin-filename`. */
  readonly name: string;
  /** What its value is called in the help; null for a flag. */
  readonly value: string | null;
  readonly about: string;
  /** What holds where it is not given. */
  readonly preset?: string;
  /** True where it may be given several times; its value is then a list. */
  readonly isMany?: true;
  /** What it can be, for a shell to complete; left out where it can be anything or is a file, and where the rubric gives it. */
  readonly values?: readonly string[];
}

export interface ArgumentSpec {
  /** As in the help: `[paths...]`, `[kind]` or `<id>`; only the last one of a command may be many. */
  readonly name: string;
  readonly about: string;
  /** What it can be, for a shell to complete; left out where it is a file, and where the rubric gives it. */
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

export function toOptionKey({ name }: OptionSpec): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
