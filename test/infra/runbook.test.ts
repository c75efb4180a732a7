import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { reader, synthesise } from './synth.ts';

it('has a section for every alarm, by the name the alarm gives', () => {
  const runbook = readFileSync(join(import.meta.dirname, '../../docs/runbook.md'), 'utf8');
  const sections = [...runbook.matchAll(/^## (.+)$/gm)].map(([, title]) => title);
  const named = reader(synthesise('prod'))
    .of('AWS::CloudWatch::Alarm')
    .map(({ Properties }) => Properties.AlarmDescription.split('docs/runbook.md#')[1]);
  expect(named.length).toBeGreaterThan(0);
  expect(sections).toEqual(expect.arrayContaining(named));
});
