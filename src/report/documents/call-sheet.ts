import type { Lever, OpenQuestion, PathStep, Report, SourceUse } from '../../model/report.ts';
import {
  type Block,
  type Document,
  type Item,
  items,
  list,
  paragraph,
  section,
  strong,
  type Text,
} from '../document.ts';
import { formatMultiple, formatPercent, formatPoints, formatPointsChange, roundFigure } from '../wording/figures.ts';
import { describeCap } from '../wording/overview.ts';
import { describeUnknown } from '../wording/sentences.ts';
import { toWords } from '../wording/to-words.ts';

/** The questions that are printed in full even where none moves the verdict alone. */
const LEAST_IN_FULL = 3;

/** The most levers that are printed besides those that lift a gate; the data has all of them. */
const MAX_RAISED = 5;

/** What a good answer gains and a poor one costs, after gates; null for what moves nothing. */
function formatStakes({ adds, takes }: OpenQuestion) {
  return {
    good: adds > 0 ? `+${formatPointsChange(adds)}` : null,
    poor: takes > 0 ? `best case -${formatPointsChange(takes)}` : null,
  };
}

/** `+5.2 if good, best case -24 if poor`; what it would be before gates where caps hide all of it. */
export function describePointsAtStake(question: OpenQuestion): string {
  const { good, poor } = formatStakes(question);
  const parts = [good === null ? '' : `${good} if good`, poor === null ? '' : `${poor} if poor`].filter(Boolean);
  const before = formatPointsChange(question.pointsBeforeGates);
  return parts.length > 0 ? parts.join(', ') : `nothing while a gate caps it (${before} before gates)`;
}

/** `+5.2 or best case -24`: the same where there is little room, a good answer first. */
export function summariseStake(question: OpenQuestion): string {
  const { good, poor } = formatStakes(question);
  const parts = [good, poor].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' or ') : `+${formatPointsChange(question.pointsBeforeGates)} before gates`;
}

/** What the answer alone moves the verdict to; null where it moves nothing. */
function describeOutcome({ ifBest, ifPoor }: OpenQuestion, report: Report): string | null {
  const { verdict, verdictAtPossible, basis } = report;
  const best = ifBest === verdict ? null : `The best answer, with evidence, makes the verdict ${toWords(ifBest)}`;
  const isSettling = ifPoor === verdict && basis === 'so-far';
  const limit = (what: string) =>
    isSettling ? `settles ${what} as ${toWords(ifPoor)}` : `limits ${what} to ${toWords(ifPoor)} at best`;
  const isPoorWorse = ifPoor !== verdictAtPossible;
  if (best !== null) return isPoorWorse ? `${best}; a poor one ${limit('it')}.` : `${best}.`;
  return isPoorWorse ? `A poor answer ${limit('the verdict')}.` : null;
}

/** What the description has on it so far. */
function describeKnown({ criterion, kind }: OpenQuestion, { dimensions }: Report): string {
  const known = dimensions.flatMap(({ criteria }) => criteria).find(({ id }) => id === criterion);
  if (known?.status === 'answered') {
    const weak = `the evidence cited (${known.grade}) supports level ${known.levels.supported}`;
    return kind === 'show'
      ? `Claimed: ${known.said}, level ${known.levels.claimed}; ${weak}.`
      : `So far: ${known.said}.`;
  }
  return known?.status === 'unknown' && known.searched !== null ? `Already ${describeUnknown(known)}.` : '';
}

/** A text of the rubric with the day that it means. */
function nameDay(text: string, { asOf }: Report): string {
  return text.replaceAll('`as_of`', asOf);
}

function toQuestionItem(question: OpenQuestion, at: number, report: Report, isBrief: boolean): Item {
  const { title, effort, needs, kind, sources } = question;
  const asked = strong(question.question);
  const stake = `${title}: ${describePointsAtStake(question)}`;
  const base = { label: `${at + 1}.`, status: null, criterion: question.criterion };
  if (isBrief) return { ...base, text: [asked, ` ${stake}, ${effort}.`], below: [] };
  const known = describeKnown(question, report);
  const takes = `${kind === 'show' ? 'showing it' : 'finding out'} takes ${effort}`;
  return {
    ...base,
    text: [asked],
    below: [
      ...paragraph(
        `${stake}; ${takes}. ${describeOutcome(question, report) ?? 'On its own it does not move the verdict.'}`,
      ),
      ...(known === '' ? [] : paragraph(known)),
      ...paragraph(
        sources.length === 0
          ? `Look for: ${nameDay(needs, report)}`
          : `Evidence for the best answer: ${sources.map(toWords).join(', ')}.`,
      ),
    ],
  };
}

