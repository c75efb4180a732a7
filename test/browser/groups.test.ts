import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moveIn } from '../../playground/company.ts';
import type { World } from '../../playground/world.ts';
import { addSeconds } from '../../shared/domain/time.ts';
import { hasBrowser } from './chromium.ts';
import type { Hands } from './hands.ts';
import { phone, Stage } from './stage.ts';

/**
 * A management group in its channel, each in a window of their own: its leader on a desk in Danish, a member on a phone in
 * Danish, one on a phone in English, and HR, who only reads along.
 */
const desk = { width: 1280, height: 900 };

describe.runIf(hasBrowser)('a management group', () => {
  let stage: Stage;
  let world: World;
  let karen: Hands;
  let mette: Hands;
  let james: Hands;
  let aisha: Hands;

  beforeAll(async () => {
    stage = await Stage.set('2026-11-23T09:00:00Z');
    world = stage.world;
    moveIn(world);
    const open = async (who: string, viewport: typeof desk) => {
      const hands = await stage.enter(who, who, { viewport });
      await hands.goTo('ledelsen');
      return hands;
    };
    karen = await open('U0KAREN', desk);
    mette = await open('U0METTE', phone);
    james = await open('U0JAMES', phone);
    aisha = await open('U0AISHA', desk);
  });
  afterAll(() => stage.close());

  const soon = () => world.goTo(addSeconds(world.clock.now(), 30));

  test('makes its agreement, holds a round, agrees on something, and hears of it until it is done', {
    timeout: 90_000,
  }, async () => {
    // Who and when: who else reads is told as members are chosen.
    await karen.say('/trivsel gruppe');
    await karen.look('who');
    const members = karen.dialog.getByRole('group', { name: 'Hvem er med i gruppen?' });
    for (const name of ['Mette Holm', 'Peter Lund', 'James Carter', 'Nanna Bech', 'Ole Skov'])
      await members.getByLabel(name).check();
    await karen.dialog.getByText('@Aisha Rahman').waitFor();
    await karen.look('who-chosen');
    await karen.click('Næste');
    const fields = (label: string, index: number) => karen.dialog.getByLabel(label).nth(index);
    await fields('Hvad er vigtigt for jer?', 0).fill('Vi flytter kræfter, når en er presset');
    await fields('Hvad skal det føre til?', 0).fill('Ingen afdeling går ned');
    await fields('Hvem har ansvaret for det?', 0).selectOption({ label: 'Mette Holm' });
    await fields('Hvad er vigtigt for jer?', 1).fill('Møder kun om det fælles');
    await fields('Hvad skal det føre til?', 1).fill('Beslutninger på en uge');
    await fields('Hvem har ansvaret for det?', 1).selectOption({ label: 'Aisha Rahman' });
    await karen.click('Gem aftalen');
    await karen.dialog.getByText('Vælg en, der er med i gruppen.').waitFor();
    await karen.look('not-a-member');
    await fields('Hvem har ansvaret for det?', 1).selectOption({ label: 'Ole Skov' });
    await karen.click('Gem aftalen');
    await karen.dialog.getByText('Godt begyndt.').waitFor();
    await karen.look('made');
    await karen.closeAll();
    await soon();
    await karen.page.getByText('Fastgjort i kanalen').waitFor();
    await karen.look('card');
    await mette.look('card');

    // Who only reads along can open nothing.
    await aisha.pressInMessage('Se aftalen');
    await aisha.dialog.getByText('Det kan du ikke åbne herfra.').waitFor();
    await aisha.look('refused');
    await aisha.closeAll();

    // The round opens with the promises.
    await world.goTo('2026-12-07T09:00:30Z');
    await karen.page.getByText('Vi begynder med det, vi lovede hinanden').waitFor();
    await karen.look('opening');
    await mette.pressInMessage('Giv dit bidrag');
    await mette.look('contribute');
    await mette.click('Gem');
    await mette.dialog.getByText('Skriv eller vælg mindst én ting.').waitFor();
    await mette.progress('Vi flytter kræfter, når en er presset', 'Så småt i gang');
    await mette.progress('Møder kun om det fælles', 'Står stille');
    await mette.dialog
      .getByLabel('Hvad lykkedes, også selv om det er småt?')
      .fill('Ole lånte mig to sælgere');
    await mette.dialog.getByRole('group', { name: 'Jeg mangler' }).getByLabel('Folk').check();
    await mette.look('contribute-filled');
    await mette.click('Gem');
    await mette.dialog.getByText('Tak for dit bidrag.').waitFor();
    await mette.look('contributed');
    await mette.closeAll();
    await james.pressInMessage('Giv dit bidrag');
    await james.dialog.getByText('everyone in the channel can read').waitFor();
    await james.look('contribute');
    await james.progress('Møder kun om det fælles', 'Getting going');
    await james.dialog.getByLabel('What should we do differently?').fill('Start with decisions');
    await james.dialog.getByRole('group', { name: 'I can help with' }).getByLabel('People').check();
    await james.click('Save');
    await james.dialog.getByText('Thank you for contributing.').waitFor();
    await james.closeAll();
    await soon();
    await karen.page.getByText('2 af 6 har bidraget.').waitFor();
    expect(await karen.page.getByText('Start with decisions').count()).toBe(0);
    await karen.look('two-of-six');

    // Closed by its facilitator, once it is confirmed; then a line becomes a commitment.
    await karen.page.getByRole('button', { name: 'Luk runden', exact: true }).click();
    await karen.look('confirm');
    await karen.click('Luk runden');
    await karen.dialog.getByText('Opsamlingen kommer i kanalen').waitFor();
    await karen.closeAll();
    await soon();
    await karen.page.getByText('Opsamling på runden').waitFor();
    await karen.look('summary');
    await mette.look('summary');
    await karen.page.getByRole('button', { name: 'Aftal det: James Carter: Start with' }).click();
    await karen.dialog.waitFor();
    await karen.dialog.getByLabel('Hvem gør det?').selectOption({ label: 'Mette Holm' });
    await karen.dialog.getByLabel('Hvornår senest?').fill('2026-12-14');
    await karen.look('commit');
    await karen.click('Gem');
    await karen.dialog.getByText('Det er aftalt.').waitFor();
    await karen.closeAll();
    await soon();
    await karen.page.getByText('Aftalt: Mette Holm, senest den 14. december').waitFor();
    await karen.look('agreed');
    await karen.pressInMessage('Gennemgå bidragene');
    await karen.look('lines');
    await karen.dialog
      .getByRole('group', { name: 'Hvad har I talt om?' })
      .getByRole('checkbox')
      .first()
      .check();
    await karen.click('Gem');
    await karen.dialog.getByText('Resten er taget med til næste runde.').waitFor();
    await karen.closeAll();

    // She hears of it in her own slot, and says so; everybody reads it in the next round.
    await mette.goTo('Trivsel');
    await mette.look('given');
    await world.goTo('2026-12-15T12:00:00Z');
    await mette.pressInMessage('Svar');
    await mette.look('commitment');
    await mette.dialog.getByLabel('Det er gjort').check();
    await mette.click('Gem');
    await mette.dialog.getByText('Godt gået.').waitFor();
    await mette.closeAll();
    await soon();
    await mette.say('/trivsel');
    await mette.look('start');
    await mette.click('Grupper og opgaver');
    await mette.dialog.getByText('Dine grupper').waitFor();
    await mette.look('mine');
    await mette.closeAll();
    await world.goTo('2026-12-21T09:00:30Z');
    await james.look('opening');
    await james.pressInMessage('Se aftalen', 0);
    await james.dialog.getByText('Our group agreement').first().waitFor();
    await james.look('group');
    await james.closeAll();
    await karen.say('/trivsel gruppe');
    await karen.look('group');
    await karen.click('Vælg, hvem der er med');
    await karen.look('members');
    await karen.closeAll();
    await karen.say('/trivsel runde');
    await karen.look('contribute-by-command');
    await karen.closeAll();

    // Round after round, to the last, in which they say what becomes of the points.
    await world.goTo('2027-01-04T09:00:30Z');
    await mette.goTo('ledelsen');
    await mette.pressInMessage('Giv dit bidrag');
    await mette.dialog.getByText('Er det stadig vores to vigtigste punkter?').first().waitFor();
    await mette.progress('Vi flytter kræfter, når en er presset', 'Godt på vej');
    await mette.progress('Møder kun om det fælles', 'Så småt i gang');
    await mette.progress('Er det stadig vores to vigtigste punkter?', 'Ja, dem holder vi fast i');
    await mette.look('half-way');
    await mette.click('Gem');
    await mette.closeAll();
    await world.goTo('2027-01-06T09:01:00Z');
    await mette.page.getByText('Er det stadig vores to vigtigste punkter? 1 siger ja').waitFor();
    await mette.look('half-way-summary');
    await karen.look('chart');
    await world.goTo('2027-01-18T09:00:30Z');
    await james.pressInMessage('Giv dit bidrag');
    await james.progress('Møder kun om det fælles', 'Well on the way');
    await james.click('Save');
    await james.closeAll();
    await world.goTo('2027-02-22T09:00:30Z');
    await karen.say('/trivsel runde');
    await karen.look('closing-contribute');
    await karen.progress('Hvad skal der ske med "Møder kun om det fælles"?', 'Vi er i mål');
    await karen.click('Gem');
    await karen.closeAll();
    await world.goTo('2027-02-24T09:01:00Z');
    await karen.look('closing-summary');
    await karen.pressInMessage('Se tilbage og afslut');
    await karen.look('closing');
    await karen.progress('Vi flytter kræfter, når en er presset', 'Vi holder fast i det');
    await karen.dialog.getByLabel('Hvad har I lært?').fill('Vi siger til i tide');
    await karen.click('Afslut');
    await karen.dialog.getByText('Gruppeaftalen er slut.').waitFor();
    await karen.closeAll();
    await soon();
    await karen.page.getByText('Godt, at vi tog os tid til at se tilbage.').waitFor();
    await karen.look('ended');
    await karen.pressInMessage('Lav ny gruppeaftale');
    await karen.click('Næste');
    await karen.dialog.getByText('Andet punkt').waitFor();
    await karen.look('renewal');
  });
});
