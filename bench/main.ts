import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { type Cold, coldStart } from './cold.ts';
import { countCalls } from './counts.ts';
import { leader } from './leader.ts';
import { openStubs } from './stubs.ts';

/**
 * `npm run bench`: what a cold start costs beside the least there is and beside Bolt as it comes, and what each
 * interaction asks of others. Further bundles given as arguments are measured alongside.
 */
const rounds = Number(process.env['ROUNDS'] ?? 25);
const root = join(import.meta.dirname, '..');

execFileSync(process.execPath, ['build.ts'], { cwd: root, stdio: 'inherit' });
const built = join(root, 'dist/slack');
/** What another version of Node, or one with other flags, makes of the same build. */
const uncached = mkdtempSync(join(tmpdir(), 'trivsel-bench-'));
cpSync(built, uncached, { recursive: true, filter: (file) => !file.endsWith('.cache') });

const contestants: Record<string, string> = {
  floor: join(import.meta.dirname, 'floor.cjs'),
  'dist/slack': join(built, 'index.cjs'),
  'without code cache': join(uncached, 'index.cjs'),
  stock: join(import.meta.dirname, 'stock.cjs'),
  ...Object.fromEntries(process.argv.slice(2).map((file) => [file, resolve(file)])),
};

type Medians = Record<string, { millis: number; megabytes: number }>;

/** Round by round, each time in another order, so that what else the machine does falls on all alike. */
async function measure(): Promise<Medians> {
  const { item, who } = await leader();
  const stubs = await openStubs(item);
  const names = Object.keys(contestants);
  const taken: Record<string, Cold[]> = Object.fromEntries(names.map((name) => [name, []]));
  // The first round brings the files into the kernel's cache, and isn't counted.
  for (let round = 0; round <= rounds; round += 1) {
    const turned = names.map((_, index) => names[(index + round) % names.length]!);
    for (const name of turned) {
      const cold = await coldStart(contestants[name]!, stubs, who);
      if (round > 0) taken[name]!.push(cold);
    }
  }
  stubs.close();
  return Object.fromEntries(
    Object.entries(taken).map(([name, colds]) => [
      name,
      {
        millis: median(colds.map(({ millis }) => millis)),
        megabytes: median(colds.map(({ peakBytes }) => peakBytes)) / 1024 ** 2,
      },
    ]),
  );
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function coldTable(medians: Medians) {
  const { floor, stock } = medians;
  return Object.entries(medians).map(([name, { millis, megabytes }]) => ({
    name,
    ms: Math.round(millis),
    '× floor': ratio(millis, floor!.millis),
    '× stock': ratio(millis, stock!.millis),
    'peak MB': Math.round(megabytes),
    'peak × floor': ratio(megabytes, floor!.megabytes),
    'peak × stock': ratio(megabytes, stock!.megabytes),
  }));
}

const ratio = (value: number, base: number) => Number((value / base).toFixed(2));

/** A zip deflates file by file, and adds some 150 bytes to each. */
function sizes() {
  const kB = (buffers: Buffer[]) => Math.round(buffers.reduce((sum, { length }) => sum + length, 0) / 1000);
  return ['slack', 'worker'].map((name) => {
    const folder = join(root, 'dist', name);
    const files = readdirSync(folder).map((file) => readFileSync(join(folder, file)));
    return {
      name: `dist/${name}`,
      kB: kB(files),
      'zipped kB': kB(files.map((file) => deflateRawSync(file))),
    };
  });
}

const medians = await measure();
console.log(`Cold start, process spawn to answered /trivsel: medians of ${rounds} interleaved rounds`);
console.log(`Node ${process.versions.node}, ${process.arch}`);
console.table(coldTable(medians));
rmSync(uncached, { recursive: true });
console.log('What is deployed, deflated file by file as a zip does it');
console.table(sizes());
console.log('Calls, counted at the wire');
console.table(await countCalls());
