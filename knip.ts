import type { KnipConfig } from 'knip';

// knip finds build.ts, manifest.ts, {bench,pilot,playground}/main.ts, infra/check.ts and the tests by itself: in the scripts of
// package.json and in vitest.config.ts.
const config: KnipConfig = {
  entry: ['functions/*/handler.ts', 'playground/page/main.tsx', 'playground/page/build.ts', 'infra/app.ts'],
  project: ['{bench,functions,infra,local,pilot,playground,shared,test}/**/*.{ts,tsx}', '*.ts'],
  // A type that another exported thing mentions is part of what the file offers.
  ignoreExportsUsedInFile: true,
  // For the one who deploys: `npx cdk deploy`.
  ignoreDependencies: ['aws-cdk'],
  // bench/stubs.ts makes its certificate with the one; the other runs Amazon's DynamoDB Local in the store's tests.
  ignoreBinaries: ['java', 'openssl'],
};

export default config;
