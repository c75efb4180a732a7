import { setTimeout as sleep } from 'node:timers/promises';
import { WebAPIPlatformError } from '@slack/web-api';
import type { Problem } from '../local/problem.ts';
import { describeError, type Log } from '../shared/log.ts';
import { ackFor, type Envelope, envelope } from './envelope.ts';
import { Line, Refused } from './line.ts';
import { socketProblem } from './slack-check.ts';

export type SocketOptions = {
  appToken: string;
  apiUrl: string | undefined;
  answer: (sent: Envelope) => Promise<{ statusCode: number; body: string } | undefined>;
  log: Log;
};

/** What lives shorter counts as a failure: the next is waited for. */
const livedMillis = 10_000;
const longestPauseMillis = 30_000;

/** A socket to Slack that is opened again whenever it closes; when Slack asks for that, the new one before the old is closed. */
export class Socket {
  private readonly options: SocketOptions;
  private readonly lines = new Set<Line>();
  private readonly closing = new AbortController();
  private readonly closed = new Promise<'closed'>((resolve) => {
    this.closing.signal.addEventListener('abort', () => resolve('closed'));
  });
  private running: Promise<Problem | undefined> | undefined;

  constructor(options: SocketOptions) {
    this.options = options;
  }

  get isOpen(): boolean {
    return [...this.lines].some(({ isOpen }) => isOpen);
  }

  /** Runs until it is closed; resolves before that with what a human has to mend, the token for instance. */
  run(onOpen: () => void): Promise<Problem | undefined> {
    this.running ??= this.keepOpen(onOpen);
    return this.running;
  }

  /** What has begun is finished and acknowledged; what comes now is not taken. */
  async close(): Promise<void> {
    this.closing.abort();
    await this.running;
    await Promise.all([...this.lines].map((line) => this.hangUp(line)));
  }

  private async keepOpen(onOpen: () => void): Promise<Problem | undefined> {
    for (let failures = 0; !this.closing.signal.aborted; ) {
      // A network that swallows everything takes its time to fail, too: only an open line lives.
      let openedAt = Number.POSITIVE_INFINITY;
      try {
        const line = await this.connect();
        openedAt = Date.now();
        onOpen();
        const reason = await Promise.race([line.ended, this.closed]);
        const problem = reason === undefined ? undefined : socketProblem(reason);
        if (problem) return problem;
        this.options.log.info('The socket to Slack ended', { reason });
      } catch (error) {
        const problem = socketProblem(codeOf(error));
        if (problem) return problem;
        // A laptop may be away for days.
        if (failures === 0)
          this.options.log.warn('Slack could not be reached', {
            ...describeError(error),
            code: codeOf(error),
          });
      }
      failures = Date.now() - openedAt > livedMillis ? 0 : failures + 1;
      await this.pause(failures);
    }
    return undefined;
  }

  private async connect(): Promise<Line> {
    const { appToken, apiUrl, log } = this.options;
    const others = [...this.lines];
    const line = new Line(appToken, apiUrl, {
      take: (sent, ack) => this.take(sent, ack),
      hello: (connections) => {
        if (connections > others.length + 1)
          log.warn('Slack has other sockets of this app open', { connections });
      },
    });
    await line.open();
    this.lines.add(line);
    for (const old of others) void this.hangUp(old);
    return line;
  }

  /** Never rejects: what can't be acknowledged, Slack tells the person of, or sends again. */
  private async take(sent: unknown, ack: (payload: object) => Promise<void>): Promise<void> {
    const { log, answer } = this.options;
    if (this.closing.signal.aborted) return;
    try {
      const taken = envelope.parse(sent);
      const answered = await answer(taken);
      const payload = answered && ackFor(answered, taken);
      if (payload) await ack(payload);
      else
        log.warn('Something from Slack was not answered', { kind: taken.type, status: answered?.statusCode });
    } catch (error) {
      log.error('An answer did not reach Slack', describeError(error));
    }
  }

  private async hangUp(line: Line): Promise<void> {
    await line.close();
    this.lines.delete(line);
  }

  private async pause(failures: number): Promise<void> {
    const millis = failures === 0 ? 0 : Math.min(500 * 2 ** failures, longestPauseMillis);
    await sleep(millis, undefined, { signal: this.closing.signal }).catch(() => {});
  }
}

function codeOf(error: unknown): string {
  if (error instanceof WebAPIPlatformError) return error.data.error;
  return error instanceof Refused ? error.code : '';
}
