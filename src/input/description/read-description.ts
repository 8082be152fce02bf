import type { Outcome } from '../../model/diagnostic.ts';
import { inferFormat, type SourceFormat, splitMemo } from '../text/front-matter.ts';
import { decodeText, explainTooLarge, MAX_BYTES } from '../text/read-text.ts';
import type { LocatedYaml } from '../yaml/located-yaml.ts';
import { readYaml } from '../yaml/read-yaml.ts';

/** The text of a description; the name is the user's own, and is in every problem. */
export interface DescriptionInput {
  readonly name: string;
  readonly content: Uint8Array | string;
  /** Default: by the name. */
  readonly format?: SourceFormat;
}

/** What was read of a description, before it is known to be one. */
export interface LocatedDescription extends LocatedYaml {
  readonly format: SourceFormat;
  /** The whole text, less a byte order mark; every place refers to it. */
  readonly text: string;
  /** Where the prose of a memo begins in the text; null for YAML alone. */
  readonly body: number | null;
}

function decodeInput({ name, content }: DescriptionInput): Outcome<string> {
  if (typeof content !== 'string') return decodeText(content, name);
  if (content.length > MAX_BYTES) return { ok: false, problems: [explainTooLarge(name)] };
  return { ok: true, value: content.replace(/^\ufeff/, '') };
}

/** Reads a description as located YAML. Lines and columns are those of the whole file, in a memo too. */
export function readDescription(input: DescriptionInput): Outcome<LocatedDescription> {
  const { name, format = inferFormat(name) } = input;
  const decoded = decodeInput(input);
  if (!decoded.ok) return decoded;
  const text = decoded.value;
  if (format === 'yaml') {
    const yaml = readYaml(text, { file: name });
    return yaml.ok ? { ok: true, value: { ...yaml.value, format, text, body: null } } : yaml;
  }
  const memo = splitMemo(text, name);
  if (!memo.ok) return memo;
  const { from, to } = memo.value.yaml;
  const yaml = readYaml(text, { file: name, offset: from, end: to });
  return yaml.ok ? { ok: true, value: { ...yaml.value, format, text, body: memo.value.body } } : yaml;
}
