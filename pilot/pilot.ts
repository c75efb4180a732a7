import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { slackApp } from '../functions/slack/app.ts';
import { workerApp } from '../functions/worker/app.ts';
import { Clock } from '../local/clock.ts';
import type { Problem } from '../local/problem.ts';
import { LocalWakes } from '../local/wakes.ts';
import { describeError, type Log } from '../shared/log.ts';
import { webSlack } from '../shared/slack/web.ts';
import { dynamoStore } from '../shared/store/dynamo.ts';
import { type Backup, collect } from './backup.ts';
import { type Envelope, eventFrom } from './envelope.ts';
import { type DataFolder, tableName } from './folder.ts';
import type { Settings } from './settings.ts';
import { type Checked, checkSlack } from './slack-check.ts';
import { SlackTime } from './slack-time.ts';
import { Socket } from './socket.ts';

/** How often what fell due is delivered. */
const tickMillis = 500;
/** A full disk stays full for a while, and each try that fails is a line in the log. */
const troubleMillis = 30_000;

/** The same two functions as in AWS, between a real Slack and what this machine has. */
export class Pilot {
  /** The Slack function: a gateway's event in, the gateway's answer out. */
  readonly handleSlack: ReturnType<typeof slackApp>;
  private readonly handleWorker: ReturnType<typeof workerApp>;
  private readonly folder: DataFolder;
  private readonly log: Log;
  private readonly wakes: LocalWakes;
  private readonly time: SlackTime;
  private readonly socket: Socket;
  private readonly stopping = new AbortController();
  /** Only who knows it can make requests: this process, from what comes over its socket. */
  private readonly signingSecret = randomBytes(32).toString('base64url');
  private turn: Promise<unknown> = Promise.resolve();

  /** `checked`: what Slack said of the token, and what time it is. */
  constructor(settings: Settings, folder: DataFolder, log: Log, checked: Checked) {
    const { botToken, appToken, apiUrl, publicUrl } = settings;
    this.folder = folder;
    this.log = log;
    const clock = new Clock(folder.journal);
    this.time = new SlackTime(clock, () => checkSlack(botToken, apiUrl), log);
    this.time.hear(checked);
    this.wakes = new LocalWakes(folder.journal, clock);
    const store = dynamoStore(folder.database.client, tableName);
    const now = () => clock.now();
    const answering = webSlack(botToken, apiUrl, 'answer');
    const working = webSlack(botToken, apiUrl, 'worker');
    this.handleSlack = slackApp({
      signingSecret: this.signingSecret,
      store,
      soon: (recipient, seconds) => this.wakes.soon(recipient, seconds),
      slack: () => answering,
      now,
      log,
      newReference: () => randomUUID().slice(0, 8),
      publicUrl: () => publicUrl,
      newToken: () => randomBytes(32).toString('base64url'),
    });
    const metrics = {
      missedInstants: (count: number) => count > 0 && log.warn('Instants had passed', { count }),
      givenUp: (count: number) => log.warn('A message was given up until the next slot', { count }),
    };
    this.handleWorker = workerApp({ store, wakes: this.wakes, slack: () => working, now, log, metrics });
    this.socket = new Socket({ appToken, apiUrl, log, answer: (sent) => this.answer(sent) });
  }

  /** Runs until it is stopped, or until a human has to mend something. */
  async run(onOpen: () => void): Promise<Problem | undefined> {
    const lost = this.wakes.deadLetters().length;
    if (lost > 0) this.log.warn('Messages that failed five times are kept', { count: lost });
    const delivering = this.keepDelivering();
    const problem = await this.socket.run(onOpen);
    this.stopping.abort();
    await delivering;
    return problem;
  }

  /** Finishes what has begun, and takes nothing new. What is left is there when it starts again. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.socket.close();
  }

  /** Everything there is, while nothing of it is delivered. */
  backup(): Promise<Backup> {
    return this.inTurn(() => collect(this.folder));
  }

  private async answer(sent: Envelope) {
    const event = eventFrom(sent, this.signingSecret);
    return event && this.handleSlack(event);
  }

  private async keepDelivering(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const pause = await this.inTurn(() => this.deliver()).then(
        () => tickMillis,
        (error: unknown) => this.afterTrouble(error),
      );
      await sleep(pause, undefined, { signal }).catch(() => {});
    }
  }

  private afterTrouble(error: unknown): number {
    this.log.error('What fell due could not be delivered', describeError(error));
    return troubleMillis;
  }

  /** Nothing is tried while Slack can't be reached, and so nothing is given up. */
  private async deliver(): Promise<void> {
    if (!this.socket.isOpen || !(await this.time.isKnown())) return;
    const isStopped = () => this.stopping.signal.aborted;
    await this.wakes.reconcileHourly(this.handleWorker, isStopped);
    await this.wakes.deliverDue(this.handleWorker, isStopped);
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work, work);
    this.turn = mine.catch(() => {});
    return mine;
  }
}
