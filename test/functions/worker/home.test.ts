import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Json } from '../../../playground/slack/state.ts';
import { World } from '../../../playground/world.ts';
import { addSeconds } from '../../../shared/domain/time.ts';
import { da } from '../../../shared/texts/da.ts';
import { textsIn } from '../../../shared/texts/index.ts';
import { homeView } from '../../../shared/views/home.ts';
import { danes, makeGroup, newChannel, openRound, type Place, say } from '../../support/group.ts';
import { wakeOf } from '../../support/live.ts';
import { Wire } from '../../support/wire.ts';
import {
  command,
  dms,
  known,
  lastOf,
  makeAgreement,
  monday,
  newUser,
  press,
  pressIn,
  readable,
  recording,
  submit,
  titleOf,
  top,
} from '../slack/support.ts';

/** Homes are painted, not pushed: whoever's act it was, the look that follows it brings them up to date, and no other does. */

let world: World;
let wire: Wire;
let leader: string;
let manager: string;
let partner: string;
const { lines, log } = recording();

beforeEach(async () => {
  world = await World.open({ standsAt: monday, log });
  lines.length = 0;
  leader = newUser(world, { name: 'Mette Holm' });
  manager = newUser(world, { name: 'Karen Friis' });
  partner = newUser(world, { name: 'Peter Lund' });
  wire = new Wire();
});
afterEach(async () => {
  wire.close();
  await world.close();
});

const later = (seconds = 30) => world.goTo(addSeconds(world.clock.now(), seconds));
const publishings = () => world.webApi.calls.filter(({ method }) => method === 'views.publish').length;
const said = (user: string) => readable(world.slack.home(user)?.view);
const look = (user: string) => world.handleWorker(wakeOf(user));

/** Slack's Home, without the names that Slack gives to blocks. */
function inSlack(user: string): unknown {
  const { type, blocks } = (world.slack.home(user)?.view ?? {}) as { type: string; blocks: Json[] };
  const named = (block: Json) => !/^b\d+$/.test(String(block['block_id']));
  return {
    type,
    blocks: blocks.map((block) => (named(block) ? block : { ...block, block_id: undefined })),
  };
}

/** What is on the Home is what is true, and another look leaves it alone. */
async function expectUpToDate(...users: string[]): Promise<void> {
  for (const user of users) {
    const person = await known(world, user);
    expect(inSlack(user)).toEqual(homeView(person, world.clock.now(), textsIn(person.profile.language)));
    const before = publishings();
    await look(user);
    expect(publishings()).toBe(before);
    expect((await known(world, user)).version).toBe(person.version);
  }
}

/** An act, the wakes that follow it, and how often somebody's Home was published for it. */
async function having(act: () => Promise<unknown>, ...users: string[]): Promise<number> {
  const before = publishings();
  await act();
  await later();
  const cost = publishings() - before;
  await expectUpToDate(...users);
  return cost;
}

async function openHomes(...users: string[]): Promise<void> {
  for (const user of users) await world.client.openHome(user);
}

async function bring(people: Record<string, string | string[]>): Promise<void> {
  await command(world, leader, 'aftale');
  await press(world, leader, da.people.change);
  await submit(world, leader, people);
  expect(titleOf(top(world, leader)), JSON.stringify(top(world, leader).errors)).toBe(da.agreement.title);
}

async function ask(): Promise<void> {
  await command(world, leader, 'aftale');
  await press(world, leader, da.ask.make);
  await submit(world, leader, { kind: 'decide', text: 'Må jeg droppe mandagsmødet?', to: manager });
  expect(titleOf(top(world, leader))).toBe(da.ask.sentTitle);
}

async function answerFollowUp(progress: string, more: Record<string, string | string[]> = {}): Promise<void> {
  await command(world, leader, 'opfølgning');
  await submit(world, leader, { 'progress-1': progress, 'progress-2': progress, ...more });
}

