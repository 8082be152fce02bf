import type { StatementVocabulary } from '../model/rubric.ts';
import type { PassageSpan } from './passage.ts';
import { compilePhrases, findMatches, hasMatch } from './phrase-patterns.ts';
import type { Sentence } from './sentences.ts';
import { isDenied, isOpen, isWish, type StancePatterns } from './stance.ts';
import { isOffHand, type TopicPatterns } from './topic.ts';

export function buildCustomerStatePatterns({ customers }: StatementVocabulary) {
  return {
    production: compilePhrases(customers.in_production),
    paid: compilePhrases(customers.pays),
    free: compilePhrases(customers.free),
  };
}

interface CustomerStateVocabulary extends StancePatterns {
  readonly customerStates: ReturnType<typeof buildCustomerStatePatterns>;
  readonly topics: TopicPatterns;
}

/** What a text says of a customer: that it is in production, or that it pays. */
export interface CustomerState extends PassageSpan {
  readonly state: 'production' | 'paid';
}

/** The stretch of a sentence that is about the customer named at `at`: up to the next of `names`, or from the last before it. */
function findStretch(sentence: Sentence, at: PassageSpan, names: readonly PassageSpan[]): PassageSpan {
  const next = names.find(({ from }) => from >= at.to)?.from ?? sentence.to;
  const before = names.findLast(({ to }) => to <= at.from);
  const end = sentence.passage.text.slice(at.to, next).search(/[;\u2014]/);
  return { from: before?.to ?? sentence.from, to: end === -1 ? next : at.to + end };
}

/** What the sentence says of the customer that it names at `at`. @param names all names of customers in the sentence, in order. */
export function findCustomerStates(
  sentence: Sentence,
  at: PassageSpan,
  names: readonly PassageSpan[],
  vocabulary: CustomerStateVocabulary,
): readonly CustomerState[] {
  const { customerStates: patterns } = vocabulary;
  const stretch = findStretch(sentence, at, names);
  const text = sentence.passage.text.slice(stretch.from, stretch.to);
  return (['production', 'paid'] as const).flatMap((state): readonly CustomerState[] => {
    if (state === 'paid' && hasMatch(patterns.free, text)) return [];
    for (const match of findMatches(patterns[state], text)) {
      const from = stretch.from + match.index;
      const place = { from, to: from + match[0].length };
      // What stands before the name leads up to it: "paying customers include Acme".
      if (place.to <= at.from && at.from - place.to > 40) continue;
      const isLeft =
        isDenied(sentence, place, vocabulary) ||
        isOpen(sentence, place, vocabulary) ||
        isWish(sentence, place, vocabulary) ||
        isOffHand(sentence, place, vocabulary);
      if (!isLeft) return [{ ...place, state }];
    }
    return [];
  });
}
