import { describe, expect, it } from 'vitest';
import { nextDue } from '../../shared/domain/agenda.ts';
import { answerCommitment } from '../../shared/domain/commitments.ts';
import { contribute } from '../../shared/domain/contribute.ts';
import type { Group } from '../../shared/domain/group.ts';
import { changeMembers, takeOver, withoutMember } from '../../shared/domain/group-edit.ts';
import { stopGroup } from '../../shared/domain/group-ending.ts';
import type { ToldGroupLink } from '../../shared/domain/group-link.ts';
import {
  type GroupTelling,
  groupLinkFor,
  groupNotTold,
  groupTellings,
  groupToBeTold,
  groupTruthFor,
  hearGroup,
} from '../../shared/domain/group-links.ts';
import { keyOf } from '../../shared/domain/item.ts';
import { itemsDue, newsFor } from '../../shared/domain/items.ts';
import { notTold, tellings } from '../../shared/domain/links.ts';
import { closeRound } from '../../shared/domain/rounds.ts';
import { withTold } from '../../shared/domain/told.ts';
import {
  aCommitment,
  aContribution,
  afterRound,
  aGroup,
  aGroupLink,
  agreed,
  aMember,
  channel,
  doneGroup,
  inRound,
  named,
  said,
} from './groups.ts';
import { aPerson, at, tenant } from './people.ts';

const now = at('2026-09-16 10:00');
const ending = { on: '2026-12-01', how: 'closed' as const, outcomes: [] };
const nothing: ToldGroupLink = { channel, commitments: [], needs: [] };
const round = { id: '1', on: '2026-09-15', until: '2026-09-17T07:00:00Z' };

/** The group whose members were all told. */
const told = (group: Group): Group => groupTellings(group).group;
const toldTo = (group: Group) => groupTellings(group).tell.map(({ to }) => to.user);

describe('what somebody knows of a group', () => {
  const left = [
    { id: 'U8', on: '2026-09-10' },
    { id: 'U9', on: '2026-09-11' },
  ];
  const from = '2026-09-15T07:00:00Z';
  const blocked = { code: 'is_archived', since: '2026-09-22T07:00:00Z', from };
  const commitments = [
    aCommitment({ owner: 'U2', madeBy: 'U2' }),
    aCommitment({ id: 'M2', owner: 'U2', due: '2026-09-20' }),
    aCommitment({ id: 'M3', owner: 'U2', state: 'done' }),
    aCommitment({ id: 'M4', owner: 'U3' }),
  ];
  it.each<{ says: string; group: Group; user: string; link: ToldGroupLink }>([
    { says: 'a member', group: aGroup(), user: 'U2', link: { ...nothing, role: 'member', round: undefined } },
    {
      says: 'the leader',
      group: aGroup(),
      user: 'U1',
      link: { ...nothing, role: 'leader', round: undefined },
    },
    {
      says: 'a member in a round',
      group: inRound(),
      user: 'U2',
      link: { ...nothing, role: 'member', round },
    },
    {
      says: 'who contributed: the same as all',
      group: inRound({ contributions: [aContribution('U2')] }),
      user: 'U2',
      link: { ...nothing, role: 'member', round },
    },
    {
      says: 'a member when it was closed early: the same',
      group: afterRound(),
      user: 'U2',
      link: { ...nothing, role: 'member', round },
    },
    {
      says: 'who promised: by their day, and which somebody else wrote down',
      group: aGroup({ commitments }),
      user: 'U2',
      link: {
        ...{ channel, role: 'member', round: undefined, needs: [] },
        commitments: [
          { id: 'M2', due: '2026-09-20', given: true },
          { id: 'M1', due: '2026-09-29' },
        ],
      },
    },
    {
      says: 'the leader, of who left and of a channel that takes no messages',
      group: aGroup({ left, blocked }),
      user: 'U1',
      link: {
        ...{ channel, role: 'leader', round: undefined, commitments: [] },
        needs: [`channel-blocked/${from}`, 'member-left/U8.2026-09-10', 'member-left/U9.2026-09-11'],
      },
    },
    {
      says: 'a member, of neither',
      group: aGroup({ left, blocked }),
      user: 'U2',
      link: { ...nothing, role: 'member', round: undefined },
    },
    { says: 'somebody who reads the channel', group: inRound(), user: 'U9', link: nothing },
    { says: 'a member of one that ended', group: agreed({ ending }), user: 'U2', link: nothing },
    {
      says: 'who promised something, in one that ended',
      group: agreed({ ending }, { commitments }),
      user: 'U3',
      link: { ...nothing, commitments: [{ id: 'M4', due: '2026-09-29', given: true }] },
    },
    {
      says: 'who promised something and is not in it',
      group: aGroup({ commitments: [aCommitment({ owner: 'U9' })] }),
      user: 'U9',
      link: nothing,
    },
  ])('as $says', ({ group, user, link }) => {
    expect(groupLinkFor(group, user)).toEqual(link);
  });

  it('is ids, states and dates, and never what anybody wrote', () => {
    const full = inRound(
      {
        contributions: [aContribution('U2', { worked: 'SECRET', need: { kinds: ['time'], text: 'SECRET' } })],
      },
      {
        commitments: [aCommitment({ text: 'SECRET', said: 'SECRET' })],
        left,
        blocked: { ...blocked, code: 'SECRET' },
      },
    );
    for (const user of ['U1', 'U2', 'U3'])
      expect(JSON.stringify(groupLinkFor(full, user))).not.toMatch(/SECRET|Name of/);
  });

  it('is of everybody that the leader left, until another takes over', () => {
    const headless = withoutMember(aGroup(), 'U1', now);
    for (const user of ['U2', 'U3']) expect(groupLinkFor(headless, user).needs).toEqual(['leader-left/U1']);
    expect(groupLinkFor(doneGroup(takeOver(headless, 'U2')), 'U3').needs).toEqual([]);
  });

  it('that the leader left is one thing, whoever else leaves', () => {
    const headless = withoutMember(withoutMember(aGroup(), 'U1', now), 'U3', now);
    expect(groupLinkFor(headless, 'U2').needs).toEqual(['leader-left/U1']);
  });

  it('that a channel takes no messages is one thing, however often it was tried', () => {
    const [first] = groupLinkFor(aGroup({ blocked }), 'U1').needs;
    expect(first).toBe(`channel-blocked/${from}`);
  });
});