describe('the leader’s own acts', () => {
  beforeEach(() => openHomes(leader));

  test('an agreement is made, answered, changed, paused, resumed and ended', async () => {
    expect(said(leader)).toContain(da.home.why);
    expect(await having(() => makeAgreement(world, leader), leader)).toBe(1);
    expect(said(leader)).toContain('Færre møder');
    expect(said(leader)).toContain(da.agreement.noProgress);

    expect(await having(() => answerFollowUp('4'), leader)).toBe(1);
    expect(said(leader)).toContain('Godt på vej');

    const rename = async () => {
      await command(world, leader, 'aftale');
      await press(world, leader, da.agreement.edit);
      await submit(world, leader, { 'title-1': 'Kun to møder om dagen' });
    };
    expect(await having(rename, leader)).toBe(1);
    expect(said(leader)).toContain('Kun to møder om dagen');
    expect(said(leader)).not.toContain('Færre møder');

    expect(await having(() => command(world, leader, 'pause 10/12'), leader)).toBe(1);
    expect(said(leader)).toContain('Du holder pause frem til torsdag den 10. december.');
    expect(await having(() => command(world, leader, 'genoptag'), leader)).toBe(1);
    expect(said(leader)).not.toContain('pause frem til');

    const stop = async () => {
      await command(world, leader, 'aftale');
      await press(world, leader, da.agreement.stop);
    };
    expect(await having(stop, leader)).toBe(1);
    expect(said(leader)).toContain('Din lederaftale sluttede den 23. november.');
  });

  test('a draft is found again', async () => {
    const begin = async () => {
      await command(world, leader, 'aftale');
      await submit(world, leader, { title: 'Færre møder', 'first-step': 'Aflyse et' });
    };
    expect(await having(begin, leader)).toBe(1);
    expect(said(leader)).toContain('kladde');
    // Nothing is an agreement yet: its title is in the draft alone.
    expect(said(leader)).not.toContain('Færre møder');
  });

  test('the message of the slot: what comes next is another day', async () => {
    await makeAgreement(world, leader, { rhythm: '1' });
    await later();
    expect(said(leader)).toContain('Næste opfølgning: tirsdag den 1. december');
    const { wakeAt } = await known(world, leader);
    const before = publishings();
    wire.counts();
    await world.goTo(wakeAt ?? '');
    expect(dms(world, leader)).toHaveLength(1);
    expect(publishings() - before).toBe(1);
    expect(said(leader)).toContain('Næste opfølgning: tirsdag den 8. december');
    // Of these the Home's are the third write and the publishing.
    expect(wire.counts()).toEqual({
      BatchGetItem: 1,
      PutItem: 3,
      'users.info': 1,
      'chat.postMessage': 1,
      'views.publish': 1,
    });
    await expectUpToDate(leader);
  });

  test('what has had its time goes from there, too', async () => {
    await makeAgreement(world, leader);
    await later();
    await world.goTo('2027-04-30T12:00:00Z');
    expect((await known(world, leader)).agreement).toBeUndefined();
    expect(said(leader)).not.toContain('Færre møder');
    expect(said(leader)).toContain(da.home.why);
    await expectUpToDate(leader);
  });

  test('another language', async () => {
    await makeAgreement(world, leader);
    await later();
    const change = () => world.client.changeUser({ ...world.slack.user(leader)!, locale: 'en-GB' });
    expect(await having(change, leader)).toBe(1);
    expect(said(leader)).toContain('Next follow-up');
  });
});

