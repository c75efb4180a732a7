import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moveIn } from '../../playground/company.ts';
import { hasBrowser } from './chromium.ts';
import type { Hands } from './hands.ts';
import { phone, Stage } from './stage.ts';

/** Colleagues in a channel, each in a window of their own: what one writes, the other sees. */
describe.runIf(hasBrowser)('people who write to one another', () => {
  let stage: Stage;
  let mette: Hands;
  let james: Hands;

  beforeAll(async () => {
    stage = await Stage.set('2026-11-23T09:00:00Z');
    moveIn(stage.world);
    mette = await stage.enter('U0METTE', 'chat-desk');
    james = await stage.enter('U0JAMES', 'chat-phone', { viewport: phone });
    await mette.goTo('alle');
  });
  afterAll(() => stage.close());

  const write = async ({ page }: Hands, text: string, field = '/trivsel') => {
    await page.getByPlaceholder(field).fill(text);
    await page.keyboard.press('Enter');
  };
  const suggested = ({ page }: Hands) => page.getByRole('listbox', { name: 'Forslag' }).getByRole('option');
  const isFocused = (hands: Hands, placeholder: string) =>
    hands.page.getByPlaceholder(placeholder).evaluate((field) => field.matches(':focus'));

  test('reach the other window at once, as an unread mark, and then as what is new', {
    timeout: 30_000,
  }, async () => {
    await write(mette, 'Hej @James Carter, er du med <3 *på fredag*?');
    const written = mette.page.getByRole('article').filter({ hasText: 'er du med' });
    expect(await written.getByText('@James Carter').getAttribute('class')).toBe('mention');
    expect(await written.locator('strong').last().innerText()).toBe('på fredag');
    await expect.poll(() => james.page.title()).toBe('(1) James Carter · Trivsel');
    await james.goTo('alle');
    await james.page.getByText('New', { exact: true }).waitFor();
    await james.look('news');
    await expect.poll(() => james.page.title()).toBe('James Carter · Trivsel');
    await write(mette, 'Klokken ti');
    await james.page.getByText('Klokken ti').waitFor();
    await mette.look('written');
  });

  test('answer in a thread, and whoever follows it hears of it', { timeout: 30_000 }, async () => {
    const { page } = james;
    await page.getByRole('button', { name: 'Reply in thread' }).first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => isFocused(james, 'Reply…')).toBe(true);
    await write(james, 'Yes!', 'Reply…');
    await page.getByRole('region', { name: 'Thread' }).getByText('Yes!').waitFor();
    await james.look('thread');
    const bar = mette.page.getByRole('button', { name: /1 svar 1 nyt/ });
    await bar.waitFor();
    await mette.look('reply-bar');
    await bar.focus();
    await mette.page.keyboard.press('Enter');
    await mette.page.getByRole('region', { name: 'Tråd' }).getByText('Yes!').waitFor();
    await mette.look('thread');

    await mette.page.keyboard.type('/trivsel aftale');
    await mette.page.keyboard.press('Enter');
    await mette.page.getByText('/trivsel virker ikke i tråde.').waitFor();
    expect(await mette.page.getByPlaceholder('Svar …').inputValue()).toBe('/trivsel aftale');
    await mette.page.keyboard.press('Escape');
    await mette.page.getByRole('region', { name: 'Tråd' }).waitFor({ state: 'detached' });
    const back = mette.page.getByRole('button', { name: /1 svar Seneste/ });
    await expect.poll(() => back.evaluate((button) => button.matches(':focus'))).toBe(true);
    await page.getByRole('button', { name: 'Close thread' }).click();
    await page.getByText('1 reply').waitFor();
  });

  test('find a command without knowing any', { timeout: 30_000 }, async () => {
    const { page } = mette;
    const options = suggested(mette);
    await page.getByRole('button', { name: 'Vis kommandoer' }).click();
    await mette.look('commands');
    expect(await options.count()).toBe(12);
    await page.keyboard.type('trivsel gr');
    await expect.poll(() => options.allInnerTexts()).toEqual([expect.stringContaining('/trivsel gruppe')]);
    await page.keyboard.press('Enter');
    expect(await page.getByPlaceholder('/trivsel').inputValue()).toBe('/trivsel gruppe');
    await page.keyboard.press('Enter');
    await mette.dialog.waitFor();
    await page.keyboard.press('Escape');
    await mette.dialog.waitFor({ state: 'detached' });
    await expect.poll(() => isFocused(mette, '/trivsel')).toBe(true);
  });

  test('choose a colleague by the arrow keys, or close the list and write on', {
    timeout: 30_000,
  }, async () => {
    const { page } = mette;
    const field = page.getByPlaceholder('/trivsel');
    await field.fill('Spørg @');
    await suggested(mette).first().waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Tab');
    expect(await field.inputValue()).toBe('Spørg @Aisha Rahman');
    await field.fill('Spørg @pe');
    await suggested(mette).waitFor();
    await page.keyboard.press('Escape');
    await suggested(mette).waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await page.getByRole('article').getByText('Spørg @pe').waitFor();
  });

  test('write to the app in commands only', { timeout: 30_000 }, async () => {
    await mette.goTo('Trivsel');
    await write(mette, 'Hej');
    await mette.page.getByText('Her kan du kun skrive kommandoer.').waitFor();
    await mette.look('to-the-app');
    expect(stage.world.slack.messages().filter(({ text }) => text === 'Hej')).toEqual([]);
  });

  test('go through the conversations by the arrow keys', async () => {
    const { page } = mette;
    const conversation = (name: string) => page.getByRole('navigation').getByRole('button', { name });
    await conversation('Hjem').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '# alle' }).waitFor();
    await page.keyboard.press('ArrowUp');
    expect(await conversation('Hjem').evaluate((button) => button.matches(':focus'))).toBe(true);
  });
});
