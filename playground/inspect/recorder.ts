import { AsyncLocalStorage } from 'node:async_hooks';
import type { Instant } from '../../shared/domain/time.ts';
import type { Kind } from './contract.ts';

/** How many entries are remembered, in memory only. */
export const mostEntries = 2000;

/** One thing that crossed a wire, with what was sent and answered as it was: made readable when somebody looks. */
export type Entry = {
  readonly n: number;
  /** The ordinal of the request or wake that caused it, or its own. */
  readonly trace: number;
  readonly kind: Kind;
  readonly name: string;
  readonly wallMillis: number;
  readonly virtual: Instant;
  readonly who: string | undefined;
  readonly to: string | undefined;
  readonly sent: unknown;
  answered?: unknown;
  result: string;
  failed: boolean;
  millis?: number;
};

type Crossing = Pick<Entry, 'kind' | 'name' | 'sent'> & { who?: string | undefined; to?: string | undefined };
type Ending = { answered?: unknown; result: string; failed: boolean };
type Current = { recorder: Recorder; trace: number; who: string | undefined };

/** Follows a request or wake through everything that it waits for. */
const current = new AsyncLocalStorage<Current>();

/** The request or wake that the running code belongs to; none for what the playground itself does. */
export const currentTrace = (): Current | undefined => current.getStore();

/** Remembers what crosses the wires between the app and the world around it. */
export class Recorder {
  readonly entries: Entry[] = [];
  /** Told of every entry, and when it has ended. */
  onChange: () => void = () => {};
  private readonly now: () => Instant;
  private count = 0;

  constructor(now: () => Instant) {
    this.now = now;
  }

  /** Something from outside sets work going: what that puts on a wire belongs to it. */
  begin<T>(crossing: Crossing, work: () => Promise<T>, endingOf: (answer: T) => Ending): Promise<T> {
    const entry = this.add(crossing, undefined);
    const { n: trace, who } = entry;
    return current.run({ recorder: this, trace, who }, () => this.until(entry, work(), endingOf));
  }

  /** A call on the way, of the trace that runs or of the one that is named. */
  call<T>(crossing: Crossing, work: () => Promise<T>, endingOf: (answer: T) => Ending): Promise<T> {
    return this.until(this.add(crossing, currentTrace()?.trace), work(), endingOf);
  }

  /** Something that needs no answer, or whose answer is `end`ed by the caller. */
  add({ kind, name, sent, who, to }: Crossing, trace: number | undefined): Entry {
    this.count += 1;
    const n = this.count;
    const root = trace === undefined ? undefined : this.entries.findLast((entry) => entry.n === trace);
    const entry: Entry = {
      n,
      trace: trace ?? n,
      kind,
      name,
      wallMillis: Date.now(),
      virtual: this.now(),
      who: who ?? root?.who,
      to,
      sent,
      result: '',
      failed: false,
    };
    this.entries.push(entry);
    if (this.entries.length > mostEntries) this.entries.shift();
    this.onChange();
    return entry;
  }

  end(entry: Entry, ending: Ending): void {
    Object.assign(entry, ending, { millis: Date.now() - entry.wallMillis });
    this.onChange();
  }

  clear(): void {
    this.entries.length = 0;
    this.onChange();
  }

  private async until<T>(entry: Entry, work: Promise<T>, endingOf: (answer: T) => Ending): Promise<T> {
    try {
      const answer = await work;
      this.end(entry, endingOf(answer));
      return answer;
    } catch (error) {
      const said = error instanceof Error ? error : new Error(String(error));
      this.end(entry, {
        answered: { error: said.name, message: said.message },
        result: said.name,
        failed: true,
      });
      throw error;
    }
  }
}
