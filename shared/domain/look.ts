import { nextDue, reminderPlace } from './agenda.ts';
import { mostItems } from './item.ts';
import { newsFor } from './items.ts';
import { leavingAlone, leavingOf } from './leaving.ts';
import { type LeavingTelling, type Telling, tellings } from './links.ts';
import { unansweredInARow } from './pause.ts';
import { calendarOf, type Person } from './person.ts';
import { isGivenUp, itemsIn, type News, type Prompt } from './prompt.ts';
import { forgetExpired, hasHadTheirTime, nextExpiry } from './retention.ts';
import { settle } from './settle.ts';
import { type Place, workingHoursFrom } from './slots.ts';
import { addDays, addSeconds, earliest, type Instant, localDate, type Week } from './time.ts';
import { withTold } from './told.ts';

/**
 * How long a worker has for sending what it claimed; after that another takes it up. An error leaves open whether the
 * message got through, and Slack can't be asked: so tries come ever further apart, and after the last the slot is over.
 */
export const leaseSeconds: readonly number[] = [60, 15 * 60, 60 * 60, 60];

/**
 * What a wake finds: the person as they should be now (the very one it was given, when nothing changes), what others are to
 * be told before that is written, and perhaps a message to send, or a lease to wait for.
 */
export type Look = {
  person: Person;
  tell: (Telling | LeavingTelling)[];
  send?: Sending;
  busyUntil?: Instant;
};
/** `prompt` of a reminder is the one that it reminds of. */
export type Sending =
  | { what: 'prompt' | 'reminder'; prompt: Prompt; news?: undefined }
  | { what: 'news'; news: News; prompt?: undefined };

/** A wake carries no intent: late, twice, early or for nothing, it finds what is due now and when to look again. */
export function look(before: Person, now: Instant): Look {
  // There is nothing to look for: they are on their way out (leaving.ts).
  if (before.leaving) return { person: before, tell: [] };
  const lease = leaseOf(before);
  if (lease !== undefined && now < lease) return { person: before, tell: [], busyUntil: lease };
  const kept = forgetExpired(before, now);
  const over = hasHadTheirTime(kept, now);
  if (over) return { person: (over.alone ? leavingAlone : leavingOf)(kept, now), tell: [] };
  const { person, tell } = tellings(kept);
  const send = promptDue(person, now) ?? reminderDue(person, now) ?? newsDue(person, now);
  if (send === undefined) return { person: waiting(person, now), tell };
  const claimed = claim(person, send);
  // Scheduled as if sent: should the sending fail, the queue brings this very wake back.
  const after = became(claimed, send, 'sent', now);
  return { person: { ...claimed, wakeAt: nextInstant(after, now) }, tell, send };
}

/** Until when another worker may take to send what it claimed: of two the later, for a dead worker left the other. */
function leaseOf({ prompt, news }: Person): Instant | undefined {
  const leases = [
    prompt && isBeingSent(prompt) ? prompt.lease : undefined,
    news?.state === 'sending' ? news.lease : undefined,
  ];
  return leases
    .filter((lease) => lease !== undefined)
    .sort()
    .at(-1);
}

/** The lease of a claim: until the sending is recorded, the person waits for that. */
export function leaseFor(send: Sending): Instant | undefined {
  return send.what === 'news' ? send.news.lease : send.prompt.lease;
}

/** Tried for the last time. */
export function isLastTry(send: Sending): boolean {
  return isGivenUp(send.what === 'news' ? send.news : send.prompt);
}

/** The person after Slack took the message, and so is there. Answered meanwhile, it stays answered. */
export function delivered(
  person: Person,
  sent: Sending,
  message: { channel: string; ts: string },
  now: Instant,
): Person {
  const known = withMessage(here(person), sent, message);
  if (known === undefined) return person;
  if (isClaimed(known, sent)) return waiting(became(known, sent, 'sent', now), now);
  // Its person was quicker, and has read what else was in it.
  const read = sent.what === 'prompt' ? itemsIn(sent.prompt) : [];
  return waiting(withTold(known, read, localDate(now, known.profile.zone)), now);
}

const here = (person: Person): Person => (person.gone ? { ...person, gone: undefined } : person);

function withMessage(
  person: Person,
  sent: Sending,
  message: { channel: string; ts: string },
): Person | undefined {
  const { prompt, news } = person;
  if (sent.what === 'news')
    return news?.on === sent.news.on ? { ...person, news: { ...news, ...message } } : undefined;
  return prompt?.week === sent.prompt.week ? { ...person, prompt: { ...prompt, ...message } } : undefined;
}

/** The person after Slack refused the message for good, so that it isn't tried again. `isGone`: because they are. */
export function undeliverable(person: Person, sent: Sending, now: Instant, isGone = true): Person {
  if (!isClaimed(person, sent)) return person;
  const failed = became(person, sent, 'failed', now);
  const goneSince = person.goneSince ?? localDate(now, person.profile.zone);
  return waiting(isGone ? { ...failed, gone: true, goneSince } : failed, now);
}

