import { mkdirSync, rmSync } from 'node:fs';
import { type BuildOptions, build } from 'esbuild';

/**
 * The two functions as they run in Lambda: `dist/<name>/index.cjs`, one file each, exporting `handler`. CommonJS loads at
 * least as fast as ESM there and does not pull in undici; sources stay ESM up to esbuild, so that it can leave out what
 * nothing uses.
 */
const shared: BuildOptions = {
  bundle: true,
  minify: true,
  keepNames: true,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  mainFields: ['module', 'main'],
  // Without it `import()` stays as it is and would look for files beside the bundle.
  supported: { 'dynamic-import': false },
  legalComments: 'none',
  logLevel: 'warning',
};

/** Bolt loads its HTTP, socket and OAuth receivers whatever one uses. On Lambda they are half a second of nothing. */
const unusedByLambda = ['express', '@slack/socket-mode', '@slack/oauth', 'raw-body', 'path-to-regexp'];

rmSync('dist', { recursive: true, force: true });
for (const name of ['slack', 'worker']) {
  mkdirSync(`dist/${name}`, { recursive: true });
  await build({
    ...shared,
    entryPoints: [`functions/${name}/handler.ts`],
    outfile: `dist/${name}/index.cjs`,
    alias: Object.fromEntries(unusedByLambda.map((module) => [module, './functions/slack/unused.cjs'])),
  });
}
