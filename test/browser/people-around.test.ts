import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moveIn } from '../../playground/company.ts';
import { type Playground, servePlayground } from '../../playground/server.ts';
import { World } from '../../playground/world.ts';
import { hasBrowser, launch, openWindow } from './chromium.ts';
import { Hands } from './hands.ts';
import { desk, phone } from './stage.ts';

/**
 * A leader, their manager and a sparring partner, each in a window of their own: Danish on a desk, Danish on a phone,
 * English on a phone.
 */

describe.runIf(hasBrowser)('the people around a leader', () => {
  let browser: Browser;
  let world: World;
  let playground: Playground;
  let mette: Hands;
  let karen: Hands;
  let james: Hands;

  beforeAll(async () => {
    browser = await launch();
    world = await World.open({ standsAt: '2026-11-23T09:00:00Z' });
    moveIn(world);
    playground = await servePlayground(world, 0);
    const open = async (who: string, viewport: typeof desk) => {
      const page = await openWindow(browser, { viewport });
      page.setDefaultTimeout(6000);
      await page.goto(`http://127.0.0.1:${playground.port}/#${who}`);
      return new Hands(page, who);
    };
    mette = await open('U0METTE', desk);
    karen = await open('U0KAREN', phone);
    james = await open('U0JAMES', phone);
  });
  afterAll(async () => {
    await browser.close();
    playground.server.closeAllConnections();
    playground.server.close();
    await world.close();
  });

  test('three months with an ask answered, one that is not, a talk, a partner who leaves and a new manager', {
    timeout: 90_000,
  }, async () => {
    // Made, with people; who sees what is told as they are chosen.
    await mette.say('/trivsel aftale');
    await mette.fillPoint('Formiddage uden møder', 'Spærre torsdag');
    await mette.fillPoint('Klart mandat', 'Skrive de tre beslutninger ned');
    await mette.dialog.getByText('Kun du ser din aftale.').waitFor();
    await mette.look('third-modal');
    await mette.click('Tag nogen med');
    await mette.dialog.getByLabel('Min nærmeste leder').selectOption({ label: 'Karen Friis' });
    await mette.dialog.getByText('intet, før du beder om noget. Derefter kun det, du beder om.').waitFor();
    await mette.dialog
      .getByRole('group', { name: 'Mine sparringspartnere' })
      .getByLabel('James Carter')
      .check();
    await mette.dialog.getByText('Ikke dine punkter.').waitFor();
    await mette.dialog
      .getByRole('group', { name: 'Hvem må se dine to punkter?' })
      .getByLabel('James Carter')
      .check();
    await mette.dialog.getByText('og titel og første skridt på dine to punkter').waitFor();
    await mette.look('who-sees-what');
    await mette.click('Gem aftalen');
    await mette.dialog.getByText('Godt begyndt.').waitFor();
    await mette.look('saved');
    await mette.click('Se aftalen');
    await mette.dialog.getByText('Med i aftalen').waitFor();
    await mette.look('agreement-with-people');

    // An ask to the manager, and one more.
    await mette.click('Bed nogen om noget: Formiddage uden møder');
    await mette.dialog.getByLabel('En beslutning').check();
    await mette.dialog
      .getByLabel('Skriv det i én sætning')
      .fill('Må vi flytte mandagsmødet til eftermiddagen?');
    await mette.look('ask');
    await mette.click('Send');
    await mette.dialog.getByText('Jeg giver besked, når der er svar.').waitFor();
    await mette.closeAll();
    await mette.say('/trivsel aftale');
    await mette.click('Bed nogen om noget: Klart mandat');
    await mette.dialog.getByLabel('At få noget skåret fra').check();
    await mette.dialog.getByLabel('Skriv det i én sætning').fill('Kan en anden tage budgetrunden i år?');
    await mette.click('Send');
    await mette.dialog.getByText('Jeg giver besked').waitFor();
    await mette.closeAll();

    // The invitation, on a phone, in English.
    await world.goTo('2026-11-23T09:05:00Z');
    await james.page.getByText('would like you to be their sparring partner').waitFor();
    await james.look('invited');
    await james.pressInMessage('See more');
    await james.look('invitation');
    await james.click('Yes, gladly');
    await james.dialog.getByText('Agreed.').waitFor();
    await james.look('accepted');
    await james.closeAll();

    // The manager answers the one, and wants to talk.
    await karen.page.getByText('vil gerne have dit svar på noget').first().waitFor();
    await karen.look('asked');
    await karen.pressInMessage('Åbn og svar', 0);
    await karen.dialog.getByText('Må vi flytte mandagsmødet').waitFor();
    await karen.look('answer-form');
    await karen.dialog.getByLabel('Lad os tale om det').check();
    await karen.dialog.getByLabel('Hvornår?').fill('2026-12-01');
    await karen.click('Svar');
    await karen.dialog.getByText('Når I taler sammen').waitFor();
    await karen.look('agenda');
    await karen.closeAll();
    await karen.look('answered-message');

    await world.goTo('2026-11-24T08:30:00Z');
    await mette.page.getByText('har svaret dig').waitFor();
    await mette.look('told');
    await mette.pressInMessage('Se mere');
    await mette.dialog.getByText('Lad os tale om det').waitFor();
    await mette.look('own-ask-answered');
    await mette.closeAll();

    // The day of the talk; and the other ask still waits.
    await world.goTo('2026-12-01T09:00:00Z');
    await karen.page.getByText('venter på dit svar').waitFor();
    await karen.look('slot-message');
    await karen.say('/trivsel');
    await karen.look('start-manager');
    await karen.click('Det venter på dig (1)');
    await karen.dialog.getByText('Det har du svaret på').waitFor();
    await karen.look('inbox');
    await karen.click('Se dit svar');
    await karen.dialog.getByText('Blev det til noget?').last().waitFor();
    await karen.look('did-it-happen');
    await karen.click('Ja, det skete');
    await karen.dialog.getByText('det er skrevet ned').waitFor();
    await karen.closeAll();
    await mette.page.getByText('har ikke svaret endnu').waitFor();
    await mette.look('slot-message');
    await mette.pressInMessage('Se mere');
    await mette.dialog.getByText('Kan en anden tage budgetrunden').waitFor();
    await mette.look('own-ask-waits');
    await mette.closeAll();

    // A win shared, and sparring wanted.
    await world.goTo('2026-12-08T09:00:00Z');
    await mette.pressInMessage('Svar nu');
    await mette.progress('Formiddage uden møder', 'Godt på vej');
    await mette.progress('Klart mandat', 'Står stille');
    await mette.dialog.getByLabel('En lille sejr').fill('Fire torsdage i træk');
    await mette.dialog.getByRole('group', { name: 'Hvem må se den?' }).getByLabel('James Carter').check();
    await mette.dialog.getByLabel('Jeg vil gerne sparre med').selectOption({ label: 'James Carter' });
    await mette.look('check-in');
    await mette.click('Gem');
    await mette.dialog.getByText('Jeg spørger om sparring for dig').waitFor();
    await mette.look('thanks');
    await mette.closeAll();
    await world.goTo('2026-12-08T09:05:00Z');
    await james.page.getByText('would like to share a small win with you').waitFor();
    await james.look('win-and-sparring');
    await james.pressInMessage('See more');
    await james.dialog.getByText('Fire torsdage i træk').waitFor();
    await james.look('win');
    await james.closeAll();
    await james.pressInMessage('Open and answer');
    await james.dialog.getByLabel('Another time').check();
    await james.dialog.getByLabel('When suits you?').fill('Thursday after lunch');
    await james.look('sparring');
    await james.click('Answer');
    await james.dialog.getByText('The answer is on its way.').waitFor();
    await james.closeAll();

    // The monthly nudge; then the partner leaves, and another manager comes.
    await world.goTo('2026-12-22T12:00:00Z');
    await james.page.getByText('Have you talked with').waitFor();
    await james.look('nudged');
    await james.pressInMessage('We have talked');
    await james.dialog.getByText('That is written down.').waitFor();
    await james.closeAll();
    await james.say('/trivsel');
    await james.click('Sparring and answers');
    await james.look('inbox');
    await james.click('See what is shared');
    await james.dialog.getByText('Formiddage uden møder').waitFor();
    await james.look('shared');
    await james.closeAll();
    await james.say('/trivsel');
    await james.click('Sparring and answers');
    await james.click('Stop being a partner');
    await james.page.getByRole('button', { name: 'Stop', exact: true }).click();
    await james.dialog.getByText('You are no longer a sparring partner.').waitFor();
    await james.closeAll();
    await mette.say('/trivsel aftale');
    await mette.click('Vælg, hvem der er med');
    await mette.dialog.getByLabel('Min nærmeste leder').selectOption({ label: 'Peter Lund' });
    await mette.look('people');
    await mette.click('Gem');
    await mette.dialog.getByText('Med i aftalen').waitFor();
    await mette.look('people-changed');
    await mette.closeAll();
    await karen.pressInMessage('Åbn og svar');
    await karen.dialog.getByText('Det kan du ikke åbne herfra.').waitFor();
    await karen.look('taken-away');
    await karen.closeAll();

    // Half-way: what the two expect of each other.
    await world.goTo('2027-01-05T09:00:00Z');
    await mette.page.getByText('er ikke længere din sparringspartner').waitFor();
    await mette.look('partner-left');
    await mette.pressInMessage('Svar nu');
    await mette.dialog.getByText('forventer af hinanden').waitFor();
    await mette.look('half-way');
    expect(await mette.dialog.innerText()).not.toContain('Jeg vil gerne sparre med');
  });
});
