import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

/**
 * EventBridge Scheduler at the wire (REST-JSON), as far as schedules are created, updated and deleted. It never fires; it says no
 * to what the service would say no to. Limits:
 * https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html
 */
const name = z.string().regex(/^[0-9a-zA-Z\-_.]{1,64}$/);
const arn = (service: string) =>
  z
    .string()
    .max(1600)
    .regex(new RegExp(`^arn:aws:${service}:`));
const mostInputBytes = 256 * 1024;

const schedule = z.strictObject({
  Name: name,
  GroupName: name,
  ClientToken: z.string().regex(/^[a-zA-Z0-9\-_]{1,64}$/),
  ScheduleExpression: z
    .string()
    .max(256)
    .regex(/^at\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\)$/),
  ScheduleExpressionTimezone: z.string().min(1).max(50),
  FlexibleTimeWindow: z.discriminatedUnion('Mode', [
    z.strictObject({ Mode: z.literal('OFF') }),
    z.strictObject({ Mode: z.literal('FLEXIBLE'), MaximumWindowInMinutes: z.int().min(1).max(1440) }),
  ]),
  ActionAfterCompletion: z.enum(['NONE', 'DELETE']).optional(),
  Target: z.strictObject({
    Arn: arn('sqs'),
    RoleArn: arn('iam'),
    Input: z
      .string()
      .min(1)
      .refine((input) => Buffer.byteLength(input) <= mostInputBytes)
      .optional(),
    DeadLetterConfig: z.strictObject({ Arn: arn('sqs') }).optional(),
    RetryPolicy: z
      .strictObject({
        MaximumEventAgeInSeconds: z.int().min(60).max(86_400),
        MaximumRetryAttempts: z.int().min(0).max(185),
      })
      .optional(),
  }),
});
export type FakeSchedule = z.infer<typeof schedule>;

type Answer = { status: number; error?: string };

export class FakeScheduler {
  /** By group and name. */
  readonly schedules = new Map<string, FakeSchedule>();
  /** What was asked, and what came of it: `POST 409`. */
  readonly requests: string[] = [];
  /** Called before each request is dealt with: for what happens in between. */
  before: (request: string) => void = () => {};
  private readonly server: Server = createServer((request, response) => {
    void textOf(request).then((body) => {
      const { status, error } = this.answer(request.method ?? '', request.url ?? '', body);
      this.requests.push(`${request.method} ${status}`);
      const type = error === undefined ? {} : { 'x-amzn-errortype': error };
      response.writeHead(status, { 'content-type': 'application/json', ...type });
      response.end(
        JSON.stringify(error === undefined ? { ScheduleArn: 'arn:aws:scheduler' } : { Message: error }),
      );
    });
  });

  static async open(): Promise<FakeScheduler> {
    const scheduler = new FakeScheduler();
    await new Promise<void>((resolve) => scheduler.server.listen(0, '127.0.0.1', resolve));
    return scheduler;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  only(): FakeSchedule {
    const [found, ...others] = [...this.schedules.values()];
    if (found === undefined || others.length > 0) throw new Error(`${this.schedules.size} schedules`);
    return found;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(method: string, url: string, body: string): Answer {
    this.before(method);
    const { pathname, searchParams } = new URL(url, this.endpoint);
    const [, given] = /^\/schedules\/([^/]+)$/.exec(pathname) ?? [];
    if (given === undefined) return { status: 404, error: 'ResourceNotFoundException' };
    if (method === 'DELETE') return this.remove(`${searchParams.get('groupName') ?? 'default'}/${given}`);
    const read = schedule.safeParse({ ...JSON.parse(body), Name: decodeURIComponent(given) });
    if (!read.success) return { status: 400, error: 'ValidationException' };
    const key = `${read.data.GroupName}/${read.data.Name}`;
    const isKnown = this.schedules.has(key);
    if (method === 'POST' && isKnown) return { status: 409, error: 'ConflictException' };
    if (method === 'PUT' && !isKnown) return { status: 404, error: 'ResourceNotFoundException' };
    if (method !== 'POST' && method !== 'PUT') return { status: 400, error: 'ValidationException' };
    this.schedules.set(key, read.data);
    return { status: 200 };
  }

  /** https://docs.aws.amazon.com/scheduler/latest/APIReference/API_DeleteSchedule.html */
  private remove(key: string): Answer {
    return this.schedules.delete(key) ? { status: 200 } : { status: 404, error: 'ResourceNotFoundException' };
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
