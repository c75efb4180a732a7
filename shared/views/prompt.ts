import type { Button, KnownBlock } from '@slack/types';
import { type FollowUpKind, kindOf } from '../domain/agenda.ts';
import { dayToMoveTo, nextFollowUp } from '../domain/follow-up.ts';
import { calendarOf, type Person } from '../domain/person.ts';
import type { Prompt } from '../domain/prompt.ts';
import type { Instant, PlainDate } from '../domain/time.ts';
import type { Texts } from '../texts/index.ts';
import { actions, button, plain } from './blocks.ts';
import { open } from './start.ts';

/** A message as Slack takes it: `text` says the same as the blocks, for notifications and screen readers. */
export type Message = { text: string; blocks: KnownBlock[] };

/** Their buttons' value is the week of the prompt. */
export const promptActions = { tomorrow: 'prompt.tomorrow', skip: 'prompt.skip' } as const;

/** The DM of a person's slot, in whatever state it is now. Neutral: buttons, names and dates, never what was written. */
export function promptMessage(person: Person, prompt: Prompt, now: Instant, texts: Texts): Message {
  const t = texts.prompt;
  switch (prompt.state) {
    case 'answered':
      return answeredMessage(person, now, texts);
    case 'skipped':
      return message(t.skipped(nextFollowUp(person, now)));
    case 'moved':
      return message(t.moved({ date: prompt.movedTo ?? '', time: calendarOf(person).slot.time }), [
        answer(person, prompt, texts),
      ]);
    case 'failed':
      return closedMessage(texts);
    default:
      return message(question(person, prompt, texts), choices(person, prompt, now, texts));
  }
}

/** The one reminder. */
export function reminderMessage(person: Person, prompt: Prompt, now: Instant, texts: Texts): Message {
  return message(texts.prompt.remind(nextFollowUp(person, now)), choices(person, prompt, now, texts));
}

/** What the first DM turns into when its reminder has come. */
export function askedAgainMessage(texts: Texts): Message {
  return message(texts.prompt.askedAgain);
}

/** What the DM that somebody answered from turns into. */
export function answeredMessage(person: Person, now: Instant, texts: Texts): Message {
  const t = texts.prompt;
  return message(person.agreement?.ending ? t.closed : t.answered(nextFollowUp(person, now)));
}

/** What the DM that somebody paused from turns into. */
export function pausedMessage(until: PlainDate, texts: Texts): Message {
  return message(texts.prompt.paused(until));
}

/** An older prompt than the latest: nothing more to do there. */
export function closedMessage(texts: Texts): Message {
  return message(texts.prompt.over);
}

function question(person: Person, prompt: Prompt, { prompt: t }: Texts): string {
  const { name } = person.profile;
  const questions = { ordinary: t.ask, 'half-way': t.askHalfWay, closing: t.askClosing };
  return questions[kindAsked(person, prompt)](name);
}

function kindAsked(person: Person, { parts }: Prompt): FollowUpKind {
  const [part] = parts;
  return part === undefined ? 'ordinary' : kindOf(person, part);
}

function choices(person: Person, prompt: Prompt, now: Instant, texts: Texts): Button[] {
  const t = texts.prompt;
  const { week } = prompt;
  const canMove = dayToMoveTo(person, week, now) !== undefined;
  return [
    answer(person, prompt, texts),
    ...(canMove ? [button(promptActions.tomorrow, t.tomorrow, { value: week })] : []),
    button(promptActions.skip, t.skip, { value: week }),
    button(open.pause, t.pause),
  ];
}

function answer(person: Person, prompt: Prompt, { prompt: t }: Texts): Button {
  const label = kindAsked(person, prompt) === 'closing' ? t.lookBack : t.answer;
  return button(open.checkIn, label, { primary: true });
}

function message(text: string, buttons: Button[] = []): Message {
  const said: KnownBlock = { type: 'section', text: plain(text) };
  return { text: escaped(text), blocks: buttons.length > 0 ? [said, actions('prompt', buttons)] : [said] };
}

/** A name may hold what Slack's mrkdwn would read as a mention or a link. https://docs.slack.dev/messaging/formatting-message-text */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
