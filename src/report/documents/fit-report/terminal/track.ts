import type { Report } from '../../../../model/report.ts';
import { formatPercent } from '../../../wording/figures.ts';
import {
  describeClassification,
  describeDecidingWord,
  OTHER_TRACK_REASONS,
  selectStrongestWords,
} from '../../../wording/sentences.ts';
import { toWords } from '../../../wording/to-words.ts';
import { heading, indented, labelled, namedInterval, type TerminalScreen } from '../../../writers/terminal/screen.ts';

/** How the tracks rank by the summary, and the words that decided. */
export function trackLines({ classification }: Report, page: TerminalScreen): string[] {
  const { status, ranked } = classification;
  if (status === 'skipped') return [];
  const list = selectStrongestWords(classification).map(describeDecidingWord);
  return [
    ...heading('Track by the summary', page),
    ...labelled('status', [describeClassification(classification)], page),
    ...labelled('ranking', [ranked.map(({ track, share }) => `${track} ${formatPercent(share)}`).join(', ')], page),
    ...labelled('words', [list.length === 0 ? 'none that the rubric knows' : list.join(', ')], page),
  ];
}

/** The outcome under other tracks. */
export function otherTrackLines({ otherTracks }: Report, page: TerminalScreen): string[] {
  if (otherTracks.length === 0) return [];
  return [
    ...heading('Under another track', page),
    ...otherTracks.flatMap((other) =>
      indented(
        [
          { text: `${other.track}:`, style: page.paint.bold },
          ` ${toWords(other.verdict)}, ${namedInterval(other, page)}; ${OTHER_TRACK_REASONS[other.because]}`,
        ],
        page,
      ),
    ),
  ];
}