describe('what is true of a round', () => {
  it.each([
    { says: 'waits for who has said nothing', group: inRound(), waits: true },
    {
      says: 'waits not for who contributed',
      group: inRound({ contributions: [aContribution('U2')] }),
      waits: false,
    },
    { says: 'waits for nobody when it is closed', group: afterRound(), waits: false },
    {
      says: 'waits for nobody in an agreement that ended',
      group: { ...inRound(), agreement: agreed({ ending }).agreement },
      waits: false,
    },
  ])('is that it $says', ({ group, waits }) => {
    expect(groupTruthFor(group, 'U2').round).toEqual(waits ? round : undefined);
  });
});

describe('who is told', () => {
  const before = told(inRound({}, { commitments: [aCommitment({ owner: 'U3' })] }));
  it.each<{ says: string; act: (group: Group) => Group; to: string[] }>([
    {
      says: 'nobody of a contribution',
      act: (group) => doneGroup(contribute(group, 'U2', said(), now)),
      to: [],
    },
    { says: 'nobody of a closing', act: (group) => doneGroup(closeRound(group, '1', 'U1', now)), to: [] },
    {
      says: 'its owner of an answer to what they promised',
      act: (group) => doneGroup(answerCommitment(group, 'M1', { view: 'F1', answer: 'done' }, now)),
      to: ['U3'],
    },
    { says: 'who left, and the leader', act: (group) => withoutMember(group, 'U2', now), to: ['U1', 'U2'] },
    {
      says: 'everybody that the leader left',
      act: (group) => withoutMember(group, 'U1', now),
      to: ['U1', 'U2', 'U3'],
    },
    {
      says: 'who is new',
      act: (group) =>
        doneGroup(changeMembers(group, { members: named('U1', 'U2', 'U3', 'U4'), leader: 'U1' }, now)),
      to: ['U4'],
    },
    {
      says: 'the two who lead and led',
      act: (group) =>
        doneGroup(changeMembers(group, { members: named('U1', 'U2', 'U3'), leader: 'U2' }, now)),
      to: ['U1', 'U2'],
    },
    {
      says: 'everybody of the end',
      act: (group) => doneGroup(stopGroup(group, 'G1', now)),
      to: ['U1', 'U2', 'U3'],
    },
  ])('is $says', ({ act, to }) => {
    expect(toldTo(act(before)).sort()).toEqual(to);
    const after = act(before);
    expect(
      groupToBeTold(after)
        .linked?.filter(({ told: what }) => what === '')
        .map(({ user }) => user)
        .sort() ?? [],
    ).toEqual(to);
  });

  it('is everybody of the agreement, once', () => {
    expect(toldTo(aGroup())).toEqual(['U1', 'U2', 'U3']);
    const group = told(aGroup());
    expect(groupTellings(group)).toEqual({ group, tell: [] });
    expect(groupTellings(group).group).toBe(group);
    expect(groupToBeTold(group)).toBe(group);
  });

  it('is told with the version that it was true of', () => {
    const [telling] = groupTellings(aGroup({ version: 7 })).tell;
    expect(telling).toMatchObject({ kind: 'group', to: { tenant, user: 'U1' }, version: 7 });
  });

  it('is told again where it failed, and then no more', () => {
    const group = groupNotTold(told(aGroup()), ['U2']);
    expect(toldTo(group)).toEqual(['U2']);
    expect(toldTo(told(group))).toEqual([]);
    expect(groupNotTold(group, [])).toBe(group);
  });

  it('is told of what an act did and the next undid, for a look may have told the first and died', () => {
    const silent = told(aGroup());
    const marked = groupToBeTold(withoutMember(silent, 'U3', now));
    const undone = groupToBeTold({ ...marked, members: silent.members, left: silent.left });
    expect(toldTo(undone)).toEqual(expect.arrayContaining(['U1', 'U3']));
  });

  it('who left is told so, and then forgotten', () => {
    const left = told(withoutMember(told(aGroup()), 'U3', now));
    expect(left.linked?.map(({ user }) => user)).toEqual(['U1', 'U2']);
    expect(toldTo(left)).toEqual([]);
  });
});

