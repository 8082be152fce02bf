import type { Problem } from '../model/diagnostic.ts';
import type { PageContent } from '../model/page.ts';
import type { Report, ReportHead, ReportJson } from '../model/report.ts';
import type { Paint } from './writers/terminal/paint.ts';

/** How a terminal is to be written to. What a format says depends on the report alone, and data formats ignore these. */
export interface RenderOptions {
  /** Columns of the terminal; anything under 60 is taken as 60. */
  readonly width: number;
  readonly paint: Paint;
  /** False where the terminal shows ASCII only. Text of the description is shown as written either way. */
  readonly unicode: boolean;
  /** True where the terminal opens OSC 8 hyperlinks; else addresses are printed in full. */
  readonly links: boolean;
  /** One line a project and nothing else. */
  readonly quiet: boolean;
}

/** One entry of a format of lines, with what a report file says of all its entries. */
export type ReportLine = ReportHead & ({ readonly report: Report } | { readonly problem: Problem });

/** A format is a function from a report file to text. */
export interface ReportFormat {
  readonly id: string;
  readonly title: string;
  /** Ending of a file that holds it, without the dot. */
  readonly extension: string;
  /** True where a program reads it: it is then printed whole even where no file could be scored. */
  readonly isData: boolean;
  /** True where it tells the full view of a verdict whether it was asked for or not, and shows and carries `Material`. */
  readonly isPage: boolean;
  /** The whole output, ending in a newline unless it is empty. @param material what a page has beside its reports. */
  render(file: ReportJson, options: RenderOptions, material?: PageContent): string | Promise<string>;
  /** Of a format of lines, one of them with its end, so that they can be written as they come; null for any other. */
  readonly line: ((entry: ReportLine) => string) | null;
}
