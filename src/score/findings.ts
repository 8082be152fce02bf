import { getCriterionKind } from '../criteria/registry.ts';
import type { Description } from '../model/description.ts';
import { toPointer } from '../model/pointer.ts';
import type { Finding, LoweringReason, RuleId, SourceUse } from '../model/report.ts';
import type { CriterionReading } from './read-answers.ts';

/** The findings about lowered grades; a source of the project's own needs none, as the report marks it. */
const LOWERING_FINDINGS: Readonly<Record<LoweringReason, RuleId | null>> = {
  'after-as-of': 'source/after-as-of',
  stale: 'source/stale',
  undated: 'source/undated',
  'own-host': null,
  'host-unknown': null,
};

function collectSourceFindings(use: SourceUse, criterion: string): readonly Finding[] {
  return use.lowered.flatMap((lowering) => {
    const id = LOWERING_FINDINGS[lowering];
    const dated = use.date === null ? {} : { date: use.date };
    return id === null ? [] : [{ id, subject: use.id, detail: { criterion, ...dated }, at: use.at }];
  });
}

/** All ids that an answer cites, also on a criterion that does not apply. */
function listCitedIds({ criterion }: CriterionReading, description: Description): readonly string[] {
  const answer = description.answers[criterion.id];
  if (answer?.status !== 'answered') return [];
  return getCriterionKind(criterion.kind)
    .citations(answer.value as never)
    .map(({ id }) => id);
}

function collectReadingFindings(reading: CriterionReading, description: Description): readonly Finding[] {
  const { criterion } = reading;
  const at = description.placeOf(toPointer([criterion.dimension, criterion.id]));
  if (reading.status === 'not-applicable' && description.answers[criterion.id]?.status === 'answered') {
    return [{ id: 'answer/not-applicable', subject: criterion.id, detail: {}, at }];
  }
  if (reading.status !== 'answered') return [];
  const against = reading.disputedBy.map((use) => use.id).join(', ');
  const disputed: readonly Finding[] =
    against === '' ? [] : [{ id: 'answer/disputed', subject: criterion.id, detail: { source: against }, at }];
  const { graded, findings, levels } = reading.reading;
  const bare: readonly Finding[] =
    levels.claimed > 0 && graded.cap === 0 ? [{ id: 'answer/unsupported', subject: criterion.id, detail: {}, at }] : [];
  return [
    ...findings,
    ...bare,
    ...disputed,
    ...graded.sources.flatMap((use) => collectSourceFindings(use, criterion.id)),
  ];
}

/** One finding for a source that several answers cite, with the answers in order. */
function mergeFindings(findings: readonly Finding[]): readonly Finding[] {
  const bySubject = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.id} ${finding.subject} ${finding.detail['criterion'] === undefined ? JSON.stringify(finding.detail) : ''}`;
    const held = bySubject.get(key);
    const criteria = [held?.detail['criterion'], finding.detail['criterion']].filter((entry) => entry !== undefined);
    const detail =
      criteria.length === 0 ? finding.detail : { ...finding.detail, criterion: [...new Set(criteria)].join(', ') };
    bySubject.set(key, { ...finding, detail });
  }
  return [...bySubject.values()];
}

function toSortKey(finding: Finding): string {
  return `${finding.id} ${finding.subject} ${JSON.stringify(finding.detail)}`;
}

/** All findings about the answers and sources, in an order that does not depend on that of the file. */
export function collectFindings(
  description: Description,
  readings: readonly CriterionReading[],
  more: readonly Finding[],
): readonly Finding[] {
  const cited = new Set(readings.flatMap((reading) => listCitedIds(reading, description)));
  const site: readonly Finding[] =
    description.website === null && description.sources.length > 0
      ? [{ id: 'website/missing', subject: description.name, detail: {}, at: null }]
      : [];
  const all = [
    ...more,
    ...site,
    ...readings.flatMap((reading) => collectReadingFindings(reading, description)),
    ...description.sources
      .filter(({ id }) => !cited.has(id))
      .map(({ id }): Finding => {
        const at = description.placeOf(toPointer(['sources', id]));
        return { id: 'source/uncited', subject: id, detail: {}, at };
      }),
  ];
  const keyed = mergeFindings(all).map((finding) => ({ finding, key: toSortKey(finding) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key))).map(({ finding }) => finding);
}
