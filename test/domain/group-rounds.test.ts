import { describe, expect, it } from 'vitest';
import { contribute, contributionOf } from '../../shared/domain/contribute.ts';
import { facilitatorsInTurn, handOver } from '../../shared/domain/facilitator.ts';
import type { Group } from '../../shared/domain/group.ts';
import { leaveGroup } from '../../shared/domain/group-edit.ts';
import { opensRound } from '../../shared/domain/group-look.ts';
import {
  carriedOver,
  chartedRounds,
  figuresOf,
  findLine,
  isDealtWith,
  linesOf,
  matchesIn,
  talliesOf,
} from '../../shared/domain/lines.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import type { Contribution, RoundLine } from '../../shared/domain/round.ts';
import { closeRound, isSummingUp, markDiscussed, openByHand } from '../../shared/domain/rounds.ts';
import {
  aClosedRound,
  aCommitment,
  aContribution,
  afterRound,
  aGroup,
  aGroupAgreement,
  agreed,
  aMember,
  aPost,
  aRound,
  closingWeek,
  doneGroup,
  halfWay,
  inRound,
  lookAndPost,
  said,
} from './groups.ts';
import { at, firstWeek } from './people.ts';

const monday = at('2026-09-14 10:00');
const open = at('2026-09-16 10:00');

describe('a round opened by hand', () => {
  it('is there at once, with its number, its day and its end; its facilitator is found when it is posted', () => {
    const opened = doneGroup(openByHand(aGroup(), 'U2', monday));
    expect(opened).toMatchObject({
      ...{ roundsOpened: 1, agreement: { settled: '2026-09-14' } },
      round: {
        ...{ id: '1', kind: 'ordinary', on: '2026-09-14', openedBy: 'U2', closesAt: at('2026-09-16 10:00') },
        ...{ contributions: [], discussed: [] },
      },
    });
    for (const field of ['facilitator', 'closedAt', 'closedBy', 'opening', 'summary'] as const)
      expect(opened.round?.[field]).toBeUndefined();
  });

  it.each([
    { says: 'half-way', settled: '2026-09-28', on: halfWay, kind: 'half-way' },
    { says: 'the last', settled: '2026-11-09', on: closingWeek, kind: 'closing' },
    { says: 'one between', settled: halfWay, on: '2026-11-03', kind: 'ordinary' },
    { says: 'one more after the last', settled: closingWeek, on: '2026-12-08', kind: 'closing' },
  ])('is $says', ({ settled, on, kind }) => {
    expect(doneGroup(openByHand(agreed({ settled }), 'U2', at(`${on} 10:00`))).round?.kind).toBe(kind);
  });

  it('twice, or by two at once, is one', () => {
    const once = doneGroup(openByHand(aGroup(), 'U2', monday));
    expect(openByHand(once, 'U3', monday)).toBe(once);
    expect(openByHand(inRound(), 'U3', open)).toMatchObject({ round: { id: '1', facilitator: 'U1' } });
  });

  it('begins the group again that nobody answered', () => {
    const silent = agreed({ unanswered: 3 });
    expect(doneGroup(openByHand(silent, 'U2', monday)).agreement?.unanswered).toBe(0);
  });

  it.each<{ says: string; group: Group; why: 'no-group' | 'round-summing-up' }>([
    { says: 'nothing was agreed', group: aGroup({ agreement: undefined }), why: 'no-group' },
    {
      says: 'the agreement has ended',
      group: agreed({ ending: { on: '2026-09-10', how: 'closed', outcomes: [] } }),
      why: 'no-group',
    },
    {
      says: 'the last has closed and is not summed up',
      group: afterRound({ summary: undefined }),
      why: 'round-summing-up',
    },
  ])('is refused where $says', ({ group, why }) => {
    expect(openByHand(group, 'U2', open)).toEqual(refuse(why));
  });

  it('before its week is not followed by that week’s own', () => {
    const early = doneGroup(openByHand(aGroup(), 'U2', at('2026-09-11 10:00')));
    expect(early.agreement?.settled).toBe('2026-09-14');
    const { group } = lookAndPost(early, at('2026-09-11 10:00'));
    const { group: closed } = lookAndPost(group, at('2026-09-14 09:00'));
    expect(closed.round?.closedAt).toBeDefined();
    expect(opensRound(closed, at('2026-09-15 09:00'))).toBe(false);
    expect(opensRound(closed, at('2026-09-29 09:00'))).toBe(true);
  });

  it('far from the next takes nothing from it', () => {
    const far = doneGroup(openByHand(aGroup(), 'U2', at('2026-09-03 10:00')));
    expect(far.agreement?.settled).toBe(firstWeek);
    const { group } = lookAndPost(lookAndPost(far, at('2026-09-03 10:00')).group, at('2026-09-07 09:00'));
    expect(opensRound(group, at('2026-09-15 09:00'))).toBe(true);
  });
});

