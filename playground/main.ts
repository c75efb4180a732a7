import { setInterval } from 'node:timers';
import { begin, servePlayground } from './server.ts';
import { World } from './world.ts';

/**
 * `npm start`: the whole product on this machine. PORT and DATA may say where, WORKSPACE_LANGUAGE=en that channels read
 * English; nothing else is asked for.
 */
const port = Number(process.env['PORT'] ?? 3000);
const folder = process.env['DATA'] ?? '.data';
const language = process.env['WORKSPACE_LANGUAGE'] === 'en' ? 'en' : 'da';

/** How often what fell due is delivered, by the wall clock. */
const tickMillis = 500;

const log = {
  info: () => {},
  warn: (message: string, facts: object) => console.warn(message, JSON.stringify(facts)),
  error: (message: string, facts: object) => console.error(message, JSON.stringify(facts)),
};

async function start(): Promise<void> {
  const world = await World.open({ folder, hourlyReconcile: true, log, language });
  if (world.slack.users().length === 0) await begin(world, 'company');
  const { port: open } = await servePlayground(world, port);
  setInterval(() => void world.catchUp().catch((error: unknown) => console.error(error)), tickMillis);
  console.log(
    `Trivsel's playground: http://127.0.0.1:${open}\nWhat happens in it is kept in ${folder}/. Stop with Ctrl+C.`,
  );
}

start().catch((error: unknown) => {
  console.error(sentenceFor(error));
  process.exitCode = 1;
});

function sentenceFor(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Choose another: PORT=3001 npm start`;
  if (code === 'LEVEL_DATABASE_NOT_OPEN' || code === 'LEVEL_LOCKED') {
    return `Another playground uses ${folder}/. Stop it, or choose another folder: DATA=.data2 npm start`;
  }
  return String(error instanceof Error ? error.stack : error);
}
