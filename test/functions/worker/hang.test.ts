import { afterEach, expect, it } from 'vitest';
import type { World } from '../../../playground/world.ts';
import { addSeconds } from '../../../shared/domain/time.ts';
import { agreedLive, mette, storedPerson } from '../../support/live.ts';

/** In a file of its own, since it takes the worker's whole patience by the wall clock, six seconds. */

let world: World;
afterEach(() => world.close());

it('a Slack that hangs is given up in time; the message comes back and is sent', async () => {
  const live = await agreedLive();
  world = live.world;
  world.webApi.faults.set('chat.postMessage', [{ kind: 'hang' }]);
  const began = Date.now();
  await world.goTo(live.slot);
  expect(Date.now() - began).toBeLessThan(10_000);
  expect(live.mette.messages()).toEqual([]);
  await world.goTo(addSeconds(live.slot, 300));
  expect(live.mette.messages()).toHaveLength(1);
  expect(world.wakes.deadLetters()).toEqual([]);
  expect((await storedPerson(world, mette.id)).prompt?.state).toBe('sent');
}, 30_000);
