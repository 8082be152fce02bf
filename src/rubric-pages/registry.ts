import { RULES } from '../check/rules/registry.ts';
import type { Rule } from '../check/rules/rule.ts';
import type { Claim, Rubric } from '../model/rubric.ts';
import { type Block, facts, list, paragraph, ref, type Text, underHeading } from '../report/document.ts';
import type { EntryHead, EntryPage, ListedEntry } from '../report/documents/rubric-entries.ts';
import { alternatives, serviceClasses, units, workloads } from './alternatives.ts';
import { criteria, dimensions, ratingRules } from './criteria.ts';
import { createEntryKind, type EntryKind, type RubricEntry } from './entry-kind.ts';
import { bands, grades, sourceKinds } from './evidence.ts';
import { fields } from './fields.ts';
import { diagnoses, gates, implications } from './gates.ts';
import { levels } from './levels.ts';
import { problems } from './problems.ts';
import { duties, regulations } from './regulations.ts';
import { models, tracks } from './tracks.ts';

function buildConfigBlocks({ id, severity, isDisclosure }: Rule): readonly Block[] {
  const other = isDisclosure ? 'off' : severity === 'error' ? 'warn' : 'error';
  return [{ kind: 'code', language: 'yaml', text: `rules:\n  ${id}: ${other}` }];
}

function buildSuppressionBlocks({ id, scope }: Rule): readonly Block[] {
  if (scope !== 'description')
    return paragraph('It cannot be suppressed by a comment in a file: it is set by whoever runs the check.');
  return [
    ...paragraph(
      'Add a comment at the line, with the last date on which it applies and the reason; in the prose of a memo, put it between <!-- and -->:',
    ),
    { kind: 'code', language: 'yaml', text: `# demandfit-ignore ${id} until 2027-01-31: the reason` },
  ];
}

function buildRuleBlocks(rule: Rule): readonly Block[] {
  return [
    ...paragraph(rule.why),
    ...facts([['usually', [rule.severity]]]),
    ...underHeading('What to do', paragraph(rule.fix)),
    ...underHeading('To change its severity, in demandfit.config.yaml', buildConfigBlocks(rule)),
    ...underHeading('To suppress it', buildSuppressionBlocks(rule)),
  ];
}

const rules = createEntryKind({
  id: 'rule',
  plural: 'rules',
  means: 'What demandfit check looks at',
  list: () => RULES.map((rule) => ({ ...rule, means: rule.why })),
  blocks: buildRuleBlocks,
  columns: ({ severity }) => ({ severity }),
});

/** The kinds whose entries rest on claims or are read by others; the claims list what rests on them. */
const CITING_KINDS: readonly EntryKind[] = [
  criteria,
  dimensions,
  ratingRules,
  tracks,
  models,
  gates,
  grades,
  sourceKinds,
  bands,
  regulations,
  duties,
  alternatives,
  workloads,
  serviceClasses,
  diagnoses,
  implications,
  units,
  rules,
];

export function findEntriesOnClaim(claim: string, rubric: Rubric): readonly EntryHead[] {
  return CITING_KINDS.flatMap((kind) => {
    const resting = kind.entries(rubric).filter((entry) => entry.claims.includes(claim));
    return resting.map(({ id, title }) => ({ id, kind: kind.id, title }));
  });
}

function buildClaimBlocks(claim: Claim, rubric: Rubric): readonly Block[] {
  const resting = findEntriesOnClaim(claim.id, rubric).map(
    ({ kind, id, title }): Text => [`${kind} `, ref(kind, id), `: ${title}`],
  );
  const { source, sections } = rubric.seeds;
  return [
    ...facts([
      ['part', [sections[claim.section] ?? claim.section]],
      claim.own === null
        ? ['article', [`${source.title}, by ${source.authors.join(' and ')}, ${source.published}`]]
        : ['our own', [claim.own]],
      claim.context === null ? null : ['kept because', [claim.context]],
    ]),
    ...underHeading('What rests on it', list(resting)),
    ...underHeading('Where the article can be read', list(source.urls.map((url) => [{ says: url, url }]))),
  ];
}

const claims = createEntryKind({
  id: 'claim',
  plural: 'claims',
  means: 'A statement in the article, or one marked as our own, on which the rubric rests',
  list: (rubric) => rubric.seeds.claims.map((claim) => ({ ...claim, title: claim.text })),
  blocks: buildClaimBlocks,
});

/** The page of a word names the entries of the kind that it is the name of. */
const MAX_NAMED = 12;

export const words = createEntryKind({
  id: 'word',
  plural: 'words',
  means: 'A word of reports and commands',
  list: (rubric) => rubric.glossary,
  blocks({ id, means }, rubric) {
    const kind = ENTRY_KINDS.find((known) => known.id === id);
    const entries = kind?.entries(rubric) ?? [];
    return [
      ...paragraph(means),
      ...(entries.length > MAX_NAMED
        ? paragraph({ command: `list ${kind?.plural}` }, ' lists them.')
        : list(entries.map((entry): Text => [ref(id, entry.id), entry.title === entry.id ? '' : `: ${entry.title}`]))),
    ];
  },
  columns: ({ means }) => ({ meaning: means }),
});

/** Every kind of entry, in the order in which they are listed. A new one is a file and an entry here. */
export const ENTRY_KINDS: readonly EntryKind[] = [words, ...CITING_KINDS, problems, levels, fields, claims];

export function toListedEntry({ id, title, means, columns }: RubricEntry, kind: EntryKind): ListedEntry {
  return { id, kind: kind.id, title, means, columns: columns() };
}

/** The entries of one kind, in the rubric's order. */
export function listKindEntries(kind: EntryKind, rubric: Rubric): readonly ListedEntry[] {
  return kind.entries(rubric).map((entry) => toListedEntry(entry, kind));
}

/** Everything in the rubric that has an id, by kind. */
export function listEntries(rubric: Rubric): readonly EntryHead[] {
  return ENTRY_KINDS.flatMap((kind) => kind.entries(rubric).map(({ id, title }) => ({ id, kind: kind.id, title })));
}

/** The page of an entry. @throws Error when the rubric has no such entry. */
export function buildPage(rubric: Rubric, { kind, id }: Pick<EntryHead, 'kind' | 'id'>): EntryPage {
  const entry = ENTRY_KINDS.find((known) => known.id === kind)
    ?.entries(rubric)
    .find((known) => known.id === id);
  if (entry === undefined) throw new Error(`unknown ${kind} ${id}`);
  return { id, kind, title: entry.title, blocks: entry.blocks() };
}
