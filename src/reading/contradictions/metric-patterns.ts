import { rememberByObject } from '../../model/remember.ts';
import type { Metric, Rubric } from '../../model/rubric.ts';
import { PhraseIndex } from '../../prose/phrase-index.ts';
import { compilePhrases, toAlternation, toWordAlternation } from '../../prose/phrase-patterns.ts';
import { getVocabulary } from '../../prose/vocabulary.ts';

/** A metric with the words by which texts name it. */
export interface MetricPattern {
  readonly metric: Metric;
  readonly words: RegExp;
  readonly rest: RegExp;
  /** How many of its time the words themselves say, such as a month; null where they say none. */
  readonly seconds: number | null;
}

function buildMetricPatterns(rubric: Rubric) {
  const { contradictions: c } = rubric.reading;
  const { statements } = rubric;
  const { meanings } = getVocabulary(rubric).figures;
  return {
    metrics: c.metrics.map(
      (metric): MetricPattern => ({
        metric,
        words: compilePhrases(metric.words),
        rest: compilePhrases(metric.rest),
        seconds: metric.per === null ? null : (meanings.get(metric.per)?.times ?? null),
      }),
    ),
    qualifiers: compilePhrases(c.qualifiers),
    earlier: new RegExp(`${toWordAlternation(c.earlier)}[^\\p{L}\\p{N}]*$`, 'iu'),
    others: compilePhrases(c.others),
    supposed: new PhraseIndex(c.supposed),
    cheaper: compilePhrases(c.cheaper),
    /** A month, a quarter or a year. */
    period: new RegExp(
      [
        toWordAlternation([...statements.months, 'Q1', 'Q2', 'Q3', 'Q4']),
        '(?<![\\p{L}\\p{N}.,$-])20\\d\\d(?![\\p{L}\\p{N}])',
        `(?<![\\p{L}\\p{N}])${toAlternation(c.periods)}s? \\d{1,2}(?![\\p{L}\\p{N}])`,
        `(?<![\\p{L}\\p{N}.,])\\d{1,2}[ -]${toAlternation(c.periods)}s?(?![\\p{L}\\p{N}])`,
      ].join('|'),
      'giu',
    ),
  };
}

export type MetricPatterns = ReturnType<typeof buildMetricPatterns>;

export const getMetricPatterns = rememberByObject(buildMetricPatterns);
