import { describe, expect, it } from 'vitest';
import {
  type Act,
  acts,
  allows,
  may,
  type Role,
  standing,
  type Thing,
  type ThingState,
} from '../../shared/domain/access.ts';
import type { PersonId } from '../../shared/domain/person.ts';
import { aCheckIn, aLeader, anAsk, aPartner, aPerson, aRequest, tenant, user } from './people.ts';

/** The columns of the table below, in its order. Without a place here a state doesn't compile. */
const states = Object.keys({
  waiting: 'of an ask',
  answered: 'of an ask',
  closed: 'of an ask',
  invited: 'of a partnership',
  accepted: 'of a partnership',
  declined: 'of a partnership',
  left: 'of a partnership',
  gone: 'of a partnership',
  shared: 'of points and wins',
  private: 'of points and wins',
  open: 'of a request for sparring',
  none: 'of what is not there',
} satisfies Record<ThingState, string>) as ThingState[];

/** A cell for each state, spaces aside: `y` lets, `-` refuses. */
const always = 'yyy yyyyy yy y y';
const never = '--- ----- -- - -';
const nobodyElse = { recipient: never, partner: never, asked: never, stranger: never };

/** Every cell of the table, decided: an act, a role or a state that is added does not compile, or fails, until it is too. */
const granted: Record<Act, Record<Role, string>> = {
  'see-agreement': { leader: always, ...nobodyElse },
  'make-agreement': { leader: always, ...nobodyElse },
  'take-assessment': { leader: always, ...nobodyElse },
  'change-agreement': { leader: always, ...nobodyElse },
  'answer-follow-up': { leader: always, ...nobodyElse },
  pause: { leader: always, ...nobodyElse },
  'change-settings': { leader: always, ...nobodyElse },
  'move-prompt': { leader: always, ...nobodyElse },
  'name-people': { leader: always, ...nobodyElse },
  'make-ask': { leader: always, ...nobodyElse },
  'ask-for-sparring': { leader: always, ...nobodyElse },
  'withdraw-ask': { leader: 'yyy ----- -- - -', ...nobodyElse },
  'see-ask': { leader: always, ...nobodyElse, recipient: 'yy- ----- -- - -' },
  'answer-ask': { leader: never, ...nobodyElse, recipient: 'yy- ----- -- - -' },
  'say-happened': { leader: '-y- ----- -- - -', ...nobodyElse, recipient: '-y- ----- -- - -' },
  'see-points': {
    leader: always,
    recipient: '--- ----- y- - -',
    partner: '--- ----- y- - -',
    asked: never,
    stranger: never,
  },
  'see-win': {
    leader: always,
    recipient: '--- ----- y- - -',
    partner: '--- ----- y- - -',
    asked: never,
    stranger: never,
  },
  'see-invitation': { leader: never, ...nobodyElse, partner: '--- yy--- -- - -' },
  'answer-invitation': { leader: never, ...nobodyElse, partner: '--- yyy-- -- - -' },
  'see-partnership': { leader: never, ...nobodyElse, partner: '--- -y--- -- - -' },
  'leave-partnership': { leader: never, ...nobodyElse, partner: '--- -y-y- -- - -' },
  'say-talked': { leader: '--- -y--- -- - -', ...nobodyElse, partner: '--- -y--- -- - -' },
  'answer-sparring': { leader: never, ...nobodyElse, asked: '--- ----- -- y -' },
  'fetch-my-data': { leader: always, ...nobodyElse },
  'delete-my-data': { leader: always, ...nobodyElse },
};

function isGranted(role: Role, act: Act, state: ThingState): boolean {
  return granted[act][role].replaceAll(' ', '')[states.indexOf(state)] === 'y';
}

describe('the table', () => {
  it('has every act, and every cell of it', () => {
    expect(Object.keys(granted).sort()).toEqual([...acts].sort());
    for (const row of Object.values(granted).flatMap((roles) => Object.values(roles)))
      expect(row.replaceAll(' ', '')).toMatch(new RegExp(`^[y-]{${states.length}}$`));
  });

  const rows = acts.flatMap((act) => (Object.keys(granted[act]) as Role[]).map((role) => ({ act, role })));
  it.each(rows)('lets the $role $act in the states that are decided, and in no other', ({ act, role }) => {
    expect(states.filter((state) => may(role, act, state))).toEqual(
      states.filter((state) => isGranted(role, act, state)),
    );
  });

  it.each(acts)('takes %s of nothing in particular as of what is not there', (act) => {
    for (const role of Object.keys(granted[act]) as Role[])
      expect(may(role, act)).toBe(isGranted(role, act, 'none'));
  });
});

