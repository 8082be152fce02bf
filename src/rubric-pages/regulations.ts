import type { CitedDocument, Duty, Regulation } from '../model/rubric.ts';
import { type Block, facts, list, paragraph, ref, type Text, table, underHeading } from '../report/document.ts';
import { toWords } from '../report/wording/to-words.ts';
import { describeUndatedDuty, listDutyHistory } from './duty-history.ts';
import type { EntryKind } from './entry-kind.ts';

/** A document with what it is, where it stands and its date. */
export function describeReference({ title, url, kind, date }: CitedDocument): Text {
  return [{ says: title, url }, ' (', ref('source-kind', kind), `, ${date ?? 'no date'})`];
}

function listDutyItems(regulation: Regulation): readonly Text[] {
  return regulation.duties.map((duty) => {
    const history = listDutyHistory(duty, regulation).map(({ from, says }) => `${from} ${says}`);
    const standing = history.length === 0 ? describeUndatedDuty(duty, regulation) : history.join('; ');
    return [
      ref('duty', `${regulation.id}/${duty.id}`),
      ` ${duty.title} (${duty.article}, ${duty.binding}): ${standing}`,
    ];
  });
}

function buildRegulationBlocks(regulation: Regulation): readonly Block[] {
  const { citation, jurisdiction, status, adopted, in_force, note, sources } = regulation;
  return [
    ...paragraph(citation),
    ...facts([
      ['jurisdiction', [jurisdiction]],
      ['status', [toWords(status)]],
      adopted === null ? null : ['adopted', [adopted]],
      in_force === null ? null : ['in force', [in_force]],
      note === null ? null : ['note', [note]],
    ]),
    ...underHeading('Duties', list(listDutyItems(regulation))),
    ...underHeading('Sources', list(sources.map(describeReference))),
  ];
}

function buildHistoryBlocks(duty: Duty, regulation: Regulation): readonly Block[] {
  const history = listDutyHistory(duty, regulation);
  return history.length === 0
    ? paragraph(describeUndatedDuty(duty, regulation))
    : table(
        ['From', 'It is'],
        history.map(({ from, says }) => [[from], [says]]),
      );
}

function buildDutyBlocks(duty: Duty, regulation: Regulation): readonly Block[] {
  const dates = duty.dates.map((date): Text[] => [[date.set_on], [date.from], [date.scope]]);
  const pulls = Object.entries(duty.tracks).map(([track, pull]): Text[] => [
    [ref('track', track)],
    [String(pull.level)],
    [pull.reason],
  ]);
  return [
    ...paragraph(duty.text),
    ...facts([
      ['regulation', [ref('regulation', regulation.id), `: ${regulation.citation}`]],
      ['article', [duty.article]],
      ['binding', [duty.binding]],
      ['ordinary means', [duty.ordinary_means]],
      duty.until === null ? null : ['ended', [duty.until]],
    ]),
    ...underHeading('How it stands', buildHistoryBlocks(duty, regulation)),
    ...underHeading('Dates, by the text that set them', table(['Set on', 'Applies from', 'For'], dates)),
    ...underHeading(
      'Level that a product which meets it carries while it binds',
      pulls.length === 0
        ? paragraph('The register sees no pull on any track.')
        : table(['Track', 'Level', 'Reason'], pulls),
    ),
    ...underHeading('Sources', list(regulation.sources.map(describeReference))),
  ];
}

export const regulations: EntryKind = {
  id: 'regulation',
  plural: 'regulations',
  means: 'A rule that may make buyers need an offer',
  entries: (rubric) =>
    rubric.regulations.map((regulation) => ({
      id: regulation.id,
      title: regulation.title,
      claims: [],
      blocks: () => buildRegulationBlocks(regulation),
    })),
};

export const duties: EntryKind = {
  id: 'duty',
  plural: 'duties',
  means: 'What a regulation asks for, and from when',
  entries: (rubric) =>
    rubric.regulations.flatMap((regulation) =>
      regulation.duties.map((duty) => ({
        id: `${regulation.id}/${duty.id}`,
        title: `${regulation.title}, ${duty.article}: ${duty.title}`,
        claims: [],
        blocks: () => buildDutyBlocks(duty, regulation),
      })),
    ),
};
