import type { Location, Region } from 'sarif';
import type { Span } from '../../model/diagnostic.ts';
import type { CheckRenderContext } from '../check-render-context.ts';
import { replaceLoneSurrogates } from './replace-lone-surrogates.ts';

/** A path as a relative reference: each segment percent-encoded, `/` between them. */
function toUri(path: string): string {
  const uri = replaceLoneSurrogates(path).split('/').map(encodeURIComponent).join('/');
  // An empty URI stands for the log itself.
  return uri === '' ? '-' : uri;
}

/** GitHub asks for a line; what concerns the file as a whole is shown at its first one. */
function toRegion(at: Span | null): Region {
  if (at === null) return { startLine: 1 };
  return { startLine: at.line, startColumn: at.column, endLine: at.endLine, endColumn: at.endColumn };
}

/** Where something is. Columns of both count from 1 in UTF-16 units, and the end is exclusive in both. */
export function toLocation(file: string, at: Span | null, { fromRoot }: CheckRenderContext): Location {
  return { physicalLocation: { artifactLocation: { uri: toUri(fromRoot(file)) }, region: toRegion(at) } };
}
