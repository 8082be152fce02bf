import type { AuditJson, GoldenCasesJson } from '../model/rubric-audit.ts';
import { auditInMarkdown, vectorsInMarkdown } from './documents/rubric-check/markdown.ts';
import { auditInText, vectorsInText } from './documents/rubric-check/terminal.ts';
import type { RenderOptions } from './format.ts';
import { toSafeJson } from './writers/safe-json.ts';

/** How what is found out about a rubric comes out: two functions from data to text. */
export interface AuditFormat {
  readonly id: string;
  readonly title: string;
  audit(file: AuditJson, options: RenderOptions): string;
  vectors(file: GoldenCasesJson, options: RenderOptions): string;
}

/** The formats of `demandfit rubric`; the first is the default. */
export const AUDIT_FORMATS = [
  { id: 'text', title: 'For the terminal', audit: auditInText, vectors: vectorsInText },
  { id: 'markdown', title: 'For a document or a pull request', audit: auditInMarkdown, vectors: vectorsInMarkdown },
  { id: 'json', title: 'As data', audit: toSafeJson, vectors: toSafeJson },
] as const satisfies readonly AuditFormat[];
