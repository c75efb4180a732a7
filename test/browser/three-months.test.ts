import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { moveIn } from '../../playground/company.ts';
import type { World } from '../../playground/world.ts';
import { hasBrowser } from './chromium.ts';
import { look } from './look.ts';
import { Stage } from './stage.ts';

/** Three months in the playground, by what is written on the screen: Danish on a desk, English on a phone. */
type Life = {
  who: string;
  viewport: { width: number; height: number };
  words: Record<keyof typeof danish, string>;
};

const danish = {
  agreement: '/trivsel aftale',
  start: '/trivsel',
  pause: '/trivsel pause',
  title: 'Hvad er vigtigt for dig?',
  firstStep: 'Et lille første skridt',
  next: 'Næste',
  saveAgreement: 'Gem aftalen',
  firstFollowUp: 'Den første opfølgning kommer tirsdag den 8. december kl. 9.00',
  close: 'Luk',
  goOn: 'Gå til næste hændelse',
  dismiss: 'Luk beskeden',
  ask: 'Hej Mette. Har du to minutter til din opfølgning?',
  remind:
    'Din opfølgning ligger her stadig. Passer det ikke nu, kommer næste opfølgning tirsdag den 22. december.',
  askedAgain: 'Opfølgningen ligger længere nede nu.',
  answer: 'Svar nu',
  lookBack: 'Se tilbage',
  skip: 'Spring over',
  ahead: 'Godt på vej',
  standing: 'Står stille',
  win: 'En lille sejr',
  save: 'Gem',
  answered: 'Tak, det er gemt. Næste gang: tirsdag den 22. december kl. 9.00.',
  until: 'Hvornår vil du begynde igen?',
  hold: 'Hold pause',
  paused: 'Jeg skriver ikke før mandag den 4. januar.',
  onPause: 'Du holder pause frem til mandag den 4. januar. Næste opfølgning: tirsdag den 5. januar kl. 9.00.',
  halfWay: 'Hej Mette. Du er halvvejs med din aftale. Har du to minutter?',
  still: 'Er det stadig de to vigtigste punkter?',
  no: 'Nej, noget skal laves om',
  changeNow: 'Du kan rette punkterne eller bytte dem ud, når du har lyst.',
  see: 'Se aftalen',
  replace: 'Byt det ud: Sparring',
  why: 'Hvorfor giver du slip på "Sparring"?',
  retired: 'Byttet ud den 5. januar',
  edit: 'Ret punktet: Fredag til ledelse',
  rhythm: 'Skift rytme eller tid',
  stop: 'Afslut aftalen',
  keepIt: 'Behold den',
  end: 'Hej Mette. Din aftale er ved vejs ende. Har du tre minutter til at se tilbage?',
  done: 'Jeg er i mål',
  keep: 'Jeg holder fast i det',
  learned: 'Hvad har du lært?',
  lost: 'Pauser og fridage tog 2 uger. Vil du have dem lagt til?',
  finish: 'Afslut',
  over: 'Tak. Din aftale er slut.',
  makeNew: 'Lav ny aftale',
  renewed: 'Den første opfølgning kommer tirsdag den 9. marts kl. 9.00',
  history: 'Se tidligere aftaler',
  outcome: 'Sådan gik det: I mål',
};

const english: typeof danish = {
  agreement: '/trivsel agreement',
  start: '/trivsel',
  pause: '/trivsel pause',
  title: 'What matters to you?',
  firstStep: 'A small first step',
  next: 'Next',
  saveAgreement: 'Save agreement',
  firstFollowUp: 'The first follow-up comes on Tuesday 8 December at 09:00',
  close: 'Close',
  goOn: 'Go to next event',
  dismiss: 'Close the notice',
  ask: 'Hi James. Do you have two minutes for your follow-up?',
  remind: 'Your follow-up is still here. If now is bad, the next comes on Tuesday 22 December.',
  askedAgain: 'Your follow-up is further down now.',
  answer: 'Answer now',
  lookBack: 'Look back',
  skip: 'Skip this one',
  ahead: 'Well on the way',
  standing: 'Standing still',
  win: 'A small win',
  save: 'Save',
  answered: 'Thanks, saved. Next time: Tuesday 22 December at 09:00.',
  until: 'When do you want to begin again?',
  hold: 'Pause',
  paused: 'I will not write before Monday 4 January.',
  onPause: 'Your follow-ups are paused until Monday 4 January. Next follow-up: Tuesday 5 January at 09:00.',
  halfWay: 'Hi James. You are halfway through your agreement. Do you have two minutes?',
  still: 'Are these still the two most important points?',
  no: 'No, something should change',
  changeNow: 'Edit or replace the points in your agreement whenever you like.',
  see: 'See the agreement',
  replace: 'Replace it: Sparring',
  why: 'Why are you letting go of "Sparring"?',
  retired: 'Replaced on 5 January',
  edit: 'Edit the point: Fredag til ledelse',
  rhythm: 'Change rhythm or time',
  stop: 'End the agreement',
  keepIt: 'Keep it',
  end: 'Hi James. Your agreement has come to its end. Do you have three minutes to look back?',
  done: 'It is done',
  keep: 'I am keeping it',
  learned: 'What have you learned?',
  lost: 'Pauses and days off took 2 weeks. Do you want them added?',
  finish: 'Finish',
  over: 'Thanks. Your agreement has ended.',
  makeNew: 'Make a new agreement',
  renewed: 'The first follow-up comes on Tuesday 9 March at 09:00',
  history: 'See earlier agreements',
  outcome: 'How it went: Done',
};

