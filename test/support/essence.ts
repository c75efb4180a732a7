import type { Person } from '../../shared/domain/person.ts';

/** What matters of a person: not how often they were written, nor which ids Slack happened to give. */
export function essence(person: Person | undefined): unknown {
  if (person === undefined) return undefined;
  const { version: _, wakeAt: __, prompt, profile, ...rest } = person;
  const { lease: ___, ts: ____, sentAt: _____, ...asked } = prompt ?? {};
  return JSON.parse(
    JSON.stringify({ ...rest, zone: profile.zone, prompt: asked }).replace(/"V\d+(\.\d+\.h\d+)?"/g, '"V"'),
  );
}
