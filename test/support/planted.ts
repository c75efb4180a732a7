import { team } from '../../playground/slack/state.ts';
import { World, type WorldOptions } from '../../playground/world.ts';
import { addSeconds } from '../../shared/domain/time.ts';
import {
  command,
  dms,
  known,
  lastOf,
  monday,
  newUser,
  press,
  pressIn,
  submit,
  top,
} from '../functions/slack/support.ts';
import { contribute, done, groupOf, makeGroup, type Place, postOf, pressPost } from './group.ts';

/**
 * A small company in which everybody writes a text of their own into every field there is, so that it can be looked for
 * afterwards: `XQ<who><field>QX`, letters only, so that no escaping or cutting changes it.
 */
export type Planted = { text: string; by: string; field: string };

export class Company {
  readonly world: World;
  readonly planted: Planted[] = [];
  /** Anna is everything: leader, manager, sparring partner, member of two groups, leader of one. */
  readonly anna: string;
  readonly boss: string;
  readonly partner: string;
  /** Anna is their manager: one has asked her something, one never has. */
  readonly asker: string;
  readonly silent: string;
  /** Anna is their sparring partner. */
  readonly led: string;
  /** Anna asked one for sparring, and one asked her. */
  readonly asked: string;
  readonly other: string;
  readonly everybody: string[];
  readonly hers: Place;
  readonly theirs: Place;

  private constructor(world: World) {
    this.world = world;
    const names = ['Anna', 'Bodil', 'Peder', 'Asger', 'Stille', 'Line', 'Spurgt', 'Otto'];
    const people = names.map((name) => newUser(world, { name: `${name} Holm` }));
    this.everybody = people;
    const [anna = '', boss = '', partner = '', asker = '', silent = '', led = '', asked = '', other = ''] =
      people;
    Object.assign(this, { anna, boss, partner, asker, silent, led, asked, other });
    this.anna = anna;
    this.boss = boss;
    this.partner = partner;
    this.asker = asker;
    this.silent = silent;
    this.led = led;
    this.asked = asked;
    this.other = other;
    this.hers = this.channel('C0HERS', [anna, boss, partner]);
    this.theirs = this.channel('C0THEIRS', [boss, led, anna]);
  }

  static async open(options: WorldOptions = {}): Promise<Company> {
    return new Company(await World.open({ standsAt: monday, ...options }));
  }

  /** What somebody writes in a field, unlike anything else. */
  text(by: string, field: string): string {
    const letters = (of: string) => of.replace(/[^A-Za-z0-9]/g, '');
    const text = `XQ${letters(by)}${letters(field)}${this.planted.length}QX`;
    this.planted.push({ text, by, field });
    return text;
  }

  textsOf(by: string): string[] {
    return this.planted.filter((one) => one.by === by).map(({ text }) => text);
  }

  private channel(id: string, members: string[]): Place {
    this.world.slack.putChannel({ id, name: id.toLowerCase(), members, hasBot: true });
    return { world: this.world, channel: id, members };
  }

  async later(seconds: number): Promise<void> {
    await this.world.goTo(addSeconds(this.world.clock.now(), seconds));
  }

  async send(user: string, typed: Record<string, string | string[]>): Promise<void> {
    done(await submit(this.world, user, typed));
    const { errors } = top(this.world, user);
    if (Object.keys(errors).length > 0) throw new Error(`The form says: ${JSON.stringify(errors)}`);
  }

  private point(user: string) {
    const say = (field: string) => this.text(user, field);
    return {
      title: say('title'),
      'first-step': say('firstStep'),
      difference: say('difference'),
      sign: say('sign'),
    };
  }

  /** An agreement with every field filled. */
  async agree(user: string, people: Record<string, string | string[]>): Promise<void> {
    done(await command(this.world, user, 'aftale'));
    await this.send(user, this.point(user));
    await this.send(user, this.point(user));
    done(await press(this.world, user, 'Tag nogen med'));
    await this.send(user, people);
  }

  async ask(user: string, to: string): Promise<void> {
    done(await command(this.world, user, 'aftale'));
    done(await press(this.world, user, 'Bed nogen om noget'));
    await this.send(user, { kind: 'decide', text: this.text(user, 'ask'), to });
  }

  /** Presses the button of that label in the latest message that has one. */
  async pressLatest(user: string, label: string): Promise<void> {
    const message = dms(this.world, user).findLast(({ blocks }) => JSON.stringify(blocks).includes(label));
    done(await pressIn(message ?? lastOf(dms(this.world, user)), user, label, this.world));
  }

  async answerAsk(user: string, owner: string): Promise<void> {
    await this.pressLatest(user, 'Åbn og svar');
    const id = lastOf((await known(this.world, owner)).agreement?.asks ?? []).id;
    await this.send(user, {
      [`reply-${id}`]: 'partly',
      [`date-${id}`]: '2026-12-15',
      [`comment-${id}`]: this.text(user, 'comment'),
    });
  }

  async answerSparring(user: string, owner: string): Promise<void> {
    await this.pressLatest(user, 'Åbn og svar');
    const id = lastOf((await known(this.world, owner)).sparring ?? []).id;
    await this.send(user, { [`reply-${id}`]: 'another-time', [`when-${id}`]: this.text(user, 'when') });
  }