function promptDue(person: Person, now: Instant): Sending | undefined {
  const due = nextDue(person, now);
  if (due === undefined || now < due.place.opens) return undefined;
  const { week, parts } = due;
  // Moved by its person, it stays where they put it, and is reminded of once all the same.
  const { movedTo, reminder }: Partial<Prompt> = person.prompt?.week === week ? person.prompt : {};
  const before = isSendingIn(person.prompt, week) ? person.prompt : undefined;
  return {
    what: 'prompt',
    prompt: { week, parts, movedTo, reminder, state: 'sending', ...tryAgain(before, now) },
  };
}

function reminderDue(person: Person, now: Instant): Sending | undefined {
  const { prompt } = person;
  const place = reminderPlace(person);
  if (prompt === undefined || place === undefined || now < place.opens || now >= place.closes)
    return undefined;
  const before = prompt.reminder === 'sending' ? prompt : undefined;
  return { what: 'reminder', prompt: { ...prompt, reminder: 'sending', ...tryAgain(before, now) } };
}

/** All there is to hear of, in one message; a day's second waits for tomorrow. */
function newsDue(person: Person, now: Instant): Sending | undefined {
  const place = newsPlace(person, now);
  if (place === undefined || now < place.opens) return undefined;
  const { news } = person;
  const before = news?.state === 'sending' && news.on === place.date ? news : undefined;
  const claimed: News = {
    on: place.date,
    items: newsFor(person).slice(0, mostItems),
    state: 'sending',
    ...tryAgain(before, now),
  };
  return { what: 'news', news: claimed };
}

function newsPlace(person: Person, now: Instant): Place | undefined {
  if (newsFor(person).length === 0) return undefined;
  const { news, profile } = person;
  const yesterday = addDays(localDate(now, profile.zone), -1);
  const isDone = news !== undefined && (news.state !== 'sending' || isGivenUp(news));
  const first = isDone && addDays(news.on, 1) > yesterday ? addDays(news.on, 1) : yesterday;
  return workingHoursFrom(first, now, calendarOf(person));
}

function isSendingIn(prompt: Prompt | undefined, week: Week): boolean {
  return prompt?.week === week && prompt.state === 'sending';
}

function tryAgain(
  before: { attempts?: number | undefined } | undefined,
  now: Instant,
): Pick<Prompt, 'attempts' | 'lease'> {
  const attempts = (before?.attempts ?? 0) + 1;
  return { attempts, lease: addSeconds(now, leaseSeconds[attempts - 1] ?? 0) };
}

/** The one before it, still unanswered, is now counted among those that passed without a sign. */
function claim(person: Person, send: Sending): Person {
  if (send.what === 'news') return { ...person, news: send.news };
  const { agreement } = person;
  const { what, prompt } = send;
  if (what === 'reminder' || agreement === undefined) return { ...person, prompt };
  return { ...person, prompt, agreement: { ...agreement, unanswered: unansweredInARow(person) } };
}

function isBeingSent({ state, reminder }: Prompt): boolean {
  return state === 'sending' || (state === 'sent' && reminder === 'sending');
}

function isClaimed({ prompt, news }: Person, sent: Sending): boolean {
  if (sent.what === 'news') return news?.on === sent.news.on && news.state === 'sending';
  if (prompt?.week !== sent.prompt.week) return false;
  return sent.what === 'prompt' ? prompt.state === 'sending' : prompt.reminder === 'sending';
}

function became(person: Person, sent: Sending, state: 'sent' | 'failed', now: Instant): Person {
  const { prompt, news } = person;
  const today = localDate(now, person.profile.zone);
  if (sent.what === 'news') {
    const settled = news && { ...news, state, lease: undefined, attempts: undefined };
    const told = { ...person, news: settled };
    return state === 'sent' ? withTold(told, sent.news.items, today) : told;
  }
  if (prompt !== undefined && sent.what === 'reminder') {
    return { ...person, prompt: { ...prompt, reminder: state, lease: undefined, attempts: undefined } };
  }
  const settled = settle(person, state);
  if (state === 'failed') return settled;
  const told = withTold(settled, itemsIn(sent.prompt), today);
  return told.prompt ? { ...told, prompt: { ...told.prompt, sentAt: now } } : told;
}

/** The person with the earliest instant that anything of theirs waits for. */
function waiting(person: Person, now: Instant): Person {
  const wakeAt = nextInstant(person, now);
  return wakeAt === person.wakeAt ? person : { ...person, wakeAt };
}

function nextInstant(person: Person, now: Instant): Instant | undefined {
  const untold = tellings(person).tell.length > 0 ? now : undefined;
  return earliest([nextMessage(person, now), untold, nextExpiry(person)]);
}

/** When the person is next written to; what is due already is due since then. */
export function nextMessage(person: Person, now: Instant): Instant | undefined {
  const reminder = reminderPlace(person);
  const reminderAt = reminder && now < reminder.closes ? reminder.opens : undefined;
  return earliest([nextDue(person, now)?.place.opens, reminderAt, newsPlace(person, now)?.opens]);
}
