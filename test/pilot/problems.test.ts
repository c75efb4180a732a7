import { mkdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../local/database.ts';
import { openFolder } from '../../pilot/folder.ts';
import { folderFrom, readSettings } from '../../pilot/settings.ts';
import { checkSlack } from '../../pilot/slack-check.ts';
import { botToken } from '../../playground/slack/web-api.ts';
import { botScopes } from '../../shared/slack/manifest.ts';
import { environmentOf, Running, temporaryFolder, tokens, Workspace } from './support.ts';

/** For whom nothing works: a sentence that says what to do, in Danish and English, and no stack of calls. */

let workspace: Workspace;
let folder: ReturnType<typeof temporaryFolder>;
beforeAll(async () => {
  workspace = await Workspace.open();
  folder = temporaryFolder();
});
afterAll(async () => {
  await workspace.close();
  folder.remove();
});

describe('what .env says', () => {
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app } = tokens;
  it.each([
    ['nothing', {}, 'SLACK_BOT_TOKEN mangler', 'SLACK_BOT_TOKEN is missing'],
    ['no app token', { SLACK_BOT_TOKEN: bot }, 'SLACK_APP_TOKEN mangler', 'SLACK_APP_TOKEN is missing'],
    ['an empty line', { ...tokens, SLACK_APP_TOKEN: ' ' }, 'SLACK_APP_TOKEN mangler', 'is missing'],
    ['tokens swapped', { SLACK_BOT_TOKEN: app, SLACK_APP_TOKEN: bot }, 'byttet om', 'swapped'],
    [
      'a user’s token',
      { ...tokens, SLACK_BOT_TOKEN: 'xoxp-1' },
      'begynder med "xoxp-"',
      'must begin with xoxb-',
    ],
    ['a port that is none', { ...tokens, PORT: 'http' }, 'PORT skal være', 'PORT must be'],
    [
      'an address that is none',
      { ...tokens, PUBLIC_URL: 'trivsel.dk' },
      'PUBLIC_URL skal være',
      'PUBLIC_URL must be',
    ],
    [
      'an address where others can read along',
      { ...tokens, PUBLIC_URL: 'http://trivsel.dk' },
      'PUBLIC_URL skal være',
      'PUBLIC_URL must be',
    ],
  ])('%s', (_, source, da, en) => {
    expect(() => readSettings(source)).toThrow(da);
    expect(() => readSettings(source)).toThrow(en);
  });

  it('a folder as a shell completes it', () => {
    const folders = ['', ' ', 'data', ' data/ ', '/srv/data//'].map((DATA) => folderFrom({ DATA }));
    expect(folders).toEqual(['.pilot', '.pilot', 'data', 'data', '/srv/data']);
  });

  it('everything, with spaces around it', () => {
    const source = {
      SLACK_BOT_TOKEN: ` ${bot} `,
      SLACK_APP_TOKEN: app,
      PUBLIC_URL: 'https://trivsel.dk/',
      PORT: '',
    };
    expect(readSettings(source)).toMatchObject({
      botToken: bot,
      publicUrl: 'https://trivsel.dk',
      port: 3001,
      host: '127.0.0.1',
    });
  });
});

describe('what Slack says of the bot’s token', () => {
  const check = (token = botToken) => checkSlack(token, workspace.apiUrl);

  it('is whose it is, and what time it is', async () => {
    const { team, atMillis } = await check();
    expect(team).toBe('Havnby Energi');
    expect(new Date(atMillis).toISOString().slice(0, 10)).toBe(workspace.clock.now().slice(0, 10));
  });

  it('is that it doesn’t know it', async () => {
    await expect(check('xoxb-another')).rejects.toThrow(
      /SLACK_BOT_TOKEN \(invalid_auth\)[\s\S]*Get the token/,
    );
  });

  it('names what it may not do', async () => {
    workspace.webApi.scopes = botScopes.filter((scope) => scope !== 'pins:write' && scope !== 'users:read');
    await expect(check()).rejects.toThrow(/pins:write, users:read[\s\S]*Install App → Reinstall/);
    workspace.webApi.scopes = botScopes;
  });

  it('may be nothing: then it is asked again', async () => {
    workspace.webApi.faults.set('auth.test', [{ kind: 'status', status: 503 }]);
    await expect(check()).rejects.toThrow('HTTP 503');
    await expect(checkSlack(botToken, 'http://127.0.0.1:9/')).rejects.toThrow('network');
  });
});

