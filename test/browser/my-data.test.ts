import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { begin } from '../../playground/server.ts';
import type { MyData } from '../../shared/domain/my-data.ts';
import { textsIn } from '../../shared/texts/index.ts';
import { hasBrowser } from './chromium.ts';
import { look } from './look.ts';
import { Stage } from './stage.ts';

/** Somebody looks at what is stored about them, takes it along, and deletes it: on a desk in Danish, on a phone in English. */
const windows = [
  { who: 'U0METTE', language: 'da', viewport: { width: 1280, height: 900 } },
  { who: 'U0JAMES', language: 'en', viewport: { width: 390, height: 844 } },
] as const;

describe.runIf(hasBrowser)('my data', () => {
  test.each(windows)(
    '$who, $viewport.width wide',
    { timeout: 90_000 },
    async ({ who, language, viewport }) => {
      const t = textsIn(language).myData;
      const stage = await Stage.set('2026-11-23T09:00:00Z');
      await begin(stage.world, 'company');
      const hands = await stage.enter(who, `my-data-${language}-${viewport.width}`, { viewport });
      const { page } = hands;

      await hands.goTo('Trivsel');
      await hands.say('/trivsel mine-data');
      await hands.look('stored');
      await hands.click(t.correct);
      await hands.look('correct');
      await hands.closeAll();
      await hands.say('/trivsel mine-data');
      await hands.click(t.fetch);
      await hands.look('link');
      const [opened] = await Promise.all([
        page.waitForEvent('popup'),
        hands.dialog.getByText(t.openLink).click(),
      ]);
      await readAndSave(opened, `my-data-${language}-${viewport.width}`, who, language);
      await hands.closeAll();

      await hands.say('/trivsel mine-data');
      await hands.click(t.remove);
      await hands.look('confirm');
      await page.getByRole('button', { name: t.removeConfirm.yes, exact: true }).click();
      await page.getByText(t.removed[0] ?? '').waitFor();
      await hands.look('removed');
      await stage.close();
    },
  );
});

async function readAndSave(page: Page, name: string, who: string, language: 'da' | 'en'): Promise<void> {
  const { page: t } = textsIn(language).myData;
  const refused: string[] = [];
  page.on('console', (message) => refused.push(message.text()));
  await page.getByText(t.ready).waitFor();
  await look(page, `${name}-ready`);
  await page.getByRole('button', { name: t.fetch }).click();
  await page.getByRole('heading', { name: t.title }).waitFor();
  await look(page, `${name}-page`);
  // Nothing is wider than the window.
  expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByText(t.download).click()]);
  expect(download.suggestedFilename()).toBe('trivsel.json');
  const data = JSON.parse(readFileSync(await download.path(), 'utf8')) as MyData;
  expect(data).toMatchObject({ format: 'trivsel-my-data', person: { user: who } });
  // The style is let in by its hash.
  expect(refused).toEqual([]);
  expect(await page.evaluate('getComputedStyle(document.body).maxWidth')).not.toBe('none');
  await page.close();
}