describe('closing a round', () => {
  const silent = aRound();
  const spoken = inRound({ contributions: [aContribution('U2')] });

  it('by hand says who and when, and keeps its figures', () => {
    const closed = doneGroup(closeRound(spoken, '1', 'U3', open));
    expect(closed.round).toMatchObject({ ...spoken.round, closedAt: open, closedBy: 'U3' });
    expect(closed.round?.points?.map(({ id }) => id)).toEqual(['P1', 'P2']);
    expect(closed.rounds).toEqual([
      {
        ...{ id: '1', on: '2026-09-15', members: 3, contributed: 1 },
        progress: [
          { point: 'P1', mean: 3 },
          { point: 'P2', mean: 4 },
        ],
      },
    ]);
    expect(isSummingUp(closed)).toBe(true);
  });

  it('twice leaves it as it was closed first', () => {
    const closed = doneGroup(closeRound(spoken, '1', 'U3', open));
    expect(closeRound(closed, '1', 'U1', at('2026-09-16 12:00'))).toBe(closed);
  });

  it.each([
    { says: 'another', group: inRound({ id: '2' }) },
    { says: 'none', group: aGroup() },
  ])('is refused where there is $says', ({ group }) => {
    expect(closeRound(group, '1', 'U3', open)).toEqual(refuse('round-closed'));
  });

  it.each([
    { says: 'one nobody answered', contributions: [], before: 1, unanswered: 2 },
    { says: 'one that somebody answered', contributions: [aContribution('U2')], before: 2, unanswered: 0 },
  ])('$says counts so', ({ contributions, before, unanswered }) => {
    const group = inRound(
      { ...silent, contributions },
      { agreement: aGroupAgreement({ unanswered: before }) },
    );
    expect(doneGroup(closeRound(group, '1', undefined, open)).agreement?.unanswered).toBe(unanswered);
  });

  it('keeps the figures of twenty rounds, the latest', () => {
    const rounds = Array.from({ length: 20 }, (_, index) => ({
      ...{ id: `${index + 1}`, on: '2026-09-15', members: 3, contributed: 3, progress: [] },
    }));
    const closed = doneGroup(closeRound(inRound({ id: '21' }, { rounds }), '21', 'U3', open));
    expect(closed.rounds.map(({ id }) => Number(id))).toEqual(rounds.map((_, index) => index + 2));
  });
});

