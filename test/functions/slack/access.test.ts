import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Json, team } from '../../../playground/slack/state.ts';
import type { World } from '../../../playground/world.ts';
import { type Act, acts } from '../../../shared/domain/access.ts';
import { newcomer, type Person, type PersonId } from '../../../shared/domain/person.ts';
import { da } from '../../../shared/texts/da.ts';
import { groupActions, groupForms } from '../../../shared/views/group-actions.ts';
import {
  type Answer,
  chosen,
  keyOf,
  malformed,
  nothings,
  Probe,
  pickedDate,
  pickedTime,
  says,
  typed,
  pickedUser as user,
} from './access-support.ts';
import { command, dms, known, lastOf, makeAgreement, newUser, submit, titleOf, top } from './support.ts';

/**
 * Who may do what, through the real handler: every listener × everybody around a leader × everything a payload may claim.
 * A refusal is the same, byte for byte, whether or not there is such a thing.
 */

/** Nobody but whom it is shared with may read a word with this in it. */
const secret = 'MettesHemmelighed';
const elsewhere = 'T0ELSEWHERE';

/** Who stands where to Mette. */
const actors = [
  'mette',
  'manager',
  'accepted',
  'invited',
  'left',
  'waiting',
  'answered',
  'asked',
  'lene',
  'stranger',
  'mette elsewhere',
  'waiting elsewhere',
  'accepted elsewhere',
] as const;
type Actor = (typeof actors)[number];

const things = [
  'waiting',
  'answered',
  'withdrawn',
  'sharedWin',
  'winOfOneWhoLeft',
  'privateWin',
  'sparring',
  'agreement',
  'point',
  'outsider',
] as const;
type ThingName = (typeof things)[number];

let probe: Probe;
let world: World;
const who = {} as Record<Actor, PersonId>;
/** Lene is another leader: what is hers here is so that those who may be told from those who may not. */
const ids = {} as Record<ThingName, string>;

const ownerOf = (thing: ThingName) => (thing === 'outsider' ? who.lene.user : who.mette.user);

const atFirst = new Map<string, Person>();

const click: Probe['click'] = (...args) => probe.click(...args);
const clickIn: Probe['clickIn'] = (...args) => probe.clickIn(...args);
const fill: Probe['fill'] = (...args) => probe.fill(...args);

const point = (suffix = '') => ({
  [`title${suffix}`]: typed('Et punkt'),
  [`first-step${suffix}`]: typed('Et skridt'),
});
const howItGoes = () => ({
  ...{ 'progress-1': chosen('3'), [`progress-${ids.point}`]: chosen('3') },
  ...{ 'outcome-1': chosen('done'), [`outcome-${ids.point}`]: chosen('done') },
});
const rhythm = () => ({
  ...{ rhythm: chosen('2'), weekday: chosen('3') },
  time: pickedTime('10:00'),
});

/** Who may, for each thing that a payload names; nobody, for one that is not here. */
type May = Partial<Record<ThingName, Actor[]>>;
type Row = { act: Act; may: May };

const asksOwn: May = { waiting: ['mette'], answered: ['mette'], withdrawn: ['mette'] };
const asksSeen: May = {
  waiting: ['mette', 'waiting'],
  answered: ['mette', 'answered'],
  withdrawn: ['mette'],
};
const dated: May = { answered: ['mette', 'answered'] };
/** Only the owner counts: whatever else the value says. */
const inPartnership = (...those: Actor[]): May =>
  Object.fromEntries(things.filter((thing) => thing !== 'outsider').map((thing) => [thing, those]));

/** What is named by owner and id. */
const onThings: Record<string, Row> = {
  'inbox.ask': { act: 'see-ask', may: asksSeen },
  'news.own-ask': { act: 'see-ask', may: asksOwn },
  'ask.redirect': { act: 'make-ask', may: asksOwn },
  'ask.withdraw': {
    act: 'withdraw-ask',
    may: { waiting: ['mette'], answered: ['mette'], withdrawn: ['mette'] },
  },
  'ask.happened.yes': { act: 'say-happened', may: dated },
  'ask.happened.not-yet': { act: 'say-happened', may: dated },
  'ask.happened.no': { act: 'say-happened', may: dated },
  'inbox.invitation': { act: 'see-invitation', may: inPartnership('invited', 'accepted') },
  'partner.accept': { act: 'answer-invitation', may: inPartnership('invited', 'accepted') },
  'partner.decline': { act: 'answer-invitation', may: inPartnership('invited', 'accepted') },
  'inbox.leave': { act: 'leave-partnership', may: inPartnership('accepted', 'left') },
  'inbox.talked': { act: 'say-talked', may: inPartnership('accepted') },
  'inbox.shared': { act: 'see-partnership', may: inPartnership('accepted') },
  'inbox.win': {
    act: 'see-win',
    may: { sharedWin: ['mette', 'accepted', 'manager'], winOfOneWhoLeft: ['mette'], privateWin: ['mette'] },
  },
  'inbox.sparring': { act: 'answer-sparring', may: { sparring: ['asked'] } },
  'news.sparring-answer': { act: 'ask-for-sparring', may: { sparring: ['mette'] } },
  'news.talked-outside': { act: 'say-talked', may: { outsider: ['lene'] } },
  'news.outside-text': { act: 'name-people', may: { outsider: ['lene'] } },
};

