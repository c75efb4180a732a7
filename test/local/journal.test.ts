import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Journal } from '../../local/journal.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trivsel-journal-'));
  file = join(folder, 'journal.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

const contents = (journal: Journal) => journal.all<unknown>('');

describe('a journal', () => {
  it('gives what was put last, and nothing for what was removed', () => {
    const journal = new Journal();
    journal.put('a', 1);
    journal.put('a', 2);
    journal.put('b', 3);
    journal.remove('b');
    journal.remove('never there');
    expect(journal.get('a')).toBe(2);
    expect(journal.get('b')).toBeUndefined();
    expect(contents(journal)).toEqual([2]);
  });

  it('keeps what it was given, whatever becomes of the original', () => {
    const journal = new Journal();
    const given = { list: [1] };
    journal.put('a', given);
    given.list.push(2);
    expect(journal.get('a')).toEqual({ list: [1] });
  });

  it('lists what begins alike, in the order it came', () => {
    const journal = new Journal();
    for (const key of ['queue/2', 'queue/1', 'other/1']) journal.put(key, key);
    journal.put('queue/2', 'again');
    expect(journal.all('queue/')).toEqual(['again', 'queue/1']);
  });
});

describe('a journal on disk', () => {
  it('is there again, also when it is opened many times', () => {
    const text = 'æøå\n"linje" \u2028 👩🏽‍💻';
    new Journal(file).put('text', { text });
    for (let time = 0; time < 3; time += 1) expect(new Journal(file).get('text')).toEqual({ text });
  });

  it('is compact after it was opened: one line for each value', () => {
    const journal = new Journal(file);
    for (let count = 0; count < 100; count += 1) journal.put('count', count);
    journal.put('gone', true);
    journal.remove('gone');
    new Journal(file);
    expect(readFileSync(file, 'utf8')).toBe('["count",99]\n');
  });

  it('is empty after it was cleared', () => {
    const journal = new Journal(file);
    journal.put('a', 1);
    journal.clear();
    journal.put('b', 2);
    expect(contents(new Journal(file))).toEqual([2]);
  });

  it('survives a last line that was cut short, wherever it was cut', () => {
    const last = JSON.stringify(['last', { at: ['2026-11-24T09:00:00Z', 7], text: 'æ"]}' }]);
    for (let cut = 0; cut < Buffer.byteLength(last); cut += 1) {
      writeFileSync(file, '["first",1]\n["second",2]\n');
      appendFileSync(file, Buffer.from(last).subarray(0, cut));
      const journal = new Journal(file);
      expect(contents(journal)).toEqual([1, 2]);
      journal.put('third', 3);
      expect(contents(new Journal(file))).toEqual([1, 2, 3]);
    }
  });

  it('survives a line that a full disk cut short in the middle of a life', () => {
    const journal = new Journal(file);
    journal.put('first', 1);
    appendFileSync(file, '\n["second",');
    journal.put('third', 3);
    expect(contents(new Journal(file))).toEqual([1, 3]);
  });

  it('stays small, however long it lives', () => {
    const journal = new Journal(file);
    for (let count = 1; count <= 10_002; count += 1) journal.put('count', count);
    expect(readFileSync(file, 'utf8')).toBe('["count",10002]\n');
    journal.put('more', true);
    expect(contents(new Journal(file))).toEqual([10_002, true]);
  });

  it('survives a removal that was cut short: what was to go is still there', () => {
    writeFileSync(file, '["first",1]\n["first"');
    expect(new Journal(file).get('first')).toBe(1);
  });

  it('survives a compaction that was cut short', () => {
    writeFileSync(file, '["first",1]\n');
    writeFileSync(`${file}.new`, '["fir');
    expect(contents(new Journal(file))).toEqual([1]);
    expect(contents(new Journal(file))).toEqual([1]);
  });

  it('remembers on disk what it remembers in memory, after any acts', () => {
    const key = fc.constantFrom('a', 'b', 'queue/1', 'queue/2');
    const act: fc.Arbitrary<(journal: Journal) => void> = fc.oneof(
      fc.tuple(key, fc.jsonValue()).map(
        ([to, value]) =>
          (journal: Journal) =>
            journal.put(to, value),
      ),
      key.map((from) => (journal: Journal) => journal.remove(from)),
    );
    // Each run of acts is of one process; the next opens the file anew.
    fc.assert(
      fc.property(fc.array(fc.array(act, { maxLength: 10 }), { maxLength: 4 }), (runs) => {
        rmSync(file, { force: true });
        const memory = new Journal();
        for (const acts of runs) {
          const journal = new Journal(file);
          for (const apply of acts) [journal, memory].forEach(apply);
        }
        expect(contents(new Journal(file))).toEqual(JSON.parse(JSON.stringify(contents(memory))));
      }),
    );
  });
});
