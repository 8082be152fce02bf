import type { AnswerDisagreement, DescriptionPair } from '../../../model/comparison.ts';
import type { OutputSection } from '../../output-section.ts';
import { named, said, signed } from './sides.ts';

function effectOf({ bands, points: moved, uncapped, verdictTitle }: AnswerDisagreement): string {
  const verdict = bands === 0 ? 'the verdict stays' : `the verdict becomes ${verdictTitle.toLowerCase()}`;
  return `${verdict}, index ${signed(moved)}${moved === uncapped ? '' : `, ${signed(uncapped)} before gates`}`;
}

function tracksSay({ first, second, swap }: NonNullable<DescriptionPair['trackDisagreement']>): string {
  const apart = `They disagree on the track: ${first ?? 'outside'} and ${second ?? 'outside'}.`;
  if (swap === null) return apart;
  return `${apart} Scored on ${second}, the track of the second, the first would come to ${swap.verdictTitle.toLowerCase()}.`;
}

/** Where two descriptions of one project disagree, and what it does to the verdict. */
export function samePart(same: DescriptionPair): OutputSection {
  const { first, second, disagreements, agreed, trackDisagreement } = same;
  const tracks = trackDisagreement === null ? [] : [tracksSay(trackDisagreement)];
  const follows =
    disagreements.length === 0
      ? ''
      : " What follows is what the first would come to with the second one's answer, most effect first.";
  return {
    title: `Where two descriptions of ${first.name} disagree`,
    says: [
      `${named(first)} and ${named(second)}, both read on ${same.track}: they agree on ${agreed} criteria and disagree on ${disagreements.length}.${follows}`,
      ...tracks,
    ],
    items: disagreements.map((entry) => ({
      label: '',
      title: entry.title,
      says: `${said(entry.first)} or ${said(entry.second)}; ${effectOf(entry)}`,
    })),
  };
}
