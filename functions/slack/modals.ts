import type { ModalView } from '@slack/types';
import type { LeaderAgreement } from '../../shared/domain/agreement.ts';
import { answerToCorrect } from '../../shared/domain/follow-up.ts';
import { openFollowUp, type Prompt } from '../../shared/domain/prompt.ts';
import type { MessageId } from '../../shared/slack/slack.ts';
import { agreementView } from '../../shared/views/agreement.ts';
import { checkInView } from '../../shared/views/check-in.ts';
import { pointView } from '../../shared/views/point.ts';
import type { Visit } from './visit.ts';

/** Modals that more than one way leads to. */

export function agreementModal({ person, now, texts }: Visit, agreement: LeaderAgreement): ModalView {
  return agreementView(person, agreement, now, texts);
}

/** Filled in with the draft, where there is one. */
export function firstPointModal({ person, texts }: Visit): ModalView {
  return pointView(0, person.draft?.points[0], texts);
}

/** `clicked` is the DM whose button led here; without one, the DM that still waits turns to answered as well. */
export function checkInModal(
  { person, now, texts }: Visit,
  agreement: LeaderAgreement,
  clicked?: MessageId,
): ModalView {
  const dm = clicked ?? waitingMessage(person.prompt);
  return checkInView({ agreement, corrects: answerToCorrect(person, now), dm }, texts);
}

function waitingMessage(prompt: Prompt | undefined): MessageId | undefined {
  if (prompt === undefined || openFollowUp(prompt) === undefined) return undefined;
  const { channel, ts } = prompt;
  return channel && ts ? { channel, ts } : undefined;
}
