import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moveIn } from '../../playground/company.ts';
import { type Playground, servePlayground } from '../../playground/server.ts';
import type { FakeUser } from '../../playground/slack/state.ts';
import { World } from '../../playground/world.ts';
import { type LeaderTheme, leaderThemes } from '../../shared/domain/themes.ts';
import { textsIn } from '../../shared/texts/index.ts';
import { hasBrowser, launch, openWindow } from './chromium.ts';
import { Hands } from './hands.ts';
import { desk, phone } from './stage.ts';

/** A leader's prioritisation test by what is written on the screen: on a phone and on a desk, in Danish and in English. */
const visits = [
  { says: 'in Danish on a phone', who: 'U0METTE', language: 'da', viewport: phone },
  { says: 'in Danish on a desk', who: 'U0SOFIE', language: 'da', viewport: desk },
  { says: 'in English on a phone', who: 'U0JAMES', language: 'en', viewport: phone },
  { says: 'in English on a desk', who: 'U0OLIVIA', language: 'en', viewport: desk },
] as const;

/** How true it is now, and what would help; the rest is mostly true. */
const low: Partial<Record<LeaderTheme, [now: 1 | 2 | 3, helps: 1 | 3 | 5]>> = {
  time: [1, 5],
  mandate: [2, 3],
  sparring: [2, 5],
  carrying: [3, 1],
  growing: [3, 3],
};

/** As Slack's own client says it, before anything is sent. */
const missed = { da: 'Udfyld dette felt.', en: 'Please complete this required field.' };

describe.runIf(hasBrowser)('the prioritisation test', () => {
  let browser: Browser;
  let world: World;
  let playground: Playground;

  beforeAll(async () => {
    browser = await launch();
    world = await World.open({ standsAt: '2026-11-23T09:00:00Z' });
    moveIn(world);
    const olivia: FakeUser = {
      id: 'U0OLIVIA',
      name: 'Olivia Shaw',
      role: 'CFO',
      locale: 'en-GB',
      zone: 'Europe/London',
    };
    world.slack.putUser(olivia);
    playground = await servePlayground(world, 0);
  });
  afterAll(async () => {
    await browser.close();
    playground.server.closeAllConnections();
    playground.server.close();
    await world.close();
  });

  test.each(visits)(
    'leads to an agreement $says',
    { timeout: 60_000 },
    async ({ who, language, viewport }) => {
      const texts = textsIn(language);
      const t = texts.assessment;
      const page = await openWindow(browser, { viewport });
      page.setDefaultTimeout(6000);
      await page.goto(`http://127.0.0.1:${playground.port}/#${who}`);
      const hands = new Hands(page, `${who}-${language}-${viewport.width}`);
      const { dialog } = hands;
      const look = async (name: string) => {
        await page
          .locator('.dialog-body')
          .last()
          .evaluate((body) => body.scrollTo(0, 0));
        await hands.look(name);
      };
      const answer = async (kind: 'now' | 'helps', themes: readonly LeaderTheme[]) => {
        for (const theme of themes) {
          const [now, helps] = low[theme] ?? [4, 1];
          const label = kind === 'now' ? t.now[now] : t.helps[helps];
          const group = dialog.getByRole('radiogroup', { name: t.statements[theme] });
          await group.getByLabel(label, { exact: true }).check();
        }
      };

      await hands.say('/trivsel test');
      await dialog.getByText(t.intro).waitFor();
      await look('first-words');
      await hands.closeAll();

      // Begun beside the agreement's first form, and put down after a page.
      await hands.say(language === 'da' ? '/trivsel aftale' : '/trivsel agreement');
      await look('first-form');
      await hands.click(t.take);
      await dialog.getByText(t.intro).waitFor();
      await look('first-page');
      await answer('now', leaderThemes.slice(0, 2));
      await hands.click(texts.next);
      await dialog.getByText(missed[language]).first().waitFor();
      await look('missed');
      await answer('now', leaderThemes.slice(2, 4));
      await hands.click(texts.next);
      await dialog.getByText(t.statements.mandate).waitFor();
      await look('second-page');
      await hands.closeAll();

      await hands.say('/trivsel');
      await look('start-begun');
      await hands.click(t.goOn);
      await answer('now', leaderThemes.slice(4, 8));
      await hands.click(texts.next);
      await dialog.getByText(t.statements.growing).waitFor();
      await hands.click(texts.back);
      const mandate = dialog.getByRole('radiogroup', { name: t.statements.mandate });
      await mandate.waitFor();
      expect(await mandate.getByLabel(t.now[2], { exact: true }).isChecked()).toBe(true);
      await hands.click(texts.next);
      await answer('now', leaderThemes.slice(8));
      await look('third-page');
      await hands.click(texts.next);
      await dialog.getByText(t.askHelps).waitFor();
      expect(await dialog.getByRole('radiogroup').count()).toBe(5);
      await look('helps-page');
      await answer(
        'helps',
        leaderThemes.filter((theme) => low[theme]),
      );
      await hands.click(t.submit);
      await dialog.getByText(t.result).waitFor();
      const shown = await dialog.innerText();
      const order = (['time', 'sparring', 'mandate'] as const).map((theme) => shown.indexOf(t.why[theme]));
      expect(order).toEqual([...order].sort((one, other) => one - other));
      expect(Math.min(...order)).toBeGreaterThan(0);
      await look('result');

      // The top two are proposed; one of them gives way.
      await dialog.getByLabel(t.second).selectOption({ label: texts.themes.time });
      await hands.click(texts.start.make);
      await dialog.getByText(t.differ).waitFor();
      await look('twice-the-same');
      await dialog.getByLabel(t.second).selectOption({ label: texts.themes.growing });
      await hands.click(texts.start.make);
      for (const theme of ['time', 'growing'] as const) {
        const field = dialog.getByLabel(texts.point.title);
        await expect.poll(() => field.inputValue()).toBe('');
        const chosen = dialog.getByLabel(texts.point.theme, { exact: false }).locator('option:checked');
        await expect.poll(() => chosen.innerText()).toBe(texts.themes[theme]);
        await look(`point-${theme}`);
        await field.fill(texts.themes[theme]);
        await dialog.getByLabel(texts.point.firstStep).fill('…!');
        await hands.click(texts.next);
      }
      await hands.click(texts.rhythm.save);
      await dialog.getByText(texts.saved.title).waitFor();
      await hands.closeAll();

      // While the agreement runs, the test says where its points are changed.
      await hands.say('/trivsel test');
      await dialog.getByText(t.running).waitFor();
      await look('result-while-running');
      await hands.click(t.again);
      await look('start-over');
      await dialog.getByRole('button', { name: t.againConfirm.yes, exact: true }).last().click();
      await dialog.getByText(t.intro).waitFor();
      expect(await dialog.getByRole('radio', { checked: true }).count()).toBe(0);
      await hands.closeAll();
      await hands.say('/trivsel');
      await look('start-running');
      await page.close();
    },
  );
});
