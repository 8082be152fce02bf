/**
 * What a terminal or a CI runner would act on, and `JSON.stringify` leaves raw: C1 controls, characters that hide or
 * reorder text, and the mark of a runner's command.
 */
const ACTIVE = /[\u007f-\u009f\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]|#(?=#[a-z]*\[)/giu;

function escapeCharacter(character: string): string {
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

function stringifySafely(value: unknown, indent: number): string {
  return `${JSON.stringify(value, null, indent).replace(ACTIVE, escapeCharacter)}\n`;
}

/** A value as JSON with two spaces of indent and a newline at the end. Escapes leave every parsed text exact. */
export function toSafeJson(value: unknown): string {
  return stringifySafely(value, 2);
}

/** A value as JSON on one line, its end included; escapes as in `safeJson`. */
export function toSafeJsonLine(value: unknown): string {
  return stringifySafely(value, 0);
}

/** The text with U+FFFD for each lone surrogate, which the JSON readers of many languages refuse. */
export function replaceLoneSurrogates(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}
