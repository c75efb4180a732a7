import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = process.env['CHROMIUM'] ?? places.find((path) => existsSync(path));

/** On a machine of one's own the browser tests need a browser; in CI its absence is a failure, not a skip. */
export const hasBrowser = executablePath !== undefined || process.env['CI'] === 'true';

export function launch(): Promise<Browser> {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
  ];
  return chromium.launch({ args, ...(executablePath === undefined ? {} : { executablePath }) });
}

/** A window of somebody who has been here before: nobody offers to show them around. */
export async function openWindow(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options);
  await context.addInitScript(() => localStorage.setItem('trivsel-tour', '{"stage":"left"}'));
  return context.newPage();
}
