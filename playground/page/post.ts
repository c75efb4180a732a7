import { useRef, useState } from 'react';
import type { Requests } from '../contract.ts';
import { send } from './api.ts';
import type { NoticeBoard } from './Notices.tsx';
import type { Texts } from './texts.ts';

/** Reading, looking and closing never wait for anything else. */
const always = new Set<keyof Requests>(['read', 'home', 'close']);

/** What is another one each time, and waits for its turn: a choice in a menu, a message, a day more. */
const queued = new Set<keyof Requests>(['action', 'say', 'time']);

/**
 * Sends one thing at a time. A second click while the first is under way is the same click and goes nowhere;
 * what is another one each time waits.
 */
export function usePost(refresh: () => Promise<void>, notices: NoticeBoard, t: Texts) {
  const [pending, setPending] = useState(0);
  const last = useRef<Promise<unknown>>(undefined);

  const exchange = async <P extends keyof Requests>(path: P, body: Requests[P]): Promise<boolean> => {
    const answer = await send(path, body);
    await refresh();
    if (answer?.ok) return true;
    notices.alert(answer?.error ?? t.failed);
    return false;
  };

  const queue = async (run: () => Promise<boolean>): Promise<boolean> => {
    setPending((count) => count + 1);
    const mine = Promise.resolve(last.current).then(run);
    last.current = mine;
    const done = await mine;
    if (last.current === mine) last.current = undefined;
    setPending((count) => count - 1);
    return done;
  };

  const post = <P extends keyof Requests>(path: P, body: Requests[P]): Promise<boolean> => {
    if (always.has(path)) return exchange(path, body);
    if (last.current && !queued.has(path)) return Promise.resolve(false);
    notices.clear();
    return queue(() => exchange(path, body));
  };
  return { post, busy: pending > 0 };
}
