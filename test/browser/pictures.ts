import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { expectAccessible } from './accessible.ts';
import type { Hands } from './hands.ts';

type Size = { width: number; height: number };

const fileOf = (name: string): string =>
  fileURLToPath(new URL(`../../docs/pictures/${name}.png`, import.meta.url));

/** What is on the screen, with nothing pointed at and nothing under way. */
export async function pictureOf({ page }: Hands): Promise<Buffer> {
  await page.mouse.move(0, 0);
  await page.waitForLoadState('load');
  await expectAccessible(page, 'a picture');
  return page.screenshot({ animations: 'disabled' });
}

/** Writes it, where that was asked for by `npm run pictures`. */
export function save(name: string, picture: Buffer): void {
  if (process.env['MODE'] === 'pictures') writeFileSync(fileOf(name), picture);
}

/** One picture of several, each drawn at that size. */
export async function sideBySide(
  browser: Browser,
  { width, height }: Size,
  pictures: Buffer[],
): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: width * pictures.length, height } });
  const images = pictures.map(
    (picture) => `<img alt="" src="data:image/png;base64,${picture.toString('base64')}" width="${width}">`,
  );
  await page.setContent(`<body style="margin: 0; display: flex">${images.join('')}`);
  const joined = await page.screenshot();
  await page.close();
  return joined;
}
