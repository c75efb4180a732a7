import type { ModalView } from '@slack/types';
import { limits } from '../../shared/domain/agreement.ts';
import type { Commitment } from '../../shared/domain/commitment.ts';
import {
  type Group,
  type GroupAgreement,
  type GroupPoint,
  type Member,
  mostMembers,
  newGroup,
} from '../../shared/domain/group.ts';
import type { Language, PersonId } from '../../shared/domain/person.ts';
import {
  type Contribution,
  lineKinds,
  type Round,
  type RoundKind,
  type RoundLine,
  resources,
  roundLimits,
} from '../../shared/domain/round.ts';
import { textsIn } from '../../shared/texts/index.ts';
import { answerCommitmentView, commitmentView } from '../../shared/views/commitment.ts';
import { contributeView } from '../../shared/views/contribute.ts';
import { groupClosingView } from '../../shared/views/group-closing.ts';
import { groupPointsView, groupWhoView } from '../../shared/views/group-form.ts';
import { handOverView } from '../../shared/views/group-hand-over.ts';
import { groupMembersView } from '../../shared/views/group-members.ts';
import { groupPauseView } from '../../shared/views/group-pause.ts';
import { editGroupPointView, replaceGroupPointView } from '../../shared/views/group-point.ts';
import { groupRhythmView } from '../../shared/views/group-rhythm.ts';
import { groupView } from '../../shared/views/group-view.ts';
import { mineView } from '../../shared/views/mine.ts';
import { linesView } from '../../shared/views/round-lines.ts';
import { now, submission } from './people.ts';

type Words = (most: number) => string;

/** A management group in the states its modals are shown in, on a Tuesday morning in Copenhagen. */
export const tenant = 'T1';
export const channel = 'C1';

/** Who is what in it. */
export const leader = 'U1';
export const responsible = 'U2';
export const facilitator = 'U3';
export const member = 'U4';
export const roles = { leader, responsible, facilitator, member };

export const viewerIs = (user: string): PersonId => ({ tenant, user });

const named: Record<string, string> = { U1: 'Anna', U2: 'Bent', U3: 'Carla', U4: 'David' };

const memberIs = (id: string, name = named[id] ?? id): Member => ({ id, name, since: '2026-11-10' });

export function pointOf(index: number, write: Words, more: Partial<GroupPoint> = {}): GroupPoint {
  return {
    id: `V1/${index}`,
    title: write(limits.title),
    result: write(roundLimits.result),
    responsible,
    theme: 'open-talk',
    ...more,
  };
}

export function agreementOf(write: Words, more: Partial<GroupAgreement> = {}): GroupAgreement {
  return {
    id: 'V1',
    period: { starts: '2026-11-10', ends: '2027-02-10' },
    rhythm: 2,
    slot: { weekday: 2, time: '09:00' },
    hoursOpen: 48,
    points: [pointOf(1, write), pointOf(2, write, { responsible: leader, theme: undefined })],
    settled: '2026-12-07',
    unanswered: 0,
    retired: [],
    ...more,
  };
}

export function contributionOf(by: string, write: Words, more: Partial<Contribution> = {}): Contribution {
  return {
    by,
    name: named[by] ?? write(80),
    at: '2026-12-08T08:05:00Z',
    progress: [
      { point: 'V1/1', progress: 4 },
      { point: 'V1/2', progress: 2 },
    ],
    worked: write(roundLimits.line),
    tried: write(roundLimits.line),
    adjust: write(roundLimits.line),
    need: { kinds: ['time', 'tasks'], text: write(roundLimits.offer) },
    lend: { kinds: ['people'] },
    form: submission(1),
    ...more,
  };
}

export function openRound(more: Partial<Round> = {}): Round {
  return {
    id: '3',
    kind: 'ordinary',
    on: '2026-12-08',
    facilitator,
    closesAt: '2026-12-10T08:00:00Z',
    contributions: [],
    discussed: [],
    ...more,
  };
}

