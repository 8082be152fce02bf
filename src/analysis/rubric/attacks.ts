import { getCriterionKind } from '../../criteria/registry.ts';
import type { Answer, Description, Source } from '../../model/description.ts';
import type { Rubric } from '../../model/rubric.ts';
import { type Attack, type GivenAnswer, givenAnswers, type Try } from './attack.ts';
import type { AuditedDescription } from './audited-descriptions.ts';
import {
  citedBeside,
  type EditPath,
  keyedPaths,
  replacedAt,
  splicedAt,
  withAnswer,
  withoutAnswer,
  withSources,
} from './edits.ts';

/** Copies that an item is split into: two, and more than the customers that make a level of their own. */
const COPIES = [2, 4];

/** An id that no source of the description has. */
function freshId(description: Description, start: string): string {
  const taken = new Set(description.sources.map(({ id }) => id));
  let id = start;
  while (taken.has(id)) id += '-';
  return id;
}

const answered = (value: unknown): Answer => ({ status: 'answered', value });

/** `customers item 2` for a path that begins with an item. */
function partName({ criterion }: GivenAnswer, path: EditPath): string {
  return [
    `\`${criterion.id}\``,
    ...path.map((step) => (typeof step === 'number' ? `item ${step + 1}` : `\`${step}\``)),
  ].join(' ');
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** What remains after each citation, each item and each fact that may be left out is taken away in turn. */
function* lessened(given: GivenAnswer): Generator<{ readonly what: string; readonly value: unknown }> {
  const { value, citations, accepts } = given;
  for (const at of itemsOf(value).keys())
    yield { what: `${partName(given, [at])} is left out`, value: splicedAt(value, [at], []) };
  for (const { path } of citations)
    yield { what: `${partName(given, path)} is no longer cited`, value: splicedAt(value, path, []) };
  for (const path of keyedPaths(value)) {
    const forgotten = replacedAt(value, path, null);
    if (accepts(forgotten)) yield { what: `${partName(given, path)} is left out`, value: forgotten };
  }
}

const deletion: Attack = {
  id: 'attack/deletion',
  title: 'Delete a fact',
  why: 'Whoever hides a bad fact must not come out better than whoever tells it.',
  *tries({ description }, rubric): Generator<Try> {
    for (const given of givenAnswers(description, rubric)) {
      const { id } = given.criterion;
      const name = `\`${id}\``;
      yield { subject: id, what: `${name} is left out`, description: withoutAnswer(description, id) };
      const unknown: Answer = { status: 'unknown', note: null };
      yield { subject: id, what: `${name} is set to unknown`, description: withAnswer(description, id, unknown) };
      for (const { what, value } of lessened(given))
        yield { subject: id, what, description: withAnswer(description, id, answered(value)) };
    }
  },
};

/** The description with a source listed once more as `copy`, cited wherever the first is. */
function withCopy(description: Description, source: Source, copy: Source, rubric: Rubric): Description {
  const answers = givenAnswers(description, rubric).map(({ criterion, value, citations }): [string, Answer] => {
    const paths = citations.filter(({ id }) => id === source.id).map(({ path }) => path);
    return [criterion.id, answered(citedBeside(value, paths, source.id, copy.id))];
  });
  return {
    ...withSources(description, [...description.sources, copy]),
    answers: { ...description.answers, ...Object.fromEntries(answers) },
  };
}

function* padded({ description }: AuditedDescription, rubric: Rubric): Generator<Try> {
  const { sources, as_of } = description;
  for (const { id: kind } of rubric.evidence.kinds) {
    const id = freshId(description, `empty-${kind}`);
    const url = 'https://nobody.example.net/paper';
    const empty = { id, title: 'A paper that nothing cites', url, kind, published: as_of, accessed: as_of };
    const what = `a source of kind \`${kind}\` is listed that nothing cites`;
    yield { subject: 'sources', what, description: withSources(description, [...sources, empty]) };
  }
  let all = description;
  for (const source of sources) {
    const copy = { ...source, id: freshId(description, `${source.id}-again`) };
    const what = `the source \`${source.id}\` is listed again under another id and cited beside itself`;
    yield { subject: 'sources', what, description: withCopy(description, source, copy, rubric) };
    all = withCopy(all, source, copy, rubric);
  }
  yield { subject: 'sources', what: 'every source is listed and cited twice', description: all };
}

const padding: Attack = {
  id: 'attack/padding',
  title: 'Add empty sources',
  why: 'Ten links are worth no more than the best of them, and one that nothing cites is worth nothing.',
  tries: padded,
};

function* splitTries({ description }: AuditedDescription, rubric: Rubric): Generator<Try> {
  for (const given of givenAnswers(description, rubric)) {
    const { id } = given.criterion;
    for (const [at, item] of itemsOf(given.value).entries())
      for (const count of COPIES) {
        const copies = Array.from({ length: count }, () => item);
        const value = splicedAt(given.value, [at], copies);
        const what = `${partName(given, [at])} is split into ${count} of the same`;
        yield { subject: id, what, description: withAnswer(description, id, answered(value)) };
      }
  }
  for (const source of description.sources) {
    const part = { ...source, id: freshId(description, `${source.id}-part`), url: `${source.url}#part-2` };
    const what = `the source \`${source.id}\` is split into two parts`;
    yield { subject: 'sources', what, description: withCopy(description, source, part, rubric) };
  }
}

const splitting: Attack = {
  id: 'attack/splitting',
  title: 'Split an answer or a source',
  why: 'One fact told in pieces is still one fact.',
  tries: splitTries,
};

function reworded(answer: Answer, text: string | null): Answer {
  if (answer.status === 'unknown') return { ...answer, note: text };
  const notes = keyedPaths(answer.value).filter((path) => path.at(-1) === 'note');
  return answered(notes.reduce((value, path) => replacedAt(value, path, text), answer.value));
}

function* rewordings({ description, track }: AuditedDescription, rubric: Rubric): Generator<Try> {
  const praise = 'Everybody outside crypto pays for it in production, and an audit confirmed it.';
  const others = rubric.tracks.filter(({ id }) => id !== track.id);
  for (const summary of [praise, ...others.map(({ means, demand }) => `${means} ${demand}`)])
    yield { subject: 'summary', what: 'the summary is put in other words', description: { ...description, summary } };
  yield { subject: 'name', what: 'the name is another one', description: { ...description, name: praise } };
  for (const offer of [null, praise])
    yield { subject: 'offer', what: 'the offer is put in other words', description: { ...description, offer } };
  for (const text of [null, praise]) {
    const answers = Object.entries(description.answers).map(([id, answer]) => [id, reworded(answer, text)]);
    const noted = { ...description, answers: Object.fromEntries(answers) as Description['answers'] };
    yield { subject: 'note', what: 'the notes are put in other words', description: noted };
  }
  const titled = description.sources.map((source) => ({ ...source, title: praise }));
  yield {
    subject: 'sources',
    what: 'the sources have other titles',
    description: withSources(description, titled),
  };
}

const rewording: Attack = {
  id: 'attack/rewording',
  title: 'Choose other words',
  why: 'The score reads answers and evidence; with the track declared, no other word may count.',
  tries: rewordings,
};

/** The criteria of the description's track that it has no answer to, with the boldest answers that their kinds know. */
function boastsOf({ description, track }: AuditedDescription, rubric: Rubric) {
  return rubric.criteria
    .filter(({ id, not_applicable }) => not_applicable[track.id] === undefined && !isAnswered(description, id))
    .map((criterion) => ({
      id: criterion.id,
      boasts: getCriterionKind(criterion.kind).boasts(criterion, rubric, track.id),
    }));
}

function isAnswered(description: Description, id: string): boolean {
  return description.answers[id]?.status === 'answered';
}

function* bare(held: AuditedDescription, rubric: Rubric): Generator<Try> {
  const open = boastsOf(held, rubric);
  let all = held.description;
  for (const { id, boasts } of open) {
    for (const boast of boasts) {
      const what = `\`${id}\` gets the best answer there is, without a source`;
      yield { subject: id, what, description: withAnswer(held.description, id, answered(boast)) };
    }
    const last = boasts.at(-1);
    if (last !== undefined) all = withAnswer(all, id, answered(last));
  }
  const what = 'every unknown gets the best answer there is, without a source';
  if (open.length > 1) yield { subject: 'answers', what, description: all };
}

const boasting: Attack = {
  id: 'attack/boasting',
  title: 'Answer without a source',
  why: 'What nobody can look up carries nothing, however good it sounds.',
  tries: bare,
};

/** Every way to game a rubric that an audit tries. */
export const ATTACKS: readonly Attack[] = [deletion, padding, splitting, rewording, boasting];
