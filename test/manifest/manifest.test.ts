import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { World } from '../../playground/world.ts';
import {
  botScopes,
  createUrl,
  eventScopes,
  manifestFor,
  methodScopes,
  usageHint,
} from '../../shared/slack/manifest.ts';
import { webSlack } from '../../shared/slack/web.ts';
import { da } from '../../shared/texts/da.ts';
import { Hands, mette } from '../support/live.ts';
import schema from './schema.json' with { type: 'json' };

/** The Slack app as Slack is told of it: by Slack's rules, and no more of it than the app uses. */

const root = join(import.meta.dirname, '../..');
const http = { url: 'https://example.com/slack' };
const run = (...args: string[]) =>
  execFileSync(process.execPath, ['manifest.ts', ...args], { cwd: root, stdio: 'pipe' }).toString();

describe.each([
  { says: 'for Socket Mode', reach: 'socket' as const, args: ['--socket'] },
  { says: 'for HTTP', reach: http, args: ['--url', http.url] },
])('the manifest $says', ({ reach, args }) => {
  const manifest = manifestFor(reach);

  it('is one by Slack’s rules', () => {
    const ajv = new Ajv({ allErrors: true, strictTypes: false });
    ajv.validate(schema, manifest);
    expect(ajv.errors).toBeNull();
  });

  it('is what the command prints', () => {
    expect(run(...args)).toBe(`${JSON.stringify(manifest, null, 2)}\n`);
  });

  it('says everywhere how Slack reaches the app, or nowhere', () => {
    const found = JSON.stringify(manifest).match(/"(?:url|request_url)":"[^"]*"/g) ?? [];
    expect(found).toHaveLength(reach === 'socket' ? 0 : 3);
    expect(manifest.settings.socket_mode_enabled).toBe(reach === 'socket');
  });

  it('is whole in the link that makes the app', () => {
    const link = new URL(createUrl(reach));
    expect(JSON.parse(link.searchParams.get('manifest_json') ?? '')).toEqual(manifest);
  });
});

it('manifest.json is the one for HTTP', () => {
  expect(readFileSync(join(root, 'manifest.json'), 'utf8')).toBe(run('--url', http.url));
});

it.each(['dit-slack.md', 'your-slack.md'])('the link in docs/%s makes the one for Socket Mode', (name) => {
  expect(readFileSync(join(root, 'docs', name), 'utf8')).toContain(`](${createUrl('socket')})`);
});

it.each([
  [[]],
  [['--url', 'http://example.com/slack']],
  [['--url', 'example.com']],
  [['--socket', '--url', http.url]],
])('the command given %j says what it takes', (args) => {
  expect(() => run(...args)).toThrow('Say how Slack is to reach the app');
});

it('the methods with scopes are those that the app calls', async () => {
  const called = new Set<string>();
  const server = createServer((request, response) => {
    called.add((request.url ?? '').replace('/api/', ''));
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":false,"error":"fatal_error"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const slack = webSlack('xoxb-1', `http://127.0.0.1:${port}/api/`, 'answer');
  const message = { channel: 'C1', ts: '1.0' };
  // One of each kind of argument; what is called is all that counts.
  const given: Record<string, unknown[]> = { updateMessage: [message, {}], pin: [message] };
  for (const [name, call] of Object.entries(slack) as [string, (...args: unknown[]) => Promise<unknown>][])
    await expect(call(...(given[name] ?? ['C1', '1', {}])), name).rejects.toThrow();
  server.close();
  expect([...called].sort()).toEqual(Object.keys(methodScopes).sort());
});

it('the scopes are those of the methods, the events and the command', () => {
  const needed = [...Object.values(methodScopes), ...Object.values(eventScopes), ['commands']].flat();
  expect(botScopes).toEqual([...new Set(needed)].sort());
  expect(manifestFor('socket').oauth_config.scopes.bot).toBe(botScopes);
});

it('the events are those that the app listens to', async () => {
  // Bolt answers an event that nobody listens to as it does others; so they are read where they are listed.
  const listening = readFileSync(join(root, 'functions/slack/listen.ts'), 'utf8');
  const heard = [...listening.matchAll(/app\.event\('([a-z_]+)'/g)].map(([, name]) => name);
  expect(heard.sort()).toEqual(manifestFor('socket').settings.event_subscriptions.bot_events);
});

it('every word of the hint is one that the command knows', async () => {
  const world = await World.open({ standsAt: '2026-11-24T09:00:00Z' });
  world.slack.putUser(mette);
  const hands = new Hands(mette.id, world.slack, world.client);
  for (const word of usageHint.split(' · ')) await hands.command(word);
  await hands.command('sludder');
  const unknown = hands.messages().filter(({ text }) => text.includes(da.help.unknownWord));
  await world.close();
  expect(unknown).toHaveLength(1);
});
