import * as fs from 'node:fs';
import * as path from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM, PICTURES, saveDigests } from './pictures.ts';
import { ROOT } from './run-built.ts';

// Draws the pictures of the README with an installed Chromium.

if (CHROMIUM === null) throw new Error('no Chromium is installed; set CHROMIUM to the path of one');
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
for (const { file, size, page } of PICTURES) {
  const window = await browser.newPage({ viewport: size, deviceScaleFactor: 1.5, colorScheme: 'light' });
  await window.setContent(page());
  fs.mkdirSync(path.dirname(path.join(ROOT, file)), { recursive: true });
  await window.screenshot({ path: path.join(ROOT, file) });
  await window.close();
}
await browser.close();
saveDigests();
