import type { ReactNode } from 'react';
import type { Message } from '../../contract.ts';
import { Avatar } from '../Avatar.tsx';
import { authorOf } from '../names.ts';
import { usePage } from '../page-context.ts';
import { repliesTo } from './rows.ts';

type Props = { first: Message; all: Message[]; onOpen: ((ts: string) => void) | undefined };

/** Under a message that has replies: who wrote them, how many, when last. */
export function ReplyBar({ first, all, onOpen }: Props): ReactNode {
  const page = usePage();
  const { t, calendar } = page;
  const replies = repliesTo(first, all);
  const last = replies.at(-1);
  if (!last || !onOpen) return null;
  const authors = [...new Set(replies.map(({ author }) => author))].slice(0, 3);
  const { unreadReplies = 0 } = first;
  return (
    <button type="button" className="reply-bar" onClick={() => onOpen(first.ts)}>
      {authors.map((author) => (
        <Avatar key={author} id={author} name={authorOf(page, author)} />
      ))}
      <strong className="reply-count">{t.replies(replies.length)}</strong>
      {unreadReplies > 0 && <span className="badge">{t.newReplies(unreadReplies)}</span>}
      <span className="reply-bar-last">{t.lastReply(calendar.moment(last.at))}</span>
    </button>
  );
}
