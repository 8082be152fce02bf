import * as fs from 'node:fs';
import * as path from 'node:path';
import { SCHEMAS } from '../cli/schemas.ts';
import { renderReference } from './docs/render-reference.ts';
import { listHandWrittenPages, updateBlocks } from './docs/update-blocks.ts';
import { loadShippedRubric } from './load-shipped-rubric.ts';
import { measurePackageSize, updateStatedSize } from './package-size.ts';
import { arePicturesCurrent } from './pictures.ts';
import { ROOT } from './run-built.ts';

// Writes what is derived from the data and the program, or with --check reports what is out of date.

/** States the size of an install. */
const SIZE_PAGE = 'README.md';

function formatJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

async function generateFiles(): Promise<ReadonlyMap<string, string>> {
  const loaded = loadShippedRubric();
  if (!loaded.ok) throw new Error('the rubric set has problems; run `npm run build` to see them');
  const rubric = loaded.value;
  const files = new Map<string, string>([
    ...SCHEMAS.map(({ id, make }) => [`rubrics/generated/${id}.schema.json`, formatJson(make(rubric))] as const),
    ...[...renderReference(rubric)].map(([name, text]) => [`docs/reference/${name}`, text] as const),
  ]);
  for (const name of listHandWrittenPages()) {
    const updated = await updateBlocks(fs.readFileSync(path.join(ROOT, name), 'utf8'), rubric, name);
    files.set(name, name === SIZE_PAGE ? updateStatedSize(updated, measurePackageSize(ROOT)) : updated);
  }
  return files;
}

/** Pages of the reference whose entry is gone. */
function listLeftovers(files: ReadonlyMap<string, string>): readonly string[] {
  const folder = path.join(ROOT, 'docs/reference');
  const found = fs.existsSync(folder) ? fs.readdirSync(folder).map((name) => `docs/reference/${name}`) : [];
  return found.filter((name) => !files.has(name));
}

async function main(isCheck: boolean): Promise<void> {
  const files = await generateFiles();
  const leftovers = listLeftovers(files);
  const stale = [...files].filter(([name, text]) => {
    const file = path.join(ROOT, name);
    return !fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text;
  });
  if (isCheck) {
    for (const name of [...stale.map(([name]) => name), ...leftovers])
      process.stderr.write(`${name} is out of date. Run \`npm run generate\`.\n`);
    if (!arePicturesCurrent())
      process.stderr.write(
        'warning: examples/pictures is out of date. Run `npm run pictures` where there is a Chromium.\n',
      );
    process.exitCode = stale.length + leftovers.length === 0 ? 0 : 1;
    return;
  }
  fs.mkdirSync(path.join(ROOT, 'docs/reference'), { recursive: true });
  for (const [name, text] of stale) fs.writeFileSync(path.join(ROOT, name), text);
  for (const name of leftovers) fs.rmSync(path.join(ROOT, name));
}

await main(process.argv.includes('--check'));
