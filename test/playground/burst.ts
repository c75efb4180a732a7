import { mette, openLive } from '../support/live.ts';

/** A playground in a process of its own, that is killed. It says over IPC what it acknowledged. */

const [folder, started] = process.argv.slice(2);
const write = (message: string, facts: object) =>
  process.stderr.write(`${message} ${JSON.stringify(facts)}\n`);
const log = { info: write, warn: write, error: write };
const live = await openLive({ ...(folder === undefined ? {} : { folder }), standsAt: started ?? '', log });
const { world, mette: hands } = live;
await hands.agree();
await world.goTo('2026-11-24T09:01:00Z');
process.send?.({ acknowledged: 'agreement' });

for (let count = 1; ; count += 1) {
  await hands.answer('3', `Sejr ${count}`);
  world.slack.addMessage({ channel: 'D0METTE', author: mette.id, text: `Besked ${count}` });
  process.send?.({ acknowledged: count });
}
