import { type LogLevel, SocketModeClient } from '@slack/socket-mode';
import { z } from 'zod';

/** How long Slack may take to say hello. */
const helloMillis = 30_000;
/** How long we wait for Slack to close its end, too. */
const goodbyeMillis = 3000;

const said = z.object({
  type: z.enum(['hello', 'disconnect']),
  reason: z.string().optional(),
  num_connections: z.number().optional(),
});

type Events = {
  /** An envelope, as the library hands it on. */
  take: (sent: unknown, ack: (payload: object) => Promise<void>) => Promise<void>;
  /** How many sockets the app has open, this one among them. */
  hello: (connections: number) => void;
};

/**
 * One connection to Slack, from its hello to its end. The library would connect again by itself, but waits ever longer
 * while the network is away, and ends the process when Slack refuses; who has us knows better (socket.ts).
 */
export class Line extends SocketModeClient {
  /** When another is needed; with Slack's reason, if it gave one: `refresh_requested`, `link_disabled`. */
  readonly ended: Promise<string | undefined>;
  private readonly events: Events;
  private readonly underWay = new Set<Promise<void>>();
  private isEnding: (reason?: string) => void = () => {};

  constructor(appToken: string, apiUrl: string | undefined, events: Events) {
    super({
      appToken,
      autoReconnectEnabled: false,
      logger: quiet,
      clientOptions: {
        timeout: 10_000,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
      },
    });
    this.events = events;
    this.ended = new Promise((resolve) => {
      this.isEnding = resolve;
    });
    this.on('disconnected', () => this.isEnding());
    this.on('slack_event', (sent: Taken) => this.begin(sent));
  }

  get isOpen(): boolean {
    return this.websocket?.isActive() ?? false;
  }

  /** Resolves with Slack's hello; rejects with the Web API's error, or when nothing comes. */
  async open(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('Slack did not say hello')), helloMillis);
    });
    try {
      await Promise.race([this.start(), late, this.ended.then(refused)]);
    } catch (error) {
      void this.close();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Finishes what has begun, and hangs up. */
  async close(): Promise<void> {
    await Promise.all(this.underWay);
    const patience = new Promise((resolve) => setTimeout(resolve, goodbyeMillis).unref());
    await Promise.race([this.disconnect(), patience]);
  }

  /** The library hangs up at once when Slack asks for another connection; what is under way could then not be answered. */
  protected override async onWebSocketMessage(data: string | ArrayBuffer, isBinary: boolean): Promise<void> {
    const message = typeof data === 'string' ? said.safeParse(jsonOf(data)) : undefined;
    if (message?.data?.type === 'disconnect') return this.isEnding(message.data.reason);
    if (message?.data?.type === 'hello') this.events.hello(message.data.num_connections ?? 1);
    await super.onWebSocketMessage(data, isBinary);
  }

  private begin({ ack, ...sent }: Taken): void {
    const work = this.events.take(sent, ack).finally(() => this.underWay.delete(work));
    this.underWay.add(work);
  }
}

type Taken = { ack: (payload: object) => Promise<void> };

export class Refused extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`Slack hung up: ${code}`);
    this.code = code;
  }
}

function refused(reason: string | undefined): never {
  throw new Refused(reason ?? 'closed');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const nothing = () => {};
/** What the library says are whole messages; what matters of them we say ourselves. */
const quiet = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => 'error' as LogLevel,
  setName: nothing,
};
