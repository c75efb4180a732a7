import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { begin, type Playground, servePlayground } from '../../playground/server.ts';
import { World } from '../../playground/world.ts';
import { hasBrowser, launch, openWindow } from './chromium.ts';
import { look } from './look.ts';
import { desk, phone } from './stage.ts';

/** The time machine by what is written on the screen: what comes and why, and every way to get there. */

describe.runIf(hasBrowser)('the time machine', () => {
  let browser: Browser;
  let world: World;
  let playground: Playground;

  beforeAll(async () => {
    world = await World.open({ standsAt: '2026-11-23T11:00:00Z' });
    playground = await servePlayground(world, 0);
    browser = await launch();
  });
  /** A Monday noon: both groups have a round open, and Peter has asked Karen for something. */
  beforeEach(() => begin(world, 'company', '2026-11-23T11:00:00Z'));
  afterAll(async () => {
    await browser?.close();
    playground?.server.closeAllConnections();
    playground?.server.close();
    await world?.close();
  });

  const open = async (who: string, viewport: typeof desk) => {
    const page = await openWindow(browser, { viewport });
    page.setDefaultTimeout(15_000);
    await page.goto(`http://127.0.0.1:${playground.port}/#${who}`);
    return page;
  };
  const inBar = (page: Page, name: string | RegExp) =>
    page.getByRole('region', { name: /^(Tid|Time)$/ }).getByRole('button', { name });
  const toast = (page: Page) => page.getByRole('status').locator('.toast');
  const clock = async (page: Page) => (await page.locator('.clock').innerText()).replace(/\s+/g, ' ');

  it('lists who gets what and why, and goes to a line of it', { timeout: 60_000 }, async () => {
    const page = await open('U0METTE', desk);
    await inBar(page, /Næste: man\. 23\. nov\. kl\. 12\.\d\d · Karen Friis · Peter beder om noget/).click();
    const list = page.getByRole('region', { name: 'Det sker der nu' });
    await list.getByText('Karen kan gøre noget ved det.').waitFor();
    expect(await list.getByRole('listitem').count()).toBe(10);
    const lines = await list.getByRole('listitem').allInnerTexts();
    const inOneLine = lines.map((line) => line.replace(/\s+/g, ' '));
    expect(inOneLine).toContainEqual(
      expect.stringMatching(/Mette Holm \(dig\) Runden i #ledelsen er åben Mette har ikke bidraget endnu\./),
    );
    expect(inOneLine).toContainEqual(
      expect.stringMatching(/#ledelsen Runden lukker, og opsamlingen kommer Den har været åben i 48 timer\./),
    );
    await look(page, 'time-desk-1-list');
    await list.getByRole('button', { name: 'Mette Holm (dig)' }).first().click();
    await toast(page).getByText('Du fik: "Hej Mette. Runden i #ledelsen er åben.').waitFor();
    expect(await clock(page)).toMatch(/^09\.0\d tirsdag den 24\. november 2026$/);
    expect(await list.count()).toBe(0);
    await look(page, 'time-desk-2-there');
    await page.close();
  });

  it('tells who got something, and shows it with their eyes', async () => {
    const page = await open('U0METTE', desk);
    await inBar(page, 'Gå til næste hændelse').click();
    await toast(page).getByText('Karen Friis fik: "Hej Karen.').waitFor();
    await look(page, 'time-desk-3-who-got-what');
    await toast(page).getByRole('button', { name: 'Se det som Karen' }).click();
    await page.getByText('vil gerne have dit svar på noget. Det er kun delt med dig.').waitFor();
    expect(await page.locator('#act-as').inputValue()).toBe('U0KAREN');
    await page.close();
  });

  it('plays event after event, waits for a form that is open, and can be stopped', {
    timeout: 60_000,
  }, async () => {
    const page = await open('U0METTE', desk);
    await inBar(page, 'Afspil langsomt').click();
    await toast(page).getByText('Karen Friis fik:').waitFor();
    await toast(page).getByText('Du fik:').waitFor();
    await look(page, 'time-desk-4-playing');
    await inBar(page, 'Stop').click();
    await inBar(page, 'Afspil langsomt').waitFor();
    const stopped = await clock(page);
    // Whatever else is done, time stays where it was stopped.
    await page.getByPlaceholder('/trivsel').fill('/trivsel');
    await page.getByPlaceholder('/trivsel').press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(await clock(page)).toBe(stopped);
    await page.close();
  });

  it('goes a day, a week and to the end on a phone, where it lies behind one line', {
    timeout: 60_000,
  }, async () => {
    const page = await open('U0JAMES', phone);
    const bar = await page.locator('.timebar').boundingBox();
    expect(bar?.height).toBeLessThan(110);
    const more = async (name: string) => {
      await inBar(page, /^(Next:|Nothing)/).click();
      await page.getByRole('region', { name: 'What happens next' }).getByRole('button', { name }).click();
    };
    await inBar(page, /^Next:/).click();
    await page.getByText('This is how it goes if nobody does anything').waitFor();
    await look(page, 'time-phone-1-list');
    await page.keyboard.press('Escape');
    await more('+1 day');
    await toast(page)
      .getByText(/\d+ messages came\. The latest:/)
      .waitFor();
    expect(await clock(page)).toMatch(/Tue 24 Nov/);
    await more('+1 week');
    await expect.poll(() => clock(page)).toMatch(/Tue 1 Dec/);
    await more('To the end');
    await inBar(page, 'Nothing coming up').waitFor({ timeout: 30_000 });
    await look(page, 'time-phone-2-end');
    expect(await inBar(page, 'Go to next event').isDisabled()).toBe(true);
    await inBar(page, 'Nothing coming up').click();
    await page.getByText('Nothing more happens by itself.').waitFor();
    await page.close();
  });

  it('begins anew with nobody started, and says what is gone before it goes', {
    timeout: 60_000,
  }, async () => {
    const page = await open('U0PETER', desk);
    await page.getByRole('button', { name: 'Begynd forfra' }).click();
    await page.getByText('Alt, hvad der er sket her, bliver slettet').waitFor();
    await look(page, 'time-desk-5-restart');
    await page.getByRole('button', { name: 'Begynd tomt' }).click();
    await toast(page).getByText('Så er alt nyt. Du er Peter Lund.').waitFor({ timeout: 30_000 });
    await inBar(page, 'Intet på vej').waitFor();
    await page.getByText('Her er stille endnu').waitFor();
    await page.close();
  });
});
