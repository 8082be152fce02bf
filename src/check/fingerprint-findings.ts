import type { Finding } from '../model/finding.ts';
import { computeFingerprints, type Digest } from '../model/fingerprint.ts';
import type { Report } from '../model/report.ts';
import { getRule } from './rules/registry.ts';

/** Details that tell one finding of a subject from another, whatever else about them changes. */
const IDENTIFYING_DETAILS = ['customer', 'duty', 'gate', 'least', 'origin', 'quote', 'rule'] as const;

/** A finding with the sentence that it is about; none where it is about an answer or a source. */
export type FindingInSentence = Finding & { readonly sentence?: string };

/** A sentence without what an editor may change around it: case, width of letters, white space. */
function normalizeSentence(sentence: string): string {
  return sentence.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** What the finding is about, as written in the file: the sentence of a memo, the answer in words, or the address of the source. */
function extractContent({ id, subject, sentence }: FindingInSentence, report: Report): string {
  if (sentence !== undefined) return normalizeSentence(sentence);
  const criteria = report.dimensions.flatMap((dimension) => dimension.criteria);
  if (getRule(id).subject === 'source') {
    const uses = criteria.flatMap((criterion) => (criterion.status === 'answered' ? criterion.sources : []));
    const use = uses.find(({ id: source }) => source === subject);
    return use?.url ?? use?.file ?? '';
  }
  const criterion = criteria.find((entry) => entry.id === subject);
  return criterion?.status === 'answered' ? criterion.said : '';
}

/**
 * A fingerprint for each finding of a file, which stays where lines move and where the file is renamed: of rule, subject and the
 * content that it is about, so that the same fault of another answer or sentence is another finding.
 */
export function fingerprintFindings(
  findings: readonly FindingInSentence[],
  report: Report,
  digest: Digest,
): readonly string[] {
  const contents = findings.map((finding) => {
    const { id, subject, detail } = finding;
    const identifying = IDENTIFYING_DETAILS.map((key) => detail[key] ?? null);
    return JSON.stringify([id, subject, identifying, extractContent(finding, report)]);
  });
  return computeFingerprints(contents, digest);
}
