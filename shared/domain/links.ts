import { allows } from './access.ts';
import { isOpen } from './agreement.ts';
import type { Ask } from './ask.ts';
import { liveAsks } from './asking.ts';
import type { GroupId } from './group.ts';
import { keyOf } from './item.ts';
import { type Entry, staleIn, untoldIn, withToldOf, withUntold } from './ledger.ts';
import { isEmpty, type LinkedAsk, type ToldLink as Told } from './link.ts';
import { isExternal } from './partner.ts';
import { partnersWith } from './people.ts';
import { calendarOf, type Person, type PersonId } from './person.ts';
import { workdayAfter } from './slots.ts';
import type { PlainDate } from './time.ts';
import { toldOn } from './told.ts';

/** What one person's wake tells another's item. */
export type Telling = { to: PersonId } & (
  | { kind: 'link'; link: Told; version: number }
  | { kind: 'delivered'; ask: string; by: string; on: PlainDate; overdueFrom: PlainDate }
  | { kind: 'gone'; who: string }
);
/** And a group's: somebody in it is gone. */
export type LeavingTelling = { kind: 'left'; to: GroupId; who: string };

/** What somebody should know of the owner now. */
export function linkFor(owner: Person, user: string): Told {
  if (owner.gone) return nothingOf(owner.user);
  const { agreement } = owner;
  const asks = liveAsks(agreement)
    .filter((ask) => ask.to === user)
    .map(linkedAsk);
  const partner = partnersWith(agreement).find((known) => known.id === user && !isExternal(known));
  const wins = (isOpen(agreement) ? agreement.checkIns : [])
    .map(({ week }) => week)
    .filter((id) => allows({ tenant: owner.tenant, user }, owner, 'see-win', { kind: 'win', id }));
  const sparring = (owner.sparring ?? [])
    .filter(({ to, closed, answer }) => to === user && closed === undefined && answer === undefined)
    .map(({ id }) => id);
  const { state, invitation, since, talkedOn } = partner ?? {};
  const linked =
    (state === 'invited' || state === 'accepted') && since
      ? { state, invitation, since, talkedOn }
      : undefined;
  return { owner: owner.user, asks, partner: linked, sparring, wins };
}

function linkedAsk({ id, answer, happened }: Ask): LinkedAsk {
  const said = happened?.recipient === undefined ? {} : { said: true as const };
  return { id, reply: answer?.reply, date: answer?.date, ...said };
}

const nothingOf = (owner: string): Told => ({ owner, asks: [], partner: undefined, sparring: [], wins: [] });

/** A link as it is compared, and as its owner remembers what was told. */
export const print = (link: Told): string => JSON.stringify(link);

/**
 * The person as an act writes them: who is to know something else than they were told last is marked in that very write.
 * A look may tell them and die, and the next act undo it all: the mark stays until a look wrote that it told them.
 */
export function toBeTold(person: Person): Person {
  const marked = untoldIn(person.linked);
  const unmarked = linksToTell(person).flatMap(({ to }) => (marked.includes(to.user) ? [] : [to.user]));
  return unmarked.length === 0 ? person : { ...person, linked: withUntold(person.linked, unmarked) };
}

/** What the person's look has to tell others; and the person once it is told. The same person where there is nothing. */
export function tellings(before: Person): { person: Person; tell: (Telling | LeavingTelling)[] } {
  const person = before.gone ? before : back(before);
  const links = linksToTell(person);
  const reports = reportsToTell(person);
  const leavings = groupsToTell(person);
  if (links.length + reports.length + leavings.length === 0) return { person, tell: [] };
  const told = withToldOf(
    person.linked,
    links.map(({ to: { user }, link }) => entryOf({ user, link })),
  );
  const after = withLeft(reported({ ...person, linked: told }, reports), leavings);
  return { person: after, tell: [...links, ...reports, ...leavings] };
}

/** The person as if those had not been told: they are told again by the next look. */
export function notTold(person: Person, failed: (Telling | LeavingTelling)[]): Person {
  if (failed.length === 0) return person;
  const unheard = failed.flatMap((telling) => (telling.kind === 'left' ? [telling.to.channel] : []));
  const toUsers = failed.flatMap((telling) => (telling.kind === 'link' ? [telling.to.user] : []));
  const unreported = failed.flatMap((telling) =>
    telling.kind === 'link' || telling.kind === 'left' ? [] : [telling],
  );
  const links = person.links?.map((link) => {
    const what = unreported.filter(({ to }) => to.user === link.owner).map(reportKey);
    return { ...link, reported: link.reported.filter((key) => !what.includes(key)) };
  });
  const groups = person.groups?.map((link) =>
    unheard.includes(link.channel) ? { ...link, reported: undefined } : link,
  );
  return {
    ...person,
    ...(links ? { links } : {}),
    ...(groups ? { groups } : {}),
    linked: withUntold(person.linked, toUsers),
  };
}

