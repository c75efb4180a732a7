import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FakeView, Json } from '../../../playground/slack/state.ts';
import { team } from '../../../playground/slack/state.ts';
import { World } from '../../../playground/world.ts';
import type { Store } from '../../../shared/store/store.ts';
import { da } from '../../../shared/texts/da.ts';
import { en } from '../../../shared/texts/en.ts';
import { Wire } from '../../support/wire.ts';
import {
  appBeside,
  buttonsOf,
  callbackOf,
  dms,
  english,
  event,
  known,
  makeAgreement,
  monday,
  newUser,
  personOf,
  readable,
  recording,
  titleOf,
  top,
  views,
} from './support.ts';

/** `app_home_opened`, and what is pressed on the Home tab. */

let world: World;
let wire: Wire;
/** The first request in a process is a cold start, which may cost a second try. */
beforeAll(async () => {
  const first = await World.open({ standsAt: monday });
  await first.client.openHome(newUser(first));
  await first.close();
});
beforeEach(async () => {
  world = await World.open({ standsAt: monday });
  wire = new Wire();
});
afterEach(async () => {
  wire.close();
  await world.close();
});

function homeOf(user: string): FakeView {
  const home = world.slack.home(user);
  if (home === undefined) throw new Error('They have no Home');
  return home;
}
const blocksOf = (user: string) => homeOf(user).view['blocks'] as Json[];
const said = (user: string) => readable(homeOf(user).view);

/** What opening the Home cost, at the wire. */
async function opened(user: string, { client }: Pick<World, 'client'> = world) {
  wire.counts();
  const queued = world.wakes.queued().length;
  await client.openHome(user);
  expect(world.wakes.queued()).toHaveLength(queued);
  return wire.counts();
}

async function press(user: string, action: string, { client }: Pick<World, 'client'> = world) {
  const button = buttonsOf(blocksOf(user)).find(({ action_id }) => action_id === action);
  if (button === undefined) throw new Error(`No button ${action}`);
  expect(await client.press(user, { view: homeOf(user).id }, { type: 'button', ...button }, {})).toEqual({
    ok: true,
  });
}

describe('somebody new who opens it', () => {
  test('reads what this is, and leaves nothing but who they are and that they have a Home', async () => {
    const user = newUser(world);
    expect(await opened(user)).toEqual({
      BatchGetItem: 2,
      'users.info': 1,
      'views.publish': 1,
      PutItem: 1,
    });
    expect(said(user)).toContain(da.home.why);
    const { workspace: _, profile, ...stored } = await known(world, user);
    expect(profile.name).toBe('Anna');
    expect(stored).toEqual({
      tenant: team,
      user,
      version: 1,
      pauses: [],
      past: [],
      home: { painted: expect.stringMatching(/^[\w-]{22}$/) },
    });
    expect(world.wakes.scheduled()).toEqual([]);
  });

  test('reads it in their language', async () => {
    const user = newUser(world, english);
    await opened(user);
    expect(said(user)).toContain(en.home.why);
  });

  test('finds what the guide promises: one clear next step, help, and somebody to talk to', async () => {
    const user = newUser(world);
    await opened(user);
    const buttons = buttonsOf(blocksOf(user)).map(({ text }) => text.text);
    expect(buttons[0]).toBe(da.start.make);
    expect(buttons).toEqual(expect.arrayContaining([da.start.help, da.settings.talk.button]));
  });

  test('who opens the messages is none of its business', async () => {
    const user = newUser(world);
    wire.counts();
    const payload = {
      ...{ type: 'event_callback', team_id: team, event_id: 'Ev1', authorizations: [] },
      event: { type: 'app_home_opened', user, channel: `D${user.slice(1)}`, tab: 'messages', event_ts: '1' },
    };
    const { statusCode } = await world.handleSlack(event({ body: JSON.stringify(payload) }));
    expect([statusCode, wire.counts()]).toEqual([200, {}]);
    expect(world.slack.home(user)).toBeUndefined();
  });
});

