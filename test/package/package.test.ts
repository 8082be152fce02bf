import * as fs from 'node:fs';
import { builtinModules } from 'node:module';
import * as path from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectLicences } from '../../src/build/licences.ts';
import { measurePackageSize, updateStatedSize } from '../../src/build/package-size.ts';
import { ROOT } from '../support/rubric.ts';
import { run } from '../support/run.ts';
import { documentedProgram, type Installed, installPackage, runIn } from './installed.ts';

const EXAMPLE = 'examples/x402.yaml';

const JSON_OF_EXAMPLE = `
const read = readDescription(fs.readFileSync(${JSON.stringify(path.join(ROOT, EXAMPLE))}, 'utf8'), builtInRubric, { name: '${EXAMPLE}' });
process.stdout.write(renderJson(reportFile([assess(read.value, builtInRubric)], builtInRubric)));`;

const NAMES = 'assess, builtInRubric, readDescription, renderJson, reportFile';

const TYPED = `import { type AssessOptions, assess, builtInRubric, classify, type CriterionReport, type Description, explainVerdict, type Outcome, readDescription, readRubric, type Report, renderHtml, renderJson, renderMarkdown, renderText, reportFile } from 'demandfit';

const read: Outcome<Description> = readDescription('name: x', builtInRubric, { name: 'x.md', format: 'memo' });
const options: AssessOptions = { track: 'compute', asOf: '2026-06-29', weights: { technical_edge: 100 } };
export const lines: readonly number[] = read.ok ? [] : read.problems.map(({ at }) => at?.line ?? 0);
export const reports: readonly Report[] = read.ok ? [assess(read.value, builtInRubric, options)] : [];
export const supported: readonly number[] = reports.flatMap(({ fit }) => (fit === null ? [] : [fit.supported]));
export const criteria: readonly CriterionReport[] = reports.flatMap(({ dimensions }) => dimensions.flatMap(({ criteria }) => criteria));
export const explained = read.ok ? explainVerdict(read.value, builtInRubric, { draws: 100, seed: 7 }) : null;
export const track: string | null = classify('GPU rental', builtInRubric.classifier).track;
export const custom = readRubric({ 'rubric.yaml': '' });
const file = reportFile(reports, builtInRubric, { problems: read.ok ? [] : read.problems });
export const texts: readonly string[] = [renderText(file, { width: 100 }), renderMarkdown(file), renderJson(file)];
export const page: Promise<string> = renderHtml(file);
// @ts-expect-error a report is never changed
if (reports[0] !== undefined) reports[0].scope = '';
// @ts-expect-error a track is an id
assess({} as Description, builtInRubric, { track: 1 });
`;