/** Somebody with a person in every place around them. */
const owner = aLeader(
  {
    manager: { id: 'manager', seesPoints: true },
    partners: [
      aPartner({ id: 'invited', state: 'invited', seesPoints: true }),
      aPartner({ id: 'accepted', state: 'accepted', seesPoints: true }),
      aPartner({ id: 'accepted, shown nothing', state: 'accepted', seesPoints: false }),
      aPartner({ id: 'declined', state: 'declined', seesPoints: true }),
      aPartner({ id: 'left', state: 'left', seesPoints: true }),
      aPartner({ id: 'gone', state: 'gone', seesPoints: true }),
      aPartner({ id: 'outside', name: 'Eva', state: 'accepted', seesPoints: true }),
    ],
    asks: [
      anAsk({ id: 'waiting', to: 'recipient' }),
      anAsk({ id: 'answered', to: 'manager', answer: { reply: 'yes', form: 'V3' } }),
      anAsk({ id: 'withdrawn', to: 'former recipient', closed: 'withdrawn' }),
      anAsk({ id: 'of who is gone', to: 'gone', closed: 'gone' }),
    ],
    checkIns: [
      aCheckIn({ week: '2026-09-07', win: 'Two free mornings', winSeenBy: everybody() }),
      aCheckIn({ week: '2026-09-14', win: 'A walk' }),
      aCheckIn({ week: '2026-09-21', winSeenBy: everybody() }),
    ],
  },
  {
    sparring: [
      aRequest({ id: 'open', to: 'asked' }),
      aRequest({ id: 'said', to: 'asked', answer: { reply: 'yes' } }),
      aRequest({ id: 'taken back', to: 'asked', closed: 'withdrawn' }),
    ],
  },
);

function everybody(): string[] {
  return [
    ...['manager', 'recipient', 'former recipient', 'asked', 'colleague'],
    ...['invited', 'accepted', 'accepted, shown nothing', 'declined', 'left', 'gone', 'outside'],
  ];
}

/** The week whose small win everybody was shown; the others’ was kept, or taken out. */
const shown = '2026-09-07';

/** Ids that nothing has. */
const absent = ['nothing', '', 'constructor', '__proto__', 'toString', 'length', 'hasOwnProperty'];

/** Every kind of thing in every state that it can have; a kind that is added does not compile until it is here. */
const ids: Record<Thing['kind'], string[]> = {
  own: [''],
  ask: ['waiting', 'answered', 'withdrawn', 'of who is gone', ...absent],
  partnership: [''],
  points: [''],
  win: [shown, '2026-09-14', '2026-09-21', 'V9', ...absent],
  sparring: ['open', 'said', 'taken back', ...absent],
};
const kinds = Object.keys(ids) as Thing['kind'][];
const things = kinds.flatMap((kind) =>
  ids[kind].map((id) => ({ name: `${kind} ${id}`.trim(), thing: { kind, id } as Thing })),
);

type Standings = { [thing: string]: `${Role} ${ThingState}` };

/** What each is to each thing; to all that is not named here, a stranger. */
const places: Record<string, Standings> = {
  manager: {
    'ask answered': 'recipient answered',
    points: 'recipient shared',
    [`win ${shown}`]: 'recipient shared',
  },
  recipient: {
    'ask waiting': 'recipient waiting',
    points: 'recipient private',
  },
  'former recipient': { 'ask withdrawn': 'recipient closed' },
  invited: { partnership: 'partner invited' },
  accepted: { partnership: 'partner accepted', points: 'partner shared', [`win ${shown}`]: 'partner shared' },
  'accepted, shown nothing': {
    partnership: 'partner accepted',
    points: 'partner private',
    [`win ${shown}`]: 'partner shared',
  },
  declined: { partnership: 'partner declined' },
  left: { partnership: 'partner left' },
  gone: { partnership: 'partner gone', 'ask of who is gone': 'recipient closed' },
  asked: { 'sparring open': 'asked open', 'sparring said': 'asked open' },
  colleague: {},
  outside: {},
};

const as = (viewer: string): PersonId => ({ tenant, user: viewer });
const mayDo = (viewer: PersonId, of: typeof owner, thing: Thing) =>
  acts.filter((act) => allows(viewer, of, act, thing));

