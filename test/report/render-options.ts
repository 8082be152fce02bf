import type { RenderOptions } from '../../src/report/writers/terminal/paint.ts';
import { plainPaint } from '../../src/report/writers/terminal/paint.ts';

/** Options of a plain terminal of 80 columns. */
export function options(change: Partial<RenderOptions> = {}): RenderOptions {
  const looks = { width: 80, paint: plainPaint, unicode: true, links: false, quiet: false, full: false, bands: [] };
  return { ...looks, command: 'demandfit', ...change };
}
