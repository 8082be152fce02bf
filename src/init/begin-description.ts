import { classify } from '../classify/classify.ts';
import { OUTSIDE } from '../classify/score-tracks.ts';
import { getCriterionKind } from '../criteria/registry.ts';
import type { DocumentQuote } from '../model/reading.ts';
import type { Criterion, Dimension, Rubric, Track } from '../model/rubric.ts';
import { describeInferredTrack } from '../report/wording/interim.ts';
import { describePlace } from '../report/wording/reading.ts';
import { escapeForTerminal } from '../report/writers/escape-for-terminal.ts';
import { wrap } from '../report/writers/terminal/flow.ts';
import { buildAnswerValue } from '../rubric-pages/answer-example.ts';
import { addEntries, type DescriptionEntry } from './add-entries.ts';
import { createSourceId, describeQuote, toDocumentSource } from './ask-source.ts';
import { listCandidates } from './assistant/customer-names.ts';
import { completeAddress, type DocumentCase, suggestAsOf } from './document-case.ts';
import { narrowToTracks } from './narrow-to-tracks.ts';
import { toInlineYaml, toYamlLines } from './yaml-value.ts';

/** What is above the answers of a description, in the order in which it is asked for. */
export const HEAD_FIELDS = ['name', 'summary', 'track', 'as_of', 'website', 'offer'] as const;

export type HeadField = (typeof HEAD_FIELDS)[number];

/** null where it is not said. */
export type HeadValues = Readonly<Record<HeadField, string | null>>;

/** What is known before a question is asked, such as by options of the command line. */
export interface InitInput {
  readonly head: HeadValues;
  /** Sources and answers. */
  readonly entries: readonly DescriptionEntry[];
}

/** What a template is made for. */
interface TemplateContext {
  readonly rubric: Rubric;
  readonly head: HeadValues;
  readonly docs: DocumentCase | null;
  /** The track whose weights are told and whose choices are listed; null where none is known. */
  readonly track: Track | null;
  readonly asOf: string;
  readonly today: string;
  readonly file: string;
}

const WIDTH = 100;

/** Where an editor finds the schema of the file, next to it. */
export const SCHEMA_FILE = 'project.schema.json';

/** The line by which an editor finds it. */
const SCHEMA_LINE = `# yaml-language-server: $schema=${SCHEMA_FILE}`;

/** In a file whose questions nobody has been asked yet; the summary says nothing that a track could be inferred from. */
const PLACEHOLDER_NAME = 'Name of the project';
export const PLACEHOLDER_SUMMARY = 'To be written.';

/** Text as comments, none of which a reader of the file would not see. */
function renderComments(text: string, before = '# '): readonly string[] {
  return wrap([text], WIDTH - before.length).map((line) => `${before}${escapeForTerminal(line)}`);
}

/** What a document states, with its words. */
interface StatedValue {
  readonly quote: DocumentQuote;
  readonly value: string;
}

/** A comment within a dimension, which stays one when the sign at the margin is taken away. */
const INNER = '#   # ';

/** The ids to choose from where no level names them: one line each, with the ids that go with it in a list. */
function listIds(criterion: Criterion, { rubric, track, asOf }: TemplateContext): readonly string[] {
  const { askNext, isList } = getCriterionKind(criterion.kind);
  const form = { rubric, criterion, track: track?.id ?? null, asOf };
  const first = askNext({}, form);
  if (first?.kind !== 'choice' || criterion.levels.some(({ option }) => option !== null)) return [];
  const registered = first.choices.filter(({ fields }) =>
    Object.values(fields).every((part) => typeof part === 'string'),
  );
  return registered.flatMap(({ id, label, fields }) => {
    const next = isList === true ? askNext(fields, form) : null;
    const others = next?.kind === 'choice' ? next.choices.map((choice) => choice.id).join(', ') : '';
    return renderComments(`${id}: ${others === '' ? label : others}`, `${INNER}  `);
  });
}

