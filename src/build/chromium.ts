import * as fs from 'node:fs';

const PLACES = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where a Chromium is installed; null where there is none that is known. */
export const CHROMIUM: string | null = PLACES.find((place) => place !== undefined && fs.existsSync(place)) ?? null;
