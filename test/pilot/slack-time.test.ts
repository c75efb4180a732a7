import { expect, it } from 'vitest';
import { Clock } from '../../local/clock.ts';
import { Journal } from '../../local/journal.ts';
import { Problem } from '../../local/problem.ts';
import { Unreachable } from '../../pilot/slack-check.ts';
import { SlackTime } from '../../pilot/slack-time.ts';

it.each([
  ['can’t be reached', new Unreachable('The network')],
  ['doesn’t accept the token', new Problem('Nej.', 'No.')],
])('a Slack that %s is not asked at every tick what time it is', async (_, error) => {
  let asked = 0;
  const said: string[] = [];
  const note = (message: string) => said.push(message);
  const ask = async () => {
    asked += 1;
    throw error;
  };
  const time = new SlackTime(new Clock(new Journal()), ask, { info: note, warn: note, error: note });
  for (let tick = 0; tick < 5; tick += 1) expect(await time.isKnown()).toBe(false);
  expect(asked).toBe(1);
  expect(said).toHaveLength(error instanceof Problem ? 1 : 0);
});
