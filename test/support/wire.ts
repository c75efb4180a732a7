import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * The requests that reach the HTTP servers of this process, that is all of the fakes, named by what they ask for:
 * `GetItem` and `Query` at DynamoDB, `chat.postMessage` at Slack.
 */
export class Wire {
  readonly requests: string[] = [];
  private readonly holds: Hold[] = [];
  private readonly listener = (message: unknown) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const name = nameOf(request);
    this.requests.push(name);
    const index = this.holds.findIndex((hold) => hold.name === name);
    if (index >= 0) this.holds.splice(index, 1)[0]?.take(request, response);
  };

  constructor() {
    subscribe('http.server.request.start', this.listener);
  }

  close(): void {
    unsubscribe('http.server.request.start', this.listener);
  }

  /** How often each was asked since the last time. */
  counts(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const name of this.requests.splice(0)) counts[name] = (counts[name] ?? 0) + 1;
    return counts;
  }

  /** The next request of that name is dealt with, but its answer is kept back until `release`. */
  hold(name: string): { dealtWith: Promise<void>; release: () => void } {
    const dealt = Promise.withResolvers<void>();
    let release = () => {};
    const take = (_: IncomingMessage, response: ServerResponse) => {
      const end = response.end.bind(response);
      response.end = ((...args: Parameters<typeof end>) => {
        release = () => end(...args);
        dealt.resolve();
        return response;
      }) as typeof response.end;
    };
    this.holds.push({ name, take });
    return { dealtWith: dealt.promise, release: () => release() };
  }

  /** The next request of that name, an operation of DynamoDB's, is refused there as one it does not know. */
  refuse(name: string): void {
    const take = ({ headers }: IncomingMessage) => {
      headers['x-amz-target'] = 'DynamoDB_20120810.Refused';
    };
    this.holds.push({ name, take });
  }
}

type Hold = { name: string; take: (request: IncomingMessage, response: ServerResponse) => void };

/** DynamoDB's and SQS's JSON protocols name the operation in a header, Slack in the path. */
function nameOf({ headers, url }: IncomingMessage): string {
  const target = headers['x-amz-target'];
  return typeof target === 'string' ? (target.split('.')[1] ?? target) : (url ?? '').replace(/^\/api\//, '');
}
