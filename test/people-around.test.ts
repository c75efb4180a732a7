import { afterEach, beforeEach, expect, test } from 'vitest';
import { World } from '../playground/world.ts';
import {
  callbackOf,
  choose,
  command,
  dms,
  known,
  lastOf,
  monday,
  newUser,
  press,
  pressIn,
  readable,
  submit,
  titleOf,
  top,
} from './functions/slack/support.ts';

/** Three people through three months: a leader, their manager, and a sparring partner who reads English. */
let world: World;
let mette: string;
let karen: string;
let james: string;

beforeEach(async () => {
  world = await World.open({ standsAt: monday });
  mette = newUser(world, { name: 'Mette Holm' });
  karen = newUser(world, { name: 'Karen Friis' });
  james = newUser(world, { name: 'James Carter', locale: 'en-GB', zone: 'Europe/London' });
});
afterEach(() => world.close());

const pointed = { title: 'Færre møder', 'first-step': 'Aflyse tirsdagsmødet' };

async function agreeWith(people: Record<string, string | string[]>): Promise<void> {
  await command(world, mette, 'aftale');
  await submit(world, mette, pointed);
  await submit(world, mette, { title: 'Mere sparring', 'first-step': 'Ringe til Ida' });
  await press(world, mette, 'Tag nogen med');
  await submit(world, mette, people);
  expect(titleOf(top(world, mette)), JSON.stringify(top(world, mette).errors)).toBe('Aftalen er gemt');
}

async function askManager(): Promise<void> {
  await command(world, mette, 'aftale');
  await press(world, mette, 'Bed nogen om noget');
  expect(readable(top(world, mette).view)).toContain('ser kun din sætning');
  await submit(world, mette, { kind: 'decide', text: 'Må jeg droppe mandagsmødet?' });
  expect(titleOf(top(world, mette)), JSON.stringify(top(world, mette).errors)).toBe('Sendt');
}

test('the third modal says who sees what, before anything is saved', async () => {
  await command(world, mette, 'aftale');
  await submit(world, mette, pointed);
  await submit(world, mette, { title: 'Mere sparring', 'first-step': 'Ringe til Ida' });
  expect(readable(top(world, mette).view)).toContain('Kun du ser din aftale.');
  await press(world, mette, 'Tag nogen med');
  await choose(world, mette, 'manager', { manager: karen });
  expect(readable(top(world, mette).view)).toContain('intet, før du beder om noget');
  expect(JSON.stringify(top(world, mette).view)).toContain(`"user_id":"${karen}"`);
});

test('an ask is written to the manager neutrally, answered, and told of; on its day both are asked once', async () => {
  await agreeWith({ manager: karen });
  await world.goTo('2026-11-23T12:00:00Z');
  expect(dms(world, karen)).toEqual([]);
  await askManager();
  await world.goTo('2026-11-23T12:02:00Z');
  const [dm] = dms(world, karen);
  expect(dm?.text).toContain('vil gerne have dit svar på noget');
  expect(dm?.text).toContain('Du ser kun det, andre selv deler med dig');
  expect(JSON.stringify(dm)).not.toContain('mandagsmødet');
  await pressIn(lastOf(dms(world, karen)), karen, 'Åbn og svar', world);
  expect(readable(top(world, karen).view)).toContain('Må jeg droppe mandagsmødet?');
  expect(readable(top(world, karen).view)).not.toContain('Færre møder');
  const { id } = (await known(world, mette)).agreement!.asks![0]!;
  await submit(world, karen, { [`reply-${id}`]: 'talk', [`date-${id}`]: '2026-12-01' });
  expect(readable(top(world, karen).view)).toContain('Når I taler sammen');
  expect(lastOf(dms(world, karen)).text).toContain('har fået dit svar');
  await world.goTo('2026-11-23T12:04:00Z');
  expect(lastOf(dms(world, mette)).text).toContain('har svaret dig');
  await pressIn(lastOf(dms(world, mette)), mette, 'Se mere', world);
  expect(readable(top(world, mette).view)).toContain('Lad os tale om det');
  await world.goTo('2026-12-01T12:00:00Z');
  for (const user of [mette, karen])
    expect(lastOf(dms(world, user)).text).toContain('aftalte noget. Blev det til noget?');
  await pressIn(lastOf(dms(world, karen)), karen, 'Svar', world);
  await press(world, karen, 'Ja, det skete');
  await pressIn(lastOf(dms(world, mette)), mette, 'Svar', world);
  expect(readable(top(world, mette).view)).toContain('Den anden siger: ');
  await press(world, mette, 'Ja, det skete');
  const count = dms(world, karen).length;
  await world.goTo('2027-02-01T12:00:00Z');
  expect(dms(world, karen)).toHaveLength(count);
});

