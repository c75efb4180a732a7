import { describe, expect, it } from 'vitest';
import type { Group } from '../../shared/domain/group.ts';
import { nextRound, roundWeeks } from '../../shared/domain/group-agenda.ts';
import {
  closeGroup,
  extendGroup,
  groupWeeksToGiveBack,
  stopGroup,
} from '../../shared/domain/group-ending.ts';
import { groupLinkFor } from '../../shared/domain/group-links.ts';
import { lookAtGroup } from '../../shared/domain/group-look.ts';
import { forgetExpiredGroup, groupKeptUntil, nextGroupExpiry } from '../../shared/domain/group-retention.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { forgetExpired, nextExpiry } from '../../shared/domain/retention.ts';
import {
  aCommitment,
  aContribution,
  afterRound,
  aGroup,
  aGroupAgreement,
  aGroupLink,
  agreed,
  aPost,
  channel,
  closingWeek,
  doneGroup,
  inRound,
  lookAndPost,
} from './groups.ts';
import { aPerson, at, tenant } from './people.ts';

const now = at('2026-12-01 10:00');
/** The day after the period. */
const over = at('2026-12-03 10:00');
const outcomes = [
  { point: 'P1', outcome: 'keep' as const },
  { point: 'P2', outcome: 'done' as const },
];
const input = { agreement: 'G1', view: 'F1', outcomes, learned: 'To say it' };
const ending = { on: '2026-12-01', how: 'closed' as const, outcomes, learned: 'To say it', form: 'F1' };

describe('closing a group’s agreement', () => {
  it('says what becomes of each point, and what was learned', () => {
    expect(closeGroup(aGroup(), input, over)).toEqual(agreed({ ending: { ...ending, on: '2026-12-03' } }));
  });

  it('twice is one; with other words it is what was written last; from elsewhere it is refused', () => {
    const closed = doneGroup(closeGroup(aGroup(), input, over));
    expect(closeGroup(closed, input, at('2026-12-04 10:00'))).toBe(closed);
    expect(closeGroup(closed, { ...input, learned: 'More' }, over)).toEqual(
      agreed({ ending: { ...ending, on: '2026-12-03', learned: 'More' } }),
    );
    expect(closeGroup(closed, { ...input, view: 'F2' }, over)).toEqual(refuse('no-group'));
  });

  it('closes the open round with it: what was contributed is still summed up, before the end is told', () => {
    const before = inRound(
      { contributions: [aContribution('U2')] },
      { agreement: aGroupAgreement({ unanswered: 2 }) },
    );
    const closed = doneGroup(closeGroup(before, input, over));
    expect(closed.round).toMatchObject({ closedAt: over, contributions: [{ by: 'U2' }] });
    expect(closed.rounds).toHaveLength(1);
    expect(closed.agreement).toMatchObject({ unanswered: 0, ending: { ...ending, on: '2026-12-03' } });
    expect(lookAtGroup(closed, over).post).toBe('summary');
    const summed = { ...closed, round: { ...closed.round!, summary: aPost('3.1') } };
    expect(lookAtGroup(summed, over).post).toBe('ending');
    expect(lookAtGroup({ ...summed, ended: aPost('4.1') }, over).post).toBeUndefined();
  });

  it('of another agreement, or of none, is refused', () => {
    expect(closeGroup(agreed({ id: 'G2' }), input, over)).toEqual(refuse('no-group'));
    expect(closeGroup(aGroup({ agreement: undefined }), input, over)).toEqual(refuse('no-group'));
  });

  const closing = afterRound(
    { kind: 'closing', on: '2026-12-01' },
    { agreement: aGroupAgreement({ settled: closingWeek }) },
  );
  it.each<{ says: string; group: Group; on: string; may: boolean }>([
    { says: 'while it runs', group: aGroup(), on: '2026-11-20 10:00', may: false },
    {
      says: 'on the period’s last day, the closing round not held',
      group: aGroup(),
      on: '2026-12-02 23:59',
      may: false,
    },
    { says: 'after its period, whatever was held', group: aGroup(), on: '2026-12-03 00:00', may: true },
    { says: 'after its closing round', group: closing, on: '2026-12-01 12:00', may: true },
    {
      says: 'in its closing round',
      group: { ...closing, round: { ...closing.round!, closedAt: undefined } },
      on: '2026-12-01 12:00',
      may: false,
    },
    {
      says: 'after a round that was to be the closing one, before the weeks that were given back',
      group: {
        ...closing,
        agreement: aGroupAgreement({
          settled: closingWeek,
          period: { starts: '2026-09-02', ends: '2026-12-23' },
        }),
      },
      on: '2026-12-03 12:00',
      may: false,
    },
  ])('$says: $may', ({ group, on, may }) => {
    const result = closeGroup(group, input, at(on));
    if (may) expect(result).toMatchObject({ agreement: { ending: { how: 'closed' } } });
    else expect(result).toEqual(refuse('agreement-goes-on'));
  });
});

