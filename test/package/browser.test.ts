import * as fs from 'node:fs';
import * as path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM } from '../../src/build/pictures.ts';
import { ROOT } from '../support/rubric.ts';
import { run } from '../support/run.ts';
import { documentedProgram, type Installed, installPackage, runIn } from './installed.ts';

const EXAMPLE = 'examples/x402.yaml';

const PROGRAM = `import { assess, builtInRubric, readDescription, renderHtml, renderJson, reportFile } from 'demandfit';
const fileOf = (text) => reportFile([assess(readDescription(text, builtInRubric, { name: '${EXAMPLE}' }).value, builtInRubric)], builtInRubric);
globalThis.jsonOf = (text) => renderJson(fileOf(text));
globalThis.pageOf = (text) => renderHtml(fileOf(text));
`;

describe.skipIf(CHROMIUM === null)('the package in a bundle for browsers, in Chromium', { timeout: 120_000 }, () => {
  let installed: Installed;
  let browser: Browser;

  beforeAll(async () => {
    installed = installPackage();
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    fs.rmSync(installed.folder, { recursive: true });
  });

  async function bundled(name: string, program: string): Promise<string> {
    const input = path.join(installed.folder, name);
    fs.writeFileSync(input, program);
    const warnings: string[] = [];
    const bundle = await rolldown({
      cwd: installed.folder,
      input,
      platform: 'browser',
      onLog: (_level, log) => void warnings.push(log.message),
    });
    const { output } = await bundle.generate({ format: 'iife', codeSplitting: false });
    expect(warnings).toEqual([]);
    expect(output.map(({ fileName }) => fileName)).toHaveLength(1);
    expect(output[0].imports).toEqual([]);
    return output[0].code;
  }

  async function open(code: string): Promise<{ page: Page; said: string[]; faults: string[] }> {
    const page = await browser.newPage();
    const said: string[] = [];
    const faults: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    // Web Crypto is for secure pages only, of which about:blank is none.
    await page.route('http://localhost/', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
    );
    await page.goto('http://localhost/');
    await page.addScriptTag({ content: code });
    return { page, said, faults };
  }

  it('gives the JSON of the command line, and a page that needs no program', async () => {
    const code = await bundled('program.mjs', PROGRAM);
    expect(code.match(/["'`]node:|\brequire\(|\bprocess\.(?:env|argv|platform|stdout)/)).toBeNull();
    const { page, faults } = await open(code);
    const text = JSON.stringify(fs.readFileSync(path.join(ROOT, EXAMPLE), 'utf8'));
    const given = (await page.evaluate(`jsonOf(${text})`)) as string;
    expect(given).toBe(run([EXAMPLE, '--format', 'json']).stdout);
    expect(await page.evaluate(`pageOf(${text})`)).toMatch(/^<!doctype html>/i);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('runs the program of the documentation as it does in Node', async () => {
    const program = documentedProgram();
    const { page, said, faults } = await open(await bundled('readme.mjs', program));
    const [, ...markdown] = runIn(installed.folder, ['readme.mjs']).split('\n');
    expect(faults).toEqual([]);
    expect(said).toHaveLength(2);
    expect(markdown.join('\n').trim()).toContain(said[1]?.trim());
    await page.close();
  });

  it('leaves the built-in rubric out where it is not used', async () => {
    const code = await bundled('assess.mjs', `import { assess } from 'demandfit'; globalThis.assess = assess;`);
    const own = fs.readdirSync(path.join(ROOT, 'dist')).filter((file) => /^(?:index|shared-.*)\.js$/.test(file));
    expect(code.length).toBeLessThan(
      own.reduce((sum, file) => sum + fs.statSync(path.join(ROOT, 'dist', file)).size, 0),
    );
  });
});
