import type { Button, KnownBlock } from '@slack/types';
import { type FollowUpKind, kindOf } from '../domain/agenda.ts';
import { dayToMoveTo, nextFollowUp } from '../domain/follow-up.ts';
import type { Item } from '../domain/item.ts';
import { calendarOf, type Person } from '../domain/person.ts';
import { itemsIn, type Prompt } from '../domain/prompt.ts';
import type { Instant, PlainDate } from '../domain/time.ts';
import type { Texts } from '../texts/index.ts';
import { actions, button, escaped, type Message, plain } from './blocks.ts';
import { linesOf } from './news.ts';
import { open } from './start.ts';

/** Their buttons' value is the week of the prompt. */
export const promptActions = { tomorrow: 'prompt.tomorrow', skip: 'prompt.skip' } as const;

/**
 * The DM of a person's slot, in whatever state it is now. Neutral: buttons, names and dates, never what was written. `done`:
 * what its reader has just dealt with.
 */
export function promptMessage(
  person: Person,
  prompt: Prompt,
  now: Instant,
  texts: Texts,
  done?: Item,
): Message {
  return withItems(followUpMessage(person, prompt, now, texts), person, prompt, texts, done);
}

/** The person's own follow-up, which comes first; a greeting where the message holds none. */
function followUpMessage(person: Person, prompt: Prompt, now: Instant, texts: Texts): Message {
  const t = texts.prompt;
  if (prompt.parts.every(({ kind }) => kind === 'item'))
    return message(texts.news.hello(person.profile.name));
  switch (prompt.state) {
    case 'answered':
      return message(answeredText(person, now, texts));
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

/** What else the slot's message holds stays, whatever becomes of the follow-up. */
function withItems(
  message: Message,
  person: Person,
  prompt: Prompt | undefined,
  texts: Texts,
  done?: Item,
): Message {
  // Once it was reminded of, they stay in the first message.
  const items = prompt === undefined || prompt.reminder === 'sent' ? [] : itemsIn(prompt);
  const lines = linesOf(person, items, texts, done);
  if (lines.length === 0) return message;
  return {
    text: [message.text, ...lines.map(({ text }) => text)].join(' '),
    blocks: [...message.blocks, ...lines.flatMap(({ blocks }) => blocks)],
  };
}

/** The one reminder. */
export function reminderMessage(person: Person, prompt: Prompt, now: Instant, texts: Texts): Message {
  return message(texts.prompt.remind(nextFollowUp(person, now)), choices(person, prompt, now, texts));
}

/** What the first DM turns into when its reminder has come. */
export function askedAgainMessage(person: Person, prompt: Prompt, texts: Texts): Message {
  return withItems(message(texts.prompt.askedAgain), person, prompt, texts);
}

/** What the DM that somebody answered from turns into. */
export function answeredMessage(person: Person, now: Instant, texts: Texts): Message {
  return withItems(message(answeredText(person, now, texts)), person, person.prompt, texts);
}

function answeredText(person: Person, now: Instant, { prompt: t }: Texts): string {
  return person.agreement?.ending ? t.closed : t.answered(nextFollowUp(person, now));
}

/** What the DM that somebody paused from turns into. */
export function pausedMessage(person: Person, until: PlainDate, texts: Texts): Message {
  return withItems(message(texts.prompt.paused(until)), person, person.prompt, texts);
}

/** What the latest turns into when its question is let go. */
export function overMessage(person: Person, texts: Texts): Message {
  return withItems(closedMessage(texts), person, person.prompt, texts);
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
  const part = parts.find((candidate) => candidate.kind === 'follow-up');
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
