import { type Group, openAgreement } from '../../shared/domain/group.ts';
import { nextRound } from '../../shared/domain/group-agenda.ts';
import { isRefusal, type Refusal } from '../../shared/domain/refusal.ts';
import type { Instant } from '../../shared/domain/time.ts';
import type { Facts } from '../../shared/texts/facts.ts';
import { noticeView } from '../../shared/views/notice.ts';
import { refused } from './buttons.ts';
import type { ActionReply, SubmitReply } from './reply.ts';
import type { Visit } from './visit.ts';

/** What is said after something was done in a group. */

export const saidOf = ({ texts }: Visit) => texts.groupSaid;

/** The next round's day and the slot's time on it. */
export function nextRoundOf(group: Group, now: Instant): Facts['moment'] | undefined {
  const next = nextRound(group, now);
  const agreement = openAgreement(group);
  return next && agreement && { date: next.place.date, time: agreement.slot.time };
}

/** A button's: a sentence, or why not. */
export function sayAfter(
  visit: Visit,
  changed: Group | Refusal,
  line: (group: Group) => string,
): ActionReply {
  if (isRefusal(changed)) return refused(visit, changed);
  return { show: noticeView(saidOf(visit).title, [line(changed)], visit.texts) };
}

/** A form's: a sentence, or why not in the field it is about. */
export function saySaved(
  visit: Visit,
  changed: Group | Refusal,
  line: (group: Group) => string,
  fields: Partial<Record<Refusal['refusal'], string>> = {},
): SubmitReply {
  const { texts } = visit;
  if (!isRefusal(changed)) return { show: noticeView(saidOf(visit).title, [line(changed)], texts) };
  const field = fields[changed.refusal];
  const sentence = texts.refusals[changed.refusal];
  return field === undefined ? { error: sentence } : { errors: { [field]: sentence } };
}
