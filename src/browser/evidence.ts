import type { SourceKind } from '../model/rubric.ts';
import { isPlainMap, omitKeys, type PlainMap, toList, toMap } from './plain-data.ts';

/** What a reader may suppose of an answer's evidence: that of the file, none, or one more source of a kind. */
export const AS_CITED = 'as-cited';
export const NO_SOURCE = 'none';

/** The id of the supposed source of a kind. */
export function toHypotheticalId(kind: string): string {
  return `what-if-${kind}`;
}

/** A source that nobody has seen: the host ends in a name that can't be registered (RFC 2606). */
export function createHypotheticalSource({ id, title }: SourceKind, day: string): PlainMap {
  return { title: `Supposed: ${title}`, url: `https://what-if.invalid/${id}`, kind: id, published: day };
}

function setCitations(part: PlainMap, evidence: string): PlainMap {
  if (evidence === NO_SOURCE) return omitKeys(part, 'sources');
  const before = toList(part['sources']);
  const id = toHypotheticalId(evidence);
  return { ...part, sources: before.includes(id) ? before : [...before, id] };
}

/** An answer on the evidence supposed: each item of a list, and the project's own alternative on both sides of a comparison. */
export function applyEvidence(answer: unknown, evidence: string): unknown {
  if (evidence === AS_CITED) return answer;
  if (Array.isArray(answer)) return answer.map((item) => setCitations(toMap(item), evidence));
  if (!isPlainMap(answer)) return setCitations({ answer }, evidence);
  const { alternative } = answer;
  const both = isPlainMap(alternative) ? { ...answer, alternative: setCitations(alternative, evidence) } : answer;
  return setCitations(both, evidence);
}
