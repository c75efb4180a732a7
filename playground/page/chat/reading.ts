import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { Conversation } from '../../contract.ts';
import { usePage } from '../page-context.ts';

/** What is on the screen is read; a window in the background reads nothing. */
export function useReading({ id, unread }: Pick<Conversation, 'id' | 'unread'>, thread?: string): void {
  const { post, state } = usePage();
  const as = state.me.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `post` is new each time, and no reason to read again
  useEffect(() => {
    const read = () => {
      if (unread > 0 && document.visibilityState === 'visible')
        void post('read', { as, channel: id, thread });
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [as, id, thread, unread]);
}

const nearEnd = 120;

/** New messages come into view, unless one has scrolled up to read older ones; also where the room for them changes. */
export function useStickToEnd(count: number): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new count is the reason to look again
  useLayoutEffect(() => {
    const box = list.current;
    if (!box) return;
    const stick = () => {
      if (isAtEnd.current) box.scrollTop = box.scrollHeight;
    };
    const look = () => {
      isAtEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < nearEnd;
    };
    stick();
    const size = new ResizeObserver(stick);
    size.observe(box);
    box.addEventListener('scroll', look);
    return () => {
      size.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, [count]);
  return list;
}
