import { hash } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { afterEach, beforeEach, expect, test } from 'vitest';

/** What Lambda loads, before a bundle of one line. */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trivsel-test-'));
  copyFileSync(new URL('../../../functions/slack/index.cjs', import.meta.url), join(folder, 'index.cjs'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const bundleOf = (answer: string) =>
  `(function (exports, require, module) {exports.handler = () => '${answer}';})`;

function answer(bundle: string, cache?: Buffer): string {
  writeFileSync(join(folder, 'bundle.js'), bundle);
  const name = `${hash('sha1', bundle)}-${process.version}-${process.arch}.cache`;
  if (cache !== undefined) writeFileSync(join(folder, name), cache);
  return createRequire(import.meta.url)(join(folder, 'index.cjs')).handler();
}

const compiled = (bundle: string) => new Script(bundle).createCachedData();

test('a bundle without code cache is compiled', () => {
  expect(answer(bundleOf('one'))).toBe('one');
});

test('the code cache of the same bundle is taken', () => {
  expect(answer(bundleOf('one'), compiled(bundleOf('one')))).toBe('one');
});

test('a code cache that V8 rejects does no harm', () => {
  expect(answer(bundleOf('one'), Buffer.from('made by another V8'))).toBe('one');
});

test('a bundle changed by hand, of the same length, finds no code cache', () => {
  const [before, after] = [bundleOf('one'), bundleOf('two')];
  const name = `${hash('sha1', before)}-${process.version}-${process.arch}.cache`;
  writeFileSync(join(folder, name), compiled(before));
  expect(answer(after)).toBe('two');
});
