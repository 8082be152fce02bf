import { BOUNDS } from '../../../model/level.ts';
import type { Block, Document, Fact, Headline, Item, LevelEntry, Text } from '../../document.ts';
import { formatInterval, spellCommand, toPlainText } from '../../document.ts';
import { formatPoints } from '../../wording/figures.ts';
import { capitalise } from '../../wording/to-words.ts';
import {
  BOUND_MEANINGS,
  drawBandedBar,
  drawBandScale,
  drawBoundsBar,
  drawFill,
  drawGateSign,
  drawLevelPips,
} from './bars.ts';
import { drawBreakEven } from './break-even-chart.ts';
import { type Content, type Html, html, linkTo, prose } from './html.ts';

/** Where blocks are in a page. */
export interface HtmlPlacement {
  /** Level of the heading above them, 0 to 5. */
  readonly level: number;
  /** The start of every id, so that two projects on a page do not share one. */
  readonly prefix: string;
  /** False where the page has none of the lines that a text refers to. */
  readonly hasAnchors: boolean;
}

/** Running text. */
function writeHtmlText(text: Text, { prefix, hasAnchors }: HtmlPlacement): Html {
  return html`${text.map((part) => {
    if (typeof part === 'string') return prose(part);
    if ('url' in part) return linkTo(part.says, part.url);
    if ('interval' in part) return formatInterval(part);
    if ('anchor' in part) return hasAnchors ? html`<a href="#${prefix}${part.anchor}">${part.says}</a>` : part.says;
    if ('command' in part) return html`<code>${spellCommand(part)}</code>`;
    if ('id' in part) return html`<code>${part.id}</code>`;
    if (part.emphasis === 'aside') return html`<span class="aside">${prose(part.text)}</span>`;
    return part.emphasis === 'strong'
      ? html`<strong>${prose(part.text)}</strong>`
      : html`<span class="band ${part.emphasis}">${prose(part.text)}</span>`;
  })}`;
}