const lives: Life[] = [
  { who: 'U0METTE', viewport: { width: 1280, height: 800 }, words: danish },
  { who: 'U0JAMES', viewport: { width: 390, height: 844 }, words: english },
];

describe.runIf(hasBrowser)('in the browser', () => {
  let stage: Stage;
  let world: World;
  async function open({ who, viewport }: Life): Promise<Page> {
    stage = await Stage.set('2026-11-23T09:00:00Z');
    world = stage.world;
    moveIn(world);
    return (await stage.enter(who, who, { viewport })).page;
  }

  test.each(lives)('$who lives three months', { timeout: 60_000 }, async (life) => {
    const page = await open(life);
    const person = new Hands(page, life);
    const { words: w } = life;
    const { dialog } = person;

    await person.say(w.start);
    await person.look('start-nothing');
    await person.closeAll();

    // Made.
    await person.say(w.agreement);
    await person.look('first-point');
    await person.fillPoint('Formiddage uden møder', 'Spærre torsdag');
    await person.fillPoint('Sparring', 'Ringe til Ida');
    await dialog.getByText(w.saveAgreement).waitFor();
    await person.look('rhythm');
    await person.click(w.saveAgreement);
    await dialog.getByText(w.firstFollowUp).waitFor();
    await person.look('saved');
    await person.closeAll();

    // Asked, reminded, answered from the reminder.
    await person.goOn(w.ask);
    await person.look('asked');
    await person.goOn(w.remind);
    await page.getByText(w.askedAgain).waitFor();
    await person.look('reminded');
    await person.pressInMessage(w.answer);
    await person.progress('Formiddage uden møder', w.ahead);
    await person.progress('Sparring', w.standing);
    await dialog.getByLabel(w.win).fill('Den første formiddag holdt');
    await person.look('check-in');
    await person.click(w.save);
    await person.look('thanks');
    await person.closeAll();
    await page.getByText(w.answered).waitFor();

    // A pause, by its modal.
    await person.goOn(w.ask);
    await person.say(w.pause);
    await dialog.getByLabel(w.until).fill('2027-01-04');
    await person.look('pause');
    await person.click(w.hold);
    await dialog.getByText(w.paused).waitFor();
    await person.closeAll();
    await person.say(w.start);
    await dialog.getByText(w.onPause).waitFor();
    await person.look('start-paused');
    await person.closeAll();

    // Half-way: one point gives way to another.
    await person.goOn(w.halfWay);
    await person.pressInMessage(w.answer);
    expect(await dialog.innerText()).toContain('Den første formiddag holdt');
    await person.progress('Formiddage uden møder', w.ahead);
    await person.progress('Sparring', w.standing);
    await dialog.getByRole('radiogroup', { name: w.still }).getByLabel(w.no).check();
    await person.look('half-way');
    await person.click(w.save);
    await dialog.getByText(w.changeNow).waitFor();
    await person.look('change-now');
    await person.click(w.see);
    await person.look('agreement');
    await person.click(w.replace);
    expect(await dialog.getByLabel(w.title).inputValue()).toBe('');
    await dialog.getByLabel(w.why).fill('Ida og jeg ringer nu sammen');
    await dialog.getByLabel(w.title).fill('Fredag til ledelse');
    await dialog.getByLabel(w.firstStep).fill('Spærre fredag');
    await person.look('replace');
    await person.click(w.save);
    await dialog.getByText(w.retired).waitFor();
    await person.look('agreement-replaced');
    await person.click(w.edit);
    expect(await dialog.getByLabel(w.title).inputValue()).toBe('Fredag til ledelse');
    await person.look('edit');
    await person.click(w.save);
    await person.click(w.rhythm);
    await person.look('change-rhythm');
    await person.click(w.save);
    await person.click(w.stop);
    await person.look('stop-asks');
    await page.getByRole('button', { name: w.keepIt }).click();
    await person.closeAll();

    // Two are skipped, then the end.
    for (let skipped = 0; skipped < 2; skipped += 1) {
      await person.goOn(w.ask);
      await person.pressInMessage(w.skip);
    }
    await person.goOn(w.end);
    await person.look('end-asked');
    await person.pressInMessage(w.lookBack);
    await dialog.getByText(w.lost).waitFor();
    await dialog.getByRole('radiogroup', { name: 'Formiddage uden møder' }).getByLabel(w.done).check();
    await dialog.getByRole('radiogroup', { name: 'Fredag til ledelse' }).getByLabel(w.keep).check();
    await dialog.getByLabel(w.learned).fill('Torsdag er bedst');
    await person.look('closing');
    await person.click(w.finish);
    await page.getByText(w.over).waitFor();
    await person.look('closed');

    // Renewed with the point that is kept.
    await person.click(w.makeNew);
    await expect.poll(() => dialog.getByLabel(w.title).inputValue()).toBe('Fredag til ledelse');
    await person.look('renewal');
    await person.click(w.next);
    await person.fillPoint('Et nyt punkt', 'Et skridt');
    await person.click(w.saveAgreement);
    await dialog.getByText(w.renewed).waitFor();
    await person.closeAll();
    await person.say(w.agreement);
    await person.look('agreement-renewed');
    await person.click(w.history);
    await dialog.getByText('Torsdag er bedst').waitFor();
    expect(await dialog.innerText()).toContain(w.outcome);
    await person.look('history');
    await person.closeAll();
    await person.look('conversation');
    await stage.close();
  });
});

