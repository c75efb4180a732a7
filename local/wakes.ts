import type { GroupId } from '../shared/domain/group.ts';
import type { PersonId } from '../shared/domain/person.ts';
import type { RecipientId } from '../shared/domain/recipient.ts';
import { addSeconds, type Instant, millisOf } from '../shared/domain/time.ts';
import {
  type QueueMessage,
  scheduleName,
  shortestScheduleSeconds,
  type Wakes,
  wakeOf,
} from '../shared/wakes/wakes.ts';
import type { Clock } from './clock.ts';
import type { Journal } from './journal.ts';

/** As in infra/queue.ts: SQS hides a message from others while it is worked on, and gives it up after five receives. */
const visibilitySeconds = 180;
const mostReceives = 5;
/** What was given up is there for a human as long as in infra/queue.ts: a pilot runs for months. */
const deadSeconds = 14 * 24 * 60 * 60;

const hourSeconds = 60 * 60;

type Waiting = { id: string; at: Instant; body: string; receives: number };
type Worker = (event: unknown) => Promise<{ batchItemFailures: { itemIdentifier: string }[] }>;

/**
 * What stands in for SQS and EventBridge Scheduler on one machine, by the clock it is given. At least once, like the real
 * ones: a message is removed after the worker dealt with it, and `deliverTwice` does what SQS may do any day.
 */
export class LocalWakes implements Wakes {
  deliverTwice = false;
  private readonly journal: Journal;
  private readonly clock: Clock;

  constructor(journal: Journal, clock: Clock) {
    this.journal = journal;
    this.clock = clock;
  }

  async soon(recipient: RecipientId, delaySeconds: number): Promise<void> {
    if (delaySeconds > 900) throw new Error('SQS delays 900 seconds at most');
    this.enqueue(
      JSON.stringify(wakeOf(recipient)),
      addSeconds(this.clock.now(), Math.max(0, Math.ceil(delaySeconds))),
    );
  }

  async at(recipient: PersonId | GroupId, instant: Instant, now: Instant): Promise<void> {
    const seconds = (millisOf(instant) - millisOf(now)) / 1000;
    if (seconds < shortestScheduleSeconds) return this.soon(recipient, seconds);
    const id = scheduleName(recipient);
    this.journal.put(`schedule/${id}`, {
      id,
      at: instant,
      body: JSON.stringify(wakeOf(recipient)),
      receives: 0,
    });
  }

  async cancel(recipient: Parameters<Wakes['cancel']>[0]): Promise<void> {
    this.journal.remove(`schedule/${scheduleName(recipient)}`);
  }

  /** When something is next to be delivered. */
  next(): Instant | undefined {
    return [...this.queued(), ...this.scheduled()].map(({ at }) => at).sort()[0];
  }

  /** Everything that is due by the clock, once, as long as nobody says stop; what fails comes back when its visibility ends. */
  async deliverDue(worker: Worker, isStopped = () => false): Promise<void> {
    const now = this.clock.now();
    for (const { id, body } of this.scheduled().filter(({ at }) => at <= now)) {
      // In this order: killed between the two, it is there twice.
      this.enqueue(body, now);
      this.journal.remove(`schedule/${id}`);
    }
    for (const message of this.queued().filter(({ at }) => at <= now)) {
      if (isStopped()) return;
      await this.deliver(message, worker);
    }
  }

  /**
   * What EventBridge Scheduler sends every hour. Once for all the hours since the last: a long absence would otherwise wait
   * for hundreds that find nothing. Delivered at once, since nobody is to see it waiting.
   */
  async reconcileHourly(worker: Worker, isStopped?: () => boolean): Promise<void> {
    const now = this.clock.now();
    const last = this.journal.get<Instant>('reconciled-at');
    // Somebody may set the clock back; then the last was in the future.
    const isRecent = last !== undefined && last <= now && now < addSeconds(last, hourSeconds);
    if (isRecent) return;
    this.reconcile();
    this.journal.put('reconciled-at', now);
    await this.deliverDue(worker, isStopped);
  }

  reconcile(): void {
    const message: QueueMessage = { kind: 'reconcile' };
    this.enqueue(JSON.stringify(message), this.clock.now());
  }

  deadLetters(): Waiting[] {
    return this.journal.all('dead/');
  }

  queued(): Waiting[] {
    return this.journal.all('queue/');
  }

  scheduled(): Waiting[] {
    return this.journal.all('schedule/');
  }

  /** The same things waiting, under another clock: what becomes of them there changes nothing here. */
  copy(journal: Journal, clock: Clock): LocalWakes {
    for (const waiting of this.queued()) journal.put(`queue/${waiting.id}`, waiting);
    for (const waiting of this.scheduled()) journal.put(`schedule/${waiting.id}`, waiting);
    journal.put('queue-number', this.journal.get('queue-number') ?? 0);
    return new LocalWakes(journal, clock);
  }

  private enqueue(body: string, at: Instant): void {
    const id = `m${this.nextNumber()}`;
    this.journal.put(`queue/${id}`, { id, at, body, receives: 0 });
  }

  private async deliver({ id, at: _, body, receives }: Waiting, worker: Worker): Promise<void> {
    // Visible again later, unless the worker succeeds: also when the process is killed meanwhile.
    const received = {
      id,
      body,
      receives: receives + 1,
      at: addSeconds(this.clock.now(), visibilitySeconds),
    };
    this.journal.put(`queue/${id}`, received);
    const event = { Records: [{ messageId: id, body, receiptHandle: id, eventSource: 'aws:sqs' }] };
    const { batchItemFailures } = await worker(event);
    if (this.deliverTwice) await worker(event);
    if (batchItemFailures.length === 0) return this.journal.remove(`queue/${id}`);
    if (received.receives < mostReceives) return;
    this.journal.put(`dead/${id}`, received);
    this.journal.remove(`queue/${id}`);
    this.forgetDead();
  }

  private forgetDead(): void {
    const now = this.clock.now();
    for (const { id, at } of this.deadLetters())
      if (addSeconds(at, deadSeconds) < now) this.journal.remove(`dead/${id}`);
  }

  private nextNumber(): number {
    const number = (this.journal.get<number>('queue-number') ?? 0) + 1;
    this.journal.put('queue-number', number);
    return number;
  }
}
