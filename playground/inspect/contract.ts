import type { Fault } from '../faults.ts';

/** What the inspector in the page and its server say to one another. Types only, like ../contract.ts. */

/** `request`: from Slack to the app. `call`: to Slack's Web API. `wake`: a queue message that the worker was given. */
export type Kind = 'request' | 'wake' | 'call' | 'store' | 'queue' | 'schedule' | 'log';

/** One thing that crossed a wire, as the list shows it. */
export type Summary = {
  n: number;
  kind: Kind;
  name: string;
  /** By the wall clock and by the virtual one, ISO 8601 in UTC. */
  at: string;
  virtual: string;
  /** Whose request or wake it was: the id of a person or of a channel. */
  who?: string;
  /** The person or channel that it reaches. */
  to?: string;
  /** What came of it in a word: a status, Slack's error, an operation's; empty as long as it is under way. */
  result: string;
  failed: boolean;
  millis?: number;
};

/** What one request or wake set going, in its order. */
export type Trace = { id: number; entries: Summary[] };

export type Armed = { target: string; fault: Fault; times: number };

/** `GET /api/inspect?kind=&who=&text=`: the newest first. */
export type Traffic = { traces: Trace[]; recorded: number; armed: Armed[] };

/** `GET /api/inspect/entry?n=`. Of the store without content, unless `vault=yes` asks for it. */
export type Detail = {
  summary: Summary;
  sent: unknown;
  answered: unknown;
  /** Of a signed request: a line for a shell that sends it once more. */
  curl?: string;
};

/** Where a text may be found. */
export type Place =
  | 'request'
  | 'modal'
  | 'whisper'
  | 'download'
  | 'vault'
  | 'channel'
  | 'home'
  | 'dm'
  | 'queue'
  | 'schedule'
  | 'log'
  | 'elsewhere';

/** `entries`: where it was recorded; none where it only stands now. `fine`: it may stand there. */
export type Found = { place: Place; who: string[]; count: number; entries: number[]; fine: boolean };

/** `GET /api/inspect/where?word=` */
export type Whereabouts = { word: string; authors: string[]; found: Found[] };

/** `POST /api/<path>` with this JSON body. */
export type InspectRequests = {
  'inspect/clear': Record<string, never>;
  /** The next `times` calls of `target` get that fault. */
  'inspect/arm': Armed;
  /** Without a target: all. */
  'inspect/disarm': { target?: string };
};