/** Everything that an answer could still change, what settles most first; of a settled verdict, that there is nothing. */
function toQuestionBlocks(report: Report): readonly Block[] {
  const { questions, basis, fit } = report;
  if (fit === null) return [];
  const asked = questions.filter(({ pointsBeforeGates }) => pointsBeforeGates > 0);
  const [low, high] = [formatPoints(fit.supported), formatPoints(fit.possible)];
  if (basis === 'settled') {
    const open = low === high ? '' : ` What is open moves the index between ${low} and ${high}, within the verdict.`;
    return paragraph(`No answer that is still open can change the verdict.${open}`);
  }
  const last = asked.findLastIndex((question) => describeOutcome(question, report) !== null);
  const full = Math.max(last + 1, LEAST_IN_FULL);
  const [first, others] = [asked.slice(0, full), asked.slice(full)];
  return [
    ...items(first.map((question, at) => toQuestionItem(question, at, report, false))),
    ...(others.length === 0 ? [] : paragraph('Also open; none of these moves the verdict on its own:')),
    ...items(others.map((question, at) => toQuestionItem(question, full + at, report, true))),
  ];
}

/** `From 2.58 to 1.2 USD per H100-hour or less: a 2.0x gain over Vast.ai at 2.4`, or what the rubric says of the level. */
export function describeStep({ means, ratio, figure }: PathStep): string {
  if (ratio === null) return means;
  if (figure === null) return `${means} At least ${formatMultiple(ratio)} against the best registered alternative.`;
  const { project, target, unit, better, against } = figure;
  const [isLower, theirs] = [better === 'lower', `${against.value}${against.unit === unit ? '' : ` ${against.unit}`}`];
  const bound = isLower ? 'or less' : 'or more';
  const beside = `a ${formatMultiple(ratio)} gain over ${against.name} at ${theirs}`;
  return `From ${project} to ${roundFigure(target, isLower)} ${unit} ${bound}: ${beside}.`;
}

const STEP_WORDS = {
  evidence: 'show what is claimed',
  raise: '',
  'find-out-and-raise': 'unknown today',
  source: 'give it a source',
  'find-out': 'find out, with a source',
} as const satisfies Record<PathStep['kind'], string>;

/** `level 0 to 1`, with what reaches it, how long that takes and the kinds of sources that support it. */
export function toStepText(step: PathStep, report: Report): Text {
  const { title, from, to, kind, effort, sources } = step;
  const levels = from === to ? `within level ${to}` : `level ${from} to ${to}`;
  const how = [STEP_WORDS[kind], effort].filter(Boolean).join('; ');
  const evidence = `Evidence: ${sources.map(toWords).join(', ')}.`;
  const reached = from === to || step.figure !== null ? '' : `Level ${to}: `;
  return [strong(title), `, ${levels} (${how}). ${reached}${nameDay(describeStep(step), report)} ${evidence}`];
}

/** `+3.2`, after gates; `+1 of 6` where a cap leaves only some of it. */
function describeGain({ points, pointsBeforeGates }: Lever): string {
  const gain = `+${formatPointsChange(points)}`;
  return points >= pointsBeforeGates ? gain : `${gain} of ${formatPointsChange(pointsBeforeGates)}`;
}

/** `best case 49 to 71`: what a lifted gate opens; empty where it opens nothing. */
function describeBestCase({ atBest }: Lever, { fit }: Report): string {
  const [now, then] = [formatPoints(fit?.possible ?? 0), formatPoints(atBest)];
  return now === then ? '' : `best case ${now} to ${then}`;
}

