import { type Paint, plainPaint, type RenderOptions } from '../../report/writers/terminal/paint.ts';
import type { Host, Stream } from '../host.ts';

/** The options that say how output looks. */
export interface DisplayOptions {
  readonly color?: 'auto' | 'always' | 'never';
  readonly output?: string | undefined;
  readonly quiet?: boolean;
  readonly full?: boolean;
}

const MIN_WIDTH = 60;
const MAX_WIDTH = 110;
const DEFAULT_WIDTH = 80;

/** `--color` over FORCE_COLOR over NO_COLOR over whether the stream is a terminal (https://no-color.org). */
function usesColour(choice: string, host: Host, stream: Stream): boolean {
  if (choice !== 'auto') return choice === 'always';
  const force = host.env('FORCE_COLOR');
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  if ((host.env('NO_COLOR') ?? '') !== '') return false;
  return stream.isTerminal && host.env('TERM') !== 'dumb';
}

/** True where the locale says UTF-8, the first of LC_ALL, LC_CTYPE and LANG that is set deciding. */
function supportsUnicode(host: Host): boolean {
  const locale = ['LC_ALL', 'LC_CTYPE', 'LANG']
    .map((name) => host.env(name))
    .find((value) => value !== undefined && value !== '');
  return locale === undefined ? host.env('WT_SESSION') !== undefined : /utf-?8/i.test(locale);
}

/** True on terminals that are known to open OSC 8 hyperlinks. */
function supportsLinks(host: Host, stream: Stream): boolean {
  if (!stream.isTerminal || (host.env('CI') ?? '') !== '') return false;
  const program = host.env('TERM_PROGRAM') ?? '';
  const isKnown = ['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper'].includes(program);
  return (
    isKnown ||
    host.env('WT_SESSION') !== undefined ||
    host.env('TERM') === 'xterm-kitty' ||
    Number(host.env('VTE_VERSION') ?? 0) >= 5000
  );
}

function chooseWidth(host: Host, stream: Stream): number {
  const columns = stream.columns ?? Number(host.env('COLUMNS') ?? Number.NaN);
  return Number.isInteger(columns) && columns > 0 ? Math.min(Math.max(columns, MIN_WIDTH), MAX_WIDTH) : DEFAULT_WIDTH;
}

/** chalk is loaded only where something is coloured. */
async function createPaint(isColoured: boolean): Promise<Paint> {
  if (!isColoured) return plainPaint;
  const { Chalk } = await import('chalk');
  const { bold, dim, red, yellow, green, cyan } = new Chalk({ level: 1 });
  return { bold, dim, red, yellow, green, cyan };
}

/** How output to `stream` looks by the command's options; by default a file gets neither colour nor links. */
export async function resolveRenderOptions(
  options: DisplayOptions,
  host: Host,
  stream: Stream,
): Promise<RenderOptions> {
  const choice = options.color ?? 'auto';
  const toFile = stream === host.stdout && options.output !== undefined;
  const isColoured = usesColour(choice, host, stream) && (!toFile || choice === 'always');
  return {
    width: toFile ? DEFAULT_WIDTH : chooseWidth(host, stream),
    paint: await createPaint(isColoured),
    unicode: supportsUnicode(host),
    links: !toFile && supportsLinks(host, stream),
    quiet: options.quiet ?? false,
    full: options.full ?? false,
    bands: [],
    command: toFile ? 'demandfit' : host.command,
  };
}