describe('the acts of others', () => {
  beforeEach(async () => {
    await makeAgreement(world, leader, { rhythm: '1' });
    await later();
    await openHomes(leader, manager, partner);
  });

  test('who is named, what is asked and answered: both Homes say so, and neither a word of it', async () => {
    const everybody = [leader, manager, partner];
    // The leader's Home and the partner's; the manager hears of nothing before they are asked.
    expect(await having(() => bring({ manager, partners: [partner] }), ...everybody)).toBe(2);
    expect(said(leader)).toContain('er spurgt');
    expect(said(partner)).toContain('Én ting venter på dig');
    expect(said(manager)).not.toContain('venter på dig');

    const accept = async () => {
      await pressIn(lastOf(dms(world, partner)), partner, da.news.see, world);
      await press(world, partner, da.partner.yes);
    };
    await having(accept, ...everybody);
    expect(said(leader)).toContain('sparringspartner');
    expect(said(partner)).toContain(da.home.partnerOf);
    expect(said(partner)).not.toContain('venter på dig');

    await having(ask, ...everybody);
    expect(said(manager)).toContain('Én ting venter på dig');
    expect(said(leader)).toContain(da.home.asked.waits);

    const answer = async () => {
      await pressIn(lastOf(dms(world, manager)), manager, da.news.open, world);
      const [id] = ((await known(world, leader)).agreement?.asks ?? []).map((one) => one.id);
      await submit(world, manager, {
        [`reply-${id}`]: 'yes',
        [`date-${id}`]: '2026-12-14',
        [`comment-${id}`]: 'Drop endelig det møde',
      });
    };
    await having(answer, ...everybody);
    expect(said(leader)).toContain(da.home.asked.dated('2026-12-14'));
    expect(said(manager)).toContain(da.home.youAnswered);

    const win = 'Fri om fredagen';
    await having(() => answerFollowUp('5', { win, 'share-win': [partner] }), ...everybody);
    expect(said(partner)).toContain(da.home.wins(1));

    const leave = async () => {
      await command(world, partner, '');
      await press(world, partner, da.inbox.titleNothing);
      await press(world, partner, da.inbox.leave);
    };
    await having(leave, ...everybody);
    expect(said(leader)).toContain('er ikke med mere');
    expect(said(partner)).not.toContain(da.home.partnerOf);

    // Of what they wrote, each one's Home holds the titles of their own points, and no other's anything.
    for (const words of ['Må jeg droppe', 'Drop endelig', win])
      expect(everybody.map(said).join()).not.toContain(words);
    expect([manager, partner].map(said).join()).not.toContain('Færre møder');
  });

  test('sparring that is asked for, and answered', async () => {
    const askFor = async () => {
      await command(world, leader, 'sparring');
      await submit(world, leader, { who: partner });
    };
    await having(askFor, leader, partner);
    expect(said(leader)).toContain(da.home.sparring.waits);
    expect(said(partner)).toContain('Én ting venter på dig');
    const answer = async () => {
      await pressIn(lastOf(dms(world, partner)), partner, da.news.open, world);
      const id = (await known(world, leader)).sparring?.[0]?.id ?? '';
      await submit(world, partner, { [`reply-${id}`]: 'another-time', [`when-${id}`]: 'Efter frokost' });
    };
    await having(answer, leader, partner);
    expect(said(leader)).toContain(da.home.sparring.answered);
    expect(said(leader)).not.toContain('Efter frokost');
  });

  test('somebody who is not there any more', async () => {
    await having(() => bring({ manager, partners: [partner] }), leader);
    const leave = () => world.client.changeUser({ ...world.slack.user(partner)!, isDeleted: true });
    await having(leave, leader);
    expect(said(leader)).toContain('er ikke længere i Slack');
    expect((await known(world, partner)).home).toBeUndefined();
  });
});

describe('a group', () => {
  let place: Place;
  let first: string;
  let second: string;
  beforeEach(async () => {
    place = newChannel(world, danes('Karen Friis', 'Mette Holm'));
    [first = '', second = ''] = place.members;
    await openHomes(first, second);
  });

  test('is on its members’ Homes, with its round and what they promised, and none of its words', async () => {
    await having(() => makeGroup(place), first, second);
    await later(120);
    await expectUpToDate(first, second);
    expect(said(first)).toContain(`<#${place.channel}>`);
    expect(said(first)).toContain(da.home.roles.leader);
    expect(said(second)).toContain(da.home.roles.member);

    await openRound(place);
    await later(120);
    await expectUpToDate(first, second);
    expect(said(second)).toContain('Runden er åben til');
    expect(said(second)).toContain(da.news.contribute);

    // Nobody's Home changes because somebody contributes.
    const contribute = async () => {
      await say(place, second, 'runde');
      await submit(world, second, { worked: 'Vi fik sagt det højt' });
    };
    expect(await having(contribute, first, second)).toBe(0);
    expect([first, second].map(said).join()).not.toContain('Vi aflaster hinanden');
  });
});

