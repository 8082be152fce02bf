import type { Finding } from '../model/finding.ts';
import { computeFingerprints, type Digest } from '../model/fingerprint.ts';
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
 * A fingerprint for each finding that stays where lines move: of rule, file, subject and the content that it is about, so that
 * the same fault of another answer is another finding.
 */
export function fingerprintFindings(
  findings: readonly Finding[],
  file: string,
  report: Report,
  digest: Digest,
): readonly string[] {
  const contents = findings.map((finding) => {
    const { id, subject, detail } = finding;
    const identifying = IDENTIFYING_DETAILS.map((key) => detail[key] ?? null);
    return JSON.stringify([id, file, subject, identifying, extractContent(finding, report)]);
  });
  return computeFingerprints(contents, digest);
}
