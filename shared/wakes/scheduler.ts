import {
  ConflictException,
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  ResourceNotFoundException,
  type SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import type { GroupId } from '../domain/group.ts';
import type { PersonId } from '../domain/person.ts';
import { type Instant, millisOf } from '../domain/time.ts';
import { scheduleName, shortestScheduleSeconds, type Wakes, wakeOf } from './wakes.ts';

export type ScheduleTarget = { group: string; roleArn: string; queueArn: string; deadLetterArn: string };

/** EventBridge Scheduler for what is far off, the queue for what is near. The worker's alone. */
export function scheduledWakes(soon: Wakes['soon'], client: SchedulerClient, target: ScheduleTarget): Wakes {
  return {
    soon,
    async at(recipient, instant, now) {
      const seconds = (millisOf(instant) - millisOf(now)) / 1000;
      if (seconds < shortestScheduleSeconds) return soon(recipient, seconds);
      await upsert(client, scheduleFor(recipient, instant, target));
    },
    async cancel(recipient) {
      const schedule = { GroupName: target.group, Name: scheduleName(recipient) };
      try {
        await client.send(new DeleteScheduleCommand(schedule));
      } catch (error) {
        // It fired and deleted itself, or there never was one.
        if (!(error instanceof ResourceNotFoundException)) throw error;
      }
    },
  };
}

/** Create, on Conflict Update; and once more, should the schedule have fired and gone in between. */
async function upsert(client: SchedulerClient, schedule: CreateScheduleCommandInput): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await client.send(new CreateScheduleCommand(schedule));
      return;
    } catch (error) {
      if (!(error instanceof ConflictException)) throw error;
    }
    try {
      await client.send(new UpdateScheduleCommand(schedule));
      return;
    } catch (error) {
      if (!(error instanceof ResourceNotFoundException) || attempt > 0) throw error;
    }
  }
}

/**
 * The recipient's only schedule: one time, in UTC (no daylight saving to skip it), deleted after it fired. Name: 1–64 of
 * `[0-9a-zA-Z-_.]`. https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html
 */
export function scheduleFor(
  recipient: PersonId | GroupId,
  instant: Instant,
  target: ScheduleTarget,
): CreateScheduleCommandInput {
  return {
    GroupName: target.group,
    Name: scheduleName(recipient),
    ScheduleExpression: `at(${instant.replace(/Z$/, '')})`,
    ScheduleExpressionTimezone: 'UTC',
    FlexibleTimeWindow: { Mode: 'OFF' },
    ActionAfterCompletion: 'DELETE',
    Target: {
      Arn: target.queueArn,
      RoleArn: target.roleArn,
      Input: JSON.stringify(wakeOf(recipient)),
      DeadLetterConfig: { Arn: target.deadLetterArn },
      RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
    },
  };
}
