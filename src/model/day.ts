/** A calendar day as `YYYY-MM-DD`; days compare as strings. */
export type Day = string;

const FORMS = /^(\d{4})-(?:(\d{2})(?:-(\d{2}))?|Q([1-4]))$/;

/**
 * The first day of a date written as a day (`2026-06-29`), a month (`2026-06`) or a quarter (`2026-Q2`); null when
 * the text is none of these or no such day exists.
 */
export function firstDay(text: string): Day | null {
  const match = FORMS.exec(text);
  if (match === null) return null;
  const [, year = '', month, day = '01', quarter] = match;
  const startMonth = month ?? String(Number(quarter) * 3 - 2).padStart(2, '0');
  const iso = `${year}-${startMonth}-${day}`;
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null;
}

/** The day `months` calendar months after `day`, held to the last day of the month that it falls in. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(index / 12), index % 12];
  const lastDate = new Date(Date.UTC(y, m + 1, 0)).getUTCDate();
  return [
    String(y).padStart(4, '0'),
    String(m + 1).padStart(2, '0'),
    String(Math.min(date, lastDate)).padStart(2, '0'),
  ].join('-');
}
