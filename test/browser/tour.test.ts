import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { begin } from '../../playground/server.ts';
import type { World } from '../../playground/world.ts';
import { hasBrowser } from './chromium.ts';
import { Hands } from './hands.ts';
import { desk, phone, Stage } from './stage.ts';

/**
 * The guided tour as a first-time visitor walks it, from the first open to its end: in Danish on a desk, in English on a
 * phone. Whoever walks does what the card says, and presses what it marks.
 */
const visits = [
  {
    browserIs: 'da-DK',
    viewport: desk,
    what: 'Trivsel hjælper ledere med at holde fast i to ting',
    begin: 'Vis mig det',
    goOn: 'Videre',
    leave: 'Forlad rundvisningen',
    tour: 'Rundvisning',
    who: 'Du er Mette Holm.',
    become: undefined,
    leader: 'Mette',
    command: 'Skriv "/trivsel aftale"',
    points: 'Skriv dit første punkt',
    title: 'Hvad er vigtigt for dig?',
    firstStep: 'Et lille første skridt',
    next: 'Næste',
    rhythm: 'Vælg, hvor tit Trivsel skal spørge',
    save: 'Gem aftalen',
    close: 'Luk',
    time: 'Åbn "Næste" øverst',
    mine: 'Mette Holm (dig) Opfølgning på aftalen',
    answer: 'Tryk "Svar nu"',
    answerNow: 'Svar nu',
    progress: 'Godt på vej',
    saveAnswer: 'Gem',
    manager: 'Skift til Karen Friis',
    sees: 'Her står intet om, hvad Mette skrev',
    group: 'Åbn kanalen #ledelsen',
    round: 'Tryk "Giv dit bidrag"',
    end: 'Det var det hele',
    finish: 'Luk',
  },
  {
    browserIs: 'en-GB',
    viewport: phone,
    what: 'Trivsel helps leaders hold on to two things',
    begin: 'Show me',
    goOn: 'Continue',
    leave: 'Leave the tour',
    tour: 'Guided tour',
    who: 'Switch to James Carter',
    become: 'U0JAMES',
    leader: 'James',
    command: 'Write “/trivsel agreement”',
    points: 'Write your first point',
    title: 'What matters to you?',
    firstStep: 'A small first step',
    next: 'Next',
    rhythm: 'Choose how often Trivsel should ask',
    save: 'Save agreement',
    close: 'Close',
    time: 'Open “Next” at the top',
    mine: 'James Carter (you) Follow-up on the agreement',
    answer: 'Press “Answer now”',
    answerNow: 'Answer now',
    progress: 'Well on the way',
    saveAnswer: 'Save',
    manager: 'Switch to Karen Friis',
    sees: 'Nothing of what James wrote or answered is there',
    group: 'Open the channel #ledelsen',
    round: 'Press “Giv dit bidrag”',
    end: 'That is all of it',
    finish: 'Close',
  },
];

