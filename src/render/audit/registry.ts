import type { AuditFile, VectorsFile } from '../../model/audit.ts';
import type { RenderOptions } from '../format.ts';
import { safeJson } from '../safe-json.ts';
import { auditInMarkdown, vectorsInMarkdown } from './markdown.ts';
import { auditInText, vectorsInText } from './text.ts';

/** How what is found out about a rubric comes out: two functions from data to text. */
export interface AuditFormat {
  readonly id: string;
  readonly title: string;
  audit(file: AuditFile, options: RenderOptions): string;
  vectors(file: VectorsFile, options: RenderOptions): string;
}

/** The formats of `demandfit rubric`; the first is the default. */
export const AUDIT_FORMATS = [
  { id: 'text', title: 'For the terminal', audit: auditInText, vectors: vectorsInText },
  { id: 'markdown', title: 'For a document or a pull request', audit: auditInMarkdown, vectors: vectorsInMarkdown },
  { id: 'json', title: 'As data', audit: safeJson, vectors: safeJson },
] as const satisfies readonly AuditFormat[];