describe('to somebody with a person in every place around them', () => {
  const cells = [...everybody()].flatMap((viewer) =>
    things.map(({ name, thing }) => ({ viewer, name, thing, expected: places[viewer]?.[name] })),
  );

  it.each(cells)('$viewer is, of “$name”, $expected', ({ viewer, thing, expected }) => {
    const { role, state } = standing(as(viewer), owner, thing);
    if (expected === undefined) expect(role).toBe('stranger');
    else expect(`${role} ${state}`).toBe(expected);
    expect(mayDo(as(viewer), owner, thing)).toEqual(acts.filter((act) => isGranted(role, act, state)));
  });

  it('everybody has a place, and no place is of nothing', () => {
    expect(Object.keys(places).sort()).toEqual(everybody().sort());
    const names = things.map(({ name }) => name);
    for (const place of Object.values(places))
      expect(names).toEqual(expect.arrayContaining(Object.keys(place)));
  });

  it('every role, and every state, is met', () => {
    const met = [user, ...everybody()].flatMap((viewer) =>
      things.map(({ thing }) => standing(as(viewer), owner, thing)),
    );
    expect(new Set(met.map(({ state }) => state))).toEqual(new Set(states));
    expect(new Set(met.map(({ role }) => role))).toEqual(new Set(Object.keys(granted['see-ask'])));
  });

  it('nobody but they themself see the agreement or change anything of their own', () => {
    for (const viewer of everybody()) expect(mayDo(as(viewer), owner, { kind: 'own' })).toEqual([]);
  });
});

describe('the leader themself', () => {
  const leaders: Standings = {
    'ask waiting': 'leader waiting',
    'ask answered': 'leader answered',
    'ask withdrawn': 'leader closed',
    'ask of who is gone': 'leader closed',
    partnership: 'leader accepted',
  };

  it.each(things)('is the leader of “$name”', ({ name, thing }) => {
    const { role, state } = standing(as(user), owner, thing);
    expect(`${role} ${state}`).toBe(leaders[name] ?? 'leader none');
    expect(mayDo(as(user), owner, thing)).toEqual(acts.filter((act) => isGranted('leader', act, state)));
  });

  it.each([
    { says: 'with nothing at all', owner: aPerson() },
    {
      says: 'when their agreement is over',
      owner: aLeader({ ending: { on: '2026-09-09', how: 'stopped', outcomes: [] } }),
    },
    { says: 'when Slack said that they are gone', owner: aLeader({}, { gone: true }) },
  ])('is the leader $says', ({ owner: person }) => {
    expect(standing(as(user), person, { kind: 'own' })).toEqual({ role: 'leader', state: 'none' });
    expect(allows(as(user), person, 'see-agreement')).toBe(true);
  });
});

describe('a stranger to everything', () => {
  const elsewhere = ['T2', 'constructor', '', `${tenant}U`].flatMap((other) =>
    [user, ...everybody()].map((viewer) => ({ tenant: other, user: viewer })),
  );

  it.each(things)('is whoever has the same id in another workspace, of “$name”', ({ thing }) => {
    for (const viewer of elsewhere) {
      expect(standing(viewer, owner, thing)).toEqual({ role: 'stranger', state: 'none' });
      expect(mayDo(viewer, owner, thing)).toEqual([]);
    }
  });

  it('is an id that only joins alike', () => {
    const viewer = { tenant: `${tenant}${user[0]}`, user: user.slice(1) };
    for (const { thing } of things) expect(mayDo(viewer, owner, thing)).toEqual([]);
  });

  it.each(absent)('is an id that nobody has, “%s”', (viewer) => {
    for (const { thing } of things) expect(mayDo(as(viewer), owner, thing)).toEqual([]);
  });

  it.each(things)('is everybody once the leader is gone, of “$name”', ({ thing }) => {
    for (const viewer of everybody())
      expect(standing(as(viewer), { ...owner, gone: true }, thing)).toEqual({
        role: 'stranger',
        state: 'none',
      });
  });

  it.each(['closed', 'stopped'] as const)(
    'is everybody once the agreement is %s, but for a request for sparring',
    (how) => {
      const ending = { on: '2026-09-09', how, outcomes: [] };
      const ended = { ...owner, agreement: { ...owner.agreement!, ending } };
      for (const viewer of everybody())
        for (const { thing } of things)
          expect(mayDo(as(viewer), ended, thing)).toEqual(
            thing.kind === 'sparring' ? mayDo(as(viewer), owner, thing) : [],
          );
      expect(mayDo(as('asked'), ended, { kind: 'sparring', id: 'open' })).toEqual(['answer-sparring']);
    },
  );

  it('is everybody to an agreement that a newer one followed', () => {
    const renewed = aLeader({ id: 'A2' }, { past: [owner.agreement!] });
    for (const viewer of everybody())
      for (const { thing } of things) expect(mayDo(as(viewer), renewed, thing)).toEqual([]);
  });
});

