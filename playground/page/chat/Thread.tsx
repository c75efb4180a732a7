import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { Conversation, Message } from '../../contract.ts';
import { Composer } from '../Composer.tsx';
import { MessageRow } from '../MessageRow.tsx';
import { usePage } from '../page-context.ts';
import { displayName } from '../Sidebar.tsx';
import { useReading, useStickToEnd } from './reading.ts';
import { followsOn, repliesTo } from './rows.ts';

type Props = { conversation: Conversation; first: Message; onClose: () => void };

/** A thread beside its conversation; on a phone in its place. Escape closes it and gives the focus back. */
export function ThreadPane({ conversation, first, onClose }: Props): ReactNode {
  const { t } = usePage();
  const box = useRef<HTMLElement>(null);
  const replies = repliesTo(first, conversation.messages);
  const list = useStickToEnd(replies.length);
  useReading({ id: conversation.id, unread: first.unreadReplies ?? 0 }, first.ts);
  useFocusInside(box);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  return (
    <section className="thread" aria-label={t.thread} ref={box} onKeyDown={onKeyDown}>
      <div className="thread-title">
        <h2>
          {t.thread} <span>{displayName(conversation.kind, conversation.name)}</span>
        </h2>
        <button type="button" className="icon-button" aria-label={t.closeThread} onClick={onClose}>
          ×
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it */}
      <div className="thread-messages" role="log" aria-label={t.messages} tabIndex={0} ref={list}>
        <MessageRow message={first} />
        {replies.length > 0 && <p className="thread-count">{t.replies(replies.length)}</p>}
        {replies.map((reply, index) => (
          <MessageRow key={reply.ts} message={reply} isCompact={followsOn(replies[index - 1], reply)} />
        ))}
      </div>
      {!conversation.marks.includes('archived') && <Composer conversation={conversation} thread={first.ts} />}
    </section>
  );
}

function useFocusInside(box: { current: HTMLElement | null }): void {
  useEffect(() => {
    const before = document.activeElement;
    box.current?.querySelector('textarea')?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [box]);
}
