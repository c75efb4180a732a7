import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { machineProblem, Problem } from '../local/problem.ts';
import { refuseFolderOf } from '../local/whose-folder.ts';
import { describeError, type Log, type LogFacts } from '../shared/log.ts';
import { backup, restore } from './copies.ts';
import { openFolder } from './folder.ts';
import { moveToAws } from './move-to-aws.ts';
import { servePage } from './page.ts';
import { Pilot } from './pilot.ts';
import { answerBackups } from './running.ts';
import { folderFrom, readSettings, type Settings } from './settings.ts';
import { type Checked, checkSlack, Unreachable } from './slack-check.ts';

/**
 * `npm run slack`: Trivsel in a real workspace, from this machine (docs/your-slack.md). Beside it `npm run backup`,
 * `restore` and `move-to-aws`. Settings come from `.env` and the environment.
 */
if (existsSync('.env')) process.loadEnvFile('.env');
const folder = folderFrom(process.env);
const [command = 'slack', argument] = process.argv.slice(2);

const commands: Record<string, () => Promise<void>> = {
  slack,
  backup: async () => say(...backedUp(await backup(folder, argument))),
  restore: async () => {
    const count = await restore(folder, argument);
    say(
      `${folder}/ er hentet ind igen (${count} poster). Start: npm run slack`,
      `${folder}/ is restored (${count} items). Start: npm run slack`,
    );
  },
  'move-to-aws': async () => {
    const { moved, there } = await moveToAws(folder, argument);
    say(
      `Flyttet: ${moved}. Var der i forvejen: ${there}. Nu skriver Trivsel ikke længere til nogen herfra.`,
      `Moved: ${moved}. There already: ${there}. Trivsel no longer writes to anybody from here.`,
    );
  },
};

const print = (kind: 'log' | 'warn' | 'error') => (message: string, facts: LogFacts) =>
  console[kind](
    new Date().toISOString(),
    message,
    Object.keys(facts).length > 0 ? JSON.stringify(facts) : '',
  );
const log: Log = { info: print('log'), warn: print('warn'), error: print('error') };

async function slack(): Promise<void> {
  const settings = readSettings(process.env);
  refuseFolderOf('npm start', folder);
  const opened = await openFolder(folder);
  const checked = await reachSlack(settings);
  const pilot = new Pilot(settings, opened, log, checked);
  const page =
    settings.publicUrl === undefined ? undefined : await servePage(pilot, settings.port, settings.host);
  const stopAnswering = await answerBackups(folder, () => pilot.backup());
  stopOnSignal(pilot);
  let isFirst = true;
  const problem = await pilot.run(() => {
    if (isFirst) greet(checked, settings);
    else log.info('The socket to Slack is open', {});
    isFirst = false;
  });
  await pilot.stop();
  page?.close();
  stopAnswering();
  await opened.close();
  if (problem) throw problem;
  say('Stoppet. Alt er gemt.', 'Stopped. Everything is kept.');
}

/** Whose token it is. A machine that has just woken may have to wait for its network. */
async function reachSlack({ botToken, apiUrl }: Settings): Promise<Checked> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await checkSlack(botToken, apiUrl);
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      if (attempt === 0)
        say(
          'Slack kan ikke nås. Er du på nettet? Jeg prøver igen hvert tiende sekund.',
          "Slack can't be reached. Are you online? I try again every ten seconds.",
        );
      await sleep(10_000);
    }
  }
}

/** npm hands on a Ctrl+C that the terminal has sent us, too. */
const sameStopMillis = 1000;

/** The first asks it to finish; with a later one, whoever is at the keyboard won't wait. */
function stopOnSignal(pilot: Pilot): void {
  let askedAt: number | undefined;
  const stop = () => {
    if (askedAt !== undefined) {
      if (performance.now() - askedAt > sameStopMillis) process.exit(1);
      return;
    }
    askedAt = performance.now();
    say('Gør det sidste færdigt og stopper …', 'Finishing what has begun, then stopping …');
    pilot.stop().catch((error: unknown) => log.error('Stopping failed', describeError(error)));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function greet({ team }: Checked, { publicUrl }: Settings): void {
  say(
    `Trivsel kører i ${team}. Skriv /trivsel i Slack. Alt bliver gemt i ${folder}/. Stop med Ctrl+C.`,
    `Trivsel is running in ${team}. Type /trivsel in Slack. Everything is kept in ${folder}/. Stop with Ctrl+C.`,
  );
  if (publicUrl !== undefined)
    say(`Folk henter deres data på ${publicUrl}.`, `People download their data at ${publicUrl}.`);
}

function backedUp(file: string): [string, string] {
  return [
    `Gemt i ${file}. Her står det, lederne har skrevet. Læg filen, hvor kun du kan læse den, og slet den inden syv dage.`,
    `Kept in ${file}. It holds what the leaders wrote. Keep it where only you can read it, and delete it within seven days.`,
  ];
}

function say(da: string, en: string): void {
  console.log(`${da}\n${en}`);
}

function sentenceFor(error: unknown): string {
  const place = { command: `npm run ${command}`, folder, port: Number(process.env['PORT'] ?? 3001) };
  const problem = error instanceof Problem ? error : machineProblem(error, place);
  return problem?.message ?? String(error instanceof Error ? error.stack : error);
}

try {
  await (Object.hasOwn(commands, command) ? commands[command]?.() : slack());
} catch (error) {
  console.error(sentenceFor(error));
  // What else runs must not keep it up.
  process.exit(1);
}
