import { type Item, keyOf } from './item.ts';
import type { Person } from './person.ts';
import type { PlainDate } from './time.ts';

/** When the person was told of it, or last told. */
export function toldOn({ told = [] }: Person, key: string): PlainDate | undefined {
  return told.find((known) => known.key === key)?.on;
}

export function withTold(person: Person, items: Item[], on: PlainDate): Person {
  if (items.length === 0) return person;
  const keys = items.map(keyOf);
  const before = (person.told ?? []).filter(({ key }) => !keys.includes(key));
  return { ...person, told: [...before, ...keys.map((key) => ({ key, on }))] };
}
