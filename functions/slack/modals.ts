import type { ModalView } from '@slack/types';
import { type LeaderAgreement, periodFrom } from '../../shared/domain/agreement.ts';
import { weeksToGiveBack } from '../../shared/domain/ending.ts';
import { answerToCorrect, kindAnswered } from '../../shared/domain/follow-up.ts';
import type { Person } from '../../shared/domain/person.ts';
import { openFollowUp } from '../../shared/domain/prompt.ts';
import { defaultWorkingTime, type WorkingTime } from '../../shared/domain/slots.ts';
import { localDate } from '../../shared/domain/time.ts';
import type { MessageId } from '../../shared/slack/slack.ts';
import { agreementView } from '../../shared/views/agreement.ts';
import { checkInView } from '../../shared/views/check-in.ts';
import { closingView } from '../../shared/views/closing.ts';
import {
  asksForPeople,
  isNobody,
  type PeopleChosen,
  peopleNow,
  peopleOf,
} from '../../shared/views/people.ts';
import { pointView } from '../../shared/views/point.ts';
import { asksForHours, rhythmView } from '../../shared/views/rhythm.ts';
import type { SubmittedView } from './payloads.ts';
import type { Visit } from './visit.ts';

/** Modals that more than one way leads to. */

export function agreementModal({ person, now, texts }: Visit, agreement: LeaderAgreement): ModalView {
  return agreementView(person, agreement, now, texts);
}

/** Filled in with the draft, where there is one. */
export function firstPointModal({ person, texts }: Visit): ModalView {
  return pointView(0, person.draft?.points[0], texts);
}

/**
 * How it goes; at the end of the period the look back. The DM that still waits turns to answered; where none does, the one
 * whose button was `clicked`.
 */
export function answerModal(
  { person, now, texts }: Visit,
  agreement: LeaderAgreement,
  clicked?: MessageId,
): ModalView {
  const dm = waitingMessage(person) ?? clicked;
  const kind = kindAnswered(person, agreement, now);
  if (kind === 'closing')
    return closingView({ agreement, lostWeeks: weeksToGiveBack(person, now), dm }, texts);
  const corrects = answerToCorrect(person, now);
  return checkInView({ agreement, corrects, isHalfWay: kind === 'half-way', dm }, texts);
}

/** What a button in the form has opened up, and the form as it is shown. */
type Opened = { otherTimes?: boolean; people?: PeopleChosen; shown?: SubmittedView | undefined };

/** For the agreement being made, or for the one that runs. What was opened up stays so. */
export function rhythmModal(
  { person, now, texts }: Visit,
  made: 'new' | 'change',
  opened: Opened = {},
): ModalView {
  const { zone } = person.profile;
  const workingTime = person.workingTime ?? defaultWorkingTime;
  const values = opened.shown?.state.values ?? {};
  // Whom the one before was made with is proposed; what they might see is chosen anew.
  const before = { ...peopleOf(person.agreement), seePoints: [] };
  const people = asksForPeople(values) ? peopleNow(values, texts) : isNobody(before) ? undefined : before;
  return rhythmView(
    {
      workingTime,
      zone,
      rhythm: (made === 'change' ? person.agreement?.rhythm : undefined) ?? 2,
      changes: person.agreement?.id,
      ends: made === 'new' ? periodFrom(localDate(now, zone)).ends : undefined,
      otherTimes: opened.otherTimes ?? (asksForHours(values) || !hasOrdinaryHours(workingTime)),
      people: opened.people ?? people,
    },
    texts,
  );
}

function hasOrdinaryHours({ workdays, hours }: WorkingTime): boolean {
  const ordinary = defaultWorkingTime;
  const sameDays = workdays.join() === ordinary.workdays.join();
  return sameDays && hours.from === ordinary.hours.from && hours.to === ordinary.hours.to;
}

/** Two DMs may wait for somebody who answers seldom: only the latest keeps its buttons. */
export function isOlder(message: MessageId | undefined, person: Person): boolean {
  const latest = waitingMessage(person);
  return message !== undefined && latest !== undefined && message.ts !== latest.ts;
}

/** The DM that waits for its person. */
export function waitingMessage({ agreement, prompt }: Person): MessageId | undefined {
  const isOpen = openFollowUp(prompt, agreement?.id) !== undefined;
  return isOpen && prompt?.channel && prompt.ts ? { channel: prompt.channel, ts: prompt.ts } : undefined;
}
