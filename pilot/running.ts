import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { type Backup, toText } from './backup.ts';

/**
 * How `npm run backup` asks the Trivsel that runs: over loopback, with a key that stands in the folder, which only its
 * owner can read.
 */
const running = z.object({ port: z.int(), key: z.string() });
const fileIn = (folder: string) => join(folder, 'running.json');

/** Answers with backups until it is closed. */
export async function answerBackups(folder: string, make: () => Promise<Backup>): Promise<() => void> {
  const key = randomBytes(32).toString('base64url');
  const server = createServer(async (request, response) => {
    request.resume();
    if (request.headers.authorization !== `Bearer ${key}`) return void response.writeHead(403).end();
    try {
      response.end(toText(await make()));
    } catch {
      response.writeHead(500).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  writeFileSync(fileIn(folder), JSON.stringify({ port, key }), { mode: 0o600 });
  return () => {
    rmSync(fileIn(folder), { force: true });
    server.close();
  };
}

/** The backup's text; undefined where nothing answers. */
export async function askForBackup(folder: string): Promise<string | undefined> {
  try {
    const { port, key } = running.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
    const response = await fetch(`http://127.0.0.1:${port}/`, {
      headers: { authorization: `Bearer ${key}` },
    });
    return response.ok ? await response.text() : undefined;
  } catch {
    return undefined;
  }
}
