import type { Classification, ClassifiedProject } from '../../model/classification.ts';
import { type Document, facts, strong } from '../document.ts';
import { formatPercent } from '../wording/figures.ts';
import { describeDecidingWord, selectStrongestWords } from '../wording/sentences.ts';
import { escapeLineStarts } from '../writers/escape-for-terminal.ts';
import { oneLine } from '../writers/terminal/flow.ts';

function describeTrack({ status, track, model, between, close }: Classification): string {
  const near = close === null ? '' : `, close to ${close}`;
  switch (status) {
    case 'outside':
    case 'skipped':
      return `outside${near}`;
    case 'undecided':
      return `undecided between ${between.join(' and ')}`;
    case 'decided':
      return `${track}${model === null ? '' : `, ${model}`}${near}`;
  }
}

/** How sure it is, as in a report: `share 84%, margin 70%`. */
function describeCertainty({ ranked, margin }: Classification): string {
  return `share ${formatPercent(ranked[0]?.share ?? 0)}, margin ${formatPercent(margin)}`;
}

/** A project's track, how sure it is and the words that decided. */
export function toClassificationDocument({ name, file, declared, classification }: ClassifiedProject): Document {
  const { ranked, track } = classification;
  const differs = declared === track ? '' : ', which its words do not support';
  const words = selectStrongestWords(classification).map(describeDecidingWord);
  return {
    title: [strong(name)],
    subtitle: [file],
    blocks: facts([
      ['track', [strong(describeTrack(classification)), `: ${describeCertainty(classification)}`]],
      ['declared', [declared === null ? 'nothing' : `${declared}${differs}`]],
      ['ranking', [ranked.map((entry) => `${entry.track} ${formatPercent(entry.share)}`).join(', ')]],
      ['words', [words.length === 0 ? 'none known to the rubric' : words.join(', ')]],
    ]),
  };
}

/** One line a project, for --quiet. */
export function renderQuietClassification(projects: readonly ClassifiedProject[]): string {
  const lines = projects.map(
    ({ name, classification }) =>
      `${classification.track ?? 'outside'} ${describeCertainty(classification)} ${oneLine(name)}\n`,
  );
  return escapeLineStarts(lines.join(''));
}
