import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';

/** A page in a browser, with what went wrong in it, in words: anything on its console, a dialog, a request but for itself. */
export interface Opened {
  readonly page: Page;
  readonly faults: readonly string[];
}

/** Opens a page of its own. @param url may lead to a place or a view in it. */
export async function openPage(
  browser: Browser,
  url: string,
  {
    width = 1280,
    colorScheme = 'light',
    javaScript = true,
  }: { readonly width?: number; readonly colorScheme?: 'light' | 'dark'; readonly javaScript?: boolean } = {},
): Promise<Opened> {
  const page = await browser.newPage({
    viewport: { width, height: 900 },
    colorScheme,
    reducedMotion: 'reduce',
    javaScriptEnabled: javaScript,
  });
  const faults: string[] = [];
  page.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('dialog', (dialog) => faults.push(`dialog: ${dialog.message()}`));
  page.on('request', (request) => {
    if (request.url().replace(/#.*/s, '') !== url.replace(/#.*/s, '')) faults.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  return { page, faults };
}

/** What axe finds wrong, in words. */
export async function foundByAxe(page: Page): Promise<readonly unknown[]> {
  await page.evaluate(axe.source);
  return (await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ html, failureSummary }) => html.slice(0, 200) + ' ' + failureSummary)]))`,
  )) as readonly unknown[];
}
