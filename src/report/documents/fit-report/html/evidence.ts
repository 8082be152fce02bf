import type { ItemReport, SourceUse } from '../../../../model/report.ts';
import { describeSource } from '../../../wording/sentences.ts';
import { type Content, type Html, html } from '../../../writers/html/html.ts';
import { linkTo } from '../../../writers/html/link.ts';
import type { SectionContext } from '../../../writers/html/section-context.ts';

/** A link to a line of the description file below; nothing where a part has no place. */
export function lineLink({ prefix }: SectionContext, at: { readonly line: number } | null): Html | null {
  return at === null ? null : html` <a class="line" href="#${prefix}line-${at.line}">line ${at.line}</a>`;
}

function sourceLine(source: SourceUse, context: SectionContext): Html {
  return html`<li>${linkTo(source.title, source.url)}: ${describeSource(source)}${lineLink(context, source.at)}</li>`;
}

/** Sources under a word that says what they do; nothing where there are none. */
export function sourceList(title: Content, sources: readonly SourceUse[], context: SectionContext): Html | null {
  if (sources.length === 0) return null;
  return html`<p class="of">${title}</p><ul class="sources">${sources.map((source) => sourceLine(source, context))}</ul>`;
}

function itemLine(item: ItemReport, context: SectionContext): Html {
  const { title, supported, claimed, grade, reason, note, sources } = item;
  return html`<li><p><strong>${title}</strong>: supported ${supported}, claimed ${claimed}, grade ${grade}; ${reason}${lineLink(context, item.at)}</p>${note === null ? null : html`<p class="note">Note: ${note}</p>`}${sources.length === 0 ? null : html`<ul class="sources">${sources.map((source) => sourceLine(source, context))}</ul>`}</li>`;
}

/** The items of a list with the evidence of each. */
export function itemList(items: readonly ItemReport[], context: SectionContext): Html | null {
  return items.length === 0 ? null : html`<ul class="items">${items.map((item) => itemLine(item, context))}</ul>`;
}
