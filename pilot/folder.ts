import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Database, openDatabase } from '../local/database.ts';
import { Journal } from '../local/journal.ts';
import { Problem } from '../local/problem.ts';
import { schemaVersion as group } from '../shared/store/group-item.ts';
import { schemaVersion as person } from '../shared/store/person-item.ts';
import { schemaVersion as workspace } from '../shared/store/workspace-item.ts';

export const tableName = 'trivsel';

/** The forms of what is kept, as this version writes them. */
export const schemas = { group, person, workspace };
export type Schemas = typeof schemas;
const anySchemas = z.record(z.string(), z.number());

const about = z.object({
  format: z.literal('trivsel-data'),
  schemas: anySchemas,
  /** The table it was moved to, and then isn't used any more. */
  movedTo: z.string().optional(),
});
type About = z.infer<typeof about>;

/**
 * Everything that a real workspace has on this machine: `database` is the table, `journal` queue, schedules and clock.
 * `isMoving`: some of it was moved to AWS already.
 */
export type DataFolder = {
  path: string;
  database: Database;
  journal: Journal;
  isMoving: boolean;
  close: () => Promise<void>;
};

/**
 * For its owner's eyes only. `toMove`: the table it is opened to be moved to. Throws a `Problem`, or the machine's own
 * error (`machineProblem`).
 */
export async function openFolder(path: string, toMove?: string): Promise<DataFolder> {
  const known = readAbout(path);
  const movedTo = known?.movedTo;
  if (movedTo !== undefined && movedTo !== toMove) throw moved(path, movedTo);
  if (known !== undefined && isNewer(known.schemas)) throw newer(`${path}/`);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  chmodSync(path, 0o700);
  // The database first: while another process has it, nothing else is to be touched.
  const database = await openDatabase(tableName, join(path, 'dynamodb'));
  writeAbout(path, { format: 'trivsel-data', schemas, movedTo });
  const journal = new Journal(join(path, 'wakes.jsonl'));
  return { path, database, journal, isMoving: movedTo !== undefined, close: database.close };
}

/** From now on nobody is written to from here. */
export function markMoved(path: string, movedTo: string): void {
  writeAbout(path, { format: 'trivsel-data', schemas, movedTo });
}

/** A newer Trivsel wrote something that this one would misread. */
export function isNewer(found: Record<string, number>): boolean {
  return Object.entries(found).some(([kind, version]) => version > (schemas[kind as keyof Schemas] ?? 0));
}

export function newer(what: string): Problem {
  return new Problem(
    `${what} er skrevet af en nyere udgave af Trivsel. Hent den nyeste (git pull && npm ci), og prøv igen.`,
    `${what} was written by a newer Trivsel. Get the newest (git pull && npm ci), and try again.`,
  );
}

function moved(path: string, table: string): Problem {
  return new Problem(
    `${path}/ er flyttet til AWS (${table}), og Trivsel skriver nu til alle derfra. Kører der intet dér, så fjern "movedTo" i ${path}/about.json.`,
    `${path}/ was moved to AWS (${table}), and Trivsel now writes to everybody from there. If nothing runs there, remove "movedTo" in ${path}/about.json.`,
  );
}

function readAbout(path: string): About | undefined {
  const file = join(path, 'about.json');
  return existsSync(file) ? about.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

/** Whole or not at all: `kill -9`, or a power failure, may come between any two lines. */
function writeAbout(path: string, content: About): void {
  const file = join(path, 'about.json');
  writeFileSync(`${file}.new`, `${JSON.stringify(content)}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}
