import { expect, test } from 'vitest';
import { countCalls } from '../../bench/counts.ts';

/** What `npm run bench` prints must not grow unnoticed: each of these stands between a person and their answer. */
test('what an interaction asks of others stays within its bounds', async () => {
  const counts = await countCalls();
  const atMost = (most: number) => expect.toSatisfy((count: number) => count <= most, `at most ${most}`);
  const submit = { reads: atMost(2), writes: 1, queue: 1, schedules: 0, slack: atMost(1) };
  expect(counts).toEqual({
    command: { reads: 1, writes: 0, queue: 0, schedules: 0, slack: 1 },
    submit,
    answer: submit,
    'wake that sends': { reads: atMost(2), writes: 2, queue: 0, schedules: 1, slack: atMost(2) },
    'wake for nothing': { reads: atMost(2), writes: 0, queue: 0, schedules: atMost(1), slack: 0 },
    'naming a manager': submit,
    asking: submit,
    'opening what is asked': { reads: 2, writes: 0, queue: 0, schedules: 0, slack: 1 },
    'answering what is asked': submit,
    'wake that tells another': { reads: 2, writes: 2, queue: 1, schedules: 1, slack: 0 },
    'wake that sends news': { reads: atMost(2), writes: 2, queue: 1, schedules: 0, slack: 1 },
    // Slack is asked about who acts, the channel, its readers, the app itself, and each of the twelve at once. Who acts was
    // never met: what the workspace decided is read by itself.
    'making a group agreement': { ...submit, reads: atMost(3), slack: atMost(4 + 12) },
    'wake of a group for nothing': { reads: 2, writes: 0, queue: 0, schedules: atMost(1), slack: 0 },
    // It looks at the channel and who is in it, reads who is next to keep the round moving, and brings the card up to date;
    // the twelve are told by the look that follows.
    'wake that opens a round': {
      reads: 2,
      writes: 2,
      queue: atMost(1),
      schedules: atMost(1),
      slack: atMost(4),
    },
    'wake that tells of a round': {
      ...{ reads: 1 + 12, writes: 1 + 12, queue: 12, schedules: 1, slack: atMost(1) },
    },
    'opening the form for a contribution': { reads: 2, writes: 0, queue: 0, schedules: 0, slack: 1 },
    contributing: { ...submit, slack: 0 },
    'wake that repaints the opening': { reads: 1, writes: 1, queue: 0, schedules: 1, slack: 1 },
    'wake that closes a round': { reads: atMost(3), writes: atMost(3), queue: 0, schedules: 1, slack: 2 },
    'closing a round by hand': submit,
    'wake that sums up': { reads: atMost(3), writes: atMost(3), queue: 0, schedules: 1, slack: 2 },
  });
});