describe('a contribution', () => {
  const before = inRound();

  it('is in the round, with its author and its time', () => {
    const { round: _, ...words } = said({ worked: 'The walk', need: { kinds: ['time'], text: 'An hour' } });
    const group = doneGroup(
      contribute(
        before,
        'U2',
        said({ worked: 'The walk', need: { kinds: ['time'], text: 'An hour' } }),
        open,
      ),
    );
    expect(group.round?.contributions).toEqual([
      { ...words, outcomes: undefined, by: 'U2', name: 'Name of U2', at: open },
    ]);
    expect({ ...group, round: before.round }).toEqual(before);
  });

  it('replaces one’s earlier word, in its place, and nobody else’s', () => {
    const two = inRound({ contributions: [aContribution('U2'), aContribution('U3')] });
    const group = doneGroup(contribute(two, 'U2', said({ worked: 'The walk', form: 'F2' }), open));
    expect(group.round?.contributions.map(({ by, worked }) => [by, worked])).toEqual([
      ['U2', 'The walk'],
      ['U3', undefined],
    ]);
  });

  it('of the same words changes nothing, whichever form it comes in, also when the round is long over', () => {
    const once = doneGroup(contribute(before, 'U2', said({ adjust: 'Shorter' }), open));
    expect(contribute(once, 'U2', said({ adjust: 'Shorter' }), at('2026-09-16 11:00'))).toBe(once);
    expect(contribute(once, 'U2', said({ adjust: 'Shorter', form: 'F9' }), open)).toBe(once);
    const closed = doneGroup(closeRound(once, '1', 'U1', open));
    expect(contribute(closed, 'U2', said({ adjust: 'Shorter' }), at('2026-10-16 11:00'))).toBe(closed);
  });

  it('says nothing of a point that was replaced meanwhile', () => {
    const outcomes = [
      { point: 'P1', outcome: 'keep' as const },
      { point: 'P0', outcome: 'done' as const },
    ];
    const progress = [
      { point: 'P0', progress: 5 as const },
      { point: 'P2', progress: 2 as const },
    ];
    const group = doneGroup(contribute(before, 'U2', said({ progress, outcomes }), open));
    expect(group.round?.contributions[0]).toMatchObject({ progress: [progress[1]], outcomes: [outcomes[0]] });
  });

  const closing = at('2026-09-17 09:00');
  const closed = doneGroup(closeRound(inRound(), '1', undefined, closing));
  it.each([
    { says: 'as it closes', now: '2026-09-17 09:00', taken: true },
    { says: 'a quarter of an hour after, almost', now: '2026-09-17 09:14', taken: true },
    { says: 'a quarter of an hour after', now: '2026-09-17 09:15', taken: false },
    { says: 'a day after', now: '2026-09-18 09:00', taken: false },
  ])('that comes $says is taken: $taken', ({ now, taken }) => {
    const group = contribute(closed, 'U2', said(), at(now));
    if (!taken) return expect(group).toEqual(refuse('round-closed'));
    expect(group).toMatchObject({
      agreement: { unanswered: 0 },
      rounds: [{ id: '1', contributed: 1, progress: [{ mean: 3 }, { mean: 4 }] }],
      round: { closedAt: closing, contributions: [{ by: 'U2' }] },
    });
    expect((group as Group).rounds).toHaveLength(1);
  });

  it.each([
    { says: 'another round', group: inRound({ id: '2' }) },
    { says: 'no round', group: aGroup() },
    { says: 'nothing agreed', group: aGroup({ agreement: undefined, round: aRound() }) },
  ])('to what is $says now is refused', ({ group }) => {
    expect(contribute(group, 'U2', said(), open)).toEqual(refuse('round-closed'));
  });

  it('is found by its author', () => {
    const round = aRound({ contributions: [aContribution('U2')] });
    expect(contributionOf(round, 'U2')?.by).toBe('U2');
    expect(contributionOf(round, 'U1')).toBeUndefined();
  });
});

describe('the facilitator', () => {
  const turn = (group: Group) => facilitatorsInTurn(group);
  const on = (id: string, facilitatedOn?: string) => aMember(id, { facilitatedOn });

  it.each([
    {
      says: 'in the order they came, first',
      members: [on('U1'), on('U2'), on('U3')],
      turns: ['U1', 'U2', 'U3'],
    },
    {
      says: 'who has not for longest',
      members: [on('U1', '2026-10-13'), on('U2', '2026-09-15'), on('U3', '2026-09-29')],
      turns: ['U2', 'U3', 'U1'],
    },
    {
      says: 'who is new before who has been',
      members: [on('U1', '2026-09-15'), on('U2', '2026-09-29'), on('U4')],
      turns: ['U4', 'U1', 'U2'],
    },
    { says: 'nobody of nobody', members: [], turns: [] },
  ])('is $says', ({ members, turns }) => {
    expect(turn(aGroup({ members }))).toEqual(turns);
  });

  /** Every round of a quarter, each closed by its hours; who kept it moving. */
  function quarter(before: Group, each: (group: Group, round: number) => Group = (group) => group): string[] {
    let group = before;
    const who: string[] = [];
    for (let day = Date.parse('2026-09-02T06:00:00Z'); day < Date.parse('2026-12-04'); day += 3_600_000) {
      group = lookAndPost(group, new Date(day).toISOString().replace('.000', '')).group;
      const { round } = group;
      if (round === undefined || who.length === Number(round.id)) continue;
      who.push(round.facilitator ?? 'nobody');
      group = each(group, who.length);
    }
    return who;
  }
  const answered = (group: Group) =>
    doneGroup(contribute(group, 'U3', said({ round: group.round!.id }), at('2026-09-16 10:00')));

  it('is each in turn over a quarter, as often as the others', () => {
    expect(quarter(aGroup(), answered)).toEqual(['U1', 'U2', 'U3', 'U1', 'U2', 'U3']);
  });

  it('who handed over has had their turn, and so has who took it', () => {
    const handed = quarter(aGroup(), (group, round) =>
      answered(round === 1 ? doneGroup(handOver(group, '1', 'U3')) : group),
    );
    expect(handed).toEqual(['U1', 'U2', 'U1', 'U3', 'U2', 'U1']);
  });

  it('who leaves in their round is followed by the next in turn', () => {
    const left = quarter(aGroup(), (group, round) =>
      answered(round === 2 ? doneGroup(leaveGroup(group, 'U2', at('2026-09-29 10:00'))) : group),
    );
    expect(left).toEqual(['U1', 'U2', 'U1', 'U3', 'U1', 'U3']);
  });

  it('who is new is next', () => {
    const joined = quarter(aGroup(), (group, round) =>
      answered(round === 1 ? { ...group, members: [...group.members, aMember('U4')] } : group),
    );
    expect(joined).toEqual(['U1', 'U2', 'U3', 'U4', 'U1', 'U2']);
  });

  it('hands the open round over to another member, once', () => {
    const handed = doneGroup(handOver(inRound(), '1', 'U2'));
    expect(handed.round?.facilitator).toBe('U2');
    expect(handed.members.map(({ facilitatedOn }) => facilitatedOn)).toEqual([
      undefined,
      '2026-09-15',
      undefined,
    ]);
    expect(handOver(handed, '1', 'U2')).toBe(handed);
  });

  it.each([
    { says: 'somebody who is no member', group: inRound(), to: 'U9', why: 'not-a-member' },
    { says: 'anybody, when another is open', group: inRound({ id: '2' }), to: 'U2', why: 'round-closed' },
    { says: 'anybody, when it is closed', group: afterRound(), to: 'U2', why: 'round-closed' },
    { says: 'anybody, where there is none', group: aGroup(), to: 'U2', why: 'round-closed' },
  ] as const)('is not handed to $says', ({ group, to, why }) => {
    expect(handOver(group, '1', to)).toEqual(refuse(why));
  });
});

