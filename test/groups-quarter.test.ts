import { afterEach, describe, expect, it } from 'vitest';
import type { FakeUser } from '../playground/slack/state.ts';
import { World } from '../playground/world.ts';
import type { Group } from '../shared/domain/group.ts';
import { isOpenRound } from '../shared/domain/round.ts';
import { addSeconds } from '../shared/domain/time.ts';
import { textsIn } from '../shared/texts/index.ts';
import { groupActions } from '../shared/views/group-actions.ts';
import { dms, monday } from './functions/slack/support.ts';
import {
  contribute,
  done,
  groupOf,
  makeGroup,
  newChannel,
  type Place,
  postOf,
  posts,
  press,
  pressPost,
  say,
  seen,
  submit,
  top,
} from './support/group.ts';

/** Whole quarters of a group, at the wire: a Danish workspace, and an English one. */
const languages = [
  { language: 'da', locale: 'da-DK', names: ['Anna', 'Bo', 'Cille', 'Dan', 'Eva', 'Finn'] },
  { language: 'en', locale: 'en-GB', names: ['Amy', 'Ben', 'Cora', 'Dave', 'Ella', 'Fred'] },
] as const;

let world: World;
afterEach(() => world.close());

describe.each(languages)('A group in a $language workspace', ({ language, locale, names }) => {
  const texts = textsIn(language);
  const t = texts.channel;
  let place: Place;

  async function begin(size: number, more: object = {}): Promise<string[]> {
    world = await World.open({ standsAt: monday, language });
    const people: Partial<FakeUser>[] = names.slice(0, size).map((name) => ({ name, locale }));
    place = newChannel(world, people, more);
    return place.members;
  }

  const until = (instant: string) => world.goTo(instant);
  const soon = () => world.goTo(addSeconds(world.clock.now(), 30));
  const opening = async () => postOf(place, (await groupOf(place)).round?.opening?.ts);
  const summary = async () => postOf(place, (await groupOf(place)).round?.summary?.ts);
  const openRound = async (): Promise<Group> => {
    const group = await groupOf(place);
    expect(isOpenRound(group.round)).toBe(true);
    return group;
  };
  const titleOf = (user: string) => (top(world, user).view['title'] as { text: string }).text;

  it('of six lives a quarter: a round nobody answers, a facilitator on pause, a member who leaves, an archived channel', async () => {
    const [a = '', b = '', c = '', d = '', e = ''] = await begin(6, { isPrivate: true });
    await makeGroup(place);
    await soon();
    const card = posts(place).at(0);
    expect(card).toMatchObject({ pinned: true });

    // The first round: everybody has something to say, and nobody sees it before it closes.
    await until('2026-12-07T09:00:30Z');
    for (const [index, user] of place.members.entries())
      await contribute(place, user, { worked: `Det gik ${index}` }, ['3', '4']);
    await soon();
    expect(seen(await opening())).toContain(t.opening.contributed(6, 6));
    expect(posts(place).map(seen).join()).not.toContain('Det gik');
    await until('2026-12-09T09:01:00Z');
    expect(seen(await summary())).toContain('Det gik 5');
    expect(seen(await opening())).toContain(t.opening.closed(6, 6));

    // A line becomes a commitment by its button, and the summary says so.
    const { round } = await groupOf(place);
    done(
      await pressPost(
        place,
        b,
        await summary(),
        groupActions.commit,
        `${place.channel} ${round?.id}.${a}.worked`,
      ),
    );
    done(await submit(world, b, { text: 'Ring til Ida', owner: c, due: '2026-12-14' }));
    await soon();
    expect(seen(await summary())).toContain(t.summary.agreed(names[2], '2026-12-14'));
    // Somebody else wrote it down for her: she hears of it, and on its day in her own slot.
    expect(dms(world, c).at(-1)?.text).toContain(texts.news.commitment[0]);
    await until('2026-12-15T12:00:00Z');
    expect(dms(world, c).at(-1)?.text).toContain(texts.news['commitment-due'][0]);
    const dm = dms(world, c).at(-1);
    done(await pressPost({ ...place, channel: dm?.channel ?? '' }, c, dm ?? card!, groupActions.answer));
    done(await submit(world, c, { answer: 'later', due: '2027-01-05' }));

    // The second round: nobody answers. It closes kindly, and what was promised stands.
    await until('2026-12-21T09:00:30Z');
    expect(seen(await opening())).toContain('Ring til Ida');
    await until('2026-12-23T09:01:00Z');
    expect(seen(await summary())).toContain(t.summary.nobody);
    expect((await groupOf(place)).agreement?.unanswered).toBe(1);

    // The third: whose turn it is rests, and is passed over without a word. Half-way is asked for.
    done(await say(place, c, 'pause 2027-01-20'));
    await until('2027-01-04T09:00:30Z');
    const third = await openRound();
    expect(third.round).toMatchObject({ kind: 'half-way', facilitator: d });
    expect(seen(await opening())).toContain(t.opening.halfWay);
    await contribute(place, a, { 'still-right': 'yes' });
    await contribute(place, b, { 'still-right': 'no', adjust: 'Kortere møder' });
    // Somebody leaves, and the one who leads hears of it.
    done(await say(place, e, 'gruppe'));
    done(await press(world, e, texts.group.view.leave));
    expect(titleOf(e)).toBe(texts.groupSaid.title);
    await until('2027-01-06T09:01:00Z');
    expect(seen(await summary())).toContain(t.summary.stillRight(1, 1));
    expect((await groupOf(place)).members.map(({ id }) => id)).not.toContain(e);
    expect(
      dms(world, a)
        .map(({ text }) => text)
        .join(),
    ).toContain(texts.news['member-left'][0]);
    // Who talked about it marks it: the rest is carried over.
    done(await pressPost(place, d, await summary(), groupActions.lines));
    done(await submit(world, d, {}));

    // The fourth: the channel is archived in the middle of it.
    await until('2027-01-18T09:00:30Z');
    expect(seen(await opening())).toContain('Kortere møder');
    await contribute(place, a, { tried: 'Fælles kalender' }, ['4', '4']);
    await contribute(place, b, { worked: 'Vi sagde nej' }, ['5', '4']);
    world.slack.archiveChannel(place.channel);
    await until('2027-01-21T12:00:00Z');
    expect((await groupOf(place)).blocked).toBeDefined();
    expect(
      dms(world, a)
        .map(({ text }) => text)
        .join(),
    ).toContain(texts.news['channel-blocked'][0]);
    world.slack.unarchiveChannel(place.channel);
    world.slack.inviteBot(place.channel);
    await until('2027-01-25T09:05:00Z');
    expect(seen(await summary())).toContain('Vi sagde nej');
    expect(seen(await summary())).toContain('Fælles kalender');
    expect((await summary()).blocks?.some(({ type }) => type === 'data_visualization')).toBe(true);

    // The fifth, and the last, in which they decide together; then it ends, and begins anew with what they keep.
    await until('2027-02-01T09:01:00Z');
    await contribute(place, a, {}, ['4', '5']);
    await until('2027-02-22T09:01:00Z');
    const last = await openRound();
    expect(last.round?.kind).toBe('closing');
    const [first, second] = last.agreement?.points ?? [];
    const said = { [`outcome-${first?.id}`]: 'keep', [`outcome-${second?.id}`]: 'done' };
    await contribute(place, a, said);
    await contribute(place, b, said);
    await until('2027-02-24T09:01:00Z');
    expect(seen(await summary())).toContain(t.summary.verdict('keep', 2));
    done(await pressPost(place, a, await summary(), groupActions.end));
    done(await submit(world, a, { learned: 'Vi siger til i tide' }));
    expect(titleOf(a)).toBe(texts.groupSaid.title);
    await soon();
    const ended = postOf(place, (await groupOf(place)).ended?.ts);
    expect(seen(ended)).toContain('Vi siger til i tide');
    expect(seen(ended)).toContain('Ring til Ida');
    done(await pressPost(place, a, ended, groupActions.make));
    done(await submit(world, a, {}));
    done(await submit(world, a, { 'title-2': 'Et nyt punkt', 'result-2': 'Ro', 'responsible-2': b }));
    await soon();
    const renewed = await groupOf(place);
    expect(renewed.agreement?.points.map(({ title }) => title)).toEqual([
      'Vi aflaster hinanden',
      'Et nyt punkt',
    ]);
    expect(renewed.commitments.map(({ text }) => text)).toEqual(['Ring til Ida']);
    expect(world.wakes.deadLetters()).toEqual([]);
    expect(world.missedInstants).toBe(0);
  }, 60_000);

  it('of three opens, hands over and closes a round by hand, rests, and stops before its time', async () => {
    const [a = '', b = '', c = ''] = await begin(3);
    await makeGroup(place, { rhythm: '4' });
    await soon();
    done(await say(place, b, 'runde'));
    done(await press(world, b, texts.groupSaid.openNow));
    await soon();
    const { round } = await openRound();
    expect(round).toMatchObject({ openedBy: b, facilitator: a });
    done(await pressPost(place, a, await opening(), groupActions.handOver));
    done(await submit(world, a, { to: c }));
    await contribute(place, a, { need: ['people', 'time'] });
    await contribute(place, b, { lend: ['people'], 'lend-text': 'Ida om torsdagen' });
    // Who doesn't keep it can't close it.
    done(await pressPost(place, b, await opening(), groupActions.closeRound));
    expect(JSON.stringify(top(world, b).view)).toContain(texts.refusals['not-yours']);
    done(await pressPost(place, c, await opening(), groupActions.closeRound));
    await soon();
    expect(seen(await summary())).toContain(t.summary.match(names[0], names[1], 'people'));

    done(await say(place, a, 'gruppe'));
    done(await press(world, a, texts.group.view.pause));
    done(await submit(world, a, { until: '2027-02-01' }));
    await soon();
    expect(seen(posts(place)[0]!)).toContain(t.card.paused('2027-02-01'));
    await until('2027-01-31T12:00:00Z');
    expect((await groupOf(place)).roundsOpened).toBe(1);
    await until('2027-02-01T09:01:00Z');
    expect((await groupOf(place)).roundsOpened).toBe(2);
    expect(seen(posts(place)[0]!)).not.toContain(t.card.paused('2027-02-01'));

    done(await say(place, a, 'gruppe'));
    done(await press(world, a, texts.group.view.stop));
    await until(addSeconds(world.clock.now(), 60));
    expect(seen(posts(place).at(-1)!)).toContain(t.ended.stopped('2027-02-01'));
    // Thirty days later nothing of it is left.
    await until('2027-03-05T12:00:00Z');
    const { agreement, members, round: kept, commitments } = await groupOf(place);
    expect({ agreement, members, kept, commitments }).toEqual({
      agreement: undefined,
      members: [],
      kept: undefined,
      commitments: [],
    });
  }, 60_000);
});
