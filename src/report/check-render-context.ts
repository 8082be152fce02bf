import type { CheckJson } from '../model/check.ts';
import type { Digest } from '../model/fingerprint.ts';
import type { RenderOptions } from './format.ts';

/** What a format of a check is given beside the file. Data formats ignore `options` and `texts`. */
export interface CheckRenderContext {
  readonly options: RenderOptions;
  /** The text of a file, by the name that the check gives it; null where it could not be read. */
  readonly texts: (file: string) => string | null;
  /** A file's path from the root of its repository, with `/`, as forges want it. */
  readonly fromRoot: (file: string) => string;
  readonly digest: Digest;
}

/** A format is a function from a check to the whole output, which ends in a newline unless it is empty. */
export type CheckRenderer = (file: CheckJson, look: CheckRenderContext) => string;
