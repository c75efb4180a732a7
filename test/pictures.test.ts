import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const folder = new URL('../docs/pictures/', import.meta.url);
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const walk = readFileSync(new URL('browser/pictures.test.ts', import.meta.url), 'utf8');
const shown = [...readme.matchAll(/\(docs\/pictures\/([\w-]+)\.png\)/g)].map(([, name = '']) => name);
const made = [...walk.matchAll(/save\('([\w-]+)'/g)].map(([, name = '']) => name);
const kept = readdirSync(folder).map((file) => file.replace(/\.png$/, ''));

describe('the pictures', () => {
  test('are all made by npm run pictures', () => {
    expect(kept.sort()).toEqual(made.sort());
  });

  test('that the README shows are there', () => {
    expect(shown.length).toBeGreaterThan(0);
    expect(kept).toEqual(expect.arrayContaining(shown));
  });

  test.each(kept)('%s is smaller than 300 kB', (name) => {
    expect(statSync(new URL(`${name}.png`, folder)).size).toBeLessThan(300_000);
  });
});
