import type { Clock } from '../../local/clock.ts';
import type { Journal } from '../../local/journal.ts';
import { addSeconds, type Instant } from '../../shared/domain/time.ts';
import { Rates } from './rates.ts';
import { type Origin, type Responded, ResponseUrls } from './response-urls.ts';

export type FakeUser = {
  id: string;
  name: string;
  role: string;
  locale: 'da-DK' | 'en-GB';
  zone: string;
  isDeleted?: boolean;
  isBot?: boolean;
  isGuest?: boolean;
  isAdmin?: boolean;
  /** Of another company, in a shared channel. */
  isStranger?: boolean;
};

export type Json = Record<string, unknown>;

/** A message as Slack keeps it. `reader` is set on ephemeral ones. */
export type FakeMessage = {
  channel: string;
  ts: string;
  author: string;
  text: string;
  blocks?: Json[];
  at: Instant;
  edited: boolean;
  reader?: string;
  pinned?: true;
  /** A reply: the `ts` of the message whose thread it is in. */
  thread?: string;
};

export type FakeChannel = {
  id: string;
  name: string;
  isPrivate?: boolean;
  isArchived?: boolean;
  /** With another company: now, or once they accept. */
  isShared?: boolean;
  isSharedSoon?: boolean;
  /** The ids of the people in it. */
  members: string[];
  hasBot: boolean;
};

export type FakeView = { id: string; hash: string; root: string; view: Json; errors: Record<string, string> };

/** An event to be told, and which try of it this is: the first is 0. */
export type EventRetry = { id: string; body: string; number: number; reason: string; at: Instant };

export const team = 'T0HAVNBY';
/** The app's bot, as a user. */
export const bot = 'U0TRIVSEL';
/** The channel that everybody in the company is in, the bot too, unless it is put otherwise. */
export const general = { id: 'C0GENEREL', name: 'alle' };

/** Nobody can leave the channel that everybody is in. */
export const isIn =
  (user: string) =>
  ({ id, members }: FakeChannel): boolean =>
    id === general.id || members.includes(user);

const readKey = (user: string, channel: string, thread?: string): string =>
  ['read', user, channel, ...(thread === undefined ? [] : [thread])].join('/');

/** Everything Slack would remember of the little company, and what its rules count: numbers, triggers, hashes. */
export class SlackState {
  private readonly journal: Journal;
  private readonly clock: Clock;
  private readonly triggers = new Map<string, { user: string; until: number }>();
  readonly rates: Rates;
  readonly responseUrls = new ResponseUrls();
  /** Told of every change; the page listens. */
  onChange: () => void = () => {};

  constructor(journal: Journal, clock: Clock) {
    this.journal = journal;
    this.clock = clock;
    this.rates = new Rates(clock);
  }

  users(): FakeUser[] {
    return this.journal.all<FakeUser>('user/');
  }

  user(id: string): FakeUser | undefined {
    return this.journal.get<FakeUser>(`user/${id}`);
  }

  putUser(user: FakeUser): void {
    this.put(`user/${user.id}`, user);
  }

  channels(): FakeChannel[] {
    const put = this.journal.all<FakeChannel | null>('channel/').filter((channel) => channel !== null);
    const isGeneralPut = this.journal.get(`channel/${general.id}`) !== undefined;
    return isGeneralPut ? put : [this.everybodysChannel(), ...put];
  }

  channel(id: string): FakeChannel | undefined {
    const put = this.journal.get<FakeChannel | null>(`channel/${id}`);
    if (put === undefined && id === general.id) return this.everybodysChannel();
    return put ?? undefined;
  }

  putChannel(channel: FakeChannel): void {
    this.put(`channel/${channel.id}`, channel);
  }

  /** Deleted: nobody finds it any more, nor what was written there. */
  removeChannel(id: string): void {
    this.put(`channel/${id}`, null);
  }

  /**
   * Whoever is in it stays so, but the bot is put out, and has to be invited again when the channel is taken out of the
   * archive. Not on Slack's pages; seen by others: https://github.com/elastic/connectors/issues/1972,
   * https://github.com/open-cli-collective/slack-chat-api/issues/26
   */
  archiveChannel(id: string): void {
    this.changeChannel(id, { isArchived: true, hasBot: false });
  }

  unarchiveChannel(id: string): void {
    this.changeChannel(id, { isArchived: false });
  }

  shareChannel(id: string): void {
    this.changeChannel(id, { isShared: true });
  }

  inviteBot(id: string): void {
    this.changeChannel(id, { hasBot: true });
  }

  kickBot(id: string): void {
    this.changeChannel(id, { hasBot: false });
  }

  inviteUser(id: string, user: string): void {
    const others = this.mustHave(id).members.filter((member) => member !== user);
    this.changeChannel(id, { members: [...others, user] });
  }

  kickUser(id: string, user: string): void {
    const others = this.mustHave(id).members.filter((member) => member !== user);
    this.changeChannel(id, { members: others });
  }

  private everybodysChannel(): FakeChannel {
    const members = this.users().filter(({ isDeleted }) => !isDeleted);
    return { ...general, members: members.map(({ id }) => id), hasBot: true };
  }

  private changeChannel(id: string, change: Partial<FakeChannel>): void {
    this.putChannel({ ...this.mustHave(id), ...change });
  }

  private mustHave(id: string): FakeChannel {
    const channel = this.channel(id);
    if (channel === undefined) throw new Error(`There is no channel ${id}`);
    return channel;
  }

  messages(): FakeMessage[] {
    return this.journal.all<FakeMessage>('message/');
  }

