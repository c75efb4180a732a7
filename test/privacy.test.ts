import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Kept, keptOfGroup, keptOfPerson } from '../shared/domain/kept.ts';
import { exportMinutes } from '../shared/domain/my-data.ts';
import { retentionDays } from '../shared/domain/retention.ts';
import { groupToItem } from '../shared/store/group-item.ts';
import { toItem } from '../shared/store/person-item.ts';
import { en } from '../shared/texts/en.ts';
import { richestGroup } from './store/groups.ts';
import { richest } from './store/people.ts';

/** Nothing is stored that has no time, and docs/privacy.md says the same times as the code. */
const keys = ['pk', 'sk', 'shard', 'schemaVersion'];
const fieldsOf = (item: object) => Object.keys(item).filter((field) => !keys.includes(field));

test('every field of a person’s and of a group’s item has its time', () => {
  const person = fieldsOf(toItem(richest()));
  expect(person.length).toBeGreaterThan(15);
  expect(person.filter((field) => !(field in keptOfPerson))).toEqual([]);
  const group = fieldsOf(groupToItem(richestGroup()));
  expect(group.length).toBeGreaterThan(15);
  expect(group.filter((field) => !(field in keptOfGroup))).toEqual([]);
});

test('every time is some field’s', () => {
  const used: Kept[] = [...Object.values(keptOfPerson), ...Object.values(keptOfGroup)];
  // A test without an agreement is the same field as one with.
  const without = Object.keys(retentionDays).filter(
    (kind) => !used.includes(kind as Kept) && kind !== 'assessmentAlone',
  );
  expect(without).toEqual([]);
});

const rows = (Object.keys(retentionDays) as (keyof typeof retentionDays)[]).map((kind) => {
  const fields = (table: Record<string, Kept>) =>
    Object.keys(table)
      .filter((field) => table[field] === kind)
      .map((field) => `\`${field}\``)
      .join(', ');
  return `| ${en.myData.kept[kind](retentionDays[kind])} | ${fields(keptOfPerson) || '–'} | ${fields(keptOfGroup) || '–'} |`;
});

test('docs/privacy.md has the same table', () => {
  const docs = readFileSync(join(import.meta.dirname, '../docs/privacy.md'), 'utf8');
  expect(docs).toContain(['| kept | of a person | of a group |', '|---|---|---|', ...rows].join('\n'));
  expect(docs).toContain(`${exportMinutes} minutes`);
});
