import type { Problem } from '../../model/diagnostic.ts';

/** FNV-1a over 128 bits, http://www.isthe.com/chongo/tech/comp/fnv/. Tells texts apart; nothing secret hangs on it. */
const BASIS = 0x6c62272e07bb014262b821756295c58dn;
const PRIME = 0x1000000000000000000013bn;

function hashText(text: string): string {
  let hash = BASIS;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(128, (hash ^ BigInt(byte)) * PRIME);
  return hash.toString(16).padStart(32, '0');
}

/**
 * A fingerprint for each problem, in order: 32 hexadecimal digits, each once. It is of code, file and what is said, so it
 * stays where a line moves; equal problems are told apart by their number.
 */
export function fingerprintProblems(problems: readonly Problem[]): readonly string[] {
  const seen = new Map<string, number>();
  return problems.map(({ code, file, what }) => {
    const key = JSON.stringify([code, file, what]);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return hashText(before === 0 ? key : `${key} ${before}`);
  });
}
