import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { begin } from '../../playground/server.ts';
import type { World } from '../../playground/world.ts';
import { addSeconds } from '../../shared/domain/time.ts';
import { da } from '../../shared/texts/da.ts';
import { en } from '../../shared/texts/en.ts';
import { hasBrowser } from './chromium.ts';
import type { Hands } from './hands.ts';
import { phone, Stage } from './stage.ts';

/** The Home tab as it is seen: by who has nothing and who has much, on a desk and on a phone, in both languages. */
const desk = { width: 1280, height: 900 };

describe.runIf(hasBrowser)('the Home tab', () => {
  let stage: Stage;
  let world: World;

  beforeAll(async () => {
    stage = await Stage.set('2026-11-23T09:00:00Z');
    world = stage.world;
    await begin(world, 'company');
    // Everybody has heard of what was done last.
    await world.goTo(addSeconds(world.clock.now(), 60));
  }, 60_000);
  afterAll(() => stage.close());

  async function open(who: string, viewport: typeof desk, label: string): Promise<Hands> {
    const hands = await stage.enter(who, `home-${label}`, { viewport });
    await hands.goTo(world.slack.user(who)?.locale === 'en-GB' ? 'Home' : 'Hjem');
    await hands.page.locator('.home .block-actions').last().waitFor();
    return hands;
  }

  async function seen(who: string, viewport: typeof desk, label: string, text: string): Promise<void> {
    const hands = await open(who, viewport, label);
    await hands.page.getByText(text).first().waitFor();
    await hands.look('top');
    const home = hands.page.locator('.home');
    // Nothing sticks out to the side, where a phone would have to be pushed about.
    expect(await home.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
    await home.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await hands.look('end');
    await hands.page.close();
  }

  const everybody = [
    ['U0PETER', 'leader', da.agreement.title],
    ['U0KAREN', 'manager', da.home.waiting(1)],
    ['U0SOFIE', 'partner', da.home.partnerOf],
    ['U0JAMES', 'english', en.home.stored],
    ['U0AISHA', 'nothing', da.home.why],
  ] as const;

  test.each(everybody)('of %s, on a desk and on a phone', { timeout: 30_000 }, async (who, label, text) => {
    await seen(who, desk, `${label}-desk`, text);
    await seen(who, phone, `${label}-phone`, text);
  });

  test('of a leader who reads English', { timeout: 30_000 }, async () => {
    const peter = world.slack.user('U0PETER');
    if (peter === undefined) throw new Error('Peter has moved out');
    await world.client.changeUser({ ...peter, locale: 'en-GB' });
    await world.goTo(addSeconds(world.clock.now(), 30));
    await seen('U0PETER', desk, 'leader-english-desk', en.agreement.title);
    await seen('U0PETER', phone, 'leader-english-phone', en.agreement.title);
    await world.client.changeUser(peter);
    await world.goTo(addSeconds(world.clock.now(), 30));
  });

  test('a button opens its modal, and the Home follows what was done there', {
    timeout: 30_000,
  }, async () => {
    const { page, dialog } = await open('U0PETER', desk, 'pressed');
    const home = page.locator('.home');
    await home.getByRole('button', { name: da.agreement.pause }).click();
    await dialog.getByRole('button', { name: da.pause.submit }).click();
    await dialog.getByText('Helt i orden.').waitFor();
    await dialog.getByRole('button', { name: da.close }).last().click();
    await dialog.waitFor({ state: 'detached' });
    await world.goTo(addSeconds(world.clock.now(), 30));
    await home.getByText('Du holder pause frem til').waitFor();
    await home.getByRole('button', { name: da.start.resume }).click();
    await dialog.getByText('Velkommen tilbage').waitFor();
    await dialog.getByRole('button', { name: da.close }).last().click();
    await dialog.waitFor({ state: 'detached' });
    await page.close();
  });

  test('begun anew while it is looked at, it is what a newcomer sees', { timeout: 60_000 }, async () => {
    const { page } = await open('U0PETER', desk, 'anew');
    await begin(world, 'nobody');
    await page.getByText(da.home.why).waitFor();
    await page.close();
  });
});
