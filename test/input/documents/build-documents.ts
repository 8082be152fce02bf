import { strToU8, zipSync } from 'fflate';

const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

/** A line of a PDF page: its words, or words with their place and size. */
export type PdfLine =
  | string
  | { readonly text: string; readonly x?: number; readonly y?: number; readonly size?: number };

/** A PDF of pages of lines, from the top; a page without lines is like a scan. */
export function makePdf(
  pages: readonly (readonly PdfLine[])[],
  more: { readonly info?: string; readonly isEncrypted?: boolean } = {},
): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${4 + 2 * at} 0 R`).join(' ')}] >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  for (const [at, lines] of pages.entries()) {
    const drawn = lines.map((line, row) => {
      const { text, x = 72, y = 760 - 14 * row, size = 10 } = typeof line === 'string' ? { text: line } : line;
      return `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`;
    });
    const stream = drawn.join('\n');
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${5 + 2 * at} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
  }
  const info = objects.push(`<< ${more.info ?? ''} >>`);
  const lock = `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`;
  const encrypt = more.isEncrypted === true ? objects.push(lock) : null;
  let file = '%PDF-1.4\n';
  const places = objects.map((body, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const locked = encrypt === null ? '' : `/Encrypt ${encrypt} 0 R /ID [<41> <41>] `;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${info} 0 R ${locked}>>\nstartxref\n${start}\n%%EOF\n`;
  return bytesOf(file);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const SLIDES = 'http://schemas.openxmlformats.org/presentationml/2006/main';

const relations = (entries: readonly string[]) =>
  `${XML}<Relationships xmlns="${RELATIONS}">${entries.join('')}</Relationships>`;

const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;

const core = (title: string, modified: string) =>
  `${XML}<cp:coreProperties xmlns:cp="x" xmlns:dc="y" xmlns:dcterms="z"><dc:title>${title}</dc:title><dcterms:modified>${modified}</dcterms:modified></cp:coreProperties>`;

/** An archive of parts, deflated. */
export async function makeZip(parts: Readonly<Record<string, string>>): Promise<Uint8Array> {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

/** A Word document with this body, in WordprocessingML. */
export function makeDocx(body: string, more: Readonly<Record<string, string>> = {}): Promise<Uint8Array> {
  return makeZip({
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': relations([relation('rId1', 'officeDocument', 'word/document.xml')]),
    'word/document.xml': `${XML}<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
    'docProps/core.xml': core('Otter Cloud memo', '2026-09-01T08:00:00Z'),
    ...more,
  });
}

export const paragraph = (text: string, style = '') =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** Styles by which Word calls headings; the ids are those of a German Word. */
export const GERMAN_STYLES = `${XML}<w:styles xmlns:w="${WORD}"><w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style></w:styles>`;

/** A shape with paragraphs; `kind` is that of a placeholder. */
export const shape = (paragraphs: readonly string[], kind = '', size = 0) =>
  `<p:sp><p:nvSpPr><p:cNvPr id="2" name="x"/><p:cNvSpPr/><p:nvPr>${kind === '' ? '' : `<p:ph type="${kind}"/>`}</p:nvPr></p:nvSpPr><p:txBody>${paragraphs
    .map((text) => `<a:p><a:r><a:rPr${size === 0 ? '' : ` sz="${size}"`}/><a:t>${text}</a:t></a:r></a:p>`)
    .join('')}</p:txBody></p:sp>`;

/** A table of a slide. */
export const slideTable = (rows: readonly (readonly string[])[]) =>
  `<p:graphicFrame><a:graphic><a:graphicData><a:tbl>${rows
    .map(
      (row) =>
        `<a:tr>${row.map((cell) => `<a:tc><a:txBody><a:p><a:r><a:t>${cell}</a:t></a:r></a:p></a:txBody></a:tc>`).join('')}</a:tr>`,
    )
    .join('')}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;

/** A deck of slides, each of shapes; they are stored in the reverse order of showing. */
export function makePptx(slides: readonly string[], notes: Readonly<Record<number, string>> = {}): Promise<Uint8Array> {
  const fileOf = (at: number) => slides.length - at;
  const page = (root: string, shapes: string) =>
    `${XML}<p:${root} xmlns:p="${SLIDES}" xmlns:a="${DRAWING}" xmlns:r="${OFFICE}"><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:${root}>`;
  const parts: Record<string, string> = {
    'ppt/presentation.xml': `${XML}<p:presentation xmlns:p="${SLIDES}" xmlns:r="${OFFICE}"><p:sldIdLst>${slides.map((_, at) => `<p:sldId id="${256 + at}" r:id="rId${at + 1}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relations(
      slides.map((_, at) => relation(`rId${at + 1}`, 'slide', `slides/slide${fileOf(at)}.xml`)),
    ),
    'docProps/core.xml': core('Otter Cloud', '2026-09-01T08:00:00Z'),
  };
  for (const [at, shapes] of slides.entries()) {
    parts[`ppt/slides/slide${fileOf(at)}.xml`] = page('sld', shapes);
    const note = notes[at];
    if (note === undefined) continue;
    parts[`ppt/slides/_rels/slide${fileOf(at)}.xml.rels`] = relations([
      relation('rId9', 'notesSlide', `../notesSlides/notesSlide${fileOf(at)}.xml`),
    ]);
    parts[`ppt/notesSlides/notesSlide${fileOf(at)}.xml`] = page('notes', shape([note], 'body'));
  }
  return makeZip(parts);
}