/** A workspace in which nobody has decided anything. */
describe('the first admin who opens it where nothing is decided', () => {
  beforeEach(async () => {
    const workspace = await world.store.workspace(team);
    await world.store.saveWorkspace({ ...workspace, contacts: [] });
  });
  const admin = (of: World = world) => newUser(of, { isAdmin: true });
  const heard = (user: string) => dms(world, user).map(({ text }) => text);

  test('hears once of the one next step, and can take it from there', async () => {
    const user = admin();
    await world.client.openHome(user);
    expect(heard(user)).toEqual([da.settings.introduction.lines('Anna').join('\n')]);
    const [message] = dms(world, user);
    const [settings] = buttonsOf(message?.blocks ?? []);
    await world.client.press(
      user,
      { channel: message?.channel ?? '', ts: message?.ts ?? '' },
      { type: 'button', ...settings },
      {},
    );
    expect(titleOf(top(world, user))).toBe(da.settings.workspace.title);
    await world.client.openHome(user);
    await world.client.openHome(admin());
    expect(world.slack.messages()).toHaveLength(1);
  });

  test('reads it in their language', async () => {
    const user = newUser(world, { ...english, isAdmin: true });
    await world.client.openHome(user);
    expect(heard(user)[0]).toContain(en.settings.introduction.lines('x')[1]);
  });

  test('is one, though two open it at once', async () => {
    await Promise.all([admin(), admin()].map((user) => world.client.openHome(user)));
    expect(world.slack.messages()).toHaveLength(1);
  });

  test('is the next one, where Slack could not be reached', async () => {
    world.webApi.faults.set('chat.postMessage', [{ kind: 'refuse', error: 'fatal_error' }]);
    const [one, other] = [admin(), admin()];
    await world.client.openHome(one);
    await world.client.openHome(other);
    expect([heard(one), heard(other)].map(({ length }) => length)).toEqual([0, 1]);
  });

  test('nobody else hears anything, nor an admin where somebody to talk to is named', async () => {
    await world.client.openHome(newUser(world));
    const workspace = await world.store.workspace(team);
    await world.store.saveWorkspace({ ...workspace, contacts: [{ name: 'HR', reach: '12' }] });
    await world.client.openHome(admin());
    expect(world.slack.messages()).toEqual([]);
  });
});

describe('somebody with an agreement', () => {
  test('is read once, written once, and from then on only read', async () => {
    const user = newUser(world);
    await makeAgreement(world, user);
    const { wakeAt, version } = await known(world, user);
    expect(await opened(user)).toEqual({ BatchGetItem: 1, 'views.publish': 1, PutItem: 1 });
    expect(said(user)).toContain('Færre møder');
    // Its own wake is as it was: what the Home says is nothing that anything waits for.
    expect(await known(world, user)).toMatchObject({ wakeAt, version: version + 1 });
    expect(await opened(user)).toEqual({ BatchGetItem: 1, 'views.publish': 1 });
  });

  test('is somebody else in another workspace, whatever their id', async () => {
    const user = newUser(world);
    await makeAgreement(world, user);
    const payload = {
      ...{ type: 'event_callback', team_id: 'T0ELSEWHERE', event_id: 'Ev1', authorizations: [] },
      event: { type: 'app_home_opened', user, tab: 'home' },
    };
    await world.handleSlack(event({ body: JSON.stringify(payload) }));
    expect(said(user)).toContain(da.home.why);
    expect(said(user)).not.toContain('Færre møder');
    expect((await known(world, user)).home).toBeUndefined();
  });

  test('who was thought to be gone is there', async () => {
    const user = newUser(world);
    await makeAgreement(world, user);
    await world.store.save({ ...(await known(world, user)), gone: true });
    await opened(user);
    expect(await known(world, user)).toMatchObject({ home: expect.anything() });
    expect((await known(world, user)).gone).toBeUndefined();
  });

  test('what somebody wrote in between stays, and the Home is remembered beside it', async () => {
    const user = newUser(world);
    await makeAgreement(world, user);
    let isFirst = true;
    const store: Store = {
      ...world.store,
      async save(person, signal) {
        const wasFirst = isFirst;
        isFirst = false;
        if (wasFirst) await world.store.save({ ...(await known(world, user)), noReminders: true });
        return world.store.save(person, signal);
      },
    };
    const app = await appBeside(world, { store });
    await app.client.openHome(user);
    expect(await known(world, user)).toMatchObject({ noReminders: true, home: expect.anything() });
    await app.close();
  });

  test('a Home that was published after it was opened stays', async () => {
    const user = newUser(world);
    await opened(user);
    const before = await known(world, user);
    const { lines, log } = recording();
    const app = await appBeside(world, { log });
    const { hash } = homeOf(user);
    const payload = {
      ...{ type: 'event_callback', team_id: team, event_id: 'Ev1', authorizations: [] },
      event: { type: 'app_home_opened', user, tab: 'home', view: { hash: `${hash}0` } },
    };
    await app.handle(event({ body: JSON.stringify(payload) }));
    expect(homeOf(user).hash).toBe(hash);
    expect(await known(world, user)).toEqual(before);
    expect(lines.map(({ level }) => level)).toEqual(['info']);
    await app.close();
  });
});