/** Who is here again may leave again, and that is told again. */
function back(person: Person): Person {
  const { links, groups } = person;
  const wasReported =
    links?.some(({ reported }) => reported.includes('gone')) || groups?.some(({ reported }) => reported);
  if (!wasReported) return person;
  return {
    ...person,
    links: links?.map((link) => ({ ...link, reported: link.reported.filter((what) => what !== 'gone') })),
    groups: groups?.map((link) => ({ ...link, reported: undefined })),
  };
}

/** Who is gone leaves their groups. */
function groupsToTell({ tenant, user, gone, groups = [] }: Person): LeavingTelling[] {
  const untold = groups.filter(({ role, reported }) => gone && role !== undefined && !reported);
  return untold.map(({ channel }) => ({ kind: 'left', to: { tenant, channel }, who: user }));
}

function withLeft(person: Person, leavings: LeavingTelling[]): Person {
  if (leavings.length === 0) return person;
  const channels = leavings.map(({ to }) => to.channel);
  const groups = person.groups?.map((link) =>
    channels.includes(link.channel) ? { ...link, reported: true as const } : link,
  );
  return { ...person, groups };
}

function linksToTell(person: Person): (Telling & { kind: 'link' })[] {
  const { tenant, version } = person;
  const links = everybodyNamed(person).map((user) => ({ user, link: linkFor(person, user) }));
  const stale = staleIn(person.linked, links.map(entryOf));
  return links
    .filter(({ user }) => stale.includes(user))
    .map(({ user, link }) => ({ kind: 'link' as const, to: { tenant, user }, link, version }));
}

const entryOf = ({ user, link }: { user: string; link: Told }): Entry => ({
  user,
  print: print(link),
  isEmpty: isEmpty(link),
});

function everybodyNamed(person: Person): string[] {
  const { agreement, sparring = [], linked: told = [] } = person;
  const named = [
    ...told.map(({ user }) => user),
    ...(agreement?.asks ?? []).map(({ to }) => to),
    ...(agreement?.partners ?? []).filter((partner) => !isExternal(partner)).map(({ id }) => id),
    ...sparring.map(({ to }) => to),
    ...(agreement?.checkIns ?? []).flatMap(({ winSeenBy = [] }) => winSeenBy),
  ];
  return [...new Set(named)];
}

/** Who was written to tells the asker so; who is gone tells everybody. */
type Report = Exclude<Telling, { kind: 'link' }>;

function reportsToTell(person: Person): Report[] {
  const { tenant, user, links = [] } = person;
  return links.flatMap((link): Report[] => {
    const to = { tenant, user: link.owner };
    if (person.gone)
      return isEmpty(link) || link.reported.includes('gone')
        ? []
        : [{ kind: 'gone' as const, to, who: user }];
    return link.asks.flatMap(({ id, reply }) => {
      const on = toldOn(person, keyOf({ kind: 'ask', owner: link.owner, id }));
      if (reply !== undefined || on === undefined) return [];
      // A pause moves it, and is told of so: only the day, never why.
      const overdueFrom = workdayAfter(on, overdueWorkdays, calendarOf(person)) ?? on;
      const report = { kind: 'delivered' as const, to, ask: id, by: user, on, overdueFrom };
      return link.reported.includes(reportKey(report)) ? [] : [report];
    });
  });
}

/** Working days after its delivery: then it is reminded of, and then the asker is told (PRODUCT.md, "Asks"). */
export const remindWorkdays = 3;
export const overdueWorkdays = 5;

function reported(person: Person, reports: Report[]): Person {
  if (reports.length === 0) return person;
  const links = person.links?.map((link) => {
    const mine = reports.filter(({ to }) => to.user === link.owner);
    const asks = mine.flatMap((report) => (report.kind === 'delivered' ? [report.ask] : []));
    const others = link.reported.filter((key) => !asks.includes(askIn(key)));
    return mine.length === 0 ? link : { ...link, reported: [...others, ...mine.map(reportKey)] };
  });
  return { ...person, links };
}

const reportKey = (report: Report) =>
  report.kind === 'gone' ? 'gone' : `${report.ask}/${report.overdueFrom}`;
/** The ask that a report was about. */
export const askIn = (key: string): string => key.split('/')[0] ?? '';
