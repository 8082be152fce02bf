import type { CheckJson } from '../model/check.ts';
import type { SourcesJson } from '../model/cited-source.ts';
import type { ClassifiedProject } from '../model/classification.ts';
import type { ComparisonJson } from '../model/comparison.ts';
import type { Problem } from '../model/diagnostic.ts';
import type { DiffJson } from '../model/diff.ts';
import type { Digest } from '../model/fingerprint.ts';
import type { PageContent } from '../model/page.ts';
import type { Reading, ReadingJson } from '../model/reading.ts';
import type { ReportHead, ReportJson } from '../model/report.ts';
import type { AuditJson, GoldenCasesJson } from '../model/rubric-audit.ts';
import type { EntryListJson, EntryPagesJson } from './documents/rubric-entries.ts';
import type { Titles } from './wording/finding-wording.ts';
import type { RenderOptions } from './writers/terminal/paint.ts';

/** What the caller knows besides the result; each format uses what it needs. */
export interface RenderContext {
  readonly options: RenderOptions;
  /** The text of a file, by the name that the result gives it; null where it could not be read. */
  readonly texts: (file: string) => string | null;
  /** A file's path from the root of its repository, with `/`, as forges want it. */
  readonly fromRoot: (file: string) => string;
  readonly digest: Digest;
  /** Address of the repository, of whose release the rules are explained; null where it is published nowhere. */
  readonly homepage: string | null;
  /** Bytes of a text after gzip. */
  readonly compressedSize: (text: string) => number;
  /** Takes what the output had to leave out, in a sentence. */
  readonly tell: (notice: string) => void;
  /** Titles of the rubric's criteria and dimensions by id; empty where ids alone have to do. */
  readonly titles: Titles;
  /** What a page of reports shows and carries besides them; null for a page that nothing can be changed in. */
  readonly page: PageContent | null;
  /** What to do after a reading, in a sentence or two. */
  readonly nextStep: (reading: Reading) => string;
  /** The program that the page of a comparison carries. */
  readonly program: () => string;
}

/** The path of a file whose repository is not known: as named, with `/` and without a leading `./`. */
function normalisePath(file: string): string {
  return file.replaceAll('\\', '/').replace(/^(?:\.\/+)+/, '');
}

function refuseDigest(): never {
  throw new Error('fingerprints need the digest of the host');
}

/** A context of the options alone, with what else is known. */
export function createRenderContext(options: RenderOptions, known: Partial<RenderContext> = {}): RenderContext {
  return {
    texts: () => null,
    fromRoot: normalisePath,
    digest: refuseDigest,
    homepage: 'https://example.org/demandfit',
    // Never too small, wherever nothing compresses.
    compressedSize: (text) => text.length * 3,
    tell: () => undefined,
    titles: new Map(),
    page: null,
    nextStep: () => 'Not scored yet.',
    program: () => '',
    ...known,
    options,
  };
}

/** The result of `classify`. */
export interface ClassificationJson extends ReportHead {
  readonly projects: readonly ClassifiedProject[];
  readonly problems: readonly Problem[];
}

/** Every kind of result that leaves the program. */
export interface Results {
  readonly report: ReportJson;
  readonly 'call-sheet': ReportJson;
  readonly comparison: ComparisonJson;
  readonly diff: DiffJson;
  readonly check: CheckJson;
  readonly 'rubric-check': AuditJson;
  readonly 'golden-cases': GoldenCasesJson;
  readonly classification: ClassificationJson;
  readonly reading: ReadingJson;
  readonly sources: SourcesJson;
  readonly 'entry-pages': EntryPagesJson;
  readonly 'entry-list': EntryListJson;
}

export type ResultKind = keyof Results;

/** The whole output for a result, ending in a newline unless it is empty. */
export type Renderer<R> = (result: R, context: RenderContext) => string | Promise<string>;

/** What is known of a format before its code is loaded. */
export interface FormatInfo {
  readonly id: string;
  /** As printed in the help, behind the id and a colon. */
  readonly title: string;
  /** Ending of a file that holds it, without the dot. */
  readonly extension: string;
  /** True where a program reads it: it is then printed even where no file could be read. */
  readonly isData: boolean;
  /** True for a page of a browser: it shows the full view of a verdict whether it was asked for or not. */
  readonly isPage: boolean;
  /** Given where a file of it begins with something that standard output has not, for the programs that open it. */
  readonly fileStart?: string;
  /** Of a format of lines, one of them with its end, so that they can be written as they come; null for any other. */
  readonly line: ((entry: object) => string) | null;
}

/** An output format with the results that it renders. */
export interface Format extends FormatInfo {
  /** Each renderer is loaded when it is first used, so that a run pays for one only. */
  readonly results: { readonly [K in ResultKind]?: () => Promise<Renderer<Results[K]>> };
}

/** A format of one kind of result. */
export interface ResultFormat<R> extends FormatInfo {
  render(result: R, context: RenderContext): Promise<string>;
}