describe('when nothing of it changed', () => {
  test('a look costs what it cost before, whether or not there is a Home', async () => {
    await makeAgreement(world, leader);
    await later();
    wire.counts();
    await look(leader);
    const without = wire.counts();
    await world.client.openHome(leader);
    wire.counts();
    await look(leader);
    expect(wire.counts()).toEqual(without);
    expect(without).toEqual({ BatchGetItem: 2 });
  });

  test('the look that finds it changed costs one call and one write, and no second reading', async () => {
    await makeAgreement(world, leader);
    await later();
    await world.store.save({ ...(await known(world, leader)), home: { painted: 'of an older wording' } });
    wire.counts();
    await look(leader);
    expect(wire.counts()).toEqual({ BatchGetItem: 1, PutItem: 1, 'views.publish': 1 });
  });

  test('somebody who never opened it has none', async () => {
    await makeAgreement(world, leader);
    await later();
    await answerFollowUp('4');
    await later();
    expect(publishings()).toBe(0);
    expect((await known(world, leader)).home).toBeUndefined();
  });
});

describe('when Slack does not take it', () => {
  const faults = () => world.webApi.faults;
  beforeEach(async () => {
    await makeAgreement(world, leader);
    await later();
    await world.client.openHome(leader);
  });
  const pause = () => command(world, leader, 'pause 10/12');
  const warned = () => lines.filter(({ message }) => message === 'A Home was not repainted');

  test('for being busy: it comes when Slack has time', async () => {
    faults().set('views.publish', [{ kind: 'busy', retryAfter: 40 }]);
    await pause();
    await later(15);
    expect(said(leader)).not.toContain('pause frem til');
    await later(60);
    expect(said(leader)).toContain('pause frem til');
    await expectUpToDate(leader);
    expect(warned()).toHaveLength(1);
  });

  test('for an outage: it comes a quarter of an hour later', async () => {
    faults().set('views.publish', [
      { kind: 'status', status: 503 },
      { kind: 'status', status: 503 },
    ]);
    await pause();
    await later(60);
    expect(said(leader)).not.toContain('pause frem til');
    await later(16 * 60);
    expect(said(leader)).toContain('pause frem til');
    await expectUpToDate(leader);
  });

  test('because of the app: nothing is tried over and over, but the next look that has a reason does', async () => {
    faults().set('views.publish', [{ kind: 'refuse', error: 'not_enabled' }]);
    await pause();
    const { wakeAt } = await known(world, leader);
    await later(3600);
    expect(said(leader)).not.toContain('pause frem til');
    expect(warned()).toHaveLength(1);
    expect((await known(world, leader)).wakeAt).not.toBe(wakeAt);
    await look(leader);
    expect(said(leader)).toContain('pause frem til');
  });

  test('because they are gone: they have no Home any more, and get one by opening it', async () => {
    await pause();
    world.slack.putUser({ ...world.slack.user(leader)!, isDeleted: true });
    await later();
    expect((await known(world, leader)).home).toBeUndefined();
    expect(warned()).toHaveLength(1);
    world.slack.putUser({ ...world.slack.user(leader)!, isDeleted: false });
    await world.client.openHome(leader);
    expect(said(leader)).toContain('pause frem til');
    await expectUpToDate(leader);
  });

  test('what is logged holds no word of it', async () => {
    faults().set('views.publish', [{ kind: 'busy', retryAfter: 1 }]);
    await pause();
    await later();
    expect(JSON.stringify(lines)).not.toContain('Færre');
  });

  test('after a message was sent: the message stands, and the Home follows', async () => {
    const { wakeAt } = await known(world, leader);
    faults().set('views.publish', [{ kind: 'busy', retryAfter: 40 }]);
    await world.goTo(wakeAt ?? '');
    expect(dms(world, leader)).toHaveLength(1);
    expect((await known(world, leader)).prompt?.state).toBe('sent');
    await later(120);
    expect(dms(world, leader)).toHaveLength(1);
    expect(said(leader)).toContain('Næste opfølgning: tirsdag den 22. december');
    await expectUpToDate(leader);
  });
});

test('a lost race publishes what won', async () => {
  await makeAgreement(world, leader);
  await later();
  await world.client.openHome(leader);
  await command(world, leader, 'pause 10/12');
  const held = wire.hold('views.publish');
  const looking = look(leader);
  await held.dealtWith;
  await command(world, leader, 'genoptag');
  held.release();
  await looking;
  expect(said(leader)).not.toContain('pause frem til');
  await later();
  await expectUpToDate(leader);
});