describe('a member who is told', () => {
  const person = aPerson({ user: 'U2' });
  const telling = (version: number, link: Partial<ToldGroupLink> = {}): GroupTelling => ({
    kind: 'group',
    to: { tenant, user: 'U2' },
    link: { ...nothing, role: 'member', round: undefined, ...link },
    version,
  });
  const known = hearGroup(person, telling(3), now);

  it('knows it, since which day and which version', () => {
    expect(known.groups).toEqual([aGroupLink({ version: 3, heardOn: '2026-09-16' })]);
  });

  it.each([
    { says: 'the same again', version: 3, link: {} },
    { says: 'something older', version: 2, link: { role: 'leader' as const } },
  ])('is the very same, told $says', ({ version, link }) => {
    expect(hearGroup(known, telling(version, link), at('2026-09-20 10:00'))).toBe(known);
  });

  it.each([
    { says: 'newer', version: 4, link: { role: 'leader' as const } },
    { says: 'of the same version and otherwise', version: 3, link: { role: 'leader' as const } },
    { says: 'newer and the same', version: 4, link: {} },
  ])('knows what is $says', ({ version, link }) => {
    expect(hearGroup(known, telling(version, link), now).groups).toEqual([
      aGroupLink({ version, heardOn: '2026-09-16', ...link }),
    ]);
  });

  it('of nothing, who never heard of it, is the very same', () => {
    const empty: GroupTelling = { ...telling(3), link: nothing };
    expect(hearGroup(person, empty, now)).toBe(person);
    expect(hearGroup(known, { ...empty, version: 4 }, now).groups).toEqual([
      aGroupLink({ version: 4, heardOn: '2026-09-16', role: undefined }),
    ]);
  });

  it('of another group has two', () => {
    const other: GroupTelling = { ...telling(1), link: { ...nothing, channel: 'C2', role: 'leader' } };
    expect(hearGroup(known, other, now).groups?.map((link) => link.channel)).toEqual([channel, 'C2']);
  });

  it('as it comes back from the table is told nothing new', () => {
    const link = groupLinkFor(inRound({}, { commitments: [aCommitment({ owner: 'U2' })] }), 'U2');
    const heard = hearGroup(person, { link, version: 5 }, now);
    const stored = JSON.parse(JSON.stringify(heard)) as typeof heard;
    expect(hearGroup(stored, { link, version: 5 }, now)).toBe(stored);
  });
});

