import { convertDocument } from '../input/documents/convert-document.ts';
import { convertPage, findCharset } from '../input/documents/html.ts';
import type { Day } from '../model/day.ts';
import type { MissReason } from '../model/lock.ts';
import type { HostRegister } from '../model/register.ts';
import { type MatchableText, readMatchable } from '../prose/matchable-text.ts';
import { findPageDates, type PageDates, readDay } from './page-dates.ts';
import type { WebAnswer } from './web.ts';

/** A page whose text could be read. */
export interface ReadPage extends PageDates {
  readonly ok: true;
  readonly title: string | null;
  readonly text: MatchableText;
  /** What is hashed: the words alone, so that another layout is the same page. */
  readonly normalised: string;
  readonly words: number;
  /** A check for robots, a login or so little text that it is hardly the page; a quote found there is found all the same. */
  readonly doubt: MissReason | null;
  /** False where a quote that is not found may be on a part that was not read. */
  readonly isWhole: boolean;
}

const refuse = (reason: MissReason) => ({ ok: false, reason }) as const;

function decodeAs(bytes: Uint8Array, encoding: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}

/** The text of bytes: by a byte order mark, the header, the head of the page, as UTF-8, and else as browsers read an old page. */
export function decodePage(bytes: Uint8Array, contentType: string): string {
  const [a, b, c] = bytes;
  const mark = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null;
  const isUtf8 = a === 0xef && b === 0xbb && c === 0xbf;
  const [, header = null] = /charset\s{0,5}=\s{0,5}["']?([\w.:-]{1,40})/i.exec(contentType) ?? [];
  const named = isUtf8 ? 'utf-8' : (mark ?? header ?? findCharset(bytes));
  const byName = named === null ? null : decodeAs(bytes, named, false);
  return byName ?? decodeAs(bytes, 'utf-8', true) ?? decodeAs(bytes, 'windows-1252', false) ?? '';
}

const NONE: PageDates = { published: null, modified: null };

type PageText = PageDates & { readonly text: string; readonly title: string | null; readonly isWhole: boolean };

/** Of a PDF or an Office file. */
async function readDocumentFile(body: Uint8Array, seen: Day): Promise<PageText | MissReason> {
  const read = await convertDocument(body, 'page');
  if (read.ok) {
    const { text, metadata, notes } = read.value;
    const modified = readDay(metadata.date);
    const dates = { published: null, modified: modified !== null && modified <= seen ? modified : null };
    return { ...dates, text, title: metadata.title, isWhole: notes.length === 0 };
  }
  const code = read.problems[0]?.code;
  if (code === 'document/needs-package') return 'package';
  return code === 'document/no-text' ? 'no-text' : 'format';
}

/** Letters of a plain text that are read. */
const MOST_TEXT = 1_048_576;

async function readText({ body, headers }: WebAnswer, seen: Day): Promise<PageText | MissReason> {
  const type = headers['content-type'] ?? '';
  const start = new TextDecoder('latin1').decode(body.subarray(0, 1024));
  if (start.includes('%PDF-') || start.startsWith('PK\x03\x04')) return readDocumentFile(body, seen);
  if (/^\s*(?:image|audio|video|font)\//i.test(type)) return 'format';
  const decoded = decodePage(body, type);
  if (decoded.includes('\0')) return 'format';
  const isHtml =
    /html/i.test(type) ||
    (!/^\s*text\/(?!plain)/i.test(type) && /^\s*<(?:!doctype\s+html|html|head|body)\b/i.test(decoded));
  if (!isHtml) return { ...NONE, text: decoded.slice(0, MOST_TEXT), title: null, isWhole: decoded.length <= MOST_TEXT };
  const { text, metadata, notes } = convertPage(decoded, true);
  return { ...findPageDates(decoded, seen), text, title: metadata.title, isWhole: notes.length === 0 };
}

/** Letters that are words by themselves, in scripts without blanks. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/gu;

/** What speaks against taking a text for the page that was asked for. */
function findDoubt(text: string, words: number, { walls }: HostRegister): MissReason | null {
  if (words <= walls.most_words && walls.phrases.some((phrase) => text.includes(phrase))) return 'wall';
  return words < walls.least_words ? 'little-text' : null;
}

/** The text of an answer, or why there is none. @param asked the address that was asked for. @param url where the redirects led. */
export async function readPage(
  answer: WebAnswer,
  {
    asked,
    url,
    seen,
    hosts,
  }: { readonly asked: URL; readonly url: URL; readonly seen: Day; readonly hosts: HostRegister },
): Promise<ReadPage | { readonly ok: false; readonly reason: MissReason }> {
  const read = await readText(answer, seen).catch(() => 'format' as const);
  if (typeof read === 'string') return refuse(read);
  const text = readMatchable(read.text);
  const parts = text.letters.replace(UNSPACED, ' $& ').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const words = parts.length;
  const doubt = findDoubt(`${read.title?.toLowerCase() ?? ''} ${text.letters}`, words, hosts);
  const { cut_by, whole_from } = hosts.walls;
  const isCut = words < whole_from || cut_by.some((phrase) => text.letters.includes(phrase));
  // Many a site sends whoever asks for a page that it no longer has to its first page.
  const isSentHome = url.pathname === '/' && asked.pathname !== '/';
  return {
    ...read,
    ok: true,
    text,
    normalised: parts.join(' '),
    words,
    doubt,
    isWhole: read.isWhole && !isCut && !isSentHome && doubt === null,
  };
}
