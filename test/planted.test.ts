import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Journal } from '../local/journal.ts';
import { team } from '../playground/slack/state.ts';
import { da } from '../shared/texts/da.ts';
import { appBeside, command, dms, known, type Line, press, recording } from './functions/slack/support.ts';
import { danes, done, groupOf, newChannel, type Place, pressTop, say } from './support/group.ts';
import { answerTest, assessmentOf, begunTest, openTest, six, wants } from './support/group-test.ts';
import { Company, type Planted } from './support/planted.ts';

/**
 * Everybody writes a text of their own into every field there is, and lives with it for three months; then it is looked for
 * everywhere that isn't the store. Not only what is there at the end counts, but all that ever was: each message, each Home,
 * each modal and each queue message as it was put.
 */
type Put = { key: string; said: string };

let company: Company;
const puts: Put[] = [];
const { log, lines } = recording();

/** All that the fakes are given to remember. */
function overhear(journal: Journal): void {
  const put = journal.put.bind(journal);
  journal.put = (key, value) => {
    puts.push({ key, said: JSON.stringify(value) });
    put(key, value);
  };
}

async function everybodyLooksAround(): Promise<void> {
  const { world, everybody, hers, theirs } = company;
  for (const user of everybody) {
    await world.client.openHome(user);
    for (const word of ['', 'aftale', 'hjælp', 'mine-data', 'indstillinger'])
      await command(world, user, word);
    await command(world, user, '');
    await press(world, user, da.inbox.titleNothing).catch(() => {});
    for (const place of [hers, theirs].filter(({ members }) => members.includes(user))) {
      await say(place, user, 'gruppe');
      await say(place, user, 'runde');
    }
    const latest = dms(world, user).at(-1);
    const buttons = (latest?.blocks ?? []).flatMap(
      (block) => (block['elements'] ?? []) as { action_id?: string }[],
    );
    for (const button of buttons.filter(({ action_id }) => /inbox|news|open/.test(action_id ?? '')))
      await world.client.press(
        user,
        { channel: latest?.channel ?? '', ts: latest?.ts ?? '' },
        { ...button },
        {},
      );
    for (const { id } of world.slack.views(user)) world.client.close(user, id, true);
  }
}

/** What is only written later on: why a point gave way, what was learned, why something was dropped. */
async function writeTheRest(): Promise<void> {
  const { anna, led, hers, theirs, world } = company;
  done(await command(world, led, 'aftale'));
  done(await press(world, led, da.agreement.replace));
  const [id] = (await known(world, led)).agreement!.points.map((point) => point.id);
  await company.send(led, {
    [`why-${id}`]: company.text(led, 'why'),
    [`title-for-${id}`]: company.text(led, 'title'),
    [`first-step-for-${id}`]: company.text(led, 'firstStep'),
  });
  for (const place of [hers, theirs]) {
    const { commitments } = await groupOf(place);
    const own = commitments.find(({ owner }) => owner === anna);
    done(await say(place, anna, 'gruppe'));
    await pressTop(place, anna, 'commitment.answer', `${place.channel} ${own?.id}`);
    await company.send(anna, { answer: 'dropped', said: company.text(anna, 'said') });
  }
  await world.goTo('2027-02-23T12:00:00Z');
  for (const user of [anna, led]) {
    done(await command(world, user, 'opfølgning'));
    const points = (await known(world, user)).agreement!.points;
    const outcomes = Object.fromEntries(points.map((point) => [`outcome-${point.id}`, 'keep']));
    await company.send(user, { ...outcomes, learned: company.text(user, 'learned') });
  }
}

async function closeAGroup(place: Place): Promise<void> {
  const [leader = ''] = place.members;
  await company.world.goTo('2027-03-10T12:00:00Z');
  done(await say(place, leader, 'gruppe'));
  done(await press(company.world, leader, da.group.view.end));
  const points = (await groupOf(place)).agreement!.points;
  const outcomes = Object.fromEntries(points.map((point) => [`outcome-${point.id}`, 'done']));
  await company.send(leader, { ...outcomes, learned: company.text(`${place.channel}group`, 'learned') });
}