/** It was opened last week and closed this morning; the channel has read what it came to. */
export function closedRound(more: Partial<Round> = {}): Round {
  const closedAt = '2026-12-08T08:00:00Z';
  return openRound({ on: '2026-12-01', closedAt, summary: { ts: '1.1', painted: 'x' }, ...more });
}

export function commitmentOf(index: number, write: Words, more: Partial<Commitment> = {}): Commitment {
  return {
    id: submission(index),
    text: write(roundLimits.commitment),
    owner: member,
    due: '2026-12-15',
    madeBy: leader,
    madeOn: '2026-12-01',
    state: 'open',
    ...more,
  };
}

const figures = (index: number, means: [number, number]) => ({
  id: String(index),
  on: '2026-12-01',
  members: 4,
  contributed: 3,
  progress: means.map((mean, point) => ({ point: `V1/${point + 1}`, mean })),
});

/** Four members, half-way through, with a round that is open. */
export function groupOf(write: Words, more: Partial<Group> = {}): Group {
  return {
    ...newGroup({ tenant, channel }),
    version: 7,
    leader,
    members: Object.values(roles).map((id) => memberIs(id)),
    agreement: agreementOf(write),
    roundsOpened: 3,
    round: openRound(),
    rounds: [figures(1, [2, 2.4]), figures(2, [2.5, 3.6])],
    commitments: [
      commitmentOf(3, write),
      commitmentOf(4, write, { owner: undefined, due: '2026-12-11' }),
      commitmentOf(5, write, { state: 'done' }),
    ],
    ...more,
  };
}

/** The same after its round; one line is agreed on, one was talked about. */
export function closedGroup(write: Words, more: Partial<Group> = {}): Group {
  const contributions = [
    contributionOf(leader, write),
    contributionOf(member, write, { tried: undefined, need: undefined }),
  ];
  const line = '3.U1.adjust';
  return groupOf(write, {
    round: closedRound({ contributions, discussed: ['3.U1.tried'] }),
    commitments: [
      commitmentOf(3, write, { line }),
      commitmentOf(4, write, { line, owner: undefined }),
      commitmentOf(5, write, { line: '2.U9.need', state: 'done' }),
    ],
    notes: [noteOf(0, write, { id: '2.U9.need', kind: 'need', kinds: ['time'] })],
    ...more,
  });
}

/** What was contributed, in a round that goes on. */
const closedContributions = ({ round }: Group) => ({ contributions: round?.contributions ?? [] });

const noteOf = (index: number, write: Words, more: Partial<RoundLine> = {}): RoundLine => ({
  ...{ id: `2.U${100 + index}.adjust`, kind: 'adjust', by: `U${100 + index}`, name: write(80) },
  text: write(roundLimits.line),
  ...more,
});

/** The last round is behind; what it said of the points. */
export function closingGroup(
  write: Words,
  outcomes: (Contribution['outcomes'] | undefined)[],
  more: Partial<Group> = {},
): Group {
  const users = Object.values(roles);
  const contributions = outcomes.map((said, index) =>
    contributionOf(users[index] ?? leader, write, { outcomes: said }),
  );
  return closedGroup(write, {
    agreement: agreementOf(write, {
      period: { starts: '2026-09-10', ends: '2026-12-10' },
      settled: '2026-12-07',
    }),
    round: closedRound({ kind: 'closing', contributions }),
    ...more,
  });
}

const saying = (first: 'done' | 'keep' | 'change', second?: 'done' | 'keep' | 'change') => [
  { point: 'V1/1', outcome: first },
  ...(second === undefined ? [] : [{ point: 'V1/2', outcome: second }]),
];

/** Most want the first point closed; of the second as many want one thing as another. */
export const divided = [
  saying('done', 'keep'),
  saying('done', 'change'),
  saying('keep'),
  saying('done', 'keep'),
  saying('keep', 'change'),
];