describe('the points', () => {
  const manager = { id: 'manager', seesPoints: true };
  const answered = anAsk({ to: 'manager', answer: { reply: 'yes', form: 'V3' } });
  const accepted = { id: 'partner', state: 'accepted' } as const;
  const gone = { id: 'partner', state: 'gone' } as const;

  type Case = { says: string; viewer: string; of: Parameters<typeof aLeader>[0]; sees: boolean };
  const cases: Case[] = [
    { says: 'a manager without an ask does not see', viewer: 'manager', of: { manager }, sees: false },
    {
      says: 'a manager who is asked sees, if the leader lets them',
      viewer: 'manager',
      of: { manager, asks: [anAsk({ to: 'manager' })] },
      sees: true,
    },
    {
      says: 'a manager who is asked does not see, if the leader does not let them',
      viewer: 'manager',
      of: { manager: { ...manager, seesPoints: false }, asks: [anAsk({ to: 'manager' })] },
      sees: false,
    },
    {
      says: 'a manager whose one ask was withdrawn does not see',
      viewer: 'manager',
      of: { manager, asks: [anAsk({ to: 'manager', closed: 'withdrawn' })] },
      sees: false,
    },
    {
      says: 'a manager who is no longer there does not see, though they answered once',
      viewer: 'manager',
      of: { manager: { ...manager, gone: true }, asks: [answered] },
      sees: false,
    },
    {
      says: 'a manager who is asked, and had said no to being the partner, sees',
      viewer: 'manager',
      of: {
        manager,
        partners: [aPartner({ id: 'manager', state: 'declined' })],
        asks: [anAsk({ to: 'manager' })],
      },
      sees: true,
    },
    {
      says: 'somebody else who is asked does not see',
      viewer: 'colleague',
      of: { manager, asks: [anAsk({ to: 'colleague' })] },
      sees: false,
    },
    {
      says: 'a partner sees, if the leader lets them',
      viewer: 'partner',
      of: { partners: [aPartner({ ...accepted, seesPoints: true })] },
      sees: true,
    },
    {
      says: 'a partner does not see, if the leader does not let them',
      viewer: 'partner',
      of: { partners: [aPartner({ ...accepted, seesPoints: false })] },
      sees: false,
    },
    {
      says: 'a partner who is gone does not see, though they were asked something once',
      viewer: 'partner',
      of: { partners: [aPartner({ ...gone, seesPoints: true })], asks: [{ ...answered, to: 'partner' }] },
      sees: false,
    },
  ];
  it.each(cases)('$says', ({ viewer, of, sees }) => {
    expect(allows(as(viewer), aLeader(of), 'see-points', { kind: 'points' })).toBe(sees);
  });
});

describe('a small win', () => {
  const withWin = { checkIns: [aCheckIn({ week: shown, win: 'A walk', winSeenBy: ['U2'] })] };
  const win = { kind: 'win', id: shown } as const;

  type Case = { says: string; of: Parameters<typeof aLeader>[0]; sees: boolean };
  const cases: Case[] = [
    {
      says: 'a manager sees it, also without an ask',
      of: { manager: { id: 'U2', seesPoints: false } },
      sees: true,
    },
    { says: 'a partner sees it', of: { partners: [aPartner({ id: 'U2' })] }, sees: true },
    {
      says: 'a recipient of an ask who is not with the leader any more does not see it',
      of: { asks: [anAsk({ to: 'U2' })] },
      sees: false,
    },
    {
      says: 'a recipient of an ask who is the manager sees it',
      of: { asks: [anAsk({ to: 'U2' })], manager: { id: 'U2', seesPoints: false } },
      sees: true,
    },
    {
      says: 'a recipient of an ask who left as a partner sees it no more',
      of: { asks: [anAsk({ to: 'U2' })], partners: [aPartner({ id: 'U2', state: 'left' })] },
      sees: false,
    },
    ...(['invited', 'declined', 'gone'] as const).map((state) => ({
      says: `a partner who is ${state} does not see it`,
      of: { partners: [aPartner({ id: 'U2', state })] },
      sees: false,
    })),
    {
      says: 'a manager who had said no to being the partner sees it',
      of: {
        manager: { id: 'U2', seesPoints: false },
        partners: [aPartner({ id: 'U2', state: 'declined' })],
      },
      sees: true,
    },
    {
      says: 'a manager who is gone sees it no more',
      of: { manager: { id: 'U2', seesPoints: true, gone: true } },
      sees: false,
    },
    {
      says: 'a partner who left sees it no more',
      of: { partners: [aPartner({ id: 'U2', state: 'left' })] },
      sees: false,
    },
    {
      says: 'a manager who gave way to another sees it no more',
      of: { manager: { id: 'U3', seesPoints: true } },
      sees: false,
    },
  ];
  it.each(cases)('$says', ({ of, sees }) => {
    expect(allows(as('U2'), aLeader({ ...withWin, ...of }), 'see-win', win)).toBe(sees);
  });

  it('shown to others is not shown to these', () => {
    const person = aLeader({
      ...withWin,
      partners: [aPartner({ id: 'U3' })],
      manager: { id: 'U4', seesPoints: true },
    });
    for (const viewer of ['U3', 'U4']) expect(allows(as(viewer), person, 'see-win', win)).toBe(false);
  });
});
