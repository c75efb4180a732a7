import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { team } from '../../../playground/slack/state.ts';
import { World } from '../../../playground/world.ts';
import { addSeconds } from '../../../shared/domain/time.ts';
import { da } from '../../../shared/texts/da.ts';
import { en } from '../../../shared/texts/en.ts';
import {
  command,
  dms,
  known,
  makeAgreement,
  monday,
  newUser,
  press,
  readable,
  submit,
  titleOf,
  top,
  views,
} from './support.ts';

/** Settings of one's own and of the workspace, and whom one can talk to. */
let world: World;
beforeAll(async () => {
  world = await World.open({ standsAt: monday });
});
afterAll(() => world.close());

const t = da.settings;
const wake = () => world.goTo(addSeconds(world.clock.now(), 20));

describe('my settings', () => {
  it('a language that somebody chose is theirs at once, and Slack’s no more', async () => {
    const anna = newUser(world);
    await command(world, anna, 'indstillinger');
    await submit(world, anna, { language: 'en' });
    expect(titleOf(top(world, anna))).toBe(en.settings.mine.title);
    await command(world, anna, '');
    expect(readable(top(world, anna).view)).toContain(en.settings.first.lines[0]);
    // Slack tells of a change of theirs: what they chose stays.
    const user = world.slack.user(anna);
    if (user) await world.client.changeUser({ ...user, name: 'Anna Ny' });
    expect((await known(world, anna)).profile).toMatchObject({ name: 'Anna', language: 'en', chosen: 'en' });
    await command(world, anna, 'settings');
    await submit(world, anna, { language: 'slack' });
    expect((await known(world, anna)).profile.language).toBe('da');
    expect((await known(world, anna)).profile.chosen).toBeUndefined();
  });

  it('a time outside the working day is refused in its field, and nothing is changed', async () => {
    const anna = newUser(world);
    await command(world, anna, 'indstillinger');
    await submit(world, anna, { time: '22:00' });
    expect(top(world, anna).errors).toEqual({ time: da.refusals['slot-outside-hours'] });
    await submit(world, anna, { workdays: ['1', '2'], weekday: '5' });
    expect(Object.keys(top(world, anna).errors)).toEqual(['weekday']);
  });

  it('another slot moves what is scheduled already', async () => {
    const anna = newUser(world);
    await makeAgreement(world, anna);
    await wake();
    const before = (await known(world, anna)).wakeAt;
    await command(world, anna, 'indstillinger');
    await submit(world, anna, { weekday: '4', time: '13:00' });
    expect(readable(top(world, anna).view)).toContain(t.mine.saved);
    await wake();
    const after = (await known(world, anna)).wakeAt;
    expect([before?.slice(0, 10), after?.slice(0, 10)]).toEqual(['2026-12-08', '2026-12-10']);
  });

  it('whoever wants no reminder gets none', async () => {
    const mine = await World.open({ standsAt: monday });
    const anna = newUser(mine);
    await makeAgreement(mine, anna);
    await command(mine, anna, 'indstillinger');
    await submit(mine, anna, { reminders: [] });
    await mine.goTo('2026-12-13T12:00:00Z');
    expect(dms(mine, anna)).toHaveLength(1);
    await mine.close();
  });
});

