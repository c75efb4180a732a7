import { describe, expect, it } from 'vitest';
import { contribute } from '../../shared/domain/contribute.ts';
import type { Group, PostKind } from '../../shared/domain/group.ts';
import { withoutMember } from '../../shared/domain/group-edit.ts';
import { closeGroup, stopGroup } from '../../shared/domain/group-ending.ts';
import { groupNotTold } from '../../shared/domain/group-links.ts';
import {
  channelRefused,
  lookAtGroup,
  needsFacilitator,
  nextPost,
  opensRound,
  postDue,
  posted,
  recorded,
} from '../../shared/domain/group-look.ts';
import { makeGroup } from '../../shared/domain/group-make.ts';
import { leaseSeconds } from '../../shared/domain/look.ts';
import { closeRound, openByHand } from '../../shared/domain/rounds.ts';
import { addSeconds } from '../../shared/domain/time.ts';
import {
  aContribution,
  afterRound,
  aGroup,
  aGroupAgreement,
  aGroupInput,
  agreed,
  aMember,
  aPost,
  aPosting,
  aRound,
  channel,
  closingWeek,
  doneGroup,
  inRound,
  lookAndPost,
  said,
} from './groups.ts';
import { at, tenant } from './people.ts';

const slot = at('2026-09-15 09:00');
const ending = { on: '2026-12-01', how: 'closed' as const, outcomes: [] };

/** The group whose members know of it, so that a look is about the channel alone. */
const settled = (group: Group, now = at('2026-09-02 10:00')) => lookAtGroup(group, now).group;
const calm = settled(aGroup());

describe('what the channel is to have', () => {
  it.each<{ says: string; group: Group; due: PostKind | undefined }>([
    {
      says: 'nothing, where nothing was agreed',
      group: aGroup({ agreement: undefined, card: undefined }),
      due: undefined,
    },
    {
      says: 'a card, first of all',
      group: inRound({ opening: undefined }, { card: undefined }),
      due: 'card',
    },
    {
      says: 'the card of a new agreement before the summary of what is over',
      group: afterRound({ summary: undefined }, { card: undefined }),
      due: 'card',
    },
    { says: 'the opening of a round', group: inRound({ opening: undefined }), due: 'opening' },
    { says: 'nothing more in a round', group: inRound(), due: undefined },
    { says: 'what a round came to', group: afterRound({ summary: undefined }), due: 'summary' },
    {
      says: 'what a round came to that nobody saw open',
      group: afterRound({ summary: undefined, opening: undefined }),
      due: 'summary',
    },
    { says: 'nothing between rounds', group: afterRound(), due: undefined },
    { says: 'a word on the end', group: agreed({ ending }), due: 'ending' },
    {
      says: 'the summary before the end',
      group: { ...afterRound({ summary: undefined }), agreement: aGroupAgreement({ ending }) },
      due: 'summary',
    },
    {
      says: 'no card of what has ended before it was posted',
      group: agreed({ ending }, { card: undefined }),
      due: 'ending',
    },
    { says: 'nothing after the end', group: agreed({ ending }, { ended: aPost('4.1') }), due: undefined },
  ])('is $says', ({ group, due }) => {
    expect(postDue(group)).toBe(due);
  });
});

