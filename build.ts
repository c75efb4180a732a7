import { copyFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { writeCodeCache } from './build-cache.ts';
import { errorsWeKnow } from './build-errors.ts';

/**
 * The two functions as they run in Lambda: `dist/<name>/index.cjs` exports `handler`. CommonJS loads at least as fast as
 * ESM there and does not pull in undici; sources stay ESM up to esbuild, so that it can leave out what nothing uses.
 * Slack waits for the one, so its bundle has V8's code cache beside it.
 */
const shared: BuildOptions = {
  bundle: true,
  minifySyntax: true,
  minifyWhitespace: true,
  // Names stay: logs say where an error was thrown. `keepNames` would cost three thousand calls at every cold start.
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  mainFields: ['module', 'main'],
  // Without it `import()` stays as it is and would look for files beside the bundle.
  supported: { 'dynamic-import': false },
  legalComments: 'none',
  // The SDK asks every answer whether it is a web stream: Node would load those to say no.
  define: { ReadableStream: 'undefined' },
  plugins: [errorsWeKnow],
  logLevel: 'warning',
};

/** What packages load whatever one uses of them (docs/decisions/0006 has what each is worth). */
const unusedByLambda = [
  // Bolt's HTTP, socket and OAuth receivers.
  ...['express', '@slack/socket-mode', '@slack/oauth', 'raw-body', 'path-to-regexp'],
  // Slack's client, for one method of Enterprise admins.
  'node:zlib',
  // The search for AWS credentials: ours come from the environment, always (shared/config.ts).
  '@aws-sdk/credential-provider-node',
  // Loaded by `import()`, for which esbuild would keep the whole of the SDK's core.
  '@smithy/core/event-streams',
];

const alias = {
  ...Object.fromEntries(unusedByLambda.map((module) => [module, './functions/slack/unused.cjs'])),
  'node:fs/promises': './functions/slack/no-files.cjs',
};

rmSync('dist', { recursive: true, force: true });
await build({
  ...shared,
  alias,
  entryPoints: ['functions/worker/handler.ts'],
  outfile: 'dist/worker/index.cjs',
});
await build({
  ...shared,
  alias,
  entryPoints: ['functions/slack/handler.ts'],
  outfile: 'dist/slack/bundle.js',
  // An expression, as functions/slack/index.cjs wants it.
  banner: { js: '(function (exports, require, module) {' },
  footer: { js: '})' },
});
copyFileSync('functions/slack/index.cjs', 'dist/slack/index.cjs');
await writeCodeCache(resolve('dist/slack'), process.env);
