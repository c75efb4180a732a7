import * as z from 'zod';
import type { Weekday } from '../domain/time.ts';

/** What both kinds of item are made of. */
export const date = z.iso.date();
export const instant = z.iso.datetime();
export const time = z.string().regex(/^\d\d:\d\d$/);
export const weekday = z.custom<Weekday>((value) => [1, 2, 3, 4, 5, 6, 7].includes(value as number));
export const step = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);

export const ledger = z.array(z.object({ user: z.string(), told: z.string() }));

/** What is made when it is first asked for, and then kept. */
export function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
