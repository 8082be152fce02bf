import type { DimensionComparison, ReferenceComparison } from '../../../../model/comparison.ts';
import { rangeBar } from '../../../writers/html/bars.ts';
import { type Html, html } from '../../../writers/html/html.ts';
import { BESIDE_SAYS, intervalOf, knownSays, standingSays } from '../beside-reference.ts';
import { said } from '../sides.ts';

function row(entry: DimensionComparison, names: readonly [string, string]): Html {
  const { title, project, reference } = entry;
  const bar = (name: string, values: DimensionComparison['project']) =>
    rangeBar(`${name}, ${title}`, values.supported, values.possible);
  return html`
<tr>
<th scope="row"><span class="name">${title}</span>${bar(names[0], project)}${bar(names[1], reference)}<span class="aside">${knownSays(entry)}</span></th>
<td class="number">${intervalOf(project)}</td>
<td class="number">${intervalOf(reference)}</td>
</tr>`;
}

/** A project held against what its buyer has without a chain, dimension by dimension. */
export function besideTable({ dimensions, apart, reference }: ReferenceComparison, name: string): Html {
  const names = [name, reference.name] as const;
  const items = apart.map(
    ({ title, project, reference: other }) =>
      html`<li><strong>${title}</strong>: ${said(project)} against ${said(other)}</li>`,
  );
  return html`
<section class="beside">
<h3><bdi>${name}</bdi> beside <bdi>${reference.name}</bdi></h3>
<p>${BESIDE_SAYS} ${standingSays(dimensions, name)} The upper bar is ${name}, the lower one ${reference.name}.</p>
<table>
<caption class="unseen">Marks of each dimension, 0 to 100</caption>
<thead><tr><th scope="col">Dimension</th><th scope="col" class="number"><bdi>${name}</bdi></th><th scope="col" class="number"><bdi>${reference.name}</bdi></th></tr></thead>
<tbody>${dimensions.map((entry) => row(entry, names))}</tbody>
</table>
${items.length === 0 ? null : html`<p>Levels that lie two or more apart:</p><ul>${items}</ul>`}
</section>`;
}
