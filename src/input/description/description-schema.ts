import { OUTSIDE } from '../../classify/score-tracks.ts';
import { getCriterionKind } from '../../criteria/registry.ts';
import { type Answer, UNKNOWN_ANSWER } from '../../model/description.ts';
import { rememberByObject } from '../../model/remember.ts';
import type { Criterion, Dimension, Rubric } from '../../model/rubric.ts';
import { LONGEST_ADDRESS } from '../../model/schema/accept.ts';
import * as s from '../../model/schema/schema.ts';
import { date, day } from '../../model/schema/values.ts';

const localFile = s.tested(s.trimmedText, {
  passes: (text) => !/^[a-z][a-z\d+.-]+:\/\//i.test(text),
  what: 'an address, not the path of a file',
  fix: 'Write it as `url:`.',
});

function buildSourceSchema({ evidence: { kinds } }: Rubric) {
  const source = s.mapping({
    title: s.annotate(s.trimmedText, { description: 'Title of the document.', examples: ['Price list'] }),
    url: s.annotate(s.orNull(s.webAddress), {
      description: 'Address where anyone can read it. Without one it counts as a first-party statement.',
      examples: ['https://example.org/pricing'],
    }),
    file: s.annotate(s.orNull(localFile), {
      description: 'Path of the document, relative to this description: of one that is not public, or of a copy.',
      examples: ['deck.pdf'],
    }),
    archive: s.annotate(s.orNull(s.webAddress), {
      description:
        'Address of a copy in a web archive. It shows by when the document was there, and counts once the page is gone.',
      examples: ['https://archive.example.org/20260620/https://example.org/pricing'],
    }),
    kind: s.annotate(s.oneOf(kinds.map((kind) => kind.id)), { description: 'Kind of document.', words: kinds }),
    published: s.annotate(s.orNull(date), {
      description: 'Date on the document: a day, a month or a quarter.',
      examples: ['2026-06-20', '2026-03', '2026-Q2'],
    }),
    accessed: s.annotate(s.orNull(date), {
      description: 'Date on which a live document without a date was read.',
      examples: ['2026-06-20', '2026-Q2'],
    }),
    not_before: s.annotate(s.orNull(date), {
      description:
        'Date of the latest event that an undated document reports: it was written between this date and `accessed`, and counts as this old.',
      examples: ['2026-05'],
    }),
  });
  return s.tested(source, {
    passes: ({ url, file, published }) => url !== null || file !== null || published !== null,
    what: 'a source without `url`, `file` or `published`',
    why: 'A reader has to know which document it is: by its address, by its file, or, such as a call, by its date.',
    fix: 'Add `url:` or `file:`; for a call or a meeting add `published:` with its date.',
  });
}

/** What `unknown` says, to a reader of the schema. */
const UNKNOWN_MEANING = 'Nothing is known. Counts as 0 in supported and as 4 in possible.';

const unknownAnswer = s.transform(
  s.annotate(s.literal('unknown'), { description: UNKNOWN_MEANING }),
  (): Answer => UNKNOWN_ANSWER,
);

const unknownAnswerWithNote = s.transform(
  s.mapping({ answer: s.literal('unknown'), note: s.orNull(s.anyText) }),
  ({ note }): Answer => ({ ...UNKNOWN_ANSWER, note }),
);

const search = s.mapping({
  searched: s.annotate(day, { description: 'Date of the search.', examples: ['2026-11-20'] }),
  where: s.annotate(s.list(s.trimmedText, 1), {
    description: 'Places searched, in words or as web addresses.',
    examples: [['https://example.org/docs', "the project's forum"]],
  }),
});

const searchedAnswer = s.transform(
  s.mapping({
    unknown: s.annotate(search, { description: 'Searched for and not found. Counts as `unknown`.' }),
    note: s.orNull(s.anyText),
  }),
  ({ unknown, note }): Answer => ({ status: 'unknown', note, ...unknown }),
);

/** An answer of any kind: what the kind asks for, or `unknown`, alone, with a note or with the search that found nothing. */
function buildAnswerSchema(criterion: Criterion, rubric: Rubric): s.Schema<Answer> {
  const shape: s.AnySchema = getCriterionKind(criterion.kind).shape(criterion, rubric);
  const given = s.transform(shape, (value): Answer => ({ status: 'answered', value }));
  return s.annotate(s.anyOf(given, unknownAnswer, unknownAnswerWithNote, searchedAnswer), {
    title: criterion.title,
    description: criterion.question,
  });
}

type AnswerSchemas = ReadonlyMap<string, s.Schema<Answer>>;

