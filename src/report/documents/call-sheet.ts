import type { GateReport, Lever, OpenQuestion, PathStep, Report } from '../../model/report.ts';
import { type Block, type Document, type Item, items, list, paragraph, section, strong } from '../document.ts';
import { formatMultiple, formatPoints, roundFigure } from '../wording/figures.ts';
import { describeUnknown } from '../wording/sentences.ts';
import { toWords } from '../wording/to-words.ts';

/** The most levers that are printed besides those that lift a gate; the data has all of them. */
const MOST_RAISED = 5;

/** `up to 21 points`, with what it would be before gates where a cap hides some of it. */
export function describePointsAtStake({ points, pointsBeforeGates }: OpenQuestion): string {
  const stake = points < 1 ? 'under 1 point' : `up to ${countPoints(points)}`;
  return formatPoints(points) === formatPoints(pointsBeforeGates) || points > pointsBeforeGates
    ? stake
    : `${stake} (${formatPoints(pointsBeforeGates)} before gates)`;
}

function countPoints(points: number): string {
  const figure = formatPoints(points);
  return `${figure} ${figure === '1' ? 'point' : 'points'}`;
}

/** What the answer moves the verdict to; null where it alone moves nothing. */
function describeOutcome({ ifBest, ifPoor }: OpenQuestion, { verdict, verdictAtPossible, basis }: Report): string {
  const best = ifBest === verdict ? null : `The best answer, with evidence, makes it ${toWords(ifBest)}`;
  const isSettling = ifPoor === verdict && basis === 'so-far';
  const poor =
    ifPoor === verdictAtPossible
      ? null
      : isSettling
        ? `a poor one settles it as ${toWords(ifPoor)}`
        : `a poor one leaves ${toWords(ifPoor)} at best`;
  if (best !== null) return `${best}${poor === null ? '' : `; ${poor}`}.`;
  return poor === null ? 'Alone it does not move the verdict.' : `${poor.replace('a poor one', 'A poor answer')}.`;
}

/** What the description has on it so far. */
function describeKnown({ criterion, kind }: OpenQuestion, { dimensions }: Report): string {
  const known = dimensions.flatMap(({ criteria }) => criteria).find(({ id }) => id === criterion);
  if (known?.status === 'answered') {
    const weak = `the evidence cited (${known.grade}) carries level ${known.levels.supported} of ${known.levels.claimed}`;
    return kind === 'show' ? `Claimed: ${known.said}; ${weak}.` : `So far: ${known.said}.`;
  }
  return known?.status === 'unknown' && known.searched !== null ? `Already ${describeUnknown(known)}.` : '';
}

function toQuestionItem(question: OpenQuestion, at: number, report: Report): Item {
  const { title, effort, needs, kind } = question;
  const known = describeKnown(question, report);
  const takes = `${kind === 'show' ? 'showing' : 'finding out'} takes ${effort}`;
  return {
    label: `${at + 1}.`,
    status: null,
    text: [strong(question.question.replaceAll('`as_of`', report.asOf))],
    below: [
      ...paragraph(`${title}: ${describePointsAtStake(question)}; ${takes}. ${describeOutcome(question, report)}`),
      ...(known === '' ? [] : paragraph(known)),
      ...paragraph(`Look for: ${needs}`),
    ],
  };
}

/** Everything that an answer could still change, what settles most first; of a settled verdict, that there is nothing. */
function toQuestionBlocks(report: Report, most: number): readonly Block[] {
  const { questions, basis, fit } = report;
  const asked = questions.filter(({ pointsBeforeGates }) => pointsBeforeGates > 0);
  if (fit === null) return [];
  if (basis === 'settled') {
    const open =
      asked.length === 0
        ? ''
        : ` What is open moves the index between ${formatPoints(fit.supported)} and ${formatPoints(fit.possible)}, within the verdict.`;
    return paragraph(`No answer that is still open can change the verdict.${open}`);
  }
  const [first, more] = [asked.slice(0, most), asked.length - most];
  return [
    ...items(first.map((question, at) => toQuestionItem(question, at, report))),
    ...(more > 0 ? paragraph(`${more} more that settle less: \`demandfit ask\`.`) : []),
  ];
}

