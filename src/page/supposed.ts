import { type AssessOptions, assess } from '../assess.ts';
import type { Day } from '../model/day.ts';
import type { PageData } from '../model/page.ts';
import type { Report } from '../model/report.ts';
import type { Weights } from '../model/rubric.ts';
import { readYaml } from '../read/yaml.ts';
import { describe } from '../validate/describe.ts';
import { onEvidence, supposedId, supposedSource } from './evidence.ts';
import { patchedYaml } from './patch.ts';
import { mapOf, type PlainMap, without } from './plain.ts';

/** What a reader supposes otherwise than the file says. */
export interface Suppositions {
  /** Answers by criterion, as YAML would have them. */
  readonly answers: ReadonlyMap<string, unknown>;
  /** By criterion: no source, or a kind of which one more is supposed. */
  readonly evidence: ReadonlyMap<string, string>;
  readonly weights: Weights | null;
  readonly asOf: Day | null;
}

export const NOTHING_SUPPOSED: Suppositions = { answers: new Map(), evidence: new Map(), weights: null, asOf: null };

/** What comes of it: the changed description with its report, or that it can't be read. */
export type Supposed =
  | { readonly ok: true; readonly yaml: string; readonly report: Report; readonly options: AssessOptions }
  | { readonly ok: false };

/** The answer on a criterion as YAML has it; undefined where it is left out. */
export function answerIn(value: PlainMap, dimension: string, criterion: string): unknown {
  const answers = mapOf(value[dimension]);
  return Object.hasOwn(answers, criterion) ? answers[criterion] : undefined;
}

/** The value of the file's YAML. @throws Error for one that is no description, which no page carries. */
export function writtenValue({ yaml, file }: PageData): PlainMap {
  const read = readYaml(yaml, { file: file ?? '' });
  if (!read.ok) throw new Error('the page carries a description that can not be read');
  return mapOf(read.value.value);
}

function changedValue(
  written: PlainMap,
  { answers, evidence, asOf }: Suppositions,
  { rubric, judged }: PageData,
): PlainMap {
  let value = written;
  for (const { id, dimension } of rubric.criteria) {
    const before = answerIn(written, dimension, id);
    const answer = answers.has(id) ? answers.get(id) : before;
    const kind = evidence.get(id);
    const after = kind === undefined || answer === undefined ? answer : onEvidence(answer, kind);
    if (after === before) continue;
    const rest = without(mapOf(value[dimension]), id);
    value = { ...value, [dimension]: after === undefined ? rest : { ...rest, [id]: after } };
  }
  const day = asOf ?? judged.asOf ?? String(written['as_of']);
  const kinds = rubric.evidence.kinds.filter(({ id }) => [...evidence.values()].includes(id));
  if (kinds.length === 0) return value;
  const supposed = Object.fromEntries(kinds.map((kind) => [supposedId(kind.id), supposedSource(kind, day)]));
  return { ...value, sources: { ...mapOf(value['sources']), ...supposed } };
}

/** The description with what is supposed, scored as the command line would score its YAML. */
export function suppose(data: PageData, written: PlainMap, suppositions: Suppositions): Supposed {
  const { rubric, judged, file } = data;
  const yaml = patchedYaml(data.yaml, written, changedValue(written, suppositions, data));
  const read = readYaml(yaml, { file: file ?? '' });
  const description = read.ok ? describe(read.value, rubric, file ?? '') : null;
  if (description === null) return { ok: false };
  const options: AssessOptions = {
    ...judged,
    asOf: suppositions.asOf ?? judged.asOf,
    weights: suppositions.weights ?? judged.weights,
  };
  return { ok: true, yaml, report: assess(description, rubric, options), options };
}

/** The command that scores a copy of the description by the same options. */
export function commandFor({ asOf, weights, track }: AssessOptions): string {
  const listed = Object.entries(weights ?? {}).map(([id, weight]) => `${id}=${weight}`);
  return [
    'demandfit score changed.yaml',
    ...(asOf === undefined ? [] : [`--as-of ${asOf}`]),
    ...(track === undefined ? [] : [`--track ${track}`]),
    ...(listed.length === 0 ? [] : [`--weights ${listed.join(',')}`]),
  ].join(' ');
}
