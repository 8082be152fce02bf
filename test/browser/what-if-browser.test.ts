import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../src/analysis/sensitivity/verdict-frequencies.ts';
import { assess } from '../../src/assess.ts';
import { CHROMIUM } from '../../src/build/pictures.ts';
import { readDescription } from '../../src/input/description/read-description.ts';
import { validateDescription } from '../../src/input/description/validate-description.ts';
import type { Report } from '../../src/model/report.ts';
import { formatPoints } from '../../src/report/wording/figures.ts';
import { describeBreakEven, describeGateStatus } from '../../src/report/wording/gate-sentences.ts';
import { HOSTILE_TEXTS, listHostileNames } from '../report/hostile-report.ts';
import { ROOT, shippedRubric } from '../support/rubric.ts';
import { run } from '../support/run.ts';
import { foundByAxe, openPage } from './open-page.ts';

const EDITS = 50;
const rubric = shippedRubric();
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-page-'));

/** A page of these arguments, written by the program. */
function pageOf(name: string, ...args: readonly string[]): string {
  const file = path.join(scratch, `${name}.html`);
  const done = run(['score', ...args, '--format', 'html', '--output', file]);
  if (done.code !== 0) throw new Error(done.stderr);
  return pathToFileURL(file).href;
}

/** What the page tells of its result. */
interface Shown {
  readonly band: string;
  readonly index: readonly string[];
  readonly gates: readonly string[];
  readonly breakEven: string;
}

const SHOWN = `(() => {
  const texts = (selector) => [...document.querySelectorAll(selector)].map((node) => node.textContent);
  return {
    band: texts('#verdict .band').join(),
    index: texts('#verdict .values dd'),
    gates: texts('#gates .gates > li > div > p'),
    breakEven: texts('#break-even tbody tr:first-child td:last-child').join(),
  };
})()`;

function expected({ fit, verdictTitle, gates, breakEven }: Report): Shown {
  const index = fit === null ? [] : [fit.supported, fit.claimed, fit.possible].map(formatPoints);
  return {
    band: verdictTitle,
    index,
    gates: gates.map((gate) => `${gate.title}: ${describeGateStatus(gate)}`),
    breakEven: breakEven.status === 'compared' ? describeBreakEven(breakEven) : '',
  };
}

/** The options of the command that the page names. */
function optionsIn(command: string) {
  const asOf = /--as-of (\S+)/.exec(command)?.[1];
  const list = /--weights (\S+)/.exec(command)?.[1];
  const pairs = list?.split(',').map((pair) => pair.split('='));
  return { asOf, weights: pairs && Object.fromEntries(pairs.map(([id = '', weight]) => [id, Number(weight)])) };
}

function assessed(yaml: string, command: string): Report {
  const read = readDescription({ name: 'changed.yaml', content: yaml });
  const description = read.ok ? validateDescription(read.value, rubric, 'changed.yaml') : read;
  if (!description.ok) throw new Error(description.problems.map(({ what }) => what).join('; '));
  return assess(description.value, rubric, optionsIn(command));
}

const CONTROLS = `[...document.querySelectorAll('#what-if-place :is(select, input:not([type=radio]), [role=radiogroup])')].map((node) => ({
  id: node.id, type: node.type, min: node.min, max: node.max, value: node.value,
  options: [...(node.options ?? node.querySelectorAll('input'))].map((option) => option.value),
}))`;

interface Control {
  readonly id: string;
  readonly type: string;
  readonly value: string;
  readonly options: readonly string[];
}

/** Sets a control as a reader would, its events included. */
function setting(id: string, value: string): string {
  return `(() => {
    const node = document.getElementById(${JSON.stringify(id)});
    if (node.role === 'radiogroup') return [...node.querySelectorAll('input')].find(({ value }) => value === ${JSON.stringify(value)}).click();
    node.value = ${JSON.stringify(value)};
    for (const name of ['input', 'change']) node.dispatchEvent(new Event(name, { bubbles: true }));
  })()`;
}

