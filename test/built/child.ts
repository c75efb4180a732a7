import { createRequire } from 'node:module';

/** Loads a bundle as Lambda does, and answers the events it is sent over IPC. */

type Ask = { id: number; event: unknown; at: number | undefined };

/** The app reads the time through `Date.now` alone, so a later call can be had without waiting. Set before it loads. */
const wallClock = Date.now;
let ahead = 0;
Date.now = () => wallClock() + ahead;

function say(message: object): void {
  process.send?.(message);
}

try {
  const { handler } = createRequire(import.meta.url)(process.argv[2] ?? '');
  process.on('message', ({ id, event, at }: Ask) => {
    ahead = at === undefined ? 0 : at - wallClock();
    Promise.resolve()
      .then(() => handler(event, { functionName: 'trivsel-test' }))
      .then(
        (answer) => say({ id, answer }),
        (error) => say({ id, error: String(error) }),
      );
  });
  say({ loaded: true });
} catch (error) {
  say({ loaded: false, error: String(error) });
  process.disconnect();
}
