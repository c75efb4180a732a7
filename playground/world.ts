import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DeleteCommand, DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { slackApp } from '../functions/slack/app.ts';
import { workerApp } from '../functions/worker/app.ts';
import { nextPost } from '../shared/domain/group-look.ts';
import { nextMessage } from '../shared/domain/look.ts';
import type { Language } from '../shared/domain/person.ts';
import { addSeconds, type Instant } from '../shared/domain/time.ts';
import type { Log } from '../shared/log.ts';
import { webSlack } from '../shared/slack/web.ts';
import { dynamoStore } from '../shared/store/dynamo.ts';
import { groupKey, personKey, workspaceKey } from '../shared/store/keys.ts';
import type { Store } from '../shared/store/store.ts';
import { Clock } from './clock.ts';
import { type Database, openDatabase } from './database.ts';
import type { Faults } from './faults.ts';
import { Recorder } from './inspect/recorder.ts';
import { armStore, watchStore } from './inspect/store.ts';
import {
  type SlackHandler,
  tracedFetch,
  type WorkerHandler,
  watchLog,
  watchSlackApp,
  watchWakes,
  watchWorkerApp,
} from './inspect/wires.ts';
import { Journal } from './journal.ts';
import { SlackClient } from './slack/client.ts';
import { signingSecret } from './slack/request.ts';
import { SlackState, team } from './slack/state.ts';
import { botToken, WebApi } from './slack/web-api.ts';
import { FakeWakes } from './wakes.ts';

export const tableName = 'trivsel';

export type WorldOptions = {
  /** Where everything is kept; without it, in memory. */
  folder?: string;
  /** A clock that stands there until it is moved, for tests. */
  standsAt?: Instant;
  /** An engine that is open already, for tests that open many worlds. */
  database?: Database;
  /** The reconcile that EventBridge Scheduler sends every hour; tests of losses send their own. */
  hourlyReconcile?: boolean;
  /** Slack's limits on calls a minute: as long as the clock runs, unless said otherwise. */
  rateLimits?: boolean;
  log?: Log;
  /** What channels read, and who says nothing of themselves. */
  language?: Language;
};

/** What stands between an app and one part of the world outside it; tests cut it, or listen in. */
export type Wire = <T extends object>(name: string, part: T) => T;

/** What the little company decided before anybody began. */
const decided = {
  controller: 'Havnby Energi',
  contacts: [
    { name: 'Arbejdsmiljørepræsentant', reach: 'Ida Krogh, 12 34 56 78' },
    { name: 'HR', reach: 'Aisha Rahman, aisha@havnby.example' },
  ],
};

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };

/** How many instants "next" looks at before it gives up finding one that anybody sees. */
const mostSteps = 500;

const hourSeconds = 60 * 60;

/** The whole product on one machine: the real apps between a fake Slack, an embedded DynamoDB and fake wakes. */
export class World {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly wakes: FakeWakes;
  readonly slack: SlackState;
  readonly webApi: WebApi;
  /** What crosses the wires between the apps and the rest. */
  readonly recorder: Recorder;
  /** What stands in the way of it. */
  readonly faults: Faults;
  readonly store: Store;
  handleSlack!: SlackHandler;
  handleWorker!: WorkerHandler;
  client!: SlackClient;
  /** Where the app is reached from outside Slack, once something serves it. */
  publicUrl: string | undefined;
  missedInstants = 0;
  givenUp = 0;
  private readonly database: Database;
  private readonly documents: DynamoDBDocumentClient;
  private readonly apiUrl: string;
  private readonly hourlyReconcile: boolean;
  private readonly log: Log;
  private readonly language: Language;
  private turn: Promise<unknown> = Promise.resolve();

