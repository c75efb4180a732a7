import { describe, expect, it } from 'vitest';
import type { LeaderAgreement } from '../../shared/domain/agreement.ts';
import { isExternal, mostPartners, type PartnerState, partnerStates } from '../../shared/domain/partner.ts';
import {
  changePeople,
  managerSeen,
  managerToLookFor,
  type PeopleInput,
  partnerSays,
  partnersWith,
  peopleFrom,
  refusalOfPeople,
  talked,
} from '../../shared/domain/people.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { RefusalReason } from '../../shared/domain/refusal.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { aLeader, anAgreement, anAsk, aPartner, aPerson, aProfile, at, done, user } from './people.ts';

const now = at('2026-09-10 10:00');
const today = '2026-09-10';
const input = (other: Partial<PeopleInput> = {}): PeopleInput => ({
  partners: [],
  seePoints: [],
  view: 'V7',
  ...other,
});
const eva = aPartner({ id: 'V3', name: 'Eva' });
const invited = { state: 'invited', since: today, invitation: 'V7', seesPoints: false } as const;

describe('those with the leader', () => {
  it.each<{ state: PartnerState; isWith: boolean }>([
    { state: 'invited', isWith: true },
    { state: 'accepted', isWith: true },
    { state: 'declined', isWith: false },
    { state: 'left', isWith: false },
    { state: 'gone', isWith: false },
  ])('are those who are $state: $isWith', ({ state, isWith }) => {
    const partner = aPartner({ state });
    expect(partnersWith(anAgreement({ partners: [partner] }))).toEqual(isWith ? [partner] : []);
  });

  it('are decided in every state', () => {
    expect([...partnerStates].sort()).toEqual(['accepted', 'declined', 'gone', 'invited', 'left']);
  });

  it('are nobody without an agreement, or one without partners, or one that is over', () => {
    const over = anAgreement({ partners: [eva], ending: { on: '2026-09-09', how: 'stopped', outcomes: [] } });
    for (const agreement of [undefined, anAgreement(), over]) expect(partnersWith(agreement)).toEqual([]);
  });

  it('are outside Slack where they have a name', () => {
    expect(isExternal(eva)).toBe(true);
    expect(isExternal(aPartner())).toBe(false);
  });
});

describe('people named together', () => {
  type Case = { says: string; people: Partial<PeopleInput>; why: RefusalReason | undefined };
  const cases: Case[] = [
    { says: 'may be nobody', people: {}, why: undefined },
    { says: 'may be a manager alone', people: { manager: 'U2' }, why: undefined },
    {
      says: 'may be a manager and three partners',
      people: { manager: 'U2', partners: ['U3', 'U4', 'U5'] },
      why: undefined,
    },
    {
      says: 'may be two partners and somebody outside',
      people: { partners: ['U3', 'U4'], external: ['Eva'] },
      why: undefined,
    },
    { says: 'are never the leader, as manager', people: { manager: user }, why: 'named-self' },
    { says: 'are never the leader, as partner', people: { partners: ['U2', user] }, why: 'named-self' },
    {
      says: 'differ from one another',
      people: { manager: 'U2', partners: ['U3', 'U2'] },
      why: 'named-twice',
    },
    {
      says: 'are at most three partners',
      people: { partners: ['U2', 'U3', 'U4', 'U5'] },
      why: 'too-many-partners',
    },
    {
      says: 'are at most three partners, with who is outside',
      people: { partners: ['U2', 'U3', 'U4'], external: ['Eva'] },
      why: 'too-many-partners',
    },
  ];
  it.each(cases)('$says', ({ people, why }) => {
    const refusal = why && { refusal: why };
    expect(refusalOfPeople(user, input(people))).toEqual(refusal);
    const changed = changePeople(aLeader(), { ...input(people), agreement: 'A1' }, now);
    if (refusal === undefined) expect(changed).not.toHaveProperty('refusal');
    else expect(changed).toEqual(refusal);
  });

  it('may be three partners, as the method has it', () => {
    expect(mostPartners).toBe(3);
  });
});

