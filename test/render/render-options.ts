import type { RenderOptions } from '../../src/render/format.ts';
import { plainPaint } from '../../src/render/paint.ts';

/** Options of a plain terminal of 80 columns. */
export function options(change: Partial<RenderOptions> = {}): RenderOptions {
  return { width: 80, paint: plainPaint, unicode: true, links: false, quiet: false, ...change };
}