function renderCriterionLines(criterion: Criterion, context: TemplateContext): readonly string[] {
  const { track, docs, rubric } = context;
  const tracks = track === null ? rubric.tracks : [track];
  const { id, title, question, levels, needs, unit } = criterion;
  const left = track === null ? undefined : criterion.not_applicable[track.id];
  if (left !== undefined)
    return ['#', ...renderComments(`${title}. Not asked on ${track?.id}: ${left}`, INNER), `#   ${id}: unknown`];
  const options = levels.flatMap(({ option, means }) =>
    option === null ? [] : renderComments(`${option}: ${means}`, `${INNER}  `),
  );
  const ids = listIds(criterion, context);
  const example = toInlineYaml(buildAnswerValue(criterion, narrowToTracks(rubric, tracks)));
  const asked = docs?.reading.dimensions.flatMap(({ questions }) => questions) ?? [];
  const { quotes = [], names = [] } = asked.find((entry) => entry.criterion === id) ?? {};
  const forms = listCandidates(names, docs?.reading.name?.text ?? null, tracks, rubric).map(({ name }) => ({ name }));
  return [
    '#',
    ...renderComments(`${title}. ${question}`, INNER),
    ...options,
    ...ids,
    ...(unit === null ? [] : renderComments(`In ${unit}.`, INNER)),
    ...renderComments(`Look for: ${needs.text}`, INNER),
    ...(options.length > 0 ? [] : [`${INNER}such as ${id}: ${example}`]),
    ...quotes.flatMap((quote) => renderComments(describeQuote(quote, docs), INNER)),
    ...(forms.length === 0 ? [] : renderComments(`to check and complete: ${id}: ${toInlineYaml(forms)}`, INNER)),
    `#   ${id}: unknown`,
  ];
}

function renderDimensionLines(dimension: Dimension, context: TemplateContext): readonly string[] {
  const { track, rubric } = context;
  const weight =
    track === null ? '' : ` Its weight on ${track.id} is ${track.weights[dimension.id]?.weight ?? 0} of 100.`;
  const criteria = rubric.criteria.filter((criterion) => criterion.dimension === dimension.id);
  return [
    '',
    ...renderComments(`${dimension.title}. ${dimension.question}${weight}`),
    `# ${dimension.id}:`,
    ...criteria.flatMap((criterion) => renderCriterionLines(criterion, context)),
  ];
}

/** A key with what is given, else with what the documents state and where, else a line that waits for it. */
function renderKey(key: HeadField, given: string | null, stated: StatedValue | null): readonly string[] {
  if (given !== null) return toYamlLines(key, given);
  if (stated === null) return [`# ${key}:`];
  const { place } = stated.quote;
  return [
    ...renderComments(`From ${[place.file, describePlace(place, () => '')].filter((part) => part !== '').join(', ')}.`),
    ...toYamlLines(key, stated.value),
  ];
}

function renderTrackLines({ head, docs, rubric }: TemplateContext): readonly string[] {
  const choices = `The track that you declare, one of: ${[...rubric.tracks.map(({ id }) => id), OUTSIDE].join(', ')}.`;
  const heard = docs?.reading.classification;
  return [
    ...renderComments(choices),
    ...(heard === undefined ? [] : renderComments(describeInferredTrack(heard, 'text'))),
    ...renderKey('track', head.track, null),
  ];
}

