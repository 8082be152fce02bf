/** Hexadecimal digits of a hash of a text, 64 of them. The host has it, as the core computes none. */
export type Digest = (text: string) => string;

export const FINGERPRINT_DIGITS = 32;

/** A fingerprint for each content, in order: 32 hexadecimal digits, each once. Equal contents are told apart by their number. */
export function computeFingerprints(contents: readonly string[], digest: Digest): readonly string[] {
  const seen = new Map<string, number>();
  return contents.map((content) => {
    const nth = seen.get(content) ?? 0;
    seen.set(content, nth + 1);
    return digest(nth === 0 ? content : `${content}#${nth}`).slice(0, FINGERPRINT_DIGITS);
  });
}
