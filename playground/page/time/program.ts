import { useEffect, useState } from 'react';
import type { Program } from '../../contract.ts';
import { usePage } from '../page-context.ts';

/** What comes, told anew whenever something changed; undefined until it is known. */
export function useProgram(): Program | undefined {
  const { state } = usePage();
  const [program, setProgram] = useState<Program>();
  useEffect(() => {
    const asking = new AbortController();
    fetch(`/api/upcoming?as=${encodeURIComponent(state.me.id)}`, { signal: asking.signal })
      .then(async (answer) => answer.ok && setProgram((await answer.json()) as Program))
      // Asked again with the next change.
      .catch(() => {});
    return () => asking.abort();
  }, [state]);
  return program;
}