function renderHeadLines(context: TemplateContext): readonly string[] {
  const { head, docs, asOf, today, rubric, file } = context;
  const { name, offer, website, asOf: dated } = docs?.reading ?? { name: null, offer: null, website: null, asOf: null };
  const toStated = (quote: DocumentQuote | null) => (quote === null ? null : { quote, value: quote.text });
  return [
    SCHEMA_LINE,
    ...renderComments(
      'A description for demandfit. Everything after a # is a comment. To answer a question, remove the # and the space after it from its line and from the line of its dimension. An answer can cite sources, as in { answer: ..., sources: [prices] }; without one it is not supported. `unknown` says that you looked and found nothing; questions left out stay open.',
    ),
    ...renderComments(`Then run: demandfit score ${file}`),
    '',
    ...renderKey('name', name === null ? (head.name ?? PLACEHOLDER_NAME) : head.name, toStated(name)),
    ...renderComments('What a buyer can buy today; every answer is about this one offer.'),
    ...renderKey('offer', head.offer, null),
    ...renderComments('What it sells and to whom, in plain words. The track is inferred from this.'),
    ...renderKey('summary', offer === null ? (head.summary ?? PLACEHOLDER_SUMMARY) : head.summary, toStated(offer)),
    ...renderComments("The project's own site; nothing on its host is independent evidence."),
    ...renderKey(
      'website',
      head.website,
      website === null ? null : { quote: website, value: completeAddress(website.text) },
    ),
    ...renderComments(
      'The date for which this description is true; the age of evidence and the laws in force are judged as of this date.',
    ),
    ...renderKey(
      'as_of',
      dated === null ? asOf : head.as_of,
      docs === null || dated === null ? null : { quote: dated, value: suggestAsOf(docs.reading, today) ?? dated.day },
    ),
    ...renderTrackLines(context),
    '',
    ...renderComments(
      `Documents, by the id that answers cite. Kinds: ${rubric.evidence.kinds.map(({ id }) => id).join(', ')}.`,
    ),
    '# sources:',
    `#   prices: { title: Price list, url: https://example.org/pricing, kind: ${rubric.evidence.kinds[0]?.id}, accessed: 2026-06-20 }`,
  ];
}

/** The entries of a description's `sources` for the documents that it is made from. */
function listDocumentEntries(docs: DocumentCase | null, rubric: Rubric): readonly DescriptionEntry[] {
  const taken: string[] = [];
  return (docs?.documents ?? []).map(({ file }) => {
    const source = toDocumentSource(file, docs as DocumentCase, rubric);
    const id = createSourceId(source['title'] ?? '', taken);
    taken.push(id);
    return { path: ['sources', id], value: source };
  });
}

/** The track to ask by: the one that is declared, else the one that the words speak for, else none. */
function chooseTrack({ track, summary }: HeadValues, docs: DocumentCase | null, rubric: Rubric): Track | null {
  const heard = docs?.reading.classification ?? (summary === null ? null : classify(summary, rubric.classifier));
  const id = track ?? heard?.track ?? null;
  return rubric.tracks.find((entry) => entry.id === id) ?? null;
}

/** A new description that answers nothing: the questions of the rubric are its comments, with what the documents say on them. */
export function renderTemplate(
  { head, entries }: InitInput,
  docs: DocumentCase | null,
  file: string,
  today: string,
  rubric: Rubric,
): string {
  const track = chooseTrack(head, docs, rubric);
  const asOf = head.as_of ?? today;
  const context: TemplateContext = { rubric, head, docs, track, asOf, today, file };
  const lines = [
    ...renderHeadLines(context),
    ...rubric.dimensions.flatMap((dimension) => renderDimensionLines(dimension, context)),
  ];
  return addEntries(`${lines.join('\n')}\n`, [...listDocumentEntries(docs, rubric), ...entries]);
}

/** A description that is about to be asked for: what is known at its top, and nothing else. */
export function beginDescription({ head, entries }: InitInput, today: string): string {
  const { name, summary, as_of: asOf, ...rest } = head;
  const known = {
    name: name ?? PLACEHOLDER_NAME,
    summary: summary ?? PLACEHOLDER_SUMMARY,
    as_of: asOf ?? today,
    ...rest,
  };
  const lines = Object.entries(known).flatMap(([key, value]) => (value === null ? [] : toYamlLines(key, value)));
  return addEntries(`${lines.join('\n')}\n`, entries);
}