describe('the people of an agreement', () => {
  type People = Pick<LeaderAgreement, 'manager' | 'partners'>;
  type Case = { says: string; before?: People; people: Partial<PeopleInput>; after: People };
  const cases: Case[] = [
    { says: 'are nobody where nobody is named', people: {}, after: { manager: undefined, partners: [] } },
    {
      says: 'are shown nothing by default',
      people: { manager: 'U3', partners: ['U2'], external: ['Eva'] },
      after: {
        manager: { id: 'U3', seesPoints: false },
        partners: [
          { id: 'U2', ...invited },
          { id: 'V7.0', name: 'Eva', state: 'accepted', since: today, seesPoints: false },
        ],
      },
    },
    {
      says: 'are shown the points where the leader says so',
      people: { manager: 'U3', partners: ['U2', 'U4'], seePoints: ['U3', 'U4'] },
      after: {
        manager: { id: 'U3', seesPoints: true },
        partners: [
          { id: 'U2', ...invited },
          { id: 'U4', ...invited, seesPoints: true },
        ],
      },
    },
    {
      says: 'keep their answer where they stay, and see what the form says now',
      before: {
        partners: [
          aPartner({ seesPoints: true, talkedOn: '2026-09-05' }),
          aPartner({ id: 'U4', state: 'invited' }),
        ],
      },
      people: { partners: ['U2', 'U4'], seePoints: ['U4'] },
      after: {
        manager: undefined,
        partners: [
          aPartner({ talkedOn: '2026-09-05', seesPoints: false }),
          aPartner({ id: 'U4', state: 'invited', seesPoints: true }),
        ],
      },
    },
    ...(['declined', 'left', 'gone'] as const).map((state) => ({
      says: `are invited anew where they had ${state}`,
      before: { partners: [aPartner({ state, talkedOn: '2026-09-05' })] },
      people: { partners: ['U2'] },
      after: { manager: undefined, partners: [{ id: 'U2', ...invited }] },
    })),
    ...(['declined', 'left', 'gone'] as const).map((state) => ({
      says: `stay in sight where they had ${state}, seeing nothing new, beside those who are named`,
      before: { partners: [aPartner({ id: 'U5', state })] },
      people: { partners: ['U2'], seePoints: ['U5'] },
      after: {
        manager: undefined,
        partners: [aPartner({ id: 'U5', state }), { id: 'U2', ...invited }],
      },
    })),
    {
      says: 'keep the latest three in sight of those who said no',
      before: {
        partners: ['U5', 'U6', 'U7', 'U8'].map((id) => aPartner({ id, state: 'declined' })),
      },
      people: {},
      after: {
        manager: undefined,
        partners: ['U6', 'U7', 'U8'].map((id) => aPartner({ id, state: 'declined' })),
      },
    },
    {
      says: 'stay outside under their name',
      before: { partners: [{ ...eva, talkedOn: '2026-09-05' }] },
      people: { external: ['Eva'] },
      after: { manager: undefined, partners: [{ ...eva, talkedOn: '2026-09-05' }] },
    },
    {
      says: 'are others outside under another name',
      before: { partners: [eva] },
      people: { external: ['Bo'] },
      after: {
        manager: undefined,
        partners: [{ id: 'V7.0', name: 'Bo', state: 'accepted', since: today, seesPoints: false }],
      },
    },
    {
      says: 'are no longer those who are not named any more',
      before: { manager: { id: 'U3', seesPoints: true }, partners: [aPartner(), eva] },
      people: {},
      after: { manager: undefined, partners: [] },
    },
    {
      says: 'are there again, where the manager who was gone is named anew',
      before: { manager: { id: 'U3', seesPoints: true, gone: true } },
      people: { manager: 'U3' },
      after: { manager: { id: 'U3', seesPoints: false }, partners: [] },
    },
  ];
  it.each(cases)('$says', ({ before, people, after }) => {
    expect(peopleFrom(before, input(people), today)).toEqual(after);
  });

  it('are not taken for those outside, where an id is somebody’s name', () => {
    const { partners } = peopleFrom(
      { partners: [aPartner({ id: 'V3', name: 'U2' })] },
      input({ partners: ['U2'] }),
      today,
    );
    expect(partners).toEqual([{ id: 'U2', ...invited }]);
  });
});

