import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/**
 * Proves that the rules in biome.json and biome.grit bite: Biome lints a small copy of the layout once, and
 * what it reports must be exactly the lines that are `never` allowed there. `by` names a Biome rule to heed besides
 * the usual ones: the copy is full of circles that only two of its files are about.
 */
type Rule = { says: string; file: string; may?: string[]; never: string[]; by?: string };

/** A path or package, imported in every way there is. */
const imported = (...paths: string[]) =>
  paths.flatMap((path) => [
    `import '${path}';`,
    `import type {} from '${path}';`,
    `export * from '${path}';`,
    `await import('${path}');`,
  ]);

const realClients = [
  '../../shared/slack/web.ts',
  '../../shared/store/dynamo.ts',
  '../../shared/wakes/sqs.ts',
  '../../shared/wakes/scheduler.ts',
  '../../shared/secrets/ssm.ts',
];

const rules: Rule[] = [
  {
    says: 'the domain imports only itself',
    file: 'shared/domain/points.ts',
    may: imported('./time.ts', './rhythm/weeks.ts'),
    never: imported(
      '../config.ts',
      '../log.ts',
      '../store/keys.ts',
      '../texts/da.ts',
      'node:fs',
      'temporal-polyfill',
      'zod',
      '@slack/types',
    ),
  },
  {
    says: 'only time.ts imports a date library',
    file: 'shared/domain/time.ts',
    may: imported('temporal-polyfill/fns/PlainDate', 'temporal-polyfill/fns/Instant', './rhythm.ts'),
    never: imported(
      'zod',
      'node:timers',
      '../store/keys.ts',
      'temporal-polyfill',
      'temporal-polyfill/fns/Now',
    ),
  },
  {
    says: 'the domain has no clock, no chance and no I/O',
    file: 'shared/domain/impure.ts',
    may: ['Math.max(1, 2);', 'Temporal.Instant.from(now);', 'const day = plan.date;'],
    never: [
      'Date.now();',
      'new Date();',
      'performance.now();',
      'Temporal.Now.instant();',
      'const { Now } = Temporal;',
      "Temporal['Now'];",
      'Math.random();',
      'const { random } = Math;',
      'globalThis.Math.max(1);',
      'crypto.randomUUID();',
      'process.exit();',
      'const get = fetch;',
      'global.found;',
      'setTimeout(look, 1);',
      'setInterval(look, 1);',
      'setImmediate(look);',
      'queueMicrotask(look);',
    ],
  },
  {
    says: 'texts import only themselves and the domain',
    file: 'shared/texts/da.ts',
    may: imported('./en.ts', '../domain/points.ts'),
    never: imported('../views/home.ts', '../store/keys.ts', '../config.ts', '../log.ts', 'zod', 'node:fs'),
  },
  {
    says: "views import only themselves, domain, texts, Slack's types and zod",
    file: 'shared/views/home.ts',
    may: imported('./ids.ts', '../domain/points.ts', '../texts/da.ts', '@slack/types', 'zod'),
    never: imported(
      '../store/keys.ts',
      '../slack/api.ts',
      '../config.ts',
      '../log.ts',
      '@slack/web-api',
      'node:fs',
    ),
  },
  {
    says: "the store imports only itself, domain, DynamoDB's client and zod",
    file: 'shared/store/people.ts',
    may: imported(
      './keys.ts',
      '../domain/points.ts',
      '@aws-sdk/client-dynamodb',
      '@aws-sdk/lib-dynamodb',
      'zod',
    ),
    never: imported('../wakes/wakes.ts', '../config.ts', '../log.ts', '@aws-sdk/client-sqs', 'node:crypto'),
  },
  {
    says: 'wakes import only themselves, domain, the clients of SQS and Scheduler, and zod',
    file: 'shared/wakes/sqs.ts',
    may: imported(
      './wakes.ts',
      '../domain/points.ts',
      '@aws-sdk/client-sqs',
      '@aws-sdk/client-scheduler',
      'zod',
    ),
    never: imported(
      '../store/keys.ts',
      '../config.ts',
      '../log.ts',
      '@aws-sdk/client-dynamodb',
      'node:crypto',
    ),
  },
  {
    says: "shared/slack imports only itself, domain, Slack's web API and zod",
    file: 'shared/slack/web.ts',
    may: imported('./api.ts', '../domain/points.ts', '@slack/web-api', '@slack/types', 'zod'),
    never: imported(
      '../store/keys.ts',
      '../views/home.ts',
      '../config.ts',
      '../log.ts',
      '@slack/bolt',
      '@aws-sdk/client-sqs',
    ),
  },
  {
    says: 'a folder inside a folder gains nothing by being deeper',
    file: 'shared/views/home/chart.ts',
    may: imported('./pie.ts', '@slack/types'),
    never: imported('../../config.ts', '../../store/keys.ts', '@slack/bolt'),
  },
  {
    says: "secrets import only themselves and SSM's client",
    file: 'shared/secrets/ssm.ts',
    may: imported('./secrets.ts', '@aws-sdk/client-ssm'),
    never: imported('../config.ts', '../domain/points.ts', '@aws-sdk/client-sqs', 'node:fs'),
  },
  {
    says: 'config imports zod and node:crypto only, and reads the environment',
    file: 'shared/config.ts',
    may: [...imported('zod', 'node:crypto'), 'process.env.TABLE_NAME;'],
    never: imported('./store/keys.ts', './domain/points.ts', 'node:fs', '@aws-sdk/client-ssm'),
  },
  {
    says: 'nothing else reads the environment',
    file: 'functions/slack/env.ts',
    never: [
      'process.env.TABLE_NAME;',
      'const { TABLE_NAME } = process.env;',
      'const { env } = process;',
      ...imported('node:process'),
    ],
  },
  {
    says: 'the Slack function imports itself, shared, Bolt, Powertools, zod and node:, and makes no client',
    file: 'functions/slack/app.ts',
    may: imported(
      './listen.ts',
      '../../shared/config.ts',
      '../../shared/domain/points.ts',
      '@slack/bolt',
      '@slack/web-api',
      '@aws-lambda-powertools/logger',
      '@aws-lambda-powertools/logger/types',
      'aws-lambda',
      'node:crypto',
      'node:fs/promises',
      'zod',
    ),
    never: imported(
      '../worker/app.ts',
      ...realClients,
      '@aws-sdk/client-ssm',
      'aws-cdk-lib',
      '../../infra/app.ts',
    ),
  },
  {
    says: 'the worker imports itself, shared, Powertools, zod and node:, but not Slack',
    file: 'functions/worker/app.ts',
    may: imported(
      './wake.ts',
      '../../shared/slack/api.ts',
      '@aws-lambda-powertools/batch',
      '@slack/types',
      'aws-lambda',
      'node:crypto',
      'node:fs/promises',
      'zod',
    ),
    never: imported(
      '../slack/app.ts',
      ...realClients,
      '@slack/bolt',
      '@slack/web-api',
      '@aws-sdk/client-sqs',
      'node:process',
    ),
  },
  {
    says: "the Slack function's handler makes the clients",
    file: 'functions/slack/handler.ts',
    may: imported(
      './app.ts',
      ...realClients,
      '@aws-sdk/client-ssm',
      '@slack/bolt',
      '@aws-lambda-powertools/logger',
      'aws-lambda',
      'node:https',
    ),
    never: imported(
      '../worker/app.ts',
      '../../playground/main.ts',
      '../../infra/app.ts',
      'dynalite',
      'node:process',
    ),
  },
  {
    says: "the worker's handler makes the clients",
    file: 'functions/worker/handler.ts',
    may: imported(
      './app.ts',
      ...realClients,
      '@aws-sdk/client-sqs',
      '@aws-lambda-powertools/logger',
      'aws-lambda',
      'node:https',
    ),
    never: imported(
      '../slack/app.ts',
      '../../playground/main.ts',
      '@slack/bolt',
      '@slack/web-api',
      'node:process',
    ),
  },
  {
    says: "infra imports CDK, itself, the environment's type and the keys",
    file: 'infra/app.ts',
    may: imported(
      './stack.ts',
      './alarms/alarm.ts',
      'aws-cdk-lib',
      'aws-cdk-lib/aws-lambda',
      'cdk-nag',
      'constructs',
      'node:path',
      'node:fs/promises',
      '../shared/config.ts',
      '../shared/store/keys.ts',
    ),
    never: imported(
      '../functions/slack/app.ts',
      '../shared/store/dynamo.ts',
      '../shared/domain/points.ts',
      '../build.ts',
      'zod',
      '@aws-sdk/client-ssm',
      'node:process',
    ),
  },
  {
    says: "what stands in for AWS on one machine imports shared, DynamoDB's client and engine",
    file: 'local/database.ts',
    may: imported(
      './journal.ts',
      '../shared/wakes/wakes.ts',
      '@aws-sdk/client-dynamodb',
      'dynalite',
      'level',
      'node:fs',
      'node:fs/promises',
    ),
    never: imported(
      '../functions/slack/app.ts',
      '../pilot/pilot.ts',
      '../playground/world.ts',
      '../infra/app.ts',
      '../test/support/live.ts',
      '@slack/socket-mode',
      '@aws-sdk/client-sqs',
      'zod',
      'node:process',
    ),
  },
  {
    says: 'a real workspace on one machine runs the app, never the handlers nor the playground',
    file: 'pilot/main.ts',
    may: [
      ...imported(
        './pilot.ts',
        '../local/database.ts',
        '../shared/slack/web.ts',
        '../functions/slack/app.ts',
        '../functions/worker/app.ts',
        '@slack/socket-mode',
        '@slack/web-api',
        '@aws-sdk/client-dynamodb',
        'zod',
        'node:http',
      ),
      "process.env['DATA'];",
      "console.log('here');",
    ],
    never: imported(
      '../functions/slack/handler.ts',
      '../functions/worker/wake.ts',
      '../playground/world.ts',
      '../infra/app.ts',
      '../test/support/live.ts',
      'dynalite',
      'node:process',
    ),
  },
  {
    says: 'the playground runs the app, never the handlers',
    file: 'playground/main.ts',
    may: imported(
      './contract.ts',
      '../local/clock.ts',
      '../functions/slack/app.ts',
      '../shared/wakes/wakes.ts',
      'dynalite',
      'node:http',
    ),
    never: imported(
      '../functions/slack/handler.ts',
      '../functions/worker/wake.ts',
      '../infra/app.ts',
      '../pilot/pilot.ts',
      '../test/support/world.ts',
      '../bench/main.ts',
      '../vitest.config.ts',
      'node:process',
    ),
  },
  {
    says: 'the page of the playground is no different',
    file: 'playground/page/main.tsx',
    may: imported('../contract.ts', './view.tsx', '../../shared/texts/da.ts'),
    never: imported('../../functions/worker/handler.ts', '../../test/support/world.ts'),
  },
  {
    says: 'only test, playground and bench import test or playground',
    file: 'build.ts',
    may: imported('esbuild', 'node:fs', './shared/config.ts'),
    never: imported('./test/support/world.ts', './playground/main.ts'),
  },
  {
    says: 'tests import anything',
    file: 'test/playground/main.test.ts',
    may: imported(
      '../support/world.ts',
      '../../playground/main.ts',
      '../../functions/slack/handler.ts',
      'dynalite',
    ),
    never: [],
  },
  {
    says: 'the bench imports anything',
    file: 'bench/main.ts',
    may: imported('../test/support/world.ts', '../playground/main.ts', '@aws-sdk/client-sqs'),
    never: [],
  },
  {
    says: 'no import hides from the rules',
    file: 'functions/slack/hidden.ts',
    may: ["await import('./app.ts');"],
    never: [
      "type B = import('./app.ts').B;",
      "type C = typeof import('./app.ts');",
      'await import(path);',
      'await import(`./app.ts`);',
      "require('./app.ts');",
      ...imported('./../worker/app.ts', './views/../../worker/app.ts', '../../shared/../infra/app.ts'),
    ],
  },
  {
    says: 'a file is named with its ending',
    file: 'functions/slack/endings.ts',
    may: ["import './endings-of.ts';"],
    never: ["import './endings-of';", "import './endings-of.js';"],
  },
  {
    says: 'nothing is imported in a circle',
    file: 'functions/slack/endings-of.ts',
    never: ["import './circle.ts';"],
    by: 'lint/suspicious/noImportCycles',
  },
  {
    says: 'nothing is imported in a circle, seen from the other side',
    file: 'functions/slack/circle.ts',
    never: ["import './endings-of.ts';"],
    by: 'lint/suspicious/noImportCycles',
  },
  {
    says: 'what runs in Lambda logs through the logger',
    file: 'functions/worker/wake.ts',
    never: ["console.log('here');", "console.error('here');"],
  },
  {
    says: 'what runs in a terminal prints',
    file: 'playground/print.ts',
    may: ["console.log('here');"],
    never: ['process.env.PORT;'],
  },
  {
    says: 'an entry point reads the environment and prints',
    file: 'infra/check.ts',
    may: ['process.env.AWS_REGION;', "console.log('here');"],
    never: [],
  },
  {
    says: 'a promise is awaited',
    file: 'functions/slack/promise.ts',
    may: ['const later = async () => await 1;', 'await later();', 'await Promise.all([1].map(later));'],
    never: ['later();', '[1].forEach(later);', 'if (later()) found();'],
  },
];