  private constructor(parts: Parts) {
    const { journal, database, webApi, apiUrl, clock, slack, recorder, hourlyReconcile, language } = parts;
    this.language = language;
    this.journal = journal;
    this.database = database;
    this.documents = DynamoDBDocumentClient.from(database.client);
    this.webApi = webApi;
    this.apiUrl = apiUrl;
    this.clock = clock;
    this.slack = slack;
    this.hourlyReconcile = hourlyReconcile;
    this.recorder = recorder;
    this.faults = webApi.faults;
    this.log = watchLog(recorder, parts.log);
    this.wakes = new FakeWakes(journal, clock);
    this.store = dynamoStore(database.client, tableName);
    watchStore(database.client);
    armStore(recorder, this.faults);
    this.boot();
  }

  /** Starts both apps anew, as Lambda does any time: what they knew is gone, the world outside is as it was. */
  boot(wire: Wire = (_, part) => part): void {
    const { log, recorder, faults } = this;
    const now = () => this.clock.now();
    const store = wire('store', this.store);
    const wakes = wire('wakes', watchWakes(recorder, faults, this.wakes));
    const answering = wire('slack', webSlack(botToken, this.apiUrl, 'answer', tracedFetch));
    const working = wire('slack', webSlack(botToken, this.apiUrl, 'worker', tracedFetch));
    const soon: FakeWakes['soon'] = (...wake) => wakes.soon(...wake);
    let references = 0;
    const newReference = () => `ref-${++references}`;
    const publicUrl = () => this.publicUrl;
    const newToken = () => randomBytes(32).toString('base64url');
    const answers = { store, soon, slack: () => answering, now, log, newReference, publicUrl, newToken };
    this.handleSlack = watchSlackApp(recorder, faults, slackApp({ ...answers, signingSecret }));
    const metrics = {
      missedInstants: (count: number) => {
        this.missedInstants += count;
      },
      givenUp: (count: number) => {
        this.givenUp += count;
      },
    };
    const worker = workerApp({ store, wakes, slack: () => working, now, log, metrics });
    this.handleWorker = watchWorkerApp(recorder, worker);
    this.client = new SlackClient(this.slack, this.handleSlack);
  }

  static async open(options: WorldOptions): Promise<World> {
    const { folder, standsAt, database: shared, hourlyReconcile = false, log = silent } = options;
    const { language = 'da', rateLimits = standsAt === undefined } = options;
    if (folder !== undefined) mkdirSync(folder, { recursive: true });
    const journal = new Journal(folder && join(folder, 'slack-and-wakes.jsonl'));
    const database = shared
      ? { ...shared, close: async () => {} }
      : await openDatabase(tableName, folder && join(folder, 'dynamodb'));
    const clock = new Clock(journal, standsAt);
    const slack = new SlackState(journal, clock);
    slack.rates.isOn = rateLimits;
    const recorder = new Recorder(() => clock.now());
    const webApi = new WebApi(slack, recorder);
    const apiUrl = await webApi.listen();
    const world = new World({
      journal,
      database,
      webApi,
      apiUrl,
      clock,
      slack,
      recorder,
      hourlyReconcile,
      log,
      language,
    });
    await world.decide();
    return world;
  }

  /** What the workspace reads, before anybody has decided anything. */
  private async decide(): Promise<void> {
    const workspace = await this.store.workspace(team);
    if (workspace.version === 0)
      await this.store.saveWorkspace({ ...workspace, ...decided, language: this.language });
  }

  /** Moves the clock there, and lets everything happen that is due on the way, in its order. */
  async goTo(instant: Instant): Promise<void> {
    await this.inTurn(() => this.advance(instant));
  }

  /** Whatever is due by now, for a clock that runs by itself. */
  async catchUp(): Promise<void> {
    await this.inTurn(() => this.advance(this.clock.now()));
  }

  /** Moves on until somebody sees something. False when nothing is waiting. */
  async goToNext(): Promise<boolean> {
    return this.inTurn(async () => {
      const seen = this.whatPeopleSee();
      for (let step = 0; step < mostSteps; step += 1) {
        const next = this.nextDue();
        if (next === undefined) return false;
        await this.advance(next);
        if (this.whatPeopleSee() !== seen) return true;
      }
      return false;
    });
  }