/** What the real `main` says when it is started so, before it ends with an error. */
async function saidBy(
  command: string[],
  environment: Record<string, string>,
  main?: string,
): Promise<string> {
  const running = new Running(command, environment, main);
  expect(await running.ended, running.said).toBe(1);
  expect(running.said).not.toMatch(/^ +at /m);
  return running.said;
}

describe('npm run slack, started', () => {
  const started = (more: Record<string, string> = {}) =>
    saidBy(['slack'], environmentOf(workspace, join(folder.path, 'data'), more));

  it('with an app token that Slack doesn’t know', async () => {
    expect(await started({ SLACK_APP_TOKEN: 'xapp-another' })).toContain('SLACK_APP_TOKEN (invalid_auth)');
  });

  it('with an app token that may not connect', async () => {
    workspace.webApi.faults.set('apps.connections.open', []);
    const open = workspace.webApi.appMethods.get('apps.connections.open');
    workspace.webApi.appMethods.set('apps.connections.open', () => ({ ok: false, error: 'missing_scope' }));
    expect(await started()).toContain('SLACK_APP_TOKEN lacks connections:write');
    if (open) workspace.webApi.appMethods.set('apps.connections.open', open);
  });

  it('while Socket Mode is off', async () => {
    workspace.socketMode.isOff = true;
    expect(await started()).toContain('Turn it on at api.slack.com under Socket Mode');
    workspace.socketMode.isOff = false;
  });

  it('and then turned off at Slack', async () => {
    const running = await Running.start(workspace, join(folder.path, 'data'));
    workspace.socketMode.turnOff();
    expect(await running.ended).toBe(1);
    expect(running.said).toContain('Socket Mode er slået fra');
    workspace.socketMode.isOff = false;
  });

  it('on a folder that can’t be written', async () => {
    expect(await started({ DATA: '/dev/null/data' })).toContain('Nothing can be written in /dev/null/data/');
  });

  it('on a folder that a newer Trivsel wrote', async () => {
    const path = join(folder.path, 'newer');
    mkdirSync(path);
    writeFileSync(join(path, 'about.json'), '{"format":"trivsel-data","schemas":{"person":99}}');
    expect(await started({ DATA: path })).toContain('was written by a newer Trivsel');
  });

  it('on a folder of the playground', async () => {
    const path = join(folder.path, 'of-playground');
    mkdirSync(path);
    writeFileSync(join(path, 'slack-and-wakes.jsonl'), '');
    expect(await started({ DATA: path })).toContain(`${path}/ belongs to npm start.`);
  });

  it('with a page on a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const PORT = String((other.address() as AddressInfo).port);
    const said = await started({ PORT, PUBLIC_URL: 'https://trivsel.example.com' });
    expect(said).toContain(`Port ${PORT} is in use. Choose another: PORT=${Number(PORT) + 1} npm run slack`);
    other.close();
  });
});

describe('npm start', () => {
  const started = (environment: Record<string, string>) => saidBy([], environment, 'playground/main.ts');

  it('on a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const PORT = String((other.address() as AddressInfo).port);
    const said = await started({ PORT, DATA: join(folder.path, 'playground') });
    expect(said).toContain(`Port ${PORT} er i brug. Vælg en anden: PORT=${Number(PORT) + 1} npm start`);
    other.close();
  });

  it('on a folder in use', async () => {
    const path = join(folder.path, 'used');
    const opened = await openDatabase('trivsel', join(path, 'dynamodb'));
    expect(await started({ PORT: '0', DATA: path })).toContain(
      `A Trivsel that is running uses ${path}/ already. Stop it, or choose another folder: DATA=.data2 npm start`,
    );
    await opened.close();
  });

  it('on a folder that can’t be written', async () => {
    expect(await started({ PORT: '0', DATA: '/dev/null/data' })).toContain(
      'Der kan ikke skrives i /dev/null/data/',
    );
  });

  it('on a folder of a real workspace', async () => {
    const path = join(folder.path, 'of-pilot');
    await (await openFolder(path)).close();
    expect(await started({ PORT: '0', DATA: path })).toContain(`${path}/ hører til npm run slack.`);
  });

  it('on no port', async () => {
    expect(await started({ PORT: 'tretusind' })).toContain(
      'PORT must be a number from 0 to 65535, not "tretusind"',
    );
  });
});
