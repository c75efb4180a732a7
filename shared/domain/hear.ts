import { isOpen } from './agreement.ts';
import { askState } from './ask.ts';
import { findAsk, withAsk } from './asking.ts';
import type { Link, ToldLink as Told } from './link.ts';
import { askIn, print, type Telling } from './links.ts';
import type { Person } from './person.ts';
import { sameIn } from './same.ts';
import { type Instant, localDate, type PlainDate } from './time.ts';

/** The person who was told. Told again, or too late, they are the very same. */
export function hear(person: Person, telling: Telling, now: Instant): Person {
  switch (telling.kind) {
    case 'link':
      return hearLink(person, telling.link, telling.version, localDate(now, person.profile.zone));
    case 'delivered':
      return hearDelivered(person, telling);
    case 'gone': {
      const left = hearGone(person, telling.who);
      return sameIn(person, left, ['agreement', 'sparring']) ? person : left;
    }
  }
}

function hearLink(person: Person, told: Told, version: number, heardOn: PlainDate): Person {
  const links = person.links ?? [];
  const before = links.find(({ owner }) => owner === told.owner);
  // The same is written too where it is newer: what comes late is then known to be older.
  const isKnown = before?.version === version && print(told) === print(toldOf(before));
  if (before && (before.version > version || isKnown)) return person;
  const ids = told.asks.map(({ id }) => id);
  // What is empty stays a while, so that what comes late finds something newer (retention.ts).
  const reports = (before?.reported ?? []).filter((key) => ids.includes(askIn(key)));
  const link: Link = { ...told, version, heardOn, reported: reports };
  const heard = before ? links.map((old) => (old === before ? link : old)) : [...links, link];
  return { ...person, links: heard };
}

const toldOf = ({ owner, asks, partner, sparring, wins }: Link): Told => ({
  owner,
  asks,
  partner,
  sparring,
  wins,
});

function hearDelivered(
  person: Person,
  { ask: id, by, on, overdueFrom }: Telling & { kind: 'delivered' },
): Person {
  const ask = findAsk(person, id);
  if (ask === undefined || ask.to !== by || ask.delivered?.overdueFrom === overdueFrom) return person;
  return withAsk(person, id, (found) => ({ ...found, delivered: { on, overdueFrom } }));
}

/** Somebody named left: what they were asked is closed, and their places are free. */
function hearGone(person: Person, who: string): Person {
  const { agreement, sparring } = person;
  const requests = sparring?.map((request) =>
    request.to === who && request.answer === undefined && !request.closed
      ? { ...request, closed: 'gone' as const }
      : request,
  );
  const left: Person = requests === undefined ? person : { ...person, sparring: requests };
  if (!isOpen(agreement)) return left;
  const { manager, partners, asks } = agreement;
  return {
    ...left,
    agreement: {
      ...agreement,
      ...(manager?.id === who ? { manager: { ...manager, gone: true } } : {}),
      ...(partners
        ? {
            partners: partners.map((partner) =>
              partner.id === who ? { ...partner, state: 'gone' as const } : partner,
            ),
          }
        : {}),
      ...(asks
        ? {
            asks: asks.map((ask) =>
              ask.to === who && askState(ask) === 'waiting' ? { ...ask, closed: 'gone' as const } : ask,
            ),
          }
        : {}),
    },
  };
}
