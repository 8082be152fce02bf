import * as fs from 'node:fs';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { loadShippedRubric } from '../load-shipped-rubric.ts';
import { ROOT } from '../run-built.ts';
import { Chance, collectSeeds, damage, TOKEN_WORDS } from './inputs.ts';
import { TARGETS } from './targets.ts';

// Gives damaged texts to the readers, the rules and the writers for some minutes, and says what broke: `npm run fuzz -- --minutes 10
// --seed 7 --only check`. The same seed gives the same texts in the same order.

/** Milliseconds of CPU that no text may take. */
const MOST = 2000;

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '2' }, seed: { type: 'string' }, only: { type: 'string' } },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const loaded = loadShippedRubric();
if (!loaded.ok) throw new Error('the shipped rubric has problems');
const rubric = loaded.value;
const seeds = collectSeeds();
const all = [...seeds.descriptions, ...seeds.memos];
const names = Object.keys(TARGETS).filter((name) => values.only === undefined || name === values.only);
const counts = new Map<string, number>();
const broken = new Map<string, number>();
const folder = path.join(ROOT, 'node_modules/.cache/demandfit/fuzz');
process.stdout.write(`seed ${seed}\n`);

/** A text for a target: a damaged sound one, or signs in any order. */
function makeText(name: string, chance: Chance): string {
  const pool =
    name === 'score' ? seeds.descriptions : ['check', 'read Markdown', 'read HTML'].includes(name) ? seeds.memos : all;
  if (chance.below(4) > 0) return damage(chance.pick(pool), all, chance);
  return Array.from({ length: chance.below(40) }, () => chance.pick(TOKEN_WORDS)).join('');
}

const end = performance.now() + Number(values.minutes) * 60_000;
for (let round = 0; performance.now() < end; round += 1) {
  const name = names[round % names.length] ?? '';
  const text = makeText(name, new Chance(seed * 1_000_003 + round));
  const before = process.cpuUsage();
  let fault: string | null = null;
  try {
    await TARGETS[name]?.(text, rubric);
    const { user } = process.cpuUsage(before);
    if (user > MOST * 1000) fault = `takes ${(user / 1e6).toFixed(1)} s`;
  } catch (error) {
    const lines = error instanceof Error ? (error.stack ?? error.message).split('\n') : [String(error)];
    fault = [lines[0], lines.find((line) => line.includes('/src/') && !line.includes('/fuzz/'))?.trim() ?? ''].join(
      ' ',
    );
  }
  counts.set(name, (counts.get(name) ?? 0) + 1);
  if (fault === null) continue;
  const kind = `${name}: ${fault.slice(0, 200)}`;
  broken.set(kind, (broken.get(kind) ?? 0) + 1);
  if (broken.get(kind) !== 1) continue;
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${seed}-${round}.txt`);
  fs.writeFileSync(file, text);
  process.stdout.write(`${kind}\n  ${file}\n`);
}
const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
process.stdout.write(`${total} texts: ${[...counts].map(([name, count]) => `${name} ${count}`).join(', ')}\n`);
for (const [kind, count] of broken) process.stdout.write(`${count} times ${kind}\n`);
process.exitCode = broken.size > 0 ? 1 : 0;
