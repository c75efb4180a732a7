import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

/** What is said before any command of ours, on a machine that isn't ready for it. */

const root = join(import.meta.dirname, '..');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trivsel-setup-'));
  copyFileSync(join(root, 'check-setup.cjs'), join(folder, 'check-setup.cjs'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What it says, started by a Node that claims to be that old. */
function saidBy(version: string): string {
  const claim = join(folder, `claim-${version}.cjs`);
  writeFileSync(
    claim,
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });
     Object.defineProperty(process, 'version', { value: 'v${version}' });`,
  );
  try {
    return execFileSync(process.execPath, ['-r', claim, 'check-setup.cjs'], {
      cwd: folder,
      stdio: 'pipe',
    }).toString();
  } catch (error) {
    return String((error as { stderr: Buffer }).stderr);
  }
}

it('before npm ci', () => {
  expect(saidBy('24.9.0')).toBe(
    'Trivsel er ikke sat op endnu. Skriv først: npm ci\nTrivsel is not set up yet. First type: npm ci\n',
  );
});

it('on an old Node, where the right one was not brought along', () => {
  mkdirSync(join(folder, 'node_modules'));
  writeFileSync(join(folder, 'node_modules/.package-lock.json'), '{}');
  expect(saidBy('20.11.1')).toContain('Node 24 is needed; this is v20.11.1. Type: npm ci');
});

it('nothing, where everything is there', () => {
  expect(saidBy('24.9.0')).toBe('');
});

it('every command of ours that runs anything looks first', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const unchecked = Object.entries(scripts).filter(
    ([, script]) => !script.startsWith('node check-setup.cjs && '),
  );
  expect(unchecked.map(([name]) => name.split(':')[0])).toEqual(
    expect.not.arrayContaining(['start', 'slack', 'backup', 'restore', 'move-to-aws', 'manifest', 'test']),
  );
});
