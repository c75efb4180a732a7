import { afterAll, beforeAll, describe, test } from 'vitest';
import { begin } from '../../playground/server.ts';
import { hasBrowser } from './chromium.ts';
import type { Hands } from './hands.ts';
import { pictureOf, save, sideBySide } from './pictures.ts';
import { desk, phone, Stage } from './stage.ts';

/**
 * The pictures of the README and the guides, as people come to see them. `npm run pictures` makes them anew; the tests only
 * walk the way, so that no picture shows what isn't there any more.
 */
const now = '2026-11-23T09:30:00Z';
/** A desk's, where two stand side by side. */
const smaller = { width: 900, height: 563 };
const tall = { width: 1100, height: 1000 };

describe.runIf(hasBrowser)('the pictures show', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.set(now);
    await begin(stage.world, 'company', now);
  }, 60_000);
  afterAll(() => stage.close());

  const enter = (who: string, viewport: typeof desk) => stage.enter(who, 'pictures', { viewport });

  test('a round of a management group, summed up', { timeout: 30_000 }, async () => {
    const mette = await enter('U0METTE', tall);
    await mette.goTo('ledelsen');
    const summary = mette.page.getByRole('heading', { name: /^Opsamling på runden/ }).last();
    await summary.evaluate((heading) => heading.scrollIntoView());
    save('round', await pictureOf(mette));
  });

  test('an agreement, beside the channels and the people', { timeout: 30_000 }, async () => {
    const peter = await enter('U0PETER', desk);
    await peter.goTo('Trivsel');
    await peter.say('/trivsel aftale');
    save('agreement', await pictureOf(peter));
    await peter.closeAll();
  });

  test('the Home tab', { timeout: 30_000 }, async () => {
    const peter = await enter('U0PETER', desk);
    await peter.goTo('Hjem');
    await peter.page.locator('.home .block-actions').last().waitFor();
    save('home', await pictureOf(peter));
  });

  test('the commands that are suggested, in the dark', { timeout: 30_000 }, async () => {
    const mette = await stage.enter('U0METTE', 'pictures', { viewport: desk, colorScheme: 'dark' });
    await mette.goTo('ledelsen');
    await mette.page.getByRole('button', { name: 'Vis kommandoer' }).click();
    await mette.page.keyboard.press('ArrowDown');
    save('commands', await pictureOf(mette));
  });

  test('a phone in English: the sidebar, a round, and a contribution to it', {
    timeout: 30_000,
  }, async () => {
    const james = await enter('U0JAMES', phone);
    await james.page.locator('.menu-button').click();
    const sidebar = await pictureOf(james);
    await james.page.keyboard.press('Escape');
    await james.goTo('ledelsen');
    const round = await pictureOf(james);
    await james.pressInMessage('Giv dit bidrag');
    save('phone', await sideBySide(stage.browser, phone, [sidebar, round, await pictureOf(james)]));
  });

  test('a follow-up, and the answer', { timeout: 60_000 }, async () => {
    const { world } = stage;
    await begin(world, 'nobody', now);
    const mette = await enter('U0METTE', desk);
    await makeAgreement(mette);
    await world.goTo('2026-12-08T08:10:00Z');
    await mette.page.getByText('Har du to minutter til din opfølgning?').waitFor();
    const asked = await pictureOf(mette);
    await mette.pressInMessage('Svar nu');
    await mette.progress('Formiddage uden møder', 'Godt på vej');
    await mette.progress('Sparring', 'Står stille');
    await mette.dialog.getByLabel('En lille sejr').fill('Den første formiddag holdt');
    save('follow-up', await sideBySide(stage.browser, smaller, [asked, await pictureOf(mette)]));
  });
});

async function makeAgreement(mette: Hands): Promise<void> {
  await mette.say('/trivsel aftale');
  await mette.fillPoint('Formiddage uden møder', 'Spærre torsdag');
  await mette.fillPoint('Sparring', 'Skrive til Sofie');
  await mette.click('Gem aftalen');
  await mette.dialog.getByText('Den første opfølgning kommer tirsdag').waitFor();
  await mette.closeAll();
}
