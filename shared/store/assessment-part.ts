import * as z from 'zod';
import { ratings } from '../domain/assessment.ts';
import { leaderThemes } from '../domain/themes.ts';
import { date } from './parts.ts';

/** How some of those themes were rated. */
export const ratedOf = <T extends string>(theme: z.ZodEnum<{ [key in T]: key }>) =>
  z.partialRecord(theme, z.literal([...ratings]));

const theme = z.enum(leaderThemes);

/** A leader's prioritisation test, in their own item: nobody else's code reads it. */
export const assessment = z.object({
  id: z.string(),
  now: ratedOf(theme),
  helps: ratedOf(theme),
  on: date,
  chosen: z.tuple([theme, theme]).optional(),
});
