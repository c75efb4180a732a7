import { describe, expect, it } from 'vitest';
import type { Group } from '../../shared/domain/group.ts';
import { nextRound, roundWeeks } from '../../shared/domain/group-agenda.ts';
import {
  changeGroupRhythm,
  changeMembers,
  editGroupPoint,
  groupPause,
  leaveGroup,
  pauseGroup,
  replaceGroupPoint,
  resumeGroup,
  takeOver,
  takePoint,
  withoutMember,
} from '../../shared/domain/group-edit.ts';
import { type GroupInput, makeGroup, pointsToRenew } from '../../shared/domain/group-make.ts';
import { type RefusalReason, refuse } from '../../shared/domain/refusal.ts';
import {
  aCommitment,
  aContribution,
  afterRound,
  aGroup,
  aGroupAgreement,
  aGroupInput,
  aGroupPoint,
  agreed,
  aMember,
  aPost,
  aPosting,
  closingWeek,
  doneGroup,
  inRound,
  named,
} from './groups.ts';
import { at, firstWeek } from './people.ts';

const now = at('2026-09-02 10:00');
const empty = aGroup({ leader: undefined, members: [], agreement: undefined, card: undefined, version: 0 });
const made = doneGroup(makeGroup(empty, 'U1', aGroupInput(), now));
const endedOn = (on: string) => ({ on, how: 'closed' as const, outcomes: [] });
const ended = (other: Partial<Group> = {}) => agreed({ ending: endedOn('2026-12-01') }, other);
const later = at('2026-12-03 10:00');

describe('making a group’s agreement', () => {
  it('begins it today, for three months, led by who made it; nothing is owed this week', () => {
    const [first, second] = aGroupInput().points;
    expect(made).toEqual({
      ...aGroup({ version: 0, card: undefined }),
      ...{ ended: undefined, blocked: undefined, round: undefined },
      agreement: aGroupAgreement({
        points: [
          { ...first, id: 'G1/1' },
          { ...second, id: 'G1/2' },
        ],
      }),
    });
  });

  it('in the same form again is one, with what was written last, and with the card there is', () => {
    const posted = { ...made, card: aPost('1.1') };
    expect(makeGroup(posted, 'U1', aGroupInput(), now)).toBe(posted);
    const points: GroupInput['points'] = [aGroupPoint('Other'), aGroupPoint('Say what we think', 'U2')];
    const again = doneGroup(makeGroup(posted, 'U1', aGroupInput({ points }), now));
    expect(again.agreement?.points[0]).toMatchObject({ id: 'G1/1', title: 'Other' });
    expect(again.card).toEqual(aPost('1.1'));
  });

  it('in the same form after its first round changes nothing', () => {
    const begun = inRound({}, { agreement: { ...made.agreement!, settled: '2026-09-14' } });
    expect(makeGroup(begun, 'U1', aGroupInput({ members: named('U1', 'U2') }), now)).toBe(begun);
  });

  const many = (count: number) => named(...Array.from({ length: count }, (_, index) => `U${index + 1}`));
  const points = (responsible: string): GroupInput['points'] => [
    aGroupPoint('Fewer meetings', 'U1'),
    aGroupPoint('Say what we think', responsible),
  ];
  it.each<{ says: string; group?: Group; input?: Partial<GroupInput>; why: RefusalReason }>([
    { says: 'one runs', group: aGroup(), input: { view: 'G2' }, why: 'group-running' },
    {
      says: 'one was not closed, long after its period',
      group: aGroup(),
      input: { view: 'G2' },
      why: 'group-running',
    },
    {
      says: 'there is one member',
      input: { members: named('U1'), points: points('U1') },
      why: 'too-few-members',
    },
    { says: 'there are twenty-one', input: { members: many(21) }, why: 'too-many-members' },
    { says: 'who makes it is not in it', input: { members: named('U2', 'U3') }, why: 'not-a-member' },
    { says: 'somebody else keeps an eye on a point', input: { points: points('U9') }, why: 'not-a-member' },
  ])('is refused where $says', ({ group = empty, input, why }) => {
    expect(makeGroup(group, 'U1', aGroupInput(input), later)).toEqual(refuse(why));
  });

  it('waits for the summary of the last one’s round, unless the channel takes none', () => {
    const summing = { ...ended(), ...{ round: afterRound({ summary: undefined }).round } };
    expect(makeGroup(summing, 'U1', aGroupInput({ view: 'G2' }), later)).toEqual(refuse('round-summing-up'));
    const blocked = { ...summing, blocked: { code: 'is_archived', since: later, from: later } };
    expect(makeGroup(blocked, 'U1', aGroupInput({ view: 'G2' }), later)).toMatchObject({
      agreement: { id: 'G2' },
    });
  });

  it('with twenty members is made', () => {
    expect(makeGroup(empty, 'U1', aGroupInput({ members: many(20) }), now)).toMatchObject({
      members: { length: 20 },
    });
  });
});