  /** When each person and each channel is next written to. */
  async upcoming(): Promise<{ at: Instant; who: string }[]> {
    const now = this.clock.now();
    const found = await Promise.all(
      this.slack.users().map(async ({ id, name }) => {
        const person = await this.store.person({ tenant: team, user: id });
        const at = person && nextMessage(person, now);
        return at ? [{ at: at < now ? now : at, who: name }] : [];
      }),
    );
    const posts = await Promise.all(
      this.slack.channels().map(async ({ id: channel, name }) => {
        const group = await this.store.group({ tenant: team, channel });
        const at = group && nextPost(group, now);
        return at ? [{ at: at < now ? now : at, who: `#${name}` }] : [];
      }),
    );
    return [...found, ...posts].flat().sort((a, b) => (a.at < b.at ? -1 : 1));
  }

  /** Forgets everything, as on the first day. */
  async startOver(): Promise<void> {
    await this.inTurn(async () => {
      const people = this.slack.users().map(({ id }) => personKey({ tenant: team, user: id }));
      const groups = this.slack.channels().map(({ id }) => groupKey({ tenant: team, channel: id }));
      for (const Key of [...people, ...groups, workspaceKey(team)])
        await this.documents.send(new DeleteCommand({ TableName: tableName, Key }));
      await this.decide();
      this.journal.clear();
    });
  }

  /** All items of the table. */
  async vault(): Promise<Record<string, unknown>[]> {
    const items: Record<string, unknown>[] = [];
    for await (const { Items = [] } of paginateScan({ client: this.documents }, { TableName: tableName }))
      items.push(...Items);
    return items;
  }

  async close(): Promise<void> {
    await this.turn;
    await this.webApi.close();
    await this.database.close();
  }

  private async advance(to: Instant): Promise<void> {
    await this.deliverUntil(to);
    this.clock.goTo(to);
    await this.reconcileHourly();
    // Whom it found.
    await this.deliverUntil(to);
  }

  private async deliverUntil(to: Instant): Promise<void> {
    for (let next = this.nextDue(); next !== undefined && next <= to; next = this.nextDue()) {
      this.clock.goTo(next);
      await this.client.retryEvents();
      await this.wakes.deliverDue(this.handleWorker);
      await this.reconcileHourly();
    }
  }

  /** When something is next to be delivered: by the queue, by Scheduler, or by Slack once more. */
  private nextDue(): Instant | undefined {
    return [this.wakes.next(), this.slack.nextRetry()].filter((at) => at !== undefined).sort()[0];
  }

  /**
   * Once for all the hours since the last: a long jump would otherwise wait for hundreds that find nothing. Delivered at
   * once, since nobody is to see it waiting; and after what was only late, which is then not lost.
   */
  private async reconcileHourly(): Promise<void> {
    const now = this.clock.now();
    const last = this.journal.get<Instant>('reconciled-at');
    // A story sets the clock back; then the last was in the future.
    const isRecent = last !== undefined && last <= now && now < addSeconds(last, hourSeconds);
    if (!this.hourlyReconcile || isRecent) return;
    this.wakes.reconcile();
    this.journal.put('reconciled-at', now);
    await this.wakes.deliverDue(this.handleWorker);
  }

  private whatPeopleSee(): string {
    return JSON.stringify(this.slack.messages().map(({ ts, text }) => [ts, text]));
  }

  /** Time moves in one place at a time. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work, work);
    this.turn = mine.catch(() => {});
    return mine;
  }
}

type Parts = {
  journal: Journal;
  database: Database;
  webApi: WebApi;
  apiUrl: string;
  clock: Clock;
  slack: SlackState;
  recorder: Recorder;
  hourlyReconcile: boolean;
  log: Log;
  language: Language;
};
