import type { Report } from '../../model/report.ts';
import { percent } from '../figures.ts';
import { BECAUSE, sortedAs, strongestWords, wordSentence } from '../sentences.ts';
import { words } from '../words.ts';
import { heading, indented, labelled, namedInterval, type Page } from './page.ts';

/** How the tracks rank by the summary, and the words that decided. */
export function trackLines({ classification }: Report, page: Page): string[] {
  const { status, ranked } = classification;
  if (status === 'skipped') return [];
  const list = strongestWords(classification).map(wordSentence);
  return [
    ...heading('Track by the summary', page),
    ...labelled('status', [sortedAs(classification)], page),
    ...labelled('ranking', [ranked.map(({ track, share }) => `${track} ${percent(share)}`).join(', ')], page),
    ...labelled('words', [list.length === 0 ? 'none that the rubric knows' : list.join(', ')], page),
  ];
}

/** The outcome under other tracks. */
export function otherTrackLines({ otherTracks }: Report, page: Page): string[] {
  if (otherTracks.length === 0) return [];
  return [
    ...heading('Under another track', page),
    ...otherTracks.flatMap((other) =>
      indented(
        [
          { text: `${other.track}:`, style: page.paint.bold },
          ` ${words(other.verdict)}, ${namedInterval(other, page)}; ${BECAUSE[other.because]}`,
        ],
        page,
      ),
    ),
  ];
}
