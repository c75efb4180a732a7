import { parseArgs } from 'node:util';
import { createUrl, manifestFor, type Reach } from './shared/slack/manifest.ts';

/**
 * `npm run -s manifest -- --socket` or `-- --url https://…/slack`: prints the Slack app's manifest, and below it, beside
 * standard output, where Slack makes the app of it. manifest.json is the one for https://example.com/slack.
 */
const usage = [
  'Skriv, hvordan Slack skal nå appen: / Say how Slack is to reach the app:',
  '  npm run -s manifest -- --socket                  (fra din egen maskine / from your own machine)',
  '  npm run -s manifest -- --url https://…/slack     (i AWS / in AWS)',
].join('\n');

function reachFrom(args: string[]): Reach | undefined {
  try {
    const { socket, url } = parseArgs({
      args,
      options: { socket: { type: 'boolean' }, url: { type: 'string' } },
    }).values;
    if (socket && url === undefined) return 'socket';
    return !socket && url !== undefined && new URL(url).protocol === 'https:' ? { url } : undefined;
  } catch {
    return undefined;
  }
}

const reach = reachFrom(process.argv.slice(2));
if (reach === undefined) {
  console.error(usage);
  process.exitCode = 1;
} else {
  console.log(JSON.stringify(manifestFor(reach), null, 2));
  console.error(`\nEller opret appen her: / Or make the app here:\n${createUrl(reach)}`);
}