const watched = new Set([
  'lint/correctness/useImportExtensions',
  'lint/nursery/noFloatingPromises',
  'lint/nursery/noMisusedPromises',
  'lint/style/noCommonJs',
  'lint/style/noProcessEnv',
  'lint/style/noRestrictedGlobals',
  'lint/style/noRestrictedImports',
  'lint/suspicious/noConsole',
  'plugin',
]);

type Report = { diagnostics: { category: string; location: { path: string; start: { line: number } } }[] };

const root = join(import.meta.dirname, '..');
const linesOf = (rule: Rule) => [...(rule.may ?? []), ...rule.never];
let layout: string;
let report: Report;

beforeAll(async () => {
  layout = await mkdtemp(join(tmpdir(), 'trivsel-rules-'));
  for (const name of ['biome.json', 'biome.grit', '.gitignore'])
    await cp(join(root, name), join(layout, name));
  for (const rule of rules) {
    const path = join(layout, rule.file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, linesOf(rule).join('\n'));
  }
  report = await lint(layout);
});

afterAll(() => rm(layout, { recursive: true }));

test.each(rules)('$says', (rule) => {
  const found = report.diagnostics
    .filter(
      ({ category, location }) =>
        location.path === rule.file && (rule.by === category || watched.has(category)),
    )
    .map(({ location }) => linesOf(rule)[location.start.line - 1]);
  expect([...new Set(found)].sort()).toEqual([...rule.never].sort());
});

/** Biome exits with 1 when it finds something, as it must here; only then is there a report to read. */
function lint(folder: string): Promise<Report> {
  const biome = join(root, 'node_modules/.bin/biome');
  const options = ['lint', '--reporter=json', '--max-diagnostics=none', '.'];
  return new Promise((resolve, reject) => {
    execFile(biome, options, { cwd: folder, maxBuffer: 64e6 }, (_, stdout, stderr) =>
      stdout.startsWith('{') ? resolve(JSON.parse(stdout)) : reject(new Error(stderr)),
    );
  });
}