describe('a renewal', () => {
  const before = ended({
    ...{ roundsOpened: 6, ended: aPost('5.1'), left: [{ id: 'U8', on: '2026-11-20' }] },
    members: [aMember('U1', { facilitatedOn: '2026-11-10' }), aMember('U2'), aMember('U3')],
    round: { ...afterRound().round!, contributions: [aContribution('U2', { adjust: 'Shorter' })] },
    rounds: [{ id: '1', on: '2026-09-15', members: 3, contributed: 1, progress: [] }],
    commitments: [aCommitment(), aCommitment({ id: 'M2', state: 'done' })],
    pauses: [
      { from: '2026-10-01', until: '2026-10-08' },
      { from: '2026-11-26', until: '2026-12-10' },
    ],
    plain: true,
  });
  const input = aGroupInput({ view: 'G2', members: named('U1', 'U2', 'U4') });
  const renewed = doneGroup(makeGroup(before, 'U1', input, later));

  it('takes along what was promised, what nobody talked about, who had their turn, and the pause', () => {
    expect(renewed.commitments).toEqual([aCommitment()]);
    expect(renewed.notes.map(({ id }) => id)).toEqual(['1.U2.adjust']);
    expect(renewed.members).toEqual([
      aMember('U1', { facilitatedOn: '2026-11-10' }),
      aMember('U2'),
      aMember('U4', { since: '2026-12-03' }),
    ]);
    expect(renewed.pauses).toEqual([{ from: '2026-11-26', until: '2026-12-10' }]);
    expect(renewed).toMatchObject({ roundsOpened: 6, plain: true });
  });

  it('begins with a card of its own, no round and no chart', () => {
    expect(renewed).toMatchObject({ round: undefined, rounds: [], card: undefined, ended: undefined });
    expect(renewed.agreement).toMatchObject({ settled: '2026-11-30', unanswered: 0, retired: [] });
  });

  it('leaves what was promised by who is not in it any more to whoever takes it', () => {
    const commitments = [aCommitment({ owner: 'U3' })];
    const without = doneGroup(makeGroup({ ...before, commitments }, 'U1', input, later));
    expect(without.commitments).toEqual([aCommitment({ owner: undefined })]);
  });

  it('is tried at once, also where the last message of the one before was given up', () => {
    const posting = aPosting({ what: 'ending', attempts: 4 });
    const after = doneGroup(makeGroup({ ...before, ended: undefined, posting }, 'U1', input, later));
    expect(after.posting).toBeUndefined();
  });

  it.each([
    { says: 'both go on', outcomes: ['keep', 'change'], titles: ['Fewer meetings', 'Say what we think'] },
    { says: 'one is done', outcomes: ['done', 'keep'], titles: ['Say what we think'] },
    { says: 'both are done', outcomes: ['done', 'done'], titles: [] },
    { says: 'it was stopped, without a word on them', outcomes: [], titles: [] },
  ] as const)('proposes the points that go on: $says', ({ outcomes, titles }) => {
    const ending = {
      ...endedOn('2026-12-01'),
      outcomes: outcomes.map((outcome, index) => ({ point: `P${index + 1}`, outcome })),
    };
    expect(pointsToRenew(agreed({ ending })).map(({ title }) => title)).toEqual(titles);
  });

  it('proposes a point of who left without them, and nothing of one that runs', () => {
    const ending = { ...endedOn('2026-12-01'), outcomes: [{ point: 'P2', outcome: 'keep' as const }] };
    const left = withoutMember(agreed({ ending }), 'U2', now);
    expect(pointsToRenew(left)).toEqual([{ ...aGroupPoint('Say what we think'), responsible: undefined }]);
    expect(pointsToRenew(aGroup())).toEqual([]);
  });
});

