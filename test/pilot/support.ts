import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clock } from '../../local/clock.ts';
import { Journal } from '../../local/journal.ts';
import { type Backup, fromText } from '../../pilot/backup.ts';
import { askForBackup } from '../../pilot/running.ts';
import { SlackClient } from '../../playground/slack/client.ts';
import { SocketMode } from '../../playground/slack/socket-mode.ts';
import { SlackState } from '../../playground/slack/state.ts';
import { appToken, botToken, WebApi } from '../../playground/slack/web-api.ts';
import { type Instant, millisOf } from '../../shared/domain/time.ts';
import { openWorkspaceAction } from '../../shared/views/settings.ts';
import { filled } from '../functions/slack/support.ts';
import { begins, Hands, james, mette } from '../support/live.ts';

/** Somebody's own Slack, at the wire: its Web API and Socket Mode, a clock that runs, and the people in it. */
export class Workspace {
  readonly clock: Clock;
  readonly slack: SlackState;
  readonly webApi: WebApi;
  readonly socketMode: SocketMode;
  readonly apiUrl: string;
  readonly mette: Hands;
  readonly james: Hands;
  private readonly client: SlackClient;

  private constructor(
    clock: Clock,
    slack: SlackState,
    webApi: WebApi,
    apiUrl: string,
    socketMode: SocketMode,
  ) {
    this.clock = clock;
    this.slack = slack;
    this.webApi = webApi;
    this.apiUrl = apiUrl;
    this.socketMode = socketMode;
    this.client = new SlackClient(slack, socketMode.handle);
    this.mette = new Hands(mette.id, slack, this.client);
    this.james = new Hands(james.id, slack, this.client);
  }

  static async open(at: Instant = begins): Promise<Workspace> {
    const journal = new Journal();
    const clock = new Clock(journal);
    clock.startAt(at);
    const slack = new SlackState(journal, clock);
    for (const user of [{ ...mette, isAdmin: true }, james]) slack.putUser(user);
    const webApi = new WebApi(slack);
    webApi.now = () => millisOf(clock.now());
    const apiUrl = await webApi.listen();
    return new Workspace(clock, slack, webApi, apiUrl, await SocketMode.listen(webApi));
  }

  /** What an admin does first: follow-ups wait for somebody to talk to. */
  async nameContacts(): Promise<void> {
    await this.mette.command('indstillinger');
    const button = { type: 'button', block_id: 'b', action_id: openWorkspaceAction };
    await this.client.press(mette.id, { view: this.mette.view().id }, button, {});
    const view = this.mette.view();
    await this.client.submit(mette.id, view.id, filled(view, { contacts: 'HR: Ida, 12 34 56 78' }));
  }

  async close(): Promise<void> {
    await this.socketMode.close();
    await this.webApi.close();
  }
}

/** A folder that is gone when the test is. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'trivsel-pilot-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

type Environment = Record<string, string>;

export const tokens = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken };

/** The real `main`, in a process of its own. */
export class Running {
  said = '';
  readonly ended: Promise<number | string | null>;
  private readonly child: ChildProcess;
  private readonly heard = new Set<() => void>();

  /** `command`: `slack`, `backup` and so on. It is started where no `.env` of ours is read. */
  constructor(command: string[], environment: Environment, main = 'pilot/main.ts') {
    const path = join(import.meta.dirname, '../..', main);
    const { SLACK_BOT_TOKEN: _, SLACK_APP_TOKEN: __, ...env } = process.env;
    this.child = spawn(process.execPath, [path, ...command], {
      cwd: tmpdir(),
      env: { ...env, ...environment },
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (data) => this.hear(String(data)));
    this.ended = new Promise((resolve) => this.child.on('close', (code, signal) => resolve(code ?? signal)));
    void this.ended.then(() => this.hear(''));
  }

  /** Trivsel in that workspace, once it says that it runs. */
  static async start(workspace: Workspace, folder: string, more: Environment = {}): Promise<Running> {
    const running = new Running(['slack'], environmentOf(workspace, folder, more));
    await running.says('Trivsel is running in Havnby Energi');
    return running;
  }

  /** Waits until it has said so; fails if it ended without. */
  async says(text: string): Promise<void> {
    let hasEnded = false;
    void this.ended.then(() => {
      hasEnded = true;
    });
    while (!this.said.includes(text)) {
      if (hasEnded) throw new Error(`It ended, and said: ${this.said}`);
      await new Promise<void>((resolve) => this.heard.add(resolve));
    }
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** As Ctrl+C does: the terminal sends it, and npm hands it on once more. Resolves with its exit code. */
  async stop(): Promise<number | string | null> {
    this.child.kill('SIGINT');
    this.child.kill('SIGINT');
    return this.ended;
  }

  private hear(text: string): void {
    this.said += text;
    for (const resolve of this.heard) resolve();
    this.heard.clear();
  }
}

export function environmentOf({ apiUrl }: Workspace, DATA: string, more: Environment = {}): Environment {
  return { ...tokens, SLACK_API_URL: apiUrl, DATA, ...more };
}

/** What a Trivsel that runs has, as it says itself. */
export async function insideOf(folder: string): Promise<Backup> {
  const text = await askForBackup(folder);
  if (text === undefined) throw new Error('It does not answer');
  return fromText(text, 'its answer');
}

type Waiting = { at: Instant };

/** Waits until it has reconciled since then, and delivered everything that was due. */
export async function caughtUp(folder: string, since: Instant): Promise<void> {
  for (;;) {
    const { wakes } = await insideOf(folder);
    const reconciled = wakes.find(([key]) => key === 'reconciled-at')?.[1] as Instant | undefined;
    const due = wakes.filter(
      ([key, value]) => /^(queue|schedule)\//.test(key) && (value as Waiting).at <= since,
    );
    if (reconciled !== undefined && reconciled >= since && due.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