describe('stopping it', () => {
  it('ends the period today, and counts its thirty days from then', () => {
    const stopped = doneGroup(stopGroup(aGroup(), 'G1', at('2026-10-01 10:00')));
    expect(stopped.agreement).toEqual(
      aGroupAgreement({
        period: { starts: '2026-09-02', ends: '2026-10-01' },
        ending: { on: '2026-10-01', how: 'stopped', outcomes: [] },
      }),
    );
    expect(groupKeptUntil(stopped)).toBe('2026-11-01');
    expect(stopGroup(stopped, 'G1', now)).toBe(stopped);
  });

  it('after its period leaves that as it was', () => {
    expect(doneGroup(stopGroup(aGroup(), 'G1', at('2026-12-20 10:00'))).agreement?.period.ends).toBe(
      '2026-12-02',
    );
  });

  it('of another is refused', () => {
    expect(stopGroup(aGroup(), 'G2', now)).toEqual(refuse('no-group'));
  });
});

describe('the weeks that were lost', () => {
  const paused = (other: Partial<Group> = {}) =>
    agreed({ settled: closingWeek }, { pauses: [{ from: '2026-09-14', until: '2026-10-05' }], ...other });

  it.each([
    { says: 'three of a pause', group: paused(), weeks: 3 },
    { says: 'none without one', group: aGroup(), weeks: 0 },
    {
      says: 'none a second time',
      group: paused({ agreement: aGroupAgreement({ extendedWeeks: 3 }) }),
      weeks: 0,
    },
    {
      says: 'none of what has ended',
      group: paused({ agreement: aGroupAgreement({ ending }) }),
      weeks: 0,
    },
  ])('are $says', ({ group, weeks }) => {
    expect(groupWeeksToGiveBack(group, now)).toBe(weeks);
  });

  it('are offered as long as they would still lie ahead', () => {
    expect(groupWeeksToGiveBack(paused(), at('2026-12-22 10:00'))).toBe(3);
    expect(groupWeeksToGiveBack(paused(), at('2026-12-23 10:00'))).toBe(0);
  });

  it('come at the end, once; the rounds go on in them, and the closing one comes last', () => {
    const extended = doneGroup(extendGroup(paused(), 'G1', now));
    expect(extended.agreement).toMatchObject({
      ...{ period: { starts: '2026-09-02', ends: '2026-12-23' }, extendedWeeks: 3, unanswered: 0 },
    });
    // 22 December is the last slot in them.
    expect(roundWeeks(extended, extended.agreement!).slice(-2)).toEqual(['2026-12-07', '2026-12-21']);
    expect(nextRound(extended, now)).toMatchObject({ week: '2026-12-07', kind: 'ordinary' });
    expect(extendGroup(extended, 'G1', now)).toBe(extended);
  });

  it('are not of another agreement, nor of one that ended; and none changes nothing', () => {
    expect(extendGroup(paused(), 'G2', now)).toEqual(refuse('no-group'));
    expect(extendGroup(agreed({ ending }), 'G1', now)).toEqual(refuse('no-group'));
    const whole = aGroup();
    expect(extendGroup(whole, 'G1', now)).toBe(whole);
  });
});

