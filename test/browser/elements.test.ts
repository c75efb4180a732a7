import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moveIn } from '../../playground/company.ts';
import { methods } from '../../playground/slack/methods.ts';
import type { Json } from '../../playground/slack/state.ts';
import { openView, pushView } from '../../playground/slack/views.ts';
import { hasBrowser } from './chromium.ts';
import { everyBlock, everyInput } from './every-element.ts';
import type { Hands } from './hands.ts';
import { desk, phone, Stage } from './stage.ts';

/** Whatever an app may put into a modal or a message, filled in and pressed by a person: what the app would be sent. */
describe.runIf(hasBrowser)('the page', () => {
  let stage: Stage;
  let mette: Hands;

  beforeAll(async () => {
    stage = await Stage.set('2026-11-23T09:00:00Z');
    moveIn(stage.world);
    mette = await stage.enter('U0METTE', 'elements');
  });
  afterAll(() => stage.close());

  async function open(view: Json): Promise<void> {
    stage.world.slack.putViews('U0METTE', []);
    await mette.dialog.waitFor({ state: 'detached' });
    const opened = openView(stage.world.slack, 'U0METTE', view);
    if ('error' in opened) throw new Error(opened.messages?.join('\n') ?? opened.error);
    await mette.dialog.waitFor();
  }

  /** What is sent to the server when something is done; the app knows no such view, and its answer is no matter here. */
  async function sentBy(path: string, act: () => Promise<void>): Promise<Json> {
    const [request] = await Promise.all([mette.page.waitForRequest(`**/api/${path}`), act()]);
    await request.response();
    return request.postDataJSON() as Json;
  }

  const valuesOf = (body: Json) =>
    Object.fromEntries(
      Object.entries(body['values'] as Record<string, { field: Json }>).map(([label, { field }]) => {
        const { type: _, ...value } = field;
        return [label, value];
      }),
    );

  test('sends what stands in every element when nothing was touched', { timeout: 30_000 }, async () => {
    await open(everyInput);
    const { dialog } = mette;
    await mette.look('untouched');
    await dialog.getByLabel('Kort tekst').fill('Ro og tid');
    const option = (text: string) => ({ text: { type: 'plain_text', text }, value: text });
    expect(valuesOf(await sentBy('submit', () => mette.click('Gem')))).toEqual({
      'Kort tekst': { value: 'Ro og tid' },
      'Lang tekst': { value: null },
      'E-mail': { value: null },
      Adresse: { value: null },
      Tal: { value: null },
      'Rig tekst': { rich_text_value: null },
      Felter: { selected_options: [option('Tid')] },
      Knapper: { selected_option: null },
      Menu: { selected_option: null },
      Grupper: { selected_option: null },
      'Flere valg': { selected_options: [] },
      Person: { selected_user: 'U0PETER' },
      Personer: { selected_users: [] },
      Kanal: { selected_channel: null },
      Kanaler: { selected_channels: [] },
      Samtale: { selected_conversation: null },
      Samtaler: { selected_conversations: [] },
      Dato: { selected_date: '2026-12-01' },
      Klokkeslæt: { selected_time: '09:00' },
      'Dag og tid': { selected_date_time: 1_796_214_600 },
    });
  });

  test('sends what was entered in every element', { timeout: 30_000 }, async () => {
    await open(everyInput);
    const { dialog } = mette;
    const called = (label: string) => new RegExp(`^${label}( \\(|$)`);
    const field = (label: string) => dialog.getByLabel(called(label));
    const group = (label: string) => dialog.getByRole('group', { name: called(label) });
    await field('Kort tekst').fill('Ro');
    await field('Lang tekst').fill('To\nlinjer');
    await field('E-mail').fill('mette@havnby.example');
    await field('Adresse').fill('https://havnby.example');
    await field('Tal').fill('6');
    await field('Rig tekst').fill('Rigt');
    await group('Felter').getByLabel('Ro').check();
    await dialog
      .getByRole('radiogroup', { name: called('Knapper') })
      .getByLabel('Sparring')
      .check();
    await field('Menu').selectOption('Tid');
    await field('Grupper').selectOption('Ro');
    for (const name of ['Ro', 'Tid', 'Sparring']) await group('Flere valg').getByLabel(name).check();
    await field('Person').selectOption({ label: 'Ole Skov' });
    await group('Personer').getByLabel('Karen Friis').check();
    await field('Kanal').selectOption({ label: 'alle' });
    await group('Kanaler').getByLabel('alle').check();
    await field('Samtale').selectOption({ label: 'ledelsen' });
    await group('Samtaler').getByLabel('ledelsen').check();
    await field('Dato').fill('2026-12-24');
    await field('Klokkeslæt').fill('18:00');
    await field('Dag og tid').fill('2026-12-24T18:00');

    // Slack's client refuses what the app would have to, and says it at the field.
    await mette.click('Gem');
    await dialog.getByText('Skriv mindst 3 tegn.').waitFor();
    await dialog.getByText('Skriv et tal, der er højst 5.').waitFor();
    await dialog.getByText('Vælg højst 2.').waitFor();
    expect(await field('Kort tekst').evaluate((input) => input.matches(':focus'))).toBe(true);
    await mette.look('errors');
    await field('Kort tekst').fill('Mere ro');
    await field('Tal').fill('5');
    await group('Flere valg').getByLabel('Sparring').uncheck();

    const values = valuesOf(await sentBy('submit', () => mette.click('Gem')));
    expect(values).toMatchObject({
      'Kort tekst': { value: 'Mere ro' },
      'Lang tekst': { value: 'To\nlinjer' },
      'E-mail': { value: 'mette@havnby.example' },
      Adresse: { value: 'https://havnby.example' },
      Tal: { value: '5' },
      'Rig tekst': { rich_text_value: { type: 'rich_text', elements: [{ elements: [{ text: 'Rigt' }] }] } },
      Felter: { selected_options: [{ value: 'Ro' }, { value: 'Tid' }] },
      Knapper: { selected_option: { value: 'Sparring' } },
      Menu: { selected_option: { value: 'Tid' } },
      Grupper: { selected_option: { value: 'Ro' } },
      'Flere valg': { selected_options: [{ value: 'Ro' }, { value: 'Tid' }] },
      Person: { selected_user: 'U0OLE' },
      Personer: { selected_users: ['U0KAREN'] },
      Kanal: { selected_channel: 'C0GENEREL' },
      Kanaler: { selected_channels: ['C0GENEREL'] },
      Dato: { selected_date: '2026-12-24' },
      Klokkeslæt: { selected_time: '18:00' },
      'Dag og tid': { selected_date_time: Date.parse('2026-12-24T17:00:00Z') / 1000 },
    });
    const ledelsen = stage.world.slack.channels().find(({ name }) => name === 'ledelsen')?.id;
    expect(values).toMatchObject({
      Samtale: { selected_conversation: ledelsen },
      Samtaler: { selected_conversations: [ledelsen] },
    });
  });

  test('asks before something dangerous, and lets one out of it by the keyboard', {
    timeout: 30_000,
  }, async () => {
    await open(everyInput);
    const { dialog, page } = mette;
    const remove = dialog.getByRole('button', { name: 'Slet det' });
    await remove.focus();
    await page.keyboard.press('Enter');
    await dialog.getByText('Det kan ikke fortrydes.').waitFor();
    await mette.look('dangerous');
    await page.keyboard.press('Escape');
    await expect.poll(() => remove.evaluate((button) => button.matches(':focus'))).toBe(true);
    await page.keyboard.press('Enter');
    const sent = await sentBy('action', () =>
      dialog.getByRole('button', { name: 'Slet', exact: true }).click(),
    );
    expect(sent['action']).toMatchObject({ type: 'button', action_id: 'danger', block_id: 'actions' });

    const more = dialog.getByRole('button', { name: 'Flere valg' });
    await more.focus();
    await page.keyboard.press('Enter');
    await mette.look('overflow');
    await page.keyboard.press('ArrowUp');
    const chosen = await sentBy('action', () => page.keyboard.press('Enter'));
    expect(chosen['action']).toMatchObject({ type: 'overflow', selected_option: { value: 'Sparring' } });
  });

  test('sends what is pressed while something else is under way, and a double click once', {
    timeout: 30_000,
  }, async () => {
    await open(everyInput);
    const { dialog, page } = mette;
    const sent: string[] = [];
    let answer = () => {};
    const isAnswered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/api/action', async (route) => {
      const { action } = route.request().postDataJSON() as { action: Json };
      sent.push(String(action['type']));
      await isAnswered;
      await route.continue();
    });
    await dialog.getByRole('button', { name: 'Gør noget' }).dblclick();
    await dialog.getByRole('button', { name: 'Flere valg' }).click();
    await dialog.getByRole('menuitem', { name: 'Sparring' }).click();
    answer();
    await expect.poll(() => sent).toEqual(['button', 'overflow']);
    await page.unroute('**/api/action');
  });

  test('stacks modals: back to the one below, with what was typed there, or out of all of them', {
    timeout: 30_000,
  }, async () => {
    await open(everyInput);
    const { dialog, page } = mette;
    await dialog.getByLabel('Kort tekst').fill('Ventende');
    pushView(stage.world.slack, 'U0METTE', { ...everyInput, title: { type: 'plain_text', text: 'Ovenpå' } });
    await dialog.getByRole('heading', { name: 'Ovenpå' }).waitFor();
    await mette.look('stacked');
    await page.getByRole('button', { name: 'Tilbage' }).click();
    await dialog.getByRole('heading', { name: 'Alle felter' }).waitFor();
    expect(await dialog.getByLabel('Kort tekst').inputValue()).toBe('Ventende');
    pushView(stage.world.slack, 'U0METTE', { ...everyInput, title: { type: 'plain_text', text: 'Ovenpå' } });
    await dialog.getByRole('heading', { name: 'Ovenpå' }).waitFor();
    await page.getByRole('button', { name: 'Luk', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  });

  test('draws every block of a message, on a desk and on a phone', { timeout: 30_000 }, async () => {
    const posted = methods['chat.postMessage']?.(stage.world.slack, {
      channel: 'U0METTE',
      text: 'Tre måneder',
      blocks: everyBlock,
    });
    expect(posted).toMatchObject({ ok: true });
    const small = await stage.enter('U0METTE', 'elements-phone', { viewport: phone });
    for (const { page } of [mette, small]) {
      await page.getByRole('cell', { name: 'Anden' }).waitFor();
      expect(await page.getByRole('columnheader').allInnerTexts()).toEqual(['Runde', 'Bidrag', 'Punkt 1']);
      expect(await page.getByText('kan kun ses i Slack').count()).toBe(0);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    }
    await mette.page.setViewportSize({ ...desk, height: 1400 });
    await mette.look('blocks');
    await small.look('blocks');
  });
});