/** `+3.2, best case 49 to 71: Price, level 0 to 3`: a lever on one line. */
export function summariseLever(lever: Lever, report: Report): string {
  const steps = lever.steps.map(({ title, from, to }) => `${title}, level ${from} to ${to}`).join(' and ');
  const verdict = lever.verdict === report.verdict ? '' : `makes it ${toWords(lever.verdict)}`;
  return `${[describeGain(lever), verdict, describeBestCase(lever, report)].filter(Boolean).join(', ')}: ${steps}`;
}

function toLeverItem(lever: Lever, report: Report): Item {
  const lifted = lever.lifts.flatMap((id) => report.gates.find((gate) => gate.id === id) ?? []);
  const label = describeGain(lever);
  const [first] = lever.steps;
  if (lifted.length === 0 && first !== undefined)
    return { label, status: null, criterion: first.criterion, text: toStepText(first, report), below: [] };
  const named = lifted.map((gate) => `"${gate.title}", which ${describeCap(gate, report)}`).join(', and ');
  const opened = describeBestCase(lever, report);
  const together = `${opened === '' ? '' : `; ${opened}`}${lever.steps.length > 1 ? ', all of these together:' : ':'}`;
  return {
    label,
    status: null,
    text: [strong(`Clears the gate ${named}`), together],
    below: list(lever.steps.map((step) => toStepText(step, report))),
  };
}

/** What would have to change in the project. */
function toLeverBlocks(report: Report): readonly Block[] {
  if (report.fit === null) return [];
  const lifting = report.levers.filter(({ lifts }) => lifts.length > 0);
  const raising = report.levers.filter(({ lifts, pointsBeforeGates: gain }) => lifts.length === 0 && gain >= 1);
  const levers = [...lifting, ...raising.slice(0, MAX_RAISED)];
  if (levers.length === 0) return paragraph('Raising any one answer by one level adds less than a point.');
  const isHeld = levers.some((lever) => describeGain(lever).includes(' of '));
  const held = isHeld ? ' "+1 of 6" means that a cap withholds the other five until its gate is cleared.' : '';
  return [
    ...paragraph(`Points are added to what is shown, after gates.${held}`),
    ...items(levers.map((lever) => toLeverItem(lever, report))),
  ];
}

/** What to ask and what would have to change, as sections of a report. */
export function toAskSections(report: Report): readonly Block[] {
  return [
    ...section('ask', 'What to ask', toQuestionBlocks(report)),
    ...section('levers', 'What would have to change', toLeverBlocks(report)),
  ];
}

/** The sources that are named for opening at most. */
const MAX_OPENED = 3;

/** The sources on which most of what is shown rests and of which no quote was verified. */
function toOpenFirst({ dimensions }: Report): readonly Block[] {
  const points = new Map<string, { readonly source: SourceUse; readonly titles: string[]; worth: number }>();
  let shown = 0;
  for (const criterion of dimensions.flatMap(({ criteria }) => criteria)) {
    if (criterion.status !== 'answered') continue;
    const { sources, grade, share, levels, title } = criterion;
    const worth = share * levels.supported;
    shown += worth;
    for (const source of worth === 0 ? [] : sources) {
      if (source.grade !== grade || source.quotes.some(({ seen }) => seen === 'found')) continue;
      const held = points.get(source.id) ?? { source, titles: [], worth: 0 };
      held.worth += worth;
      held.titles.push(title);
      points.set(source.id, held);
    }
  }
  const first = [...points.values()].sort((a, b) => b.worth - a.worth || (a.source.id < b.source.id ? -1 : 1));
  return section(
    'open',
    'Sources to open first',
    items(
      first.slice(0, MAX_OPENED).map(({ source: { title, url, quotes }, titles, worth }) => ({
        text: [
          url === null ? strong(title) : { says: title, url },
          `: cited for ${formatPercent(worth / shown)} of what is shown (${titles.join(', ')}); ${quotes.length === 0 ? 'no quote' : 'quotes not verified'}`,
        ],
      })),
    ),
  );
}

/** The call sheet of a project: the questions as one numbered list, then what would have to change. */
export function toCallSheet(report: Report): Document {
  const { name, offer } = report.project;
  return {
    title: [strong(name)],
    subtitle: offer === null ? null : [offer],
    blocks: [
      ...paragraph(strong(`${report.verdictTitle}.`), ` ${report.sentence} As of ${report.asOf}.`),
      ...toAskSections(report),
      ...toOpenFirst(report),
    ],
  };
}
