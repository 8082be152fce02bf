import type { DiagnosisReport } from '../model/report.ts';
import type { Condition, Diagnosis, Rubric } from '../model/rubric.ts';
import type { Score } from './score-on-track.ts';

/** Whether a condition of the table holds. One on a criterion that does not apply on the track never does. */
function isConditionMet(condition: Condition, score: Score): boolean {
  if ('all' in condition) return condition.all.every((part) => isConditionMet(part, score));
  if ('any' in condition) return condition.any.some((part) => isConditionMet(part, score));
  if ('not' in condition) return !isConditionMet(condition.not, score);
  if ('track' in condition) return condition.track.includes(score.track.id);
  if ('gate' in condition) {
    const outcome = score.gates.find((entry) => entry.gate.id === condition.gate);
    return outcome !== undefined && condition.is.includes(outcome.status);
  }
  const reading = score.readings.find((entry) => entry.criterion.id === condition.criterion);
  if (reading === undefined || reading.status === 'not-applicable') return false;
  if ('answered' in condition) return (reading.status === 'answered') === condition.answered;
  const level = reading.levels[condition.bound];
  return 'below' in condition ? level < condition.below : level >= condition.at_least;
}

function reportDiagnosis(diagnosis: Diagnosis): DiagnosisReport {
  const { id, title, means, route, advice, trigger, claims } = diagnosis;
  return { id, title, means, route, advice, trigger, claims };
}

/** The article's causes that apply, in the order of the table; the first is the diagnosis. */
export function diagnose(score: Score, rubric: Rubric): readonly DiagnosisReport[] {
  return rubric.diagnoses.filter((diagnosis) => isConditionMet(diagnosis.when, score)).map(reportDiagnosis);
}