describe('what is kept of a group', () => {
  const closed = (other: Partial<Group> = {}) =>
    afterRound(
      {},
      {
        agreement: aGroupAgreement({ ending }),
        commitments: [aCommitment({ owner: 'U1' })],
        ended: aPost('4.1'),
        left: [{ id: 'U9', on: '2026-11-30' }],
        linked: [{ user: 'U1', told: 'x' }],
        version: 9,
        ...other,
      },
    );
  // The period ends on 2 December; the thirty days are over on 1 January.
  it.each([
    { says: 'the last of its thirty days', on: '2027-01-01 23:59', kept: true },
    { says: 'the day after', on: '2027-01-02 00:00', kept: false },
  ])('is there on $says: $kept', ({ on, kept }) => {
    const group = closed({ left: undefined });
    const after = forgetExpiredGroup(group, at(on));
    if (kept) return expect(after).toBe(group);
    const { language, zone } = group;
    expect(after).toEqual({
      ...{
        tenant,
        channel,
        language,
        zone,
        version: 9,
        roundsOpened: 1,
        linked: [{ user: 'U1', told: 'x' }],
      },
      ...{ members: [], pauses: [], rounds: [], commitments: [], notes: [] },
    });
  });

  it.each([
    { says: 'the agreement’s', group: closed({ left: undefined }), next: '2027-01-02 00:00' },
    { says: 'that somebody left', group: closed(), next: '2026-12-31 00:00' },
    {
      says: 'a pause of one that was not closed',
      group: aGroup({ pauses: [{ from: '2026-11-01', until: '2027-02-01' }] }),
      next: '2027-03-04 00:00',
    },
    {
      says: 'not a pause of one that was',
      group: closed({ left: undefined, pauses: [{ from: '2026-11-01', until: '2027-02-01' }] }),
      next: '2027-01-02 00:00',
    },
  ])('has its time at the end of $says', ({ group, next }) => {
    expect(nextGroupExpiry(group)).toBe(at(next));
    expect(forgetExpiredGroup(group, at('2026-12-20 00:00'))).toBe(group);
    expect(forgetExpiredGroup(group, at(next))).not.toBe(group);
  });

  it('is that somebody left, for thirty days and no longer', () => {
    const left = [
      { id: 'U8', on: '2026-11-29' },
      { id: 'U9', on: '2026-11-30' },
    ];
    expect(forgetExpiredGroup(closed({ left }), at('2026-12-30 00:00')).left).toEqual([left[1]]);
  });

  it('of a channel where nothing began is nothing, and waits for nothing', () => {
    const none = aGroup({ agreement: undefined, members: [], leader: undefined });
    expect(groupKeptUntil(none)).toBeUndefined();
    expect(nextGroupExpiry(none)).toBeUndefined();
    expect(lookAtGroup(none, now)).toEqual({ group: none, tell: [] });
  });

  it('is forgotten by a look, which tells all who knew that there is nothing any more', () => {
    const now = at('2027-01-02 00:00');
    const { group, told, posts } = lookAndPost(closed(), now);
    expect(posts).toEqual([]);
    expect(told).toEqual(['U1']);
    expect(groupLinkFor(group, 'U1')).toEqual({ channel, commitments: [], needs: [] });
    expect(group).toMatchObject({ members: [], linked: [], roundsOpened: 1 });
    expect(group.agreement).toBeUndefined();
    expect(group.wakeAt).toBeUndefined();
  });
});

describe('what a person keeps of a group', () => {
  const nothing = aGroupLink({ role: undefined, heardOn: '2026-12-01' });
  it.each([
    { says: 'the group they are in', link: aGroupLink({ heardOn: '2026-12-01' }), kept: true },
    {
      says: 'what they promised in a group that ended',
      link: aGroupLink({ role: undefined, commitments: [{ id: 'M1', due: '2026-12-10' }] }),
      kept: true,
    },
  ])('is $says, as long as the group keeps it', ({ link }) => {
    const person = aPerson({ groups: [link] });
    expect(forgetExpired(person, at('2028-12-01 10:00'))).toBe(person);
    expect(nextExpiry(person)).toBeUndefined();
  });

  it('is that there is nothing any more, for thirty days', () => {
    const person = aPerson({ groups: [nothing, aGroupLink({ channel: 'C2' })] });
    expect(forgetExpired(person, at('2026-12-31 23:59'))).toBe(person);
    expect(nextExpiry(person)).toBe(at('2027-01-01 00:00'));
    expect(forgetExpired(person, at('2027-01-01 00:00')).groups).toEqual([aGroupLink({ channel: 'C2' })]);
  });
});
