import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { begin, type Playground, servePlayground } from '../../playground/server.ts';
import { World } from '../../playground/world.ts';
import { hasBrowser, launch, openWindow } from './chromium.ts';
import { Hands } from './hands.ts';
import { desk, phone } from './stage.ts';

/** The inspector as a developer uses it: to see what crossed the wires, to prove where text is, to let things go wrong. */

describe.runIf(hasBrowser)('the inspector', () => {
  let browser: Browser;
  let world: World;
  let playground: Playground;

  beforeAll(async () => {
    browser = await launch();
    world = await World.open({ standsAt: '2026-11-23T09:00:00Z' });
    await begin(world, 'company');
    playground = await servePlayground(world, 0);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    playground.server.closeAllConnections();
    playground.server.close();
    await world.close();
  });

  async function open(who: string, label: string, viewport = desk, colorScheme: 'light' | 'dark' = 'light') {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const page = await openWindow(browser, { viewport, colorScheme, permissions });
    page.setDefaultTimeout(8000);
    await page.goto(`http://127.0.0.1:${playground.port}/#${who}`);
    const hands = new Hands(page, `inspector-${label}`);
    await page.getByPlaceholder('/trivsel').waitFor();
    if (viewport === phone) await page.locator('.menu-button').click();
    await page.getByRole('button', { name: /motorhjelmen|under the hood/ }).click();
    const panel = page.getByRole('complementary', { name: /motorhjelmen|Under the hood/ });
    await panel.waitFor();
    return { page, hands, panel };
  }

  const copied = (page: Page) => page.evaluate<string>('navigator.clipboard.readText()');

  test('a command is a trace: the signed request, what it asked of others, to read and to send again', {
    timeout: 30_000,
  }, async () => {
    const { page, hands, panel } = await open('U0AISHA', 'traffic');
    await hands.look('empty');
    await hands.say('/trivsel aftale');
    const trace = panel.locator('.trace').first();
    await trace.getByRole('button', { name: /Til Slack.*views\.open.*ok/ }).waitFor();
    await hands.look('trace');
    await trace.getByRole('button', { name: /Fra Slack.*\/trivsel aftale.*200/ }).click();
    await panel.getByText('"x-slack-signature"').waitFor();
    await hands.look('request');
    await panel.getByRole('button', { name: 'Kopiér som curl' }).click();
    await panel.getByText('Kopieret.').waitFor();
    expect(await copied(page)).toContain('x-slack-signature: v0=');
    await panel.getByRole('button', { name: 'Kopiér JSON' }).click();
    await expect.poll(() => copied(page)).toContain('"command": "/trivsel"');
    await trace
      .getByRole('button', { name: /Database.*BatchGetItem/ })
      .first()
      .click();
    await panel.getByText('Selve teksten ligger i boksen').waitFor();
    await hands.look('store');
    await page.close();
  });

  test('what somebody writes is found where it belongs, and nowhere else', { timeout: 30_000 }, async () => {
    const { page, hands, panel } = await open('U0KAREN', 'where');
    await hands.say('/trivsel aftale');
    await hands.fillPoint('Flere pærer i frugtskålen', 'Ringe til gartneren');
    await panel.getByRole('tab', { name: 'Hvor står teksten?' }).click();
    await panel.getByLabel('Ord eller sætning').fill('pærer i frugt');
    await panel.getByRole('button', { name: 'Find teksten' }).click();
    await panel.getByText('Teksten står kun der, hvor den må. Skrevet af Karen Friis.').waitFor();
    await hands.look('found');
    const says = (place: string) => panel.getByRole('row', { name: place }).getByRole('cell').innerText();
    expect(await says('Boksen (databasen)')).toContain('Karen Friis');
    expect(await says('Formularer og klik fra Slack')).toContain('Karen Friis');
    for (const place of ['Direkte beskeder', 'Hjem', 'Køen', 'Tidsplanen', 'Loggen'])
      expect(await says(place)).toBe('Nej');
    await page.close();
  });

  test('a form that can’t be saved keeps its text, and is saved when the fault is over', {
    timeout: 30_000,
  }, async () => {
    const { page, hands, panel } = await open('U0SOFIE', 'faults');
    await panel.getByRole('tab', { name: 'Fejl på bestilling' }).click();
    await panel.getByLabel('Næste kald til').selectOption({ label: 'Databasen: PutItem' });
    await panel.getByLabel('Hvad sker der?').selectOption({ label: '500: serverfejl' });
    await panel.getByRole('button', { name: 'Bestil fejlen' }).click();
    await panel.getByText('2 gange').waitFor();
    await hands.look('armed');
    await page.getByPlaceholder('/trivsel').fill('/trivsel aftale');
    await page.getByPlaceholder('/trivsel').press('Enter');
    await hands.dialog.waitFor();
    await hands.dialog.getByLabel('Hvad er vigtigt for dig?').fill('Ro om eftermiddagen');
    await hands.dialog.getByLabel('Et lille første skridt').fill('Lukke døren');
    await hands.click('Næste');
    await hands.dialog.getByText(/Det blev ikke gemt. Din tekst står her stadig/).waitFor();
    await panel.getByText('Der er ikke bestilt nogen fejl.').waitFor();
    await hands.look('unsaved');
    expect(await hands.dialog.getByLabel('Hvad er vigtigt for dig?').inputValue()).toBe(
      'Ro om eftermiddagen',
    );
    await hands.click('Næste');
    await hands.dialog.getByText('Andet punkt').waitFor();
    await page.close();
  });

  test('is used by keyboard alone, and gives the focus back', { timeout: 30_000 }, async () => {
    const { page, hands, panel } = await open('U0JAMES', 'keyboard', desk, 'dark');
    const focused = () => page.evaluate<string>('document.activeElement.textContent');
    await hands.say('/trivsel agreement');
    await page.keyboard.press('F6');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Traffic');
    await panel.locator('.wire-row').nth(2).waitFor();
    for (let stop = 0; stop < 5; stop += 1) await page.keyboard.press('Tab');
    expect(await focused()).toContain('/trivsel agreement');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toContain('BatchGetItem');
    await page.keyboard.press('Enter');
    await panel.getByText('The text itself is in the vault').waitFor();
    await hands.look('dark');
    await page.keyboard.press('F6');
    expect(await hands.dialog.evaluate((dialog) => dialog.matches(':focus, :focus-within'))).toBe(true);
    await page.keyboard.press('Escape');
    await hands.dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('F6');
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(await focused()).toContain('Look under the hood');
    await page.close();
  });

  test('fills a phone, and nothing sticks out to the side', { timeout: 30_000 }, async () => {
    await world.client.command('U0PETER', 'D0PETER', 'hjælp');
    const { page, hands, panel } = await open('U0PETER', 'phone', phone, 'dark');
    const isNarrow = () =>
      panel.locator('.inspector-body').evaluate((body) => body.scrollWidth <= body.clientWidth);
    await panel.getByRole('button', { name: /hjælp/ }).first().click();
    await panel.getByRole('heading', { name: 'Sendt' }).waitFor();
    await hands.look('traffic');
    expect(await isNarrow()).toBe(true);
    for (const tab of ['Hvor står teksten?', 'Fejl på bestilling']) {
      await panel.getByRole('tab', { name: tab }).click();
      await hands.look('tab');
      expect(await isNarrow()).toBe(true);
    }
    await panel.getByRole('button', { name: 'Luk' }).click();
    await panel.waitFor({ state: 'detached' });
    await page.close();
  });
});
