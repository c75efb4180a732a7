import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expectAccessible } from './accessible.ts';

const folder = process.env['SCREENSHOTS'];

/**
 * Whoever can't see it, or has only a keyboard, must be able to use what is on the screen. Keeps a picture of it where
 * `SCREENSHOTS` names a folder; of a form longer than the screen its end too.
 */
export async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page, name);
  if (folder === undefined) return;
  // What was pressed last may still be on its way.
  await page.waitForTimeout(250);
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
  const body = page.locator('.dialog-body').last();
  if ((await body.count()) === 0) return;
  const isLonger = await body.evaluate((element) => element.scrollHeight > element.clientHeight + 4);
  if (!isLonger) return;
  await body.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await page.screenshot({ path: join(folder, `${name}-end.png`) });
}
