import { isOpen, type LeaderAgreement } from './agreement.ts';
import { isExternal, isWith, mostPartners, type Partner } from './partner.ts';
import type { Person } from './person.ts';
import { type Refusal, refuse } from './refusal.ts';
import { sameIn } from './same.ts';
import { addDays, type Instant, localDate, type PlainDate } from './time.ts';

/** Those with the leader now, or asked to be. */
export function partnersWith(agreement: LeaderAgreement | undefined): Partner[] {
  if (!isOpen(agreement)) return [];
  return (agreement.partners ?? []).filter(isWith);
}

/** Those inside Slack who said yes. */
export function sparringPartners(agreement: LeaderAgreement): Partner[] {
  return partnersWith(agreement).filter((partner) => partner.state === 'accepted' && !isExternal(partner));
}

export type PeopleInput = {
  manager?: string | undefined;
  /** Users. */
  partners: string[];
  /** The names of those outside Slack. */
  external?: string[] | undefined;
  /** Users who may see the two points. */
  seePoints: string[];
  /** The submission. */
  view: string;
};

/** Why those people can't be named together; the leader is never one of them. */
export function refusalOfPeople(
  self: string,
  { manager, partners, external = [] }: PeopleInput,
): Refusal | undefined {
  if (manager === self || partners.includes(self)) return refuse('named-self');
  if (manager !== undefined && partners.includes(manager)) return refuse('named-twice');
  return partners.length + external.length > mostPartners ? refuse('too-many-partners') : undefined;
}

/** The people of an agreement as the form has them. Who stays keeps their answer; who is new is invited. */
export function peopleFrom(
  before: Pick<LeaderAgreement, 'manager' | 'partners'> | undefined,
  input: PeopleInput,
  today: PlainDate,
): Pick<LeaderAgreement, 'manager' | 'partners'> {
  const sees = (id: string) => input.seePoints.includes(id);
  const { view } = input;
  const all = before?.partners ?? [];
  const partners = input.partners.map((id): Partner => {
    const old = all.find((partner) => partner.id === id && isWith(partner));
    return { ...(old ?? { id, state: 'invited', invitation: view, since: today }), seesPoints: sees(id) };
  });
  const outside = (input.external ?? []).map((name, index): Partner => {
    const old = all.find((partner) => partner.name === name);
    return old ?? { id: `${view}.${index}`, name, state: 'accepted', since: today, seesPoints: false };
  });
  // Who said no or left stays in sight, until they are asked again.
  const former = all.filter((partner) => !isWith(partner) && !input.partners.includes(partner.id));
  return {
    manager: input.manager === undefined ? undefined : { id: input.manager, seesPoints: sees(input.manager) },
    partners: [...former.slice(-mostPartners), ...partners, ...outside],
  };
}

/** The manager, and partners inside Slack who are or were asked to be with the leader. */
export function namedIn({ manager, partners = [] }: LeaderAgreement): string[] {
  const inside = partners.filter((partner) => !isExternal(partner) && isWith(partner));
  return [...(manager ? [manager.id] : []), ...inside.map(({ id }) => id)];
}

const lookForManagerDays = 7;

/**
 * The manager about whom Slack is to be asked: one who was asked something tells of their leaving by themself, but an
 * agreement without an ask is invisible to them (PRODUCT.md), and so are they to it.
 */
export function managerToLookFor({ agreement }: Person, today: PlainDate): string | undefined {
  if (!isOpen(agreement) || agreement.manager === undefined) return undefined;
  const { id, gone, seenOn = agreement.period.starts } = agreement.manager;
  return gone || today < addDays(seenOn, lookForManagerDays) ? undefined : id;
}

export function managerSeen(person: Person, on: PlainDate): Person {
  const { agreement } = person;
  if (agreement?.manager === undefined) return person;
  return { ...person, agreement: { ...agreement, manager: { ...agreement.manager, seenOn: on } } };
}

/** Other people, or the same with another view of the points. Who is no longer named loses what they could see. */
export function changePeople(
  person: Person,
  { agreement: id, ...input }: PeopleInput & { agreement: string },
  now: Instant,
): Person | Refusal {
  // Until it is closed or stopped, also after its period: so long others may see what was shared with them.
  const { agreement } = person;
  if (!isOpen(agreement) || agreement.id !== id) return refuse('no-agreement');
  const refused = refusalOfPeople(person.user, input);
  if (refused !== undefined) return refused;
  const today = localDate(now, person.profile.zone);
  const people = peopleFrom(agreement, input, today);
  // Who was named and is no longer: what they were asked is theirs no longer. Everybody else was asked as who they are.
  const named = [input.manager, ...input.partners];
  const former = namedIn(agreement).filter((user) => !named.includes(user));
  const asks = agreement.asks?.map((ask) =>
    former.includes(ask.to) && ask.closed === undefined ? { ...ask, closed: 'withdrawn' as const } : ask,
  );
  const changed = { ...agreement, ...people, ...(asks ? { asks } : {}) };
  // The same submission twice changes nothing.
  if (sameIn<LeaderAgreement>(agreement, changed, ['manager', 'partners', 'asks'])) return person;
  return { ...person, agreement: changed };
}

/**
 * What a partner says of themself, in the leader's aggregate: yes, no, or no longer. No reason is asked for; and who said no
 * or left waits to be asked again.
 */
export function partnerSays(
  owner: Person,
  id: string,
  state: 'accepted' | 'declined' | 'left',
  today: PlainDate,
): Person | Refusal {
  const said = owner.agreement?.partners?.find((partner) => partner.id === id)?.state;
  if (said !== state && said !== 'invited' && said !== 'accepted') return refuse('not-yours');
  return changePartner(owner, id, (partner) =>
    partner.state === state
      ? partner
      : { ...partner, state, since: today, seesPoints: partner.seesPoints && state === 'accepted' },
  );
}

/** "We have talked": by the partner, or for somebody outside by the leader. */
export function talked(owner: Person, id: string, today: PlainDate): Person | Refusal {
  return changePartner(owner, id, (partner) =>
    partner.talkedOn === today ? partner : { ...partner, talkedOn: today },
  );
}

function changePartner(owner: Person, id: string, change: (partner: Partner) => Partner): Person | Refusal {
  const { agreement } = owner;
  const partner = agreement?.partners?.find((candidate) => candidate.id === id);
  if (agreement === undefined || partner === undefined) return refuse('not-yours');
  const changed = change(partner);
  if (changed === partner) return owner;
  const partners = agreement.partners?.map((candidate) => (candidate === partner ? changed : candidate));
  return { ...owner, agreement: { ...agreement, partners } };
}