/** Three members, and all kinds of lines. */
const contributions: Contribution[] = [
  aContribution('U2', { worked: 'Walks', adjust: 'Start on time', need: { kinds: ['time', 'people'] } }),
  aContribution('U3', {
    progress: [{ point: 'P1', progress: 4 }],
    ...{ tried: 'Stand-ups', adjust: 'No laptops', lend: { kinds: ['people'], text: 'Two weeks' } },
  }),
];
const full = afterRound({ contributions });
const ids = (lines: RoundLine[]) => lines.map(({ id }) => id);

describe('the lines of a round', () => {
  it('come kind by kind, each kind as it was written', () => {
    expect(ids(linesOf(full.round!))).toEqual([
      '1.U2.worked',
      '1.U3.tried',
      '1.U2.adjust',
      '1.U3.adjust',
      '1.U2.need',
      '1.U3.lend',
    ]);
  });

  it('have their author’s name, also after they left', () => {
    const left = doneGroup(leaveGroup(full, 'U3', open));
    const [line] = linesOf(full.round!);
    expect(line).toEqual({ id: '1.U2.worked', kind: 'worked', by: 'U2', name: 'Name of U2', text: 'Walks' });
    expect(linesOf(left.round!).map(({ name }) => name)).not.toContain('U3');
  });

  it('are found by their id, those that were carried over too', () => {
    const notes: RoundLine[] = [{ id: '0.U1.tried', kind: 'tried', by: 'U1', name: 'Ann', text: 'Mail' }];
    const group = { ...full, notes };
    expect(findLine(group, '0.U1.tried')?.text).toBe('Mail');
    expect(findLine(group, '1.U3.adjust')?.text).toBe('No laptops');
    expect(findLine(group, '1.U9.adjust')).toBeUndefined();
    expect(findLine(aGroup(), '1.U3.adjust')).toBeUndefined();
  });

  it('match who needs with the first who lends, and never with themself', () => {
    const lines = linesOf(full.round!);
    expect(matchesIn(lines).map(({ kind, needs, lends }) => [kind, needs.id, lends.id])).toEqual([
      ['people', '1.U2.need', '1.U3.lend'],
    ]);
    const own = lines.map((line) => ({ ...line, by: 'U2' }));
    expect(matchesIn(own)).toEqual([]);
  });
});