describe('a point', () => {
  const text = aGroupPoint('Other words', 'U3');

  it('gets other words, or somebody else to keep an eye on it', () => {
    const edited = doneGroup(editGroupPoint(aGroup(), 'P2', text));
    expect(edited.agreement?.points).toEqual([aGroupAgreement().points[0], { ...text, id: 'P2' }]);
    expect(editGroupPoint(edited, 'P2', text)).toBe(edited);
  });

  it('gives way to another, and the agreement remembers why', () => {
    const input = { point: 'P1', view: 'F1', why: 'Solved', text };
    const replaced = doneGroup(replaceGroupPoint(aGroup(), input, now));
    const [first, second] = aGroupAgreement().points;
    expect(replaced.agreement?.points).toEqual([{ ...text, id: 'F1' }, second]);
    expect(replaced.agreement?.retired).toEqual([{ point: first, why: 'Solved', on: '2026-09-02' }]);
    expect(replaceGroupPoint(replaced, input, now)).toBe(replaced);
    const again = doneGroup(
      replaceGroupPoint(replaced, { ...input, text: aGroupPoint('Better words') }, now),
    );
    expect(again.agreement?.points[0]).toMatchObject({ id: 'F1', title: 'Better words' });
    expect(again.agreement?.retired).toHaveLength(1);
  });

  it('that nobody keeps an eye on any more is anybody’s to take', () => {
    const vacant = withoutMember(aGroup(), 'U2', now);
    expect(vacant.agreement?.points[1].responsible).toBeUndefined();
    expect(doneGroup(takePoint(vacant, 'P2', 'U3')).agreement?.points[1].responsible).toBe('U3');
  });

  const acts = [
    {
      act: 'edit',
      decide: (group: Group, id: string, who = 'U3') => editGroupPoint(group, id, aGroupPoint('x', who)),
    },
    {
      act: 'replace',
      decide: (group: Group, point: string, who = 'U3') =>
        replaceGroupPoint(group, { point, view: 'F1', why: 'Solved', text: aGroupPoint('x', who) }, now),
    },
    { act: 'take', decide: (group: Group, id: string) => takePoint(group, id, 'U3') },
  ];
  it.each(acts)('is not there to $act when it gave way, or nothing is agreed, or it ended', ({ decide }) => {
    expect(decide(aGroup(), 'P0')).toEqual(refuse('point-gone'));
    expect(decide(empty, 'P1')).toEqual(refuse('no-group'));
    expect(decide(ended(), 'P1')).toEqual(refuse('no-group'));
  });
  it.each(acts.slice(0, 2))('is a member’s: $act', ({ decide }) => {
    expect(decide(aGroup(), 'P1', 'U9')).toEqual(refuse('not-a-member'));
  });
});

