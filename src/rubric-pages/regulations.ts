import { computeDutyState, type DutyState } from '../criteria/duties.ts';
import type { Day } from '../model/day.ts';
import type { CitedDocument, Duty, Regulation } from '../model/rubric.ts';
import { type Block, facts, list, paragraph, ref, type Text, table, underHeading } from '../report/document.ts';
import { toWords } from '../report/wording/to-words.ts';
import { createEntryKind } from './entry-kind.ts';

/** Where a duty stood from a day on. */
interface DutyHistoryEntry {
  readonly from: Day;
  readonly says: string;
}

function describeDutyState(state: DutyState): string {
  switch (state.status) {
    case 'applies':
      return 'in application';
    case 'adopted':
      return `adopted, to apply from ${state.from}`;
    case 'proposed':
      return 'not adopted';
    case 'ended':
      return 'ended';
  }
}

/** How a duty stood over time, oldest first, a new entry for each change; empty where the register knows no date. */
export function listDutyHistory(duty: Duty, regulation: Regulation): readonly DutyHistoryEntry[] {
  const named = duty.dates.flatMap((date) => [date.set_on, date.from]);
  const days = [...new Set([...named, ...(duty.until === null ? [] : [duty.until])])].sort();
  const states = days.map((from) => ({ from, says: describeDutyState(computeDutyState(duty, regulation, from)) }));
  return states.filter((entry, index) => entry.says !== states[index - 1]?.says);
}

/** How a duty without dates stands, on whatever day. */
export function describeUndatedDuty(duty: Duty, regulation: Regulation): string {
  return `${describeDutyState(computeDutyState(duty, regulation, '9999-12-31'))}; the register knows no date`;
}

/** A document with what it is, where it stands and its date. */
export function describeReference({ title, url, kind, date }: CitedDocument): Text {
  const named = url === null ? `${title}, not public` : { says: title, url };
  return [named, ' (', ref('source-kind', kind), `, ${date ?? 'no date'})`];
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
        ['From', 'Status'],
        history.map(({ from, says }) => [[from], [says]]),
      );
}

type DutyEntry = Duty & { readonly regulation: Regulation };

/** The duties of a regulation, each with an id and a title that begin with the regulation's. */
function listDuties(regulation: Regulation): readonly DutyEntry[] {
  return regulation.duties.map((duty) => ({
    ...duty,
    id: `${regulation.id}/${duty.id}`,
    title: `${regulation.title}, ${duty.article}: ${duty.title}`,
    regulation,
  }));
}

function buildDutyBlocks({ regulation, ...duty }: DutyEntry): readonly Block[] {
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
      ['binds', [duty.addressee]],
      ['binding', [duty.binding]],
      ['met by', [`${toWords(duty.means)}: ${duty.means_reason}`]],
      duty.until === null ? null : ['ended', [duty.until]],
    ]),
    ...underHeading('Status', buildHistoryBlocks(duty, regulation)),
    ...underHeading('Dates, by the text that set them', table(['Set on', 'Applies from', 'For'], dates)),
    ...underHeading(
      'Level of a product that meets it, while it is binding',
      pulls.length === 0
        ? paragraph('No pull on any track, according to the register.')
        : table(['Track', 'Level', 'Reason'], pulls),
    ),
    ...underHeading('Sources', list(regulation.sources.map(describeReference))),
  ];
}

export const regulations = createEntryKind({
  id: 'regulation',
  plural: 'regulations',
  means: 'A rule that may make buyers need an offer',
  list: (rubric) => rubric.regulations.map((entry) => ({ ...entry, means: entry.citation })),
  blocks: buildRegulationBlocks,
  columns: ({ jurisdiction, status }) => ({ jurisdiction, status: toWords(status) }),
});

export const duties = createEntryKind({
  id: 'duty',
  plural: 'duties',
  means: 'What a regulation asks for, and from when',
  list: (rubric) => rubric.regulations.flatMap(listDuties),
  blocks: buildDutyBlocks,
  columns: ({ binding }) => ({ binding }),
});
