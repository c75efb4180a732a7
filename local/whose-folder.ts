import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from './problem.ts';

/** What each keeps beside its database, and is known by. */
const marks = { 'npm start': 'slack-and-wakes.jsonl', 'npm run slack': 'about.json' } as const;

/**
 * Throws a `Problem` where the folder is that command's. Whoever else opened it would take its people for their own:
 * invented ones would be written to, real ones taken for gone.
 */
export function refuseFolderOf(command: keyof typeof marks, folder: string): void {
  if (!existsSync(join(folder, marks[command]))) return;
  throw new Problem(
    `${folder}/ hører til ${command}. Vælg en anden mappe med DATA=sti.`,
    `${folder}/ belongs to ${command}. Choose another folder with DATA=path.`,
  );
}
