import type { Wire } from '../../playground/world.ts';

export type Cut = { call: number; side: 'before' | 'after' };

/** A promise that nobody keeps: what a killed process was waiting for. */
const never = () => new Promise<never>(() => {});

/**
 * Kills a process at one of its calls to the world outside, before it reaches the wire or after it was answered. It stands
 * in every dependency that leads out, whatever their methods are called: a call that is added tomorrow is cut too.
 */
export class Guillotine {
  /** The calls made, by name: `store.save`, `slack.post`. */
  readonly calls: string[] = [];
  /** Where it fell; undefined as long as the process lives. */
  fell: { at: string; side: Cut['side'] } | undefined;
  private readonly cut: Cut;
  private kill: () => void = () => {};
  private readonly death = new Promise<void>((resolve) => {
    this.kill = resolve;
  });

  constructor(cut: Cut) {
    this.cut = cut;
  }

  readonly wire: Wire = (name, part) =>
    new Proxy(part, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) =>
          this.pass(`${name}.${String(key)}`, () => Reflect.apply(value, target, args));
      },
    });

  /** A handler that ends with the process: its caller gets `gone`. */
  mortal<A extends unknown[], R>(handler: (...args: A) => Promise<R>, gone: (...args: A) => R) {
    return (...args: A): Promise<R> => Promise.race([handler(...args), this.death.then(() => gone(...args))]);
  }

  private async pass(name: string, call: () => unknown): Promise<unknown> {
    if (this.fell) return never();
    const number = this.calls.push(name) - 1;
    if (this.falls(number, 'before', name)) return never();
    const answer = await call();
    if (this.fell || this.falls(number, 'after', name)) return never();
    return answer;
  }

  private falls(number: number, side: Cut['side'], at: string): boolean {
    if (this.cut.call !== number || this.cut.side !== side) return false;
    this.fell = { at, side };
    this.kill();
    return true;
  }
}