function buildDimensionSchema(dimension: Dimension, rubric: Rubric, answers: AnswerSchemas): s.AnySchema {
  const fields = rubric.criteria.flatMap((criterion) => {
    const shape = criterion.dimension === dimension.id ? answers.get(criterion.id) : undefined;
    return shape === undefined ? [] : [[criterion.id, s.optional(shape)] as const];
  });
  return s.annotate(s.withDefault(s.mapping(Object.fromEntries(fields)), {}), {
    title: dimension.title,
    description: dimension.question,
  });
}

/** Letters of a name: patterns are made of it. */
const LONGEST_NAME = 200;

const shortName = s.tested(s.trimmedText, {
  passes: (name) => name.length <= LONGEST_NAME,
  what: `longer than ${LONGEST_NAME} letters`,
  why: 'Texts are searched for the name.',
  fix: 'Write the name alone; what the project does belongs under `summary`.',
});

const ownHost = s.tested(s.trimmedText, {
  passes: (host) => host.length <= LONGEST_ADDRESS,
  what: 'longer than any address',
  why: 'It is a host, or a host and a path.',
  fix: 'Write a host, such as docs.example.org.',
});

const head = {
  $schema: s.annotate(s.optional(s.anyText), {
    title: 'Schema',
    description: 'Where an editor finds the schema of this file; nothing else reads it.',
    examples: ['./project.schema.json'],
  }),
  name: s.annotate(shortName, { title: 'Name', description: 'Name of the project.', examples: ['Example Network'] }),
  offer: s.annotate(s.orNull(s.trimmedText), {
    title: 'Offer',
    description: 'What a buyer can buy today; every answer is about this one offer.',
    examples: ['On-demand H100 rental'],
  }),
  summary: s.annotate(s.trimmedText, {
    title: 'Summary',
    description: 'What it sells and to whom, in plain words. The sub-track is classified from this.',
    examples: ['Rents out idle GPUs by the hour to AI labs, over a network of independent providers.'],
  }),
  website: s.annotate(s.orNull(s.webAddress), {
    title: 'Website',
    description: "The project's own site; nothing on its host is independent evidence.",
    examples: ['https://example.org'],
  }),
  own_hosts: s.annotate(s.withDefault(s.list(ownHost), []), {
    title: 'Own hosts',
    description: 'Other hosts, or host and path, that the project controls.',
    examples: [['github.com/example']],
  }),
  as_of: s.annotate(day, {
    title: 'As of',
    description:
      'The date for which this description is true. The age of evidence and the laws in force are judged as of this date.',
    examples: ['2026-06-29'],
  }),
  reference: s.annotate(s.withDefault(s.booleanValue, false), {
    title: 'Reference',
    description:
      'True for what buyers have without a blockchain: scored like any other project, except for the comparisons. Needs `track`.',
  }),
};

/** What a file has besides its answers. */
export type DescriptionHead = s.AcceptedValue<ReturnType<typeof s.mapping<typeof head>>> & {
  readonly track: string | null;
  readonly sources: Readonly<Record<string, s.AcceptedValue<ReturnType<typeof buildSourceSchema>>>>;
};

/** The keys that a description has whatever the dimensions are. */
export const HEAD_KEYS: readonly string[] = [...Object.keys(head), 'track', 'sources'];

/** The shape of a description and of each answer in it, derived from the rubric. */
export interface DescriptionSchema {
  /** Strict: an unknown key is a fault. A dimension's answers stand under its id. */
  readonly whole: s.Schema<DescriptionHead>;
  /** By criterion id. */
  readonly answers: AnswerSchemas;
}

/** Made once for each rubric. */
export const getDescriptionSchema = rememberByObject((rubric: Rubric): DescriptionSchema => {
  const answers = new Map(rubric.criteria.map((criterion) => [criterion.id, buildAnswerSchema(criterion, rubric)]));
  const tracks = [...rubric.tracks, { id: OUTSIDE, means: 'Not a crypto+AI project of any track: no fit is given.' }];
  const whole = s.mapping({
    ...head,
    track: s.annotate(s.orNull(s.annotate(s.oneOf(tracks.map(({ id }) => id)), { words: tracks })), {
      title: 'Track',
      description: 'The track that the author declares; `outside` for a project of none.',
    }),
    sources: s.annotate(s.withDefault(s.record(buildSourceSchema(rubric)), {}), {
      title: 'Sources',
      description: 'Documents, by the id that answers cite.',
    }),
    ...Object.fromEntries(
      rubric.dimensions.map((dimension) => [dimension.id, buildDimensionSchema(dimension, rubric, answers)]),
    ),
  });
  return { whole, answers };
});