const COPIED = `({ yaml: document.getElementById('what-if-yaml').value, command: document.querySelector('.copy code').textContent })`;

describe.skipIf(CHROMIUM === null)(
  'the page in Chromium (left out where none is installed: apt-get install chromium)',
  () => {
    let browser: Browser;
    const x402 = () => pageOf('x402', 'examples/x402.yaml');

    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] });
    }, 60_000);

    afterAll(async () => {
      await browser?.close();
      fs.rmSync(scratch, { recursive: true, force: true });
    });

    const open = (url: string, width = 1280, colorScheme: 'light' | 'dark' = 'light') =>
      openPage(browser, url, { width, colorScheme });

    it('shows the numbers of assess after each of 50 edits, and as they were after a reset', {
      timeout: 180_000,
    }, async () => {
      const { page, faults } = await open(x402());
      const random = createRandom(20261125);
      const before = (await page.evaluate(SHOWN)) as Shown;
      const seen = new Set<string>();
      for (let edit = 0; edit < EDITS; edit += 1) {
        const controls = (await page.evaluate(CONTROLS)) as readonly Control[];
        const control = controls[random.below(controls.length)];
        if (control === undefined) continue;
        const value =
          control.type === 'date'
            ? `20${20 + random.below(12)}-0${1 + random.below(9)}-15`
            : control.type === 'range'
              ? String(random.below(101))
              : control.type === 'number'
                ? String(Number(control.value) * (random.below(400) + 1) * 0.01)
                : (control.options[random.below(control.options.length)] ?? '');
        await page.evaluate(setting(control.id, value));
        const { yaml, command } = (await page.evaluate(COPIED)) as { yaml: string; command: string };
        const shown = await page.evaluate(SHOWN);
        expect(shown, `after ${control.id} = ${value}`).toEqual(expected(assessed(yaml, command)));
        seen.add(`${yaml}${command}`);
      }
      // Some edits choose what is chosen already.
      expect(seen.size).toBeGreaterThan(EDITS / 2);
      expect(await page.evaluate(`document.querySelector('.result .label').hidden`)).toBe(false);
      expect(await page.locator('#verdict .mark').count()).toBe(1);

      const { yaml, command } = (await page.evaluate(COPIED)) as { yaml: string; command: string };
      const changed = path.join(scratch, 'changed.yaml');
      fs.writeFileSync(changed, yaml);
      const args = command
        .split(' ')
        .slice(1)
        .map((word) => (word === 'changed.yaml' ? changed : word));
      const { reports } = JSON.parse(run([...args, '--format', 'json']).stdout) as { reports: readonly Report[] };
      expect(reports.map(expected)).toEqual([await page.evaluate(SHOWN)]);

      await page.click('#what-if-reset');
      expect(await page.evaluate(SHOWN)).toEqual(before);
      expect(((await page.evaluate(COPIED)) as { yaml: string }).yaml).toBe(
        fs.readFileSync(path.join(ROOT, 'examples/x402.yaml'), 'utf8').replace(/\r/g, ''),
      );
      expect(await page.evaluate(`document.querySelector('.result .label').hidden`)).toBe(true);
      expect(faults).toEqual([]);
      await page.close();
    });

    it.each([
      [1280, 800],
      [390, 844],
    ])(
      'answers in the first view of %i by %i px, and a click leads to the first question',
      {
        timeout: 120_000,
      },
      async (width, height) => {
        const bare = path.join(scratch, 'bare.yaml');
        const summary = 'A decentralised GPU cloud where AI teams rent H100 machines by the hour and pay in a token.';
        fs.writeFileSync(bare, JSON.stringify({ name: 'Bare', summary, as_of: '2026-11-22', track: 'compute' }));
        for (const file of ['examples/x402.yaml', 'examples/akash.yaml', 'examples/grass.yaml', bare]) {
          const { page, faults } = await open(pageOf('first', file), width);
          await page.setViewportSize({ width, height });
          const bottoms = (await page.evaluate(
            `[...document.querySelectorAll('div.verdict .band, div.verdict, .values, #why, #first, #next')].map((part) => part.getBoundingClientRect().bottom)`,
          )) as readonly number[];
          // Where nothing is answered, nothing weighs most and no date changes the verdict.
          expect(bottoms.length, file).toBe(file === bare ? 4 : 6);
          expect(Math.max(...bottoms), file).toBeLessThanOrEqual(height);
          expect(await page.locator('#verdict .values dt span').allTextContents()).toEqual([
            'what the cited evidence supports',
            'what the description says',
            'if everything open turns out well',
          ]);
          await page.click('div.verdict > .try');
          const focus = `document.activeElement.closest('#what-if-place details[open]') !== null`;
          expect(await page.evaluate(focus), file).toBe(true);
          const top = Number(await page.evaluate('document.activeElement.getBoundingClientRect().top'));
          expect(top > 0 && top < height, file).toBe(true);
          const criteria = await page.locator('details.criterion').count();
          const closed = await page.locator('details.criterion .aside:text("not applicable")').count();
          expect(await page.locator('.editable > .try').count(), file).toBe(criteria - closed);
          expect(faults).toEqual([]);
          await page.close();
        }
      },
    );

    it('says what caps a change, and restores the first view after a reset', { timeout: 60_000 }, async () => {
      const { page } = await open(x402());
      const next = await page.locator('#next').textContent();
      await page.evaluate(setting('what-if-integration-answer', 'drop-in'));
      await page.evaluate(setting('what-if-integration-evidence', 'none'));
      expect(await page.locator('fieldset:has(#what-if-integration-answer) .told').textContent()).toMatch(
        /evidence: none, which supports level 0 at most: add a third-party source to show 4\./,
      );
      expect(await page.locator('#next').count()).toBe(0);
      expect(await page.locator('div.verdict > .try').count()).toBe(1);
      await page.click('#what-if-reset');
      expect(await page.locator('#next').textContent()).toBe(next);
      await page.close();
    });

    it('can be used with the keys alone, and says the changed verdict', { timeout: 60_000 }, async () => {
      const { page, faults } = await open(x402());
      const group = page.locator('details.group > summary').first();
      await group.focus();
      await page.keyboard.press('Enter');
      await page.locator('#what-if-proof-answer input:checked').focus();
      for (const value of ['own-benchmark', 'own-claim', 'refuted', 'unknown']) {
        if ((await page.locator('#what-if-proof-answer input:checked').inputValue()) === 'unknown') break;
        await page.keyboard.press('ArrowUp');
        expect(await page.evaluate('document.activeElement.id'), value).toMatch(/^what-if-proof-answer-/);
      }
      expect(await page.evaluate('document.activeElement.id')).toBe('what-if-proof-answer-unknown');
      expect(await page.locator('.result .status').textContent()).toMatch(
        /fit, (?:settled|so far) \(as written.*\): supported \d+ → \d+, claimed \d+ → \d+, possible \d+ → \d+/i,
      );
      await page.locator('#what-if-reset').focus();
      await page.keyboard.press('Enter');
      expect(await page.locator('.result .status').textContent()).toBe('Back to the description as written.');
      expect(await page.evaluate(`document.activeElement.tagName`)).toBe('SUMMARY');
      expect(faults).toEqual([]);
      await page.close();
    });

    it.each([
      [360, 'light'],
      [360, 'dark'],
      [1280, 'light'],
      [1280, 'dark'],
    ] as const)('gives axe nothing to find at %i px, %s', { timeout: 120_000 }, async (width, scheme) => {
      const { page, faults } = await open(x402(), width, scheme);
      await page.evaluate(`for (const part of document.querySelectorAll('details')) part.open = true`);
      await page.evaluate(setting('what-if-integration-answer', 'unknown'));
      expect(await foundByAxe(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      expect(faults).toEqual([]);
      await page.close();
    });

    it('takes a figure as it is typed, and tells one that it does not count', { timeout: 60_000 }, async () => {
      const { page, faults } = await open(x402());
      await page.locator('details.group > summary').first().click();
      const figure = page.locator('#what-if-cost-project');
      const told = figure.locator('xpath=..').locator('.refused');
      await figure.click();
      await page.keyboard.press('Control+a');
      await page.keyboard.type('12.05');
      expect(await figure.inputValue()).toBe('12.05');
      expect(((await page.evaluate(COPIED)) as { yaml: string }).yaml).toContain('project: 12.05');
      expect(await told.isVisible()).toBe(false);
      await page.keyboard.press('Control+a');
      await page.keyboard.type('0');
      expect(await told.textContent()).toBe('Not counted: enter a figure above 0.');
      expect(await told.isVisible()).toBe(true);
      await page.click('#what-if-reset');
      expect(await figure.inputValue()).toBe('0.001');
      expect(await told.isVisible()).toBe(false);
      expect(faults).toEqual([]);
      await page.close();
    });

    it('is not hypothetical where a change is taken back, and says what an option means', {
      timeout: 60_000,
    }, async () => {
      const { page } = await open(x402());
      const hidden = `document.querySelector('.result .label').hidden`;
      const means = `document.querySelector('#what-if-integration-answer label:has(:checked)').textContent`;
      const before = await page.evaluate(means);
      await page.evaluate(setting('what-if-integration-answer', 'unknown'));
      expect([await page.evaluate(hidden), await page.evaluate(means)]).toEqual([false, 'unknown']);
      await page.evaluate(setting('what-if-integration-answer', 'drop-in'));
      expect(await page.evaluate(means)).not.toBe(before);
      await page.evaluate(setting('what-if-integration-answer', 'adapter'));
      await page.evaluate(setting('what-if-day', '2027-01-15'));
      await page.evaluate(setting('what-if-day', '2026-11-22'));
      expect([await page.evaluate(hidden), await page.evaluate(means)]).toEqual([true, before]);
      await page.close();
    });

    it.each([
      [640, 450],
      [320, 256],
    ])('covers nothing that has the focus in %i by %i px', { timeout: 60_000 }, async (width, height) => {
      const { page } = await open(x402(), width);
      await page.setViewportSize({ width, height });
      await page.locator('details.group > summary').first().click();
      await page.evaluate(setting('what-if-proof-answer', 'unknown'));
      await page.locator('#what-if-proof-answer input:checked').focus();
      const covered: string[] = [];
      for (let step = 0; step < 8; step += 1) {
        await page.keyboard.press('Tab');
        const below = await page.evaluate(
          `document.activeElement.getBoundingClientRect().bottom - document.querySelector('.result').getBoundingClientRect().top`,
        );
        if (
          Number(below) > 0 &&
          (await page.evaluate(`getComputedStyle(document.querySelector('.result')).position`)) === 'fixed'
        )
          covered.push(String(await page.evaluate('document.activeElement.id')));
      }
      expect(covered).toEqual([]);
      expect(
        await page.evaluate(
          `getComputedStyle(document.querySelector('.result')).position !== 'fixed' || document.querySelector('.result').offsetHeight < innerHeight / 3`,
        ),
      ).toBe(true);
      await page.close();
    });

    it('names each band below the line where it begins', { timeout: 60_000 }, async () => {
      for (const width of [360, 1280]) {
        const { page } = await open(x402(), width);
        const lefts = (selector: string) =>
          page.evaluate(
            `[...document.querySelectorAll('#verdict ${selector}')].map((node) => Math.round(node.getBoundingClientRect().left))`,
          ) as Promise<readonly number[]>;
        const lines = [...(await lefts('.bar.index .tick'))].sort((a, b) => a - b);
        const [first, ...names] = await lefts('.bands p');
        expect(first).toBe((await lefts('.bar.index'))[0]);
        expect(lines).toHaveLength(3);
        expect(names.map((left, place) => Math.abs(left - (lines[place] ?? 0)) <= 1)).toEqual([true, true, true]);
        await page.close();
      }
    });

    it('fits in 320 px, which is 1280 at a zoom of 400%', { timeout: 60_000 }, async () => {
      const several = pageOf('narrow', 'examples/x402.yaml', 'examples/references');
      for (const url of [x402(), several]) {
        const { page } = await open(url, 320);
        await page.evaluate(`for (const part of document.querySelectorAll('details')) part.open = true`);
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        await page.close();
      }
    });

    it('changes the front matter of a memo, and prints that the figures are hypothetical', {
      timeout: 60_000,
    }, async () => {
      const { page, faults } = await open(pageOf('memo', 'examples/memo-grass.md'));
      const { yaml } = (await page.evaluate(COPIED)) as { yaml: string };
      expect(fs.readFileSync(path.join(ROOT, 'examples/memo-grass.md'), 'utf8').startsWith(`---\n${yaml}---\n`)).toBe(
        true,
      );
      await page.evaluate(setting('what-if-day', '2029-01-15'));
      const { command } = (await page.evaluate(COPIED)) as { command: string };
      expect(await page.evaluate(SHOWN)).toEqual(expected(assessed(yaml, command)));
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.result .label').isVisible()).toBe(true);
      expect(await page.locator('#what-if-reset').isVisible()).toBe(false);
      expect(await page.locator('details.criterion > .facts').first().isVisible()).toBe(true);
      expect(faults).toEqual([]);
      await page.close();
    });

    it('shows several projects with an index and nothing to run', { timeout: 60_000 }, async () => {
      const { page, faults } = await open(
        pageOf('several', 'examples/x402.yaml', 'examples/grass.yaml', 'examples/references'),
        360,
      );
      expect(await page.locator('article').count()).toBeGreaterThan(2);
      expect(await page.locator('script').count()).toBe(0);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      expect(await foundByAxe(page)).toEqual([]);
      expect(faults).toEqual([]);
      await page.close();
    });

    it('leaves hostile text as text, also after a change', { timeout: 60_000 }, async () => {
      const attack =
        '</script><script>alert(1)</script><img src=x onerror=alert(2)><a href="javascript:alert(3)">x</a>';
      const text = `${attack} ${HOSTILE_TEXTS.join(' ')}`.replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/gu, ' ');
      const names = listHostileNames(attack);
      const source = {
        title: text,
        url: 'https://evil.example/"><script>alert(4)</script>',
        kind: 'docs',
        accessed: '2026-06-01',
      };
      const described = (name: string) => ({
        name,
        offer: text,
        summary: 'A marketplace on a chain where teams rent GPUs by the hour to train AI models.',
        website: 'https://example.org',
        as_of: '2026-06-29',
        track: 'compute',
        sources: { s: source },
        technical_edge: {
          cost: {
            project: 1,
            alternative: { name: text, value: 2 },
            unit: text,
            better: 'lower',
            sources: ['s'],
            note: text,
          },
        },
        switching_cost: { integration: { answer: 'adapter', sources: ['s'], note: text } },
        landmark_adoption: { customers: [{ name: text, paid: true, stage: 'production', sources: ['s'], note: text }] },
      });
      const file = path.join(scratch, 'hostile.yaml');
      for (const name of [names[0] ?? '', names.find((part) => /x{60}/.test(part)) ?? '']) {
        fs.writeFileSync(file, JSON.stringify(described(name)));
        const { page, faults } = await open(pageOf('hostile', file));
        await page.evaluate(`for (const part of document.querySelectorAll('details')) part.open = true`);
        await page.evaluate(setting('what-if-integration-answer', 'unknown'));
        await page.evaluate(setting('what-if-customers-evidence', 'audit'));
        const count = (selector: string) => page.locator(selector).count();
        expect(await page.locator('h1').textContent()).toContain('</script><script>alert(1)</script>');
        expect([await count('script'), await count('img'), await count('a[href^="javascript"]')]).toEqual([2, 0, 0]);
        expect(await count('[onerror]')).toBe(0);
        const { yaml, command } = (await page.evaluate(COPIED)) as { yaml: string; command: string };
        expect(await page.evaluate(SHOWN)).toEqual(expected(assessed(yaml, command)));
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        expect(faults).toEqual([]);
        await page.close();
      }
    });
  },
);