/** `from 2.58 to 1.2 USD per H100-hour or less: 2.0x under Vast.ai at 2.4`, or what the rubric says of the level. */
export function describeStep({ means, ratio, figure }: PathStep): string {
  if (ratio === null) return means;
  if (figure === null) return `${means} At least ${formatMultiple(ratio)} against the best registered alternative.`;
  const { project, target, unit, better, against } = figure;
  const [isLower, theirs] = [better === 'lower', `${against.value}${against.unit === unit ? '' : ` ${against.unit}`}`];
  const bound = isLower ? 'or less' : 'or more';
  const beside = `${formatMultiple(ratio)} ${isLower ? 'under' : 'over'} ${against.name} at ${theirs}`;
  return `From ${project} to ${roundFigure(target, isLower)} ${unit} ${bound}: ${beside}.`;
}

const STEP_WORDS = {
  evidence: 'show what is claimed',
  raise: 'change it and show it',
  'find-out-and-raise': 'unknown today; change it and show it',
  source: 'give it a source',
  'find-out': 'find out, with a source',
} as const satisfies Record<PathStep['kind'], string>;

/** `level 0 to 1`, with what reaches it, how long that takes and the kinds of sources that carry it. */
export function toStepText(step: PathStep) {
  const { title, from, to, kind, effort, sources } = step;
  const levels = from === to ? `within level ${to}` : `level ${from} to ${to}`;
  return [
    strong(title),
    `, ${levels} (${STEP_WORDS[kind]}; ${effort}): ${describeStep(step)} Evidence: ${sources.map(toWords).join(', ')}.`,
  ];
}

/** `which holds it at 49 (60 without)`. */
function describeHold({ effects, cap }: GateReport): string {
  const [shown, possible] = [effects?.supported, effects?.possible];
  const held = shown?.holds ? shown : possible;
  if (!held?.holds) return `which would hold it at ${formatPoints(cap)}`;
  const without = held.without > cap ? `${formatPoints(held.without)} without` : 'as another gate does';
  return `which holds it at ${formatPoints(cap)}${held === shown ? '' : ' at best'} (${without})`;
}

/** `+3 points`, after gates; what a cap leaves of it is said. */
function describeGain({ points, pointsBeforeGates }: Lever): string {
  const gain = points > 0 && points < 1 ? 'under 1' : `+${formatPoints(points)}`;
  return formatPoints(points) === formatPoints(pointsBeforeGates)
    ? gain
    : `${gain} of ${formatPoints(pointsBeforeGates)}`;
}

function toLeverItem(lever: Lever, { gates }: Report): Item {
  const lifted = lever.lifts.flatMap((id) => gates.find((gate) => gate.id === id) ?? []);
  const label = describeGain(lever);
  const [first] = lever.steps;
  if (lifted.length === 0 && first !== undefined) return { label, status: null, text: toStepText(first), below: [] };
  const named = lifted.map((gate) => `"${gate.title}", ${describeHold(gate)}`).join(', and ');
  const together = lever.steps.length > 1 ? ', all of these together:' : ':';
  return {
    label,
    status: null,
    text: [strong(`Lifts the gate ${named}`), together],
    below: list(lever.steps.map(toStepText)),
  };
}

/** What would have to change in the project. */
function toLeverBlocks(report: Report): readonly Block[] {
  const lifting = report.levers.filter(({ lifts }) => lifts.length > 0).length;
  const levers = report.levers.slice(0, lifting + MOST_RAISED);
  if (levers.length === 0) return [];
  return [
    ...paragraph(
      'Points are added to what is shown, after gates; "+0 of 6" means that a cap holds the six points back until its gate is lifted.',
    ),
    ...items(levers.map((lever) => toLeverItem(lever, report))),
  ];
}

/** What to ask and what would have to change, as sections of a report. @param most questions that are printed. */
export function toAskSections(report: Report, most: number): readonly Block[] {
  return [
    ...section('ask', 'What to ask', toQuestionBlocks(report, most)),
    ...section('levers', 'What would have to change', toLeverBlocks(report)),
  ];
}

/** The call sheet of a project: the questions as one numbered list, then what would have to change. */
export function toCallSheet(report: Report): Document {
  const { name, offer } = report.project;
  return {
    title: [strong(name)],
    subtitle: offer === null ? null : [offer],
    blocks: [
      ...paragraph(strong(`${report.verdictTitle}.`), ` ${report.sentence} As of ${report.asOf}.`),
      ...toAskSections(report, Number.POSITIVE_INFINITY),
    ],
  };
}
