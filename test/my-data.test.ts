import { DeleteCommand, DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../local/database.ts';
import { team } from '../playground/slack/state.ts';
import { tableName } from '../playground/world.ts';
import { channelsOf, type MyData, myDataOf } from '../shared/domain/my-data.ts';
import { retentionDays } from '../shared/domain/retention.ts';
import { addSeconds } from '../shared/domain/time.ts';
import { da } from '../shared/texts/da.ts';
import { command, dms, press, readable, top } from './functions/slack/support.ts';
import { danes, done, groupOf, newChannel, type Place, posts, say, seen } from './support/group.ts';
import { answerTest, assessmentOf, begunTest, six, wants } from './support/group-test.ts';
import { recover, snapshot, underTheKnife } from './support/knife.ts';
import { Company } from './support/planted.ts';

/** Deleting: what somebody had is gone at once, and a little later there is nothing of them anywhere but anonymous counts. */
let database: Database;
beforeAll(async () => {
  database = await openDatabase(tableName);
});
afterAll(() => database.close());

const day = 24 * 60 * 60;

async function items(): Promise<Record<string, unknown>[]> {
  // The engine's client keeps these options for all who share it.
  const marshallOptions = { removeUndefinedValues: true };
  const documents = DynamoDBDocumentClient.from(database.client, { marshallOptions });
  return (await documents.send(new ScanCommand({ TableName: tableName }))).Items ?? [];
}

/** Everything that we keep: the table, the queue and its dead letters, the schedules. */
async function kept({ world: { wakes } }: Company): Promise<string[]> {
  const places = [...(await items()), ...wakes.queued(), ...wakes.scheduled(), ...wakes.deadLetters()];
  return places.flatMap((place) => JSON.stringify(place, null, 1).split('\n'));
}

/** Where somebody's id or anything they wrote still is. */
async function tracesOf(company: Company, user: string): Promise<string[]> {
  const signs = [user, ...company.textsOf(user)];
  return (await kept(company)).filter((line) => signs.some((sign) => line.includes(sign)));
}

/** What Slack shows others in their Homes and in the latest messages from us that we can still change. */
async function shownToOthers(company: Company, user: string): Promise<string> {
  const { world, everybody } = company;
  const others = everybody.filter((other) => other !== user);
  const shown = others.map(async (other) => {
    const { news, prompt } = (await company.stored(other)) ?? {};
    const ours = dms(world, other).filter(({ ts }) => ts === news?.ts || ts === prompt?.ts);
    return [world.slack.home(other), ours];
  });
  return JSON.stringify(await Promise.all(shown));
}

async function remove({ world }: Company, user: string): Promise<void> {
  done(await command(world, user, 'mine-data'));
  done(await press(world, user, da.myData.remove));
}

describe('somebody who was everything', () => {
  let company: Company;
  let before: string[];
  beforeAll(async () => {
    company = await Company.open({ database });
    await company.live();
    const { world, anna, boss, everybody } = company;
    const workspace = await world.store.workspace(team);
    await world.store.saveWorkspace({ ...workspace, admins: [anna, boss] });
    for (const user of everybody) await world.client.openHome(user);
    await company.later(60);
    before = await kept(company);
  }, 120_000);
  afterAll(() => company.world.close());

  it('was in every other’s item, in both groups, in the workspace’s, and had a schedule', async () => {
    const { anna, boss, partner, asker, silent, led, asked } = company;
    const holding = (await items()).filter((item) => JSON.stringify(item).includes(anna));
    const keys = holding.map(({ pk }) => String(pk).replace(`T#${team}`, ''));
    const people = [anna, boss, partner, asker, silent, led, asked].map((user) => `#P#${user}`);
    expect(keys.sort()).toEqual(['', '#C#C0HERS', '#C#C0THEIRS', ...people].sort());
    expect(company.world.wakes.scheduled().filter(({ id }) => id.includes(anna))).toHaveLength(1);
    expect(await shownToOthers(company, anna)).toContain(anna);
  });

  it('has nothing of theirs kept from the moment they press', async () => {
    const { world, anna } = company;
    await remove(company, anna);
    expect(readable(top(world, anna).view)).toContain(da.myData.removed[0]);
    const stored = await company.stored(anna);
    expect(stored).toMatchObject({ profile: { name: '' }, pauses: [], past: [] });
    expect(Object.keys(stored ?? {}).sort()).toEqual(
      ['leaving', 'past', 'pauses', 'profile', 'tenant', 'user', 'version', 'wakeAt', 'workspace'].sort(),
    );
  });

  it('is nowhere two minutes later', async () => {
    const { world, anna } = company;
    await company.later(120);
    expect(await tracesOf(company, anna)).toEqual([]);
    expect(await company.stored(anna)).toBeUndefined();
    expect(readable(world.slack.home(anna))).toContain(da.settings.first.lines[0]);
    expect(readable(world.slack.home(anna))).not.toContain('XQ');
    expect(await shownToOthers(company, anna)).not.toContain(anna);
  });

  it('took nothing of anybody else’s with them', async () => {
    const { anna, planted } = company;
    const now = (await kept(company)).join('\n');
    const there = (text: string) => before.join('\n').includes(text);
    const others = planted.filter(({ by, text }) => by !== anna && there(text));
    expect(others.length).toBeGreaterThan(40);
    // What others had written to them alone goes with what it was an answer to.
    const lost = others.filter(({ text }) => !now.includes(text));
    expect(lost.map(({ by, field }) => [by, field])).toEqual([[company.boss, 'comment']]);
  });

  it('leaves figures, and what the group agreed on, by nobody’s name', async () => {
    const { hers, theirs, boss } = company;
    for (const place of [hers, theirs]) {
      const group = await groupOf(place);
      expect(group.rounds.map(({ contributed }) => contributed)).toEqual([3, 3]);
      expect(group.rounds[0]?.progress).toHaveLength(2);
      expect(group.commitments.map(({ owner }) => owner)).toEqual([boss, undefined]);
      expect(group.commitments.every(({ text }) => text.includes('commitment'))).toBe(true);
      expect(group.agreement?.points[0].responsible).toBeUndefined();
    }
    expect((await groupOf(hers)).leader).toBeUndefined();
  });

  it('is missing from what the channels say, as far as we can repaint it', () => {
    const { anna, hers } = company;
    const [card] = posts(hers);
    expect(JSON.stringify(card)).not.toContain(anna);
    expect(posts(hers).at(-1)).not.toContain(company.textsOf(anna).at(-1));
    expect(seen(card!)).toContain(da.channel.card.noLeader ?? '');
  });

  it('is told of kindly, and without a name', async () => {
    const { world, asker, silent, led } = company;
    await company.later(2 * day);
    for (const user of [asker, silent, led]) {
      const said = dms(world, user)
        .map(({ text }) => text)
        .join(' ');
      expect(said).toContain(`${da.myData.somebody}${da.myData.noLonger[1]}`);
    }
  });

  it('may begin anew, as somebody nobody knows', async () => {
    const { world, anna, boss } = company;
    await company.agree(anna, { manager: boss, partners: [company.partner] });
    await company.later(120);
    expect(await company.stored(anna)).toMatchObject({
      profile: { name: 'Anna' },
      linked: [{ user: company.partner }],
    });
    expect((await company.stored(company.partner))?.links).toMatchObject([
      { owner: anna, partner: { state: 'invited' } },
    ]);
    expect(world.wakes.deadLetters()).toEqual([]);
  });
});

describe('somebody who takes a group’s test', () => {
  let company: Company;
  let place: Place;
  beforeAll(async () => {
    await empty();
    company = await Company.open({ database });
    place = newChannel(company.world, danes(...six));
    await begunTest(place);
  }, 60_000);
  afterAll(() => company.world.close());

  const dataOf = async (user: string): Promise<MyData> => {
    const person = await company.stored(user);
    const groups = await Promise.all((person ? channelsOf(person) : []).map(() => groupOf(place)));
    return myDataOf(person ?? ({} as never), [], groups, company.world.clock.now());
  };
  const [mette, karen, ole] = [0, 1, 2].map((index) => () => place.members[index] ?? '') as [
    () => string,
    () => string,
    () => string,
  ];

  it('finds their own answers as long as it is open, and nobody else’s', async () => {
    await answerTest(place, karen(), wants('room', 'frames'));
    await answerTest(place, ole(), wants('learning'));
    done(await command(company.world, karen(), 'mine-data'));
    const shown = readable(top(company.world, karen()).view);
    expect(shown).toContain(da.myData.kept.answered(retentionDays.answered));
    expect(shown).toContain(da.myData.keptGroupAnswers);
    const { groups } = await dataOf(karen());
    expect(groups).toMatchObject([{ channel: place.channel, answers: { by: karen(), now: { room: 1 } } }]);
    expect(JSON.stringify(groups)).not.toContain(ole());
    expect((await dataOf(mette())).groups.map(({ answers }) => answers)).toEqual([]);
  });

  it('learns from it nothing of when others answered', async () => {
    const before = JSON.stringify((await dataOf(mette())).person);
    for (const user of place.members.slice(3)) await answerTest(place, user, wants('room', 'frames'));
    await company.later(60);
    expect(JSON.stringify((await dataOf(mette())).person)).toBe(before);
    expect(before).toContain(place.channel);
    expect(before).not.toContain('"version"');
  });

  it('finds after its closing that they answered, and when', async () => {
    await company.world.goTo(addSeconds((await assessmentOf(place)).closesAt, 60));
    expect((await assessmentOf(place)).top).toEqual(['room', 'frames']);
    expect((await dataOf(karen())).groups).toMatchObject([
      { answeredOn: ['2026-11-25'], answers: undefined },
    ]);
    expect((await dataOf(mette())).groups).toEqual([]);
  });

  it('is nowhere in it two minutes after deleting, and the order stays', async () => {
    await remove(company, karen());
    await company.later(180);
    expect((await kept(company)).filter((line) => line.includes(karen()))).toEqual([]);
    const { assessment, answered } = await groupOf(place);
    expect(assessment?.top).toEqual(['room', 'frames']);
    expect(answered?.[0]?.people).toContain('NOBODY1');
    // Whoever stays can't begin one without her.
    done(await say(place, mette(), 'test'));
    done(await press(company.world, mette(), da.groupTest.again));
    await company.send(mette(), { members: place.members.filter((user) => user !== karen()) });
    expect(await assessmentOf(place)).toMatchObject({ unopened: 'too-alike' });
  });

  it('finds an earlier test too, once another was held with others, and is nowhere in it after deleting', async () => {
    const others = newChannel(company.world, danes(...six)).members;
    for (const user of others) company.world.slack.inviteUser(place.channel, user);
    done(await say(place, mette(), 'test'));
    done(await press(company.world, mette(), da.groupTest.others));
    await company.send(mette(), { members: [mette(), ...others] });
    await company.later(60);
    expect((await assessmentOf(place)).members).not.toContain(ole());
    await company.later(40 * day);
    expect((await dataOf(ole())).groups).toMatchObject([{ answeredOn: ['2026-11-25'] }]);
    await remove(company, ole());
    await company.later(180);
    expect((await kept(company)).filter((line) => line.includes(ole()))).toEqual([]);
  });
});

describe('a smaller company', () => {
  let company: Company;
  let again: () => Promise<void>;
  beforeAll(async () => {
    await empty();
    company = await Company.open({ database });
    await company.meetBriefly();
    again = (await snapshot(company.world, database)).putBack;
  }, 60_000);
  beforeEach(() => again());
  afterAll(() => company.world.close());

  const goneNow = async () => {
    expect(await tracesOf(company, company.anna)).toEqual([]);
    expect(company.world.wakes.deadLetters()).toEqual([]);
  };

  it('forgets the same when every message is delivered twice', async () => {
    company.world.wakes.deliverTwice = true;
    await remove(company, company.anna);
    await company.later(180);
    company.world.wakes.deliverTwice = false;
    await goneNow();
  });

  it('forgets somebody who presses twice', async () => {
    const { world, anna } = company;
    done(await command(world, anna, 'mine-data'));
    const view = top(world, anna);
    const button = { type: 'button', action_id: 'my-data.remove' };
    for (let press = 0; press < 2; press += 1) await world.client.press(anna, { view: view.id }, button, {});
    await company.later(180);
    await goneNow();
  });

  it('lets somebody begin anew at once, and forgets only what was before', async () => {
    const { world, anna, partner } = company;
    await remove(company, anna);
    await company.later(15);
    await company.agree(anna, { partners: [partner] });
    await company.later(180);
    const stored = await company.stored(anna);
    expect(stored).toMatchObject({ profile: { name: 'Anna' }, linked: [{ user: partner }] });
    expect(stored?.leaving).toBeUndefined();
    expect(stored?.agreement?.manager).toBeUndefined();
    expect((await company.stored(partner))?.links).toMatchObject([{ owner: anna }]);
    expect((await groupOf(company.theirs)).members.map(({ id }) => id)).not.toContain(anna);
    expect(world.wakes.scheduled().filter(({ id }) => id.includes(anna))).toHaveLength(1);
  });

  it('says so to somebody who has stored nothing', async () => {
    const { world, other } = company;
    done(await command(world, other, 'my-data'));
    expect(readable(top(world, other).view)).toContain(da.myData.nothing);
    expect(readable(top(world, other).view)).not.toContain(da.myData.remove);
  });

  it('forgets who has been gone for thirty days by itself', async () => {
    const { world, anna } = company;
    const user = world.slack.user(anna);
    await world.client.changeUser({ ...user!, isDeleted: true });
    await company.later((retentionDays.gone - 1) * day);
    expect(await company.stored(anna)).toMatchObject({ gone: true, goneSince: '2026-11-23' });
    await company.later(3 * day);
    await goneNow();
  });

  it('keeps who comes back in time', async () => {
    const { world, anna } = company;
    const user = world.slack.user(anna);
    await world.client.changeUser({ ...user!, isDeleted: true });
    await company.later(10 * day);
    await world.client.changeUser({ ...user!, isDeleted: false });
    await company.later(40 * day);
    expect(await company.stored(anna)).toMatchObject({ agreement: { points: [{}, {}] } });
    expect((await company.stored(anna))?.goneSince).toBeUndefined();
  });

  it('keeps who came back without a word of it', async () => {
    const { world, anna } = company;
    const user = world.slack.user(anna);
    await world.client.changeUser({ ...user!, isDeleted: true });
    await company.later(10 * day);
    world.slack.putUser({ ...user!, isDeleted: false });
    await company.later(40 * day);
    expect(await company.stored(anna)).toMatchObject({ agreement: { points: [{}, {}] } });
    expect((await company.stored(anna))?.gone).toBeUndefined();
  });

  it('forgets whom it only knows from Slack after ninety days, and unnames them nowhere', async () => {
    const { world, other, silent } = company;
    // A pause that is over is all there ever was.
    done(await command(world, other, 'pause 2026-11-30'));
    const person = await company.stored(silent);
    const manager = person?.agreement?.manager;
    await world.store.save({
      ...person!,
      agreement: { ...person!.agreement!, manager: { ...manager!, id: other } },
    });
    await company.later(8 * day);
    expect(await company.stored(other)).toMatchObject({ pauses: [{}] });
    await world.wakes.soon({ tenant: team, user: other }, 0);
    await company.later(60);
    expect((await company.stored(other))?.idleSince).toBe('2026-12-01');
    await company.later((retentionDays.idle + 2) * day);
    expect(await company.stored(other)).toBeUndefined();
    expect((await company.stored(silent))?.agreement?.manager?.id).toBe(other);
  });

  /** Deleting with the knife in it, and then what always follows: redelivery, reconcile, the person's second try. */
  async function killedAt(call: number, side: 'before' | 'after'): Promise<string | undefined> {
    const { world, anna } = company;
    await again();
    const guillotine = underTheKnife(world, { call, side });
    await remove(company, anna)
      .then(() => world.goTo(addSeconds(world.clock.now(), 90)))
      .catch(() => {});
    world.boot();
    if ((await company.stored(anna))?.agreement) await remove(company, anna);
    await recover(world);
    await goneNow();
    return guillotine.fell && `${side} ${guillotine.fell.at}`;
  }

  it('forgets, wherever the worker and the Slack function are killed', async () => {
    const fell = new Set<string>();
    for (let call = 0; ; call += 1) {
      const cuts = [await killedAt(call, 'before'), await killedAt(call, 'after')];
      if (cuts.every((cut) => cut === undefined)) break;
      for (const cut of cuts) if (cut) fell.add(cut);
    }
    for (const call of ['store.save', 'store.saveGroup', 'store.forget', 'wakes.cancel', 'slack.publishHome'])
      expect([...fell]).toEqual(expect.arrayContaining([`before ${call}`, `after ${call}`]));
  }, 300_000);
});

/** What the company before left. */
async function empty(): Promise<void> {
  const marshallOptions = { removeUndefinedValues: true };
  const documents = DynamoDBDocumentClient.from(database.client, { marshallOptions });
  for (const { pk, sk } of await items())
    await documents.send(new DeleteCommand({ TableName: tableName, Key: { pk, sk } }));
}
