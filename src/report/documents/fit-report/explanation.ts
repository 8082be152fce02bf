import type {
  Certainty,
  CriticalAnswers,
  Explanation,
  OpenQuestion,
  PathStep,
  PathToNextBand,
  Report,
  ScheduledChange,
  VerdictFrequencies,
} from '../../../model/report.ts';
import { NOT_RATEABLE } from '../../../model/verdict.ts';
import type { OutputSection } from '../../output-section.ts';
import { apportionWhole } from '../../wording/apportion.ts';
import { describeCause, describeGateChange } from '../../wording/causes.ts';
import { listCertaintyFacts } from '../../wording/certainty.ts';
import { formatFinePercent, formatMultiple, formatPercent, formatPoints } from '../../wording/figures.ts';
import { toWords } from '../../wording/to-words.ts';

/** The most questions that are told; all of them are in the data. */
const MOST_ASKED = 8;
/** The most sets of load-bearing answers that are told. */
const MOST_SETS = 6;

/** `484 hours`, or in weeks of 40 hours where there are many. */
function workPhrase(hours: number): string {
  return hours < 80 ? `${hours} hours` : `${Math.round(hours / 40)} weeks of work`;
}

/** Where no verdict can be given, the index still has bands. */
const BANDS_ONLY =
  'There is no verdict, as too few answers have a source. The bands here and below are those of the index, whatever the coverage.';

function surePart(certainty: Certainty, verdict: string | null): OutputSection {
  const says =
    verdict === NOT_RATEABLE
      ? BANDS_ONLY
      : certainty.certain
        ? 'It is certain: nothing within the stated set of readings, and nothing still to be learnt, changes it.'
        : 'It is not certain: another reading of the rubric, or what is still to be learnt, can change it.';
  return {
    title: 'How sure is the verdict?',
    says: [says],
    items: listCertaintyFacts(certainty).map(({ label, says }) => ({ label, title: '', says })),
  };
}

/** `Technical edge 40, Landmark adoption 60`: rounded so that they sum to what they do. */
function weightsSay(weights: Readonly<Record<string, number>>, titleOf: (id: string) => string): string {
  const entries = Object.entries(weights);
  const whole = apportionWhole(
    entries.map(([, weight]) => weight),
    Math.round(entries.reduce((sum, [, weight]) => sum + weight, 0)),
  );
  return entries.map(([id], at) => `${titleOf(id)} ${whole[at]}`).join(', ');
}

function oftenPart({ draws, seed, error, shares }: VerdictFrequencies, titleOf: (id: string) => string): OutputSection {
  const seen = shares.filter(({ share }) => share > 0);
  return {
    title: 'How often does each verdict come out?',
    says: [
      `Of ${draws} draws over that set (seed ${seed}; a share is right to ${Math.ceil(error * 1000) / 10}% either way, 19 times of 20). It tells how much of the set a verdict holds, and is no probability of success.`,
    ],
    items: seen.map(({ title, share, centralWeights }) => ({
      label: formatFinePercent(share),
      title,
      says: `weights on average: ${weightsSay(centralWeights ?? {}, titleOf)}`,
    })),
  };
}

function leftOutPart({ leftOut }: Explanation): OutputSection {
  return {
    title: 'Does it hang on one criterion?',
    says: [
      leftOut.length === 0
        ? 'No: with the weight of any one criterion at 0 the verdict is the same.'
        : 'With the weight of one of these at 0, the rest of its dimension in its place and the gates kept, the verdict is another:',
    ],
    items: leftOut.map(({ title, verdict, index }) => ({ label: formatPoints(index), title, says: toWords(verdict) })),
  };
}

function leaves({ worst, best }: OpenQuestion['ifLowest']): string {
  return worst === best ? toWords(worst) : `${toWords(worst)} to ${toWords(best)}`;
}

function questionsPart({ questions }: Explanation): OutputSection {
  return {
    title: 'What to ask next',
    says: [
      questions.length === 0
        ? 'Nothing that is open would move the index.'
        : 'By the share of the open interval of the index that an answer closes, against the effort of finding it out:',
    ],
    items: questions.slice(0, MOST_ASKED).map((question) => ({
      label: formatFinePercent(question.settles),
      title: question.title,
      says: `${question.kind === 'unknown' ? '' : 'weakly supported; '}${question.effort}. If lowest, ${leaves(question.ifLowest)} is left; if highest, ${leaves(question.ifHighest)}. ${question.question} Look for: ${question.needs}`,
    })),
  };
}