describe('another rhythm', () => {
  const input = { rhythm: 4, slot: { weekday: 4, time: '13:00' }, hoursOpen: 72 } as const;

  it('holds from the next round on, and begins again what nobody answered', () => {
    const changed = doneGroup(changeGroupRhythm(agreed({ unanswered: 3 }), input));
    expect(changed.agreement).toEqual(aGroupAgreement({ ...input, unanswered: 0 }));
    expect(changeGroupRhythm(changed, input)).toBe(changed);
    expect(changeGroupRhythm(ended(), input)).toEqual(refuse('no-group'));
  });

  it('leaves the open round as it is', () => {
    expect(doneGroup(changeGroupRhythm(inRound(), input)).round).toEqual(inRound().round);
  });

  // The closing is in the week of 30 November, or of 23 November where its slot would be after 2 December.
  it.each([
    {
      says: 'before the closing',
      settled: '2026-11-09',
      now: '2026-11-16 10:00',
      kept: '2026-11-09',
      next: '2026-11-26',
    },
    {
      says: 'where the new closing week was a by-hand round’s',
      settled: '2026-11-23',
      now: '2026-11-27 10:00',
      kept: '2026-11-16',
      next: '2026-12-03',
    },
    {
      says: 'after the closing',
      settled: closingWeek,
      now: '2026-12-01 12:00',
      kept: closingWeek,
      next: undefined,
    },
  ])(
    'near the end, $says, keeps the closing round owed as long as it was',
    ({ settled, now: when, kept, next }) => {
      const changed = doneGroup(changeGroupRhythm(agreed({ settled }), input));
      expect(changed.agreement?.settled).toBe(kept);
      const due = nextRound(changed, at(when));
      expect(due?.place.date).toBe(next);
      if (next !== undefined) expect(due?.kind).toBe('closing');
    },
  );

  it('to an earlier weekday keeps the weeks', () => {
    const changed = doneGroup(
      changeGroupRhythm(aGroup(), { ...input, rhythm: 2, slot: { weekday: 1, time: '08:00' } }),
    );
    expect(roundWeeks(changed, changed.agreement!)).toEqual(roundWeeks(aGroup(), aGroupAgreement()));
  });
});

describe('other members', () => {
  it('take part, and one of them leads, from now on', () => {
    const members = named('U2', 'U3', 'U4');
    const changed = doneGroup(changeMembers(aGroup(), { members, leader: 'U3' }, at('2026-09-10 10:00')));
    expect(changed.leader).toBe('U3');
    expect(changed.members).toEqual([aMember('U2'), aMember('U3'), aMember('U4', { since: '2026-09-10' })]);
    expect(changeMembers(changed, { members, leader: 'U3' }, at('2026-09-11 10:00'))).toBe(changed);
  });

  it('leave what those did who are not among them', () => {
    const group = inRound({ facilitator: 'U1' }, { commitments: [aCommitment({ owner: 'U1' })] });
    const members = named('U2', 'U3');
    const changed = doneGroup(changeMembers(group, { members, leader: 'U2' }, now));
    expect(changed.agreement?.points.map(({ responsible }) => responsible)).toEqual([undefined, 'U2']);
    expect(changed.commitments[0]?.owner).toBeUndefined();
    expect(changed.round?.facilitator).toBeUndefined();
  });

  it.each([
    { says: 'one', members: named('U1'), leader: 'U1', why: 'too-few-members' },
    {
      says: 'a leader who is not one of them',
      members: named('U1', 'U2'),
      leader: 'U3',
      why: 'not-a-member',
    },
  ] as const)('are not $says', ({ members, leader, why }) => {
    expect(changeMembers(aGroup(), { members, leader }, now)).toEqual(refuse(why));
  });

  it('are none of an agreement that has ended', () => {
    expect(changeMembers(ended(), { members: named('U1', 'U2'), leader: 'U1' }, now)).toEqual(
      refuse('no-group'),
    );
  });
});