describe('the workspace’s settings', () => {
  const open = async (user: string) => {
    await command(world, user, 'indstillinger');
    await press(world, user, t.mine.workspace);
  };

  it('are refused to who is no admin, in a sentence', async () => {
    const anna = newUser(world);
    await open(anna);
    expect(readable(top(world, anna).view)).toContain(da.refusals['not-admin']);
  });

  it('lines that can’t be read are told in their field, and what is typed stays', async () => {
    const admin = newUser(world, { isAdmin: true });
    await open(admin);
    await submit(world, admin, { contacts: 'Ida', closed: '2027-07-25 til 2027-07-12' });
    expect(top(world, admin).errors).toEqual({
      contacts: t.errors.contact('Ida'),
      closed: t.errors.period('2027-07-25 til 2027-07-12'),
    });
  });

  it('an admin decides; whom they name may too; thresholds only go up', async () => {
    const admin = newUser(world, { isAdmin: true });
    const named = newUser(world);
    await open(admin);
    await submit(world, admin, {
      controller: 'Havnby A/S',
      threshold: '8',
      'kept-days': '14',
      admins: [named],
    });
    const decided = await world.store.workspace(team);
    expect(decided).toMatchObject({
      controller: 'Havnby A/S',
      thresholds: { group: 8, company: 10 },
      keptDays: 14,
      admins: [named],
    });
    await open(named);
    expect(titleOf(top(world, named))).toBe(t.workspace.title);
  });

  it('a summer pause moves everybody’s next date without a storm, and back when it is taken away', async () => {
    const mine = await World.open({ standsAt: monday });
    const admin = newUser(mine, { isAdmin: true });
    const leaders = [newUser(mine), newUser(mine), newUser(mine)];
    for (const leader of leaders) await makeAgreement(mine, leader);
    await mine.goTo(addSeconds(mine.clock.now(), 30));
    const dates = async () =>
      Promise.all(leaders.map(async (leader) => (await known(mine, leader)).wakeAt?.slice(0, 10)));
    expect(await dates()).toEqual(['2026-12-08', '2026-12-08', '2026-12-08']);
    const decide = async (closed: string) => {
      await command(mine, admin, 'indstillinger');
      await press(mine, admin, t.mine.workspace);
      await submit(mine, admin, { closed });
    };
    await decide('2026-12-07 til 2026-12-13');
    await mine.goTo(addSeconds(mine.clock.now(), 1000));
    expect(await dates()).toEqual(['2026-12-15', '2026-12-15', '2026-12-15']);
    await decide('');
    await mine.goTo(addSeconds(mine.clock.now(), 1000));
    expect(await dates()).toEqual(['2026-12-08', '2026-12-08', '2026-12-08']);
    await mine.close();
  });

  it('follow-ups begin when there is somebody to talk to, and not before', async () => {
    const mine = await World.open({ standsAt: monday });
    await mine.store.saveWorkspace({ ...(await mine.store.workspace(team)), contacts: [] });
    const anna = newUser(mine);
    await command(mine, anna, 'aftale');
    await submit(mine, anna, { title: 'Færre møder', 'first-step': 'Aflyse tirsdagsmødet' });
    await submit(mine, anna, { title: 'Mere sparring', 'first-step': 'Ringe til Ida' });
    await submit(mine, anna);
    expect(readable(top(mine, anna).view)).toContain(t.first.waits);
    await mine.goTo('2026-12-09T12:00:00Z');
    expect(dms(mine, anna)).toEqual([]);
    const admin = newUser(mine, { isAdmin: true });
    await command(mine, admin, 'indstillinger');
    await press(mine, admin, t.mine.workspace);
    await submit(mine, admin, { contacts: 'HR: Ida, 12 34 56 78' });
    await mine.goTo('2026-12-15T12:00:00Z');
    expect(dms(mine, anna)).toHaveLength(1);
    await mine.close();
  });
});

describe('talk to someone', () => {
  it('opens on top of a form, which keeps what was typed; nothing is stored, and nobody told', async () => {
    const anna = newUser(world);
    await command(world, anna, 'aftale');
    const before = world.wakes.queued().length;
    await press(world, anna, t.talk.button, { title: 'Færre møder' });
    expect(views(world, anna)).toHaveLength(2);
    expect(readable(top(world, anna).view)).toContain('Ida Krogh, 12 34 56 78');
    expect(readable(top(world, anna).view)).toContain('112');
    world.client.close(anna, top(world, anna).id, false);
    expect(titleOf(top(world, anna))).toBe(da.point.titles[0]);
    expect(await world.store.person({ tenant: team, user: anna })).toBeUndefined();
    expect(world.wakes.queued()).toHaveLength(before);
  });

  it('is offered, with a pause, to who slips back on both points twice running, and only then', async () => {
    const anna = newUser(world);
    await makeAgreement(world, anna);
    const answer = async (first: string, second: string) => {
      await command(world, anna, 'opfølgning');
      await submit(world, anna, { 'progress-1': first, 'progress-2': second });
      return readable(top(world, anna).view);
    };
    expect(await answer('1', '1')).not.toContain(t.talk.offer);
    await world.goTo(addSeconds(world.clock.now(), 8 * 24 * 60 * 60));
    expect(await answer('1', '2')).not.toContain(t.talk.offer);
    await world.goTo(addSeconds(world.clock.now(), 8 * 24 * 60 * 60));
    await answer('1', '1');
    await world.goTo(addSeconds(world.clock.now(), 8 * 24 * 60 * 60));
    expect(await answer('1', '1')).toContain(t.talk.offer);
    await press(world, anna, t.talk.button);
    expect(readable(top(world, anna).view)).toContain('Ida Krogh');
  });
});
