import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { begin } from '../../playground/server.ts';
import { hasBrowser } from './chromium.ts';
import type { Hands } from './hands.ts';
import { desk, phone, Stage } from './stage.ts';

/** Light as the system says, dark as it says, or whichever one has chosen. */
describe.runIf(hasBrowser)('light and dark', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.set('2026-11-23T09:00:00Z');
    await begin(stage.world, 'company');
  }, 60_000);
  afterAll(() => stage.close());

  const isDark = ({ page }: Hands) =>
    page.evaluate<boolean>('getComputedStyle(document.documentElement).colorScheme === "dark"');

  test('the main screens can be read in the dark', { timeout: 60_000 }, async () => {
    const karen = await stage.enter('U0KAREN', 'dark-channel', { viewport: desk, colorScheme: 'dark' });
    await karen.goTo('ledelsen');
    await karen.page.getByRole('button', { name: 'Giv dit bidrag' }).last().waitFor();
    await karen.look('channel');
    await karen.page.getByRole('button', { name: 'Svar i tråd' }).last().click();
    await karen.look('thread');
    await karen.page.keyboard.press('Escape');
    await karen.pressInMessage('Giv dit bidrag');
    await karen.look('contribute');
    await karen.click('Gem');
    await karen.dialog.locator('.error').first().waitFor();
    await karen.look('error');
    await karen.closeAll();
    await karen.page.getByRole('button', { name: 'Luk runden' }).click();
    await karen.look('confirm');
    await karen.page.keyboard.press('Escape');
    await karen.page.close();

    const peter = await stage.enter('U0PETER', 'dark-desk', { viewport: desk, colorScheme: 'dark' });
    await peter.say('/trivsel aftale');
    await peter.look('agreement');
    await peter.closeAll();
    await peter.goTo('Hjem');
    await peter.page.locator('.home .block-actions').last().waitFor();
    await peter.look('home');
    await peter.page.close();

    const james = await stage.enter('U0JAMES', 'dark-phone', { viewport: phone, colorScheme: 'dark' });
    await james.page.locator('.menu-button').click();
    await james.look('menu');
    await james.page.keyboard.press('Escape');
    await james.page.getByPlaceholder('/trivsel').fill('/tr');
    await james.look('commands');
    await james.page.getByPlaceholder('/trivsel').fill('/trivsel help');
    await james.page.keyboard.press('Enter');
    await james.page.getByText('Only visible to you').waitFor();
    await james.look('ephemeral');
    await james.page.close();
  });

  test('what one chooses is remembered, and followed by the other windows', { timeout: 30_000 }, async () => {
    const mette = await stage.enter('U0METTE', 'theme', { viewport: desk, colorScheme: 'dark' });
    const { page } = mette;
    const chooser = page.getByLabel('Udseende');
    await expect.poll(() => isDark(mette)).toBe(true);
    await page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(() => isDark(mette)).toBe(false);
    await chooser.selectOption({ label: 'Mørkt' });
    await expect.poll(() => isDark(mette)).toBe(true);
    await page.reload();
    await chooser.waitFor();
    expect(await isDark(mette)).toBe(true);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByLabel('Udseende').selectOption({ label: 'Som din computer' });
    await expect.poll(() => isDark(mette)).toBe(false);
    expect(await chooser.inputValue()).toBe('system');
    await page.context().close();
  });
});