describe('a look', () => {
  it('that finds nothing leaves the very same group, and so does another', () => {
    expect(lookAtGroup(calm, at('2026-09-03 10:00'))).toEqual({ group: calm, tell: [] });
    expect(lookAtGroup(calm, at('2026-09-03 10:00')).group).toBe(calm);
    expect(calm.wakeAt).toBe(slot);
  });

  it.each([
    { says: 'the slot', group: aGroup(), wakeAt: slot },
    { says: 'the round’s end', group: inRound(), wakeAt: at('2026-09-17 09:00') },
    { says: 'the next slot', group: afterRound(), wakeAt: at('2026-09-29 09:00') },
    {
      says: 'the end of the period, where all rounds were held',
      group: agreed({ settled: closingWeek }),
      wakeAt: at('2026-12-03 00:00'),
    },
    {
      says: 'the end of the period, where the rounds rest',
      group: agreed({ unanswered: 3 }),
      wakeAt: at('2026-12-03 00:00'),
    },
    {
      says: 'the end of a pause, whose card says so',
      group: aGroup({ pauses: [{ from: '2026-09-10', until: '2026-09-24' }] }),
      wakeAt: at('2026-09-24 00:00'),
    },
    {
      says: 'the end of what is kept',
      group: agreed({ ending }, { ended: aPost('4.1') }),
      wakeAt: at('2027-01-02 00:00'),
    },
    {
      says: 'the end of what is kept of who left',
      group: agreed({ ending }, { ended: aPost('4.1'), left: [{ id: 'U9', on: '2026-09-10' }] }),
      wakeAt: at('2026-10-11 00:00'),
    },
  ])('waits for $says', ({ group, wakeAt }) => {
    const { group: looked, post } = lookAtGroup(group, at('2026-09-15 08:00'));
    expect(looked.wakeAt).toBe(wakeAt);
    expect(post).toBeUndefined();
  });

  it('opens the round in its slot: with its number, its end, and whose turn it is', () => {
    const { group, post } = lookAtGroup(calm, slot);
    expect(post).toBe('opening');
    expect(group).toMatchObject({
      ...{ roundsOpened: 1, posting: { what: 'opening', attempts: 1, lease: addSeconds(slot, 60) } },
      agreement: { settled: '2026-09-14' },
      round: {
        id: '1',
        kind: 'ordinary',
        on: '2026-09-15',
        facilitator: 'U1',
        closesAt: at('2026-09-17 09:00'),
      },
      members: [{ facilitatedOn: '2026-09-15' }, {}, {}],
    });
    // And everybody is told, and waits until it closes.
    const after = lookAndPost(calm, slot);
    expect(after).toMatchObject({ posts: ['opening'], told: ['U1', 'U2', 'U3'] });
    expect(after.group.wakeAt).toBe(at('2026-09-17 09:00'));
  });

  it('gives it to who does not rest just now', () => {
    expect(lookAtGroup(calm, slot, 'U3').group.round?.facilitator).toBe('U3');
    expect(needsFacilitator(calm, slot)).toBe(true);
    expect(needsFacilitator(calm, addSeconds(slot, -1))).toBe(false);
    expect(needsFacilitator(inRound(), slot)).toBe(false);
    expect(needsFacilitator(inRound({ facilitator: undefined }), slot)).toBe(true);
  });

  it('finds a facilitator for what was opened by hand', () => {
    const byHand = doneGroup(openByHand(calm, 'U2', at('2026-09-10 10:00')));
    expect(lookAtGroup(byHand, at('2026-09-10 10:00'), 'U2').group.round?.facilitator).toBe('U2');
    expect(lookAtGroup(byHand, at('2026-09-10 10:00')).group.round?.facilitator).toBe('U1');
  });

  it('of a round that nobody is left to keep moving changes nothing', () => {
    const nobody = ['U1', 'U2', 'U3'].reduce((rest, user) => withoutMember(rest, user, slot), inRound());
    const once = lookAtGroup(nobody, slot).group;
    expect(lookAtGroup(once, slot).group).toBe(once);
    expect(needsFacilitator(once, slot)).toBe(false);
  });

  it('closes a round that has had its hours, late as it may be', () => {
    const open = settled(inRound(), slot);
    for (const now of [at('2026-09-17 09:00'), at('2026-10-20 12:00')]) {
      const { group, post } = lookAtGroup(open, now);
      expect(post).toBe('summary');
      expect(group.round).toMatchObject({ closedAt: now });
      expect(group.round?.closedBy).toBeUndefined();
    }
  });

  it('early is for nothing', () => {
    const now = addSeconds(slot, -1);
    expect(lookAtGroup(calm, now)).toEqual({ group: calm, tell: [] });
  });

  it('twice at the same moment finds that somebody is at it', () => {
    const { group } = lookAtGroup(calm, slot);
    for (const seconds of [0, 59])
      expect(lookAtGroup(group, addSeconds(slot, seconds))).toEqual({
        group,
        tell: [],
        busyUntil: addSeconds(slot, 60),
      });
    expect(lookAtGroup(group, addSeconds(slot, 60)).post).toBe('opening');
  });

  it('leaves the channel two seconds between two messages', () => {
    const fresh = { ...calm, card: undefined };
    const { group } = lookAtGroup(fresh, slot);
    expect(group.wakeAt).toBe(addSeconds(slot, 2));
    expect(recorded(group, 'card', 'G1', aPost('1.1'), slot).wakeAt).toBe(addSeconds(slot, 2));
  });
});