describe('who leaves', () => {
  const group = inRound(
    { facilitator: 'U2' },
    { commitments: [aCommitment(), aCommitment({ id: 'M2', state: 'done' })] },
  );
  const left = doneGroup(leaveGroup(group, 'U2', at('2026-09-16 10:00')));

  it('has no role any more, and the leader is to hear of it', () => {
    expect(left.members.map(({ id }) => id)).toEqual(['U1', 'U3']);
    expect(left.left).toEqual([{ id: 'U2', on: '2026-09-16' }]);
    // Somebody who does not rest just now is found by the look.
    expect(left.round?.facilitator).toBeUndefined();
    expect(left.agreement?.points[1].responsible).toBeUndefined();
    expect(left.commitments.map(({ owner }) => owner)).toEqual([undefined, 'U2']);
    expect(leaveGroup(left, 'U2', now)).toBe(left);
  });

  it('leaves what they wrote', () => {
    const wrote = inRound({ contributions: [aContribution('U2', { worked: 'Walks' })] });
    expect(doneGroup(leaveGroup(wrote, 'U2', now)).round?.contributions).toEqual(wrote.round?.contributions);
  });

  it('who leads names another first; but who is gone is gone', () => {
    expect(leaveGroup(group, 'U1', now)).toEqual(refuse('leader-leaves'));
    const gone = withoutMember(group, 'U1', at('2026-09-16 10:00'));
    expect(gone.leader).toBeUndefined();
    expect(gone.members.map(({ id }) => id)).toEqual(['U2', 'U3']);
  });

  it('and comes back has not left', () => {
    const back = doneGroup(changeMembers(left, { members: named('U1', 'U2'), leader: 'U1' }, now));
    expect(back.left).toEqual([]);
  });

  it('last of all ends it', () => {
    const nobody = ['U1', 'U2', 'U3'].reduce((rest, user) => withoutMember(rest, user, now), group);
    expect(nobody).toMatchObject({
      members: [],
      leader: undefined,
      agreement: { ending: { how: 'stopped' } },
    });
    expect(nobody.round).toBeUndefined();
  });
});

describe('taking over', () => {
  const headless = withoutMember(aGroup(), 'U1', now);

  it('is any member’s where nobody leads, once', () => {
    const taken = doneGroup(takeOver(headless, 'U3'));
    expect(taken.leader).toBe('U3');
    expect(takeOver(taken, 'U3')).toBe(taken);
    expect(takeOver(taken, 'U2')).toEqual(refuse('not-yours'));
  });
});

describe('a pause', () => {
  const today = at('2026-09-10 10:00');
  const paused = doneGroup(pauseGroup(aGroup(), '2026-09-24', today));

  it('begins today and ends by itself', () => {
    expect(paused.pauses).toEqual([{ from: '2026-09-10', until: '2026-09-24' }]);
    expect(groupPause(paused, at('2026-09-23 23:59'))).toEqual(paused.pauses[0]);
    expect(groupPause(paused, at('2026-09-24 00:00'))).toBeUndefined();
  });

  it('gets another end, longer or shorter, and stays one', () => {
    for (const until of ['2026-10-01', '2026-09-15']) {
      const again = doneGroup(pauseGroup(paused, until, at('2026-09-12 10:00')));
      expect(again.pauses).toEqual([{ from: '2026-09-10', until }]);
    }
  });

  it.each([
    { until: '2026-09-10', why: 'pause-not-ahead' },
    { until: '2026-01-01', why: 'pause-not-ahead' },
    { until: '2027-09-11', why: 'pause-too-long' },
  ] as const)('until $until is refused', ({ until, why }) => {
    expect(pauseGroup(aGroup(), until, today)).toEqual(refuse(why));
  });

  it('of a year is taken; and there is none of what has ended', () => {
    expect(pauseGroup(aGroup(), '2027-09-10', today)).toMatchObject({ pauses: [{ until: '2027-09-10' }] });
    expect(pauseGroup(ended(), '2026-12-24', later)).toEqual(refuse('no-group'));
    expect(resumeGroup(ended(), later)).toEqual(refuse('no-group'));
  });

  it('is over today when somebody resumes, and so is the rest after three silent rounds', () => {
    expect(doneGroup(resumeGroup(paused, at('2026-09-15 08:00'))).pauses).toEqual([
      { from: '2026-09-10', until: '2026-09-15' },
    ]);
    expect(doneGroup(resumeGroup(paused, today)).pauses).toEqual([]);
    const resting = agreed({ unanswered: 3 });
    expect(doneGroup(resumeGroup(resting, today)).agreement?.unanswered).toBe(0);
    expect(nextRound(doneGroup(resumeGroup(resting, today)), today)?.week).toBe('2026-09-14');
    expect(resumeGroup(aGroup(), today)).toEqual(aGroup());
  });

  it('leaves an open round open', () => {
    expect(doneGroup(pauseGroup(inRound(), '2026-10-01', at('2026-09-16 10:00'))).round).toEqual(
      inRound().round,
    );
  });
});

it('what is made begins in a week of its own', () => {
  expect(made.agreement?.settled).toBe(firstWeek);
});
