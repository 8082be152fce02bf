import type { Duty, Reference, Regulation } from '../model/rubric.ts';
import { words } from '../render/words.ts';
import { dutyHistory, undatedStanding } from './duty-history.ts';
import { type Block, type EntryKind, facts, list, paragraph, ref, section, type Text, table } from './page.ts';

/** A document with what it is, where it stands and its date. */
export function referenceText({ title, url, kind, date }: Reference): Text {
  return [{ says: title, url }, ' (', ref('source-kind', kind), `, ${date ?? 'no date'})`];
}

function dutyItems(regulation: Regulation): readonly Text[] {
  return regulation.duties.map((duty) => {
    const history = dutyHistory(duty, regulation).map(({ from, says }) => `${from} ${says}`);
    const standing = history.length === 0 ? undatedStanding(duty, regulation) : history.join('; ');
    return [
      ref('duty', `${regulation.id}/${duty.id}`),
      ` ${duty.title} (${duty.article}, ${duty.binding}): ${standing}`,
    ];
  });
}

function regulationBlocks(regulation: Regulation): Block[] {
  const { citation, jurisdiction, status, adopted, in_force, note, sources } = regulation;
  return [
    ...paragraph(citation),
    ...facts([
      ['jurisdiction', [jurisdiction]],
      ['status', [words(status)]],
      adopted === null ? null : ['adopted', [adopted]],
      in_force === null ? null : ['in force', [in_force]],
      note === null ? null : ['note', [note]],
    ]),
    ...section('Duties', list(dutyItems(regulation))),
    ...section('Sources', list(sources.map(referenceText))),
  ];
}

function standingBlocks(duty: Duty, regulation: Regulation): Block[] {
  const history = dutyHistory(duty, regulation);
  return history.length === 0
    ? paragraph(undatedStanding(duty, regulation))
    : table(
        ['From', 'It is'],
        history.map(({ from, says }) => [[from], [says]]),
      );
}

function dutyBlocks(duty: Duty, regulation: Regulation): Block[] {
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
    ...section('How it stands', standingBlocks(duty, regulation)),
    ...section('Dates, by the text that set them', table(['Set on', 'Applies from', 'For'], dates)),
    ...section(
      'Level that a product which meets it carries while it binds',
      pulls.length === 0
        ? paragraph('The register sees no pull on any track.')
        : table(['Track', 'Level', 'Reason'], pulls),
    ),
    ...section('Sources', list(regulation.sources.map(referenceText))),
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
      blocks: () => regulationBlocks(regulation),
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
        blocks: () => dutyBlocks(duty, regulation),
      })),
    ),
};