describe('the package, packed and installed', { timeout: 120_000 }, () => {
  let installed: Installed;

  beforeAll(() => {
    installed = installPackage();
  }, 120_000);

  afterAll(() => fs.rmSync(installed.folder, { recursive: true }));

  function write(name: string, text: string): string {
    const file = path.join(installed.folder, name);
    fs.writeFileSync(file, text);
    return file;
  }

  it('brings nothing else', () => {
    const found = fs.readdirSync(path.join(installed.folder, 'node_modules')).filter((name) => !name.startsWith('.'));
    expect(found).toEqual(['demandfit']);
    expect(measurePackageSize(ROOT).dependencies).toBe(0);
  });

  it('names every package that is built in with its licence, one inside another too', () => {
    const licences = fs.readFileSync(path.join(ROOT, 'dist/THIRD-PARTY.txt'), 'utf8');
    const told = licences.split('\n').map((line) => /^(\S+) \d+\.\d+\.\d+\S* \([^)]+\)$/.exec(line)?.[1]);
    expect(licences.length).toBeLessThan(60_000);
    const known = ['@clack/prompts', 'chokidar', 'commander', 'js-yaml', 'tldts', 'yaml', 'zod'];
    expect(told).toEqual(expect.arrayContaining(known));
    const inner = path.join(ROOT, 'node_modules/mocha-junit-reporter/node_modules/strip-ansi/index.js');
    expect(collectLicences([inner, path.join(ROOT, 'src/api/index.ts')])).toMatch(
      /\n\nstrip-ansi 6\.\d+\.\d+ \(MIT\)\n {2}Copyright \(c\) .+\n\nMIT License\n\nPermission/,
    );
    expect(() => collectLicences([path.join(installed.folder, 'node_modules/@none/such/index.js')])).toThrow();
  });

  it('is as large as the README says', () => {
    const readme = fs.readFileSync(path.join(ROOT, 'README.md'), 'utf8');
    expect(updateStatedSize(readme, measurePackageSize(ROOT))).toBe(readme);
    expect(updateStatedSize(readme, { kilobytes: 9949, dependencies: 2 })).toContain(
      'about 9,900 KB of files and brings 2 ',
    );
  });

  it('gives publint nothing to say', async () => {
    const { messages, pkg } = await publint({
      pack: { tarball: fs.readFileSync(installed.tarball).buffer },
      strict: true,
    });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it('gives attw nothing to say', () => {
    const attw = path.join(ROOT, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    expect(runIn(ROOT, [attw, installed.tarball, '--profile', 'node16', '--no-emoji', '--no-color'])).toMatch(
      /OK \(CJS\)[\s\S]*OK \(ESM\)|OK \(ESM\)[\s\S]*OK \(CJS\)/,
    );
  });

  it.each([
    ['nodenext', 'nodenext'],
    ['node16', 'node16'],
    ['esnext', 'bundler'],
  ])('has types for module %s, resolved as %s', (module, resolution) => {
    // A program of either kind, whose format the ending gives.
    for (const ending of ['ts', 'mts', 'cts']) write(`typed.${ending}`, TYPED);
    const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
    const strict = ['--strict', '--exactOptionalPropertyTypes', '--noEmit', '--types', '', '--lib', 'es2023'];
    const args = [tsc, ...strict, '--module', module, '--moduleResolution', resolution];
    expect(runIn(installed.folder, [...args, 'typed.ts', 'typed.mts', 'typed.cts'])).toBe('');
  });

  it('gives the JSON of the command line, by import and by require', () => {
    const said = run([EXAMPLE, '--format', 'json']).stdout;
    const imported = write(
      'in.mjs',
      `import fs from 'node:fs'; import { ${NAMES} } from 'demandfit'; ${JSON_OF_EXAMPLE}`,
    );
    const required = write(
      'in.cjs',
      `const fs = require('node:fs'); const { ${NAMES} } = require('demandfit'); ${JSON_OF_EXAMPLE}`,
    );
    expect(runIn(installed.folder, [imported])).toBe(said);
    expect(runIn(installed.folder, [required])).toBe(said);
  });

  it('refuses draws and a seed that no run can have', () => {
    const lines = [
      `import fs from 'node:fs'; import { ${NAMES}, explainVerdict } from 'demandfit';`,
      `const { value } = readDescription(fs.readFileSync(${JSON.stringify(path.join(ROOT, EXAMPLE))}, 'utf8'), builtInRubric);`,
      'for (const options of [{ draws: 0 }, { draws: NaN }, { draws: Infinity }, { draws: 1e6 + 1 }, { seed: -1 }, { seed: 1.5 }])',
      '  try { explainVerdict(value, builtInRubric, options); } catch (error) { console.log(error.name); }',
    ];
    const wrong =
      "try { readDescription('', builtInRubric, { format: 'toml' }); } catch (error) { console.log(error.name); }";
    const said = runIn(installed.folder, [write('wrong.mjs', [...lines, wrong].join('\n'))]);
    expect(said).toBe('RangeError\n'.repeat(7));
  });

  it('runs the program of the documentation as it is printed', () => {
    const [first = '', ...markdown] = runIn(installed.folder, [write('readme.mjs', documentedProgram())]).split('\n');
    const described = /const text = `([\s\S]*?)`;/.exec(documentedProgram())?.[1] ?? '';
    write('example.yaml', described);
    const { stdout, stderr } = run(['example.yaml', '--format', 'json'], { cwd: installed.folder });
    expect(stderr).toBe('');
    const [report] = (JSON.parse(stdout) as { reports: readonly { verdictTitle: string }[] }).reports;
    expect(first).toMatch(new RegExp(`^${report?.verdictTitle} \\d`));
    expect(markdown.join('\n')).toContain(
      run(['example.yaml', '--format', 'markdown'], { cwd: installed.folder }).stdout,
    );
  });

  it('does every command without anything beside it but the optional reader of PDFs', () => {
    const cli = path.join(installed.folder, 'node_modules/demandfit/dist/cli.cjs');
    const shipped = path.join(installed.folder, 'node_modules/demandfit/examples');
    const said = runIn(installed.folder, [cli, path.join(shipped, 'x402.yaml'), '--quiet']);
    expect(said).toMatch(/^(?:not-rateable|[a-z-]+,(?:settled|so-far)) \d+ x402\n$/);
    const texts = fs.readdirSync(path.dirname(cli)).filter((name) => name.endsWith('.cjs'));
    const wanted = texts.flatMap((name) => {
      const text = fs.readFileSync(path.join(path.dirname(cli), name), 'utf8');
      return [...text.matchAll(/\b(?:require|import)\(([`'"])([^`'"]+)\1\)/g)].map((match) => match[2] ?? '');
    });
    expect(wanted.filter((name) => !/^(?:node:|\.\/)/.test(name) && !builtinModules.includes(name))).toEqual(['unpdf']);
  });
});
