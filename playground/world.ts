import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DeleteCommand, DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { slackApp } from '../functions/slack/app.ts';
import { workerApp } from '../functions/worker/app.ts';
import { Clock } from '../local/clock.ts';
import { type Database, openDatabase } from '../local/database.ts';
import { signingSecret } from '../local/gateway.ts';
import { Journal } from '../local/journal.ts';
import { LocalWakes } from '../local/wakes.ts';
import type { Language } from '../shared/domain/person.ts';
import type { Instant } from '../shared/domain/time.ts';
import type { Log } from '../shared/log.ts';
import { webSlack } from '../shared/slack/web.ts';
import { dynamoStore } from '../shared/store/dynamo.ts';
import { groupKey, personKey, workspaceKey } from '../shared/store/keys.ts';
import type { Store } from '../shared/store/store.ts';
import type { Program, Upcoming } from './contract.ts';
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
import { SlackClient } from './slack/client.ts';
import { SlackState, team } from './slack/state.ts';
import { botToken, WebApi } from './slack/web-api.ts';
import { namedIn } from './upcoming/names.ts';
import { type Coming, rehearse } from './upcoming/rehearsal.ts';

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

/** The whole product on one machine: the real apps between a fake Slack, an embedded DynamoDB and fake wakes. */
export class World {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly wakes: LocalWakes;
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
    this.wakes = new LocalWakes(journal, clock);
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
    const soon: LocalWakes['soon'] = (...wake) => wakes.soon(...wake);
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
    // The database first: while another playground has it, its journal is not to be touched.
    const database = shared
      ? { ...shared, close: async () => {} }
      : await openDatabase(tableName, folder && join(folder, 'dynamodb'));
    const journal = new Journal(folder && join(folder, 'slack-and-wakes.jsonl'));
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

  /** Moves on until somebody is written to. False when nobody will be, and then time stands where it was. */
  async goToNext(): Promise<boolean> {
    return this.goToLastOf(1);
  }

  /** Moves on until nobody is written to any more if nobody does anything. False when that is so already. */
  async goToEnd(): Promise<boolean> {
    return this.goToLastOf(Number.POSITIVE_INFINITY);
  }

  /** What comes if nobody does anything, the nearest first. */
  async upcoming(most: number): Promise<Upcoming[]> {
    const coming = await this.rehearsed((sofar) => sofar.length >= most);
    return coming.slice(0, most).map((one) => namedIn(this.slack, one));
  }

  /** The same, and a person's own next follow-up, however far. */
  async program(most: number, person: string): Promise<Program> {
    const isOwn = ({ to, reasons }: Coming) =>
      to === person && reasons.some(({ kind }) => kind === 'follow-up');
    const coming = await this.rehearsed((sofar) => sofar.length >= most && sofar.some(isOwn));
    const own = coming.find(isOwn);
    return {
      upcoming: coming.slice(0, most).map((one) => namedIn(this.slack, one)),
      own: own && namedIn(this.slack, own),
    };
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

  private async goToLastOf(most: number): Promise<boolean> {
    return this.inTurn(async () => {
      const last = (await this.rehearsed((sofar) => sofar.length >= most)).at(-1);
      if (last !== undefined) await this.advance(last.at);
      return last !== undefined;
    });
  }

  private rehearsed(isEnough: (sofar: Coming[]) => boolean): Promise<Coming[]> {
    const { store, slack, wakes, clock } = this;
    return rehearse({ store, slack, wakes, now: clock.now() }, isEnough);
  }

  private async advance(to: Instant): Promise<void> {
    await this.deliverUntil(to);
    this.clock.goTo(to);
    if (this.hourlyReconcile) await this.wakes.reconcileHourly(this.handleWorker);
    // Whom it found.
    await this.deliverUntil(to);
  }

  private async deliverUntil(to: Instant): Promise<void> {
    for (let next = this.nextDue(); next !== undefined && next <= to; next = this.nextDue()) {
      this.clock.goTo(next);
      await this.client.retryEvents();
      await this.wakes.deliverDue(this.handleWorker);
      if (this.hourlyReconcile) await this.wakes.reconcileHourly(this.handleWorker);
    }
  }

  /** When something is next to be delivered: by the queue, by Scheduler, or by Slack once more. */
  private nextDue(): Instant | undefined {
    return [this.wakes.next(), this.slack.nextRetry()].filter((at) => at !== undefined).sort()[0];
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
