import type { KnownBlock } from '@slack/types';
import { dayToMoveTo, nextFollowUp } from '../domain/follow-up.ts';
import { calendarOf, type Person } from '../domain/person.ts';
import type { Prompt } from '../domain/prompt.ts';
import type { Instant } from '../domain/time.ts';
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
  const next = nextFollowUp(person, now);
  const answer = button(open.checkIn, t.answer, { primary: true });
  switch (prompt.state) {
    case 'answered':
      return answeredMessage(person, now, texts);
    case 'skipped':
      return message(t.skipped(next));
    case 'moved':
      return message(t.moved({ date: prompt.movedTo ?? '', time: calendarOf(person).slot.time }), [answer]);
    case 'failed':
      return closedMessage(texts);
    default: {
      const tomorrow = button(promptActions.tomorrow, t.tomorrow, { value: prompt.week });
      const skip = button(promptActions.skip, t.skip, { value: prompt.week });
      const canMove = dayToMoveTo(person, prompt.week, now) !== undefined;
      return message(t.ask(person.profile.name), [answer, ...(canMove ? [tomorrow] : []), skip]);
    }
  }
}

/** What the DM that somebody answered from turns into. */
export function answeredMessage(person: Person, now: Instant, texts: Texts): Message {
  return message(texts.prompt.answered(nextFollowUp(person, now)));
}

/** An older prompt than the latest: nothing more to do there. */
export function closedMessage(texts: Texts): Message {
  return message(texts.prompt.over);
}

function message(text: string, buttons: ReturnType<typeof button>[] = []): Message {
  const said: KnownBlock = { type: 'section', text: plain(text) };
  return { text: escaped(text), blocks: buttons.length > 0 ? [said, actions('prompt', buttons)] : [said] };
}

/** A name may hold what Slack's mrkdwn would read as a mention or a link. https://docs.slack.dev/messaging/formatting-message-text */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
