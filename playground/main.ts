import { setInterval } from 'node:timers';
import { machineProblem, Problem, portFrom } from '../local/problem.ts';
import { refuseFolderOf } from '../local/whose-folder.ts';
import { begin, servePlayground } from './server.ts';
import { World } from './world.ts';

/**
 * `npm start`: the whole product on this machine. PORT and DATA may say where, WORKSPACE_LANGUAGE=en that channels read
 * English; nothing else is asked for.
 */
const folder = process.env['DATA'] || '.data';
const language = process.env['WORKSPACE_LANGUAGE'] === 'en' ? 'en' : 'da';

/** How often what fell due is delivered, by the wall clock. */
const tickMillis = 500;

const log = {
  info: () => {},
  warn: (message: string, facts: object) => console.warn(message, JSON.stringify(facts)),
  error: (message: string, facts: object) => console.error(message, JSON.stringify(facts)),
};

let port = 3000;

async function start(): Promise<void> {
  port = portFrom(process.env['PORT'], port);
  refuseFolderOf('npm run slack', folder);
  const world = await World.open({ folder, hourlyReconcile: true, log, language });
  if (world.slack.users().length === 0) await begin(world, 'company');
  const { port: open } = await servePlayground(world, port);
  setInterval(() => void world.catchUp().catch((error: unknown) => console.error(error)), tickMillis);
  console.log(
    `Prøv Trivsel på http://127.0.0.1:${open}. Alt bliver gemt i ${folder}/. Stop med Ctrl+C.\nTry Trivsel at http://127.0.0.1:${open}. Everything is kept in ${folder}/. Stop with Ctrl+C.`,
  );
}

start().catch((error: unknown) => {
  console.error(sentenceFor(error));
  // What it opened already must not keep it up.
  process.exit(1);
});

function sentenceFor(error: unknown): string {
  const problem =
    error instanceof Problem
      ? error
      : machineProblem(error, { command: 'npm start', folder, port, spare: '.data2' });
  return problem?.message ?? String(error instanceof Error ? error.stack : error);
}
