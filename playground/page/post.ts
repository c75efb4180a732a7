import { useRef, useState } from 'react';
import type { Requests } from '../contract.ts';
import { send } from './api.ts';
import type { NoticeBoard } from './Notices.tsx';
import type { Texts } from './texts.ts';

/** Reading, looking and closing never wait for anything else. */
const always = new Set<keyof Requests>(['read', 'home', 'close']);

/** What is another one each time: a message, a day more. */
const repeated = new Set<keyof Requests>(['say', 'time']);

type UnderWay = { name: string; done: Promise<boolean> };

/**
 * Sends one thing at a time, and what comes meanwhile after it. The very same once more is the second half of a double click
 * and goes nowhere.
 */
export function usePost(refresh: () => Promise<void>, notices: NoticeBoard, t: Texts) {
  const [pending, setPending] = useState(0);
  const last = useRef<UnderWay>(undefined);

  const exchange = async <P extends keyof Requests>(path: P, body: Requests[P]): Promise<boolean> => {
    const answer = await send(path, body);
    await refresh();
    if (answer?.ok) return true;
    notices.alert(answer?.error ?? t.failed);
    return false;
  };

  const queue = async (name: string, run: () => Promise<boolean>): Promise<boolean> => {
    setPending((count) => count + 1);
    const mine = { name, done: Promise.resolve(last.current?.done).then(run) };
    last.current = mine;
    const done = await mine.done;
    if (last.current === mine) last.current = undefined;
    setPending((count) => count - 1);
    return done;
  };

  const post = <P extends keyof Requests>(path: P, body: Requests[P]): Promise<boolean> => {
    if (always.has(path)) return exchange(path, body);
    const name = nameOf(path, body);
    if (last.current?.name === name && !repeated.has(path)) return Promise.resolve(false);
    notices.clear();
    return queue(name, () => exchange(path, body));
  };
  return { post, busy: pending > 0 };
}

/** The same for what would be done twice, whenever it was pressed. */
const nameOf = (path: string, body: object): string =>
  JSON.stringify([path, body], (key, value) => (key === 'action_ts' ? undefined : value));