describe('what is carried over into the next round', () => {
  it('is all but what worked', () => {
    expect(ids(carriedOver(full))).toEqual([
      '1.U3.tried',
      '1.U2.adjust',
      '1.U3.adjust',
      '1.U2.need',
      '1.U3.lend',
    ]);
  });

  it('is not what was talked about, nor what somebody promised', () => {
    const marked = doneGroup(markDiscussed(full, '1', ['1.U3.tried', '1.U2.need', 'unknown']));
    expect(marked.round?.discussed).toEqual(['1.U3.tried', '1.U2.need']);
    const agreedOn = { ...marked, commitments: [aCommitment({ line: '1.U2.adjust', state: 'dropped' })] };
    expect(ids(carriedOver(agreedOn))).toEqual(['1.U3.adjust', '1.U3.lend']);
    expect(isDealtWith(agreedOn, findLine(agreedOn, '1.U2.adjust')!)).toBe(true);
    expect(isDealtWith(agreedOn, findLine(agreedOn, '1.U3.lend')!)).toBe(false);
  });

  it('goes on from round to round until it is dealt with, the latest twenty; what was needed or lent once', () => {
    const notes = Array.from(
      { length: 18 },
      (_, index): RoundLine => ({ id: `0.U${index}.tried`, kind: 'tried', by: 'U1', name: 'Ann', text: 'x' }),
    );
    const next = doneGroup(openByHand({ ...full, notes }, 'U1', at('2026-09-29 10:00')));
    expect(next.notes).toHaveLength(20);
    expect(next.notes[0]?.id).toBe('0.U3.tried');
    const silent = doneGroup(closeRound(next, '2', 'U1', at('2026-09-29 11:00')));
    const marked = doneGroup(markDiscussed(silent, '2', ids(next.notes.slice(0, 5))));
    const third = openByHand(
      { ...marked, round: { ...marked.round!, summary: aPost('4.1') } },
      'U1',
      at('2026-10-13 10:00'),
    );
    const momentary = ['need', 'lend'];
    const lasting = next.notes.slice(5).filter(({ kind }) => !momentary.includes(kind));
    expect(lasting).toHaveLength(13);
    expect(ids(doneGroup(third).notes)).toEqual(ids(lasting));
  });

  it('is what there was, where there was no round', () => {
    const notes: RoundLine[] = [{ id: '0.U1.tried', kind: 'tried', by: 'U1', name: 'Ann', text: 'Mail' }];
    expect(carriedOver(aGroup({ notes }))).toEqual(notes);
  });
});

describe('marking what was talked about', () => {
  it('again the same changes nothing; less is taken back', () => {
    const marked = doneGroup(markDiscussed(full, '1', ['1.U3.lend', '1.U3.tried']));
    expect(markDiscussed(marked, '1', ['1.U3.tried', '1.U3.lend'])).toBe(marked);
    expect(doneGroup(markDiscussed(marked, '1', [])).round?.discussed).toEqual([]);
  });

  it.each([
    { says: 'an open round', group: inRound({ contributions }) },
    { says: 'another round', group: afterRound({ id: '2' }) },
    { says: 'no round', group: aGroup() },
  ])('of $says is refused', ({ group }) => {
    expect(markDiscussed(group, '1', [])).toEqual(refuse('round-over'));
  });
});

describe('the figures of a round', () => {
  it('are means to one decimal, of the points that somebody spoke of', () => {
    expect(figuresOf(full, full.round!)).toEqual({
      ...{ id: '1', on: '2026-09-15', members: 3, contributed: 2 },
      progress: [
        { point: 'P1', mean: 3.5 },
        { point: 'P2', mean: 4 },
      ],
    });
    const thirds = aClosedRound({
      contributions: ([1, 2, 2] as const).map((progress, index) =>
        aContribution(`U${index}`, { progress: [{ point: 'P1', progress }] }),
      ),
    });
    expect(figuresOf(full, thirds).progress).toEqual([{ point: 'P1', mean: 1.7 }]);
  });

  it('never say that more took part than are in the group', () => {
    const left = doneGroup(leaveGroup(doneGroup(leaveGroup(full, 'U3', open)), 'U2', open));
    const { members, contributed } = figuresOf(left, left.round!);
    expect(contributed).toBeLessThanOrEqual(members);
  });

  it('are drawn of the latest twelve that say something of both points as they are now', () => {
    const past = (id: string, points: string[]) => ({
      ...{ id, on: '2026-09-15', members: 3, contributed: 2 },
      progress: points.map((point) => ({ point, mean: 3 })),
    });
    const rounds = [
      past('1', ['P1', 'P2']),
      past('2', ['P1']),
      past('3', ['P0', 'P2']),
      past('4', ['P2', 'P1']),
    ];
    expect(chartedRounds(rounds, aGroupAgreement().points).map(({ id }) => id)).toEqual(['1', '4']);
    expect(chartedRounds(rounds, aGroupAgreement().points, 1).map(({ id }) => id)).toEqual(['4']);
  });

  it('tell how many said what', () => {
    const still = contributions.map((one, index) => ({ ...one, stillRight: index === 0 ? true : undefined }));
    expect([...talliesOf(still, ({ stillRight }) => stillRight)]).toEqual([[true, 1]]);
  });
});
