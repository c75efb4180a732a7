import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import type { Conversation, Message } from '../contract.ts';
import { Composer } from './Composer.tsx';
import type { Calendar } from './dates.ts';
import { MessageRow } from './MessageRow.tsx';
import { type Page, usePage } from './page-context.ts';
import { displayName, Marks } from './Sidebar.tsx';

export function ConversationPane({ conversation }: { conversation: Conversation | undefined }): ReactNode {
  const { t } = usePage();
  if (!conversation) {
    return (
      <main className="pane">
        <div className="empty">{t.noConversations}</div>
      </main>
    );
  }
  const name = displayName(conversation.kind, conversation.name);
  return (
    <main className="pane" aria-label={name}>
      <h1 className="pane-title">
        {name}
        <Marks of={conversation.marks} />
      </h1>
      <MessageList conversation={conversation} />
      {conversation.marks.includes('archived') ? (
        <p className="archived-note">{t.archived}</p>
      ) : (
        <Composer key={conversation.id} channel={conversation.id} />
      )}
    </main>
  );
}

function MessageList({ conversation }: { conversation: Conversation }): ReactNode {
  const { t, calendar, state } = usePage();
  const { messages } = conversation;
  useReading(conversation);
  const list = useStickToEnd(conversation.id, messages.length);
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
          {ofDay.map((message) => (
            <MessageRow key={message.ts} message={message} />
          ))}
        </section>
      ))}
    </div>
  );
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

/** What is on the screen is read; a window in the background reads nothing. */
function useReading({ id, unread }: Conversation): void {
  const { post, state } = usePage();
  const as = state.me.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `post` is new each time, and no reason to read again
  useEffect(() => {
    const read = () => {
      if (unread > 0 && document.visibilityState === 'visible') void post('read', { as, channel: id });
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [as, id, unread]);
}

/** New messages come into view, unless one has scrolled up to read older ones. */
function useStickToEnd(conversation: string, count: number) {
  const list = useRef<HTMLDivElement>(null);
  const seen = useRef({ conversation: '', height: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new count is the reason to look again
  useLayoutEffect(() => {
    const box = list.current;
    if (!box) return;
    const changed = seen.current.conversation !== conversation;
    const atEnd = seen.current.height - box.scrollTop - box.clientHeight < 120;
    if (changed || atEnd) box.scrollTop = box.scrollHeight;
    seen.current = { conversation, height: box.scrollHeight };
  }, [conversation, count]);
  return list;
}
