import { useEffect, useState } from 'react';
import type { Upcoming } from '../../contract.ts';
import { usePage } from '../page-context.ts';

/** What comes, told anew whenever something changed; undefined until it is known. */
export function useUpcoming(): Upcoming[] | undefined {
  const { state } = usePage();
  const [upcoming, setUpcoming] = useState<Upcoming[]>();
  useEffect(() => {
    const asking = new AbortController();
    fetch(`/api/upcoming?as=${encodeURIComponent(state.me.id)}`, { signal: asking.signal })
      .then(async (answer) => setUpcoming((await answer.json()) as Upcoming[]))
      // Asked again with the next change.
      .catch(() => {});
    return () => asking.abort();
  }, [state]);
  return upcoming;
}
