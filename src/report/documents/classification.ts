import type { ClassifiedProject } from '../../model/classification.ts';
import { type Document, facts, strong } from '../document.ts';
import { formatPercent } from '../wording/figures.ts';
import {
  describeCertainty,
  describeDecidingWord,
  describeHeardTrack,
  selectStrongestWords,
} from '../wording/sentences.ts';
import { escapeLineStarts } from '../writers/escape-for-terminal.ts';
import { toOneLine } from '../writers/terminal/flow.ts';

/** A project's track, how sure it is and the words that decided. */
export function toClassificationDocument({ name, file, declared, classification }: ClassifiedProject): Document {
  const { status, ranked, track } = classification;
  const certainty = describeCertainty(classification);
  const differs = status === 'decided' && declared !== track ? ', which its words do not support' : '';
  const words = selectStrongestWords(classification).map(describeDecidingWord);
  return {
    title: [strong(name)],
    subtitle: [file],
    blocks: facts([
      ['track', ['The text ', strong(describeHeardTrack(classification)), certainty === '' ? '' : `: ${certainty}`]],
      ['declared', [declared === null ? 'nothing' : `${declared}${differs}`]],
      ...(ranked.length === 0
        ? []
        : ([
            ['ranking', [ranked.map((entry) => `${entry.track} ${formatPercent(entry.share)}`).join(', ')]],
            ['words', [words.join(', ')]],
          ] as const)),
    ]),
  };
}

/** One line a project, for --quiet. */
export function renderQuietClassification(projects: readonly ClassifiedProject[]): string {
  const lines = projects.map(({ name, classification }) => {
    const { track, status } = classification;
    const parts = [track ?? status, describeCertainty(classification), toOneLine(name)];
    return `${parts.filter((part) => part !== '').join(' ')}\n`;
  });
  return escapeLineStarts(lines.join(''));
}
