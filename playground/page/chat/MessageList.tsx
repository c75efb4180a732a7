import { type ReactNode, useState } from 'react';
import type { Conversation, Message } from '../../contract.ts';
import type { Calendar } from '../dates.ts';
import { MessageRow } from '../MessageRow.tsx';
import { type Page, usePage } from '../page-context.ts';
import { ReplyBar } from './ReplyBar.tsx';
import { useReading, useStickToEnd } from './reading.ts';
import { followsOn } from './rows.ts';

type Props = { conversation: Conversation; onThread: ((ts: string) => void) | undefined };

/** A conversation's messages by day; replies stand behind the bar of their thread. */
export function MessageList({ conversation, onThread }: Props): ReactNode {
  const { t, calendar, state } = usePage();
  const messages = conversation.messages.filter(({ thread }) => thread === undefined);
  const firstNew = useFirstNew(conversation, messages);
  useReading(conversation);
  const list = useStickToEnd(messages.length);
  if (messages.length === 0) {
    return (
      <div className="empty">
        <p className="empty-title">{t.emptyTitle}</p>
        <p>{t.emptyText}</p>
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it
    <div className="messages" role="log" aria-label={t.messages} tabIndex={0} ref={list}>
      {byDay(messages, calendar).map(({ day, messages: ofDay, first }) => (
        <section key={day}>
          <h2 className="day">
            <span>{dayName(first.at, state.now, { calendar, t })}</span>
          </h2>
          {ofDay.map((message, index) => (
            <div key={message.ts}>
              {message.ts === firstNew && <p className="new-line">{t.fresh}</p>}
              <MessageRow
                message={message}
                isCompact={message.ts !== firstNew && followsOn(ofDay[index - 1], message)}
                onThread={message.ephemeral ? undefined : onThread}
              >
                <ReplyBar first={message} all={conversation.messages} onOpen={onThread} />
              </MessageRow>
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

/** Where the news began when the conversation was opened; it stays there while one reads. */
function useFirstNew({ read }: Conversation, messages: Message[]): string | undefined {
  const { state } = usePage();
  const isNew = ({ ts, author }: Message) => ts > read && author !== state.me.id;
  const [firstNew] = useState(() => messages.find(isNew)?.ts);
  return firstNew;
}

type Day = { day: string; first: Message; messages: Message[] };

function byDay(messages: Message[], calendar: Calendar): Day[] {
  const days: Day[] = [];
  for (const message of messages) {
    const day = calendar.day(message.at);
    const last = days.at(-1);
    if (last?.day === day) last.messages.push(message);
    else days.push({ day, first: message, messages: [message] });
  }
  return days;
}

function dayName(at: string, now: string, { calendar, t }: Pick<Page, 'calendar' | 't'>): string {
  const yesterday = new Date(new Date(now).getTime() - 86_400_000);
  const day = calendar.day(at);
  if (day === calendar.day(now)) return `${t.today} · ${calendar.longDay(at)}`;
  return day === calendar.day(yesterday) ? `${t.yesterday} · ${calendar.longDay(at)}` : calendar.longDay(at);
}