const endedOf = (write: Words, how: 'closed' | 'stopped'): Group => {
  const outcomes = how === 'closed' ? saying('done', 'keep') : [];
  const learned = how === 'closed' ? write(limits.learned) : undefined;
  return closedGroup(write, {
    agreement: agreementOf(write, {
      period: { starts: '2026-09-10', ends: '2026-12-08' },
      ending: { on: '2026-12-08', how, outcomes, learned },
    }),
  });
};

const twenty = Array.from({ length: mostMembers }, (_, index) => `U0B9C8D7E${10 + index}`);

/** More of everything than anybody will have. */
export function fullGroup(write: Words, more: Partial<Group> = {}): Group {
  const whole = { kinds: [...resources], text: write(roundLimits.offer) };
  const retired = Array.from({ length: 12 }, (_, index) => ({
    point: pointOf(index + 10, write),
    why: write(limits.why),
    on: '2026-12-01',
  }));
  return groupOf(write, {
    leader: twenty[0],
    members: twenty.map((id) => memberIs(id, write(80))),
    agreement: agreementOf(write, {
      retired,
      points: [pointOf(1, write, { responsible: undefined }), pointOf(2, write, { responsible: twenty[0] })],
    }),
    round: closedRound({
      facilitator: twenty[0],
      contributions: twenty.map((by) => contributionOf(by, write, { need: whole, lend: whole })),
    }),
    rounds: Array.from({ length: 20 }, (_, index) => figures(index, [1, 5])),
    commitments: Array.from({ length: 20 }, (_, index) =>
      commitmentOf(index, write, {
        owner: index % 2 === 0 ? undefined : twenty[0],
        line: `3.${twenty[index]}.${lineKinds[index % lineKinds.length]}`,
      }),
    ),
    notes: Array.from({ length: 20 }, (_, index) => noteOf(index, write)),
    blocked: { code: 'is_archived', since: now, from: now },
    pauses: [{ from: '2026-12-01', until: '2027-01-05' }],
    ...more,
  });
}

type Shown = Record<string, ModalView>;

export function everyGroupView(language: Language, write: Words): Shown {
  return {
    ...forms(language, write),
    ...asSeen(language, write),
    ...inRounds(language, write),
    ...promises(language, write),
  };
}

function forms(language: Language, write: Words): Shown {
  const texts = textsIn(language);
  const group = groupOf(write);
  const [point] = agreementOf(write).points;
  const members = Object.values(roles);
  const rhythm = { rhythm: 4, slot: { weekday: 5, time: '13:30' }, hoursOpen: 120 } as const;
  const usual = { rhythm: 2, slot: { weekday: 2, time: '09:00' }, hoursOpen: 48 } as const;
  const who = (othersWhoRead: string[] | undefined) =>
    groupWhoView({ channel, members, othersWhoRead }, texts);
  const { id: _, ...text } = point;
  return {
    'group-who': groupWhoView({ channel, members: [leader], othersWhoRead: undefined }, texts),
    'group-who-only-members': who([]),
    'group-who-one-reads': who(['U5']),
    'group-who-eight-read': who(twenty.slice(0, 8)),
    'group-who-nine-read': who(twenty.slice(0, 9)),
    'group-who-many-read': groupWhoView({ channel, members: twenty, othersWhoRead: twenty, rhythm }, texts),
    'group-points': groupPointsView({ channel, who: { members, ...usual }, points: [] }, texts),
    'group-points-one-goes-on': groupPointsView(
      { channel, who: { members: twenty, ...rhythm }, points: [{ ...text, responsible: undefined }] },
      texts,
    ),
    'group-points-both-go-on': groupPointsView(
      { channel, who: { members, ...usual }, points: [text, text] },
      texts,
    ),
    'group-members': groupMembersView(group, texts),
    'group-members-without-leader': groupMembersView({ ...group, leader: undefined }, texts),
    'group-members-full': groupMembersView(fullGroup(write), texts),
    'group-rhythm': groupRhythmView(group, texts),
    'group-edit-point': editGroupPointView(group, point, texts),
    'group-edit-point-vacant': editGroupPointView(group, { ...point, responsible: undefined }, texts),
    'group-replace-point': replaceGroupPointView(group, point, texts),
    'group-pause': groupPauseView(group, '2027-01-05', texts),
    'group-closing': groupClosingView(closingGroup(write, []), now, texts),
    'group-closing-divided': groupClosingView(closingGroup(write, divided), now, texts),
    'group-closing-weeks': groupClosingView(
      closingGroup(write, divided, { pauses: [{ from: '2026-10-01', until: '2026-10-21' }] }),
      now,
      texts,
    ),
    'group-hand-over': handOverView(group, texts),
  };
}

