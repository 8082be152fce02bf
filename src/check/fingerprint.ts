import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { getRule } from './rules/registry.ts';

/** Details that tell one finding of a subject from another, whatever else about them changes. */
const IDENTIFYING_DETAILS = ['customer', 'duty', 'gate', 'origin', 'rule'] as const;

/** What the finding is about, as it stands in the description: the answer in words, or the address of the source. */
function extractContent({ id, subject }: Finding, report: Report): string {
  const criteria = report.dimensions.flatMap((dimension) => dimension.criteria);
  if (getRule(id).subject === 'source') {
    const uses = criteria.flatMap((criterion) => (criterion.status === 'answered' ? criterion.sources : []));
    return uses.find((use) => use.id === subject)?.url ?? '';
  }
  const criterion = criteria.find((entry) => entry.id === subject);
  return criterion?.status === 'answered' ? criterion.said : '';
}

/**
 * What stands for each finding wherever its line moves: of rule, file, subject and the content that it is about, so that another
 * answer with the same fault is another finding. Equal ones are told apart by their order. 32 hexadecimal digits each.
 */
export function computeFingerprints(
  findings: readonly Finding[],
  file: string,
  report: Report,
  digest: (text: string) => string,
): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { id, subject, detail } = finding;
    const telling = IDENTIFYING_DETAILS.map((key) => detail[key] ?? null);
    const content = JSON.stringify([id, file, subject, telling, extractContent(finding, report)]);
    const nth = seen.get(content) ?? 0;
    seen.set(content, nth + 1);
    return digest(nth === 0 ? content : `${content}#${nth}`).slice(0, 32);
  });
}
