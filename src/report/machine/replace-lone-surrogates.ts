/** The text with U+FFFD for each lone surrogate, which the JSON readers of many languages refuse. */
export function replaceLoneSurrogates(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}
