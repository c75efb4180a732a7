import { isOpen, type LeaderAgreement } from './agreement.ts';
import { findAsk, liveAsks } from './asking.ts';
import { groupNeeds } from './group-link.ts';
import { type Item, isOfGroup, keyOf } from './item.ts';
import { remindWorkdays } from './links.ts';
import { isExternal } from './partner.ts';
import { partnersWith } from './people.ts';
import { calendarOf, type Person } from './person.ts';
import { workdayAfter } from './slots.ts';
import { findRequest } from './sparring.ts';
import { addDays, addWeeks, type Instant, type PlainDate } from './time.ts';
import { toldOn } from './told.ts';

/** What a named person's act caused and this person has not heard of yet. */
export function newsFor(person: Person): Item[] {
  if (person.gone) return [];
  return [...newsOfOthers(person), ...newsOfGroups(person), ...newsOfOwn(person)].filter(
    (item) => toldOn(person, keyOf(item)) === undefined,
  );
}

function newsOfOthers({ links = [] }: Person): Item[] {
  return links.flatMap(({ owner, asks, partner, sparring, wins }) => [
    ...asks.filter(({ reply }) => reply === undefined).map(({ id }): Item => ({ kind: 'ask', owner, id })),
    ...(partner?.state === 'invited'
      ? [{ kind: 'invitation' as const, owner, id: partner.invitation ?? partner.since }]
      : []),
    ...sparring.map((id): Item => ({ kind: 'sparring', owner, id })),
    ...wins.map((id): Item => ({ kind: 'win', owner, id })),
  ]);
}

/** What a group needs of its leader, and what somebody wrote down for this person. */
function newsOfGroups({ groups = [] }: Person): Item[] {
  return groups.flatMap(({ channel: owner, commitments, needs }) => [
    ...commitments.flatMap(({ id, given }): Item[] => (given ? [{ kind: 'commitment', owner, id }] : [])),
    ...needs.flatMap((need): Item[] => {
      const kind = groupNeeds.find((known) => need.startsWith(`${known}/`));
      return kind ? [{ kind, owner, id: need.slice(kind.length + 1) }] : [];
    }),
  ]);
}

function newsOfOwn(person: Person): Item[] {
  const { user: owner, agreement, sparring = [] } = person;
  const { partners = [], asks = [] }: Partial<LeaderAgreement> = isOpen(agreement) ? agreement : {};
  return [
    ...asks.flatMap(({ id, answer, closed }): Item[] =>
      answer && !closed ? [{ kind: 'answered', owner, id: `${id}/${answer.form}` }] : [],
    ),
    ...partners
      .filter((partner) => !isExternal(partner) && ['accepted', 'declined', 'left'].includes(partner.state))
      .map(
        ({ id, state, invitation, since }): Item => ({
          kind: 'partner-said',
          owner,
          id: `${id}/${state}/${invitation ?? since}`,
        }),
      ),
    ...sparring.flatMap(({ id, answer }): Item[] =>
      answer ? [{ kind: 'sparring-said', owner, id: `${id}/${answer.form ?? answer.reply}` }] : [],
    ),
    ...whoLeft(person).map((id): Item => ({ kind: 'gone', owner, id })),
  ];
}

/**
 * `<user>/<what they were>/<its id>`, one for each person: who is named again and leaves again is another. What began before
 * their leaving was told is of that leaving, also when they are no longer the manager or partner it was told of.
 */
function whoLeft(person: Person): string[] {
  const { user: owner, agreement, sparring = [], told = [] } = person;
  const open: Partial<LeaderAgreement> = isOpen(agreement) ? agreement : {};
  const { id: own, manager, partners = [], asks = [] } = open;
  const isGone = ({ closed }: { closed?: string | undefined }) => closed === 'gone';
  const left = [
    ...(manager?.gone ? [{ user: manager.id, as: `manager/${own}`, began: undefined }] : []),
    ...partners
      .filter(({ state }) => state === 'gone')
      .map(({ id, invitation, since }) => ({ user: id, as: `partner/${invitation ?? since}`, began: since })),
    ...asks.filter(isGone).map(({ to, id, madeOn }) => ({ user: to, as: `ask/${id}`, began: madeOn })),
    ...sparring
      .filter(isGone)
      .map(({ to, id, madeOn }) => ({ user: to, as: `sparring/${id}`, began: madeOn })),
  ];
  const isTold = ({ user, as, began }: (typeof left)[number]) =>
    toldOn(person, keyOf({ kind: 'gone', owner, id: `${user}/${as}` })) !== undefined ||
    (began !== undefined &&
      told.some(
        ({ key, on }) => key.startsWith(keyOf({ kind: 'gone', owner, id: `${user}/` })) && on >= began,
      ));
  const untold = left.filter((one) => !isTold(one));
  return untold
    .filter((one, index) => untold.findIndex(({ user }) => user === one.user) === index)
    .map(({ user, as }) => `${user}/${as}`);
}

