import type { FetchFunction } from '@slack/web-api';
import { millisOf } from '../../shared/domain/time.ts';
import type { Log } from '../../shared/log.ts';
import { scheduleName, shortestScheduleSeconds, type Wakes, wakeOf } from '../../shared/wakes/wakes.ts';
import { type Faults, withFault } from '../faults.ts';
import { objectIn, readRequest } from './payloads.ts';
import { currentTrace, type Recorder } from './recorder.ts';

/** Stands at each wire between the app and the world: records what crosses it, and cuts it where a fault is armed. */

type Answer = { statusCode: number; headers?: Record<string, unknown>; body: string };
export type SlackHandler = (event: unknown) => Promise<Answer>;
type Failures = { batchItemFailures: { itemIdentifier: string }[] };
export type WorkerHandler = (event: unknown) => Promise<Failures>;

/** What Slack, or the gateway in its place, makes of a function that failed. */
const gone: Answer = { statusCode: 502, body: '' };
/** A little more than Slack's three seconds. */
const hangMillis = 3100;

/** Slack's requests to the app, and its answers. */
export function watchSlackApp(recorder: Recorder, faults: Faults, handle: SlackHandler): SlackHandler {
  const answer = async (event: unknown): Promise<Answer> => {
    const fault = faults.take('app', 'request');
    if (fault === undefined) return handle(event);
    if (fault.kind === 'lost') await handle(event);
    if (fault.kind === 'hang') await new Promise((resolve) => setTimeout(resolve, hangMillis));
    return fault.kind === 'status' ? { ...gone, statusCode: fault.status } : gone;
  };
  return (event) =>
    recorder.begin(
      { kind: 'request', ...readRequest(event), sent: event },
      () => answer(event),
      (answered) => ({ answered, result: String(answered.statusCode), failed: answered.statusCode >= 400 }),
    );
}

/** The queue's messages to the worker. */
export function watchWorkerApp(recorder: Recorder, handle: WorkerHandler): WorkerHandler {
  return (event) => {
    const [first] = (event as { Records?: { body?: unknown }[] } | undefined)?.Records ?? [];
    const message = (objectIn(String(first?.body)) ?? {}) as Record<string, string | undefined>;
    const who = message['user'] ?? message['channel'];
    return recorder.begin(
      { kind: 'wake', name: message['kind'] ?? '', sent: event, who },
      () => handle(event),
      (answered) => {
        const failed = answered.batchItemFailures.length > 0;
        return { answered, result: failed ? 'comes back' : 'done', failed };
      },
    );
  };
}

/** What the app puts on the queue, and into the schedule. */
export function watchWakes(recorder: Recorder, faults: Faults, wakes: Wakes): Wakes {
  const done = () => ({ result: 'ok', failed: false });
  const soon = (to: string, name: string, sent: unknown, put: () => Promise<void>) =>
    recorder.call(
      { kind: name === 'SendMessage' ? 'queue' : 'schedule', name, sent, to },
      () => withFault(faults.take(name === 'SendMessage' ? 'sqs' : 'scheduler', name), put),
      done,
    );
  return {
    soon: (recipient, delaySeconds, signal) => {
      const sent = { MessageBody: wakeOf(recipient), DelaySeconds: delaySeconds };
      return soon(idOf(recipient), 'SendMessage', sent, () => wakes.soon(recipient, delaySeconds, signal));
    },
    at: (recipient, instant, now) => {
      const seconds = (millisOf(instant) - millisOf(now)) / 1000;
      const isNear = seconds < shortestScheduleSeconds;
      const body = wakeOf(recipient);
      const sent = isNear
        ? { MessageBody: body, DelaySeconds: Math.max(0, Math.ceil(seconds)) }
        : { Name: scheduleName(recipient), ScheduleExpression: `at(${instant})`, Input: body };
      const name = isNear ? 'SendMessage' : 'CreateSchedule';
      return soon(idOf(recipient), name, sent, () => wakes.at(recipient, instant, now));
    },
    cancel: (recipient) => {
      const sent = { Name: scheduleName(recipient) };
      return soon(idOf(recipient), 'DeleteSchedule', sent, () => wakes.cancel(recipient));
    },
  };
}

const idOf = (recipient: Parameters<Wakes['soon']>[0]): string =>
  Object.values(wakeOf(recipient)).at(-1) ?? '';

/** The app's lines in the log. */
export function watchLog(recorder: Recorder, log: Log): Log {
  const at = (level: 'info' | 'warn' | 'error'): Log['info'] => {
    return (message, facts) => {
      const failed = level !== 'info';
      const entry = recorder.add(
        { kind: 'log', name: message, sent: { level, message, facts } },
        currentTrace()?.trace,
      );
      recorder.end(entry, { result: level, failed });
      log[level](message, facts);
    };
  };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

/** Names the trace that a call of Slack's Web API belongs to: on the other side of a socket nobody else knows. */
export const traceHeader = 'x-playground-trace';

export const tracedFetch: FetchFunction = (url, init) => {
  const trace = currentTrace()?.trace;
  if (trace === undefined) return fetch(url, init);
  // Slack's client gives them as an object.
  const headers = { ...(init?.headers as Record<string, string>), [traceHeader]: String(trace) };
  return fetch(url, { ...init, headers });
};
