import mammoth from 'mammoth';
import type { Outcome } from '../../model/diagnostic.ts';
import type { ConvertedText } from './converter.ts';
import { convertPage } from './html.ts';
import { readOfficeMetadata, refuseUnpacked, unpackOfficeFile } from './office-parts.ts';

const OPTIONS = {
  styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"],
  convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
};

/** A Word document, by way of HTML; it has no pages until it is printed. */
export async function convertDocx(bytes: Uint8Array, file: string): Promise<Outcome<ConvertedText>> {
  const parts = await unpackOfficeFile(bytes);
  if (parts === null) return refuseUnpacked(file);
  const { value: html } = await mammoth.convertToHtml({ buffer: bytes as Buffer }, OPTIONS);
  return { ok: true, value: { ...convertPage(html), metadata: readOfficeMetadata(parts) } };
}