/** The agreement, as those with the different roles see it. */
function asSeen(language: Language, write: Words): Shown {
  const texts = textsIn(language);
  const seen = (group: Group, user: string) => groupView(group, viewerIs(user), now, texts);
  const open = groupOf(write);
  const closed = closedGroup(write);
  const running = closed.agreement;
  const pauses = [{ from: '2026-12-01', until: '2027-01-05' }];
  const retired = [{ point: pointOf(9, write), why: write(limits.why), on: '2026-12-01' }];
  const over = closingGroup(write, divided);
  const vacated = agreementOf(write, {
    points: [pointOf(1, write, { responsible: undefined }), pointOf(2, write)],
  });
  const byRole = (state: string, group: Group): Shown =>
    Object.fromEntries(
      Object.entries(roles).map(([role, user]) => [`group-view-${state}-${role}`, seen(group, user)]),
    );
  const said = openRound({ contributions: [contributionOf(member, write)] });
  return {
    ...byRole('open', open),
    ...byRole('closed', closed),
    'group-view-open-contributed': seen({ ...open, round: said }, member),
    'group-view-begun-leader': seen(
      groupOf(write, { round: undefined, rounds: [], commitments: [] }),
      leader,
    ),
    'group-view-summing-up-member': seen({ ...closed, round: closedRound({ summary: undefined }) }, member),
    'group-view-paused-leader': seen({ ...closed, pauses }, leader),
    'group-view-open-paused-leader': seen({ ...open, pauses }, leader),
    'group-view-resting-leader': seen(
      { ...closed, agreement: running && { ...running, unanswered: 3 } },
      leader,
    ),
    'group-view-resting-member': seen(
      { ...closed, agreement: running && { ...running, unanswered: 3 } },
      member,
    ),
    'group-view-replaced-responsible': seen(
      { ...closed, agreement: agreementOf(write, { retired }) },
      responsible,
    ),
    'group-view-without-leader-member': seen({ ...closed, leader: undefined, agreement: vacated }, member),
    'group-view-vacant-point-member': seen({ ...closed, agreement: vacated }, member),
    'group-view-blocked-leader': seen(
      { ...closed, blocked: { code: 'is_archived', since: now, from: now } },
      leader,
    ),
    'group-view-over-leader': seen(over, leader),
    'group-view-over-facilitator': seen(over, facilitator),
    'group-view-over-member': seen(over, member),
    'group-view-over-weeks-leader': seen(
      { ...over, pauses: [{ from: '2026-10-01', until: '2026-10-21' }] },
      leader,
    ),
    'group-view-ended-leader': seen(endedOf(write, 'closed'), leader),
    'group-view-ended-member': seen(endedOf(write, 'closed'), member),
    'group-view-stopped-member': seen(endedOf(write, 'stopped'), member),
    'group-view-none': seen(newGroup({ tenant, channel }), member),
    'group-view-full': seen(fullGroup(write), twenty[0] ?? ''),
    'group-view-full-without-leader': seen(fullGroup(write, { leader: undefined }), twenty[0] ?? ''),
  };
}