const STEP_WORDS = {
  evidence: 'show what is claimed',
  raise: 'change it and show it',
  'find-out-and-raise': 'find out; taken at level 0 until then',
  source: 'give it a source',
  'find-out': 'find out, with a source',
} as const satisfies Record<PathStep['kind'], string>;

function stepSays({ from, to, kind, ratio, how }: PathStep): string {
  const shown = ratio === null ? '' : `, at least ${formatMultiple(ratio)} against the best registered alternative`;
  const levels = from === to ? `level ${to}` : `level ${from} to ${to}`;
  return `${levels}${shown}; ${STEP_WORDS[kind]}. ${how}`;
}

function wayUpPart(way: PathToNextBand): OutputSection {
  const title = 'The cheapest honest way up';
  if (way.status === 'none') return { title, says: [way.reason], items: [] };
  if (way.status === 'to-a-verdict')
    return {
      title,
      says: [
        `First to a verdict at all, in ${workPhrase(way.hours)} by the efforts that the rubric states: with all of these sourced, ${formatPercent(way.coverage)} of weight is. Which verdict it is depends on what they say.`,
      ],
      items: way.steps.map(({ title: what, kind, hours, how }) => ({
        label: workPhrase(hours),
        title: what,
        says: `${STEP_WORDS[kind]}. ${how}`,
      })),
    };
  return {
    title,
    says: [
      `${way.title} (${formatPoints(way.index)}) in ${workPhrase(way.hours)} by the efforts that the rubric states, all of these together:`,
    ],
    items: way.steps.map((step) => ({ label: workPhrase(step.hours), title: step.title, says: stepSays(step) })),
  };
}

function loadBearingPart(bearing: CriticalAnswers, titleOf: (id: string) => string): OutputSection {
  const title = 'What the verdict rests on';
  if (bearing.status === 'none') return { title, says: [bearing.reason], items: [] };
  const { size, sets, complete } = bearing;
  const more = sets.length - MOST_SETS;
  const which = complete && sets.length > 1 ? 'any of these' : 'this';
  const says =
    size === 1
      ? `If one answer is false, the verdict comes down: ${which} alone does it.`
      : `${size} answers have to be false, all at once, to bring the verdict down: ${which}.`;
  return {
    title,
    says: [says],
    items: [
      ...sets.slice(0, MOST_SETS).map((set) => ({ label: '', title: set.map(titleOf).join(' and '), says: '' })),
      ...(more > 0 ? [{ label: '', title: `and ${more} more`, says: '' }] : []),
    ],
  };
}

function entrySays({ gates, criteria }: ScheduledChange): string {
  return [
    ...gates.map(describeGateChange),
    ...criteria.map(
      ({ title, from, to, causes }) => `${title} ${from} to ${to} (${causes.map(describeCause).join('; ')})`,
    ),
  ].join('; ');
}

function clockPart({ clock, clockEnds }: Explanation): OutputSection {
  const until = clockEnds === null ? '' : ` All that is known now has had its say by ${clockEnds}.`;
  return {
    title: 'What the calendar does',
    says: [
      clock.length === 0
        ? `No day to come changes the verdict or a gate by itself.${until}`
        : `With no new fact, evidence gets old and laws come to apply.${until}`,
    ],
    items: clock.map((entry) => ({
      label: '',
      title: `${entry.day}: ${toWords(entry.verdict)} ${formatPoints(entry.index)}`,
      says: entrySays(entry),
    })),
  };
}

/** What would change the verdict, part by part; none where it was not asked for. */
export function changesOf({ explanation, dimensions }: Report): readonly OutputSection[] {
  if (explanation === null) return [];
  const titles = new Map(
    dimensions.flatMap(({ id, title, criteria }) => [
      [id, title] as const,
      ...criteria.map((c) => [c.id, c.title] as const),
    ]),
  );
  const titleOf = (id: string) => titles.get(id) ?? id;
  return [
    oftenPart(explanation.howOften, titleOf),
    leftOutPart(explanation),
    questionsPart(explanation),
    wayUpPart(explanation.wayUp),
    loadBearingPart(explanation.loadBearing, titleOf),
  ];
}

/** What the calendar does to the verdict; null where it was not asked for. */
export function calendarOf({ explanation }: Report): OutputSection | null {
  return explanation === null ? null : clockPart(explanation);
}

/** The full view of a report, part by part; none where it was not asked for. */
export function partsOf(report: Report): readonly OutputSection[] {
  const { certainty } = report;
  const calendar = calendarOf(report);
  if (calendar === null || certainty === null) return [];
  return [surePart(certainty, report.verdict), ...changesOf(report), calendar];
}
