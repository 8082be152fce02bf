import type { ComparedAnswer, NamedDescription } from '../../../model/comparison.ts';

/** Points with their sign and one decimal, nearest: `+8.1`. */
export function signed(value: number): string {
  const text = Math.abs(value).toFixed(1);
  return `${value < 0 && text !== '0.0' ? '-' : '+'}${text}`;
}

/** A name, with the file where it is known. */
export function named({ name, file }: NamedDescription): string {
  return file === null ? name : `${name} (${file})`;
}

/** What one description says on a criterion. */
export function said({ status, said: text, levels }: ComparedAnswer): string {
  if (status === 'not-applicable' || levels === null) return 'not asked';
  return status === 'unknown' ? 'unknown' : `${text} (level ${levels.supported}, claimed ${levels.claimed})`;
}
