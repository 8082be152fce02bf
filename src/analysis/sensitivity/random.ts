/** Whole numbers from a seed, the same on every machine. */
export interface Random {
  /** A number from 0 to under `count`, each as likely. `count` is whole, from 1 to 2^32. */
  below(count: number): number;
  /** A number from 0 to under 1, in steps of 2^-32. */
  share(): number;
}

const RANGE = 2 ** 32;

/** Chris Doty-Humphrey's sfc32 (https://pracrand.sourceforge.net), in 32-bit integers only. */
export function createRandom(seed: number): Random {
  let [a, b, c, counter] = [seed >>> 0, Math.floor(seed / RANGE) >>> 0, 0, 1];
  const next = () => {
    const result = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + result) | 0;
    return result >>> 0;
  };
  // Seeds that are alike give streams that are not, after a few rounds.
  for (let round = 0; round < 12; round += 1) next();
  return {
    share: () => next() / RANGE,
    below(count) {
      const fair = RANGE - (RANGE % count);
      for (;;) {
        const value = next();
        if (value < fair) return value % count;
      }
    },
  };
}