/** `until`: after that it has no meaning any more. */
export type DueItem = { item: Item; from: PlainDate; until?: Instant };

/** What the calendar brings beside the follow-up, and the day from which it is due. It comes in the first slot from then. */
export function itemsDue(person: Person): DueItem[] {
  if (person.gone) return [];
  return [...dueAsOther(person), ...dueAsMember(person), ...dueAsOwner(person)];
}

function dueAsOther(person: Person): DueItem[] {
  const { links = [] } = person;
  return links.flatMap(({ owner, asks, partner }) => [
    ...asks.flatMap(({ id, reply, date, said }) => {
      if (reply !== undefined)
        return said ? [] : once(person, { kind: 'ask-date', owner, id: `${id}/${date}` }, date);
      const deliveredOn = toldOn(person, keyOf({ kind: 'ask', owner, id }));
      const from = deliveredOn && workdayAfter(deliveredOn, remindWorkdays, calendarOf(person));
      return once(person, { kind: 'ask-waits', owner, id }, from);
    }),
    ...(partner?.state === 'accepted'
      ? monthly(person, { kind: 'talk', owner, id: 'partner' }, partner)
      : []),
  ]);
}

/** A round that waits, from the day after everybody read of it in the channel and as long as it is open; and what this person promised, from its day on. */
function dueAsMember(person: Person): DueItem[] {
  const { groups = [] } = person;
  return groups.flatMap(({ channel: owner, round, commitments }) => [
    ...(round
      ? once(person, { kind: 'round-waits', owner, id: round.id }, addDays(round.on, 1)).map((due) => ({
          ...due,
          until: round.until,
        }))
      : []),
    ...commitments.flatMap(({ id, due }) =>
      once(person, { kind: 'commitment-due', owner, id: `${id}#${due}` }, due),
    ),
  ]);
}

function dueAsOwner(person: Person): DueItem[] {
  const { user: owner, agreement } = person;
  return [
    ...liveAsks(agreement).flatMap(({ id, answer, happened, delivered }) => {
      if (answer === undefined)
        return once(person, { kind: 'ask-overdue', owner, id }, delivered?.overdueFrom);
      const item: Item = { kind: 'ask-date', owner, id: `${id}/${answer.date}` };
      return happened?.asker === undefined ? once(person, item, answer.date) : [];
    }),
    ...partnersWith(agreement)
      .filter(isExternal)
      .flatMap((partner) => monthly(person, { kind: 'talk-outside', owner, id: partner.id }, partner)),
  ];
}

function once(person: Person, item: Item, from: PlainDate | undefined): DueItem[] {
  return from === undefined || toldOn(person, keyOf(item)) !== undefined ? [] : [{ item, from }];
}

/** A month, in whole weeks so that it stays with the slot, after the beginning, the last talk and the last nudge. */
function monthly(
  person: Person,
  item: Item,
  { since, talkedOn }: { since: PlainDate; talkedOn?: PlainDate | undefined },
) {
  const last = [since, talkedOn ?? since, toldOn(person, keyOf(item)) ?? since].sort().at(-1) ?? since;
  return [{ item, from: addWeeks(last, 4) }];
}

/** The other person an item is about, by their user's id; undefined for somebody outside Slack, and for a group. */
export function whoOf(person: Person, item: Item): string | undefined {
  const { kind, owner, id } = item;
  if (isOfGroup(item)) return undefined;
  if (owner !== person.user) return owner;
  const [own = ''] = id.split('/');
  switch (kind) {
    case 'answered':
    case 'ask-overdue':
    case 'ask-date':
      return findAsk(person, own)?.to;
    case 'sparring-said':
      return findRequest(person, own)?.to;
    case 'talk-outside':
      return undefined;
    default:
      return own;
  }
}