beforeAll(async () => {
  company = await Company.open({ log });
  overhear(company.world.journal);
  await company.live();
  await everybodyLooksAround();
  await writeTheRest();
  await everybodyLooksAround();
  await closeAGroup(company.hers);
  await company.later(3600);
  await everybodyLooksAround();
}, 180_000);
afterAll(() => company.world.close());

/** Which of the planted texts stand there, and where. */
function found(those: (put: Put) => boolean, planted = company.planted): string[] {
  return puts
    .filter(those)
    .flatMap(({ key, said }) =>
      planted.filter(({ text }) => said.includes(text)).map((one) => `${key}: ${one.by} ${one.field}`),
    );
}

const under = (prefix: string) => (put: Put) => put.key.startsWith(prefix);

/** The group whose text it is. */
const placeOf = ({ by }: Planted): Place[] =>
  [company.hers, company.theirs].filter(
    ({ channel, members }) => by === `${channel}group` || members.includes(by),
  );

const ofRounds = ['worked', 'tried', 'adjust', 'need', 'lend', 'said'];
const isOfGroup = ({ by, field }: Planted) => by.endsWith('group') || ofRounds.includes(field);

/** Who may read it in a modal, beside whoever wrote it (PRODUCT.md, "Who sees what"). */
function readersOf(one: Planted): string[] {
  const { anna, boss, partner, asker, led, asked, other } = company;
  if (isOfGroup(one)) return placeOf(one).flatMap(({ members }) => members);
  const shared: Record<string, string[]> = {
    [`${anna} ask`]: [boss],
    [`${asker} ask`]: [anna],
    [`${boss} comment`]: [anna],
    [`${anna} comment`]: [asker],
    [`${asked} when`]: [anna],
    [`${anna} when`]: [other],
    [`${anna} title`]: [partner],
    [`${anna} firstStep`]: [partner],
    [`${asker} title`]: [anna],
    [`${asker} firstStep`]: [anna],
    [`${led} title`]: [anna],
    [`${led} firstStep`]: [anna],
    [`${anna} win`]: [partner, boss],
    [`${led} win`]: [anna],
  };
  return [one.by, ...(shared[`${one.by} ${one.field}`] ?? [])];
}

describe('what people wrote, after three months of everybody’s acts', () => {
  it('is much, and in the store and the modals of its author', async () => {
    expect(new Set(company.planted.map(({ field }) => field))).toEqual(
      new Set(
        'external title firstStep difference sign ask comment when note win result worked tried adjust need lend commitment said why learned'.split(
          ' ',
        ),
      ),
    );
    for (const { by, text } of company.planted.filter(
      ({ field }) => field === 'note' || field === 'firstStep',
    ))
      expect(
        puts.some(({ key, said }) => key === `views/${by}` && said.includes(text)),
        text,
      ).toBe(true);
  });

  it('is in no log', () => {
    expect(linesWith(lines)).toEqual([]);
  });

  it('is in no queue message, no schedule, no dead letter', () => {
    expect(puts.filter(under('queue/')).length).toBeGreaterThan(100);
    for (const place of ['queue/', 'schedule/', 'dead/']) expect(found(under(place))).toEqual([]);
  });

  it('is in no direct message, and so in no notification', () => {
    const isDirect = ({ key }: Put) => key.startsWith('message/D');
    expect(puts.filter(isDirect).length).toBeGreaterThan(20);
    // A name is no content: the nudge to call somebody outside Slack says whom.
    for (const user of company.everybody) {
      const others = company.planted.filter(({ by, field }) => by !== user || field !== 'external');
      expect(found(under(`message/D${user.slice(1)}/`), others)).toEqual([]);
    }
  });

  it('is in a group’s channel only what its members wrote for the group', () => {
    for (const place of [company.hers, company.theirs]) {
      const inChannel = under(`message/${place.channel}/`);
      const theirs = company.planted.filter((one) => isOfGroup(one) && placeOf(one).includes(place));
      expect(found(inChannel, theirs).length).toBeGreaterThan(10);
      expect(
        found(
          inChannel,
          company.planted.filter((one) => !theirs.includes(one)),
        ),
      ).toEqual([]);
    }
  });

  it('is in a Home only the viewer’s own point titles, and whom they named', () => {
    expect(puts.filter(under('home/')).length).toBeGreaterThan(8);
    for (const user of company.everybody) {
      const titles = company.planted.filter(
        ({ by, field }) => by === user && ['title', 'external'].includes(field),
      );
      const others = company.planted.filter((one) => !titles.includes(one));
      expect(found(under(`home/${user}`), others)).toEqual([]);
    }
  });

  it('is in the modals of those who may see it, and of nobody else', () => {
    for (const user of company.everybody) {
      const barred = company.planted.filter((one) => !readersOf(one).includes(user));
      expect(found(under(`views/${user}`), barred), user).toEqual([]);
    }
  });

  it('is nowhere else that Slack remembers anything', () => {
    const known = ['queue', 'schedule', 'dead', 'message/', 'home/', 'views/'];
    expect(found(({ key }) => !known.some((prefix) => key.startsWith(prefix)))).toEqual([]);
  });

  it('is in no error, whatever an error quotes', async () => {
    const { world, anna } = company;
    const recorded = recording();
    const person = await world.store.person({ tenant: team, user: anna });
    const quoting = () => Promise.reject(new Error(JSON.stringify(person)));
    const store = { ...world.store, save: quoting, saveGroup: quoting };
    const { client, close } = await appBeside(world, { log: recorded.log, store });
    await client.command(anna, `D${anna.slice(1)}`, 'pause 2027-04-10');
    await client.command(anna, `D${anna.slice(1)}`, 'mine-data');
    await press(world, anna, da.myData.remove, {}, { client });
    await close();
    expect(recorded.lines.length).toBeGreaterThan(0);
    expect(linesWith(recorded.lines)).toEqual([]);
    expect(JSON.stringify(world.slack.messages().at(-1))).not.toContain('XQ');
  });
});

