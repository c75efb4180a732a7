import { useEffect, useState } from 'react';
import type { Detail, InspectRequests, Traffic, Whereabouts } from '../../inspect/contract.ts';
import { useCoalesced } from '../live.ts';

export type Filter = { kind: string; who: string; text: string };

/** What the server says; undefined where it has nothing, or isn't there. */
async function read<T>(path: string, query: Record<string, string>): Promise<T | undefined> {
  try {
    const answer = await fetch(`/api/inspect${path}?${new URLSearchParams(query)}`);
    return answer.ok ? ((await answer.json()) as T) : undefined;
  } catch {
    return undefined;
  }
}

export const readDetail = (n: number, vault: boolean) =>
  read<Detail>('/entry', { n: String(n), ...(vault ? { vault: 'yes' } : {}) });

export const readWhere = (word: string) => read<Whereabouts>('/where', { word });

export async function act<P extends keyof InspectRequests>(path: P, body: InspectRequests[P]): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  await fetch(`/api/${path}`, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => {});
}

/** The traffic that fits, read again whenever the server says that there is more (live.ts hears it). */
export function useTraffic({ kind, who, text }: Filter): Traffic | undefined {
  const [traffic, setTraffic] = useState<Traffic>();
  const refresh = useCoalesced(async () => {
    const fresh = await read<Traffic>('', { kind, who, text });
    if (fresh) setTraffic(fresh);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `refresh` is new each time; another filter is the reason to read
  useEffect(() => {
    const more = () => void refresh();
    more();
    window.addEventListener('traffic', more);
    return () => window.removeEventListener('traffic', more);
  }, [kind, who, text]);
  return traffic;
}
