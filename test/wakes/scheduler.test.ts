import { SchedulerClient } from '@aws-sdk/client-scheduler';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecipientId } from '../../shared/domain/recipient.ts';
import { addSeconds, instantFromMillis } from '../../shared/domain/time.ts';
import { scheduledWakes, scheduleFor } from '../../shared/wakes/scheduler.ts';
import type { Wakes } from '../../shared/wakes/wakes.ts';
import { credentials, region } from '../support/queue.ts';
import { FakeScheduler } from '../support/scheduler.ts';

/** The far-off wakes, against a fake of EventBridge Scheduler at the wire that keeps the documented limits. */

const person = { tenant: 'T0HAVNBY', user: 'U0METTE' };
const channel = { tenant: 'T0HAVNBY', channel: 'C0LEDER' };
const now = '2026-11-24T09:00:00Z';
const far = '2026-12-01T08:03:06Z';
const target = {
  group: 'trivsel-prod',
  roleArn: 'arn:aws:iam::123456789012:role/trivsel-prod-schedules',
  queueArn: 'arn:aws:sqs:eu-west-1:123456789012:trivsel-prod-work',
  deadLetterArn: 'arn:aws:sqs:eu-west-1:123456789012:trivsel-prod-schedules-dlq',
};

let scheduler: FakeScheduler;
let client: SchedulerClient;
let wakes: Wakes;
let queued: { recipient: RecipientId; delay: number }[];

beforeEach(async () => {
  scheduler = await FakeScheduler.open();
  client = new SchedulerClient({ endpoint: scheduler.endpoint, region, credentials });
  queued = [];
  const soon: Wakes['soon'] = async (recipient, delay) => {
    queued.push({ recipient, delay });
  };
  wakes = scheduledWakes(soon, client, target);
});
afterEach(async () => {
  client.destroy();
  await scheduler.close();
});

