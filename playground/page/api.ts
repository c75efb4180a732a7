import type { Answer, Requests, State } from '../contract.ts';

/** What one person sees. The server answers an unknown or missing person with somebody it knows. */
export async function fetchState(as: string): Promise<State> {
  const answer = await fetch(`/api/state?as=${encodeURIComponent(as)}`);
  if (answer.ok) return (await answer.json()) as State;
  // After a new start the person in the address may be gone.
  if (as !== '') return fetchState('');
  throw new Error(`state: ${answer.status}`);
}

/** Undefined when no answer came that we can read: the caller has the words for that. */
export async function send<P extends keyof Requests>(
  path: P,
  body: Requests[P],
): Promise<Answer | undefined> {
  try {
    const answer = await fetch(`/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as Answer;
  } catch {
    return undefined;
  }
}
