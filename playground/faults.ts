/**
 * What the world outside may do any day instead of answering. `hang`, `cut` and a `status` have no effect at the other end;
 * `lost` has: the call took effect, and its answer never came.
 */
export type Fault =
  | { kind: 'busy'; retryAfter: number }
  | { kind: 'refuse'; error: string }
  | { kind: 'status'; status: number }
  | { kind: 'hang' }
  | { kind: 'cut' }
  | { kind: 'lost' };

/** Whom a call goes to; `app` is what Slack sends to us. */
export type Service = 'slack' | 'dynamodb' | 'sqs' | 'scheduler' | 'app';

/**
 * What the next calls get, by name: a method of Slack's (`views.open`), an operation of a service
 * (`dynamodb.PutItem`, `sqs.SendMessage`, `app.request`), or any of a service's (`slack.*`).
 */
export class Faults extends Map<string, Fault[]> {
  /** The fault of this call, which is then used up. */
  take(service: Service, name: string): Fault | undefined {
    const own = service === 'slack' ? name : `${service}.${name}`;
    return this.get(own)?.shift() ?? this.get(`${service}.*`)?.shift();
  }

  /** One more, `times` over, after what is armed there already. */
  arm(target: string, fault: Fault, times: number): void {
    const more = Array.from({ length: times }, () => fault);
    this.set(target, [...(this.get(target) ?? []), ...more]);
  }
}

/** How long a client of AWS waits that has no answer: as long as the Slack function's (functions/slack/handler.ts). */
const awsTimeoutMillis = 1000;

/**
 * A call to AWS with the fault in its way. The errors carry what the SDK decides by whether to try again: throttling, a
 * server's error, a broken connection.
 */
export async function withFault<T>(fault: Fault | undefined, call: () => Promise<T>): Promise<T> {
  if (fault === undefined) return call();
  if (fault.kind === 'lost') await call();
  if (fault.kind === 'hang') await new Promise((resolve) => setTimeout(resolve, awsTimeoutMillis));
  throw errorOf(fault);
}

function errorOf(fault: Fault): Error {
  switch (fault.kind) {
    case 'busy':
      return awsError('ThrottlingException', 400);
    case 'refuse':
      return awsError(fault.error, 400);
    case 'status':
      return awsError('InternalServerError', fault.status);
    case 'hang':
      return Object.assign(new Error('No answer in time'), { name: 'TimeoutError' });
    case 'cut':
    case 'lost':
      return Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
  }
}

function awsError(name: string, httpStatusCode: number): Error {
  const fault = httpStatusCode < 500 ? 'client' : 'server';
  return Object.assign(new Error(name), { name, $fault: fault, $metadata: { httpStatusCode } });
}
