import { nextDue, settle } from './agenda.ts';
import type { Person } from './person.ts';
import type { Prompt } from './prompt.ts';
import { forgetExpired, nextExpiry } from './retention.ts';
import { addSeconds, earliest, type Instant } from './time.ts';

/** How long a worker has for sending what it claimed; after that another takes it up. */
export const leaseSeconds = 60;

/**
 * What a wake finds: the person as they should be now (the very one it was given, when nothing changes), and perhaps a
 * prompt to send, or a lease to wait for.
 */
export type Look = { person: Person; send?: Prompt; busyUntil?: Instant };

/** A wake carries no intent: late, twice, early or for nothing, it finds what is due now and when to look again. */
export function look(before: Person, now: Instant): Look {
  const { prompt } = before;
  if (prompt?.state === 'sending' && prompt.lease !== undefined && now < prompt.lease) {
    return { person: before, busyUntil: prompt.lease };
  }
  const person = forgetExpired(before, now);
  const due = nextDue(person, now);
  if (due === undefined || now < due.place.opens) return { person: waiting(person, now) };
  const { week, parts } = due;
  const movedTo = prompt?.week === week ? prompt.movedTo : undefined;
  const claim: Prompt = { week, parts, movedTo, state: 'sending', lease: addSeconds(now, leaseSeconds) };
  const claimed = { ...person, prompt: claim };
  // Scheduled as if sent: should the sending fail, the queue brings this very wake back.
  return { person: { ...claimed, wakeAt: nextInstant(settle(claimed, 'sent'), now) }, send: claim };
}

/** The person after Slack took the prompt. Answered meanwhile, it stays answered. */
export function delivered(
  person: Person,
  sent: Prompt,
  message: { channel: string; ts: string },
  now: Instant,
): Person {
  const { prompt } = person;
  if (prompt === undefined || prompt.week !== sent.week) return person;
  const known = { ...person, prompt: { ...prompt, ...message } };
  return waiting(prompt.state === 'sending' ? settle(known, 'sent') : known, now);
}

/** The person after Slack refused the prompt for good (they are gone, the app was removed): it isn't tried again. */
export function undeliverable(person: Person, sent: Prompt, now: Instant): Person {
  const isClaimed = person.prompt?.week === sent.week && person.prompt.state === 'sending';
  return isClaimed ? waiting(settle(person, 'failed'), now) : person;
}

/** The person with the earliest instant that anything of theirs waits for. */
function waiting(person: Person, now: Instant): Person {
  const wakeAt = nextInstant(person, now);
  return wakeAt === person.wakeAt ? person : { ...person, wakeAt };
}

function nextInstant(person: Person, now: Instant): Instant | undefined {
  return earliest([nextDue(person, now)?.place.opens, nextExpiry(person)]);
}
