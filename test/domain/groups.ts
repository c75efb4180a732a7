import type { Commitment } from '../../shared/domain/commitment.ts';
import type { CommitmentInput } from '../../shared/domain/commitments.ts';
import type { ContributionInput } from '../../shared/domain/contribute.ts';
import type {
  Group,
  GroupAgreement,
  GroupPointText,
  Member,
  Posted,
  Posting,
} from '../../shared/domain/group.ts';
import type { GroupLink } from '../../shared/domain/group-link.ts';
import { aboutOf, lookAtGroup, recorded } from '../../shared/domain/group-look.ts';
import type { GroupInput } from '../../shared/domain/group-make.ts';
import { isRefusal, type Refusal } from '../../shared/domain/refusal.ts';
import type { Contribution, Round } from '../../shared/domain/round.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { copenhagen, firstWeek, tenant } from './people.ts';

/**
 * An ordinary group in an autumn without holidays, and whatever differs: U1, who leads, U2 and U3. Made on Wednesday
 * 2 September 2026, a round every second week on Tuesdays at 09:00, open for two days; so its weeks are a leader's
 * (people.ts), and 12 October's is half-way.
 */
export const channel = 'C1';
export const halfWay = '2026-10-12';
export const closingWeek = '2026-11-30';

export function aGroup(other: Partial<Group> = {}): Group {
  return {
    tenant,
    channel,
    language: 'da',
    zone: copenhagen,
    version: 1,
    leader: 'U1',
    members: [aMember('U1'), aMember('U2'), aMember('U3')],
    agreement: aGroupAgreement(),
    pauses: [],
    roundsOpened: 0,
    rounds: [],
    commitments: [],
    notes: [],
    card: aPost('1.1'),
    ...other,
  };
}

export function aMember(id: string, other: Partial<Member> = {}): Member {
  return { id, name: `Name of ${id}`, since: '2026-09-02', ...other };
}

export function aGroupAgreement(other: Partial<GroupAgreement> = {}): GroupAgreement {
  return {
    id: 'G1',
    period: { starts: '2026-09-02', ends: '2026-12-02' },
    rhythm: 2,
    slot: { weekday: 2, time: '09:00' },
    hoursOpen: 48,
    points: [
      { ...aGroupPoint('Fewer meetings'), id: 'P1' },
      { ...aGroupPoint('Say what we think', 'U2'), id: 'P2' },
    ],
    settled: firstWeek,
    unanswered: 0,
    retired: [],
    ...other,
  };
}

/** The group with an agreement that differs. */
export function agreed(agreement: Partial<GroupAgreement>, other: Partial<Group> = {}): Group {
  return aGroup({ agreement: aGroupAgreement(agreement), ...other });
}

export function aGroupPoint(title: string, responsible = 'U1'): GroupPointText {
  return { title, result: 'Time for our people', responsible };
}

export const aPost = (ts: string): Posted => ({ ts, painted: `as ${ts}` });

/** The first round, on Tuesday 15 September, open until Thursday at nine. */
export function aRound(other: Partial<Round> = {}): Round {
  return {
    id: '1',
    kind: 'ordinary',
    on: '2026-09-15',
    facilitator: 'U1',
    closesAt: '2026-09-17T07:00:00Z',
    contributions: [],
    discussed: [],
    opening: aPost('2.1'),
    ...other,
  };
}

/** The same, closed after its hours and summed up. */
export function aClosedRound(other: Partial<Round> = {}): Round {
  return aRound({ closedAt: '2026-09-17T07:00:00Z', summary: aPost('3.1'), ...other });
}

/** The group in its first round. */
export function inRound(round: Partial<Round> = {}, other: Partial<Group> = {}): Group {
  return agreed({ settled: '2026-09-14' }, { roundsOpened: 1, round: aRound(round), ...other });
}

/** The group between its first round and the next. */
export function afterRound(round: Partial<Round> = {}, other: Partial<Group> = {}): Group {
  return agreed({ settled: '2026-09-14' }, { roundsOpened: 1, round: aClosedRound(round), ...other });
}

export function aContribution(by: string, other: Partial<Contribution> = {}): Contribution {
  return {
    by,
    name: `Name of ${by}`,
    at: '2026-09-15T08:00:00Z',
    progress: [
      { point: 'P1', progress: 3 },
      { point: 'P2', progress: 4 },
    ],
    form: `F-${by}`,
    ...other,
  };
}

/** What a member sends from the form of the first round. */
export function said(other: Partial<ContributionInput> = {}): ContributionInput {
  const { by: _, at: __, name: ___, ...rest } = aContribution('U2', { form: 'F1' });
  return { round: '1', ...rest, ...other };
}

export function aCommitment(other: Partial<Commitment> = {}): Commitment {
  return {
    id: 'M1',
    text: 'Write the agenda',
    owner: 'U2',
    due: '2026-09-29',
    madeBy: 'U1',
    madeOn: '2026-09-17',
    state: 'open',
    ...other,
  };
}

export function promised(other: Partial<CommitmentInput> = {}): CommitmentInput {
  return { view: 'M1', text: 'Write the agenda', owner: 'U2', due: '2026-09-29', ...other };
}

export function aPosting(other: Partial<Posting> = {}): Posting {
  return { what: 'card', lease: '2026-09-02T09:01:00Z', attempts: 1, ...other };
}

/** What the form of a group is sent with. */
export function aGroupInput(other: Partial<GroupInput> = {}): GroupInput {
  return {
    view: 'G1',
    members: named('U1', 'U2', 'U3'),
    points: [aGroupPoint('Fewer meetings'), aGroupPoint('Say what we think', 'U2')],
    rhythm: 2,
    slot: { weekday: 2, time: '09:00' },
    hoursOpen: 48,
    ...other,
  };
}

export const named = (...ids: string[]) => ids.map((id) => ({ id, name: `Name of ${id}` }));

/** What its reader knows of the group: that they are in it, and whatever differs. */
export function aGroupLink(other: Partial<GroupLink> = {}): GroupLink {
  return { channel, version: 1, heardOn: '2026-09-02', role: 'member', commitments: [], needs: [], ...other };
}

/** What was decided, where it must not be a refusal. */
export function doneGroup(decision: Group | Refusal): Group {
  if (isRefusal(decision)) throw new Error(`Refused: ${decision.refusal}`);
  return decision;
}

/** Every look that is due at that moment, each with what it posts taken by the channel: what was posted, and who was told. */
export function lookAndPost(before: Group, from: Instant): { group: Group; posts: string[]; told: string[] } {
  let group = before;
  const posts: string[] = [];
  const told: string[] = [];
  for (let turns = 0; turns < 10; turns += 1) {
    const found = lookAtGroup(group, from);
    group = found.group;
    told.push(...found.tell.map(({ to }) => to.user));
    if (found.post !== undefined) {
      posts.push(found.post);
      group = recorded(group, found.post, aboutOf(group, found.post), aPost(`9.${turns}`), from);
    } else if (found.tell.length === 0 && !(group.wakeAt !== undefined && group.wakeAt <= from)) {
      return { group, posts, told: [...new Set(told)].sort() };
    }
  }
  throw new Error(`It goes on posting: ${posts.join()}`);
}