describe('a member hears', () => {
  const member = (link: Parameters<typeof aGroupLink>[0]) =>
    aPerson({ user: 'U2', groups: [aGroupLink(link)] });
  const item = (
    kind: 'round-waits' | 'commitment' | 'commitment-due' | 'leader-left' | 'member-left' | 'channel-blocked',
    id: string,
  ) => ({ kind, owner: channel, id });

  it.each([
    {
      says: 'of what somebody wrote down for them',
      link: { commitments: [{ id: 'M1', due: '2026-09-29', given: true as const }] },
      news: [item('commitment', 'M1')],
    },
    {
      says: 'not of what they wrote down themself',
      link: { commitments: [{ id: 'M1', due: '2026-09-29' }] },
      news: [],
    },
    {
      says: 'of what the group needs of them',
      link: {
        needs: ['leader-left/U9', 'member-left/U8.2026-09-10', 'channel-blocked/2026-09-15T07:00:00Z'],
      },
      news: [
        item('leader-left', 'U9'),
        item('member-left', 'U8.2026-09-10'),
        item('channel-blocked', '2026-09-15T07:00:00Z'),
      ],
    },
    { says: 'of no need that is not known', link: { needs: ['gossip/U9', 'leader-left'] }, news: [] },
    { says: 'not at once of a round: that comes in their slot', link: { round }, news: [] },
  ])('$says', ({ link, news }) => {
    const person = member(link);
    expect(newsFor(person)).toEqual(news);
    expect(newsFor(withTold(person, news, '2026-09-16'))).toEqual([]);
    expect(newsFor({ ...person, gone: true })).toEqual([]);
  });

  it('of a round that waits once, in a slot after its day and before it closes', () => {
    const wednesday = {
      slot: { weekday: 3 as const, time: '09:00' },
      workdays: [1, 2, 3, 4, 5] as const,
      hours: { from: '08:00', to: '16:00' },
    };
    const person = { ...member({ round }), workingTime: { ...wednesday, workdays: [...wednesday.workdays] } };
    expect(nextDue(person, at('2026-09-15 10:00'))).toMatchObject({
      place: { date: '2026-09-16' },
      parts: [{ item: item('round-waits', '1') }],
    });
    expect(
      nextDue(withTold(person, [item('round-waits', '1')], '2026-09-16'), at('2026-09-15 10:00')),
    ).toBeUndefined();
    // Tuesday's slot is on the round's own day, and the next comes when it is closed.
    expect(nextDue(member({ round }), at('2026-09-15 10:00'))).toBeUndefined();
  });

  it('of what they promised on its day, and again when it was put off', () => {
    const person = member({ commitments: [{ id: 'M1', due: '2026-09-29' }] });
    expect(itemsDue(person)).toEqual([{ item: item('commitment-due', 'M1#2026-09-29'), from: '2026-09-29' }]);
    const heard = withTold(person, [item('commitment-due', 'M1#2026-09-29')], '2026-09-29');
    expect(itemsDue(heard)).toEqual([]);
    const later = { ...heard, groups: [aGroupLink({ commitments: [{ id: 'M1', due: '2026-10-06' }] })] };
    expect(itemsDue(later).map(({ item: due }) => keyOf(due))).toEqual([
      `commitment-due ${channel} M1#2026-10-06`,
    ]);
  });
});

describe('who is gone', () => {
  const gone = aPerson({
    ...{ user: 'U2', gone: true },
    groups: [
      aGroupLink(),
      aGroupLink({ channel: 'C2', role: 'leader' }),
      aGroupLink({ channel: 'C3', role: undefined }),
    ],
  });

  it('leaves each group they are in, once', () => {
    const { person, tell } = tellings(gone);
    expect(tell).toEqual(
      ['C1', 'C2'].map((where) => ({ kind: 'left', to: { tenant, channel: where }, who: 'U2' })),
    );
    expect(tellings(person)).toEqual({ person, tell: [] });
  });

  it('leaves again where it could not be told, and only there', () => {
    const { person, tell } = tellings(gone);
    const failed = notTold(person, [tell[1]!]);
    expect(tellings(failed).tell).toEqual([tell[1]]);
  });

  it('and comes back may leave again', () => {
    const { person } = tellings(gone);
    const back = tellings({ ...person, gone: undefined }).person;
    expect(back.groups?.every(({ reported }) => reported === undefined)).toBe(true);
    expect(tellings({ ...back, gone: true }).tell).toHaveLength(2);
  });

  it('is told by their group that they are out of it, and that is the end of it', () => {
    const group = withoutMember(aGroup({ members: [aMember('U1'), aMember('U2')] }), 'U2', now);
    const heard = hearGroup(tellings(gone).person, { link: groupLinkFor(group, 'U2'), version: 2 }, now);
    expect(tellings(heard).tell).toEqual([]);
  });
});
