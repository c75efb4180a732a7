import * as z from 'zod';
import { outcomes } from '../domain/agreement.ts';
import { rhythms } from '../domain/rhythm.ts';
import { date } from './parts.ts';

/** What became of one of its points. */
export const outcomeOf = z.object({ point: z.string(), outcome: z.enum(outcomes) });

const ending = z.object({
  on: date,
  how: z.enum(['closed', 'stopped']),
  outcomes: z.array(outcomeOf),
  learned: z.string().optional(),
  form: z.string().optional(),
});

/** What a leader's agreement and a group's have in common, each about points of its own kind. */
export const agreementAbout = <P extends z.ZodType>(point: P) =>
  z.object({
    id: z.string(),
    period: z.object({ starts: date, ends: date }),
    rhythm: z.literal([...rhythms]),
    points: z.tuple([point, point]),
    settled: date,
    unanswered: z.int(),
    retired: z.array(z.object({ point, why: z.string(), on: date })),
    extendedWeeks: z.int().optional(),
    ending: ending.optional(),
  });
