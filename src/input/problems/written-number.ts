/** What a person writes behind a number for a power of ten. */
const POWERS: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 };

const WRITTEN =
  /^(?:[A-Z]{3} ?|US\$|[$€£] ?)?(?<digits>\d+(?:\.\d+)?|\d{1,3}(?:[,_' ]\d{3})+(?:\.\d+)?|\d+,\d{1,2}) ?(?:(?<power>k|mn?|bn?|[mb]illion)\b)? ?(?<rest>%|[A-Z]{3}\b)?(?<unit> ?(?:\/|per\b).*)?$/iu;

/** A number as a person writes it, such as `$250k`, `80%` or `1,200`; null for any other text. */
export interface WrittenNumber {
  readonly value: number;
  /** What it is a number of, such as `/hour` or `%`; empty where it does not say so. */
  readonly unit: string;
}

export function readWrittenNumber(text: string): WrittenNumber | null {
  const { digits = '', power = '', rest = '', unit = '' } = WRITTEN.exec(text.trim())?.groups ?? {};
  if (digits === '') return null;
  const plain = /^\d+,\d{1,2}$/.test(digits) ? digits.replace(',', '.') : digits.replace(/[,_' ]/g, '');
  const value = Number((Number(plain) * (POWERS[power.charAt(0).toLowerCase()] ?? 1)).toPrecision(15));
  return Number.isFinite(value) ? { value, unit: rest === '%' ? rest : unit.trim() } : null;
}
