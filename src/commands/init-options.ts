import { parse } from 'yaml';
import type { Given } from '../draft/begin.ts';
import type { Entry } from '../draft/with-entries.ts';
import type { Rubric } from '../model/rubric.ts';
import { safeForTerminal } from '../render/safe-text.ts';
import { asOfOption } from './common-options.ts';
import { UsageError } from './exit.ts';
import { pick, textOption, textsOption, trackOption } from './option-of.ts';

/** A right command line. */
export const INIT_EXAMPLE = 'demandfit init project.yaml';

const ANSWERS = `${INIT_EXAMPLE} --answer proof=own-benchmark --answer 'customers=[]'`;
const SOURCES = `${INIT_EXAMPLE} --source 'prices={ title: Price list, url: https://example.org/pricing, kind: price-list, accessed: 2026-06-20 }'`;

/** `id=value`, with the value as YAML would have it. @throws UsageError for anything else. */
function assigned(option: string, text: string, example: string): { id: string; value: unknown } {
  const [, id, written = ''] = /^\s*([\w-]+)\s*=\s*(.+)$/s.exec(text) ?? [];
  if (id === undefined) throw new UsageError(`--${option} takes id=value, not ${JSON.stringify(text)}`, example);
  try {
    return { id, value: parse(written) as unknown };
  } catch {
    throw new UsageError(safeForTerminal(`--${option}: the value of ${id} is no YAML: ${written}`), example);
  }
}

function answerEntry(text: string, { criteria }: Rubric): Entry {
  const { id, value } = assigned('answer', text, ANSWERS);
  const { dimension, levels } = pick(criteria, id, 'criterion', ANSWERS);
  const options = levels.flatMap(({ option }) => (option === null ? [] : [{ id: option }]));
  if (typeof value === 'string' && options.length > 0)
    pick([...options, { id: 'unknown' }], value, `option of ${id}`, ANSWERS);
  return { path: [dimension, id], value };
}

function sourceEntry(text: string): Entry {
  const { id, value } = assigned('source', text, SOURCES);
  return { path: ['sources', id], value };
}

/** What the options say. @throws UsageError for a value that none of them takes. */
export function givenBy(options: Readonly<Record<string, unknown>>, rubric: Rubric): Given {
  const text = (name: string) => textOption(options, name) ?? null;
  return {
    name: text('name'),
    summary: text('summary'),
    offer: text('offer'),
    website: text('website'),
    asOf: asOfOption(options, INIT_EXAMPLE) ?? null,
    track: trackOption(options, rubric, `${INIT_EXAMPLE} --track compute`) ?? null,
    entries: [
      ...textsOption(options, 'source').map(sourceEntry),
      ...textsOption(options, 'answer').map((answer) => answerEntry(answer, rubric)),
    ],
  };
}
