import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { AnsiUp } from 'ansi_up';
import { ROOT, runBuilt } from './run-built.ts';

const PLACES = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where a Chromium is installed; null where there is none that is known. */
export const CHROMIUM: string | null = PLACES.find((place) => place !== undefined && fs.existsSync(place)) ?? null;

/** A picture of the README: a page as a browser of a given size shows it. */
export interface Picture {
  /** Its file, from the project's folder. */
  readonly file: string;
  /** Of the browser's window, in CSS pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** What is shown, as one HTML document. */
  page(): string;
}

/** Digests of what the pictures were drawn from, by their files. A browser's pixels differ from machine to machine. */
const DIGESTS = 'examples/pictures/drawn-from.json';

const TERMINAL_STYLE = `
  body { margin: 0; background: #16181d }
  pre { margin: 0; padding: 20px 24px; color: #d6dae1; font: 14px/1.35 'DejaVu Sans Mono', monospace }
  .prompt { color: #8b93a1 }
  .ansi-cyan-fg { color: #4fb8c9 } .ansi-green-fg { color: #6cc07a } .ansi-yellow-fg { color: #e0b04f }
  .ansi-red-fg { color: #ef7b72 }`;

/** The first lines of what a command prints in a terminal with colours. */
function renderTerminalPage(args: readonly string[], lines: number): string {
  const { stdout } = runBuilt(args, { FORCE_COLOR: '1' });
  const ansi = new AnsiUp();
  ansi.use_classes = true;
  const shown = ansi.ansi_to_html(stdout.split('\n').slice(0, lines).join('\n'));
  const prompt = `<span class="prompt">$ demandfit ${args.join(' ')}</span>`;
  return `<!doctype html><meta charset="utf-8"><style>${TERMINAL_STYLE}</style><pre>${prompt}\n${shown}</pre>`;
}

function renderBrowserPage(args: readonly string[]): string {
  return runBuilt([...args, '--format', 'html'], {}).stdout;
}

export const PICTURES: readonly Picture[] = [
  {
    file: 'examples/pictures/report-in-a-terminal.png',
    size: { width: 730, height: 548 },
    page: () => renderTerminalPage(['examples/x402.yaml'], 25),
  },
  {
    file: 'examples/pictures/report-as-a-page.png',
    size: { width: 1100, height: 1060 },
    page: () => renderBrowserPage(['score', 'examples/x402.yaml']),
  },
  {
    file: 'examples/pictures/comparison.png',
    size: { width: 1280, height: 1150 },
    page: () => renderBrowserPage(['compare', 'examples']),
  },
];

/** The digest of what a page looks like: its scripts add nothing to the picture. */
function hashPicture(page: string): string {
  const seen = page
    .replace(/<script\b[\s\S]*?<\/script>/g, '')
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/g, '');
  return createHash('sha256').update(seen).digest('hex');
}

/** The text of the file of digests, were all pictures drawn now. */
function computeDigests(): string {
  const digests = Object.fromEntries(PICTURES.map(({ file, page }) => [file, hashPicture(page())]));
  return `${JSON.stringify(digests, null, 2)}\n`;
}

export function saveDigests(): void {
  fs.writeFileSync(path.join(ROOT, DIGESTS), computeDigests());
}

/** Whether every picture is there and shows what the program prints now. */
export function arePicturesCurrent(): boolean {
  const digests = path.join(ROOT, DIGESTS);
  const isDrawn = [digests, ...PICTURES.map(({ file }) => path.join(ROOT, file))].every(fs.existsSync);
  return isDrawn && fs.readFileSync(digests, 'utf8') === computeDigests();
}
