import type { ModalView } from '@slack/types';
import { type LeaderAgreement, periodFrom } from '../../shared/domain/agreement.ts';
import { leaderStatements, type Page, pageLeft } from '../../shared/domain/assessment.ts';
import { themeFor } from '../../shared/domain/assessments.ts';
import { weeksToGiveBack } from '../../shared/domain/ending.ts';
import { answerToCorrect, kindAnswered } from '../../shared/domain/follow-up.ts';
import type { Person } from '../../shared/domain/person.ts';
import { openFollowUp } from '../../shared/domain/prompt.ts';
import { defaultWorkingTime, type WorkingTime } from '../../shared/domain/slots.ts';
import { localDate } from '../../shared/domain/time.ts';
import type { MessageId } from '../../shared/slack/slack.ts';
import { agreementView } from '../../shared/views/agreement.ts';
import { assessmentView, questionOn, wayToAssessment } from '../../shared/views/assessment.ts';
import { assessmentResultView } from '../../shared/views/assessment-result.ts';
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
import { firstWords } from '../../shared/views/start.ts';
import type { SubmittedView } from './payloads.ts';
import type { Visit } from './visit.ts';

/** Modals that more than one way leads to. */

export function agreementModal({ person, now, texts }: Visit, agreement: LeaderAgreement): ModalView {
  return agreementView(person, agreement, now, texts);
}

/** For somebody who enters something for the first time, with what this is above it. */
export function firstPointModal(visit: Visit): ModalView {
  return withFirstWords(visit, pointModal(visit, 0));
}

export function withFirstWords({ person, texts }: Visit, view: ModalView): ModalView {
  return { ...view, blocks: [...firstWords(person, texts), ...view.blocks] };
}

/** Filled in with the draft, where there is one, or with the theme that the test led to; else the test is near. */
export function pointModal({ person, texts }: Visit, index: 0 | 1): ModalView {
  const theme = themeFor(person, index);
  const written = person.draft?.points[index];
  const isFirst = index === 0 && written === undefined;
  const way = theme ? questionOn(theme, texts) : isFirst ? wayToAssessment(person, texts) : [];
  return pointView(index, written, texts, { theme, way });
}

/** The page of the test that was asked for, or where its leader left it; the result, when everything is answered. */
export function assessmentModal({ person, now, texts }: Visit, asked?: Page): ModalView {
  const { assessment } = person;
  const page = asked === undefined || asked === 'result' ? pageLeft(leaderStatements, assessment) : asked;
  if (page !== 'result') return assessmentView(assessment, page, texts);
  return assessment
    ? assessmentResultView(person, assessment, now, texts)
    : assessmentView(assessment, 0, texts);
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
