import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { complaints } from '../../infra/report.ts';

const clean = (pluginName: string) => ({
  pluginName,
  conclusion: 'success',
  violations: [],
  suppressedViolations: [{ ruleName: 'accepted' }],
});

it('has no complaint when both packs ran and everything they found is acknowledged', () => {
  expect(complaints({ pluginReports: [clean('A'), clean('B')] }, ['A', 'B'])).toEqual([]);
});

it('complains about a pack that is not in the report, as in that of an app without packs', () => {
  expect(complaints({ pluginReports: [clean('A')] }, ['A', 'B'])).toEqual(['The pack B did not run.']);
  expect(complaints({ pluginReports: [] }, ['A', 'B'])).toHaveLength(2);
});

it('complains about what is not acknowledged, whoever found it, with the rule and the place', () => {
  const violation = {
    ruleName: 'E1',
    description: 'Too long.',
    violatingConstructs: [{ constructPath: 'prod/x' }],
  };
  const validate = { pluginName: 'CloudFormation Validate', conclusion: 'success', violations: [violation] };
  expect(complaints({ pluginReports: [clean('A'), validate] }, ['A'])).toEqual(['E1 at prod/x: Too long.']);
});

it('complains about a pack that failed without a finding', () => {
  expect(complaints({ pluginReports: [{ ...clean('A'), conclusion: 'failure' }] }, ['A'])).toEqual([
    'The pack A failed without saying why.',
  ]);
});

it('makes errors of what CloudFormation’s own rules find, and starts the app without ts-node', () => {
  const { app, context } = JSON.parse(readFileSync(join(import.meta.dirname, '../../cdk.json'), 'utf8'));
  expect(app).toBe('node infra/app.ts');
  expect(context['@aws-cdk/core:validateAgainstDefaultRules']).toBe(true);
});
