import type { Check, CheckedFile, Failure, SetAside, StaleEntry } from '../../model/check.ts';
import { points } from '../figures.ts';

/** `1 error`, `2 errors`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

function failureOf(failure: Failure): string {
  switch (failure.kind) {
    case 'errors':
      return counted(failure.count, 'error');
    case 'warnings':
      return `${counted(failure.count, 'warning')}, where at most ${failure.most} may be`;
    case 'unreadable':
      return `${counted(failure.count, 'file')} can't be read as a description`;
  }
}

/** How the check ended, in one line; made of figures and words of the program only. */
export function outcomeOf({ files, counts, failures }: Check): string {
  if (failures.length > 0) return `failed: ${failures.map(failureOf).join('; ')}`;
  const found = [
    ...(counts.error === 0 ? [] : [counted(counts.error, 'error')]),
    ...(counts.warn === 0 ? [] : [counted(counts.warn, 'warning')]),
  ];
  return `passed: ${[counted(files.length, 'description'), ...found].join(', ')}`;
}

/** What was found in all, in one sentence. */
export function countsOf({ counts, files }: Check): string {
  const found = `${counted(counts.error, 'error')} and ${counted(counts.warn, 'warning')} in ${counted(files.length, 'description')}`;
  const aside = setAsideOf(counts);
  return aside === null ? `${found}.` : `${found}; ${aside}.`;
}

/** How many do not count, and by what; null for none. */
export function setAsideOf({ comment, baseline }: Pick<Check['counts'], 'comment' | 'baseline'>): string | null {
  if (comment + baseline === 0) return null;
  const by = [
    ...(comment === 0 ? [] : [`${comment} by ${comment === 1 ? 'a comment' : 'comments'}`]),
    ...(baseline === 0 ? [] : [`${baseline} by the baseline`]),
  ];
  return `${counted(comment + baseline, 'finding')} set aside: ${by.join(', ')}`;
}

/** Why a finding does not count. The reason is the user's text. */
export function reasonOf(setAside: SetAside): string {
  if (setAside.by === 'baseline') return 'It was there when the baseline was written.';
  return `Until ${setAside.until}: ${setAside.reason}`;
}

/** An entry of the baseline that nothing matches. Its names are the user's text. */
export function staleText({ file, rule, subject }: StaleEntry): string {
  return `${file}: ${rule}${subject === '' ? '' : `, ${subject}`}`;
}

/** The findings of a file that count, by severity, and those that do not, by why. */
export function tallyOf({ findings }: CheckedFile): Check['counts'] {
  const tally = { error: 0, warn: 0, comment: 0, baseline: 0 };
  for (const { severity, setAside } of findings) tally[setAside?.by ?? severity] += 1;
  return tally;
}

/** The supported index in whole points; `none` where there is no fit. */
export function indexOf({ index }: CheckedFile): string {
  return index === null ? 'none' : points(index.supported);
}
