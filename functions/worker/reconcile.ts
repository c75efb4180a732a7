import { addSeconds } from '../../shared/domain/time.ts';
import type { WorkerDeps } from './wake.ts';

/** Schedules may be a minute late and the queue may be busy; after this long something went missing. */
const patienceSeconds = 15 * 60;

/** Wakes everybody whose instant passed unnoticed, and returns how many they were. It should find nothing. */
export async function reconcile({ store, wakes, now, log }: WorkerDeps): Promise<number> {
  const missed = await store.overdue(addSeconds(now(), -patienceSeconds));
  for (const id of missed) await wakes.soon(id, 0);
  if (missed.length > 0)
    log.warn('Reconcile found people whose instant had passed', { count: missed.length });
  return missed.length;
}
