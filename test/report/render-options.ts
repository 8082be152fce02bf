import { PLAIN_TERMINAL, type RenderOptions } from '../../src/report/writers/terminal/paint.ts';

/** Options of a plain terminal of 80 columns. */
export function options(change: Partial<RenderOptions> = {}): RenderOptions {
  return { ...PLAIN_TERMINAL, ...change };
}
