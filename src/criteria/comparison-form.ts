import { numberWithin } from '../model/schema/schema.ts';
import { type AnswerFields, ASK_SOURCES, type FormContext, type FormQuestion } from './criterion-kind.ts';
import { findCurrentFigure, listPricedAlternatives } from './rivals.ts';

/** Figures beyond these are slips of the pen, and their ratios would overflow what JSON can hold. */
export const MIN_FIGURE = 1e-12;
export const MAX_FIGURE = 1e15;

export const figureSchema = numberWithin(MIN_FIGURE, MAX_FIGURE);

/** The registered alternatives of the track, workload by workload, the best figure of each first. */
function listOnTrack({ criterion, rubric, track, asOf }: FormContext) {
  const priced = listPricedAlternatives(criterion.id, rubric)
    .filter((entry) => track === null || entry.track === track)
    .map((entry) => ({ entry, value: findCurrentFigure(entry, asOf).value }));
  const order = [...new Set(priced.map(({ entry }) => entry.workload))];
  return priced.sort(
    (a, b) =>
      order.indexOf(a.entry.workload) - order.indexOf(b.entry.workload) ||
      (a.entry.better === 'lower' ? a.value - b.value : b.value - a.value),
  );
}

const ANOTHER = 'another';

/** What is compared: a price where the lower figure is always better. */
const nameFigure = ({ criterion }: FormContext) => (criterion.better === 'lower' ? 'price' : 'figure');

/** The alternative comes first, since it settles unit, workload and direction. */
function askAlternative({ alternative, unit }: AnswerFields, context: FormContext): FormQuestion | null {
  const onTrack = listOnTrack(context);
  if (alternative === undefined) {
    const choices = onTrack.map(({ entry: { id, name, unit, workload, better }, value }) => ({
      id,
      label: `${name}: ${value} ${unit}`,
      fields: { alternative: id, unit, workload, better },
    }));
    const another = { id: ANOTHER, label: 'another one, which is not registered', fields: { alternative: {} } };
    return {
      kind: 'choice',
      question: `Which of these do buyers compare it with? (a registered ${nameFigure(context)})`,
      choices: [...choices, another],
    };
  }
  if (typeof alternative !== 'object' || alternative === null) return null;
  const own: AnswerFields = { ...alternative };
  if (own['name'] === undefined)
    return {
      kind: 'text',
      question: 'What is the alternative called?',
      example: 'Example Cloud',
      fieldsOf: (name) => ({ alternative: { ...own, name } }),
    };
  const units = [...new Map(onTrack.map(({ entry }) => [entry.unit, entry.better]))];
  const question = 'In which unit are the figures?';
  if (unit === undefined && units.length === 0)
    return {
      kind: 'text',
      question,
      example: 'USD per hour',
      fieldsOf: (text) => ({ unit: text }),
    };
  if (unit === undefined)
    return {
      kind: 'choice',
      question,
      choices: units.map(([unit, better]) => ({ id: unit, label: unit, fields: { unit, better } })),
    };
  if (own['value'] === undefined)
    return {
      kind: 'figure',
      question: `What does ${own['name']} have, in ${unit}?`,
      unit: String(unit),
      shape: figureSchema,
      fieldsOf: (value) => ({ alternative: { ...own, value } }),
    };
  return own['sources'] === undefined
    ? { kind: 'sources', question: 'Which document shows that figure?', key: 'alternative.sources' }
    : null;
}

/** Whether the offer is of the class of the alternative, which counts where a document shows it. */
function askClass(given: AnswerFields, { rubric }: FormContext): FormQuestion | null {
  const { alternative, service_class: stated, class_sources: shown } = given;
  const chosen = rubric.alternatives.find(({ id }) => id === alternative);
  const known = rubric.service_classes.find(({ id }) => id === chosen?.service_class);
  if (known === undefined || chosen === undefined) return null;
  if (stated === undefined)
    return {
      kind: 'choice',
      question: `${known.title}: ${known.means} Does this hold for the offer, too?`,
      choices: [
        { id: 'open', label: 'not stated; it is compared with every class', fields: { service_class: null } },
        { id: 'same', label: 'yes, and a document shows it', fields: { service_class: known.id } },
      ],
    };
  if (stated === null || shown !== undefined) return null;
  return {
    kind: 'sources',
    question: `Which document shows that (${known.title.toLowerCase()})?`,
    key: 'class_sources',
  };
}

/** The alternative before its unit, and both before the figure of the offer. */
export function askNextOfComparison(given: AnswerFields, context: FormContext): FormQuestion | null {
  const next = askAlternative(given, context) ?? askClass(given, context);
  if (next !== null) return next;
  const { project, unit, sources, better } = given;
  if (better === undefined && context.criterion.better === null)
    return {
      kind: 'choice',
      question: 'Which figure is better for the buyer?',
      choices: (['lower', 'higher'] as const).map((id) => ({ id, label: `the ${id} one`, fields: { better: id } })),
    };
  if (project !== undefined) return sources === undefined ? ASK_SOURCES : null;
  const usual = listOnTrack(context).find(({ entry }) => entry.unit === unit);
  return {
    kind: 'figure',
    ...(usual === undefined ? {} : { example: String(usual.value) }),
    question: `The project's own ${nameFigure(context)}, in ${unit}`,
    unit: String(unit),
    shape: figureSchema,
    fieldsOf: (figure) => ({ project: figure }),
  };
}
