import { existsSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { machineProblem, Problem } from '../local/problem.ts';
import { collect, fill, fromText, toText } from './backup.ts';
import { openFolder } from './folder.ts';
import { askForBackup } from './running.ts';

/** `npm run backup [file]`: also while it runs. Returns the file, for its owner's eyes only. */
export async function backup(folder: string, file = defaultName()): Promise<string> {
  if (!existsSync(folder)) throw nothingIn(folder);
  if (existsSync(file))
    throw new Problem(
      `${file} findes allerede. Vælg et andet navn.`,
      `${file} is there already. Choose another name.`,
    );
  const text = await textOf(folder);
  // Whole or not at all.
  writeFileSync(`${file}.new`, text, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
  return file;
}

async function textOf(folder: string): Promise<string> {
  try {
    const opened = await openFolder(folder);
    const text = toText(await collect(opened));
    await opened.close();
    return text;
  } catch (error) {
    const isRunning = machineProblem(error, { command: '', folder, port: 0 }) !== undefined;
    const answered = isRunning ? await askForBackup(folder) : undefined;
    if (answered === undefined) throw error;
    return answered;
  }
}

/** `npm run restore file`: into a folder where nothing is yet. Killed half-way, it leaves none. */
export async function restore(folder: string, file: string | undefined): Promise<number> {
  if (file === undefined || !existsSync(file))
    throw new Problem(
      'Skriv, hvilken sikkerhedskopi du vil hente ind: npm run restore min.trivsel-backup',
      'Say which backup to restore: npm run restore my.trivsel-backup',
    );
  const copy = fromText(readFileSync(file, 'utf8'), file);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Problem(
      `Der ligger allerede noget i ${folder}/. Stop Trivsel, flyt mappen væk, og prøv igen: mv ${folder} ${folder}-gammel`,
      `There is something in ${folder}/ already. Stop Trivsel, move the folder away, and try again: mv ${folder} ${folder}-old`,
    );
  const half = `${folder}-restoring`;
  rmSync(half, { recursive: true, force: true });
  const opened = await openFolder(half);
  await fill(opened, copy);
  await opened.close();
  if (existsSync(folder)) rmdirSync(folder);
  renameSync(half, folder);
  return copy.items.length;
}

export function nothingIn(folder: string): Problem {
  return new Problem(
    `Der er ingen ${folder}/ her. Står du i Trivsels mappe? Ligger data et andet sted, så skriv DATA=sti foran.`,
    `There is no ${folder}/ here. Are you in Trivsel's folder? If the data is somewhere else, put DATA=path in front.`,
  );
}

/** In UTC, to the second. */
function defaultName(): string {
  return `${new Date().toISOString().slice(0, 19).replaceAll(':', '')}Z.trivsel-backup`;
}