describe('a group’s whole agreement', () => {
  it('is a card, its rounds each with a summary, and an end; each once', () => {
    let group: Group = aGroup({ card: undefined });
    const posts: string[] = [];
    const kinds = new Map<string, string>();
    for (let now = at('2026-09-02 10:00'); now < '2027-01-05'; now = addSeconds(now, 3600)) {
      const looked = lookAndPost(group, now);
      group = looked.group;
      posts.push(...looked.posts);
      const { round } = group;
      if (round) kinds.set(round.id, round.kind);
      if (round && round.closedAt === undefined && round.contributions.length === 0)
        group = doneGroup(contribute(group, 'U2', said({ round: round.id }), now));
      if (now === at('2026-12-03 12:00'))
        group = doneGroup(closeGroup(group, { agreement: 'G1', view: 'F1', outcomes: [] }, now));
    }
    const six = Array.from({ length: 6 }, () => ['opening', 'summary']).flat();
    expect(posts).toEqual(['card', ...six, 'ending']);
    expect([...kinds.values()]).toEqual([
      'ordinary',
      'ordinary',
      'half-way',
      'ordinary',
      'ordinary',
      'closing',
    ]);
    expect(group.agreement).toBeUndefined();
  });

  it('rests after three rounds that nobody answers, and is forgotten in its time', () => {
    let group: Group = calm;
    for (let now = slot; now < '2027-01-05'; now = addSeconds(now, 3600))
      group = lookAndPost(group, now).group;
    expect(group.roundsOpened).toBe(3);
    expect(group.agreement).toBeUndefined();
  });

  it('goes on with the next one, whose card is a new one', () => {
    const ended = agreed({ ending }, { ended: aPost('4.1') });
    const now = at('2026-12-03 10:00');
    const renewed = doneGroup(makeGroup(ended, 'U1', aGroupInput({ view: 'G2' }), now));
    const { group, posts } = lookAndPost(renewed, now);
    expect(posts).toEqual(['card']);
    const stopped = lookAndPost(
      doneGroup(stopGroup(group, 'G2', at('2026-12-04 10:00'))),
      at('2026-12-04 10:00'),
    );
    expect(stopped.posts).toEqual(['ending']);
  });
});

describe('a posting that fails', () => {
  it('is tried four times, ever further apart; a round that nobody saw is then owed in the next slot', () => {
    let now = slot;
    let { group, post } = lookAtGroup(calm, now);
    for (const [index, seconds] of leaseSeconds.entries()) {
      expect(post).toBe('opening');
      expect(group.posting).toEqual({
        what: 'opening',
        attempts: index + 1,
        lease: addSeconds(now, seconds),
      });
      now = addSeconds(now, seconds);
      ({ group, post } = lookAtGroup(group, now));
    }
    expect(post).toBeUndefined();
    const { group: waits } = lookAndPost(group, now);
    expect(waits.round).toBeUndefined();
    expect(waits.members).toEqual(calm.members);
    expect(waits.wakeAt).toBe(at('2026-09-22 09:00'));
    expect(lookAtGroup(waits, at('2026-09-22 09:00'))).toMatchObject({
      ...{ post: 'opening', group: { posting: { attempts: 1 }, agreement: { settled: '2026-09-21' } } },
    });
  });

  it('that is no opening waits for the next slot, and a round in it closes in its time', () => {
    const posting = aPosting({ what: 'opening', attempts: 4, lease: addSeconds(slot, 4560) });
    const contributions = [aContribution('U2')];
    const failed = inRound({ opening: undefined, contributions }, { posting });
    const { group } = lookAndPost(failed, addSeconds(slot, 4560));
    expect(group.round?.contributions).toEqual(contributions);
    expect(group.wakeAt).toBe(at('2026-09-17 09:00'));
    const closed = lookAtGroup(group, at('2026-09-17 09:00'));
    expect(closed.post).toBeUndefined();
    expect(closed.group.round?.closedAt).toBe(at('2026-09-17 09:00'));
    expect(lookAtGroup(closed.group, at('2026-09-22 09:00')).post).toBe('summary');
  });

  it('is not tried without end where somebody did something after a refusal', () => {
    const now = at('2026-09-18 10:30');
    const blocked = {
      code: 'is_archived',
      since: at('2026-09-17 09:00'),
      from: at('2026-09-17 09:00'),
      retry: true as const,
    };
    const posting = aPosting({ what: 'summary', attempts: 4, lease: now });
    expect(lookAtGroup(afterRound({ summary: undefined }, { blocked, posting }), now).post).toBeUndefined();
  });

  it('after a refusal is given up as well, until the next slot', () => {
    const now = at('2026-09-22 10:30');
    const group = afterRound(
      { summary: undefined },
      {
        blocked: { code: 'is_archived', since: at('2026-09-17 09:00'), from: at('2026-09-17 09:00') },
        posting: aPosting({ what: 'summary', attempts: 4, lease: now }),
      },
    );
    expect(lookAtGroup(group, now).post).toBeUndefined();
    expect(lookAtGroup(group, now).group.wakeAt).toBe(at('2026-09-29 09:00'));
  });

  it('counts anew for another message', () => {
    const group = afterRound({ summary: undefined }, { posting: aPosting({ what: 'opening', attempts: 3 }) });
    expect(lookAtGroup(group, at('2026-09-17 09:00')).group.posting).toMatchObject({
      what: 'summary',
      attempts: 1,
    });
  });

  it('opens no other round while it waits', () => {
    const group = afterRound(
      { summary: undefined },
      { posting: aPosting({ what: 'summary', attempts: 4, lease: at('2026-09-22 12:00') }) },
    );
    expect(opensRound(group, at('2026-09-29 09:00'))).toBe(false);
    expect(nextPost(group, at('2026-09-23 09:00'))).toBe(at('2026-09-29 09:00'));
  });
});

