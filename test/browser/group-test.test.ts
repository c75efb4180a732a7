import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moveIn } from '../../playground/company.ts';
import { groupStatements, type Rating } from '../../shared/domain/assessment.ts';
import type { GroupStatement } from '../../shared/domain/themes.ts';
import { addSeconds } from '../../shared/domain/time.ts';
import { textsIn } from '../../shared/texts/index.ts';
import { hasBrowser } from './chromium.ts';
import type { Hands } from './hands.ts';
import { desk, phone, Stage } from './stage.ts';

/**
 * A management group's test by what is written on the screen: its leader on a desk in Danish, one on a phone in Danish in the
 * dark, one on a phone in English. Then a group that is too small for one.
 */
const da = textsIn('da');
const en = textsIn('en');

type Mind = Partial<Record<GroupStatement, [now: Rating, helps: Rating]>>;
const usual: Mind = { room: [1, 5], frames: [2, 4], meetings: [3, 3] };

describe.runIf(hasBrowser)('a group’s test', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.set('2026-11-23T09:00:00Z');
    moveIn(stage.world);
  });
  afterAll(() => stage.close());

  const open = async (who: string, channel: string, viewport: typeof desk, more = {}) => {
    const hands = await stage.enter(who, `${who}-${viewport.width}`, { viewport, ...more });
    await hands.goTo(channel);
    return hands;
  };
  const soon = () => stage.world.goTo(addSeconds(stage.world.clock.now(), 30));

  /** Rates what stands on the page in front. */
  async function rate({ dialog }: Hands, kind: 'now' | 'helps', mind: Mind, texts = da): Promise<void> {
    for (const theme of groupStatements.pages.flat()) {
      const group = dialog.getByRole('radiogroup', { name: texts.groupTest.statements[theme] });
      if ((await group.count()) === 0) continue;
      const [now, helps] = mind[theme] ?? [5, 1];
      const label = kind === 'now' ? texts.assessment.now[now] : texts.assessment.helps[helps];
      await group.getByLabel(label, { exact: true }).check();
    }
  }

  /** From the post to the thanks. */
  async function answer(hands: Hands, mind: Mind, { texts = da, isLooked = false } = {}): Promise<void> {
    const t = texts.groupTest;
    const look = async (name: string) => (isLooked ? hands.look(name) : undefined);
    // The channel speaks the workspace's language.
    await hands.pressInMessage(da.groupTest.answerNow);
    await hands.dialog.getByText(t.statements.frames).waitFor();
    await look('first-page');
    await rate(hands, 'now', mind, texts);
    await hands.click(texts.next);
    await hands.dialog.getByText(t.statements.room).waitFor();
    await look('second-page');
    await rate(hands, 'now', mind, texts);
    await hands.click(texts.next);
    await hands.dialog.getByText(t.askHelps).waitFor();
    await look('helps');
    await rate(hands, 'helps', mind, texts);
    await look('helps-chosen');
    await hands.click(t.submit);
  }

  test('of six is answered by five, each for themselves, and only the order comes', {
    timeout: 90_000,
  }, async () => {
    const t = da.groupTest;
    const karen = await open('U0KAREN', 'ledelsen', desk);
    const mette = await open('U0METTE', 'ledelsen', phone, { colorScheme: 'dark' });
    const james = await open('U0JAMES', 'ledelsen', phone);
    const aisha = await open('U0AISHA', 'ledelsen', desk);

    // From one's own test to one together.
    await karen.say('/trivsel test');
    await karen.dialog.getByText(t.together).waitFor();
    await karen.look('own-test');
    await karen.click(t.take);
    await karen.dialog.getByText(t.begin.intro).waitFor();
    await karen.look('begin');
    const members = karen.dialog.getByRole('group', { name: t.begin.members });
    for (const name of ['Mette Holm', 'Peter Lund', 'James Carter', 'Nanna Bech', 'Ole Skov'])
      await members.getByLabel(name).check();
    await karen.look('begin-chosen');
    await karen.click(t.begin.submit);
    await karen.dialog.getByText(t.begin.begun).waitFor();
    await karen.look('begun');
    await karen.closeAll();
    await soon();
    await karen.page.getByText('Ti korte udsagn, to minutter.').waitFor();
    await karen.look('post');
    await mette.look('post');
    await aisha.pressInMessage(t.answerNow);
    await aisha.dialog.getByText(da.refusals['not-in-assessment']).waitFor();
    await aisha.look('not-asked');
    await aisha.closeAll();

    await answer(mette, usual, { isLooked: true });
    await mette.dialog.getByText('Tak, dine svar er gemt.').waitFor();
    await mette.look('answered');
    await mette.closeAll();
    await answer(james, { ...usual, learning: [2, 5] }, { texts: en, isLooked: true });
    await james.dialog.getByText('Thanks, your answers are saved.').waitFor();
    await james.look('answered');
    await james.closeAll();
    for (const who of ['U0PETER', 'U0NANNA']) {
      const hands = await open(who, 'ledelsen', desk);
      await answer(hands, usual);
      await hands.dialog.getByText('Tak, dine svar er gemt.').waitFor();
      await hands.closeAll();
      await hands.page.close();
    }
    await soon();
    expect(await karen.page.getByText(/[0-9] af 6/).count()).toBe(0);
    await answer(karen, usual);
    await karen.dialog.getByText('Tak, dine svar er gemt.').waitFor();
    await karen.look('answered');

    // Ole hasn't answered: she who began it may close it all the same.
    await karen.click(t.close);
    await karen.look('confirm');
    await karen.dialog.getByRole('button', { name: t.closeConfirm.yes, exact: true }).last().click();
    await karen.dialog.getByText(t.closes).waitFor();
    await karen.closeAll();
    await soon();
    await karen.page.getByText(t.post.top).waitFor();
    await karen.look('order');
    await mette.look('order');
    await james.look('order');
    const said = await karen.page.locator('main').innerText();
    expect(said).not.toContain(da.group.themes.learning);
    expect(said.indexOf(da.group.themes.room)).toBeLessThan(said.indexOf(da.group.themes.frames));

    await james.say('/trivsel test');
    await james.dialog.getByText(en.groupTest.question.room).waitFor();
    await james.look('result');
    await james.closeAll();
    await karen.pressInMessage(t.toAgreement);
    await karen.dialog.getByText(t.begins).waitFor();
    await karen.look('agreement');
    await karen.click(da.next);
    await karen.dialog.getByText(da.group.themes.frames).first().waitFor();
    await karen.look('agreement-points');
    for (const { page } of [karen, mette, james, aisha]) await page.close();
  });

  test('of three is naming a theme each, with a name', { timeout: 60_000 }, async () => {
    const t = da.groupTest;
    const peter = await open('U0PETER', 'drift-ledere', desk);
    const sofie = await open('U0SOFIE', 'drift-ledere', phone);
    await peter.say('/trivsel gruppe');
    await peter.dialog.getByText(t.unsure).waitFor();
    await peter.look('unsure');
    await peter.click(t.take);
    const members = peter.dialog.getByRole('group', { name: t.begin.members });
    for (const name of ['Sofie Dahl', 'Hassan Yilmaz']) await members.getByLabel(name).check();
    await peter.click(t.begin.submit);
    await peter.closeAll();
    await soon();
    await peter.page.getByText('I er færre end fem').waitFor();
    await peter.look('too-few');
    await sofie.pressInMessage(t.post.name);
    await sofie.look('name');
    await sofie.click(da.save);
    await sofie.look('name-missed');
    await sofie.dialog.getByLabel(t.name.theme).selectOption({ label: da.group.themes.sharing });
    await sofie.click(da.save);
    await sofie.dialog.getByText(t.name.said).waitFor();
    await sofie.look('said');
    await sofie.closeAll();
    await soon();
    await sofie.page.getByText(t.post.named).waitFor();
    await sofie.look('named');
    await peter.pressInMessage(t.post.name);
    await peter.dialog.getByText(t.name.named).waitFor();
    await peter.look('name-second');
    await peter.dialog.getByLabel(t.name.theme).selectOption({ label: da.group.themes.trust });
    await peter.click(da.save);
    await peter.closeAll();
    await soon();
    await peter.page.getByText('Peter Lund: ').first().waitFor();
    await peter.look('named');
    await peter.pressInMessage(t.toAgreement);
    await peter.dialog.getByText(t.begunWithNames).waitFor();
    await peter.look('agreement');
  });
});
