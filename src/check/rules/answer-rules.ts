import { addDay, addDays } from '../../model/day.ts';
import type { Description } from '../../model/description.ts';
import { toPointer } from '../../model/pointer.ts';
import type { Rule } from './rule.ts';

/** Head keys that can be required besides criteria. */
export const REQUIRABLE_KEYS = ['offer', 'website', 'track'] as const;

/** The names that a description gives: the project's own, those of its customers, and the ids of its sources. */
function listNames({ name, answers, sources, placeOf }: Description) {
  const customers = Object.values(answers).flatMap((answer) =>
    answer.status === 'answered' && Array.isArray(answer.value) ? (answer.value as readonly unknown[]) : [],
  );
  const named = customers.map((item) => Reflect.get(Object(item), 'name')).filter((one) => typeof one === 'string');
  return [
    { name, at: placeOf('/name') },
    ...named.map((one) => ({ name: one, at: null })),
    ...sources.map(({ id }) => ({ name: id, at: placeOf(toPointer(['sources', id])) })),
  ];
}

/** Rules on the answers and the day of a description that only a check looks at. */
export const ANSWER_RULES: readonly Rule[] = [
  {
    id: 'answer/required',
    severity: 'error',
    scope: 'run',
    title: 'A required answer is missing',
    what: ({ on }) => `Required but missing: ${on}.`,
    why: 'This check requires an answer in every description; `unknown` does not count as one.',
    fix: 'Answer it, with a source.',
    find({ description, report, settings }) {
      const criteria = report.dimensions.flatMap((dimension) => dimension.criteria);
      return settings.required.flatMap((id) => {
        const key = REQUIRABLE_KEYS.find((entry) => entry === id);
        const criterion = criteria.find((entry) => entry.id === id);
        // Without a track the report has no criteria, and what is missing is missing all the same.
        const isUnknown =
          criterion === undefined ? description.answers[id]?.status !== 'answered' : criterion.status === 'unknown';
        const isMissing = key === undefined ? isUnknown : description[key] === null;
        if (!isMissing) return [];
        const at =
          criterion === undefined ? null : (criterion.at ?? description.placeOf(toPointer([criterion.dimension])));
        return [{ subject: id, at }];
      });
    },
  },
  {
    id: 'name/mixed-scripts',
    severity: 'error',
    scope: 'description',
    title: 'A word mixes letters of two alphabets',
    what: ({ subject }) => `${JSON.stringify(subject)} has letters of two alphabets in one word.`,
    why: 'Letters that look alike make two names out of one, and no reader can see it.',
    fix: 'Write the word in one alphabet.',
    find: ({ description, mixesScripts }) =>
      listNames(description)
        .filter(({ name }) => mixesScripts(name))
        .map(({ name, at }) => ({ subject: name, at })),
  },
  {
    // A day of grace: where the author lives it may be tomorrow already.
    id: 'as-of/after-today',
    severity: 'error',
    scope: 'run',
    title: 'The description is dated in the future',
    what: ({ subject, text }) => `The description is as of ${subject}, which is after ${text('today')}.`,
    why: 'Evidence and laws are judged as of that date, and neither can be known in advance.',
    fix: 'Set `as_of` to the date on which the answers were checked.',
    find({ description, report: { asOf }, today }) {
      if (today === null || asOf <= addDay(today)) return [];
      return [{ subject: asOf, detail: { today }, at: description.placeOf('/as_of') }];
    },
  },
  {
    id: 'as-of/too-old',
    severity: 'warn',
    scope: 'run',
    title: 'The description is out of date',
    what: ({ subject, text }) =>
      `The description is as of ${subject}, more than ${text('days')} days before ${text('today')}.`,
    why: 'Evidence is judged as of that date, so a date that is never moved hides that it has aged. Evidence that only ages does not fail a check against a baseline.',
    fix: 'Check every answer again and set `as_of` to that date.',
    find({ description, report: { asOf }, settings: { maxAgeDays }, today }) {
      if (today === null || addDays(asOf, maxAgeDays) >= today) return [];
      return [{ subject: asOf, detail: { days: maxAgeDays, today }, at: description.placeOf('/as_of') }];
    },
  },
];
