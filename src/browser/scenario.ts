import { assess } from '../assess.ts';
import { toDescription } from '../input/description/to-description.ts';
import { readYaml } from '../input/yaml/read-yaml.ts';
import type { Day } from '../model/day.ts';
import type { PageData } from '../model/page.ts';
import type { Report } from '../model/report.ts';
import type { SourceKind, Weights } from '../model/rubric.ts';
import type { AssessOptions } from '../score/score-description.ts';
import { patchYaml } from './patch-yaml.ts';
import { isPlainMap, omitKeys, type PlainMap, toList, toMap } from './plain-data.ts';

/** The evidence of an answer that a reader can assume besides one more source of a kind: that of the file, or none. */
export const AS_CITED = 'as-cited';
export const NO_SOURCE = 'none';

/** What a reader changes in the file. */
export interface WhatIfScenario {
  /** By criterion, as YAML would have them. */
  readonly answers: ReadonlyMap<string, unknown>;
  /** By criterion: `NO_SOURCE`, or the kind of one more source. */
  readonly evidence: ReadonlyMap<string, string>;
  readonly weights: Weights | null;
  readonly asOf: Day | null;
}

export const EMPTY_SCENARIO: WhatIfScenario = { answers: new Map(), evidence: new Map(), weights: null, asOf: null };

/** The changed description with its report; not ok where the changes make no valid description. */
export type WhatIfResult =
  | { readonly ok: true; readonly yaml: string; readonly report: Report; readonly options: AssessOptions }
  | { readonly ok: false };

const toHypotheticalId = (kind: string) => `what-if-${kind}`;

/** A source that does not exist: its host ends in a name that can't be registered (RFC 2606). */
function createHypotheticalSource({ id, title }: SourceKind, day: string): PlainMap {
  return { title: `Hypothetical: ${title}`, url: `https://what-if.invalid/${id}`, kind: id, published: day };
}

function setCitations(part: PlainMap, evidence: string): PlainMap {
  if (evidence === NO_SOURCE) return omitKeys(part, 'sources');
  const [before, id] = [toList(part['sources']), toHypotheticalId(evidence)];
  return { ...part, sources: before.includes(id) ? before : [...before, id] };
}

/** An answer on other evidence: of each item of a list, and on both sides of a comparison with an alternative of the author's own. */
function applyEvidence(answer: unknown, evidence: string): unknown {
  if (evidence === AS_CITED) return answer;
  if (Array.isArray(answer)) return answer.map((item) => setCitations(toMap(item), evidence));
  if (!isPlainMap(answer)) return setCitations({ answer }, evidence);
  const { alternative } = answer;
  const both = isPlainMap(alternative) ? { ...answer, alternative: setCitations(alternative, evidence) } : answer;
  return setCitations(both, evidence);
}

/** The answer on a criterion as YAML has it; undefined where it is left out. */
export function readWrittenAnswer(value: PlainMap, dimension: string, criterion: string): unknown {
  const answers = toMap(value[dimension]);
  return Object.hasOwn(answers, criterion) ? answers[criterion] : undefined;
}

/** The value of the file's YAML. @throws Error where it is not a description, which no page carries. */
export function readWrittenValue({ yaml, file }: PageData): PlainMap {
  const read = readYaml(yaml, { file: file ?? '' });
  if (!read.ok) throw new Error('the description in the page cannot be read');
  return toMap(read.value.value);
}

function applyScenario(
  written: PlainMap,
  { answers, evidence, asOf }: WhatIfScenario,
  { rubric, overrides }: PageData,
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
  const day = asOf ?? overrides.asOf ?? String(written['as_of']);
  const kinds = rubric.evidence.kinds.filter(({ id }) => [...evidence.values()].includes(id));
  if (kinds.length === 0) return value;
  const supposed = Object.fromEntries(
    kinds.map((kind) => [toHypotheticalId(kind.id), createHypotheticalSource(kind, day)]),
  );
  return { ...value, sources: { ...toMap(value['sources']), ...supposed } };
}

/** The description with the changes, scored as the command line would score its YAML. */
export function scoreScenario(data: PageData, written: PlainMap, scenario: WhatIfScenario): WhatIfResult {
  const { rubric, overrides, file } = data;
  const yaml = patchYaml(data.yaml, written, applyScenario(written, scenario, data));
  const read = readYaml(yaml, { file: file ?? '' });
  const description = read.ok ? toDescription(read.value, rubric, file ?? '') : null;
  if (description === null) return { ok: false };
  const options: AssessOptions = {
    ...overrides,
    asOf: scenario.asOf ?? overrides.asOf,
    weights: scenario.weights ?? overrides.weights,
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