type Form = { act: Act; values: (id: string) => Json };
const formsOnThings: Record<string, Row & Form> = {
  'answer-ask': {
    act: 'answer-ask',
    may: { waiting: ['waiting'], answered: ['answered'] },
    values: (id) => ({ [`reply-${id}`]: chosen('yes'), [`comment-${id}`]: typed('Gerne') }),
  },
  'answer-sparring': {
    act: 'answer-sparring',
    may: { sparring: ['asked'] },
    values: (id) => ({ [`reply-${id}`]: chosen('yes') }),
  },
};

/** What can only be about one's own, whatever ids it is given. `named`: by what Mette names hers. */
type Own = { act: Act; named?: ThingName };
const onOwn: Record<string, Own> = {
  'open.agreement-form': { act: 'make-agreement' },
  'open.agreement': { act: 'see-agreement' },
  'open.check-in': { act: 'answer-follow-up' },
  'open.pause': { act: 'pause' },
  'open.history': { act: 'see-agreement' },
  'open.help': { act: 'see-agreement' },
  'open.inbox': { act: 'see-ask' },
  'open.sparring': { act: 'ask-for-sparring' },
  'open.assessment': { act: 'take-assessment' },
  'assessment.page': { act: 'take-assessment' },
  'assessment.again': { act: 'take-assessment' },
  'rhythm.other-times': { act: 'make-agreement' },
  'rhythm.bring': { act: 'make-agreement' },
  'agreement.edit-point': { act: 'change-agreement', named: 'point' },
  'agreement.replace-point': { act: 'change-agreement', named: 'point' },
  'agreement.change-rhythm': { act: 'change-agreement' },
  'agreement.stop': { act: 'change-agreement', named: 'agreement' },
  'agreement.extend': { act: 'change-agreement' },
  'agreement.people': { act: 'name-people' },
  'agreement.ask': { act: 'make-ask', named: 'point' },
  'agreement.see-ask': { act: 'see-ask', named: 'waiting' },
  'news.people': { act: 'name-people' },
  'prompt.tomorrow': { act: 'move-prompt' },
  'prompt.skip': { act: 'move-prompt' },
  'open.settings': { act: 'change-settings' },
  'open.workspace-settings': { act: 'change-settings' },
  talk: { act: 'see-agreement' },
  'open.my-data': { act: 'fetch-my-data' },
  'my-data.fetch': { act: 'fetch-my-data' },
  'my-data.visit': { act: 'fetch-my-data' },
  'my-data.correct': { act: 'fetch-my-data' },
  'my-data.remove': { act: 'delete-my-data' },
  resume: { act: 'pause' },
};

/** The buttons and menus of a form, which read what Slack keeps beside it. */
const inForms: Record<string, Own & { form: string }> = {
  'people.preview': { act: 'name-people', form: 'people' },
  'ask.preview': { act: 'make-ask', form: 'ask', named: 'point' },
};

