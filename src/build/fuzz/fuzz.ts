import * as fs from 'node:fs';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { loadShippedRubric } from '../load-shipped-rubric.ts';
import { ROOT } from '../run-built.ts';
import { Chance, collectSeeds, damage, TOKEN_WORDS } from './inputs.ts';
import { TARGETS } from './targets.ts';

// Gives damaged texts to the readers, the rules and the writers for some minutes, and says what broke: `npm run fuzz -- --minutes 10
// --seed 7 --only check,write`. Each target gets the same time, and the same seed gives it the same texts in the same order.

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
const names = Object.keys(TARGETS).filter((name) => values.only?.split(',').includes(name) ?? true);
const counts = new Map<string, number>();
const spent = new Map<string, number>(names.map((name) => [name, 0]));
const broken = new Map<string, number>();
const folder = path.join(ROOT, 'node_modules/.cache/demandfit/fuzz');
process.stdout.write(`seed ${seed}\n`);

/** What each target is given, damaged. */
const POOLS: Readonly<Record<string, keyof typeof seeds>> = {
  score: 'descriptions',
  check: 'memos',
  'read Markdown': 'memos',
  'read HTML': 'memos',
  write: 'words',
  rubric: 'rubric',
  reply: 'replies',
  baseline: 'baselines',
  lock: 'locks',
};

/** A text for a target: a damaged sound one, or signs in any order. */
function makeText(name: string, chance: Chance): string {
  const pool = seeds[POOLS[name] ?? 'any'];
  if (chance.below(4) > 0) return damage(chance.pick(pool), seeds.any, chance);
  return Array.from({ length: chance.below(40) }, () => chance.pick(TOKEN_WORDS)).join('');
}

const end = performance.now() + Number(values.minutes) * 60_000;
while (performance.now() < end) {
  const name = names.reduce((least, one) => ((spent.get(one) ?? 0) < (spent.get(least) ?? 0) ? one : least));
  const number = counts.get(name) ?? 0;
  const text = makeText(name, new Chance(seed * 1_000_003 + Object.keys(TARGETS).indexOf(name) * 7_368_787 + number));
  const began = performance.now();
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
  counts.set(name, number + 1);
  spent.set(name, (spent.get(name) ?? 0) + performance.now() - began);
  if (fault === null) continue;
  const kind = `${name}: ${fault.slice(0, 200)}`;
  broken.set(kind, (broken.get(kind) ?? 0) + 1);
  if (broken.get(kind) !== 1) continue;
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${seed}-${name.replace(' ', '-')}-${number}.txt`);
  fs.writeFileSync(file, text);
  process.stdout.write(`${kind}\n  ${file}\n`);
}
const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
process.stdout.write(`${total} texts: ${[...counts].map(([name, count]) => `${name} ${count}`).join(', ')}\n`);
for (const [kind, count] of broken) process.stdout.write(`${count} times ${kind}\n`);
process.exitCode = broken.size > 0 ? 1 : 0;
