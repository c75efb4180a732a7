import { nextDue, reminderPlace } from './agenda.ts';
import { unansweredInARow } from './pause.ts';
import type { Person } from './person.ts';
import type { Prompt } from './prompt.ts';
import { forgetExpired, nextExpiry } from './retention.ts';
import { settle } from './settle.ts';
import { addSeconds, earliest, type Instant, type Week } from './time.ts';

/**
 * How long a worker has for sending what it claimed; after that another takes it up. An error leaves open whether the
 * message got through, and Slack can't be asked: so tries come ever further apart, and after the last the slot is over.
 */
export const leaseSeconds: readonly number[] = [60, 15 * 60, 60 * 60, 60];

/**
 * What a wake finds: the person as they should be now (the very one it was given, when nothing changes), and perhaps a
 * prompt or its reminder to send, or a lease to wait for.
 */
export type Look = { person: Person; send?: Sending; busyUntil?: Instant };
export type Sending = { what: 'prompt' | 'reminder'; prompt: Prompt };

/** A wake carries no intent: late, twice, early or for nothing, it finds what is due now and when to look again. */
export function look(before: Person, now: Instant): Look {
  const { prompt } = before;
  if (prompt && isBeingSent(prompt) && prompt.lease !== undefined && now < prompt.lease) {
    return { person: before, busyUntil: prompt.lease };
  }
  const person = forgetExpired(before, now);
  const send = promptDue(person, now) ?? reminderDue(person, now);
  if (send === undefined) return { person: waiting(person, now) };
  const claimed = claim(person, send);
  // Scheduled as if sent: should the sending fail, the queue brings this very wake back.
  const after = became(claimed, send, 'sent', now);
  return { person: { ...claimed, wakeAt: nextInstant(after, now) }, send };
}

/** The person after Slack took the message. Answered meanwhile, it stays answered. */
export function delivered(
  person: Person,
  sent: Sending,
  message: { channel: string; ts: string },
  now: Instant,
): Person {
  const { prompt } = person;
  if (prompt === undefined || prompt.week !== sent.prompt.week) return person;
  const known = { ...person, prompt: { ...prompt, ...message } };
  return waiting(isClaimed(prompt, sent) ? became(known, sent, 'sent', now) : known, now);
}

/** The person after Slack refused the message for good (they are gone): it isn't tried again. */
export function undeliverable(person: Person, sent: Sending, now: Instant): Person {
  const { prompt } = person;
  if (prompt === undefined || prompt.week !== sent.prompt.week || !isClaimed(prompt, sent)) return person;
  return waiting(became(person, sent, 'failed', now), now);
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

function isSendingIn(prompt: Prompt | undefined, week: Week): boolean {
  return prompt?.week === week && prompt.state === 'sending';
}

function tryAgain(before: Prompt | undefined, now: Instant): Pick<Prompt, 'attempts' | 'lease'> {
  const attempts = (before?.attempts ?? 0) + 1;
  return { attempts, lease: addSeconds(now, leaseSeconds[attempts - 1] ?? 0) };
}

/** The one before it, still unanswered, is now counted among those that passed without a sign. */
function claim(person: Person, { what, prompt }: Sending): Person {
  const { agreement } = person;
  if (what === 'reminder' || agreement === undefined) return { ...person, prompt };
  return { ...person, prompt, agreement: { ...agreement, unanswered: unansweredInARow(person) } };
}

function isBeingSent({ state, reminder }: Prompt): boolean {
  return state === 'sending' || (state === 'sent' && reminder === 'sending');
}

function isClaimed(prompt: Prompt, { what }: Sending): boolean {
  return what === 'prompt' ? prompt.state === 'sending' : prompt.reminder === 'sending';
}

function became(person: Person, { what }: Sending, state: 'sent' | 'failed', now: Instant): Person {
  const { prompt } = person;
  if (prompt !== undefined && what === 'reminder') {
    return { ...person, prompt: { ...prompt, reminder: state, lease: undefined, attempts: undefined } };
  }
  const settled = settle(person, state);
  return settled.prompt && state === 'sent'
    ? { ...settled, prompt: { ...settled.prompt, sentAt: now } }
    : settled;
}

/** The person with the earliest instant that anything of theirs waits for. */
function waiting(person: Person, now: Instant): Person {
  const wakeAt = nextInstant(person, now);
  return wakeAt === person.wakeAt ? person : { ...person, wakeAt };
}

function nextInstant(person: Person, now: Instant): Instant | undefined {
  const reminder = reminderPlace(person);
  const reminderAt = reminder && now < reminder.closes ? reminder.opens : undefined;
  return earliest([nextDue(person, now)?.place.opens, reminderAt, nextExpiry(person)]);
}
