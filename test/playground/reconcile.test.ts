import { expect, it } from 'vitest';
import type { World } from '../../playground/world.ts';
import { addSeconds } from '../../shared/domain/time.ts';
import { agreedLive, begins, mette, openLive } from '../support/live.ts';

/** The hourly reconcile, as EventBridge Scheduler sends it in AWS. */

const hour = 60 * 60;
const hourly = { hourlyReconcile: true };

/** What was to wake somebody is gone, as after a loss in the queue or in Scheduler. */
function loseAll({ wakes, journal }: World): void {
  for (const { id } of wakes.scheduled()) journal.remove(`schedule/${id}`);
  for (const { id } of wakes.queued()) journal.remove(`queue/${id}`);
}

it('finds a lost wake when time goes on, and brings what was due', async () => {
  const { world, mette: hands, slot } = await agreedLive({}, hourly);
  loseAll(world);
  await world.goTo(addSeconds(slot, hour));
  expect(world.missedInstants).toBe(1);
  expect(hands.messages().at(-1)?.text).toContain('Hej Mette');
  expect(world.wakes.scheduled()).toHaveLength(1);
  await world.goTo(addSeconds(slot, 7 * 24 * hour));
  expect(world.missedInstants).toBe(1);
  await world.close();
});

it('comes once an hour, at the first stop of the clock after it', async () => {
  const { world } = await openLive(hourly);
  const reconciled = async (seconds: number) => {
    await world.goTo(addSeconds(begins, seconds));
    return world.journal.get('reconciled-at');
  };
  const after = (seconds: number) => addSeconds(begins, seconds);
  expect(await reconciled(0)).toBe(begins);
  expect(await reconciled(hour - 1)).toBe(begins);
  expect(await reconciled(hour)).toBe(after(hour));
  expect(await reconciled(hour + 600)).toBe(after(hour));
  expect(await reconciled(2 * hour + 1)).toBe(after(2 * hour + 1));
  expect(await reconciled(30 * 24 * hour)).toBe(after(30 * 24 * hour));
  await world.close();
});

it('finds on the way of a long jump who was lost, where somebody else is woken', async () => {
  const { world, mette: hands, james, slot } = await agreedLive({}, hourly);
  await james.agree({ weekday: '4' });
  await world.goTo(addSeconds(world.clock.now(), 60));
  world.journal.remove(`schedule/person-T0HAVNBY-${mette.id}`);
  const nextSlot = addSeconds(slot, 7 * 24 * hour);
  await world.goTo(addSeconds(nextSlot, 24 * hour));
  expect(world.missedInstants).toBe(1);
  // Found on the Thursday between, too late for her Tuesday and in time for the next.
  const asked = hands.messages().filter(({ author }) => author === 'app');
  expect(asked.map(({ at }) => at)).toEqual([nextSlot]);
  await world.close();
});

it('is nothing that waits: "next" finds nobody in an empty world, and the queue is empty', async () => {
  const { world } = await openLive(hourly);
  await world.goTo(addSeconds(begins, 3 * hour));
  expect(world.wakes.queued()).toEqual([]);
  expect(world.wakes.next()).toBeUndefined();
  expect(await world.goToNext()).toBe(false);
  await world.close();
});

it('finds nobody who is only late: after two weeks of standstill the wake itself comes first', async () => {
  const { world, slot } = await agreedLive({}, hourly);
  world.clock.goTo(addSeconds(slot, 14 * 24 * hour));
  await world.catchUp();
  expect(world.missedInstants).toBe(0);
  await world.close();
});

it('goes on after the clock was set back for a story, and begins anew with everything else', async () => {
  const { world } = await openLive(hourly);
  await world.goTo(addSeconds(begins, 50 * hour));
  world.clock.startAt(begins);
  await world.catchUp();
  expect(world.journal.get('reconciled-at')).toBe(begins);
  await world.startOver();
  expect(world.journal.get('reconciled-at')).toBeUndefined();
  await world.close();
});

it('comes only where it is asked for', async () => {
  const { world, slot } = await agreedLive();
  loseAll(world);
  await world.goTo(addSeconds(slot, 5 * hour));
  expect(world.missedInstants).toBe(0);
  await world.close();
});