test('unanswered, the recipient is reminded once and then the leader is told', async () => {
  await agreeWith({ manager: karen });
  await askManager();
  await world.goTo('2026-12-07T20:00:00Z');
  expect(dms(world, karen).map(({ text }) => text)).toEqual([
    expect.stringContaining('vil gerne have dit svar'),
    expect.stringContaining('venter på dit svar'),
  ]);
  expect(dms(world, mette).map(({ text }) => text)).toEqual([
    expect.stringContaining('har ikke svaret endnu'),
  ]);
});

test('a partner is invited, accepts, is nudged monthly, and leaves without a reason', async () => {
  await agreeWith({ partners: [james], 'see-points': [james] });
  await world.goTo('2026-11-23T12:02:00Z');
  await pressIn(lastOf(dms(world, james)), james, 'See more', world);
  expect(readable(top(world, james).view)).toContain('the title and first step of two points');
  expect(readable(top(world, james).view)).not.toContain('Færre møder');
  await press(world, james, 'Yes, gladly');
  await world.goTo('2026-11-23T12:03:00Z');
  await command(world, james, '');
  await press(world, james, 'Sparring and answers');
  await press(world, james, 'See what is shared');
  expect(readable(top(world, james).view)).toContain('Færre møder');
  await world.goTo('2026-11-23T12:04:00Z');
  expect(lastOf(dms(world, mette)).text).toContain('vil gerne være din sparringspartner');
  await world.goTo('2026-12-23T12:00:00Z');
  expect(lastOf(dms(world, james)).text).toContain('Have you talked with');
  await pressIn(lastOf(dms(world, james)), james, 'We have talked', world);
  await command(world, james, '');
  await press(world, james, 'Sparring and answers');
  await press(world, james, 'Stop being a partner');
  await world.goTo('2026-12-23T12:05:00Z');
  expect(
    dms(world, mette)
      .map(({ text }) => text)
      .join(),
  ).toContain('er ikke længere din sparringspartner');
  expect((await known(world, james)).links?.[0]?.partner).toBeUndefined();
  expect(callbackOf(top(world, james))).toBe('notice');
});

test('another manager takes the asks away from the former at once', async () => {
  await agreeWith({ manager: karen });
  await askManager();
  await world.goTo('2026-11-23T12:02:00Z');
  await command(world, mette, 'aftale');
  await press(world, mette, 'Vælg, hvem der er med');
  await submit(world, mette, { manager: james });
  await pressIn(lastOf(dms(world, karen)), karen, 'Åbn og svar', world);
  expect(readable(top(world, karen).view)).toContain('Det kan du ikke åbne herfra.');
});

test('somebody named who leaves is told of, and their places are free', async () => {
  await agreeWith({ manager: karen, partners: [james] });
  await askManager();
  await world.goTo('2026-11-23T12:02:00Z');
  await world.client.changeUser({ ...world.slack.user(karen)!, isDeleted: true });
  await world.goTo('2026-11-24T12:00:00Z');
  expect(lastOf(dms(world, mette)).text).toContain('er ikke længere i Slack');
});