/** What a person does on the page, by its labels. */
class Hands {
  readonly dialog: Locator;
  private readonly page: Page;
  private readonly life: Life;
  private seen = 0;

  constructor(page: Page, life: Life) {
    this.page = page;
    this.life = life;
    this.dialog = page.getByRole('dialog');
  }

  async look(name: string): Promise<void> {
    this.seen += 1;
    await look(this.page, `${this.life.who}-${String(this.seen).padStart(2, '0')}-${name}`);
  }

  async say(command: string): Promise<void> {
    const composer = this.page.getByPlaceholder('/trivsel');
    await composer.fill(command);
    await composer.press('Enter');
    await this.dialog.waitFor();
  }

  async click(name: string): Promise<void> {
    await this.dialog.getByRole('button', { name, exact: true }).click();
  }

  async closeAll(): Promise<void> {
    await this.dialog.getByRole('button', { name: this.life.words.close, exact: true }).last().click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  /** On to what happens next, which is a message that says so. */
  async goOn(said: string): Promise<void> {
    const messages = this.page.getByRole('main').getByText(said);
    const before = await messages.count();
    await this.page.getByRole('button', { name: this.life.words.goOn }).click();
    await expect.poll(() => messages.count(), { timeout: 6000 }).toBe(before + 1);
    // The page's own note about the clock lies over the end of the conversation.
    await this.page.getByRole('button', { name: this.life.words.dismiss }).last().click();
  }

  /** The button of the latest message. */
  async pressInMessage(name: string): Promise<void> {
    const buttons = this.page.getByRole('button', { name, exact: true });
    const before = await buttons.count();
    await buttons.last().click();
    if ([this.life.words.answer, this.life.words.lookBack].includes(name)) await this.dialog.waitFor();
    else await expect.poll(() => buttons.count()).toBeLessThan(before);
  }

  async progress(point: string, step: string): Promise<void> {
    await this.dialog.getByRole('radiogroup', { name: point }).getByLabel(step).check();
  }

  async fillPoint(title: string, step: string): Promise<void> {
    const { words: w } = this.life;
    await expect.poll(() => this.dialog.getByLabel(w.title).inputValue()).toBe('');
    await this.dialog.getByLabel(w.title).fill(title);
    await this.dialog.getByLabel(w.firstStep).fill(step);
    await this.click(w.next);
  }
}
