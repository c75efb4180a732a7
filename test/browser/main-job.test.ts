import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begin } from '../../playground/server.ts';
import { hasBrowser } from './chromium.ts';
import { Stage } from './stage.ts';

/** The main job as a person does it in the playground: by what is written on the screen, in a real Chromium. */
const visits = [
  {
    who: 'U0METTE',
    viewport: { width: 1280, height: 800 },
    command: '/trivsel aftale',
    title: 'Hvad er vigtigt for dig?',
    firstStep: 'Et lille første skridt',
    next: 'Næste',
    save: 'Gem aftalen',
    saved: /Den første opfølgning kommer tirsdag den/,
    close: 'Luk',
    goOn: 'Gå til næste hændelse',
    ask: 'Hej Mette. Har du to minutter til din opfølgning?',
    answer: 'Svar nu',
    steps: ['Godt på vej', 'Står stille'],
    win: 'En lille sejr',
    saveAnswer: 'Gem',
    thanks: /Det er gemt\. Næste gang: tirsdag den/,
    answered: /Tak, det er gemt\. Næste gang: tirsdag den/,
    progress: /Fremdrift: Godt på vej/,
  },
  {
    who: 'U0JAMES',
    viewport: { width: 390, height: 844 },
    command: '/trivsel agreement',
    title: 'What matters to you?',
    firstStep: 'A small first step',
    next: 'Next',
    save: 'Save agreement',
    saved: /The first follow-up comes on Tuesday/,
    close: 'Close',
    goOn: 'Go to next event',
    ask: 'Hi James. Do you have two minutes for your follow-up?',
    answer: 'Answer now',
    steps: ['Well on the way', 'Standing still'],
    win: 'A small win',
    saveAnswer: 'Save',
    thanks: /Saved\. Next time: Tuesday/,
    answered: /Thanks, saved\. Next time: Tuesday/,
    progress: /Progress: Well on the way/,
  },
];

describe.runIf(hasBrowser)('in the browser', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.set();
  });
  afterAll(() => stage.close());

  it.each(visits)('$who makes an agreement, answers the follow-up and sees the progress', async (visit) => {
    await begin(stage.world, 'nobody');
    const { page } = await stage.enter(visit.who, visit.who, { viewport: visit.viewport });

    await say(page, visit.command);
    await fillPoint(page, visit, 'Formiddage uden møder', 'Spærre torsdag');
    await fillPoint(page, visit, 'Sparring', 'Skrive til Sofie');
    await page.getByRole('button', { name: visit.save }).click();
    await page.getByRole('dialog').getByText(visit.saved).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: visit.close, exact: true }).last().click();

    await page.getByRole('button', { name: visit.goOn }).click();
    await page.getByRole('main').getByText(visit.ask).waitFor();
    await page.getByRole('button', { name: visit.answer }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('radiogroup', { name: 'Formiddage uden møder' })
      .getByLabel(visit.steps[0] ?? '')
      .check();
    await dialog
      .getByRole('radiogroup', { name: 'Sparring' })
      .getByLabel(visit.steps[1] ?? '')
      .check();
    await dialog.getByLabel(visit.win).fill('Den første formiddag holdt');
    await dialog.getByRole('button', { name: visit.saveAnswer, exact: true }).click();
    await dialog.getByText(visit.thanks).waitFor();
    await dialog.getByRole('button', { name: visit.close, exact: true }).last().click();
    await page.getByText(visit.answered).waitFor();

    await say(page, visit.command);
    await page.getByRole('dialog').getByText(visit.progress).waitFor();
    expect(await page.getByRole('dialog').innerText()).toContain('Den første formiddag holdt');
    await page.close();
  });
});

async function say(page: Page, command: string): Promise<void> {
  const composer = page.getByPlaceholder('/trivsel');
  await composer.fill(command);
  await composer.press('Enter');
  await page.getByRole('dialog').waitFor();
}

async function fillPoint(
  page: Page,
  visit: (typeof visits)[number],
  title: string,
  step: string,
): Promise<void> {
  const dialog = page.getByRole('dialog');
  // Wait for an empty form: the one before has the same labels.
  await expect.poll(() => dialog.getByLabel(visit.title).inputValue()).toBe('');
  await dialog.getByLabel(visit.title).fill(title);
  await dialog.getByLabel(visit.firstStep).fill(step);
  await dialog.getByRole('button', { name: visit.next, exact: true }).click();
}
