import { longestDelaySeconds } from '../../shared/wakes/wakes.ts';
import type { WorkerDeps } from './wake.ts';

/**
 * What the workspace decided may have moved everybody's dates: each is looked at again, spread over the quarter of an hour
 * that the queue can delay, so that nobody's look waits for all the others.
 */
export async function wakeWorkspace({ store, wakes }: WorkerDeps, tenant: string): Promise<number> {
  const waiting = await store.waiting(tenant);
  for (const [index, id] of waiting.entries())
    await wakes.soon(id, Math.floor((index * longestDelaySeconds) / waiting.length));
  return waiting.length;
}
