import * as z from 'zod';
import { ratings } from '../domain/assessment.ts';
import { leaderThemes } from '../domain/themes.ts';
import { date } from './parts.ts';

const theme = z.enum(leaderThemes);
const rated = z.partialRecord(theme, z.literal([...ratings]));

/** A leader's prioritisation test, in their own item: nobody else's code reads it. */
export const assessment = z.object({
  id: z.string(),
  now: rated,
  helps: rated,
  on: date,
  chosen: z.tuple([theme, theme]).optional(),
});
