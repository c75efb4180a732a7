import type { Faults } from '../faults.ts';
import type { Armed, Kind, Trace, Traffic } from './contract.ts';
import { detailOf, summaryOf } from './describe.ts';
import type { Entry, Recorder } from './recorder.ts';

export type Filter = { kind?: Kind | undefined; who?: string | undefined; text?: string | undefined };

/** How many traces the page draws. */
const mostTraces = 60;

/** The traces in which something fits, the newest first, each with what began it. */
export function trafficOf(recorder: Recorder, faults: Faults, filter: Filter): Traffic {
  const traces = new Map<number, Entry[]>();
  for (const entry of recorder.entries) {
    const before = traces.get(entry.trace);
    if (before) before.push(entry);
    else traces.set(entry.trace, [entry]);
  }
  const found: Trace[] = [];
  for (const [id, entries] of [...traces].reverse()) {
    if (found.length === mostTraces) break;
    const fitting = new Set(entries.filter((entry) => fits(entry, filter)));
    const shown = entries.filter((entry) => fitting.has(entry) || entry.n === id);
    if (fitting.size > 0) found.push({ id, entries: shown.map(summaryOf) });
  }
  return { traces: found, recorded: recorder.entries.length, armed: armedOf(faults) };
}

function fits(entry: Entry, { kind, who, text }: Filter): boolean {
  if (kind !== undefined && entry.kind !== kind) return false;
  if (who !== undefined && entry.who !== who && asPerson(entry.to) !== who) return false;
  return text === undefined || wordsOf(entry).includes(text.toLowerCase());
}

/** A direct message has an id of its own, made of its reader's. */
const asPerson = (id: string | undefined): string | undefined => id?.replace(/^D/, 'U');

const words = new WeakMap<Entry, string>();

/** All that the panel shows of an entry, to search in: the store's content isn't among it. */
function wordsOf(entry: Entry): string {
  const known = words.get(entry);
  if (known !== undefined) return known;
  const { summary, sent, answered } = detailOf(entry, false, '');
  const made = JSON.stringify([summary, sent, answered]).toLowerCase();
  if (entry.millis !== undefined) words.set(entry, made);
  return made;
}

/** What is armed, in runs of the same. */
function armedOf(faults: Faults): Armed[] {
  return [...faults].flatMap(([target, list]) => {
    const runs: Armed[] = [];
    for (const fault of list) {
      const last = runs.at(-1);
      if (last && JSON.stringify(last.fault) === JSON.stringify(fault)) last.times += 1;
      else runs.push({ target, fault, times: 1 });
    }
    return runs;
  });
}