describe('what was posted', () => {
  const claimed = lookAtGroup(calm, slot).group;

  it.each<{ what: PostKind; group: Group; has: object }>([
    { what: 'card', group: aGroup({ card: undefined }), has: { card: aPost('9.1') } },
    { what: 'opening', group: inRound({ opening: undefined }), has: { round: { opening: aPost('9.1') } } },
    { what: 'summary', group: afterRound({ summary: undefined }), has: { round: { summary: aPost('9.1') } } },
    { what: 'ending', group: agreed({ ending }), has: { ended: aPost('9.1') } },
  ])('is known, and the channel takes messages again: $what', ({ what, group, has }) => {
    const before = { ...group, posting: aPosting({ what }), blocked: { code: 'x', since: slot, from: slot } };
    const after = posted(before, what, aPost('9.1'));
    expect(after).toMatchObject(has);
    expect(after.posting).toBeUndefined();
    expect(after.blocked).toBeUndefined();
  });

  it('of a round that closed meanwhile is its opening all the same', () => {
    const closed = doneGroup(closeRound(claimed, '1', 'U1', slot));
    expect(recorded(closed, 'opening', '1', aPost('9.1'), slot).round).toMatchObject({
      closedAt: slot,
      opening: aPost('9.1'),
    });
  });

  it('of a round that is no more is nobody’s', () => {
    const other = inRound({ id: '2', opening: undefined }, { posting: aPosting({ what: 'opening' }) });
    const after = recorded(other, 'opening', '1', aPost('9.1'), slot);
    expect(after.round).toEqual(other.round);
    expect(after.posting).toBeUndefined();
  });

  it('of an agreement that another followed meanwhile is not that one’s end', () => {
    const now = at('2026-12-01 12:00');
    const { group, post } = lookAtGroup(agreed({ ending }), now);
    expect(post).toBe('ending');
    const renewed = doneGroup(makeGroup(group, 'U1', aGroupInput({ view: 'G2' }), now));
    const after = recorded(renewed, 'ending', 'G1', aPost('9.1'), now);
    expect(after.ended).toBeUndefined();
  });
});

