import type { SourceKind } from '../model/rubric.ts';
import { isPlainMap, listOf, mapOf, type PlainMap, without } from './plain.ts';

/** What a reader may suppose of an answer's evidence: that of the file, none, or one more source of a kind. */
export const AS_CITED = 'as-cited';
export const NO_SOURCE = 'none';

/** The id of the supposed source of a kind. */
export function supposedId(kind: string): string {
  return `what-if-${kind}`;
}

/** A source that nobody has seen: the host ends in a name that can't be registered (RFC 2606). */
export function supposedSource({ id, title }: SourceKind, day: string): PlainMap {
  return { title: `Supposed: ${title}`, url: `https://what-if.invalid/${id}`, kind: id, published: day };
}

function cited(part: PlainMap, evidence: string): PlainMap {
  if (evidence === NO_SOURCE) return without(part, 'sources');
  const before = listOf(part['sources']);
  const id = supposedId(evidence);
  return { ...part, sources: before.includes(id) ? before : [...before, id] };
}

/** An answer on the evidence supposed: each item of a list, and the project's own alternative on both sides of a comparison. */
export function onEvidence(answer: unknown, evidence: string): unknown {
  if (evidence === AS_CITED) return answer;
  if (Array.isArray(answer)) return answer.map((item) => cited(mapOf(item), evidence));
  if (!isPlainMap(answer)) return cited({ answer }, evidence);
  const { alternative } = answer;
  const both = isPlainMap(alternative) ? { ...answer, alternative: cited(alternative, evidence) } : answer;
  return cited(both, evidence);
}