const ownForms: Record<string, Own & Form> = {
  'assessment-now': {
    act: 'take-assessment',
    values: (id) => ({ 'now-meaning': chosen('1'), [`now-time.${id}`]: chosen('2') }),
  },
  'assessment-helps': { act: 'take-assessment', values: () => ({ 'helps-meaning': chosen('3') }) },
  'assessment-choose': {
    act: 'take-assessment',
    values: () => ({ first: chosen('time'), second: chosen('meaning') }),
  },
  'my-settings': { act: 'change-settings', values: () => ({ ...rhythm(), language: chosen('en') }) },
  // Nobody here administrates the workspace: refused, each and all.
  'workspace-settings': {
    act: 'change-settings',
    values: () => ({ 'workspace-language': chosen('en'), threshold: chosen('5'), 'kept-days': chosen('7') }),
  },
  'point-1': { act: 'make-agreement', values: () => point() },
  'point-2': { act: 'make-agreement', values: () => point() },
  rhythm: { act: 'make-agreement', values: rhythm },
  'change-rhythm': { act: 'change-agreement', named: 'agreement', values: rhythm },
  'edit-point': { act: 'change-agreement', named: 'agreement', values: (id) => point(`-${id}`) },
  'replace-point': {
    act: 'change-agreement',
    named: 'agreement',
    values: (id) => ({ [`why-${id}`]: typed('Derfor'), ...point(`-for-${id}`) }),
  },
  'check-in': { act: 'answer-follow-up', named: 'agreement', values: howItGoes },
  closing: { act: 'change-agreement', named: 'agreement', values: howItGoes },
  pause: { act: 'pause', values: () => ({ until: pickedDate('2027-02-01') }) },
  people: { act: 'name-people', named: 'agreement', values: () => ({ manager: user(who.stranger.user) }) },
  ask: {
    act: 'make-ask',
    named: 'agreement',
    values: () => ({ kind: chosen('decide'), text: typed('Må jeg?'), to: user(who.asked.user) }),
  },
  'ask-sparring': { act: 'ask-for-sparring', values: () => ({ who: user(who.asked.user) }) },
};

const everything = { ...onThings, ...onOwn, ...inForms };
const everyForm = { ...formsOnThings, ...ownForms };

async function agreed(owner: PersonId): Promise<string> {
  await makeAgreement(world, owner.user, { rhythm: '1' });
  return (await known(world, owner.user)).agreement?.id ?? '';
}

async function ask(about: string, to: Actor): Promise<string> {
  await click(who.mette, 'agreement.ask', about);
  await submit(world, who.mette.user, { kind: 'decide', text: `${secret} må jeg?`, to: who[to].user });
  expect(titleOf(top(world, who.mette.user))).toBe(da.ask.sentTitle);
  return (await known(world, who.mette.user)).agreement?.asks?.at(-1)?.id ?? '';
}

async function checkIn(week: number, shareWith: string[]): Promise<string> {
  await world.goTo(`2026-12-${String(week * 7).padStart(2, '0')}T12:00:00Z`);
  await command(world, who.mette.user, 'opfølgning');
  await submit(world, who.mette.user, {
    ...{ 'progress-1': '3', [`progress-${ids.point}`]: '3', [`note-${ids.point}`]: `${secret} note` },
    ...{ win: `${secret} sejr ${week}`, 'share-win': shareWith },
  });
  expect(titleOf(top(world, who.mette.user))).toBe('Tak');
  return (await known(world, who.mette.user)).agreement?.checkIns.at(-1)?.week ?? '';
}

async function bring(owner: PersonId, people: Record<string, string | string[]>): Promise<void> {
  await click(owner, 'agreement.people', '');
  await submit(world, owner.user, people);
  expect(titleOf(top(world, owner.user))).toBe(da.agreement.title);
}

/** Two leaders, and everybody who can stand to one of them in some way; each has an item already. */
beforeAll(async () => {
  probe = await Probe.open();
  ({ world } = probe);
  for (const actor of actors) {
    const same = actors.find((other) => actor === `${other} elsewhere`);
    who[actor] = same
      ? { tenant: elsewhere, user: who[same].user }
      : { tenant: team, user: newUser(world, { name: `${actor} Holm` }) };
  }
  const { mette, lene } = who;
  ids.agreement = await agreed(mette);
  await click(mette, 'agreement.replace-point', '2');
  await submit(world, mette.user, {
    ...{ 'why-2': `${secret} hvorfor`, 'title-for-2': `${secret} punkt` },
    'first-step-for-2': `${secret} skridt`,
  });
  ids.point = (await known(world, mette.user)).agreement?.points[1].id ?? '';
  const partners = [who.accepted.user, who.invited.user, who.left.user];
  await bring(mette, {
    ...{ manager: who.manager.user, partners },
    'see-points': [who.manager.user, ...partners],
  });
  for (const partner of [who.accepted, who.left])
    await click(partner, 'partner.accept', `${mette.user} partner`);
  ids.withdrawn = await ask('1', 'waiting');
  await click(mette, 'ask.withdraw', `${mette.user} ${ids.withdrawn}`);
  ids.waiting = await ask('1', 'waiting');
  ids.answered = await ask(ids.point, 'answered');
  await click(who.answered, 'inbox.ask', `${mette.user} ${ids.answered}`);
  await submit(world, who.answered.user, {
    ...{ [`reply-${ids.answered}`]: 'yes', [`date-${ids.answered}`]: '2027-02-01' },
    [`comment-${ids.answered}`]: `${secret} svar`,
  });
  ids.sharedWin = await checkIn(1, [who.accepted.user, who.manager.user]);
  ids.winOfOneWhoLeft = await checkIn(2, [who.left.user]);
  ids.privateWin = await checkIn(3, []);
  await click(who.left, 'inbox.leave', `${mette.user} partner`);
  await click(mette, 'open.sparring', '');
  await submit(world, mette.user, { who: who.asked.user });
  ids.sparring = (await known(world, mette.user)).sparring?.[0]?.id ?? '';
  await agreed(lene);
  await bring(lene, { external: 'Ole' });
  ids.outsider = (await known(world, lene.user)).agreement?.partners?.[0]?.id ?? '';
  await world.goTo('2026-12-22T12:00:00Z');
  for (const id of Object.values(who)) {
    if ((await world.store.person(id)) === undefined)
      await world.store.save(newcomer(id, (await known(world, mette.user)).profile));
    atFirst.set(keyOf(id), (await world.store.person(id))!);
  }
  probe.listenIn();
});
afterAll(() => world.close());

