import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/analysis/sensitivity/verdict-frequencies.ts';
import { CHROMIUM } from '../../../src/build/pictures.ts';
import type { ComparisonJson, RankedProject } from '../../../src/model/comparison.ts';
import { HOSTILE_TEXTS, listHostileNames } from '../../report/hostile-report.ts';
import { ROOT } from '../../support/rubric.ts';
import { run } from '../../support/run.ts';
import { foundByAxe, openPage } from '../open-page.ts';

const VIEWS = 60;
const MANY = 500;
/** Of a filter or an order on a page of so many, in milliseconds: some ten times what an idle machine takes. */
const QUICK = 1500;
/** After so many milliseconds without a change the address has followed. */
const SETTLED = 400;
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-ranking-'));

/** A page of these arguments and the same comparison as data, both written by the program. */
function compared(name: string, ...args: readonly string[]) {
  const [page, data] = ['html', 'json'].map((format) => path.join(scratch, `${name}.${format}`));
  for (const file of [page, data]) {
    const format = path.extname(file ?? '').slice(1);
    const done = run(['compare', ...args, '--as-of', '2026-11-22', '--format', format, '--output', file ?? '']);
    if (done.code !== 0) throw new Error(done.stderr);
  }
  const { comparison } = JSON.parse(fs.readFileSync(data ?? '', 'utf8')) as ComparisonJson;
  return { url: pathToFileURL(page ?? '').href, comparison };
}

interface Control {
  readonly name: string;
  readonly type: string;
  readonly values: readonly string[];
}

const CONTROLS = `[...document.querySelectorAll('#view :is(select, input)')].map((node) => ({
  name: node.name, type: node.type,
  values: node.options === undefined ? [node.value] : [...node.options].map((option) => option.value),
}))`;

/** Puts controls as a reader would and tells that they were. */
function setting(pairs: readonly (readonly [string, string])[]): string {
  return `(() => {
    const form = document.getElementById('view');
    form.reset();
    for (const [name, value] of ${JSON.stringify(pairs)})
      for (const node of form.querySelectorAll('[name="' + name + '"]'))
        if (node.type === 'checkbox') node.checked = node.checked || node.value === value; else node.value = value;
    form.dispatchEvent(new Event('input', { bubbles: true }));
  })()`;
}

/** The projects that are seen, from top to bottom, by what a row says of itself. */
const SEEN = `[...document.querySelectorAll('#projects > tr')].filter((row) => row.checkVisibility())
  .map((row) => {
    const term = [...row.querySelectorAll('dt')].find((node) => node.textContent === 'File');
    return row.querySelector('.project .name').textContent + ' | ' + term.nextElementSibling.textContent;
  })`;

const saidOf = ({ name, file }: RankedProject) => `${name} | ${file}`;

/** What a filter on the data alone gives, in the order that was asked for. */
function wanted(ranked: readonly RankedProject[], pairs: readonly (readonly [string, string])[]): readonly string[] {
  const asked = (name: string) => pairs.flatMap(([key, value]) => (key === name && value !== '' ? [value] : []));
  const one = (name: string, ...values: readonly string[]) =>
    asked(name).length === 0 || asked(name).some((value) => values.includes(value));
  const kept = ranked.filter(
    (entry) =>
      one('verdict', entry.verdict) &&
      one('possible', entry.verdictAtPossible) &&
      one('track', entry.track, ...entry.between) &&
      one('certain', entry.certainty.certain && entry.verdict !== 'not-rateable' ? 'yes' : 'no') &&
      entry.gates.every(({ id, status, binds }) => one(`gate-${id}`, status, ...(binds ? ['binds'] : []))) &&
      asked('q').every((text) => `${entry.name} ${entry.offer}`.toLowerCase().includes(text)),
  );
  const [order = 'supported'] = asked('sort');
  const key = ({ index: { supported, claimed, possible } }: RankedProject) =>
    order === 'width' ? possible - supported : { supported, claimed, possible }[order as 'supported'];
  const sign = asked('reversed').length > 0 ? -1 : 1;
  const byName = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
  return [...kept]
    .sort((a, b) => sign * (order === 'name' ? byName.compare(a.name, b.name) : key(b) - key(a)))
    .map(saidOf);
}

