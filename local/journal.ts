import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** With so many lines that say nothing any more, the file is written anew: a process may run for months. */
const mostStaleLines = 10_000;

/**
 * What is kept beside the database, of a queue for instance: keys and values, appended to a file as they change. The kernel
 * has each line when `put` returns, so `kill -9` loses nothing; a line cut short by a power failure is left out when reading.
 */
export class Journal {
  private readonly values = new Map<string, unknown>();
  private readonly file: string | undefined;
  private lines = 0;

  /** Without a file it remembers as long as it lives: for tests. */
  constructor(file?: string) {
    this.file = file;
    if (file === undefined || !existsSync(file)) return;
    for (const line of readFileSync(file, 'utf8').split('\n')) this.replay(line);
    this.compact(file);
  }

  get<T>(key: string): T | undefined {
    return this.values.get(key) as T | undefined;
  }

  /** The values whose keys begin so, in the order they were first put. */
  all<T>(prefix: string): T[] {
    return [...this.values].filter(([key]) => key.startsWith(prefix)).map(([, value]) => value as T);
  }

  /** Everything, in the order it was first put. */
  entries(): [string, unknown][] {
    return [...this.values];
  }

  put(key: string, value: unknown): void {
    this.values.set(key, structuredClone(value));
    this.append([key, value]);
  }

  remove(key: string): void {
    if (this.values.delete(key)) this.append([key]);
  }

  clear(): void {
    this.values.clear();
    if (this.file !== undefined) this.compact(this.file);
  }

  private append(entry: [string, unknown?]): void {
    if (this.file === undefined) return;
    // On a line of its own, also after one that a full disk cut short.
    appendFileSync(this.file, `\n${JSON.stringify(entry)}`);
    this.lines += 1;
    if (this.lines > this.values.size + mostStaleLines) this.compact(this.file);
  }

  private replay(line: string): void {
    try {
      const [key, value] = JSON.parse(line) as [string, unknown?];
      if (value === undefined) this.values.delete(key);
      else this.values.set(key, value);
    } catch {
      // A line that was cut short, or an empty one.
    }
  }

  private compact(file: string): void {
    const lines = [...this.values].map((entry) => `${JSON.stringify(entry)}\n`);
    // On the disk before it takes the other's place: a power failure is not to leave an empty one.
    writeFileSync(`${file}.new`, lines.join(''), { flush: true });
    renameSync(`${file}.new`, file);
    this.lines = lines.length;
  }
}
