import type { Parties } from './parties.ts';
import { PROJECT } from './parties.ts';
import type { PassageSpan } from './passage.ts';
import { hasMatch } from './phrase-patterns.ts';
import { findClause } from './sentences.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Which way a ratio or a percentage goes in the text that tells it. */
export interface FigureDirection {
  readonly rise: 'up' | 'down' | null;
  /** Whether the project is told as the one with more or less, or as the one in front or behind; null where that is open. */
  readonly edge: { readonly sense: EdgeSense; readonly isOfProject: boolean } | null;
}

type EdgeSense = 'ahead' | 'behind' | 'less' | 'more';

const EDGE_SENSES = ['ahead', 'behind', 'less', 'more'] as const;

function detectEdgeSense(text: string, clause: PassageSpan, at: PassageSpan, vocabulary: Vocabulary): EdgeSense | null {
  // The comparative is near the figure: "three times as expensive".
  const { comparative: reach } = vocabulary.grammar.reach;
  const behind = text.slice(at.to, Math.min(clause.to, at.to + reach));
  const first = EDGE_SENSES.map((sense) => {
    const pattern = vocabulary.edges[sense];
    pattern.lastIndex = 0;
    return { sense, at: pattern.exec(behind)?.index ?? Number.POSITIVE_INFINITY };
  }).sort((a, b) => a.at - b.at)[0];
  // "More expensive" is dearer, whatever it is more of.
  if (first !== undefined && first.at < reach) {
    if (first.sense === 'more' && hasMatch(vocabulary.edges.behind, behind)) return 'behind';
    return first.sense;
  }
  const said = text.slice(at.from, at.to);
  const before = text.slice(clause.from, at.from);
  return (
    EDGE_SENSES.find(
      (sense) => hasMatch(vocabulary.edges[sense], said) || hasMatch(vocabulary.edges[sense], before.slice(-reach)),
    ) ?? null
  );
}

/** The course of the figure at `at`; `isPart` where it tells which part of another's price it is. */
export function detectDirection(
  text: string,
  sentence: PassageSpan,
  at: PassageSpan,
  isPart: boolean,
  parties: Parties,
  vocabulary: Vocabulary,
): FigureDirection {
  const clause = findClause(text, sentence, at, vocabulary.clauseBreak);
  const words = text.slice(clause.from, clause.to);
  const isUp = hasMatch(vocabulary.rises.up, words);
  const isDown = hasMatch(vocabulary.rises.down, words);
  const rise = isUp === isDown ? null : isUp ? 'up' : 'down';
  const sense = isPart ? 'less' : detectEdgeSense(text, clause, at, vocabulary);
  if (sense === null) return { rise, edge: null };
  const subject = parties.subjectOf(text, sentence, at);
  const object = parties.objectOf(text, sentence, at);
  if (subject === null && object === null) return { rise, edge: null };
  return { rise, edge: { sense, isOfProject: object === null ? subject === PROJECT : object !== PROJECT } };
}

/** True where the course told fits a comparison in which the project is `isAhead`, by a measure that is `better` so. */
export function fitsEdge(
  { edge }: FigureDirection,
  { isAhead, better }: { readonly isAhead: boolean; readonly better: 'lower' | 'higher' },
): boolean {
  if (edge === null) return true;
  const isGood = edge.sense === 'ahead' || edge.sense === (better === 'lower' ? 'less' : 'more');
  return (isGood === edge.isOfProject) === isAhead;
}
