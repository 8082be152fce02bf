import { kindOf } from '../kinds/registry.ts';
import { firstDay } from '../model/day.ts';
import type { Answer } from '../model/description.ts';
import type { Criterion, Dimension, Rubric } from '../model/rubric.ts';
import {
  type Accepted,
  type AnyShape,
  about,
  anyOf,
  defaulted,
  line,
  list,
  mapped,
  mapping,
  oneOf,
  optional,
  orNull,
  record,
  type Shape,
  tested,
  text,
  truth,
  webAddress,
  word,
} from '../shape/shape.ts';

const WHY_DATED = 'The age of evidence and the laws that apply are judged by it.';

const day = about(
  tested({
    passes: (value) => value.length === 10 && firstDay(value) === value,
    what: 'not a day of the calendar, written YYYY-MM-DD',
    why: WHY_DATED,
    fix: 'Write a whole day, such as 2026-06-29; only sources may have a month or a quarter.',
  }),
  { description: 'A day, YYYY-MM-DD.', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
);

const date = orNull(
  about(
    tested({
      passes: (value) => firstDay(value) !== null,
      what: 'not a date of the calendar',
      why: WHY_DATED,
      fix: 'Write a day (2026-06-29), a month (2026-06) or a quarter (2026-Q2).',
    }),
    { pattern: '^\\d{4}-(\\d{2}(-\\d{2})?|Q[1-4])$' },
  ),
);

function sourceShape({ evidence: { kinds } }: Rubric) {
  return mapping({
    title: about(line, { description: 'What the document is called.', examples: ['Price list'] }),
    url: about(webAddress, { description: 'Where it can be read.', examples: ['https://example.org/pricing'] }),
    kind: about(oneOf(kinds.map((kind) => kind.id)), { description: 'What the document is.', words: kinds }),
    published: about(date, {
      description: 'The day, month or quarter that the document bears.',
      examples: ['2026-06-20', '2026-03', '2026-Q2'],
    }),
    accessed: about(date, {
      description: 'When a live document that bears no date was read.',
      examples: ['2026-06-20', '2026-Q2'],
    }),
  });
}

/** What `unknown` says, to a reader of the schema. */
const LOOKED_FOR = 'Looked for, not found. Counts as 0 at supported and as 4 at possible.';

const unknown = mapped(
  about(word('unknown'), { description: LOOKED_FOR }),
  (): Answer => ({ status: 'unknown', note: null }),
);

const unknownWithNote = mapped(
  mapping({ answer: word('unknown'), note: orNull(text) }),
  ({ note }): Answer => ({ status: 'unknown', note }),
);

/** An answer of any kind: what the kind asks for, `unknown`, or `unknown` with a note. */
function answerShape(criterion: Criterion, rubric: Rubric): Shape<Answer> {
  const shape: AnyShape = kindOf(criterion.kind).shape(criterion, rubric);
  const given = mapped(shape, (value): Answer => ({ status: 'answered', value }));
  return about(anyOf(given, unknown, unknownWithNote), { title: criterion.title, description: criterion.question });
}

type AnswerShapes = ReadonlyMap<string, Shape<Answer>>;

function dimensionShape(dimension: Dimension, rubric: Rubric, answers: AnswerShapes): AnyShape {
  const fields = rubric.criteria.flatMap((criterion) => {
    const shape = criterion.dimension === dimension.id ? answers.get(criterion.id) : undefined;
    return shape === undefined ? [] : [[criterion.id, optional(shape)] as const];
  });
  return about(defaulted(mapping(Object.fromEntries(fields)), {}), {
    title: dimension.title,
    description: dimension.question,
  });
}

const head = {
  name: about(line, { title: 'Name', description: 'The project.', examples: ['Example Network'] }),
  offer: about(orNull(line), {
    title: 'Offer',
    description: 'What a buyer can buy today; every answer is about this one offer.',
    examples: ['On-demand H100 rental'],
  }),
  summary: about(line, {
    title: 'Summary',
    description: 'What it sells and to whom, in plain words. The sub-track is classified from this.',
    examples: ['Rents out idle GPUs by the hour to AI labs, over a network of independent providers.'],
  }),
  website: about(orNull(webAddress), {
    title: 'Website',
    description: "The project's own site; nothing on its host is independent evidence.",
    examples: ['https://example.org'],
  }),
  own_hosts: about(defaulted(list(line), []), {
    title: 'Own hosts',
    description: 'Further hosts, or host and path, that the project controls.',
    examples: [['github.com/example']],
  }),
  as_of: about(day, {
    title: 'As of',
    description: 'The day that this description is true for. The age of evidence and the laws are judged on it.',
    examples: ['2026-06-29'],
  }),
  reference: about(defaulted(truth, false), {
    title: 'Reference',
    description: 'True for what a buyer has without a chain: compared by dimension, with no verdict. Needs `track`.',
  }),
};

/** What a file has beside its answers. */
export type DescriptionHead = Accepted<ReturnType<typeof mapping<typeof head>>> & {
  readonly track: string | null;
  readonly sources: Readonly<Record<string, Accepted<ReturnType<typeof sourceShape>>>>;
};

/** The keys that a description has whatever the dimensions are. */
export const HEAD_KEYS: readonly string[] = [...Object.keys(head), 'track', 'sources'];

/** The shape of a description and of each answer in it, derived from the rubric. */
export interface DescriptionShape {
  /** Strict: an unknown key is a fault. A dimension's answers stand under its id. */
  readonly whole: Shape<DescriptionHead>;
  /** By criterion id. */
  readonly answers: AnswerShapes;
}

const shapes = new WeakMap<Rubric, DescriptionShape>();

/** Made once for each rubric. */
export function descriptionShape(rubric: Rubric): DescriptionShape {
  const known = shapes.get(rubric);
  if (known !== undefined) return known;
  const answers = new Map(rubric.criteria.map((criterion) => [criterion.id, answerShape(criterion, rubric)]));
  const whole = mapping({
    ...head,
    track: about(orNull(about(oneOf(rubric.tracks.map((track) => track.id)), { words: rubric.tracks })), {
      title: 'Track',
      description: 'What the author says it is.',
    }),
    sources: about(defaulted(record(sourceShape(rubric)), {}), {
      title: 'Sources',
      description: 'Documents, by an id that answers cite.',
    }),
    ...Object.fromEntries(
      rubric.dimensions.map((dimension) => [dimension.id, dimensionShape(dimension, rubric, answers)]),
    ),
  });
  const made = { whole, answers };
  shapes.set(rubric, made);
  return made;
}