describe('when Slack does not take it', () => {
  test.each([
    ['is refused', { kind: 'refuse', error: 'not_enabled' } as const],
    ['has to wait', { kind: 'busy', retryAfter: 30 } as const],
    ['gets no answer', { kind: 'hang' } as const],
  ])('a Home that %s is remembered by nobody, and said in the log without a word', async (_, fault) => {
    const user = newUser(world);
    const { lines, log } = recording();
    const app = await appBeside(world, { log });
    app.webApi.faults.set('views.publish', [fault, fault]);
    await app.client.openHome(user);
    expect(await personOf(world, user)).toBeUndefined();
    expect(lines).toMatchObject([{ level: 'error', facts: { what: 'app_home_opened' } }]);
    app.webApi.faults.clear();
    await app.client.openHome(user);
    expect(said(user)).toContain(da.home.why);
    await app.close();
  });
});

describe('what is pressed there', () => {
  const everywhere = [
    ['open.agreement-form', 'point-1'],
    ['open.sparring', 'ask-sparring'],
    ['open.help', 'notice'],
    ['open.assessment', 'assessment-now'],
    ['talk', 'notice'],
  ];
  test.each(everywhere)('%s opens a modal, and leaves the Home as it is', async (action, callback) => {
    const user = newUser(world);
    await opened(user);
    const { hash } = homeOf(user);
    await press(user, action!);
    expect(callbackOf(top(world, user))).toBe(callback);
    expect(homeOf(user).hash).toBe(hash);
  });

  test.each([
    ['open.agreement', da.agreement.title],
    ['open.check-in', da.checkIn.title],
    ['open.pause', da.pause.title],
  ])('of an agreement: %s', async (action, title) => {
    const user = newUser(world);
    await makeAgreement(world, user);
    await opened(user);
    await press(user, action);
    expect(titleOf(top(world, user))).toBe(title);
  });

  test('a pause is ended from there, and a sentence says so', async () => {
    const user = newUser(world);
    await makeAgreement(world, user);
    await world.client.command(user, `D${user.slice(1)}`, 'pause 10/12');
    await opened(user);
    await press(user, 'resume');
    expect((await known(world, user)).pauses).toEqual([]);
    expect(readable(top(world, user).view)).toContain('Velkommen tilbage');
  });

  test('what goes wrong is said in a modal', async () => {
    const user = newUser(world);
    await opened(user);
    const app = await appBeside(world, {
      store: { ...world.store, person: () => Promise.reject(new Error('down')) },
    });
    await press(user, 'open.agreement-form', app);
    expect(views(world, user)).toHaveLength(1);
    expect(readable(top(world, user).view)).toContain('ref-1');
    await app.close();
  });
});