  message(channel: string, ts: string): FakeMessage | undefined {
    return this.journal.get<FakeMessage>(`message/${channel}/${ts}`);
  }

  addMessage(
    message: Pick<FakeMessage, 'channel' | 'author' | 'text' | 'reader' | 'thread'> & { blocks?: Json[] },
  ): FakeMessage {
    const at = this.clock.now();
    const ts = `${Math.floor(Date.parse(at) / 1000)}.${String(this.number()).padStart(6, '0')}`;
    const added: FakeMessage = { ...message, ts, at, edited: false };
    this.put(`message/${added.channel}/${ts}`, added);
    return added;
  }

  editMessage(message: FakeMessage, content: { text: string; blocks?: Json[] | undefined }): void {
    const { blocks: _, ...rest } = message;
    const { text, blocks } = content;
    const edited = { ...rest, text, ...(blocks === undefined ? {} : { blocks }), edited: true };
    this.put(`message/${message.channel}/${message.ts}`, edited);
  }

  deleteMessage(channel: string, ts: string): void {
    this.journal.remove(`message/${channel}/${ts}`);
    this.onChange();
  }

  pinMessage(message: FakeMessage): void {
    this.put(`message/${message.channel}/${message.ts}`, { ...message, pinned: true });
  }

  /**
   * False where the app has posted in this second already, by the virtual clock. "chat.postMessage generally allows posting
   * one message per second per channel"; "short bursts >1 allowed" we don't, as nobody is to count on them.
   * https://docs.slack.dev/apis/web-api/rate-limits/
   */
  takeTurn(channel: string): boolean {
    const second = this.clock.now();
    if (this.journal.get(`posted/${channel}`) === second) return false;
    this.journal.put(`posted/${channel}`, second);
    return true;
  }

  /** The open modal of a user: its stack, the visible view last. */
  views(user: string): FakeView[] {
    return this.journal.get<FakeView[]>(`views/${user}`) ?? [];
  }

  putViews(user: string, views: FakeView[]): void {
    this.put(`views/${user}`, views);
  }

  /** Somebody's Home tab, once one was published. */
  home(user: string): FakeView | undefined {
    return this.journal.get<FakeView>(`home/${user}`);
  }

  putHome(user: string, home: FakeView): void {
    this.put(`home/${user}`, home);
  }

  ownerOfView(id: string): string | undefined {
    return this.users().find((user) => this.views(user.id).some((view) => view.id === id))?.id;
  }

  /** The latest that they have read in a channel, or in one of its threads. */
  readUntil(user: string, channel: string, thread?: string): string {
    return this.journal.get<string>(readKey(user, channel, thread)) ?? '0';
  }

  markRead(user: string, channel: string, thread?: string): void {
    const latest = this.messages()
      .filter((message) => message.channel === channel && message.thread === thread)
      .at(-1);
    if (latest !== undefined && latest.ts > this.readUntil(user, channel, thread))
      this.put(readKey(user, channel, thread), latest.ts);
  }

  /** "A trigger_id expires three seconds after you receive it" and serves once, by the wall clock. */
  newTrigger(user: string): string {
    const id = `${this.number()}.${team}`;
    this.triggers.set(id, { user, until: Date.now() + 3000 });
    return id;
  }

  /** The user whose trigger it is, or Slack's error. https://docs.slack.dev/reference/methods/views.open/ */
  useTrigger(id: string): { user: string } | { error: string } {
    const trigger = this.triggers.get(id);
    if (trigger === undefined) return { error: 'invalid_trigger_id' };
    if (trigger.user === '') return { error: 'exchanged_trigger_id' };
    if (trigger.until < Date.now()) return { error: 'expired_trigger_id' };
    this.triggers.set(id, { user: '', until: 0 });
    return { user: trigger.user };
  }

  /** Where the app may answer to what somebody did, without a token. */
  newResponseUrl(origin: Origin): string {
    return this.responseUrls.create(`R${this.number()}`, origin, this.clock.now());
  }

  respond(id: string, body: Json): Responded {
    return this.responseUrls.respond(this, id, body, this.clock.now());
  }

  /** The app was taken out of the workspace, or its bot put out: from now on Slack knows its token no more. */
  endToken(error: 'token_revoked' | 'account_inactive'): void {
    this.put('token-error', error);
  }

  /** It is installed again, with the same token: real ones are new. */
  renewToken(): void {
    this.journal.remove('token-error');
  }

  tokenError(): string | undefined {
    return this.journal.get<string>('token-error');
  }

  /** When an event that the app didn't take is next told once more. */
  nextRetry(): Instant | undefined {
    return this.retries()
      .map(({ at }) => at)
      .sort()[0];
  }

  dueRetries(): EventRetry[] {
    return this.retries().filter(({ at }) => at <= this.clock.now());
  }

  putRetry(retry: Omit<EventRetry, 'at'>, afterSeconds: number): void {
    const at = addSeconds(this.clock.now(), afterSeconds);
    this.journal.put(`event-retry/${retry.id}`, { ...retry, at });
  }

  removeRetry(id: string): void {
    this.journal.remove(`event-retry/${id}`);
  }

  private retries(): EventRetry[] {
    return this.journal.all<EventRetry>('event-retry/');
  }

  number(): number {
    const number = (this.journal.get<number>('slack-number') ?? 0) + 1;
    this.journal.put('slack-number', number);
    return number;
  }

  private put(key: string, value: unknown): void {
    this.journal.put(key, value);
    this.onChange();
  }
}
