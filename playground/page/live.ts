import { useCallback, useEffect, useRef, useState } from 'react';
import type { State } from '../contract.ts';
import { fetchState } from './api.ts';

export type Live = { state: State | undefined; online: boolean; refresh: () => Promise<void> };

/** The acting person's state, fetched again whenever the server says that something changed. */
export function useLive(as: string): Live {
  const [state, setState] = useState<State>();
  const [online, setOnline] = useState(true);
  const current = useRef(as);
  current.current = as;

  const load = useCallback(async () => {
    try {
      const fresh = await fetchState(as);
      // A slow answer for somebody we no longer are must not overwrite the new one.
      if (current.current === as) setState(fresh);
      setOnline(true);
    } catch {
      setOnline(false);
    }
  }, [as]);
  const refresh = useCoalesced(load);

  useEffect(() => {
    void refresh();
    return listen(refresh, () => setOnline(false));
  }, [refresh]);

  return { state, online, refresh };
}

/** EventSource reconnects by itself; `open` after a break means that we may have missed something. */
function listen(refresh: () => Promise<void>, lost: () => void): () => void {
  const events = new EventSource('/api/events');
  const changed = () => void refresh();
  for (const name of ['open', 'message']) events.addEventListener(name, changed);
  events.addEventListener('error', lost);
  // One connection for all who listen: a browser has six of them for each server.
  events.addEventListener('traffic', () => window.dispatchEvent(new Event('traffic')));
  return () => events.close();
}

/** One week forward can mean fifty changes: while one fetch runs, the rest wait together for the next. */
export function useCoalesced(run: () => Promise<void>): () => Promise<void> {
  const running = useRef<Promise<void>>(undefined);
  const waiting = useRef<Promise<void>>(undefined);
  return useCallback(() => {
    const start = () => {
      waiting.current = undefined;
      running.current = run().finally(() => {
        running.current = undefined;
      });
      return running.current;
    };
    if (!running.current) return start();
    waiting.current ??= running.current.then(start);
    return waiting.current;
  }, [run]);
}