describe.skipIf(CHROMIUM === null)('the page of a comparison in Chromium (left out where none is installed)', () => {
  let browser: Browser;
  const examples = compared('examples', 'examples');

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    fs.rmSync(scratch, { recursive: true, force: true });
  });

  const counted = (page: Page) => page.locator('#count').textContent();

  it('shows the rows that a filter on the data gives, in the order asked for, and again from its address', {
    timeout: 180_000,
  }, async () => {
    const { url, comparison } = examples;
    const { page, faults } = await openPage(browser, url);
    expect(await page.evaluate(SEEN)).toEqual(comparison.ranked.map(saidOf));
    const controls = (await page.evaluate(CONTROLS)) as readonly Control[];
    const random = createRandom(20261125);
    const texts = ['', 'gr', 'net', 'a', 'network', 'zzz'];
    const lengths = new Set<number>();
    for (let at = 0; at < VIEWS; at += 1) {
      const pairs = controls.flatMap(({ name, type, values }) => {
        const isOften = name === 'sort' || name === 'reversed';
        if (random.below(isOften ? 2 : 7) > 0) return [];
        const value = type === 'search' ? texts[random.below(texts.length)] : values[random.below(values.length)];
        return [[name, value ?? ''] as const];
      });
      await page.evaluate(setting(pairs));
      const rows = wanted(comparison.ranked, pairs);
      expect(await page.evaluate(SEEN), JSON.stringify(pairs)).toEqual(rows);
      lengths.add(rows.length);
      const all = comparison.ranked.length;
      expect(await counted(page)).toContain(
        rows.length === all ? `All ${all} projects` : `${rows.length} of ${all} projects`,
      );
      expect(await page.locator('#none').isVisible()).toBe(rows.length === 0);
      if (at % 10 > 0) continue;
      await page.waitForTimeout(SETTLED);
      const again = await openPage(browser, page.url());
      expect(await again.page.evaluate(SEEN), page.url()).toEqual(rows);
      expect(again.faults).toEqual([]);
      await again.page.close();
    }
    expect(lengths.size).toBeGreaterThan(5);
    await page.click('#view button[type=reset]');
    await page.waitForTimeout(SETTLED);
    expect(await page.evaluate(SEEN)).toEqual(comparison.ranked.map(saidOf));
    expect(page.url()).toBe(url);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('shows projects first: every row is painted, and under eight projects the filters are folded', {
    timeout: 60_000,
  }, async () => {
    const three = compared('three', 'examples/akash.yaml', 'examples/io-net.yaml', 'examples/grass.yaml');
    for (const [{ url }, isFolded] of [
      [three, true],
      [examples, false],
    ] as const) {
      const { page, faults } = await openPage(browser, url, { width: 390 });
      expect(await page.locator('#view').isVisible()).toBe(true);
      expect(await page.locator('#view [name=q]').isVisible()).toBe(!isFolded);
      expect(await page.locator('#view [name=verdict]').first().isVisible()).toBe(false);
      const unpainted = `[...document.querySelectorAll('#projects > tr')].filter((row) => getComputedStyle(row).contentVisibility !== 'visible').length`;
      expect(await page.evaluate(unpainted)).toBe(0);
      const first = `document.querySelector('#projects > tr').getBoundingClientRect().bottom`;
      expect(await page.evaluate(first)).toBeLessThan(844);
      await page.locator('#filters > summary').click();
      expect(await page.locator('#view [name=verdict]').first().isVisible()).toBe(true);
      expect(faults).toEqual([]);
      await page.close();
    }
    const { page } = await openPage(browser, `${three.url}#verdict=mismatch`);
    expect(await page.locator('#view [name=verdict]').first().isVisible()).toBe(true);
    await page.close();
  });

  it('hides references where that is asked, and follows an address that changes', { timeout: 60_000 }, async () => {
    const { page, faults } = await openPage(browser, `${examples.url}#hide=reference&nonsense=%00&sort=<b>&track=none`);
    expect(await page.evaluate(SEEN)).toHaveLength(examples.comparison.ranked.length);
    await page.locator('#projects summary').first().click();
    expect(await page.locator('.beside').first().isVisible()).toBe(false);
    expect(await page.locator('#unranked').isVisible()).toBe(false);
    await page.evaluate(`location.hash = 'verdict=conditional-fit'`);
    await page.locator('#unranked li:visible').first().waitFor();
    expect(await page.locator('.beside').first().isVisible()).toBe(true);
    const conditional = examples.comparison.ranked.filter(({ verdict }) => verdict === 'conditional-fit');
    expect(conditional.length).toBeGreaterThan(0);
    expect(await page.evaluate(SEEN)).toEqual(conditional.map(saidOf));
    expect(faults).toEqual([]);
    await page.close();
  });

  it('can be used with the keys alone', { timeout: 60_000 }, async () => {
    const { page, faults } = await openPage(browser, examples.url);
    await page.locator('#view [name=q]').focus();
    await page.keyboard.type('filecoin');
    expect(await counted(page)).toBe(`1 of ${examples.comparison.ranked.length} projects shown, by supported.`);
    await page.keyboard.press('Enter');
    await page.locator('#projects tr:visible summary').focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.beside:visible h3').textContent()).toBe('Filecoin compared with Amazon S3');
    await page.waitForTimeout(SETTLED);
    expect(page.url()).toContain('q=filecoin');
    expect(faults).toEqual([]);
    await page.close();
  });

  it.each([
    [360, 'light'],
    [360, 'dark'],
    [768, 'light'],
    [1280, 'light'],
    [1280, 'dark'],
    [1920, 'light'],
  ] as const)(
    'gives axe nothing to find at %i px, %s, and keeps to the width',
    {
      timeout: 120_000,
    },
    async (width, colorScheme) => {
      const { page, faults } = await openPage(browser, examples.url, { width, colorScheme });
      await page.evaluate(`for (const part of document.querySelectorAll('details')) part.open = true`);
      expect(await foundByAxe(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      expect(faults).toEqual([]);
      await page.close();
    },
  );

  it('is the whole list without JavaScript, and on paper whatever is filtered', { timeout: 60_000 }, async () => {
    const all = examples.comparison.ranked.length;
    const bare = await openPage(browser, examples.url, { javaScript: false });
    expect(await bare.page.locator('#projects > tr:visible').count()).toBe(all);
    expect(await bare.page.locator('#view').isVisible()).toBe(false);
    await bare.page.close();
    const { page, faults } = await openPage(browser, `${examples.url}#verdict=mismatch`);
    expect(await page.locator('#projects > tr:visible').count()).toBeLessThan(all);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#projects > tr:visible').count()).toBe(all);
    expect(await page.locator('#view').isVisible()).toBe(false);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('leaves hostile text as text', { timeout: 60_000 }, async () => {
    const attack = '</script><script>alert(1)</script><img src=x onerror=alert(2)>';
    const text = `${attack} ${HOSTILE_TEXTS.join(' ')}`.replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/gu, ' ');
    const names = listHostileNames(attack);
    const described = (name: string, at: number) => {
      const file = path.join(scratch, `hostile-${at}.yaml`);
      const track = at % 2 === 0 ? 'compute' : 'storage';
      const summary = 'A marketplace on a chain where teams rent GPUs by the hour to train AI models.';
      fs.writeFileSync(file, JSON.stringify({ name, offer: text, summary, as_of: '2026-06-29', track }));
      return file;
    };
    const { url } = compared('hostile', ...[...names, 'Tame'].map(described));
    const { page, faults } = await openPage(browser, url, { width: 360 });
    await page.evaluate(`for (const part of document.querySelectorAll('details')) part.open = true`);
    await page.evaluate(
      setting([
        ['q', '</script><script>alert(1)'],
        ['sort', 'name'],
      ]),
    );
    expect(await page.evaluate(SEEN)).toHaveLength(names.length + 1);
    const shown = await page.locator('.project .name').allTextContents();
    expect(shown.filter((name) => name.includes(attack))).toHaveLength(names.length);
    expect(shown.filter((name) => name.includes('\\u202egnp.exe'))).toHaveLength(1);
    const count = (selector: string) => page.locator(selector).count();
    expect([await count('script'), await count('img'), await count('[onerror]')]).toEqual([2, 0, 0]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(faults).toEqual([]);
    await page.close();
  });

  it(`filters and orders ${MANY} projects quickly`, { timeout: 180_000 }, async () => {
    const folder = path.join(scratch, 'many');
    fs.mkdirSync(folder);
    const sources = fs.readdirSync(path.join(ROOT, 'examples')).filter((name) => name.endsWith('.yaml'));
    for (let at = 0; at < MANY; at += 1) {
      const text = fs.readFileSync(path.join(ROOT, 'examples', sources[at % sources.length] ?? ''), 'utf8');
      const named = text
        .replace(/^name: (.*)$/m, `name: $1 ${at}`)
        .replace(/^( {2}\w+: \{ answer: )\w[\w-]*/gm, (line, start) =>
          (at * 31 + line.length) % 5 === 0 ? `${start}unknown` : line,
        );
      fs.writeFileSync(path.join(folder, `${at}.yaml`), named);
    }
    const { url, comparison } = compared('many', folder, 'examples/references');
    expect(comparison.ranked).toHaveLength(MANY);
    const { page, faults } = await openPage(browser, url);
    const timed = async (...pairs: readonly (readonly [string, string])[]) => {
      const took = (await page.evaluate(
        `(async () => { const from = performance.now(); ${setting(pairs)}; await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))); return performance.now() - from; })()`,
      )) as number;
      expect(took).toBeLessThan(QUICK);
      expect(await page.evaluate(SEEN)).toEqual(wanted(comparison.ranked, pairs));
    };
    await timed(['q', 'network']);
    await timed(['sort', 'name']);
    await timed(['sort', 'width'], ['track', 'compute']);
    await timed();
    expect(faults).toEqual([]);
    await page.close();
  });
});