describe('a look that is far off', () => {
  it('is created as a schedule, with all it needs to reach the queue', async () => {
    await wakes.at(person, far, now);
    expect(scheduler.requests).toEqual(['POST 200']);
    expect(queued).toEqual([]);
    expect(scheduler.only()).toEqual({
      Name: 'person-T0HAVNBY-U0METTE',
      GroupName: 'trivsel-prod',
      ClientToken: expect.any(String),
      ScheduleExpression: 'at(2026-12-01T08:03:06)',
      ScheduleExpressionTimezone: 'UTC',
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'DELETE',
      Target: {
        Arn: target.queueArn,
        RoleArn: target.roleArn,
        Input: '{"kind":"person","tenant":"T0HAVNBY","user":"U0METTE"}',
        DeadLetterConfig: { Arn: target.deadLetterArn },
        RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
      },
    });
  });

  it('replaces the one there was, whole', async () => {
    await wakes.at(person, far, now);
    const first = scheduler.only();
    await wakes.at(person, addSeconds(far, 60), now);
    expect(scheduler.requests).toEqual(['POST 200', 'POST 409', 'PUT 200']);
    const { ClientToken: _, ...second } = scheduler.only();
    expect(second).toEqual({
      ...withoutToken(first),
      ScheduleExpression: 'at(2026-12-01T08:04:06)',
    });
  });

  it('is created after all when the one there was fired in between', async () => {
    await wakes.at(person, addSeconds(far, -3600), now);
    scheduler.before = (request) => request === 'PUT' && scheduler.schedules.clear();
    await wakes.at(person, far, now);
    expect(scheduler.requests).toEqual(['POST 200', 'POST 409', 'PUT 404', 'POST 200']);
    expect(scheduler.only().ScheduleExpression).toBe('at(2026-12-01T08:03:06)');
  });

  it('is an error when others create and delete it all the time', async () => {
    const blocking = scheduleAsStored();
    scheduler.before = (request) => {
      if (request === 'POST') scheduler.schedules.set('trivsel-prod/person-T0HAVNBY-U0METTE', blocking);
      else scheduler.schedules.clear();
    };
    await expect(wakes.at(person, far, now)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    expect(scheduler.requests).toEqual(['POST 409', 'PUT 404', 'POST 409', 'PUT 404']);
  });

  it('is an error when Scheduler says no', async () => {
    const wrong = scheduledWakes(wakes.soon, client, { ...target, group: 'not a group' });
    await expect(wrong.at(person, far, now)).rejects.toMatchObject({ name: 'ValidationException' });
    expect(scheduler.schedules.size).toBe(0);
  });

  it('of a channel is created under its own name, and brings its own wake', async () => {
    await wakes.at(channel, far, now);
    const { Name, Target } = scheduler.only();
    expect(Name).toBe('channel-T0HAVNBY-C0LEDER');
    expect(Target.Input).toBe('{"kind":"channel","tenant":"T0HAVNBY","channel":"C0LEDER"}');
  });

  it('is one per recipient, whoever has others', async () => {
    await wakes.at(person, far, now);
    await wakes.at({ ...person, user: 'U0JAMES' }, far, now);
    await wakes.at({ ...person, tenant: 'T0OTHER' }, far, now);
    await wakes.at(channel, far, now);
    // A channel and a person never share one, whatever their ids.
    await wakes.at({ tenant: person.tenant, channel: person.user }, far, now);
    expect(scheduler.requests).toEqual(Array.from({ length: 5 }, () => 'POST 200'));
    expect(scheduler.schedules.size).toBe(5);
  });

  it('fits the limits for any ids, any instant', async () => {
    const id = fc.stringMatching(/^[A-Za-z0-9]{1,20}$/);
    const seconds = fc.integer({ min: 900, max: 20 * 365 * 24 * 3600 });
    await fc.assert(
      fc.asyncProperty(id, id, seconds, async (tenant, which, ahead) => {
        const recipients = [
          { kind: 'person', tenant, user: which },
          { kind: 'channel', tenant, channel: which },
        ] as const;
        for (const recipient of recipients) {
          scheduler.schedules.clear();
          await wakes.at(recipient, addSeconds(now, ahead), now);
          expect(JSON.parse(scheduler.only().Target.Input ?? '')).toEqual(recipient);
        }
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    { tenant: 'E'.repeat(20), user: 'W'.repeat(20) },
    { tenant: 'E'.repeat(20), channel: 'C'.repeat(20) },
  ])('fits the limits for the longest ids', async (longest) => {
    await wakes.at(longest, far, now);
    expect(scheduler.only().Name.length).toBeLessThanOrEqual(64);
  });

  it('is a whole second, also from a clock with milliseconds', () => {
    const instant = instantFromMillis(Date.UTC(2026, 11, 1, 8, 3, 6, 789));
    expect(scheduleFor(person, instant, target).ScheduleExpression).toBe('at(2026-12-01T08:03:06)');
  });

  it('tells two people apart whose ids run together', () => {
    const one = scheduleFor({ tenant: 'T1', user: 'U1' }, far, target).Name;
    expect(scheduleFor({ tenant: 'T1U', user: '1' }, far, target).Name).not.toBe(one);
  });
});

describe('a look that is no more', () => {
  it('has no schedule, and whoever had another keeps it', async () => {
    await wakes.at(person, far, now);
    await wakes.at(channel, far, now);
    await wakes.cancel(person);
    expect(scheduler.requests).toEqual(['POST 200', 'POST 200', 'DELETE 200']);
    expect(scheduler.only().Name).toBe('channel-T0HAVNBY-C0LEDER');
  });

  it('need not have been', async () => {
    await wakes.cancel(person);
    expect(scheduler.requests).toEqual(['DELETE 404']);
  });
});

describe('a look that is near', () => {
  it.each([
    { says: 'a quarter of an hour ahead', ahead: 900, delays: [] },
    { says: 'a second less', ahead: 899, delays: [899] },
    { says: 'a minute ahead', ahead: 60, delays: [60] },
    { says: 'now', ahead: 0, delays: [0] },
  ])('$says', async ({ ahead, delays }) => {
    await wakes.at(person, addSeconds(now, ahead), now);
    expect(queued.map(({ delay }) => delay)).toEqual(delays);
    expect(scheduler.requests).toHaveLength(delays.length === 0 ? 1 : 0);
  });

  it('in the past is for the queue to bring at once', async () => {
    await wakes.at(person, addSeconds(now, -3600), now);
    expect(queued).toEqual([{ recipient: person, delay: expect.any(Number) }]);
    expect(queued[0]?.delay).toBeLessThanOrEqual(0);
    expect(scheduler.requests).toEqual([]);
  });
});

function withoutToken<T extends { ClientToken: string }>({ ClientToken: _, ...rest }: T) {
  return rest;
}

function scheduleAsStored() {
  const { GroupName, Name, Target, ...rest } = scheduleFor(person, far, target);
  return { ...rest, GroupName, Name, Target, ClientToken: 'others' } as ReturnType<FakeScheduler['only']>;
}
