import { BOUNDS, mapBounds } from '../../../model/level.ts';
import { type Block, type Chart, type Document, type Fact, type Item, type Text, toPlainText } from '../../document.ts';
import { formatPoints } from '../../wording/figures.ts';
import { boundsBar } from './bars.ts';
import { type Html, html, prose } from './html.ts';
import { linkTo } from './link.ts';

/** How blocks stand in a page. */
export interface HtmlPlacement {
  /** Level of the heading that they stand under, 1 to 5. */
  readonly level: number;
  /** Begins every id, so that two projects on a page do not share one. */
  readonly prefix: string;
  /** Draws a chart; null where it does not know the drawing. */
  readonly drawChart?: (chart: Chart) => Html | null;
}

/** Running text. */
export function writeHtmlText(text: Text): Html {
  return html`${text.map((part) => {
    if (typeof part === 'string') return prose(part);
    if ('url' in part) return linkTo(part.says, part.url);
    if ('id' in part) return html`<code>${part.id}</code>`;
    return part.emphasis === 'aside'
      ? html`<span class="aside">${part.text}</span>`
      : html`<strong class="${part.emphasis}">${part.text}</strong>`;
  })}`;
}

/** A heading at this level; below the fifth they all look alike. */
export function writeHtmlHeading(level: number, text: string, id?: string): Html {
  const named = id === undefined ? null : html` id="${id}"`;
  switch (Math.min(level, 5)) {
    case 1:
      return html`<h1${named}>${text}</h1>`;
    case 2:
      return html`<h2${named}>${text}</h2>`;
    case 3:
      return html`<h3${named}>${text}</h3>`;
    case 4:
      return html`<h4${named}>${text}</h4>`;
    default:
      return html`<h5${named}>${text}</h5>`;
  }
}

function writeFacts(facts: readonly Fact[]): Html {
  return html`<dl class="facts">${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${writeHtmlText(value)}</dd></div>`)}</dl>`;
}

function writeItem({ label, text, below }: Item, at: HtmlPlacement): Html {
  return html`<li>${label === '' ? null : html`<span class="gain">${label}</span>`}<div>${writeHtmlText(text)}${writeHtmlBlocks(below, at)}</div></li>`;
}

function writeTable({ columns, rows }: Extract<Block, { kind: 'table' }>): Html {
  const isRight = columns.map((title) => title.endsWith('>'));
  const nameOf = (at: number) => (isRight[at] ? html` class="number"` : null);
  const head = columns.map((title, at) => html`<th scope="col"${nameOf(at)}>${title.replace(/>$/, '')}</th>`);
  const body = rows.map(
    (row) => html`<tr>${row.map((cell, at) => html`<td${nameOf(at)}>${writeHtmlText(cell)}</td>`)}</tr>`,
  );
  return html`<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function writeBars({ bars }: Extract<Block, { kind: 'bars' }>): Html {
  const rows = bars.map(
    (bar) => html`
<tr>
<th scope="row"><span class="name">${bar.title}</span> <span class="weight">${bar.beside}</span>${boundsBar(
      bar.title,
      mapBounds((bound) => (100 * bar.values[bound]) / bar.of),
    )}<span class="why">${bar.reason}</span></th>
${BOUNDS.map((bound) => html`<td>${formatPoints(bar.values[bound])}</td>`)}
</tr>`,
  );
  return html`
<table class="profile">
<thead><tr><th scope="col"></th>${BOUNDS.map((bound) => html`<th scope="col" class="number">${bound}</th>`)}</tr></thead>
<tbody>${rows}</tbody>
</table>`;
}

function writeBlock(block: Block, at: HtmlPlacement): Html {
  switch (block.kind) {
    case 'heading':
      return writeHtmlHeading(at.level + 1, block.text);
    case 'paragraph':
      return html`<p>${writeHtmlText(block.text)}</p>`;
    case 'note':
      return html`<p class="note" role="note">${writeHtmlText(block.text)}</p>`;
    case 'list':
      return html`<ul>${block.items.map((item) => html`<li>${writeHtmlText(item)}</li>`)}</ul>`;
    case 'items':
      return html`<ul class="levers">${block.items.map((item) => writeItem(item, at))}</ul>`;
    case 'facts':
      return html`${block.title === null ? null : html`<p><strong>${writeHtmlText(block.title)}</strong></p>`}${writeFacts(block.facts)}`;
    case 'table':
      return writeTable(block);
    case 'bars':
      return writeBars(block);
    case 'code':
      return html`<pre><code>${block.text}</code></pre>`;
    case 'excerpt':
      return html``;
    case 'chart':
      return at.drawChart?.(block) ?? writeHtmlBlocks(block.alternative, at);
    case 'section':
      return html`
<section id="${at.prefix}${block.id}" data-part="${block.id}">
${writeHtmlHeading(at.level + 1, block.title)}
${writeHtmlBlocks(block.blocks, { ...at, level: at.level + 1 })}
</section>`;
  }
}

/** Blocks as markup that is safe to put into a page. */
export function writeHtmlBlocks(blocks: readonly Block[], at: HtmlPlacement): Html {
  return html`${blocks.map((block) => writeBlock(block, at))}`;
}

/** The document as an article of a page. */
export function writeHtml({ title, subtitle, blocks }: Document, at: HtmlPlacement): Html {
  const name = `${at.prefix}name`;
  return html`
<article id="${at.prefix}project" aria-labelledby="${name}">
<header>
${writeHtmlHeading(at.level, toPlainText(title), name)}
${subtitle === null ? null : html`<p class="offer">${writeHtmlText(subtitle)}</p>`}
</header>
${writeHtmlBlocks(blocks, at)}
</article>`;
}
