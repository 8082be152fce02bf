import * as fs from 'node:fs';
import * as path from 'node:path';
import { SCHEMAS } from '../cli/schemas.ts';
import { loadShippedRubric } from './load-shipped-rubric.ts';
import { measurePackageSize, updateStatedSize } from './package-size.ts';
import { arePicturesCurrent } from './pictures.ts';
import { updateReadme } from './readme.ts';
import { renderReference } from './reference.ts';
import { ROOT } from './run-built.ts';

// Writes what is derived from the data and the program, or with --check reports what is out of date.

function formatJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function generateFiles(): ReadonlyMap<string, string> {
  const loaded = loadShippedRubric();
  if (!loaded.ok) throw new Error('the rubric set has problems; run `npm run build` to see them');
  const read = (name: string) => fs.readFileSync(path.join(ROOT, name), 'utf8');
  return new Map([
    ...SCHEMAS.map(({ id, make }) => [`rubrics/generated/${id}.schema.json`, formatJson(make(loaded.value))] as const),
    ['rubrics/generated/REFERENCE.md', renderReference(loaded.value)],
    ['docs/report.md', updateReadme(read('docs/report.md'), loaded.value)],
    ['README.md', updateStatedSize(updateReadme(read('README.md'), loaded.value), measurePackageSize(ROOT))],
  ]);
}

function main(isCheck: boolean): void {
  const stale = [...generateFiles()].filter(([name, text]) => {
    const file = path.join(ROOT, name);
    return !fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text;
  });
  if (isCheck) {
    for (const [name] of stale) process.stderr.write(`${name} is out of date. Run \`npm run generate\`.\n`);
    if (!arePicturesCurrent())
      process.stderr.write(
        'warning: examples/pictures is out of date. Run `npm run pictures` where there is a Chromium.\n',
      );
    process.exitCode = stale.length === 0 ? 0 : 1;
    return;
  }
  for (const [name, text] of stale) fs.writeFileSync(path.join(ROOT, name), text);
}

main(process.argv.includes('--check'));