  async checkIn(user: string, more: Record<string, string | string[]> = {}): Promise<void> {
    done(await command(this.world, user, 'opfølgning'));
    const [first, second] = (await known(this.world, user)).agreement?.points ?? [];
    await this.send(user, {
      [`progress-${first?.id}`]: '3',
      [`note-${first?.id}`]: this.text(user, 'note'),
      [`progress-${second?.id}`]: '2',
      [`note-${second?.id}`]: this.text(user, 'note'),
      win: this.text(user, 'win'),
      ...more,
    });
  }

  /** Everybody is asked, answers, accepts, and writes; two groups have met. About three weeks. */
  async live(): Promise<void> {
    await this.meet();
    await this.meetInGroups();
  }

  private async meet(): Promise<void> {
    const { anna, boss, partner, asker, silent, led, asked, other, world } = this;
    await this.agree(anna, {
      manager: boss,
      partners: [partner],
      'see-points': [partner],
      external: this.text(anna, 'external'),
    });
    await this.agree(asker, { manager: anna, 'see-points': [anna] });
    await this.agree(silent, { manager: anna });
    await this.agree(led, { partners: [anna], 'see-points': [anna] });
    await this.later(120);
    for (const user of [partner, anna]) {
      await this.pressLatest(user, 'Se mere');
      done(await press(world, user, 'Ja, det vil jeg gerne'));
    }
    await world.goTo('2026-11-24T10:00:00Z');
    await this.ask(anna, boss);
    await this.ask(asker, anna);
    // A day's second message waits for the next day.
    await world.goTo('2026-11-26T10:00:00Z');
    await this.answerAsk(boss, anna);
    await this.answerAsk(anna, asker);
    for (const [from, to] of [
      [anna, asked],
      [other, anna],
    ] as const) {
      done(await command(world, from, 'sparring'));
      await this.send(from, { who: to });
    }
    await world.goTo('2026-11-30T10:00:00Z');
    await this.answerSparring(asked, anna);
    await this.answerSparring(anna, other);
    await world.goTo('2026-12-08T12:00:00Z');
    await this.checkIn(anna, { 'share-win': [partner, boss] });
    await this.checkIn(led, { 'share-win': [anna] });
    await this.checkIn(asker);
    await this.later(120);
  }

  private async meetInGroups(): Promise<void> {
    for (const place of [this.hers, this.theirs]) {
      const say = (field: string) => this.text(`${place.channel}group`, field);
      await makeGroup(
        place,
        {},
        {
          'title-1': say('title'),
          'result-1': say('result'),
          'responsible-1': this.anna,
          'title-2': say('title'),
          'result-2': say('result'),
        },
      );
      await this.later(60);
    }
    for (const round of [1, 2]) {
      await this.everybodyContributes();
      if (round === 1) await this.everybodyPromises();
    }
  }

  /** In the next round of both, which is left closed and summed up. */
  async everybodyContributes(): Promise<void> {
    for (const place of [this.hers, this.theirs]) {
      await this.untilOpen(place);
      for (const user of place.members) await this.contributeTo(place, user);
    }
    await this.later(3 * 24 * 60 * 60);
  }

  private async untilOpen(place: Place): Promise<void> {
    for (let looks = 0; looks < 10; looks += 1) {
      const { round, wakeAt } = await groupOf(place);
      if (round?.opening && round.closedAt === undefined) return;
      await this.world.goTo(addSeconds(wakeAt ?? '', 60));
    }
    throw new Error('No round opened');
  }

  private async contributeTo(place: Place, user: string): Promise<void> {
    const say = (field: string) => this.text(user, field);
    const typed = {
      worked: say('worked'),
      tried: say('tried'),
      adjust: say('adjust'),
      need: ['time'],
      'need-text': say('need'),
      lend: ['people'],
      'lend-text': say('lend'),
    };
    await contribute(place, user, typed, ['3', '4']);
  }

  /** Of her line somebody else's commitment is made, by her; and one of her own, which she answers. */
  private async everybodyPromises(): Promise<void> {
    const { anna, boss } = this;
    for (const place of [this.hers, this.theirs]) {
      for (const [owner, kind] of [
        [boss, 'adjust'],
        [anna, 'tried'],
      ] as const) {
        const { round } = await groupOf(place);
        const summary = postOf(place, round?.summary?.ts);
        const line = `${place.channel} ${round?.id}.${anna}.${kind}`;
        done(await pressPost(place, anna, summary, 'commitment.make', line));
        const text = this.text(`${place.channel}group`, 'commitment');
        await this.send(anna, { text, owner, due: '2026-12-28' });
        await this.later(30);
      }
      const own = (await groupOf(place)).commitments.find(({ owner }) => owner === anna);
      done(await this.world.client.command(anna, place.channel, 'gruppe'));
      const view = top(this.world, anna);
      const button = { type: 'button', action_id: 'commitment.answer', value: `${place.channel} ${own?.id}` };
      done(await this.world.client.press(anna, { view: view.id }, button, {}));
      await this.send(anna, { answer: 'later', due: '2027-01-08', said: this.text(anna, 'said') });
      await this.later(30);
    }
  }

  /** Enough for somebody to be named in every kind of item. */
  async meetBriefly(): Promise<void> {
    const { anna, boss, asker, silent, partner, world } = this;
    await this.agree(anna, { manager: boss, partners: [partner] });
    await this.agree(asker, { manager: anna });
    await this.agree(silent, { manager: anna });
    await this.later(120);
    await this.ask(asker, anna);
    await makeGroup(this.theirs);
    await world.client.openHome(anna);
    await this.later(120);
  }

  async stored(user: string) {
    return this.world.store.person({ tenant: team, user });
  }
}