test('what is taken back is gone from its message too', async () => {
  await agreeWith({ manager: karen });
  await askManager();
  await world.goTo('2026-11-23T12:02:00Z');
  await command(world, mette, 'aftale');
  await press(world, mette, 'Se, hvad du har bedt om');
  await press(world, mette, 'Træk det tilbage');
  await world.goTo('2026-11-23T12:04:00Z');
  const dm = lastOf(dms(world, karen));
  expect(dm.text).toContain('Det er ikke aktuelt længere.');
  await expect(pressIn(dm, karen, 'Åbn og svar', world)).rejects.toThrow('No button');
});

test('of two asks in one message, each says that it is answered', async () => {
  await agreeWith({ manager: karen });
  await askManager();
  await command(world, mette, 'aftale');
  await press(world, mette, 'Bed nogen om noget');
  await submit(world, mette, { kind: 'listen', text: 'Hør om mit mandat' });
  await world.goTo('2026-11-23T12:02:00Z');
  for (const { id } of (await known(world, mette)).agreement?.asks ?? []) {
    await pressIn(lastOf(dms(world, karen)), karen, 'Åbn og svar', world);
    await submit(world, karen, { [`reply-${id}`]: 'yes' });
  }
  await world.goTo('2026-11-23T12:04:00Z');
  expect(lastOf(dms(world, karen)).text.match(/har fået dit svar/g)).toHaveLength(2);
});

test('after the period’s end somebody can still be taken off, and sees nothing more', async () => {
  await agreeWith({ partners: [james], 'see-points': [james] });
  await world.goTo('2026-11-23T12:02:00Z');
  await pressIn(lastOf(dms(world, james)), james, 'See more', world);
  await press(world, james, 'Yes, gladly');
  await world.goTo('2027-03-05T12:00:00Z');
  await command(world, james, '');
  await press(world, james, 'Sparring and answers');
  await command(world, mette, 'aftale');
  await press(world, mette, 'Vælg, hvem der er med');
  await submit(world, mette, { partners: [] });
  await press(world, james, 'See what is shared');
  expect(readable(top(world, james).view)).toContain("You can't open that from here.");
});

test('a new agreement asks everybody anew, and shares nothing until they said yes', async () => {
  await agreeWith({ partners: [james], 'see-points': [james] });
  await world.goTo('2026-11-23T12:02:00Z');
  await pressIn(lastOf(dms(world, james)), james, 'See more', world);
  await press(world, james, 'Yes, gladly');
  await command(world, mette, 'aftale');
  await press(world, mette, 'Afslut aftalen');
  await world.goTo('2026-11-24T12:00:00Z');
  await command(world, mette, 'aftale');
  await submit(world, mette, { title: 'Et nyt punkt', 'first-step': 'Et skridt' });
  await submit(world, mette, { title: 'Og et til', 'first-step': 'Et skridt' });
  await submit(world, mette);
  expect((await known(world, mette)).agreement?.partners).toMatchObject([
    { id: james, state: 'invited', seesPoints: false },
  ]);
  await world.goTo('2026-11-25T12:00:00Z');
  expect(lastOf(dms(world, james)).text).toContain('would like you to be their sparring partner');
});

test('a manager who was never asked anything and leaves is told of all the same, and asked about once a week', async () => {
  await agreeWith({ manager: karen });
  const asked = () => world.webApi.calls.filter(({ args }) => args['user'] === karen).length;
  const before = asked();
  world.slack.putUser({ ...world.slack.user(karen)!, isDeleted: true });
  await world.goTo('2026-12-08T12:00:00Z');
  await pressIn(lastOf(dms(world, mette)), mette, 'Spring over', world);
  await world.goTo('2026-12-09T12:00:00Z');
  expect(lastOf(dms(world, mette)).text).toContain('er ikke længere i Slack');
  expect(asked()).toBe(before + 1);
});
