import { useEffect } from 'react';
import type { State } from '../contract.ts';

/** Which of many windows is whose, and whether there is something new in it. */
export function useTitle({ me, conversations }: State): void {
  const unread = conversations.reduce((sum, conversation) => sum + conversation.unread, 0);
  useEffect(() => {
    document.title = `${unread > 0 ? `(${unread}) ` : ''}${me.name} · Trivsel`;
  }, [me.name, unread]);
}
