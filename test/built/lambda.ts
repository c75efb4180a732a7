import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** `npm run build`. */
export function build(): void {
  execFileSync(process.execPath, ['build.ts'], { cwd: root });
}

type Told = { id?: number; answer?: unknown; error?: string; loaded?: boolean };

/** A built function in a process of its own, with that environment and no other. */
export class Lambda {
  /** All it wrote, as its log group would have it. */
  log = '';
  private readonly child: ChildProcess;
  private readonly waiting = new Map<number, (told: Told) => void>();
  private asked = 0;

  private constructor(name: 'slack' | 'worker', env: Record<string, string>) {
    this.child = fork(new URL('./child.ts', import.meta.url), [join(root, 'dist', name, 'index.cjs')], {
      env,
      execArgv: [],
      silent: true,
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk) => {
        this.log += String(chunk);
      });
    }
    this.child.on('message', (told: Told) => this.waiting.get(told.id ?? 0)?.(told));
    this.child.on('exit', () => {
      for (const wake of this.waiting.values()) wake({ error: `The process ended.\n${this.log}` });
    });
  }

  /** Fails with what the bundle said when it can't be loaded. */
  static async start(name: 'slack' | 'worker', env: Record<string, string>): Promise<Lambda> {
    const lambda = new Lambda(name, env);
    await lambda.hear(0);
    return lambda;
  }

  /** `at`: what the clock says there, in milliseconds. */
  async call<T>(event: unknown, at?: number): Promise<T> {
    this.asked += 1;
    this.child.send({ id: this.asked, event, at });
    return (await this.hear(this.asked)).answer as T;
  }

  stop(): void {
    this.child.kill('SIGKILL');
  }

  private hear(id: number): Promise<Told> {
    return new Promise((resolve, reject) => {
      this.waiting.set(id, (told) => {
        this.waiting.delete(id);
        if (told.error === undefined) resolve(told);
        else reject(new Error(told.error));
      });
    });
  }
}
