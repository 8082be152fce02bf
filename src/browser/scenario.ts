import { assess } from '../assess.ts';
import { toDescription } from '../input/description/to-description.ts';
import { readYaml } from '../input/yaml/read-yaml.ts';
import type { Day } from '../model/day.ts';
import type { PageData } from '../model/page.ts';
import type { Report } from '../model/report.ts';
import type { Weights } from '../model/rubric.ts';
import type { AssessOptions } from '../score/score-description.ts';
import { applyEvidence, createHypotheticalSource, toHypotheticalId } from './evidence.ts';
import { patchYaml } from './patch-yaml.ts';
import { omitKeys, type PlainMap, toMap } from './plain-data.ts';

/** What a reader supposes otherwise than the file says. */
export interface WhatIfScenario {
  /** Answers by criterion, as YAML would have them. */
  readonly answers: ReadonlyMap<string, unknown>;
  /** By criterion: no source, or a kind of which one more is supposed. */
  readonly evidence: ReadonlyMap<string, string>;
  readonly weights: Weights | null;
  readonly asOf: Day | null;
}

export const EMPTY_SCENARIO: WhatIfScenario = { answers: new Map(), evidence: new Map(), weights: null, asOf: null };

/** What comes of it: the changed description with its report, or that it can't be read. */
export type WhatIfResult =
  | { readonly ok: true; readonly yaml: string; readonly report: Report; readonly options: AssessOptions }
  | { readonly ok: false };

/** The answer on a criterion as YAML has it; undefined where it is left out. */
export function readWrittenAnswer(value: PlainMap, dimension: string, criterion: string): unknown {
  const answers = toMap(value[dimension]);
  return Object.hasOwn(answers, criterion) ? answers[criterion] : undefined;
}

/** The value of the file's YAML. @throws Error for one that is no description, which no page carries. */
export function readWrittenValue({ yaml, file }: PageData): PlainMap {
  const read = readYaml(yaml, { file: file ?? '' });
  if (!read.ok) throw new Error('the page carries a description that can not be read');
  return toMap(read.value.value);
}

function applyScenario(
  written: PlainMap,
  { answers, evidence, asOf }: WhatIfScenario,
  { rubric, judged }: PageData,
): PlainMap {
  let value = written;
  for (const { id, dimension } of rubric.criteria) {
    const before = readWrittenAnswer(written, dimension, id);
    const answer = answers.has(id) ? answers.get(id) : before;
    const kind = evidence.get(id);
    const after = kind === undefined || answer === undefined ? answer : applyEvidence(answer, kind);
    if (after === before) continue;
    const rest = omitKeys(toMap(value[dimension]), id);
    value = { ...value, [dimension]: after === undefined ? rest : { ...rest, [id]: after } };
  }
  const day = asOf ?? judged.asOf ?? String(written['as_of']);
  const kinds = rubric.evidence.kinds.filter(({ id }) => [...evidence.values()].includes(id));
  if (kinds.length === 0) return value;
  const supposed = Object.fromEntries(
    kinds.map((kind) => [toHypotheticalId(kind.id), createHypotheticalSource(kind, day)]),
  );
  return { ...value, sources: { ...toMap(value['sources']), ...supposed } };
}

/** The description with what is supposed, scored as the command line would score its YAML. */
export function scoreScenario(data: PageData, written: PlainMap, suppositions: WhatIfScenario): WhatIfResult {
  const { rubric, judged, file } = data;
  const yaml = patchYaml(data.yaml, written, applyScenario(written, suppositions, data));
  const read = readYaml(yaml, { file: file ?? '' });
  const description = read.ok ? toDescription(read.value, rubric, file ?? '') : null;
  if (description === null) return { ok: false };
  const options: AssessOptions = {
    ...judged,
    asOf: suppositions.asOf ?? judged.asOf,
    weights: suppositions.weights ?? judged.weights,
  };
  return { ok: true, yaml, report: assess(description, rubric, options), options };
}

/** The command that scores a copy of the description by the same options. */
export function formatScoreCommand({ asOf, weights, track }: AssessOptions): string {
  const listed = Object.entries(weights ?? {}).map(([id, weight]) => `${id}=${weight}`);
  return [
    'demandfit score changed.yaml',
    ...(asOf === undefined ? [] : [`--as-of ${asOf}`]),
    ...(track === undefined ? [] : [`--track ${track}`]),
    ...(listed.length === 0 ? [] : [`--weights ${listed.join(',')}`]),
  ].join(' ');
}