describe('a channel that refuses', () => {
  const since = addSeconds(slot, 1);
  const claimed = lookAtGroup(calm, slot).group;
  const refused = channelRefused(claimed, 'is_archived', since);

  it('never saw its round: it is not opened, and comes in the next slot', () => {
    expect(refused).toMatchObject({
      blocked: { code: 'is_archived', since, from: since },
    });
    expect(refused.agreement!.settled < '2026-09-14', 'it is owed again').toBe(true);
    expect(refused.round).toBeUndefined();
    expect(refused.posting).toBeUndefined();
    expect(refused.wakeAt).toBe(since);
    const next = settled(refused, since);
    expect(next.wakeAt).toBe(at('2026-09-22 09:00'));
    expect(lookAtGroup(next, at('2026-09-21 09:00')).post).toBeUndefined();
    expect(lookAtGroup(next, at('2026-09-22 09:00'))).toMatchObject({
      post: 'opening',
      group: { round: { id: '2', on: '2026-09-22' } },
    });
  });

  it('in every week that it refuses still owes the round, the closing one too', () => {
    const cases = [
      { before: calm, from: '2026-09-15', owed: '2026-09-14' },
      { before: settled(agreed({ settled: '2026-11-09' })), from: '2026-12-01', owed: closingWeek },
    ];
    for (const { before, from } of cases) {
      let group = before;
      let now = at(`${from} 09:00`);
      for (let week = 0; week < 4; week += 1) {
        const look = lookAtGroup(group, now);
        expect(look.post, `in week ${week} from ${from}`).toBe('opening');
        group = settled(
          channelRefused(look.group, 'restricted_action', addSeconds(now, 1)),
          addSeconds(now, 1),
        );
        now = addSeconds(now, 7 * 24 * 3600);
        // The clocks go back in none of these weeks.
      }
    }
  });

  it('gives back what a round opened early by hand had taken, and nothing that was held before', () => {
    const early = doneGroup(openByHand(calm, 'U2', at('2026-09-08 10:00')));
    expect(channelRefused(early, 'is_archived', at('2026-09-08 10:01')).agreement?.settled).toBe(
      calm.agreement?.settled,
    );
    // The round of 28 September was held in the week before; one more on its Friday takes nothing.
    const held = afterRound({}, { agreement: aGroupAgreement({ settled: '2026-09-28' }) });
    const more = doneGroup(openByHand(held, 'U2', at('2026-09-25 10:00')));
    expect(channelRefused(more, 'is_archived', at('2026-09-25 10:01')).agreement?.settled).toBe('2026-09-28');
  });

  it('leaves the turns of others, and of who was found for a round by hand', () => {
    const members = [
      aMember('U1', { facilitatedOn: '2026-09-15' }),
      aMember('U2', { facilitatedOn: '2026-09-29' }),
    ];
    const byHand = doneGroup(openByHand({ ...calm, members }, 'U2', at('2026-10-06 10:00')));
    const found = lookAtGroup(byHand, at('2026-10-06 10:00')).group;
    expect(found.round?.facilitator).toBe('U1');
    expect(channelRefused(found, 'is_archived', at('2026-10-06 10:01')).members).toEqual(members);
  });

  it.each([
    {
      says: 'somebody contributed',
      group: inRound({ opening: undefined, contributions: [aContribution('U2')] }),
    },
    { says: 'it was seen', group: inRound() },
    { says: 'it is closed', group: afterRound({ opening: undefined, summary: undefined }) },
  ])('keeps a round where $says', ({ group }) => {
    const after = channelRefused(group, 'is_archived', since);
    expect(after.round).toEqual(group.round);
    expect(after.agreement).toEqual(group.agreement);
  });

  it('says so to the leader, once for as long as it refuses', () => {
    const told = settled(refused, since);
    const tell = (group: Group, now: string) => lookAtGroup(group, now).tell.map(({ to }) => to.user);
    expect(tell(refused, since)).toEqual(['U1', 'U2', 'U3']);
    const again = addSeconds(slot, 7 * 24 * 3600);
    const twice = settled(channelRefused(told, 'is_archived', again), again);
    expect(tell(channelRefused(told, 'is_archived', again), again)).toEqual([]);
    expect(twice.wakeAt).toBe(at('2026-09-29 09:00'));
  });

  it('gets what it should have had when it takes messages again', () => {
    const end = doneGroup(stopGroup(settled(refused, since), 'G1', at('2026-09-16 10:00')));
    expect(lookAtGroup(end, at('2026-09-16 10:00')).post).toBeUndefined();
    expect(lookAtGroup(end, at('2026-09-22 09:00')).post).toBe('ending');
  });

  it('has its slot also in a pause, and before a holiday’s week is over', () => {
    const paused = { ...refused, card: undefined, pauses: [{ from: '2026-09-16', until: '2026-10-16' }] };
    expect(settled(paused, since).wakeAt).toBe(at('2026-09-22 09:00'));
  });
});

describe('who could not be told', () => {
  it('is told by the next look, which comes at once', () => {
    const failed = groupNotTold(calm, ['U2']);
    const { group, tell } = lookAtGroup(failed, at('2026-09-03 10:00'));
    expect(tell).toEqual([expect.objectContaining({ to: { tenant, user: 'U2' } })]);
    expect(lookAtGroup(group, at('2026-09-03 10:00')).tell).toEqual([]);
    const now = at('2026-09-03 10:00');
    expect(recorded(failed, 'card', 'G1', aPost('1.2'), now).wakeAt).toBe(addSeconds(now, 2));
  });

  it('of a channel nothing is said to who is nobody in it', () => {
    const none = aGroup({
      agreement: undefined,
      members: [],
      leader: undefined,
      linked: [{ user: 'U9', told: '' }],
    });
    const { tell, group } = lookAtGroup(none, slot);
    expect(tell).toEqual([expect.objectContaining({ link: { channel, commitments: [], needs: [] } })]);
    expect(group.linked).toEqual([]);
  });
});

it('a round is not opened beside an open one, whatever is owed', () => {
  for (const settledWeek of ['2026-09-14', '2026-08-31'])
    expect(
      opensRound(
        aGroup({ round: aRound(), agreement: aGroupAgreement({ settled: settledWeek }) }),
        at('2026-09-29 09:00'),
      ),
    ).toBe(false);
});