describe('other people', () => {
  const change = (person: Person, people: Partial<PeopleInput>, moment: Instant = now) =>
    changePeople(person, { ...input(people), agreement: 'A1' }, moment);
  const manager = { id: 'U3', seesPoints: true };
  const toManager = anAsk({ id: 'Q3', to: 'U3' });
  const toPartner = anAsk({ id: 'Q2', point: '2', to: 'U2' });

  it('take the place of those before, and nothing else changes', () => {
    const person = aLeader({ manager, partners: [aPartner()], unanswered: 1 });
    expect(change(person, { manager: 'U4', partners: ['U2'] })).toEqual({
      ...person,
      agreement: { ...person.agreement, manager: { id: 'U4', seesPoints: false }, partners: [aPartner()] },
    });
  });

  it('are invited on the day that their leader reads', () => {
    const person = aLeader({}, { profile: aProfile({ zone: 'Pacific/Kiritimati' }) });
    const changed = done(change(person, { partners: ['U2'] }, '2026-09-10T10:00:00Z'));
    expect(changed.agreement?.partners?.[0]?.since).toBe('2026-09-11');
  });

  it('given twice are one, and the very same person', () => {
    const people = { manager: 'U3', partners: ['U2'], external: ['Eva'], seePoints: ['U2'] };
    const changed = done(change(aLeader(), people));
    expect(change(changed, people, at('2026-09-11 10:00'))).toBe(changed);
  });

  type Case = { says: string; people: Partial<PeopleInput>; withdrawn: string[] };
  const cases: Case[] = [
    {
      says: 'another manager takes what the former was asked',
      people: { manager: 'U4', partners: ['U2'] },
      withdrawn: ['Q3', 'Q4'],
    },
    {
      says: 'no manager takes what the former was asked',
      people: { partners: ['U2'] },
      withdrawn: ['Q3', 'Q4'],
    },
    {
      says: 'the former manager as a partner keeps it',
      people: { partners: ['U3', 'U2'] },
      withdrawn: [],
    },
    {
      says: 'the same manager keeps it, seeing less',
      people: { manager: 'U3', partners: ['U2'] },
      withdrawn: [],
    },
    {
      says: 'a partner who is no longer named loses what they were asked',
      people: { manager: 'U3' },
      withdrawn: ['Q2'],
    },
    {
      says: 'the former partner as the manager keeps what they were asked',
      people: { manager: 'U2' },
      withdrawn: ['Q3', 'Q4'],
    },
    { says: 'nobody named loses what all were asked', people: {}, withdrawn: ['Q3', 'Q2', 'Q4'] },
  ];
  it.each(cases)('$says, and no other ask', ({ people, withdrawn }) => {
    const answered = anAsk({ id: 'Q4', to: 'U3', answer: { reply: 'yes', form: 'V3' } });
    const gone = anAsk({ id: 'Q5', to: 'U3', closed: 'gone' });
    const toColleague = anAsk({ id: 'Q6', to: 'U6' });
    const asks = [toManager, toPartner, answered, gone, toColleague];
    const changed = done(change(aLeader({ manager, partners: [aPartner()], asks }), people));
    expect(changed.agreement?.asks).toEqual(
      asks.map((ask) => (withdrawn.includes(ask.id) ? { ...ask, closed: 'withdrawn' } : ask)),
    );
  });

  it('withdraw nothing where nobody was named', () => {
    const changed = done(change(aLeader({ asks: [toPartner] }), { manager: 'U4' }));
    expect(changed.agreement?.asks).toEqual([toPartner]);
  });

  it.each<{ state: PartnerState; loses: boolean }>([
    { state: 'invited', loses: true },
    { state: 'accepted', loses: true },
    { state: 'declined', loses: false },
    { state: 'left', loses: false },
    { state: 'gone', loses: false },
  ])('withdraw what was asked of a partner who is $state and not named: $loses', ({ state, loses }) => {
    const person = aLeader({ partners: [aPartner({ state })], asks: [toPartner] });
    expect(done(change(person, { manager: 'U4' })).agreement?.asks).toEqual([
      loses ? { ...toPartner, closed: 'withdrawn' } : toPartner,
    ]);
  });

  it('withdraw nothing of somebody inside who is called as the form that named who is outside', () => {
    const toNamesake = anAsk({ to: 'V3' });
    const changed = done(change(aLeader({ partners: [eva], asks: [toNamesake] }), { manager: 'U4' }));
    expect(changed.agreement?.asks).toEqual([toNamesake]);
  });

  it('may be named after the period’s end too, until the agreement is over', () => {
    const person = aLeader({ manager, partners: [aPartner()], asks: [toManager, toPartner] });
    expect(change(person, { manager: 'U4', partners: ['U2'] }, at('2026-12-03 00:00'))).toEqual({
      ...person,
      agreement: {
        ...person.agreement,
        manager: { id: 'U4', seesPoints: false },
        partners: [aPartner()],
        asks: [{ ...toManager, closed: 'withdrawn' }, toPartner],
      },
    });
  });

  const cannot: { says: string; person: Person; now?: Instant }[] = [
    { says: 'without an agreement', person: aPerson() },
    { says: 'in an agreement that a newer followed', person: aLeader({ id: 'A2' }) },
    {
      says: 'once it is over',
      person: aLeader({ ending: { on: '2026-09-09', how: 'stopped', outcomes: [] } }),
    },
    {
      says: 'once it is closed, after the period’s end',
      person: aLeader({ ending: { on: '2026-12-03', how: 'closed', outcomes: [] } }),
      now: at('2026-12-03 10:00'),
    },
  ];
  it.each(cannot)('are refused $says', ({ person, now: moment }) => {
    expect(change(person, { manager: 'U4' }, moment)).toEqual({ refusal: 'no-agreement' });
  });
});