/** A test's answers are no text of theirs; the fields they stand in are called by the test and by whose they are. */
describe('what each answered in a group’s test', () => {
  let place: Place;
  let test: string;
  beforeAll(async () => {
    place = newChannel(company.world, danes(...six));
    await begunTest(place);
    test = (await assessmentOf(place)).id;
    for (const [index, user] of place.members.entries()) {
      await answerTest(place, user, index === 0 ? wants('joint', 'sharing') : wants('room', 'frames'));
      // And looks at it again, as long as it is open.
      if (index === place.members.length - 1) break;
      await openTest(place, user);
      await press(company.world, user, da.groupTest.correct);
      await company.world.client.openHome(user);
      await command(company.world, user, 'mine-data');
    }
    await company.later(3600);
    for (const user of place.members) done(await say(place, user, 'test'));
  }, 60_000);

  it('is in the modals of who answered, and in nothing else that ever was', () => {
    for (const user of place.members.slice(0, -1)) {
      const holding = puts.filter(({ said }) => said.includes(`.${test}/${user}`));
      expect(holding.length).toBeGreaterThan(2);
      expect(holding.filter(({ key }) => key !== `views/${user}`)).toEqual([]);
    }
  });

  it('is in no queue message, no schedule, no log and no Home, by no theme', () => {
    const themes = /"(joint|sharing|room|frames)"|(now|helps)-/;
    for (const prefix of ['queue/', 'schedule/', 'dead/', 'home/'])
      expect(puts.filter(under(prefix)).filter(({ said }) => themes.test(said))).toEqual([]);
    expect(lines.filter((line) => themes.test(JSON.stringify(line)))).toEqual([]);
  });

  it('is gone from the store, and in the channel is only what several pointed to', async () => {
    const group = await groupOf(place);
    expect(group.assessment).toMatchObject({ answers: [], top: ['room', 'frames'] });
    expect(JSON.stringify(group)).not.toMatch(/joint|sharing/);
    const inChannel = puts.filter(under(`message/${place.channel}/`));
    expect(inChannel.some(({ said }) => said.includes(da.group.themes.room))).toBe(true);
    for (const theme of ['joint', 'sharing'] as const)
      expect(inChannel.filter(({ said }) => said.includes(da.group.themes[theme]))).toEqual([]);
  });
});

const linesWith = (those: Line[]) =>
  those.filter((line) => company.planted.some(({ text }) => JSON.stringify(line).includes(text)));