/** A heading at this level; below the fifth they all look alike. */
function writeHtmlHeading(level: number, text: string, id?: string): Html {
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

function writeFacts(facts: readonly Fact[], at: HtmlPlacement): Html {
  return html`<dl class="facts">${facts.map(([label, value]) => html`<div><dt>${capitalise(label)}</dt><dd>${writeHtmlText(value, at)}</dd></div>`)}</dl>`;
}

function writeItems(items: readonly Item[], at: HtmlPlacement): Html {
  const isLabelled = items.some(({ label }) => label !== '');
  const name = items.some(({ status }) => status !== null) ? 'gates' : isLabelled ? 'levers' : 'findings';
  const entries = items.map(
    ({ label, status, criterion, text, below }) =>
      html`<li${criterion === undefined ? null : html` data-criterion="${criterion}"`}>${status === null ? null : drawGateSign({ status })}${isLabelled ? html`<span class="gain">${capitalise(label)}</span>` : null}<div><p>${writeHtmlText(text, at)}</p>${below.length === 0 ? null : html`<div class="below">${writeHtmlBlocks(below, at)}</div>`}</div></li>`,
  );
  return html`<ul class="${name}">${entries}</ul>`;
}

/** A cell; one of three values is drawn too. */
function writeCell(cell: Text, column: string, at: HtmlPlacement): Html {
  const bars = cell.flatMap((part) =>
    typeof part !== 'string' && 'interval' in part ? [drawBoundsBar(column, part.interval)] : [],
  );
  return html`${writeHtmlText(cell, at)}${bars}`;
}

function writeTable({ columns, rows }: Extract<Block, { kind: 'table' }>, at: HtmlPlacement): Html {
  const titles = columns.map((title) => title.replace(/>$/, ''));
  const classOf = (place: number) => (columns[place]?.endsWith('>') ? html` class="number"` : null);
  const head = titles.map((title, place) => html`<th scope="col"${classOf(place)}>${title}</th>`);
  const body = rows.map(
    (row) =>
      html`<tr>${row.map((cell, place) => html`<td${classOf(place)}>${writeCell(cell, titles[place] ?? '', at)}</td>`)}</tr>`,
  );
  return html`
<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function writeBars({ bars }: Extract<Block, { kind: 'bars' }>): Html {
  const rows = bars.map(
    ({ title, values, beside, reason }) => html`
<tr>
<th scope="row"><span class="name">${title}</span> <span class="weight">${beside}</span>${drawBoundsBar(title, values)}<span class="why">${reason}</span></th>
${BOUNDS.map((bound) => html`<td>${formatPoints(values[bound])}</td>`)}
</tr>`,
  );
  return html`
<table class="profile">
<thead><tr><td></td>${BOUNDS.map((bound) => html`<th scope="col" class="number">${drawFill(bound)} ${bound}</th>`)}</tr></thead>
<tbody>${rows}</tbody>
</table>`;
}

function writeHeadline({ title, emphasis, values, bands, text }: Headline, at: HtmlPlacement): Html {
  const figures =
    values === null
      ? null
      : html`
<dl class="values">${BOUNDS.map((bound) => html`<div class="${bound}"><dt>${drawFill(bound)} ${bound} <span>${BOUND_MEANINGS[bound]}</span></dt><dd>${formatPoints(values[bound])}</dd></div>`)}</dl>
${drawBandedBar('Fit index', values, bands)}${drawBandScale({ bands })}`;
  return html`
<div class="headline"><div class="verdict ${emphasis}">
<p class="band">${title}</p>
<p>${writeHtmlText(text, at)}</p>
</div>${figures}</div>`;
}

function writeEntry({ id, title, levels, text, badge, beside, blocks }: LevelEntry, at: HtmlPlacement): Html {
  return html`
<details class="criterion" data-criterion="${id}"><summary><span class="title">${title}</span>${levels === null ? null : drawLevelPips(title, levels)}<span class="said">${writeHtmlText(text, at)}</span>${badge === '' ? null : html`<span class="grade">${badge}</span>`}${beside === '' ? null : html`<span class="share">${beside}</span>`}</summary>
${writeHtmlBlocks(blocks, at)}
</details>`;
}

/** A section with an anchor under its heading. */
export function writeHtmlSection(id: string, title: string, content: Content, { level, prefix }: HtmlPlacement): Html {
  return html`
<section id="${prefix}${id}" data-part="${id}">
${writeHtmlHeading(level + 1, title)}
${content}
</section>`;
}

function writeBlock(block: Block, at: HtmlPlacement): Html {
  switch (block.kind) {
    case 'heading':
      return writeHtmlHeading(at.level + 1, block.text);
    case 'paragraph':
      return html`<p>${writeHtmlText(block.text, at)}</p>`;
    case 'note':
      return html`<p class="own" role="note">${writeHtmlText(block.text, at)}</p>`;
    case 'list':
      return html`<ul>${block.items.map((item) => html`<li>${writeHtmlText(item, at)}</li>`)}</ul>`;
    case 'items':
      return writeItems(block.items, at);
    case 'facts':
      return html`${block.title === null ? null : html`<p><strong>${writeHtmlText(block.title, at)}</strong></p>`}${writeFacts(block.facts, at)}`;
    case 'table':
      return writeTable(block, at);
    case 'bars':
      return writeBars(block);
    case 'code':
      return html`<pre><code>${block.text}</code></pre>`;
    case 'excerpt':
      return html``;
    case 'chart':
      return drawBreakEven(block.chart, block.alternative);
    case 'headline':
      return writeHeadline(block, at);
    case 'entry':
      return writeEntry(block, at);
    case 'section':
      return writeHtmlSection(block.id, block.title, writeHtmlBlocks(block.blocks, { ...at, level: at.level + 1 }), at);
  }
}

/** Blocks as markup that is safe to put into a page. */
export function writeHtmlBlocks(blocks: readonly Block[], at: HtmlPlacement): Html {
  return html`${blocks.map((block) => writeBlock(block, at))}`;
}

/** An article on what the title names. @param content what follows title and subtitle. */
export function writeHtmlArticle({ title, subtitle }: Document, content: Content, at: HtmlPlacement): Html {
  const name = `${at.prefix}name`;
  return html`
<article id="${at.prefix}project" aria-labelledby="${name}">
<header>
${writeHtmlHeading(at.level, toPlainText(title), name)}
${subtitle === null ? null : html`<p class="offer">${writeHtmlText(subtitle, at)}</p>`}
</header>
${content}
</article>`;
}

/** The document as an article of a page. */
export function writeHtml(document: Document, at: HtmlPlacement): Html {
  return writeHtmlArticle(document, writeHtmlBlocks(document.blocks, at), at);
}