describe.runIf(hasBrowser)('the guided tour', () => {
  let stage: Stage;
  let world: World;

  beforeAll(async () => {
    stage = await Stage.set('2026-11-23T09:00:00Z');
    world = stage.world;
  });
  beforeEach(() => begin(world, 'company', '2026-11-23T11:00:00Z'));
  afterAll(() => stage.close());

  const open = ({ browserIs, viewport }: Pick<(typeof visits)[number], 'browserIs' | 'viewport'>) =>
    stage.visit({ viewport, locale: browserIs });

  it.each(visits)(
    'is walked to its end where the browser speaks $browserIs',
    { timeout: 90_000 },
    async (visit) => {
      const page = await open(visit);
      const hands = new Hands(page, `tour-${visit.browserIs}`);
      const card = page.getByRole('complementary');
      const says = (sentence: string) => card.getByText(sentence).waitFor();
      const marked = page.locator('[data-tour-mark]');

      await says(visit.what);
      await hands.look('offer');
      await card.getByRole('button', { name: visit.begin }).click();
      await says(visit.who);
      await hands.look('who');
      await marked.waitFor();
      if (visit.become === undefined) await card.getByRole('button', { name: visit.goOn }).click();
      else await become(page, visit.become);

      await says(visit.command);
      await hands.look('command');
      await marked.getByRole('textbox').fill(visit.command.replace(/^.*["“](.*)["”]/, '$1'));
      await marked.getByRole('button', { name: 'Send' }).click();
      await says(visit.points);
      await hands.look('points');
      for (const point of ['Formiddage uden møder', 'Sparring']) {
        const title = hands.dialog.getByLabel(visit.title);
        await expect.poll(() => title.inputValue()).toBe('');
        await title.fill(point);
        await hands.dialog.getByLabel(visit.firstStep).fill('Spærre torsdag');
        await page.locator('[data-tour-mark]', { hasText: visit.next }).click();
      }
      await says(visit.rhythm);
      await hands.look('rhythm');
      await page.locator('[data-tour-mark]', { hasText: visit.save }).click();
      await page.locator('[data-tour-mark]', { hasText: visit.close }).waitFor();
      await hands.look('saved');
      await marked.click();

      await says(visit.time);
      await hands.look('time');
      await marked.click();
      await page.locator('[data-tour-mark]', { hasText: visit.mine }).waitFor();
      await hands.look('list');
      await marked.click();
      await says(visit.answer);
      await hands.look('asked');
      await page.locator('[data-tour-mark]', { hasText: visit.answerNow }).click();
      await hands.dialog.getByRole('radiogroup').first().waitFor();
      for (const group of await hands.dialog.getByRole('radiogroup').all())
        await group.getByLabel(visit.progress).check();
      await page.locator('[data-tour-mark]', { hasText: visit.saveAnswer }).click();

      await says(visit.manager);
      await hands.look('answered');
      await hands.closeAll();
      await marked.waitFor();
      await become(page, 'U0KAREN');
      await says(visit.sees);
      await hands.look('manager');
      expect(await page.getByRole('main').innerText()).not.toMatch(/Formiddage uden møder|Spærre torsdag/);
      await card.getByRole('button', { name: visit.goOn }).click();
      await says(visit.group);
      await hands.goTo('ledelsen');
      await says(visit.round);
      await hands.look('group');
      await page.locator('[data-tour-mark]', { hasText: 'Giv dit bidrag' }).click();
      await hands.dialog
        .getByLabel('Hvad lykkedes, også selv om det er småt?')
        .fill('Mette fik hjælp i tide');
      await page.locator('[data-tour-mark]', { hasText: 'Gem' }).click();
      await says(visit.end);
      await hands.closeAll();
      await hands.look('end');
      await card.getByRole('button', { name: visit.finish, exact: true }).click();
      await card.waitFor({ state: 'detached' });
      await page.close();
    },
  );

  it('is left at any time, does not come back by itself, and is found again where it was', async () => {
    const [visit] = visits;
    if (visit === undefined) return;
    const page = await open(visit);
    const card = page.getByRole('complementary');
    await card.getByRole('button', { name: visit.begin }).click();
    await card.getByRole('button', { name: visit.goOn }).click();
    await card.getByText(visit.command).waitFor();
    await card.getByRole('button', { name: visit.leave }).click();
    await page.reload();
    await page.getByRole('button', { name: visit.tour }).waitFor();
    expect(await card.count()).toBe(0);
    expect(await page.locator('[data-tour-mark]').count()).toBe(0);
    await page.getByRole('button', { name: visit.tour }).click();
    await card.getByText(visit.command).waitFor();
    await card.getByRole('button', { name: 'English' }).click();
    await card.getByText('Write “/trivsel aftale”').waitFor();
    await page.close();
  });

  it('makes room for a thread and for the inspector, and is there again when they are closed', async () => {
    const page = await open({ browserIs: 'da-DK', viewport: desk });
    const hands = new Hands(page, 'tour-room');
    const card = page.getByRole('complementary', { name: 'Rundvisning' });
    await card.waitFor();
    await page.keyboard.press('F6');
    await card.waitFor({ state: 'hidden' });
    await hands.look('inspector');
    await page.keyboard.press('Escape');
    await card.waitFor();
    await hands.goTo('ledelsen');
    await page.locator('.message').last().hover();
    await page.getByRole('button', { name: 'Svar i tråd' }).last().click();
    await card.waitFor({ state: 'hidden' });
    await hands.look('thread');
    await page.close();
  });

  it('goes by the keyboard, folded on a phone too, and the page works without anything being kept', async () => {
    const page = await stage.visit({ viewport: phone, locale: 'da-DK' }, 'U0METTE', () => {
      const refuse = () => {
        throw new Error('Nothing is kept here');
      };
      Object.defineProperty(globalThis, 'localStorage', { get: refuse });
    });
    const card = page.getByRole('complementary', { name: 'Rundvisning' });
    await card.getByRole('button', { name: 'Vis mig det' }).press('Enter');
    await expect.poll(() => page.locator('.tour:focus-within').count()).toBe(1);
    await card.getByRole('button', { name: 'Fold sammen' }).press('Enter');
    expect(await card.getByText('Trin 1 af 10').isVisible()).toBe(true);
    expect(await card.getByText('Du er Mette Holm.').count()).toBe(0);
    await page.getByPlaceholder('/trivsel').fill('/trivsel aftale');
    await page.getByPlaceholder('/trivsel').press('Enter');
    await card.getByText('Trin 3 af 10').waitFor();
    await card.getByRole('button', { name: 'Fold ud' }).click();
    await card.getByText('Skriv dit første punkt').waitFor();
    await page.close();
  });
});

/** In the sidebar, which a phone keeps behind its menu. */
async function become(page: Page, person: string): Promise<void> {
  const menu = page.locator('.menu-button');
  if (await menu.isVisible()) await menu.click();
  await page.locator('#act-as').selectOption(person);
  const close = page.locator('.sidebar-close');
  if (await close.isVisible()) await close.click();
}
