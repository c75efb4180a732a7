import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { complaints, type ValidationReport } from './report.ts';

// Synthesises both kinds of stage as a deployment would, offline and without credentials, and reads what the
// rule packs and CloudFormation's own rules found: `npm run check:infra`. `prod` is last, so cdk.out is ready
// to deploy.

const root = join(import.meta.dirname, '..');
const bin = join(root, 'node_modules', '.bin');
const output = join(root, 'cdk.out');

const problems = missingBuild() ?? ['check', 'prod'].flatMap(synthesise);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  console.error(
    `check:infra: ${problems.length === 1 ? 'one problem' : `${problems.length} problems`}; see above.`,
  );
  process.exitCode = 1;
} else {
  console.log(
    'check:infra: both kinds of stage synthesise, and AwsSolutions and Serverless have nothing to add.',
  );
}

function missingBuild(): string[] | undefined {
  const bundles = ['slack', 'worker'].map((name) => join('dist', name, 'index.cjs'));
  const missing = bundles.filter((bundle) => !existsSync(join(root, bundle)));
  return missing.length > 0
    ? missing.map((bundle) => `${bundle} is missing: run 'npm run build'.`)
    : undefined;
}

function synthesise(stage: string): string[] {
  // A report left over from before would speak for this run.
  rmSync(output, { recursive: true, force: true });
  // '**' reaches the stacks inside the stage; without it `cdk synth` exits with 0 whatever was found.
  const args = ['synth', '**', '--context', `stage=${stage}`, '--output', output, '--quiet'];
  const { status, stderr, error } = spawnSync(
    join(bin, 'cdk'),
    [...args, '--no-notices', '--no-version-reporting', '--no-lookups', '--no-color'],
    { cwd: root, encoding: 'utf8', env: offline(process.env), timeout: 120_000 },
  );
  const said = error?.message ?? stderr;
  const file = join(output, 'validation-report.json');
  if (!existsSync(file)) return [`Stage ${stage}: there is no validation report.`, said];

  const found = complaints(JSON.parse(readFileSync(file, 'utf8')) as ValidationReport, [
    'AwsSolutions',
    'Serverless',
  ]).map((complaint) => `Stage ${stage}: ${complaint}`);
  return status !== 0 && found.length === 0 ? [`Stage ${stage}: cdk synth failed.`, said] : found;
}

/** No telemetry, no look for newer versions, no search for credentials; Node 24 before the machine's own. */
function offline(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    ...env,
    PATH: [bin, env['PATH'] ?? ''].join(delimiter),
    CI: 'true',
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    CDK_DISABLE_VERSION_CHECK: 'true',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}