function inRounds(language: Language, write: Words): Shown {
  const texts = textsIn(language);
  const contributing = (kind: RoundKind, contributions: Contribution[] = []) =>
    contributeView(groupOf(write, { round: openRound({ kind, contributions }) }), member, texts);
  const closed = closedGroup(write);
  const lines = (group: Group, user: string) => linesView(group, viewerIs(user), texts);
  const bare = contributionOf(leader, write, { worked: undefined, tried: undefined, adjust: undefined });
  return {
    contribute: contributing('ordinary'),
    'contribute-corrects': contributing('ordinary', [contributionOf(member, write)]),
    'contribute-others-said': contributing('ordinary', [contributionOf(leader, write)]),
    'contribute-half-way': contributing('half-way'),
    'contribute-half-way-corrects': contributing('half-way', [
      contributionOf(member, write, { stillRight: false }),
    ]),
    'contribute-closing': contributing('closing'),
    'contribute-closing-corrects': contributing('closing', [
      contributionOf(member, write, { outcomes: saying('done', 'change') }),
    ]),
    'contribute-no-round': contributeView(closed, member, texts),
    'lines-leader': lines(closed, leader),
    'lines-facilitator': lines(closed, facilitator),
    'lines-member': lines(closed, member),
    'lines-nothing': lines({ ...closed, round: closedRound(), notes: [], commitments: [] }, facilitator),
    'lines-nothing-but-progress': lines(
      {
        ...closed,
        notes: [],
        round: closedRound({ contributions: [{ ...bare, need: undefined, lend: undefined }] }),
      },
      member,
    ),
    'lines-open-facilitator': lines(
      { ...closed, round: openRound(closedContributions(closed)) },
      facilitator,
    ),
    'lines-open-nothing': lines(groupOf(write), member),
    'lines-no-round': lines(groupOf(write, { round: undefined }), member),
    'lines-full-facilitator': lines(fullGroup(write), twenty[0] ?? ''),
    'lines-full-member': lines(fullGroup(write), twenty[1] ?? ''),
  };
}

function promises(language: Language, write: Words): Shown {
  const texts = textsIn(language);
  const group = closedGroup(write);
  const dm = { channel: 'D1', ts: '1.1' };
  const promised = commitmentOf(3, write);
  const line = noteOf(1, write);
  const elsewhere = (id: string, more: Partial<Group> = {}): { group: Group } => ({
    group: closedGroup(write, { channel: id, ...more }),
  });
  const groups = [
    { group: groupOf(write) },
    elsewhere('C2', { commitments: [commitmentOf(6, write, { due: '2026-12-01' })] }),
    elsewhere('C3', { agreement: endedOf(write, 'closed').agreement, commitments: [] }),
  ];
  const many = Array.from({ length: 30 }, (_, index) =>
    elsewhere(`C${index}`, {
      commitments: Array.from({ length: 20 }, (__, one) => commitmentOf(one, write)),
    }),
  );
  return {
    commitment: commitmentView({ channel, group }, texts),
    'commitment-line': commitmentView({ channel, group, line, owner: member }, texts),
    'commitment-line-without-words': commitmentView(
      { channel, group, line: { ...line, text: undefined, kinds: ['time'] }, owner: 'U99' },
      texts,
    ),
    'commitment-answer': answerCommitmentView(channel, promised, undefined, texts),
    'commitment-answer-from-message': answerCommitmentView(channel, promised, dm, texts),
    'commitment-answer-again': answerCommitmentView(
      channel,
      { ...promised, state: 'dropped', said: write(roundLimits.said) },
      dm,
      texts,
    ),
    'commitment-answer-vacant': answerCommitmentView(channel, { ...promised, owner: undefined }, dm, texts),
    mine: mineView(groups, viewerIs(member), now, texts),
    'mine-without-promises': mineView(groups, viewerIs(leader), now, texts),
    'mine-nothing': mineView(groups, viewerIs('U99'), now, texts),
    'mine-full': mineView(many, viewerIs(member), now, texts),
  };
}
