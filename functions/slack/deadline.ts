/**
 * Slack waits three seconds (https://docs.slack.dev/interactivity/handling-user-interaction/#acknowledgment_response).
 * Half a second of it belongs to the way back.
 */
const answerWithinMillis = 2500;

/** The answer could not be ready in time. */
export class TooLate extends Error {}

/** When an answer to the request that arrived then must be ready, in milliseconds of the wall clock. */
export function deadlineFor(arrivedAt: number): number {
  return arrivedAt + answerWithinMillis;
}

/** Runs the work under a signal that is aborted at the deadline; then it fails with `TooLate`, whatever still hangs. */
export async function within<T>(deadline: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const stop = () => {
      reject(new TooLate());
      controller.abort();
    };
    timer = setTimeout(stop, Math.max(0, deadline - Date.now()));
  });
  try {
    return await Promise.race([work(controller.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}