/** As it was before: so that no request sees what another did. */
async function putBack(before: Map<PersonId, Person>): Promise<void> {
  for (const [id, person] of before) {
    const version = (await world.store.person(id))?.version ?? 0;
    if (version !== person.version) await world.store.save({ ...person, version });
  }
}

/** What a request changed of anybody is undone after it. */
async function undone(request: () => Promise<Answer>): Promise<Answer> {
  const answer = await request();
  await putBack(new Map(probe.saved.map((id) => [id as PersonId, atFirst.get(keyOf(id))!])));
  return answer;
}

/** One request that must change nothing of anybody's but the actor's own, write to nobody, and not say a word of Mette's. */
async function harmless(actor: Actor, request: () => Promise<Answer>): Promise<Answer> {
  const answer = await undone(request);
  probe.expectOnly([keyOf(who[actor])], answer, who[actor]);
  expect(JSON.stringify(answer)).not.toContain(secret);
  return answer;
}

/** One that must change nothing at all. */
async function refused(actor: Actor, request: () => Promise<Answer>): Promise<Answer> {
  const answer = await harmless(actor, request);
  expect([probe.saved, probe.woken, answer.lines]).toEqual([[], [], []]);
  return answer;
}

const sentence = da.refusals['not-yours'];
/** Asked for within other views: partners.test.ts, asks.test.ts and test/views/preview.test.ts have its cells. */
const within: Act[] = ['see-points'];

/** access-groups.test.ts has a table of its own. */
const ofGroups: string[] = [...Object.values(groupActions), ...Object.values(groupForms), 'open.mine'];

test('every listener and every act has its place in the tables above', () => {
  const { action, view } = probe.registered;
  const known = (ids: Set<string>) => [...ids].filter((id) => !ofGroups.includes(id)).sort();
  expect(known(action)).toEqual(Object.keys(everything).sort());
  expect(known(view)).toEqual(Object.keys(everyForm).sort());
  const covered = [...Object.values(everything), ...Object.values(everyForm)].map(({ act }) => act);
  expect([...new Set([...covered, ...within])].sort()).toEqual([...acts].sort());
});

/** What a payload may claim of somebody's things: each that there is, with its owner and with others; and what there isn't. */
function claims(actor: Actor, may: May): { owner: string; id: string; isGranted: boolean }[] {
  const real = things.map((thing) => ({
    ...{ owner: ownerOf(thing), id: ids[thing] },
    isGranted: may[thing]?.includes(actor) ?? false,
  }));
  // One's own id is no forgery; and where the owner doesn't count, what is granted is granted all the same.
  const owners = [who.lene.user, who.stranger.user, 'U0NOBODY', 'constructor', '__proto__', ''].filter(
    (owner) => owner !== who[actor].user,
  );
  const byOthers = real
    .filter(({ isGranted }) => !isGranted)
    .map(({ id }, index) => ({ owner: owners[index % owners.length] ?? '', id, isGranted: false }));
  const nothing = nothings.map((id) => ({
    ...{ owner: who.mette.user, id },
    isGranted: things.slice(0, 3).every((thing) => may[thing]?.includes(actor)) && actor !== 'mette',
  }));
  return [...real, ...byOthers, ...nothing];
}

type Ask = (id: PersonId, claim: { owner: string; id: string }) => Promise<Answer>;

