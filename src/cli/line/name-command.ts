import { quoteForShell } from '../../input/text/quote.ts';

/** How the program was started. */
interface Start {
  /** The name under which the process was started. */
  readonly argv0: string;
  /** The script that runs, as named from the current folder, with `/`. */
  readonly script: string;
  /** The variable `npm_command`, which npm sets for what it runs. */
  readonly npmCommand: string | undefined;
}

/** The words that start the program again in the same shell: `demandfit`, `npx demandfit` or `node dist/cli.cjs`. */
export function nameCommand({ argv0, script, npmCommand }: Start): string {
  const isInstalled = /(?:^|\/)(?:node_modules\/.*|demandfit(?:\.\w+)?)$/.test(script);
  if (isInstalled && npmCommand === 'exec') return 'npx demandfit';
  const isNamed = /(?:^|[/\\])demandfit$/.test(argv0);
  return isInstalled || isNamed ? 'demandfit' : `node ${quoteForShell(script)}`;
}

/** A text with the command lines in it, written as `demandfit ...`, as they are typed to start the program again. */
export function spellCommands(text: string, command: string): string {
  return text.replace(/(?<![\w"'/.-])demandfit(?= [\w'<[.-])/g, () => command);
}
