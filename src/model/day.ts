/** A calendar day as `YYYY-MM-DD`; days compare as strings. */
export type Day = string;

const FORMS = /^(\d{4})-(?:(\d{2})(?:-(\d{2}))?|Q([1-4]))$/;

/**
 * The first day of a date written as a day (`2026-06-29`), a month (`2026-06`) or a quarter (`2026-Q2`); null when
 * the text is not one of these or no such day exists.
 */
export function parseFirstDay(text: string): Day | null {
  const match = FORMS.exec(text);
  if (match === null) return null;
  const [, year = '', month, day = '01', quarter] = match;
  const startMonth = month ?? String(Number(quarter) * 3 - 2).padStart(2, '0');
  const [m, d] = [Number(startMonth), Number(day)];
  return m >= 1 && m <= 12 && d >= 1 && d <= countDaysInMonth(Number(year), m) ? `${year}-${startMonth}-${day}` : null;
}

/** The last day of a date that is written as `parseFirstDay` takes it. */
export function parseLastDay(text: string): Day | null {
  const first = parseFirstDay(text);
  if (first === null || first === text) return first;
  const month = addMonths(first, text.includes('Q') ? 2 : 0);
  const [year, number] = month.split('-').map(Number);
  return `${month.slice(0, 8)}${countDaysInMonth(year ?? 0, number ?? 1)}`;
}

/** True for a whole day of the calendar, as `YYYY-MM-DD`. */
export function isDay(text: string): text is Day {
  return parseFirstDay(text) === text;
}

/** The number of a month, `01` to `12`, by its English name or the first three letters or more of it; null for any other word. */
function findMonth(word: string): string | null {
  const name = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });
  const names = Array.from({ length: 12 }, (_, month) => name.format(Date.UTC(2000, month)).toLowerCase());
  const index = word.length < 3 ? -1 : names.findIndex((full) => full.startsWith(word.toLowerCase()));
  return index === -1 ? null : String(index + 1).padStart(2, '0');
}

/** The dates, written as `parseFirstDay` takes them, that a text may mean: two for `03/04/2026`, and none for what is not a date. */
export function listMeantDates(text: string): readonly string[] {
  const written = text.trim();
  const join = (...parts: readonly (string | null | undefined)[]) =>
    parts.includes(null)
      ? ''
      : parts
          .filter((part) => part !== undefined)
          .map((part) => part?.padStart(2, '0'))
          .join('-');
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:T.*)?$/.exec(written) ?? [];
  const [, first, sign, second, later] = /^(\d{1,2})([-/.])(?:(\d{1,2})\2)?(\d{4})$/.exec(written) ?? [];
  const [, before, word = '', after, named] =
    /^(\d{1,2})?(?:st|nd|rd|th)?[ -]*([a-z]+)[.,]?[ -]*(?:(\d{1,2})(?:st|nd|rd|th)?[, ]+)?(\d{4})$/i.exec(written) ??
    [];
  const [, quarter, ofYear] = /^Q([1-4])[ /-]*(\d{4})$/i.exec(written) ?? [];
  const [, quarterYear, lastQuarter] = /^(\d{4})[ /-]*Q([1-4])$/i.exec(written) ?? [];
  const meant = [
    year === undefined ? '' : join(year, month, day),
    later === undefined ? '' : join(later, second ?? first, second === undefined ? undefined : first),
    later === undefined || second === undefined || sign === '.' ? '' : join(later, first, second),
    named === undefined ? '' : join(named, findMonth(word), before ?? after),
    quarter === undefined ? '' : `${ofYear}-Q${quarter}`,
    lastQuarter === undefined ? '' : `${quarterYear}-Q${lastQuarter}`,
  ];
  return [...new Set(meant)].filter((date) => parseFirstDay(date) !== null);
}

/** The number of days in a month, 1 to 12, of the Gregorian calendar. */
function countDaysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The day `months` calendar months after `day`, held to the last day of the month that it falls in. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
  const index = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(index / 12), index % 12];
  return [
    String(y).padStart(4, '0'),
    String(m + 1).padStart(2, '0'),
    String(Math.min(date, countDaysInMonth(y, m + 1))).padStart(2, '0'),
  ].join('-');
}

/** The day after `day`. */
export function addDay(day: Day): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return date < countDaysInMonth(year, month)
    ? `${day.slice(0, 8)}${String(date + 1).padStart(2, '0')}`
    : addMonths(`${day.slice(0, 8)}01`, 1);
}

const LAST_DAY: Day = '9999-12-31';

/** The day `days` after `day`, or the last one that can be written. */
export function addDays(day: Day, days: number): Day {
  let later = day;
  for (let count = 0; count < days && later < LAST_DAY; count += 1) later = addDay(later);
  return later;
}

/** The days on which a document of a date becomes known and gets older than `months`; none where it has no date. */
export function listChangeDays(date: string | null, months: number): readonly Day[] {
  const day = date === null ? null : parseFirstDay(date);
  return day === null ? [] : [day, addDay(addMonths(day, months))];
}