describe('a partner', () => {
  const other = aPartner({ id: 'U4', state: 'invited', seesPoints: true });

  type Case = { says: 'accepted' | 'declined' | 'left'; from: PartnerState; seesPoints: boolean };
  it.each<Case>([
    { says: 'accepted', from: 'invited', seesPoints: true },
    { says: 'declined', from: 'invited', seesPoints: false },
    { says: 'declined', from: 'accepted', seesPoints: false },
    { says: 'left', from: 'accepted', seesPoints: false },
  ])('who is $from says $says from today, and nobody else changes', ({ says, from, seesPoints }) => {
    const before = aPartner({ state: from, seesPoints: true, talkedOn: '2026-09-05' });
    const owner = aLeader({ partners: [other, before] });
    expect(partnerSays(owner, 'U2', says, today)).toEqual({
      ...owner,
      agreement: {
        ...owner.agreement,
        partners: [other, { ...before, state: says, since: today, seesPoints }],
      },
    });
  });

  it('who accepts sees no more than the leader lets them', () => {
    const owner = aLeader({ partners: [aPartner({ state: 'invited', seesPoints: false })] });
    expect(done(partnerSays(owner, 'U2', 'accepted', today)).agreement?.partners?.[0]?.seesPoints).toBe(
      false,
    );
  });

  it.each(['accepted', 'declined', 'left'] as const)('who says %s twice, says it once', (state) => {
    const once = done(
      partnerSays(aLeader({ partners: [aPartner({ state: 'invited' })] }), 'U2', state, today),
    );
    expect(partnerSays(once, 'U2', state, '2026-09-11')).toBe(once);
  });

  it('who has talked with the leader is known to have, from that day, and nobody else', () => {
    const owner = aLeader({ partners: [other, aPartner({ talkedOn: '2026-09-05' }), eva] });
    const after = done(talked(owner, 'U2', today));
    expect(after).toEqual({
      ...owner,
      agreement: { ...owner.agreement, partners: [other, aPartner({ talkedOn: today }), eva] },
    });
    expect(talked(after, 'U2', today)).toBe(after);
    expect(done(talked(after, 'V3', today)).agreement?.partners?.[2]).toEqual({ ...eva, talkedOn: today });
  });

  it.each([
    { says: 'whom nobody named', owner: aLeader({ partners: [other] }) },
    { says: 'of an agreement without partners', owner: aLeader() },
    { says: 'of somebody without an agreement', owner: aPerson() },
  ])('$says can say nothing', ({ owner }) => {
    expect(partnerSays(owner, 'U2', 'accepted', today)).toEqual({ refusal: 'not-yours' });
    expect(talked(owner, 'U2', today)).toEqual({ refusal: 'not-yours' });
  });
});

describe('a manager is looked for', () => {
  const manager = { id: 'U3', seesPoints: false };

  it.each([
    {
      says: 'a week after the agreement began',
      person: aLeader({ manager, ...from('2026-09-03') }),
      who: 'U3',
    },
    { says: 'not before', person: aLeader({ manager, ...from('2026-09-04') }), who: undefined },
    {
      says: 'not a week after they were seen',
      person: aLeader({ manager: { ...manager, seenOn: '2026-09-04' }, ...from('2026-06-01') }),
      who: undefined,
    },
    {
      says: 'again after that week',
      person: aLeader({ manager: { ...manager, seenOn: '2026-09-03' }, ...from('2026-06-01') }),
      who: 'U3',
    },
    {
      says: 'no more once they are gone',
      person: aLeader({ manager: { ...manager, gone: true }, ...from('2026-06-01') }),
      who: undefined,
    },
    { says: 'where there is one', person: aLeader(from('2026-06-01')), who: undefined },
    { says: 'where there is an agreement', person: aPerson(), who: undefined },
  ])('$says', ({ person, who }) => {
    expect(managerToLookFor(person, today)).toBe(who);
  });

  it('and, seen, not again that week', () => {
    const person = managerSeen(aLeader({ manager, ...from('2026-06-01') }), today);
    expect(managerToLookFor(person, today)).toBeUndefined();
    expect(person.agreement?.manager).toEqual({ ...manager, seenOn: today });
  });
});

function from(starts: string) {
  return { period: { starts, ends: '2026-12-01' } };
}