/** Every cell of a row. */
async function tryAll(actor: Actor, may: May, request: Ask): Promise<void> {
  const refusals = new Set<string>();
  for (const { isGranted, ...claim } of claims(actor, may)) {
    if (!isGranted) {
      refusals.add(JSON.stringify(await refused(actor, () => request(who[actor], claim))));
      continue;
    }
    const answer = await undone(() => request(who[actor], claim));
    expect(answer.lines, JSON.stringify(claim)).toEqual([]);
    expect(says(answer), JSON.stringify(claim)).not.toContain(sentence);
  }
  expect([...refusals], actor).toHaveLength(1);
  expect([...refusals][0]).toContain(sentence);
}

describe.each(Object.entries(onThings))('the button %s', (action, { may }) => {
  test.each(actors)('does for “%s” what the table says, and else refuses everything alike', async (actor) => {
    await tryAll(actor, may, (id, { owner, id: thing }) => click(id, action, `${owner} ${thing}`));
  });
});

describe.each(Object.entries(formsOnThings))('the form %s', (callback, { may, values }) => {
  test.each(actors)('does for “%s” what the table says, and else refuses everything alike', async (actor) => {
    const { channel, ts } = lastOf(dms(world, who.mette.user));
    await tryAll(actor, may, (id, claim) =>
      fill(id, callback, JSON.stringify({ ...claim, dm: { channel, ts } }), values(claim.id)),
    );
  });
});

/** What could be put where an id of one's own belongs. */
const foreign = () => [
  ...[ids.waiting, ids.answered, ids.withdrawn, ids.sparring, ids.agreement, ids.point],
  `${who.mette.user} ${ids.waiting}`,
  ...nothings,
];
const others = actors.filter((actor) => actor !== 'mette');

/** All of them end alike, whatever they name. */
async function endAlike(actor: Actor, given: string[], request: (given: string) => Promise<Answer>) {
  const answers = new Set<string>();
  for (const value of given) answers.add(JSON.stringify(await harmless(actor, () => request(value))));
  expect([...answers]).toHaveLength(1);
}

/** For Mette her own ids are another matter. */
async function meansSomething(named: ThingName, request: (id: string) => Promise<Answer>): Promise<void> {
  const nothing = await undone(() => request('V404'));
  const something = await undone(() => request(ids[named]));
  expect(says(something)).not.toEqual(says(nothing));
  expect(something.lines).toEqual([]);
}

describe.each(Object.entries(onOwn))('the button %s', (action, { named }) => {
  test.each(others)('is about “%s” alone, whatever it names', async (actor) => {
    await endAlike(actor, foreign(), (value) => click(who[actor], action, value));
  });

  if (named === undefined) return;
  test('finds what is Mette’s for Mette', () => meansSomething(named, (id) => click(who.mette, action, id)));
});

const about = (agreement: string, of: string) => JSON.stringify({ agreement, point: of });

describe.each(Object.entries(inForms))('in a form, %s', (action, { form, named }) => {
  test.each(others)('is about “%s” alone, whatever Slack kept beside it', async (actor) => {
    const given = foreign().map((id) => about(id, id));
    await endAlike(actor, given, (metadata) => clickIn(who[actor], action, form, metadata));
  });

  if (named === undefined) return;
  test('finds what is Mette’s for Mette', () =>
    meansSomething(named, (id) => clickIn(who.mette, action, form, about(ids.agreement, id))));
});

describe.each(Object.entries(ownForms))('the form %s', (callback, { named, values }) => {
  test.each(others)('is about “%s” alone, whatever Slack kept beside it', async (actor) => {
    await endAlike(actor, foreign(), (id) =>
      fill(who[actor], callback, about(id, ids.point), values(ids.point)),
    );
    await endAlike(actor, foreign(), (id) =>
      fill(who[actor], callback, about(ids.agreement, id), values(id)),
    );
  });

  if (named === undefined) return;
  test('finds what is Mette’s for Mette', () =>
    meansSomething(named, (id) => fill(who.mette, callback, about(id, '1'), values('1'))));
});

describe.each(Object.entries(everyForm))(
  'the form %s, with something malformed beside it',
  (callback, row) => {
    const namesSomething = 'may' in row || row.named !== undefined;
    const expected = namesSomething ? /"response_action":"errors".*Reference: ref/ : /response_action/;

    test.each(actors)('answers “%s” with a sentence', async (actor) => {
      for (const metadata of malformed) {
        const { status, body } = await harmless(actor, () =>
          fill(who[actor], callback, metadata, row.values('V404')),
        );
        expect(status).toBe(200);
        expect(body).toMatch(expected);
      }
    });
  },
);
