import type { DocumentPlace } from '../../model/document.ts';

/** Where words are, short, as a reader looks for them: `line 45`, `p. 4`, `slide 3`; the file too where there are several. */
export function describeDocumentPlace({ file, line, sheet, section }: DocumentPlace, isAlone: boolean): string {
  const at =
    sheet !== null
      ? `${sheet.kind === 'page' ? 'p.' : sheet.kind} ${sheet.number}`
      : line !== null
        ? `line ${line}`
        : section === null
          ? ''
          : `under ${section}`;
  if (isAlone) return at === '' ? file : at;
  return at === '' ? file : `${file}, ${at}`;
}
