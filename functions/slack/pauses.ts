import { nextFollowUp } from '../../shared/domain/follow-up.ts';
import { pauseUntil, resume } from '../../shared/domain/pause.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import { addWeeks, dateFrom, localDate, type PlainDate } from '../../shared/domain/time.ts';
import type { MessageId } from '../../shared/slack/slack.ts';
import { noticeView } from '../../shared/views/notice.ts';
import { pauseView, readPause, readPauseMetadata } from '../../shared/views/pause.ts';
import { closedMessage, overMessage, pausedMessage } from '../../shared/views/prompt.ts';
import type { ActionListener, SubmitListener } from './listen.ts';
import { isOlder, waitingMessage } from './modals.ts';
import type { CommandReply, Repaint } from './reply.ts';
import type { Visit } from './visit.ts';

/** `/trivsel pause 2026-08-10`; without a date that can be read, the modal asks for one. */
export async function pauseCommand(visit: Visit, written: string): Promise<CommandReply> {
  const { texts, now } = visit;
  const until = dateFrom(written, localDate(now, visit.person.profile.zone));
  if (until === undefined) return { show: pauseModal(visit, undefined) };
  const paused = await visit.change('pause', (person) => pauseUntil(person, until, now));
  if (isRefusal(paused)) return { say: texts.refusals[paused.refusal] };
  return { say: texts.pause.paused(until), ...inMessage(visit, until, undefined) };
}

export async function resumeCommand(visit: Visit): Promise<CommandReply> {
  const { said, repaint } = await resumed(visit);
  return { say: said, ...(repaint ? { repaint } : {}) };
}

export const openPause: ActionListener = (visit, { message }) => {
  const show = pauseModal(visit, message);
  return isOlder(message, visit.person) ? { show, repaint: closedMessage(visit.texts) } : { show };
};

export const submitPause: SubmitListener = async (visit, view) => {
  const { texts, now } = visit;
  const read = readPause(view.state.values, texts);
  if ('errors' in read) return read;
  const until = read.value;
  const { dm } = readPauseMetadata(view.private_metadata);
  const paused = await visit.change('pause', (person) => pauseUntil(person, until, now));
  if (isRefusal(paused)) return { error: texts.refusals[paused.refusal] };
  return {
    show: noticeView(texts.pause.title, [texts.pause.paused(until)], texts),
    ...inMessage(visit, until, dm),
  };
};

/** The DM that waited for an answer says when the next comes; where none did, the one whose button was `clicked`. */
function inMessage({ person, texts }: Visit, until: PlainDate, clicked: MessageId | undefined) {
  const message = waitingMessage(person) ?? clicked;
  return message ? { repaint: { message, content: pausedMessage(person, until, texts) } } : {};
}

export const resumePrompts: ActionListener = async (visit) => {
  const { said, repaint } = await resumed(visit);
  const show = noticeView(visit.texts.start.title, [said], visit.texts);
  return repaint ? { show, repaint: repaint.content, message: repaint.message } : { show };
};

/** What to say; and what becomes of the DM that waited, whose question is let go. */
async function resumed(visit: Visit): Promise<{ said: string; repaint?: Repaint }> {
  const { person, texts, now } = visit;
  const message = waitingMessage(person);
  const after = await visit.change('pause', (current) => resume(current, now));
  if (isRefusal(after)) return { said: texts.refusals[after.refusal] };
  if (after === person) return { said: texts.pause.notPaused };
  const said = texts.pause.resumed(nextFollowUp(after, now));
  return message ? { said, repaint: { message, content: overMessage(after, texts) } } : { said };
}

function pauseModal({ person, now, texts }: Visit, dm: Parameters<typeof pauseView>[1]) {
  return pauseView(addWeeks(localDate(now, person.profile.zone), 2), dm, texts);
}
